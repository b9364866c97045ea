"""Who holds an office of Congress on a day, by imported terms and roles.

Terms decide who is in office.  Roles on committees, and the Speaker's, are those of the day of the import:
they count within 30 days of it, and beyond that the plain office is addressed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from letterkit.errors import LetterkitError
from letterkit.library.model import Holder, Recipient, Term
from letterkit.library.store import Library

HOLDER_DAYS = 30
CHAMBERS = {"senate": "Senate", "house": "House of Representatives"}
LEADERS = {"Chair": "chair", "Ranking Member": "ranking-member", "Vice Chair": "vice-chair"}


def on_day(library: Library, recipient: Recipient, day: date) -> Recipient:
    """Return the office as a letter of that day finds it: the leaders of a committee, the Speaker as such.

    Raises LetterkitError for a member of Congress whose terms do not cover the day.
    """
    if recipient.committee:
        leaders = tuple(_leaders(library, recipient, day))
        return recipient.model_copy(update={"holders": (*recipient.holders, *leaders)})
    if not is_member(recipient):
        return recipient
    if term_on(recipient, day) is None:
        raise _not_in_office(recipient, day)
    return _speaker(recipient, day) or recipient


def holder_on(recipient: Recipient, day: date, office: str | None = None) -> Holder | None:
    """Return the person whom a source or a list shows in the office nearest to `day`, at most 30 days away.

    A term that covers the day counts as the day itself.  Of a recipient with several offices, `office` names
    the one that is meant.
    """
    shown = [
        (abs((seen - day).days), holder.name, holder)
        for holder in recipient.holders
        for seen in (*holder.seen, *(day for term in holder.terms if term.covers(day)))
        if office in (None, holder.office)
    ]
    nearest = min(shown, key=lambda item: item[:2], default=None)
    return nearest[2] if nearest and nearest[0] <= HOLDER_DAYS else None


def is_member(recipient: Recipient) -> bool:
    """Say whether the office is a seat of Congress, with the person whose terms are on record."""
    return any(holder.terms for holder in recipient.holders)


def seats(recipient: Recipient) -> tuple[Term, ...]:
    """Return the terms of a member in the chamber of the last one, in order of time."""
    terms = sorted(_member(recipient).terms, key=lambda term: (term.start, term.end))
    return tuple(term for term in terms if term.chamber == terms[-1].chamber)


def term_on(recipient: Recipient, day: date) -> Term | None:
    """Return the term that a member serves on a day, in the chamber that the office belongs to."""
    return next((term for term in reversed(seats(recipient)) if term.covers(day)), None)


def role_in(recipient: Recipient, committee: str, day: date) -> str | None:
    """Return the role that a member has on a committee (`chair`, `member` …), near the day of the import."""
    roles = (seat.role for seat in recipient.committees if seat.committee == committee)
    return next(roles, None) if is_near(recipient, day) else None


def for_committee(library: Library, recipient: Recipient, committee: str, day: date) -> Recipient:
    """Return a member as a letter to a committee addresses them: its leaders by role, the rest plainly."""
    office = committee_office(library, committee)
    role = role_in(recipient, committee, day)
    title = next((title for title, known in LEADERS.items() if known == role), None)
    if office is None or role is None:
        return recipient
    changed: dict[str, Any] = {"committee": committee, "called": office.called}
    if title:
        holder = _member(recipient).model_copy(update={"office": title, "title": None})
        changed |= {"office": title, "holders": (holder,), "form": office.form, "bureau": office.bureau}
    return recipient.model_copy(update=changed)


def committee_office(library: Library, committee: str) -> Recipient | None:
    """Return the office of a committee's leaders: the import's own, else one that names the committee."""
    found = [each for each in library.recipients.values() if each.committee == committee and not each.person]
    return min(found, key=lambda each: each.as_of is None, default=None)


def _member(recipient: Recipient) -> Holder:
    return next(holder for holder in recipient.holders if holder.terms)


def is_near(recipient: Recipient, day: date) -> bool:
    """Say whether roles on committees count on a day: within 30 days of the import's."""
    return recipient.as_of is not None and abs((day - recipient.as_of).days) <= HOLDER_DAYS


def _leaders(library: Library, office: Recipient, day: date) -> Iterator[Holder]:
    """Yield the members who lead a committee and are in office, dated with the day of the import."""
    wanted = {LEADERS[title]: title for title in (office.office, *office.jointly) if title in LEADERS}
    for recipient in library.recipients.values():
        title = wanted.get(role_in(recipient, office.committee or "", day) or "")
        if title and is_member(recipient) and term_on(recipient, day):
            holder = _member(recipient)
            yield Holder(
                name=holder.name,
                surname=holder.surname,
                office=title,
                listed_on=recipient.as_of,
                address=recipient.address,
            )


def _speaker(recipient: Recipient, day: date) -> Recipient | None:
    for lead in recipient.leadership:
        last = lead.end or (recipient.as_of or lead.start) + timedelta(days=HOLDER_DAYS)
        if lead.start <= day <= last:
            holder = _member(recipient).model_copy(update={"office": lead.office, "title": lead.title})
            return recipient.model_copy(
                update={
                    "form": "us-speaker",
                    "office": lead.office,
                    "organisation": CHAMBERS["house"],
                    "holders": (holder,),
                }
            )
    return None


def _not_in_office(recipient: Recipient, day: date) -> LetterkitError:
    terms = seats(recipient)
    spans = ", ".join(f"{term.start} to {term.last}" for term in terms[-3:])
    earlier = "… " if len(terms) > 3 else ""
    return LetterkitError(
        f"{_member(recipient).name} is not in the {CHAMBERS[terms[-1].chamber]} on {day}",
        f"'{recipient.id}' holds the seat {earlier}{spans}, by the data of {recipient.as_of}; "
        "import newer data with `letterkit recipients import`, or give another --date",
    )
