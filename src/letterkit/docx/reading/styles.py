"""The styles of a document: what each is called, and what it says of headings, lists and looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.docx.reading.names import on, value, whole
from letterkit.docx.reading.symbols import symbolic
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

# What programs call "heading 1" that translate even the names that the standard fixes.
_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|заголовок|başlıq|başlık|kop|rubrik|overskrift|otsikko|nagłówek|"
    r"nadpis|vernadpis|címsor|επικεφαλίδα|վերնագիր|სათაური|标题|標題|見出し|제목)\s?([1-9])"
)
_LONGEST_CHAIN: Final = 20  # Word itself gives up at eleven
_BODY_LEVEL: Final = 9  # an outline level that means none


class Style(NamedTuple):
    """What a style says, with what it takes over from those it is based on.

    `names` are its own and theirs, its own first, in lower case; `level` is that of a heading, 0 for none;
    `numbering` is the id and the level of a list.  What a style leaves open is None.
    """

    name: str = ""
    names: tuple[str, ...] = ()
    level: int = 0
    numbering: tuple[str, int] | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    symbolic: bool | None = None


NO_STYLE: Final = Style()


class Styles:
    """The styles of one document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        found = [] if root is None else root.findall(w("style"))
        self._elements = {style.get(w("styleId"), ""): style for style in found}
        self._known: dict[str, Style] = {}
        self._usual = next((key for key, style in self._elements.items() if _is_default(style)), "")

    def paragraph(self, key: str) -> Style:
        """Return the style of a paragraph that names `key`, or none at all."""
        return self[key if key in self._elements else self._usual]

    def __getitem__(self, key: str) -> Style:
        """Return a style by its id; one that is not there says nothing."""
        if key not in self._known:
            chain = list(self._chain(key))
            self._known[key] = _style(chain) if chain else NO_STYLE
        return self._known[key]

    @property
    def language(self) -> str:
        """The language of text that states none, or an empty string."""
        if self._root is None:
            return ""
        usual = self._root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
        return value(usual) or next(map(value, self._root.iter(w("lang"))), "")

    def _chain(self, key: str) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on; a circle is left after a while."""
        for _ in range(_LONGEST_CHAIN):
            if key not in self._elements:
                return
            yield self._elements[key]
            key = value(self._elements[key].find(w("basedOn")))


def _is_default(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "0") in {"1", "true", "on"}


def _style(chain: list[etree._Element]) -> Style:
    names = tuple(dict.fromkeys(value(style.find(w("name"))) for style in chain))
    lower = tuple(name.lower() for name in names)
    return Style(
        names[0],
        lower,
        next(filter(None, map(_level, chain)), 0),
        next(filter(None, map(_numbering, chain)), None),
        _switch(chain, "b"),
        _switch(chain, "i"),
        _switch(chain, "vanish"),
        next((said for said in map(_fonts, chain) if said is not None), None),
    )


def _fonts(style: etree._Element) -> bool | None:
    return symbolic(style.find(f"{w('rPr')}/{w('rFonts')}"))


def _switch(chain: list[etree._Element], tag: str) -> bool | None:
    found = (on(style.find(f"{w('rPr')}/{w(tag)}")) for style in chain)
    return next((state for state in found if state is not None), None)


def _level(style: etree._Element) -> int:
    """Return a heading's level from its name, else from its place in the outline."""
    named = _HEADING.fullmatch(value(style.find(w("name"))).lower())
    if named:
        return int(named[1])
    return outline(style.find(w("pPr")))


def outline(properties: etree._Element | None) -> int:
    """Return the heading level that the properties of a paragraph give it, 0 for none."""
    level = None if properties is None else whole(value(properties.find(w("outlineLvl"))))
    return 0 if level is None or not 0 <= level < _BODY_LEVEL else level + 1


def _numbering(style: etree._Element) -> tuple[str, int] | None:
    return numbering(style.find(w("pPr")))


def numbering(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return id and level of the numbering that the properties of a paragraph name, None for none."""
    number = None if properties is None else properties.find(w("numPr"))
    key = None if number is None else number.find(w("numId"))
    if number is None or key is None:
        return None
    return value(key), whole(value(number.find(w("ilvl")))) or 0
