"""Takes the text of a Word document as it is with all tracked changes accepted.

What Word does not print is no text: deletions, moved-away passages, field codes, hidden words, comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from letterkit.archive.model import Kind

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GONE = {
    "del",
    "moveFrom",
    "rPr",
    "pPr",
    "instrText",
    "delText",
    "delInstrText",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
}
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "sym": "\ufffd",
}
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 200


@dataclass
class Paragraph:
    """The text of one paragraph, and the id of its style; `goes_on` when its mark is deleted."""

    text: str
    style: str = ""
    numbered: bool = False
    outline: bool = False
    goes_on: bool = False
    boxes: list[Paragraph] = field(default_factory=list)


def tag(element: etree._Element) -> str:
    """Return the name of a WordprocessingML element, its full name for any other."""
    return _short(str(element.tag))  # that of a processing instruction is a function


@lru_cache(maxsize=1024)
def _short(name: str) -> str:
    for space in (W, _STRICT):
        if name.startswith(f"{{{space}}}"):
            return name[len(space) + 2 :]
    return name


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute of an element, None when either is missing."""
    if element is None:
        return None
    return element.get(f"{{{W}}}{name}") or element.get(f"{{{_STRICT}}}{name}")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the descendant reached by these names, None when there is none."""
    for name in names:
        element = next((each for each in element if tag(each) == name), None) if element is not None else None
    return element


def paragraphs(parent: etree._Element) -> list[Paragraph]:
    """Return the paragraphs below an element; those whose mark is deleted are one with the next."""
    joined: list[Paragraph] = []
    for paragraph in _paragraphs(parent, 0):
        if joined and joined[-1].goes_on:
            last = joined.pop()
            paragraph.text, paragraph.boxes = last.text + paragraph.text, last.boxes + paragraph.boxes
        joined.append(paragraph)
    return [each for paragraph in joined for each in (paragraph, *paragraph.boxes)]


def _paragraphs(parent: etree._Element, depth: int) -> Iterator[Paragraph]:
    if depth > _DEEPEST:
        return
    for element in parent:
        name = tag(element)
        if name == "p":
            yield _paragraph(element, depth)
        elif (
            name in _GONE
            or name == f"{_MC}Fallback"
            or (name == "tr" and child(element, "trPr", "del") is not None)
            or (name == "tc" and child(element, "tcPr", "cellDel") is not None)
        ):
            continue
        else:
            yield from _paragraphs(element, depth + 1)


def _paragraph(element: etree._Element, depth: int) -> Paragraph:
    properties = child(element, "pPr")
    mark = child(properties, "rPr")
    boxes: list[Paragraph] = []
    text = "".join(_text(element, boxes, depth))
    return Paragraph(
        text,
        style=value(child(properties, "pStyle")) or "",
        numbered=(value(child(properties, "numPr", "numId")) or "0") != "0",
        outline=(value(child(properties, "outlineLvl")) or "9") != "9",
        goes_on=child(mark, "del") is not None or child(mark, "moveFrom") is not None,
        boxes=boxes,
    )


def _text(element: etree._Element, boxes: list[Paragraph], depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for each in element:
        name = tag(each)
        if name in _GONE or name == f"{_MC}Fallback":
            continue
        if name == "txbxContent":
            boxes += paragraphs(each)
        elif name == "r":
            yield from _run(each, boxes, depth + 1)
        else:
            yield from _text(each, boxes, depth + 1)


def _run(run: etree._Element, boxes: list[Paragraph], depth: int) -> Iterator[str]:
    properties = child(run, "rPr")
    if any(_is_on(child(properties, name)) for name in ("vanish", "webHidden")):
        return
    raised = value(child(properties, "vertAlign")) == "superscript"
    for each in run:
        name = tag(each)
        if name == "t":
            text = each.text or ""
            yield text.translate(_RAISED) if raised and text.strip().isdigit() else text
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "br":
            yield "" if value(each, "type") in {"page", "column"} else "\n"
        elif name not in _GONE and name != f"{_MC}Fallback":
            yield from _text(each, boxes, depth + 1)


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and (value(switch) or "1") not in _OFF


@dataclass(frozen=True)
class Styles:
    """What the styles of a document make of a paragraph."""

    kinds: Mapping[str, Kind]
    language: str | None = None

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """Read the part with the styles."""
        names: dict[str, tuple[str, str, bool, bool]] = {}
        language = None
        for style in root if root is not None else ():
            if tag(style) == "docDefaults":
                language = value(child(style, "rPrDefault", "rPr", "lang"))
            if tag(style) == "style":
                properties = child(style, "pPr")
                names[value(style, "styleId") or ""] = (
                    (value(child(style, "name")) or "").casefold(),
                    value(child(style, "basedOn")) or "",
                    child(properties, "outlineLvl") is not None,
                    child(properties, "numPr") is not None,
                )
        return cls({key: _kind_of_style(key, names) for key in names}, language)

    def kind(self, paragraph: Paragraph) -> Kind:
        """Return what a paragraph is."""
        kind = self.kinds.get(paragraph.style, Kind.PARAGRAPH)
        if kind is Kind.PARAGRAPH and paragraph.outline:
            return Kind.HEADING
        return Kind.BULLET if kind is Kind.PARAGRAPH and paragraph.numbered else kind


def _kind_of_style(key: str, names: Mapping[str, tuple[str, str, bool, bool]]) -> Kind:
    for _ in range(12):  # a chain of styles; one that bites its tail ends here
        name, based_on, outline, numbered = names.get(key, ("", "", False, False))
        if name == "title":
            return Kind.HEADLINE
        if name.startswith("heading ") or outline:
            return Kind.HEADING
        if name == "caption":
            return Kind.CAPTION
        if name.startswith(("toc ", "table of ")):
            return Kind.BOILERPLATE
        if numbered or name.startswith("list "):
            return Kind.BULLET
        key = based_on
    return Kind.PARAGRAPH
