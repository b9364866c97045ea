"""A small reader of DOCX files, so that tests see a letter as Word does and not as we wrote it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from letterkit.docx.xml import w

SIGNS = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\xad"}
STYLED = (w("pStyle"), w("rStyle"), w("tblStyle"), w("basedOn"), w("next"), w("link"))


def members(data: bytes) -> dict[str, bytes]:
    """Return the files inside a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(members(data)[name])


def changed(data: bytes, name: str, *replacements: tuple[str, str]) -> bytes:
    """Return a package with words in one of its files replaced; each must occur."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members(data).items():
            if member == name:
                text = content.decode()
                for old, new in replacements:
                    assert old in text
                    text = text.replace(old, new)
                archive.writestr(member, text)
            else:
                archive.writestr(member, content)
    return made.getvalue()


def words(element: etree._Element) -> str:
    """Return the text of an element as it prints."""
    printed = (SIGNS.get(each.tag) or (each.tag == w("t") and each.text) or "" for each in element.iter())
    return "".join(printed)


def style_names(data: bytes) -> dict[str, str]:
    """Return the names of a document's styles by id."""
    return {
        style.get(w("styleId")): style.find(w("name")).get(w("val"))
        for style in part(data, "word/styles.xml").iter(w("style"))
    }


def paragraphs(data: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Return style and text of each paragraph in a part."""
    names = style_names(data)
    return [
        (names.get(value(each.find(f"{w('pPr')}/{w('pStyle')}")), ""), words(each))
        for each in part(data, name).iter(w("p"))
    ]


def value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")


def values(data: bytes, tag: str, attribute: str = "val", name: str = "word/document.xml") -> list[str]:
    """Return an attribute of each element of a tag, in the order of the page."""
    return [element.get(w(attribute)) for element in part(data, name).iter(w(tag))]


def links(data: bytes, name: str) -> dict[str, str]:
    """Return the addresses that a part's hyperlinks lead to, by their words."""
    folder, _, file = name.rpartition("/")
    targets = {each.get("Id"): each.get("Target") for each in part(data, f"{folder}/_rels/{file}.rels")}
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    return {words(each): targets[each.get(f"{space}id")] for each in part(data, name).iter(w("hyperlink"))}


def faults(data: bytes) -> list[str]:
    """Return what openxml-audit and ooxml-integrity both overlook: doubled marks, styles that are not."""
    return [*_doubled(data), *_undefined(data)]


def _stories(data: bytes) -> Iterator[etree._Element]:
    for name, content in members(data).items():
        if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
            yield etree.fromstring(content)


def _doubled(data: bytes) -> Iterator[str]:
    for tag, attribute in (
        (f"{w('sdtPr')}/{w('id')}", "val"),
        (w("bookmarkStart"), "id"),
        (w("bookmarkStart"), "name"),
    ):
        seen: set[str] = set()
        for root in _stories(data):
            for element in root.iterfind(f".//{tag}"):
                mark = element.get(w(attribute))
                if mark in seen:
                    yield f"two {etree.QName(element).localname} with {attribute} {mark}"
                seen.add(mark)


def _undefined(data: bytes) -> Iterator[str]:
    defined = style_names(data)
    for root in _stories(data):
        for element in root.iter(*STYLED):
            if element.get(w("val")) not in defined:
                yield f"no style {element.get(w('val'))}"
