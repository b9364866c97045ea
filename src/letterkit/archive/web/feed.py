"""Reads RSS and Atom feeds, WordPress's above all: one work for each item, with all of its text.

What the XML is parsed with takes broken feeds too; here it is decided what of an item is text, what an
excerpt, and what of the rest may be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

from letterkit.archive.about.address import absolute, clean
from letterkit.archive.about.dates import issued, modified
from letterkit.archive.about.names import language_tag, person_names, release_kind
from letterkit.archive.model import About, Block, Kind, Work
from letterkit.archive.paragraphs.classify import refine
from letterkit.archive.paragraphs.furniture import footer_names
from letterkit.archive.paragraphs.split import paragraphs
from letterkit.archive.raw.xmlguard import refuse_entities
from letterkit.archive.web.markup import blocks_of
from letterkit.errors import LetterkitError

_SHORTENED = re.compile(
    r"(?:\[?(?:…|\.\.\.|&hellip;|&#8230;)\]?|(?:continue|keep) reading.*|read more.*)\s*$", re.IGNORECASE
)
_FEW_ODD_LETTERS = 0.1  # of all letters; above it a feed without a word on its encoding is unreadable


def read_feed(document: bytes) -> list[Work]:
    """Return one work for each item, in the order of the feed; repeats are kept."""
    import feedparser

    refuse_entities(document.decode("utf-8", "replace").replace("\0", ""))
    parsed = feedparser.parse(BytesIO(document), sanitize_html=False, resolve_relative_uris=False)
    remarks = tuple(_remarks(parsed, document))
    return [
        _work(entry, number, parsed.feed, remarks, parsed.version)
        for number, entry in enumerate(parsed.entries, 1)
    ]


def _remarks(parsed: Any, document: bytes) -> Iterator[str]:
    """Yield what is wrong with the feed as a whole; raises LetterkitError when its letters are a guess."""
    problem = parsed.get("bozo_exception")
    name = type(problem).__name__
    if name.startswith(("CharacterEncoding", "NonXMLContentType")):
        letters = len(re.findall(rb"[A-Za-z]", document))
        odd = len(re.findall(rb"[\x80-\xff]", document))
        if odd > _FEW_ODD_LETTERS * (letters + odd):
            raise LetterkitError(
                "the feed does not say how its letters are encoded, and UTF-8 it is not",
                "save it as UTF-8, or get it again from its publisher",
            )
        said = "the feed does not say how its letters are encoded"
        yield f"{said}; read as {parsed.encoding}: compare the accents"
    elif problem is not None:
        message = problem.getMessage() if hasattr(problem, "getMessage") else str(problem)
        yield f"the feed is not well-formed XML ({message}); what could be read of it was read"


def _work(entry: Any, number: int, feed: Any, remarks: tuple[str, ...], version: str) -> Work:
    base = entry.get("base") or _raw(feed, "link")
    address = absolute(_raw(entry, "feedburner_origlink") or _raw(entry, "link"), base)
    guid = _raw(entry, "id")
    title = _plain(entry.get("title_detail"))
    excerpt, body, said = _texts(entry)
    date, doubts = issued(entry, version)
    sites = [name for block in (*body, *excerpt) if (name := footer_names(block.text))]
    about = About(
        publisher=sites[-1] if sites else _raw(entry, "publisher") or None,
        authors=person_names(author.get("name") for author in entry.get("authors", ())),
        language=language_tag(_language(entry) or _raw(feed, "language")),
        kind=release_kind(tag.get("term") for tag in entry.get("tags", ())),
        guid=guid or None,
        container=_plain(feed.get("title_detail")) or None,
        modified=modified(entry),
        remarks=(*remarks, *said),
        doubts=doubts,
    )
    blocks = ([Block(Kind.TITLE, title)] if title else []) + excerpt + body
    return Work(
        address or guid or f"item-{number}", title, date, tuple(blocks), link=clean(address), about=about
    )


def _texts(entry: Any) -> tuple[list[Block], list[Block], tuple[str, ...]]:
    """Return excerpt and text of an item and what to know about them.

    Without a full text the description is the text, unless it breaks off.
    """
    contents = [detail for detail in entry.get("content", ()) if detail.get("value", "").strip()]
    summary = entry.get("summary_detail")
    if contents:
        longest = max(contents, key=lambda detail: len(detail["value"]))
        same = summary is not None and summary.get("value") in {detail["value"] for detail in contents}
        excerpt = [] if same or summary is None else _blocks(summary)
        return [_as(block, Kind.EXCERPT) for block in excerpt], refine(_blocks(longest)), ()
    if summary is None or not summary.get("value", "").strip():
        return [], [], ("the feed gives no text of it, only its title",)
    if _SHORTENED.search(" ".join(block.text for block in _blocks(summary)[-2:])):
        excerpt = [_as(block, Kind.EXCERPT) for block in _blocks(summary)]
        return excerpt, [], ("the feed gives an excerpt only: archive the page itself",)
    return [], refine(_blocks(summary)), ("the feed gives a description, perhaps not the whole text",)


def _blocks(detail: Any) -> list[Block]:
    text = detail.get("value") or ""
    if re.search(r"</?[a-zA-Z][^<>]*>", text):
        return blocks_of(text)
    return paragraphs(text if detail.get("type") == "text/plain" else unescape(text))


def _as(block: Block, kind: Kind) -> Block:
    return Block(kind, block.text)


def _plain(detail: Any) -> str:
    """Return a title on one line, without the tags it may hold."""
    return " ".join(" ".join(block.text for block in _blocks(detail)).split()) if detail else ""


def _language(entry: Any) -> str:
    return next((detail.get("language") or "" for detail in entry.get("content", ())), "")


def _raw(mapping: Any, key: str) -> str:
    """Return a text as it stands, without the parser's habit of answering with another one."""
    value = dict.get(mapping, key)
    return value.strip() if isinstance(value, str) else ""
