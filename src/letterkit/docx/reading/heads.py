"""Headers and footers: which pages of which section show them, and their words without page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from letterkit.docx.reading import fields, flow
from letterkit.docx.reading.document import Head
from letterkit.docx.reading.joins import joined
from letterkit.docx.reading.lines import line
from letterkit.docx.reading.names import RELATION_ID, on
from letterkit.docx.reading.state import State
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from letterkit.docx.reading.document import HeadKind, View
    from letterkit.docx.reading.package import Package
    from letterkit.docx.reading.pieces import Para
    from letterkit.docx.reading.styles import Styles

_HEADER: Final = w("headerReference")
_FOOTER: Final = w("footerReference")
_RUNNING: Final = "running head"  # the writer's style, in lower case
_NUMBER: Final = "\0"  # stands where a page number stood
_NUMBERED: Final = re.compile(
    r"[-–—|/,;·\s]*(?:(?:page|p\.|pg\.?)\s*)?\0(?:\s*(?:of|/)\s*\0)?[-–—|/\s]*", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"[\t\n\f]")


class _Use(NamedTuple):
    """Where a section names a header or footer."""

    part: str
    kind: HeadKind
    section: int
    footer: bool
    shown: bool
    on_first: bool


def heads(package: Package, styles: Styles, view: View) -> Iterator[tuple[Head, State]]:
    """Yield each header and footer once, with what was found in it."""
    seen: set[tuple[str, str]] = set()
    for use in _uses(package):
        root = package.tree(use.part)
        if root is None or (use.part, use.kind) in seen:
            continue
        seen.add((use.part, use.kind))
        state = State(package, styles, view, use.part, "footer" if use.footer else "header")
        paragraphs = joined(flow.read(root, state))
        for name, _ in fields.resolve(piece for paragraph in paragraphs for piece in paragraph.pieces):
            state.odd("field", f"a field of the kind {name}")
        yield _head(use, paragraphs), state


def _head(use: _Use, paragraphs: list[Para]) -> Head:
    running = [each for each in paragraphs if _RUNNING in each.style.names]
    lines = tuple(line(paragraph.pieces, {}) for paragraph in paragraphs)
    place = use.part, use.kind, use.section, use.footer, use.shown, use.on_first
    return Head(*place, lines, tuple(_words(paragraphs)), tuple(_words(running)))


def _uses(package: Package) -> Iterator[_Use]:
    """Yield where sections name their headers and footers; what one does not name, it takes from the last."""
    settings = package.tree(package.related("settings"))
    evens = settings is not None and bool(on(settings.find(w("evenAndOddHeaders"))))
    relations = package.relations(package.main)
    for section, properties in enumerate(_sections(package.root), 1):
        own_first = bool(on(properties.find(w("titlePg"))))
        shown = {"default": True, "first": own_first, "even": evens}
        for reference in properties.iterchildren(_HEADER, _FOOTER):
            kind = cast("HeadKind", reference.get(w("type"), "default"))
            relation = relations.get(reference.get(RELATION_ID, ""))
            if relation is not None and kind in shown:
                on_first = section == 1 and kind == ("first" if own_first else "default")
                footer = reference.tag == _FOOTER
                yield _Use(relation.target, kind, section, footer, shown[kind], on_first)


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    for properties in root.iter(w("sectPr")):
        parent = properties.getparent()
        if parent is None or parent.tag != w("sectPrChange"):
            yield properties


def _words(paragraphs: Iterable[Para]) -> Iterator[str]:
    """Yield texts, parted at tabs and breaks, without page numbers and the word for them."""
    for paragraph in paragraphs:
        for part in _BETWEEN.split(_text(paragraph)):
            words = _NUMBERED.sub("", part) if _NUMBER in part else part
            if words.strip():
                yield words


def _text(paragraph: Para) -> str:
    text = ""
    for piece in paragraph.pieces:
        if piece.page and piece.kind == "text":
            text += "" if text.endswith(_NUMBER) else _NUMBER
        elif piece.shown:
            text += piece.text
    return text
