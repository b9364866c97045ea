"""An office that letters go to, who holds it from when to when, and how it is addressed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from letterkit.library.model.record import Model, key

if TYPE_CHECKING:
    from letterkit.library.model.typed import ClaimId, Day, Prose, Slug

Audience = Literal[
    "us-state", "us-congress", "fm-az", "fm-am", "un-ohchr", "un-member-states", "company", "russia"
]  # fmt: skip


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
