"""What a letter made of a document says differently from its pages: order, lists, numbers before headings."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.findings import finding, quoted
from letterkit.docx.reading.margins import margin_findings
from letterkit.docx.reading.parts import continues
from letterkit.docx.reading.roles import ORDER, styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.docx.reading.document import Block, Document, Item
    from letterkit.docx.reading.roles import Role
    from letterkit.findings import Finding


_TYPED: Final = "number it in the usual way, or type the labels and take the list away"


def remarks(document: Document, blocks: Sequence[Block], named: Sequence[Role]) -> Iterator[Finding]:
    """Yield what to know about the letter that these paragraphs with their parts make."""
    yield from margin_findings(document)
    yield from _order(blocks, named)
    for block, role in zip(blocks, named, strict=True):
        yield from _misplaced(block, role)
        yield from _label(block)
    body = [block for block, role in zip(blocks, named, strict=True) if role == "body"]
    yield from _lists(body)


def _order(blocks: Sequence[Block], named: Sequence[Role]) -> Iterator[Finding]:
    """Yield a finding where parts stand in another order than a letter prints them in."""
    for (_, before), (block, role) in pairwise(zip(blocks, named, strict=True)):
        if ORDER.index(role) < ORDER.index(before):
            message = f"the {role} stands below the {before}; a letter prints it above: {quoted(block.text)}"
            yield finding("part-order", "warning", message, block.place)
            return


def _misplaced(block: Block, role: Role) -> Iterator[Finding]:
    """Yield a finding where a paragraph is taken for another part than its style says."""
    named = styled(block)
    heading = named == "subject" and block.level
    text_below = named is None and "body text" in block.styles and role != "body"
    if (named and named != role and not heading) or text_below:
        style = block.styles[0]
        message = f"read as {role} by its place, though its style is {quoted(style)}: {quoted(block.text)}"
        yield finding("part-misplaced", "warning", message, block.place)


def _label(block: Block) -> Iterator[Finding]:
    """Yield a finding where a number that the page shows before a paragraph would be lost."""
    if block.item is not None and block.level and block.item.ordered and block.item.label:
        message = (
            f"the number {quoted(block.item.label)} before the heading {quoted(block.text)} would be lost"
        )
        yield finding(
            "heading-number", "warning", message, block.place, "type it, or take the numbering away"
        )


def _lists(body: Sequence[Block]) -> Iterator[Finding]:
    """Yield a finding where a list is nested, or counts in another way than 1., 2., 3."""
    outer: Item | None = None
    for block in body:
        item = None if block.level else block.item
        if item is not None and item.level:
            message = f"a list inside a list; a letter has lists of one level: {quoted(block.text)}"
            yield finding("list-nested", "warning", message, block.place, "make one list of it, or sentences")
            continue
        if item is not None and not item.ordered and item.label != "•":
            message = f"{quoted(item.label)} before an item of a list would be lost: {quoted(block.text)}"
            yield finding("list-number", "warning", message, block.place, _TYPED)
        begins = item is not None and (outer is None or not continues(item, outer))
        if item is not None and begins and item.ordered and item.label.strip("().") not in {"", "1"}:
            message = (
                f"the list begins with {quoted(item.label)}; a letter counts from 1: {quoted(block.text)}"
            )
            yield finding("list-number", "warning", message, block.place, _TYPED)
        outer = item
