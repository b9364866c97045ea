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
    NOTE = "note"  # a footnote or endnote, kept apart from the text it belongs to
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


_QUOTABLE = frozenset({Kind.PARAGRAPH, Kind.HEADLINE, Kind.HEADING, Kind.BULLET, Kind.NOTE})


@dataclass(frozen=True)
class Page:
    """A page: its number in the file, from 1, and what is printed on it, where that differs."""

    number: int
    printed: str | None = None

    def __str__(self) -> str:
        return f"page {self.number} (printed {self.printed})" if self.printed else f"page {self.number}"


@dataclass(frozen=True)
class Block:
    """A paragraph or the like.

    `start` is the offset of its first character in the decoded document, where that is text.  `pages` says
    for a document with pages from which character of the text on it stands on which page.
    """

    kind: Kind
    text: str
    start: int = 0
    pages: tuple[tuple[int, Page], ...] = ()

    def page(self, at: int = 0) -> Page | None:
        """Return the page on which the character at `at` stands, None when there are no pages."""
        return next((page for first, page in reversed(self.pages) if first <= at), None)

    @property
    def quotable(self) -> bool:
        """Whether a claim may rest on its words."""
        return self.kind.quotable


@dataclass(frozen=True)
class About:
    """What else a document says of a work; what it does not say is left empty, never guessed.

    `guid` is the feed's own name for an item; `container` the feed or site that carries it; `kind` what the
    publisher calls it ("Press release"); `number` its index number; `modified` when it was last changed;
    `likely_title` stands in largest print and may be the title; `seen_dates` are days printed near the top.
    """

    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    number: str | None = None
    kind: str | None = None
    guid: str | None = None
    container: str | None = None
    modified: datetime | date | None = None
    likely_title: str | None = None
    seen_dates: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()  # what a person should know before resting a claim on the text
    doubts: tuple[str, ...] = ()  # what is not certain about the day of publication


@dataclass(frozen=True)
class Work:
    """One work of a document.

    `item` tells it from the other works of the document and is None when the document is one work: in a feed
    the link, in a page with a letter `page` or `letter`.  `issued` is when it was published as far as the
    document says, `dated` the date that a letter bears, `link` its address.
    """

    item: str | None
    title: str
    issued: datetime | date | None
    blocks: tuple[Block, ...]
    link: str | None = None
    dated: date | None = None
    about: About = About()

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
