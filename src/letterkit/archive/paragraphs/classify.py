"""Says of each paragraph of a web text what it is: body, heading, caption, pull quote or boilerplate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from letterkit.archive.model import Block, Kind
from letterkit.archive.paragraphs.furniture import is_call_to_click, is_credit, is_doubled, is_offer
from letterkit.archive.paragraphs.pullquotes import set_apart


def classify(blocks: list[Block]) -> list[Block]:
    """Give every block its kind; what no rule claims stays a paragraph or a bullet."""
    return _headings(refine(blocks))


def refine(blocks: list[Block]) -> list[Block]:
    """Do the same where the headings are known already."""
    for mark in _PASSES:
        blocks = mark(blocks)
    return blocks


def _captions(blocks: list[Block]) -> list[Block]:
    return _marked(blocks, Kind.CAPTION, lambda text: is_credit(text) or is_doubled(text))


def _repeated_captions(blocks: list[Block]) -> list[Block]:
    """Mark a line beside a caption that says the same, or the same without the credit."""
    marked = list(blocks)
    for index, (above, below) in enumerate(pairwise(blocks)):
        for here, other in ((index, below), (index + 1, above)):
            text = blocks[here].text
            same = text == other.text and len(text) <= 300 and blocks[here].kind is Kind.PARAGRAPH
            if same or (other.kind is Kind.CAPTION and other.text.startswith(text)):
                marked[here] = replace(blocks[here], kind=Kind.CAPTION)
    return marked


def _boilerplate(blocks: list[Block]) -> list[Block]:
    return _marked(blocks, Kind.BOILERPLATE, lambda text: is_call_to_click(text) or is_offer(text))


def _offered(blocks: list[Block]) -> list[Block]:
    """Mark a heading that offers other works ("You might also like"), and the list below an offer."""
    marked: list[Block] = []
    offering = False
    for block in blocks:
        offers = block.kind in (Kind.HEADING, Kind.BOILERPLATE) and is_offer(block.text)
        listed = offering and block.kind is Kind.BULLET
        offering = offers or listed
        marked.append(replace(block, kind=Kind.BOILERPLATE) if offering else block)
    return marked


def _headings(blocks: list[Block]) -> list[Block]:
    """Mark short lines without a full stop; the last block heads nothing."""
    body = [index for index, block in enumerate(blocks) if block.quotable]
    heads = {index for index in body[:-1] if _is_heading(blocks[index])}
    return [replace(b, kind=Kind.HEADING) if i in heads else b for i, b in enumerate(blocks)]


def _is_heading(block: Block) -> bool:
    text = block.text
    if block.kind is not Kind.PARAGRAPH or len(text) > 120 or "\n" in text or len(text.split()) > 15:
        return False
    if text.endswith(("”", '"', "’", "'")):
        return text.startswith(("“", '"', "‘", "'"))
    return not text.endswith((".", ":", ";", ",", "…", "!"))


def _marked(blocks: list[Block], kind: Kind, test: Callable[[str], bool]) -> list[Block]:
    return [replace(b, kind=kind) if b.kind is Kind.PARAGRAPH and test(b.text) else b for b in blocks]


_PASSES: tuple[Callable[[list[Block]], list[Block]], ...] = (
    _captions,
    _repeated_captions,
    _boilerplate,
    _offered,
    set_apart,
)
