"""Set the lines of a letter so that no line breaks inside a date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from letterkit.letter.markup import as_inline
from letterkit.letter.model import Block, Claim, Inline, Line, ListBlock, Text
from letterkit.library import edtf

_Part = TypeVar("_Part")
_DATE = re.compile(rf"\b(?:{'|'.join(edtf.MONTHS)}) \d{{1,2}}(?:–\d{{1,2}})?(?:, \d{{4}})?\b")


def line_of(text: str) -> Line:
    """Return a line of plain words, in which square brackets mark what is to be filled in."""
    return (as_inline(_bind(text)),) if text else ()


def _bind(text: str) -> str:
    """Join month, day and year so that a line never breaks inside a date."""
    return _DATE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def set_line(content: Line) -> Line:
    """Return a line with its dates held together."""
    return tuple(_typeset_inline(part) for part in content)


def _typeset_inline(part: Inline) -> Inline:
    return (
        replace(part, children=tuple(map(_typeset_text, part.children)))
        if isinstance(part, Claim)
        else _typeset_text(part)
    )


def _typeset_text(part: _Part) -> _Part:
    return replace(part, text=_bind(part.text)) if isinstance(part, Text) else part


def set_block(block: Block) -> Block:
    """Return a paragraph or list with its dates held together."""
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(set_line(item) for item in block.items))
    return replace(block, content=set_line(block.content))
