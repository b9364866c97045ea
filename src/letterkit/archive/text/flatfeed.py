"""Reads a WordPress feed that was flattened to text: tags gone, the ends of its CDATA sections left.

An item is a line with title, link, time, terms, address and the beginning of the excerpt; the rest of the
excerpt up to `]]>`; and the text up to the next `]]>`.  Excerpt and text end in the same footer, which names
the title ("The post … appeared first on …").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from letterkit.archive.model import About, Block, Kind, Work
from letterkit.archive.paragraphs.classify import classify
from letterkit.archive.paragraphs.furniture import footer_names
from letterkit.archive.paragraphs.split import anchored, paragraphs
from letterkit.archive.raw.decode import decode

_END = "]]>"
_TIME = r"[A-Z][a-z]{2},[ ]\d{1,2}[ ][A-Z][a-z]{2}[ ]\d{4}[ ]\d\d:\d\d(?::\d\d)?[ ](?:[+-]\d{4}|[A-Z]{1,3})"
_OF_CHANNEL = r"[a-z]{2,3}(?:-\w+)?[ ](?:hourly|daily|weekly|monthly|yearly)[ ]\d+"  # language, how often
_GAP = r"(?<=\S)[^\S\n]++"
_HEAD = re.compile(
    rf"""
    ^[^\S\n]*+ (?P<lead>\S.*?)
    {_GAP} (?P<link>https?://\S++) {_GAP}
    (?: https?://\S++ {_GAP} )?                     # the address of the comments
    (?: (?!https?://)\S++ {_GAP} ){{0,5}}?          # the author
    (?P<time>{_TIME}) (?![ ]{_OF_CHANNEL}) {_GAP}
    .*? https?://\S++                               # terms and the permanent address
    (?P<excerpt>.*)
    """,
    re.VERBOSE | re.MULTILINE,
)
_CHANNEL = re.compile(rf".*{_TIME}[ ]{_OF_CHANNEL}(?:[ ]https?://\S+)?[ ]")
_FOOTER = re.compile(r"The post .+ appeared first on .+")
_TITLE_WORDS = 80


def is_flat_feed(opening: str) -> bool:
    """Tell whether a document that opens so is such a feed."""
    return _END in opening and _HEAD.search(opening) is not None


def read_flat_feed(document: bytes) -> list[Work]:
    """Return one work for each item, in the order of the feed."""
    text = decode(document)
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [_work(text, head, end) for head, end in zip(heads, ends, strict=False)]


def _work(text: str, head: re.Match[str], end: int) -> Work:
    excerpt_end = _find_end(text, head.start("excerpt"), end)
    body_start = min(excerpt_end + len(_END), end)
    body_end = _find_end(text, body_start, end)
    excerpt = paragraphs(text[head.start("excerpt") : excerpt_end])
    body = paragraphs(text[body_start:body_end])
    footer = _footer(excerpt, body)
    title = _title(head["lead"], footer)
    excerpt = [replace(block, kind=Kind.EXCERPT) for block in excerpt]
    blocks = (
        *anchored([Block(Kind.TITLE, title)], text, head.start("lead")),
        *anchored(_footed(excerpt, footer), text, head.start("excerpt")),
        *anchored(classify(_footed(body, footer)), text, body_start),
    )
    about = About(publisher=footer_names(footer))
    return Work(head["link"], title, _time(head["time"]), blocks, link=head["link"], about=about)


def _find_end(text: str, start: int, end: int) -> int:
    at = text.find(_END, start, end)
    return at if at >= 0 else end


def _footer(excerpt: list[Block], body: list[Block]) -> str:
    """Return the line that ends both excerpt and body, in any language; else one in WordPress's own words."""
    last = [part[-1].text for part in (excerpt, body) if part]
    if len(excerpt) > 1 and len(set(last)) < len(last):
        return last[0]
    return next((text for text in last if _FOOTER.fullmatch(text)), "")


def _title(lead: str, footer: str) -> str:
    """Return the end of `lead` that the footer names; before it the first item has the channel's fields."""
    for word in list(re.finditer(r"\S+", lead))[-_TITLE_WORDS:]:
        title = lead[word.start() :].strip()
        if title in footer:
            return title
    return _CHANNEL.sub("", lead).strip()


def _footed(blocks: list[Block], footer: str) -> list[Block]:
    return [replace(block, kind=Kind.BOILERPLATE) if block.text == footer else block for block in blocks]


def _time(text: str) -> datetime:
    time = parsedate_to_datetime(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
