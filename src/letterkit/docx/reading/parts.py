"""Parts of a letter out of paragraphs: rows of an address, the subject without its “Re:”, lists of items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from letterkit.docx.reading import forms
from letterkit.docx.reading.lines import merged
from letterkit.docx.reading.roles import by_itself, styled
from letterkit.letter.model import Claim, Heading, Link, ListBlock, Paragraph, Text

if TYPE_CHECKING:
    from letterkit.docx.reading.document import Block, Item
    from letterkit.letter.model import Block as BodyBlock
    from letterkit.letter.model import Inline, Line


def content(block: Block) -> Line:
    """Return a paragraph's line as a letter has it: no page breaks, no links to places in the document."""
    line = list(merged(_plainer(block.content)))
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if line and isinstance(part := line[end], Text):
            line[end] = Text(strip(part.text, "\f"), part.bold, part.italic)
    return tuple(merged(_broken(line)))


def _broken(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Let a page break inside a paragraph part its lines."""
    for part in inlines:
        if isinstance(part, Text):
            yield Text(part.text.replace("\f", "\n"), part.bold, part.italic)
        elif isinstance(part, Claim):
            yield Claim(part.id, tuple(merged(_broken(part.children))), part.use)  # type: ignore[arg-type]
        else:
            yield part


def _plainer(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for part in inlines:
        if isinstance(part, Link) and part.url.startswith("#"):
            yield from _plainer(part.children)
        elif isinstance(part, Claim):
            children = tuple(merged(_plainer(part.children)))
            yield Claim(part.id, children, part.use)  # type: ignore[arg-type]
        else:
            yield part


def lines(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """Return a line for each paragraph."""
    return tuple(content(block) for block in blocks)


def one_line(blocks: Iterable[Block]) -> Line:
    """Return paragraphs as one line, with breaks between them."""
    return tuple(merged(_joined(lines(blocks))))


def _joined(rows: Iterable[Line]) -> Iterator[Inline]:
    for number, row in enumerate(rows):
        if number:
            yield Text("\n")
        yield from row


def stacks(blocks: Sequence[Block]) -> tuple[tuple[Line, ...], ...]:
    """Return addresses or signatures, one for each paragraph of such a style.

    Paragraphs of other styles are rows of one, until white space parts them.
    """
    made: list[tuple[Line, ...]] = []
    for index, block in enumerate(blocks):
        own = tuple(rows(content(block)))
        loose = index and styled(block) is None and not by_itself(blocks, index)
        if loose:
            made[-1] += own
        else:
            made.append(own)
    return tuple(made)


def rows(line: Line) -> Iterator[Line]:
    """Yield the rows of a line that has breaks."""
    row: list[Inline] = []
    for part in line:
        texts = part.text.split("\n") if isinstance(part, Text) else [""]
        for text in texts[:-1]:
            yield tuple(merged([*row, _like(part, text)]))
            row = []
        row.append(_like(part, texts[-1]))
    yield tuple(merged(row))


def _like(part: Inline, text: str) -> Inline:
    return Text(text, part.bold, part.italic) if isinstance(part, Text) else part


def subject(blocks: Sequence[Block]) -> Line:
    """Return the subject without the “Re:” that a letter prints before it."""
    line = one_line(blocks)
    first = line[0] if line else None
    mark = forms.subject_mark(first.text) if isinstance(first, Text) else ""
    if not isinstance(first, Text) or not mark:
        return line
    return tuple(merged([Text(first.text[len(mark) :], first.bold, first.italic), *line[1:]]))


def body(blocks: Iterable[Block]) -> tuple[BodyBlock, ...]:
    """Return the blocks of the body: paragraphs of one list are its items."""
    made: list[BodyBlock] = []
    for key, group in groupby(_with_lists(blocks), lambda each: each[0]):
        if key is None:
            made += [_block(block) for _, block in group]
        else:
            items = [block for _, block in group]
            first = items[0].item
            made.append(ListBlock(lines(items), ordered=first is not None and first.ordered))
    return tuple(made)


def _with_lists(blocks: Iterable[Block]) -> Iterator[tuple[int | None, Block]]:
    """Yield each paragraph with the number of the list that it belongs to, None for those in no list."""
    count = 0
    outer: Item | None = None
    for block in blocks:
        item = None if block.level else block.item
        if item is None:
            outer = None
        elif outer is None or (item.level == 0 and not continues(item, outer)):
            count, outer = count + 1, item
        elif item.level == 0:
            outer = item
        yield (None if item is None else count), block


def continues(item: Item, last: Item) -> bool:
    """Tell whether an item is in the list of the last one: the same kind, and the next number."""
    return item.list == last.list and (item.number == last.number + 1 or item.number == 0)


def _block(block: Block) -> Paragraph | Heading:
    if block.level:
        return Heading(content(block), max(2, block.level))
    return Paragraph(content(block))
