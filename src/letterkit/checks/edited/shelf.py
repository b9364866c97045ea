"""What the check of an edited letter asks the store, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from letterkit.library.store import Library


class KnownClaim(NamedTuple):
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


class KnownSource(NamedTuple):
    """A source as notes cite it; `dates` are those that it may print, `issued` the day it appeared."""

    id: str
    by: str
    titles: tuple[str, ...]
    issued: date | None
    dates: tuple[date, ...] = ()
    url: str = ""


class KnownHolder(NamedTuple):
    """Somebody in an office: the days that show it, and whole terms with their first and last day."""

    name: str
    days: tuple[date, ...] = ()
    terms: tuple[tuple[date, date], ...] = ()


class KnownOffice(NamedTuple):
    """A recipient: words that its address prints, the title of the office, and its holders."""

    id: str
    words: tuple[str, ...]
    titles: tuple[str, ...]
    holders: tuple[KnownHolder, ...] = ()


class KnownTopic(NamedTuple):
    """Whether letters of a topic must look at several sides, and at which."""

    id: str
    conflict: bool
    one_sided: bool
    parties: tuple[str, ...] = ()
    draws_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the store knows, by ids.

    `replaced_by` are the claims that name a claim under `supersedes`, `rivals` those that conflict with it.
    """

    name: str = ""
    claims: Mapping[str, KnownClaim] = field(default_factory=dict)
    sources: Mapping[str, KnownSource] = field(default_factory=dict)
    offices: Mapping[str, KnownOffice] = field(default_factory=dict)
    topics: Mapping[str, KnownTopic] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    replaced_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


T = TypeVar("T")


class _WhenAsked(Mapping[str, T]):
    """Entries that are made when they are asked for: a letter rests on few of many claims."""

    def __init__(self, names: Mapping[str, object], make: Callable[[str], T]) -> None:
        self._names, self._make = names, make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def shelf(library: Library) -> Shelf:
    """Return what a library knows."""
    return Shelf(
        library.name,
        _WhenAsked(library.claims, partial(_claim, library)),
        _WhenAsked(library.sources, partial(_source, library)),
        _WhenAsked(library.recipients, partial(_office, library)),
        _WhenAsked(library.topics, partial(_topic, library)),
        _WhenAsked(library.parties, lambda name: library.parties[name].name),
        library.links.replaced_by,
        library.links.rivals,
    )


def _topic(library: Library, name: str) -> KnownTopic:
    topic = library.topics[name]
    return KnownTopic(name, topic.conflict, bool(topic.one_sided), topic.parties, topic.draws_on)


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
