"""Handlers of what lies around text: links, content controls, bookmarks of claims, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.names import RELATION_ID, on, value
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from letterkit.docx.reading.state import State

_CLAIM_TAG: Final = r"fact:([a-z0-9]+(?:-[a-z0-9]+)*)"
_CLAIM_BOOKMARK: Final = "_fact_"


def _hyperlink(state: State, element: etree._Element) -> None:
    relation = state.package.relations(state.name).get(element.get(RELATION_ID, ""))
    target = relation.target if relation is not None and relation.external else ""
    anchor = element.get(w("anchor"), "")
    state.links.append(f"{target}#{anchor}" if anchor else target)


def _end_hyperlink(state: State, _element: etree._Element) -> None:
    state.links.pop()


def _control(state: State, element: etree._Element) -> None:
    state.prompts += _prompts(element)
    state.controls += 1
    tag = re.fullmatch(_CLAIM_TAG, _property(element, "tag"))
    if tag:
        state.open_mark("control", tag[1], str(state.controls), _property(element, "id"))


def _end_control(state: State, element: etree._Element) -> None:
    state.prompts -= _prompts(element)
    state.close_mark("control", str(state.controls))
    state.controls -= 1


def _property(control: etree._Element, tag: str) -> str:
    return value(control.find(f"{w('sdtPr')}/{w(tag)}"))


def _prompts(control: etree._Element) -> bool:
    """Tell whether a control is empty and shows what should be typed there."""
    return bool(on(control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")))


def _bookmark(state: State, element: etree._Element) -> None:
    name = element.get(w("name"), "").lower()
    if name.startswith(_CLAIM_BOOKMARK):
        state.open_mark("bookmark", name, element.get(w("id"), ""))


def _end_bookmark(state: State, element: etree._Element) -> None:
    state.close_mark("bookmark", element.get(w("id"), ""))


def _comment(state: State, element: etree._Element) -> None:
    number = element.get(w("id"), "")
    state.open_mark("comment", number, number)


def _end_comment(state: State, element: etree._Element) -> None:
    state.close_mark("comment", element.get(w("id"), ""))


def _comment_call(state: State, element: etree._Element) -> None:
    number = element.get(w("id"), "")
    state.open_mark("comment", number, f"call {number}")


STARTS: Final[dict[str, Callable[[State, etree._Element], None]]] = {
    w("hyperlink"): _hyperlink,
    w("sdt"): _control,
    w("bookmarkStart"): _bookmark,
    w("bookmarkEnd"): _end_bookmark,
    w("commentRangeStart"): _comment,
    w("commentRangeEnd"): _end_comment,
    w("commentReference"): _comment_call,
}
ENDS: Final[dict[str, Callable[[State, etree._Element], None]]] = {
    w("hyperlink"): _end_hyperlink,
    w("sdt"): _end_control,
}
