"""How characters look, as far as a letter can tell it or would lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.docx.reading.names import on, value, whole
from letterkit.docx.reading.symbols import symbolic
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from letterkit.docx.reading.document import View
    from letterkit.docx.reading.styles import Style, Styles

PLACEHOLDER: Final = "placeholder"  # the style of the writer, in lower case
_CLEAR: Final = frozenset({"", "auto", "ffffff", "none"})
_WHITE: Final = "ffffff"
_SMALLEST: Final = 4  # half points
_OFF_THE_LINE: Final = 4  # half points
_NARROWEST: Final = 10  # percent of a sign's width
# What a letter cannot show, and what else it would be.
_SWITCHES: Final = (("strike", "struck out"), ("dstrike", "struck out"), ("caps", "in capitals by format"))


class Look(NamedTuple):
    """The look of a run; `lost` names what a letter cannot show, `lit` tells of a background.

    `unseen` names why nobody sees on the page what a letter would show; `symbolic` tells that the signs of
    its font are not those of its text.
    """

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    placeholder: bool = False
    lit: bool = False
    lost: tuple[str, ...] = ()
    unseen: str = ""
    symbolic: bool = False


PLAIN: Final = Look()


def look(properties: etree._Element | None, paragraph: Style, styles: Styles, view: View) -> Look:
    """Return the look of a run with these properties in a paragraph of that style.

    Bold and italic are what the run adds to its paragraph: a heading that is bold by its style is plain text.
    """
    if properties is None and not (paragraph.hidden or paragraph.symbolic):
        return PLAIN
    found = {str(each.tag): each for each in _effective(properties, view)}
    style = styles[value(found.get(w("rStyle")))]
    leftward = on(found.get(w("rtl"))) or on(found.get(w("cs")))
    return Look(
        bold=_first(on(found.get(w("bCs" if leftward else "b"))), style.bold),
        italic=_first(on(found.get(w("iCs" if leftward else "i"))), style.italic),
        hidden=_first(on(found.get(w("vanish"))), style.hidden, paragraph.hidden),
        placeholder=PLACEHOLDER in style.names,
        lit=_lit(found),
        lost=_lost(found),
        unseen=_unseen(found),
        symbolic=_first(symbolic(found.get(w("rFonts"))), style.symbolic, paragraph.symbolic),
    )


def _effective(properties: etree._Element | None, view: View) -> etree._Element | tuple[()]:
    """Return the properties that count in a view: what was changed still holds what was before."""
    if properties is None:
        return ()
    if view == "rejected" and (change := properties.find(w("rPrChange"))) is not None:
        before = change.find(w("rPr"))
        return () if before is None else before
    return properties


def _first(*states: bool | None) -> bool:
    return next((state for state in states if state is not None), False)


def _lit(found: Mapping[str, etree._Element]) -> bool:
    shade = found.get(w("shd"))
    fill = "" if shade is None else shade.get(w("fill"), "")
    return not {value(found.get(w("highlight"))).lower(), fill.lower()} <= _CLEAR


def _unseen(found: Mapping[str, etree._Element]) -> str:
    """Return why text is there and not seen, or an empty string."""
    if value(found.get(w("color"))).lower() == _WHITE and not _lit(found):
        return "in white"
    size, width = whole(value(found.get(w("sz")))), whole(value(found.get(w("w"))).removesuffix("%"))
    small = (size is not None and size <= _SMALLEST) or (width is not None and width < _NARROWEST)
    return "too small to be read" if small else ""


def _moved(half_points: int) -> str:
    """Return what text is that stands off its line, as LibreOffice writes superscript and subscript."""
    if abs(half_points) < _OFF_THE_LINE:
        return ""
    return "superscript" if half_points > 0 else "subscript"


def _lost(found: Mapping[str, etree._Element]) -> tuple[str, ...]:
    names = [name for tag, name in _SWITCHES if on(found.get(w(tag)))]
    raised = value(found.get(w("vertAlign"))) or _moved(whole(value(found.get(w("position")))) or 0)
    if raised in {"superscript", "subscript"}:
        names.append(f"in {raised}")
    if value(found.get(w("u")), "none") != "none":
        names.append("underlined")
    return tuple(names)
