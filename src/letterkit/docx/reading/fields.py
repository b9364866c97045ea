"""Fields: their codes are not shown, their results are, and those of some lead somewhere or count pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.docx.reading.pieces import Piece

_WORDS: Final = r'"((?:[^"\\]|\\.)*)"|(\S+)'
_ESCAPED: Final = r'\\(["\\])'
_PAGES: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_BUTTONS: Final = frozenset({"MACROBUTTON", "GOTOBUTTON"})  # whose words stand in their code
# Fields that show nothing, or no text; any other one shows something once Word fills it in.
_SILENT: Final = frozenset(
    ("XE", "TC", "TA", "SET", "ASK", "RD", "PRIVATE", "NEXT", "NEXTIF", "SKIPIF", "PRINT", "ADDIN",
     "HYPERLINK", "SHAPE", "EMBED", "LINK", "CONTROL", "HTMLCONTROL")
) | _PAGES  # fmt: skip


@dataclass(slots=True, eq=False)
class _Field:
    """An open field inside another one, if any: its code so far; once the result has begun, where it leads.

    `hidden` tells that the outer field hides it, since it is part of that one's code.
    """

    outer: _Field | None
    hidden: bool
    link: str
    page: bool
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    shows: bool = False

    @property
    def hides(self) -> bool:
        """Whether what stands in it now is code."""
        return self.hidden or not self.in_result


def resolve(pieces: Iterable[Piece]) -> list[tuple[str, int]]:
    """Mark what is code, where results lead, what numbers pages; return name and place of unseen fields.

    Signs of a field that has no beginning or no end are passed over: what they enclose stays text.
    """
    flow = list(pieces)
    paired = _paired(flow)
    inner: _Field | None = None
    empty: list[tuple[str, int]] = []
    for piece in flow:
        if piece.kind == "begin" and piece in paired:
            inner = _begin(inner)
        elif inner is not None and piece.kind == "separate" and not inner.in_result:
            _begin_result(inner)
        elif inner is not None and piece.kind == "end" and piece in paired:
            empty += _end(inner, piece)
            inner = inner.outer
        elif inner is not None:
            _inside(piece, inner)
    return empty


def _begin(outer: _Field | None) -> _Field:
    if outer is None:
        return _Field(None, hidden=False, link="", page=False)
    return _Field(outer, outer.hides, outer.link, outer.page)


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


def _begin_result(inner: _Field) -> None:
    inner.in_result = True
    words = _words("".join(inner.code))
    name = words[0].upper() if words else ""
    inner.page = inner.page or name in _PAGES
    if name == "HYPERLINK":
        inner.link = _address(words[1:])


def _words(code: str) -> list[str]:
    return [
        re.sub(_ESCAPED, r"\1", quoted) if quoted else plain for quoted, plain in re.findall(_WORDS, code)
    ]


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


def _inside(piece: Piece, inner: _Field) -> None:
    """Say of a piece inside fields what these make of it."""
    if inner.hides:
        piece.in_code = True
        coded = inner if not inner.in_result else inner.outer
        if coded is not None and not coded.in_result:
            coded.code.append(piece.text)
        return
    inner.shows = inner.shows or bool(piece.text.strip())
    piece.link = piece.link or inner.link
    piece.page = piece.page or inner.page


def _end(inner: _Field, piece: Piece) -> list[tuple[str, int]]:
    """Let a button show its words; return the name of a field that shows something that we do not see."""
    if inner.outer is not None:
        inner.outer.shows = inner.outer.shows or inner.shows
    name, _, rest = "".join(inner.code).strip().partition(" ")
    if name.upper() in _BUTTONS and not inner.hidden:
        piece.kind, piece.text = "text", rest.strip().partition(" ")[2]
        return []
    named = name.upper() not in _SILENT and name[:1].isalpha()
    unseen = named and not inner.shows and not inner.hidden
    return [(name.upper(), piece.place)] if unseen else []
