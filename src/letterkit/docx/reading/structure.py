"""Handlers of what text stands in: paragraphs, tables, text boxes, tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.objects import BOX, texts
from letterkit.docx.reading.pieces import Para
from letterkit.docx.reading.styles import numbering, outline
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from letterkit.docx.reading.document import View
    from letterkit.docx.reading.state import State

_HIDDEN: Final = {
    "accepted": frozenset({w("del"), w("moveFrom")}),
    "rejected": frozenset({w("ins"), w("moveTo")}),
}
# The same for the end of a paragraph, for a row, for a cell: an element among its properties says so.
_END_GONE: Final = {"accepted": (w("del"),), "rejected": (w("ins"),)}
_END_MOVED: Final = {"accepted": (w("moveFrom"),), "rejected": (w("moveTo"),)}
_CELL_GONE: Final = {"accepted": (w("del"), w("cellDel")), "rejected": (w("ins"), w("cellIns"))}


def _paragraph(state: State, element: etree._Element) -> None:
    if state.part == "body":
        state.counted += 1
        state.place = state.counted
    found = element.find(w("pPr"))
    properties = _effective(found, state.view)
    style = state.styles.paragraph(_value(properties, "pStyle"))
    end = None if found is None else found.find(w("rPr"))
    made = Para(
        state.place,
        state.rooms[-1],
        state.where[-1],
        style,
        outline(properties) or style.level,
        numbering(properties) or style.numbering,
        joined=_has(end, _END_GONE[state.view]),
        moved=_has(end, _END_MOVED[state.view]),
    )
    if properties is not None and properties.find(w("framePr")) is not None and state.part == "body":
        state.odd("text-box", "a frame around a paragraph", texts(element))
    state.open.append(made)
    if not state.gone:
        state.paragraphs.append(made)


def _effective(properties: etree._Element | None, view: View) -> etree._Element | None:
    """Return the properties that count in a view: what was changed still holds what was before."""
    change = None if properties is None or view == "accepted" else properties.find(w("pPrChange"))
    return properties if change is None else change.find(w("pPr"))


def _value(properties: etree._Element | None, tag: str) -> str:
    found = None if properties is None else properties.find(w(tag))
    return "" if found is None else found.get(w("val"), "")


def _has(element: etree._Element | None, tags: tuple[str, ...]) -> bool:
    return element is not None and any(element.find(tag) is not None for tag in tags)


def _end_paragraph(state: State, _element: etree._Element) -> None:
    """Close a paragraph; one that held a text box goes on as the paragraph that it was."""
    state.open.pop()
    if state.open and state.part == "body":
        state.place = state.open[-1].place


def _table(state: State, element: etree._Element) -> None:
    if "table" not in state.where:
        state.odd("table", "a table", texts(element), state.counted + 1 if state.part == "body" else None)
    state.where.append("table")


def _end_table(state: State, _element: etree._Element) -> None:
    state.where.pop()
    state.new_room()


def _is_gone(element: etree._Element, view: View) -> bool:
    """Tell whether a row or a cell was deleted, or inserted, as a whole."""
    properties = element.find(f"{element.tag}Pr")
    return _has(properties, _CELL_GONE[view])


def _row(state: State, element: etree._Element) -> None:
    state.gone += _is_gone(element, state.view)


def _end_row(state: State, element: etree._Element) -> None:
    state.gone -= _is_gone(element, state.view)


def _cell(state: State, element: etree._Element) -> None:
    _row(state, element)
    state.rooms.append(0)
    state.new_room()


def _end_cell(state: State, element: etree._Element) -> None:
    _end_row(state, element)
    state.rooms.pop()


def _box(state: State, _element: etree._Element) -> None:
    state.where.append("text-box")
    state.links.append("")
    state.rooms.append(0)
    state.new_room()


def _end_box(state: State, _element: etree._Element) -> None:
    state.where.pop()
    state.links.pop()
    state.rooms.pop()


def _change(state: State, element: etree._Element) -> None:
    state.gone += element.tag in _HIDDEN[state.view]


def _end_change(state: State, element: etree._Element) -> None:
    state.gone -= element.tag in _HIDDEN[state.view]


_CHANGES: Final = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
STARTS: Final[dict[str, Callable[[State, etree._Element], None]]] = {
    w("p"): _paragraph,
    w("tbl"): _table,
    w("tr"): _row,
    w("tc"): _cell,
    BOX: _box,
    **dict.fromkeys(_CHANGES, _change),
}
ENDS: Final[dict[str, Callable[[State, etree._Element], None]]] = {
    w("p"): _end_paragraph,
    w("tbl"): _end_table,
    w("tr"): _end_row,
    w("tc"): _end_cell,
    BOX: _end_box,
    **dict.fromkeys(_CHANGES, _end_change),
}
