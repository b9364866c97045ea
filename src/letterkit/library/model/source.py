"""A published work, in CSL's terms, and its archived originals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal

from letterkit.library import edtf
from letterkit.library.model.record import NOTHING, Model, key

if TYPE_CHECKING:
    from letterkit.library.model.typed import Day, Moment, Prose, Slug, WebAddress

# The types of CSL 1.0.2.
CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip


class Original(Model):
    """Archived bytes in `seeds/`, and which part of them a source is."""

    document: str
    sha256: str
    item: str | None = None
    text_sha256: str | None = None
    accessed: Day | None = None
    kind: str | None = None
    guid: str | None = None


class Name(Model):
    """A person's name in the parts that CSL sorts by."""

    family: str
    given: str | None = None
    dropping_particle: str | None = key(default=None, alias="dropping-particle")
    non_dropping_particle: str | None = key(default=None, alias="non-dropping-particle")
    suffix: str | None = None

    def __str__(self) -> str:
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return " ".join(part for part in parts if part)


class Source(Model):
    """A published work, in CSL's terms.

    `issued` is the moment it was published, in its own offset, or the month or year where no more is known;
    without it no letter can cite the source.  `csl` holds what else a reference manager says of it.
    """

    id: Slug
    type: CslType
    title: Prose
    title_short: Prose | None = key(default=None, alias="title-short")
    publisher: Prose | None = None
    author: tuple[str | Name, ...] = ()
    issued: Moment | None = None
    dated: Day | None = None
    url: WebAddress | None = key(default=None, alias="URL")
    kind: str = "report"
    rank: Literal["primary", "relay", "own-letter"] = "primary"
    genre: str | None = None
    number: str | None = None
    container_title: str | None = key(default=None, alias="container-title")
    recipient: str | None = None
    language: str | None = None
    originals: tuple[Original, ...] = ()
    accessed: Day | None = None
    csl: Mapping[str, str] = NOTHING
    note: str | None = None

    @property
    def issued_on(self) -> date:
        """The day of publication in the source's own offset.

        The last day of a month or year where no more is known, and the last day of all for a source without a
        date: it was surely published by then.
        """
        return edtf.published(self.issued).last if self.issued else date.max

    @property
    def issued_span(self) -> edtf.Span | None:
        """The day, month or year of publication, as exactly as it is known."""
        return edtf.published(self.issued) if self.issued else None

    @property
    def issued_text(self) -> str | None:
        """The day, month or year of publication in ISO 8601, as exactly as it is known."""
        span = self.issued_span
        return span.text if span else None

    @property
    def printed_date(self) -> date:
        """The day that a citation names: a letter's own date, else the day of publication."""
        return self.dated or self.issued_on

    @property
    def own_day(self) -> date | None:
        """The day from which its words "yesterday" and "on Monday" count, where the day is known."""
        exact = self.issued is not None and edtf.published(self.issued).first == self.issued_on
        return self.dated or (self.issued_on if exact else None)

    @property
    def by(self) -> str:
        """Who a citation names: the publisher, else the authors, else what contains the work."""
        authors = ", ".join(map(str, self.author))
        return self.publisher or authors or self.container_title or "Publisher unknown"
