"""Reads a saved web page: its text without what stands around it, and what the page says about itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from selectolax.lexbor import LexborHTMLParser

from letterkit.archive.about.names import (
    index_number,
    language_tag,
    number_in_address,
    person_names,
    printed_days,
    release_kind,
)
from letterkit.archive.model import About, Block, Kind, Work
from letterkit.archive.paragraphs.classify import refine
from letterkit.archive.raw.decode import decode_page
from letterkit.archive.raw.xmlguard import refuse_entities
from letterkit.archive.web.mainpart import main_part
from letterkit.archive.web.markup import walk
from letterkit.archive.web.pagemeta import PageMeta

_ROOTS = frozenset(
    ["html", "head", "body", "article", "main", "section", "div", "p", "h1", "h2", "title", "meta"]
)
_TOP = 12  # blocks among which a page prints its date


def read_page(document: bytes) -> list[Work]:
    """Return the page as one work."""
    html, remarks = decode_page(document)
    refuse_entities(html[:65536])
    tree = LexborHTMLParser(html)
    meta = PageMeta.of(tree, html)
    part = main_part(tree)
    blocks = refine(walk(part)) if part is not None else []
    headlines = [" ".join(node.text().split()) for node in tree.css("h1, h2")]
    first = tree.css_first("h1")
    highest = " ".join(first.text().split()) if first else ""
    title = meta.title(highest)
    blocks = _headlined(blocks, title if title in headlines else highest)
    issued, doubts = _issued(meta)
    address = meta.address()
    about = replace(_about(meta, blocks, issued), remarks=remarks, doubts=tuple(doubts))
    number = about.number or number_in_address(address)
    return [Work(None, title, issued, tuple(blocks), link=address, about=replace(about, number=number))]


def _headlined(blocks: list[Block], headline: str) -> list[Block]:
    """Put the headline above the text, once."""
    if not headline:
        return blocks
    rest = [replace(b, kind=Kind.TITLE) if " ".join(b.text.split()) == headline else b for b in blocks]
    return [Block(Kind.HEADLINE, headline), *rest]


def _issued(meta: PageMeta) -> tuple[datetime | date | None, list[str]]:
    """Return when the page was published, and whether it contradicts itself."""
    found = meta.published()
    if not found:
        return None, []
    name, when = found[0]
    taken = when.isoformat()[:10]
    others = {f"{other} ({day.isoformat()[:10]})" for other, day in found if day.isoformat()[:10] != taken}
    if not others:
        return when, []
    against = ", ".join(sorted(others))
    return when, [f"it gives several days of publication: {name} ({taken}) was taken, not {against}"]


def _about(meta: PageMeta, blocks: list[Block], issued: datetime | date | None) -> About:
    publisher = meta.publisher()
    changed = meta.changed()
    top = [block.text for block in blocks[:_TOP]]
    number = meta.first("citation_technical_report_number") or index_number(
        [t.text for t in blocks], labelled=True
    )
    return About(
        publisher=publisher or None,
        authors=person_names(name for name in meta.authors() if name != publisher),
        language=language_tag(meta.language()),
        number=number or None,
        kind=release_kind([*meta.metas.get("article:section", []), *meta.metas.get("article:tag", [])]),
        container=meta.site() or None,
        modified=changed
        if changed and issued and changed.isoformat()[:10] > issued.isoformat()[:10]
        else None,
        seen_dates=printed_days(top),
    )
