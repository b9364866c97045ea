"""A published work as text: blocks in their order, each with the kind that says whether it may be quoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a block is; the value is the word for it in messages."""

    PARAGRAPH = "paragraph"
    HEADLINE = "headline"  # printed above the text of a page; not a sub-heading
    HEADING = "heading"
    BULLET = "bullet"
    TITLE = "title"  # what a feed says beside the text
    EXCERPT = "excerpt"
    PULL_QUOTE = "pull quote"
    ATTRIBUTION = "attribution of a pull quote"
    CAPTION = "caption or photo credit"
    BOILERPLATE = "boilerplate"

    @property
    def quotable(self) -> bool:
        """Whether a claim may rest on words of such a block."""
        return self in _QUOTABLE


_QUOTABLE = frozenset({Kind.PARAGRAPH, Kind.HEADLINE, Kind.HEADING, Kind.BULLET})


@dataclass(frozen=True)
class Block:
    """A paragraph or the like; `start` is the offset of its first character in the decoded document."""

    kind: Kind
    text: str
    start: int = 0

    @property
    def quotable(self) -> bool:
        """Whether a claim may rest on its words."""
        return self.kind.quotable


@dataclass(frozen=True)
class Work:
    """One work of a document.

    `item` tells it from the other works of the document and is None when the document is one work: in a feed
    the link, in a page with a letter `page` or `letter`.  `issued` is when it was published as far as the
    document says, `dated` the date that a letter bears.
    """

    item: str | None
    title: str
    issued: datetime | date | None
    blocks: tuple[Block, ...]
    link: str | None = None
    dated: date | None = None

    @cached_property
    def text(self) -> str:
        """The quotable text: quotable blocks joined by a line feed."""
        return "\n".join(block.text for block in self.blocks if block.quotable)

    def of_kind(self, kind: Kind) -> Iterator[Block]:
        """Yield the blocks of one kind in their order."""
        return (block for block in self.blocks if block.kind is kind)

    def heading(self, index: int) -> str | None:
        """Return the sub-heading that the block at `index` stands under; a headline is none."""
        above = (block.text for block in reversed(self.blocks[:index]) if block.kind is Kind.HEADING)
        return next(above, None)
