"""The numbering of lists: whether a paragraph has a bullet or a number, and which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.docx.reading.document import Item
from letterkit.docx.reading.names import value, whole
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from lxml import etree

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_LABEL: Final = 60
_LARGEST_ROMAN: Final = 3999
_PLACE: Final = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class _List(NamedTuple):
    """A numbering: its kind, its levels by depth, where it starts anew, the counts that its kind shares."""

    kind: str
    levels: dict[int, _Level]
    restarts: dict[int, int]
    counts: dict[int, int]
    begun: set[int]


class Numbering:
    """Counts the paragraphs of lists; ask once for each, in the order of the page."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else list(root)
        self._kinds = {
            each.get(w("abstractNumId"), ""): each for each in found if each.tag == w("abstractNum")
        }
        self._numbers = {each.get(w("numId"), ""): each for each in found if each.tag == w("num")}
        self._counts: dict[str, dict[int, int]] = {}
        self._lists: dict[str, _List] = {}

    def item(self, key: str, depth: int) -> Item | None:
        """Return the mark of the next paragraph of a list, None where the list shows none."""
        if key not in self._numbers or key == "0":
            return None
        numbering = self._list(key)
        level = numbering.levels.get(depth)
        if level is None or (level.form == "none" and not _PLACE.sub("", level.text).strip()):
            return None
        number = _next(numbering, level, depth)
        if level.form == "bullet":
            return Item(numbering.kind, depth, ordered=False, label=_sign(level.text), number=number)
        return Item(numbering.kind, depth, ordered=True, label=_label(numbering, level), number=number)

    def _list(self, key: str) -> _List:
        if key not in self._lists:
            number = self._numbers[key]
            kind_key, kind = self._kind(value(number.find(w("abstractNumId"))))
            overrides = {whole(each.get(w("ilvl"))) or 0: each for each in number.findall(w("lvlOverride"))}
            own = [level for each in overrides.values() for level in each.findall(w("lvl"))]
            levels = [] if kind is None else kind.findall(w("lvl"))
            starts = {depth: whole(value(each.find(w("startOverride")))) for depth, each in overrides.items()}
            self._lists[key] = _List(
                kind_key,
                {whole(each.get(w("ilvl"))) or 0: _level(each) for each in [*levels, *own]},
                {depth: start for depth, start in starts.items() if start is not None},
                self._counts.setdefault(kind_key, {}),
                set(),
            )
        return self._lists[key]

    def _kind(self, key: str) -> tuple[str, etree._Element | None]:
        """Return a kind of list; one that only names a style leads to the kind that defines that style."""
        kind = self._kinds.get(key)
        style = "" if kind is None else value(kind.find(w("numStyleLink")))
        defining = (
            each for each in self._kinds.items() if style and value(each[1].find(w("styleLink"))) == style
        )
        return next(defining, (key, kind))


def _sign(text: str) -> str:
    """Return what stands before an item: a bullet, whatever sign its font makes of it, or words."""
    return text if len(text.strip()) > 1 and any(map(str.isalnum, text)) else "•"


def _level(element: etree._Element) -> _Level:
    start = whole(value(element.find(w("start"))))
    form = value(element.find(w("numFmt")), "decimal")
    return _Level(form, value(element.find(w("lvlText")))[:_LONGEST_LABEL], 1 if start is None else start)


def _next(numbering: _List, level: _Level, depth: int) -> int:
    """Return the next number: lists of one kind count on, unless one says where it starts."""
    counts = numbering.counts
    if depth in numbering.restarts and depth not in numbering.begun:
        counts[depth] = numbering.restarts[depth]
    else:
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
    numbering.begun.add(depth)
    for deeper in [each for each in counts if each > depth]:
        del counts[deeper]
    return counts[depth]


def _label(numbering: _List, level: _Level) -> str:
    def shown(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        outer = numbering.levels.get(depth)
        return "" if outer is None else counted(numbering.counts.get(depth, outer.start), outer.form)

    return _PLACE.sub(shown, level.text)


def counted(number: int, form: str) -> str:
    """Return a number as a list shows it: `lowerLetter` gives a, b … z, aa; an unknown form gives digits."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= _LARGEST_ROMAN:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        while number >= worth:
            written, number = written + sign, number - worth
    return written
