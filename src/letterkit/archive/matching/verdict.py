"""What can be said of a quote: whether and where it stands, and if not, why not and what comes nearest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from letterkit.archive.model import Kind, Page


class Status(StrEnum):
    """The verdict in one word, as `facts verify` counts it."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    WRONG_ITEM = "wrong_item"
    AMBIGUOUS = "ambiguous"
    UNCHECKED = "unchecked"


class Reason(StrEnum):
    """Why a quote is not found."""

    ABSENT = "absent"  # these words stand nowhere in the work
    ACROSS_PARAGRAPHS = "across-paragraphs"
    NOT_QUOTABLE = "not-quotable"  # they stand in an excerpt, pull quote, caption or the like alone
    MASKED = "masked"  # they hold a telephone number or an e-mail address
    INSIDE_WORD = "inside-word"  # the quote begins or ends within a word or number
    NO_ITEM = "no-item"  # the document has no such item
    EMPTY = "empty"
    EARLIER = "earlier"  # they stand in an earlier original of the source, not in the latest


@dataclass(frozen=True)
class Passage:
    """Where words stand: `work.blocks[block].text[start:end]` of the work with this item."""

    item: str | None
    block: int
    kind: Kind
    start: int
    end: int
    text: str
    context: str  # the text with a few words before and after, on one line
    heading: str | None = None  # the sub-heading above
    page: Page | None = None  # where the words begin


@dataclass(frozen=True)
class Difference:
    """Words of the quote and what the source has in their place; one of them may be empty."""

    quote: str
    source: str


@dataclass(frozen=True)
class Nearest:
    """The passage that comes nearest to a quote; `similarity` is between 0 and 1."""

    passage: Passage
    similarity: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Verdict:
    """What was found of a quote.

    `passages` says where it stands: the place (found), every place (ambiguous), the places in other items
    (wrong item) or the places that do not count (not quotable, masked, across paragraphs, inside a word).
    """

    status: Status
    quote: str
    item: str | None = None
    reason: Reason | None = None
    passages: tuple[Passage, ...] = ()
    nearest: Nearest | None = None

    @property
    def passage(self) -> Passage | None:
        """The place of a quote that is found."""
        return self.passages[0] if self.status is Status.FOUND else None
