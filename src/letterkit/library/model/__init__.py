"""The store as values: what the YAML files hold, typed and frozen.  No file is opened here.

What the annotations ask of a value (`Slug`, `Day`, `Prose` …) is said in `typed`, which reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from letterkit.library import edtf
from letterkit.library.model.record import Model, key

if TYPE_CHECKING:
    from letterkit.library.model.typed import (
        ClaimId,
        CommitteeCode,
        Day,
        Format,
        Moment,
        Number,
        Prose,
        Slug,
        SpanField,
        WebAddress,
    )

NOTHING: Final[Any] = MappingProxyType({})  # the default of a mapping
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Certainty = Literal[
    "verified", "documented", "strong-evidence", "apparent", "reported", "testimony", "estimated",
    "widely-believed", "unverified", "background", "legal-norm", "legal-finding", "opinion", "call",
    "forecast",
]  # fmt: skip
# How strongly a certainty asserts; what is not a matter of evidence stands with `documented`.
CERTAINTY_RANK: Mapping[str, int] = {
    "verified": 5, "documented": 4, "background": 4, "legal-norm": 4, "legal-finding": 4, "call": 4,
    "strong-evidence": 3, "apparent": 2, "opinion": 2, "reported": 1, "testimony": 1, "estimated": 1,
    "widely-believed": 1, "unverified": 0, "forecast": 0,
}  # fmt: skip
NEEDS_NO_SPEAKER = ("verified", "documented", "background", "legal-norm")
Role = Literal["context", "evidence", "pattern", "law", "call", "testimony", "response"]
Audience = Literal[
    "us-state", "us-congress", "fm-az", "fm-am", "un-ohchr", "un-member-states", "company", "russia"
]  # fmt: skip
# The types of CSL 1.0.2.
CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip


@lru_cache(maxsize=4096)
def published(value: str) -> edtf.Span:
    """Return the day, month or year of publication in the source's own offset; raises ValueError."""
    if "/" in value:
        raise ValueError(f"'{value}' is no day")
    return edtf.parse(datetime.fromisoformat(value).date().isoformat() if "T" in value else value)


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
        return published(self.issued).last if self.issued else date.max

    @property
    def issued_span(self) -> edtf.Span | None:
        """The day, month or year of publication, as exactly as it is known."""
        return published(self.issued) if self.issued else None

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
        exact = self.issued is not None and published(self.issued).first == self.issued_on
        return self.dated or (self.issued_on if exact else None)

    @property
    def by(self) -> str:
        """Who a citation names: the publisher, else the authors, else what contains the work."""
        authors = ", ".join(map(str, self.author))
        return self.publisher or authors or self.container_title or "Publisher unknown"


class Figure(Model):
    """A number that a claim states, what it counts, and the words that limit it (`at least`)."""

    value: Number
    unit: str
    qualifier: str | None = None


class Sensitivity(Model):
    """What a reader or a person named could be harmed by; `graphic` from 0 (nothing) to 4 (gore)."""

    graphic: int = key(default=0, ge=0, le=4)
    privacy: bool = False
    minor: bool = False
    suicide: bool = False
    sexual: bool = False
    hate_speech: bool = False


class Person(Model):
    """Somebody named in a claim; a status is a dated fact."""

    name: str
    variants: tuple[str, ...] = ()
    pseudonym: bool = False
    minor: bool = False
    status: str | None = None
    status_as_of: Day | None = None
    role: str | None = None
    note: str | None = None


class Claim(Model):
    """One factual sentence in our own words, and the quotes that carry it.  `source` is set by the loader."""

    id: ClaimId
    source: str
    claim: Prose
    follow: Prose | None = None
    quotes: tuple[Prose, ...] = key(min_length=1)
    topics: tuple[Slug, ...] = key(min_length=1)
    role: Role
    parties: tuple[Slug, ...]
    party_from: Literal["sentence", "heading"] = "sentence"
    happened: SpanField | None = None
    place: str | None = None
    certainty: Certainty
    component_certainty: Mapping[str, Certainty] = NOTHING
    attributed_to: str | None = None
    figures: tuple[Figure, ...] = ()
    sensitivity: Sensitivity = Sensitivity()
    supersedes: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    lead_in: str | None = None
    pair: str | None = None
    valid_until: Day | None = None
    review_by: Day | None = None
    persons: tuple[Person, ...] = ()
    note: str | None = None
    weight: int = key(default=1, ge=0, le=3)  # 0: only where `--include` asks for it


class Uncited(Model):
    """A passage that no claim rests on, and why."""

    quote: Prose
    reason: Prose


class Party(Model):
    """Whom a sentence can hold responsible: `name` as letters print it, `forms` as sources name it."""

    id: Slug
    name: str
    adjective: str | None = None
    people: str | None = None
    forms: tuple[str, ...] = ()


class Ask(Model):
    """One request that an addressee of the audience can act on, and the claims it rests on.

    `committees` are those of Congress whose work it is: in letters to their members it comes first.
    """

    id: Slug
    text: Prose
    grounds: tuple[str, ...] = key(min_length=1)
    basis: Literal["seed", "derived"] = "seed"
    committees: tuple[CommitteeCode, ...] = ()
    valid_from: Day | None = None
    valid_until: Day | None = None


class Instrument(Model):
    """A treaty or law, as far as an archived source carries it."""

    id: Slug
    name: Prose
    bound: tuple[Slug, ...] = ()
    claims: tuple[str, ...] = ()


class Slot(Model):
    """What a block of the letter takes: claims of these roles, topics and parties, at most `take`.

    `party` is the one side that the claims hold responsible, `both` where they name several, `none` where
    they name none; without it parties do not matter.  A slot `within` the topic takes only claims that also
    carry one of the topics it draws on; `newest` prefers the latest report to the weightiest claim; `keep`
    claims stay when the letter is too long; a slot that `joins` goes on in the paragraph before; one with
    `one_source` tells what a single report says.  `about` lists the parties that its claims may name, in
    their words, place or blame: each names one of these and no other; with `none`, or nobody at all.
    Of the claims that fit, those that it says to `prefer` come first, in that order.
    """

    block: Slug
    roles: tuple[Role, ...] = ()
    topics: tuple[Slug, ...] = ()
    party: Slug | None = None
    about: tuple[Slug, ...] = ()
    take: int = key(default=3, ge=1)
    keep: int = key(default=1, ge=0)
    secondary: bool = False
    within: bool = False
    newest: bool = False
    joins: bool = False
    one_source: bool = False
    prefer: tuple[Slug, ...] = ()
    audiences: tuple[Audience, ...] = ()
    phases: tuple[Slug, ...] = ()


class Phase(Model):
    """A stretch of time in which the subject is spoken of in one way; never printed."""

    id: Slug
    until: Day | None = None


class Request(Model):
    """What a letter asks for in one breath, to end the subject line and the opening sentence."""

    subject: Prose
    opening: Prose


class Wording(Request):
    """How letters of a topic name their matter in one phase, and at an occasion where there is one."""

    at_occasion: Request | None = None


class Topic(Model):
    """A subject: what it draws on, the plan of the argument, asks for each audience.

    `one_sided` is the recorded reason why letters do not hold evidence about every party; `stance` goes on
    from the sender's statement of impartiality.
    """

    id: Slug
    title: Prose
    conflict: bool = False
    one_sided: str | None = None
    stance: Prose | None = None
    parties: tuple[Slug, ...] = ()
    review_by: Day | None = None
    draws_on: tuple[Slug, ...] = ()
    secondary: tuple[Slug, ...] = ()
    words: int = 650
    phases: tuple[Phase, ...] = ()
    terms: Mapping[str, str] = NOTHING
    wording: Mapping[str, Mapping[str, Wording]] = NOTHING
    plan: tuple[Slot, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    asks: Mapping[Audience, tuple[Ask, ...]] = NOTHING
    note: str | None = None

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences that letters of this topic make sense for."""
        return tuple(self.asks)

    def phase(self, day: date) -> str:
        """Return the phase that `day` falls into; `always` where the topic has none."""
        for phase in self.phases:
            if phase.until is None or day <= phase.until:
                return phase.id
        return "always"


class Shown(Model):
    """A day on which a source shows a person in an office."""

    date: Day
    source: str
    quote: Prose


class Term(Model):
    """A stretch of time in a seat of Congress; `district` 0 is the whole state, `class` that of a senator."""

    chamber: Literal["senate", "house"]
    state: str = key(pattern=r"^[A-Z]{2}$")
    district: int | None = key(default=None, ge=0)
    class_: int | None = key(default=None, alias="class")
    party: str | None = None
    start: Day
    end: Day

    @property
    def last(self) -> date:
        """The last whole day: a term that ends on January 3 ends at noon, and the next Congress meets."""
        return self.end - timedelta(days=1) if (self.end.month, self.end.day) == (1, 3) else self.end

    def covers(self, day: date) -> bool:
        """Say whether a letter of that day finds the person in the seat."""
        return self.start <= day <= self.last


class Assignment(Model):
    """A seat on a committee, by the committee's code."""

    committee: str
    role: Literal["chair", "ranking-member", "vice-chair", "co-chair", "member", "ex-officio"] = "member"


class Leadership(Model):
    """An office that a chamber gives one of its members; without `end` it is held on the day of the data."""

    office: Prose
    title: str | None = None
    start: Day
    end: Day | None = None


class Holder(Model):
    """A person in an office.  `title` is the highest title held, for the salutation.

    `shown_on` gives days with their sources, `listed_on` the day of a list that names the person, `terms`
    whole stretches of time.  `address`, where given, stands in place of the office's.
    """

    name: str
    surname: str
    office: str
    honorific: str | None = None
    title: str | None = None
    shown_on: tuple[Shown, ...] = ()
    listed_on: Day | None = None
    terms: tuple[Term, ...] = ()
    address: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise ValueError for a holder of whom no day in office is known."""
        if not (self.shown_on or self.listed_on or self.terms):
            raise ValueError("a holder needs a day in office: add 'shown_on: [{date, source, quote}]'")

    @property
    def seen(self) -> tuple[date, ...]:
        """The days on which a source or a list shows the person in the office."""
        return (*(shown.date for shown in self.shown_on), *((self.listed_on,) if self.listed_on else ()))


class Recipient(Model):
    """An office, permanent; its holders carry dates and provenance.

    `jointly` names further offices of the same body, each an addressee of the same letter; `salutation`
    stands in place of the form's for the holders on record; `claims` join every letter.  `as_of` is the day
    of the data that an import made it from, `person` the code of who holds a seat of Congress, `committees`
    are that person's; `committee` is the code of the one that the office leads.
    """

    id: Slug
    name: Prose
    audience: Audience
    form: Slug
    office: Prose
    jointly: tuple[Prose, ...] = ()
    bureau: str | None = None
    organisation: Prose
    called: Prose
    country: str | None = None
    address: tuple[str, ...] = ()
    address_source: Shown | None = None
    delivery: str | None = None
    holders: tuple[Holder, ...] = ()
    salutation: str | None = None
    counterpart: str | None = None
    claims: tuple[ClaimId, ...] = ()
    as_of: Day | None = None
    person: str | None = None
    committee: str | None = None
    committees: tuple[Assignment, ...] = ()
    leadership: tuple[Leadership, ...] = ()
    note: str | None = None


class Form(Model):
    """A form of address.  `{honorific}`, `{name}`, `{surname}`, `{title}` and `{office}` are filled in."""

    id: Slug
    name: Prose
    honorific: str | None = None
    with_holder: tuple[str, ...]
    office_only: tuple[str, ...]
    salutation: str
    salutation_office_held: str
    salutation_office: str
    close: str = "Sincerely,"
    running: str = "{name}"


class Signatory(Model):
    """Who signs; the organisation when it is not the sender.

    In a coalition `kind` says what is counted, `sort_as` overrules the alphabet, and `footnote` is printed
    below the list.
    """

    name: str
    title: str | None = None
    organisation: str | None = None
    kind: Literal["person", "organisation"] = "person"
    footnote: Prose | None = None
    sort_as: str | None = None
    note: str | None = None


class Sender(Model):
    """The sending organisation.  A text in square brackets is a placeholder that somebody must replace.

    `signatories` sign by hand and stand first, the `coalition` joins them in a list.
    """

    id: Slug
    name: Prose
    constituency: Prose
    stance: Prose | None = None
    salutation: Literal["title", "office"] = "title"
    address: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = key(min_length=1)
    coalition: tuple[Signatory, ...] = ()
    enclosures: tuple[Prose, ...] = ()
    copies: tuple[Prose, ...] = ()
    note: str | None = None


class Guest(Model):
    """Somebody whom the addressee meets at an occasion; `of` is the state or body that the office serves."""

    name: str
    office: str
    of: str


class Occasion(Model):
    """A dated event that a letter hangs on; names of offices and occasions are no evidence."""

    id: Slug
    date: Day
    title: Prose
    phrase: Prose
    principal: str | None = None
    guests: tuple[Guest, ...] = ()
    recipients: tuple[Slug, ...]
    topics: tuple[Slug, ...]
    shown: Shown | None = None


class Named(Model):
    """The heading of a library."""

    name: str
    format: Format


def as_plain(value: Any) -> Any:
    """Return a value of the store as plain JSON data, dates as ISO text, empty values left out."""
    if isinstance(value, Model):
        pairs = ((key.alias or name, getattr(value, name)) for name, key in value.fields.items())
        return {key: as_plain(item) for key, item in pairs if item not in (None, (), "") and item != {}}
    if isinstance(value, edtf.Span):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items()}
    return [as_plain(item) for item in value] if isinstance(value, tuple | list) else value
