"""Fields: their codes are not shown, their results are, and those of some lead somewhere or count pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.docx.reading.pieces import Piece

_WORDS: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPED: Final = re.compile(r'\\(["\\])')
_PAGES: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
# Fields that show something without a result of their own, or whose result stands elsewhere.
_BUTTONS: Final = frozenset({"MACROBUTTON", "GOTOBUTTON"})
_DRAWN: Final = frozenset(
    ("EQ", "SYMBOL", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "FORMCHECKBOX", "FORMDROPDOWN",
     "BARCODE", "DISPLAYBARCODE", "ADVANCE", "INCLUDETEXT", "INCLUDEPICTURE")
)  # fmt: skip


@dataclass(slots=True, eq=False)
class _Field:
    """An open field: its code so far, and once the result has begun, where that leads."""

    code: str = ""
    in_result: bool = False
    link: str = ""
    page: bool = False
    shows: bool = False


def resolve(pieces: Iterable[Piece]) -> list[str]:
    """Mark what is code, where results lead, what numbers pages; return the names of unseen fields.

    Signs of a field that has no beginning or no end are passed over: what they enclose stays text.
    """
    flow = list(pieces)
    paired = _paired(flow)
    open_fields: list[_Field] = []
    empty: list[str] = []
    for piece in flow:
        if piece.kind == "begin" and piece in paired:
            open_fields.append(_Field())
        elif piece.kind == "separate" and open_fields and not open_fields[-1].in_result:
            _begin_result(open_fields[-1])
        elif piece.kind == "end" and piece in paired:
            empty += _end(open_fields.pop(), piece)
        elif open_fields:
            _inside(piece, open_fields)
    return empty


def _paired(flow: list[Piece]) -> set[Piece]:
    """Return the beginnings and ends that belong together."""
    waiting: list[Piece] = []
    paired: set[Piece] = set()
    for piece in flow:
        if piece.kind == "begin":
            waiting.append(piece)
        elif piece.kind == "end" and waiting:
            paired |= {waiting.pop(), piece}
    return paired


def _begin_result(field: _Field) -> None:
    field.in_result = True
    words = _words(field.code)
    name = words[0].upper() if words else ""
    field.page = name in _PAGES
    if name == "HYPERLINK":
        field.link = _address(words[1:])


def _words(code: str) -> list[str]:
    return [_ESCAPED.sub(r"\1", quoted) if quoted else plain for quoted, plain in _WORDS.findall(code)]


def _address(words: list[str]) -> str:
    """Return where a HYPERLINK field leads: its address, with the place that it names as fragment."""
    address = fragment = ""
    rest = iter(words)
    for word in rest:
        if word == "\\l":
            fragment = next(rest, "")
        elif word in {"\\o", "\\t"}:
            next(rest, "")
        elif not word.startswith("\\") and not address:
            address = word
    return f"{address}#{fragment}" if fragment else address


def _inside(piece: Piece, open_fields: list[_Field]) -> None:
    """Say of a piece inside fields what these make of it."""
    code = next((field for field in open_fields if not field.in_result), None)
    if code is not None:
        code.code += piece.text
        piece.in_code = True
        return
    for field in open_fields:
        field.shows = field.shows or bool(piece.text.strip())
    piece.link = piece.link or next((field.link for field in reversed(open_fields) if field.link), "")
    piece.page = piece.page or any(field.page for field in open_fields)


def _end(field: _Field, piece: Piece) -> list[str]:
    """Let a button show its words; return the name of a field that shows something that we do not see."""
    name, _, rest = field.code.strip().partition(" ")
    if name.upper() in _BUTTONS:
        piece.kind, piece.text = "text", rest.strip().partition(" ")[2]
        return []
    return [name.upper()] if name.upper() in _DRAWN and not field.shows else []
