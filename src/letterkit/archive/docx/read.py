"""Reads a Word document: its text with tracked changes accepted, its notes apart, and its properties."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from letterkit.archive.about.dates import moment
from letterkit.archive.about.names import index_number, language_tag, person_names, printed_days
from letterkit.archive.docx.package import Package
from letterkit.archive.docx.text import Styles, child, paragraphs, tag, value
from letterkit.archive.model import About, Block, Kind, Work
from letterkit.archive.paragraphs.classify import refine
from letterkit.errors import LetterkitError

_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read_docx(document: bytes) -> list[Work]:
    """Return the document; raises LetterkitError when it is none of Word's or a trap."""
    package = Package.of(document)
    name = next(iter(package.related("").get("officeDocument", [])), "")
    root = package.xml(name)
    if root is None or tag(root) != "document":
        raise LetterkitError("the file is no Word document", "save it as .docx, or export it as PDF")
    parts = package.related(name)
    styles = Styles.of(package.xml(next(iter(parts.get("styles", [])), "")))
    blocks = [*_body(root, styles), *_notes(package, parts), *_margins(package, parts)]
    core = _core(package)
    headline = next((block.text for block in blocks if block.kind is Kind.HEADLINE), "")
    texts = [block.text for block in blocks if block.text]
    about = About(
        authors=person_names(core.get("creator", "").split(";")),
        language=language_tag(core.get("language") or styles.language),
        number=index_number([*texts[:12], *texts[-6:]]),
        likely_title=headline or next((block.text for block in blocks if block.kind is Kind.HEADING), None),
        seen_dates=printed_days(texts[:12]),
        doubts=tuple(_doubts(core)),
    )
    return [Work(None, core.get("title", "") or headline, None, tuple(refine(blocks)), about=about)]


def _body(root: etree._Element, styles: Styles) -> Iterator[Block]:
    body = child(root, "body")
    for paragraph in paragraphs(body) if body is not None else []:
        if text := paragraph.text.strip():
            yield Block(styles.kind(paragraph), text)


def _notes(package: Package, parts: dict[str, list[str]]) -> Iterator[Block]:
    for name in (*parts.get("footnotes", []), *parts.get("endnotes", [])):
        root = package.xml(name)
        for note in root if root is not None else ():
            if value(note, "type") in {None, "normal"}:
                text = "\n".join(each.text.strip() for each in paragraphs(note) if each.text.strip())
                yield from [Block(Kind.NOTE, text)] if text else []


def _margins(package: Package, parts: dict[str, list[str]]) -> Iterator[Block]:
    seen: set[str] = set()
    for name in (*parts.get("header", []), *parts.get("footer", [])):
        root = package.xml(name)
        for paragraph in paragraphs(root) if root is not None else []:
            text = paragraph.text.strip()
            if text and text not in seen:
                seen.add(text)
                yield Block(Kind.BOILERPLATE, text)


def _core(package: Package) -> dict[str, str]:
    """Return the properties of the document by their plain names."""
    root = package.xml(next(iter(package.related("").get("core-properties", [])), ""))
    named = (
        [(str(each.tag), " ".join((each.text or "").split())) for each in root] if root is not None else []
    )
    return {name.rpartition("}")[2]: text for name, text in named if name.startswith((_CORE, _DC, _TERMS))}


def _doubts(core: dict[str, str]) -> Iterator[str]:
    made = moment(core.get("created"))
    if made is not None:
        yield f"the file was made on {made.isoformat()[:10]}; that is not the day on which it was published"
