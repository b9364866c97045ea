"""What the check of an edited letter asks the store, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from letterkit.library.load import Library


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim: the wordings that letters print, its source, and what the date rules need."""

    id: str
    source: str
    texts: tuple[str, ...]
    role: str
    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    valid_until: date | None = None
    review_by: date | None = None
    is_forecast: bool = False


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source as notes cite it; `dates` are those that it may print, `issued` the day it appeared."""

    id: str
    by: str
    titles: tuple[str, ...]
    issued: date | None
    dates: tuple[date, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class KnownHolder:
    """Somebody in an office: the days that show it, and whole terms with their first and last day."""

    name: str
    days: tuple[date, ...] = ()
    terms: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """A recipient: words that its address prints, the title of the office, and its holders."""

    id: str
    words: tuple[str, ...]
    titles: tuple[str, ...]
    holders: tuple[KnownHolder, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """Whether letters of a topic must look at several sides, and at which."""

    id: str
    conflict: bool
    one_sided: bool
    parties: tuple[str, ...] = ()
    draws_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the store knows, by ids; `variants` gives the name that a source's own spelling stands for."""

    name: str = ""
    claims: Mapping[str, KnownClaim] = field(default_factory=dict)
    sources: Mapping[str, KnownSource] = field(default_factory=dict)
    offices: Mapping[str, KnownOffice] = field(default_factory=dict)
    topics: Mapping[str, KnownTopic] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)


def shelf(library: Library) -> Shelf:
    """Return what a library knows."""
    return Shelf(
        library.name,
        {name: _claim(library, name) for name in library.claims},
        {name: _source(library, name) for name in library.sources},
        {name: _office(library, name) for name in library.recipients},
        {
            topic.id: KnownTopic(
                topic.id, topic.conflict, bool(topic.one_sided), topic.parties, topic.draws_on
            )
            for topic in library.topics.values()
        },
        {party.id: party.name for party in library.parties.values()},
        {
            variant: person.name
            for claim in library.claims.values()
            for person in claim.persons
            for variant in person.variants
        },
    )


def _claim(library: Library, name: str) -> KnownClaim:
    claim = library.claims[name]
    texts = tuple(text for text in (claim.claim, claim.follow) if text)
    return KnownClaim(
        name, claim.source, texts, claim.role, claim.parties, claim.topics, claim.supersedes,
        claim.valid_until, claim.review_by, claim.certainty == "forecast",
    )  # fmt: skip


def _source(library: Library, name: str) -> KnownSource:
    source = library.sources[name]
    titles = (source.title, *([source.title_short] if source.title_short else []))
    if source.recipient:
        titles = (*titles, f"letter to {source.recipient.split()[-1]}")
    dates = tuple(dict.fromkeys((source.printed_date, source.issued_on)))
    return KnownSource(name, source.by, titles, source.issued_on, dates, source.url or "")


def _office(library: Library, name: str) -> KnownOffice:
    recipient = library.recipients[name]
    holders = tuple(
        KnownHolder(holder.name, holder.seen, tuple((term.start, term.last) for term in holder.terms))
        for holder in recipient.holders
    )
    words = tuple(word for word in (recipient.bureau, recipient.organisation) if word)
    return KnownOffice(name, words, (recipient.office, *recipient.jointly), holders)
