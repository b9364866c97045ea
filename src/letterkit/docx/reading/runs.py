"""Handlers of runs and of what stands in them: characters, signs, fields, the calls of notes, objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.reading import objects
from letterkit.docx.reading.document import DocumentPicture
from letterkit.docx.reading.look import look
from letterkit.docx.reading.names import MATH, SPACE
from letterkit.docx.reading.symbols import UNKNOWN, symbol
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from letterkit.docx.reading.pieces import Kind
    from letterkit.docx.reading.state import State

_BLANKS: Final = " \t\r\n"
_AS_SPACE: Final = str.maketrans("\t\r\n", "   ")
_SIGNS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\xad",
}
_DATE_PARTS: Final = tuple(
    w(f"{unit}{form}") for unit in ("day", "month", "year") for form in ("Short", "Long")
)
_FIELD_SIGNS: Final[dict[str, Kind]] = {"begin": "begin", "separate": "separate", "end": "end"}
_PAGE_BREAKS: Final = frozenset({"page", "column"})
_ON: Final = frozenset({"1", "true", "on"})


def _run(state: State, element: etree._Element) -> None:
    style = state.open[-1].style if state.open else state.styles.paragraph("")
    state.looks.append(look(element.find(w("rPr")), style, state.styles, state.view))


def _end_run(state: State, _element: etree._Element) -> None:
    state.looks.pop()
    state.call = None


def _text(state: State, element: etree._Element) -> None:
    text = element.text or ""
    if element.get(SPACE) != "preserve":
        text = text.strip(_BLANKS)
    state.say("text", text.translate(_AS_SPACE))


def _deleted_text(state: State, element: etree._Element) -> None:
    if state.view == "rejected":
        _text(state, element)


def _sign(state: State, element: etree._Element) -> None:
    state.say("text", _SIGNS[str(element.tag)])


def _break(state: State, element: etree._Element) -> None:
    state.say("text", "\f" if element.get(w("type")) in _PAGE_BREAKS else "\n")


def _symbol(state: State, element: etree._Element) -> None:
    sign = symbol(element)
    state.say("text", sign)
    if sign == UNKNOWN:
        font, code = element.get(w("font"), "")[:40], element.get(w("char"), "")[:8]
        state.odd("symbol", f"a sign of the font {font} ({code})")


def _page_number(state: State, _element: etree._Element) -> None:
    state.say("text", page=True)


def _code(state: State, element: etree._Element) -> None:
    state.say("code", element.text or "")


def _field_sign(state: State, element: etree._Element) -> None:
    kind = _FIELD_SIGNS.get(element.get(w("fldCharType"), ""))
    if kind is not None:
        state.say(kind)


def _field(state: State, element: etree._Element) -> None:
    state.say("begin")
    state.say("code", element.get(w("instr"), ""))
    state.say("separate")


def _end_field(state: State, _element: etree._Element) -> None:
    state.say("end")


def _call(state: State, element: etree._Element) -> None:
    piece = state.say("call", element.get(w("id"), ""))
    piece.of = "endnotes" if element.tag == w("endnoteReference") else "footnotes"
    if element.get(w("customMarkFollows"), "0") in _ON:
        state.call = piece


def _number(state: State, _element: etree._Element) -> None:
    state.say("number")


def _object(state: State, element: etree._Element) -> None:
    if state.gone:
        return
    odd = objects.kind(element)
    words = objects.alternative(element)
    if odd is not None:
        state.odd(*odd)
    elif objects.hidden(element) or (state.looks and state.looks[-1].hidden):
        state.odd("hidden-text", "a hidden picture", words)
        return
    if element.tag != w("object"):
        about = state.part, state.name, state.place, words, *objects.size(element)
        found = list(objects.pictures(element, state.name, state.package))
        if odd is None and not found:
            found = [b""]
        state.pictures += [DocumentPicture(*about, data) for data in found]


def _equation(state: State, element: etree._Element) -> None:
    state.odd("equation", "an equation", "".join(each.text or "" for each in element.iter(f"{{{MATH}}}t")))


def _ruby(state: State, element: etree._Element) -> None:
    above = element.find(w("rt"))
    state.odd("ruby", "a reading above the text", "" if above is None else objects.texts(above))


def _date_part(state: State, _element: etree._Element) -> None:
    state.odd("field", "a part of the date that Word fills in")


def _forced_order(state: State, element: etree._Element) -> None:
    state.odd("reordered-text", "text in a forced order", objects.texts(element))


def _alternative_format(state: State, _element: etree._Element) -> None:
    state.odd("alternative-format", "a part in another format")


def _subdocument(state: State, _element: etree._Element) -> None:
    state.odd("subdocument", "a document inside the document")


STARTS: Final[dict[str, Callable[[State, etree._Element], None]]] = {
    w("r"): _run,
    w("t"): _text,
    w("delText"): _deleted_text,
    w("br"): _break,
    w("sym"): _symbol,
    w("pgNum"): _page_number,
    w("fldChar"): _field_sign,
    w("fldSimple"): _field,
    w("altChunk"): _alternative_format,
    w("subDoc"): _subdocument,
    w("ruby"): _ruby,
    w("bdo"): _forced_order,
    f"{{{MATH}}}oMath": _equation,
    f"{{{MATH}}}t": _text,
    **dict.fromkeys(_SIGNS, _sign),
    **dict.fromkeys(_DATE_PARTS, _date_part),
    **dict.fromkeys((w("instrText"), w("delInstrText")), _code),
    **dict.fromkeys((w("drawing"), w("pict"), w("object")), _object),
    **dict.fromkeys((w("footnoteReference"), w("endnoteReference")), _call),
    **dict.fromkeys((w("footnoteRef"), w("endnoteRef")), _number),
}
ENDS: Final[dict[str, Callable[[State, etree._Element], None]]] = {
    w("r"): _end_run,
    w("fldSimple"): _end_field,
}
