"""What was asked for, looked up in the library: recipient, topic, date, occasion, sender."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from letterkit.drafting.offices import holder_on, on_day
from letterkit.errors import LetterkitError
from letterkit.findings import did_you_mean
from letterkit.letter.model import NotesKind
from letterkit.library.model import Form, Occasion, Recipient, Sender, Topic
from letterkit.library.store import Library

OCCASION_DAYS = 14
MOST_OFFICES = 4  # that a refusal names of one audience
MOST_NAMED = 15  # entries that a refusal names before it points to a list
LISTED = ("claim", "recipient", "topic", "sender", "occasion")  # what a command lists


@dataclass(frozen=True, slots=True)
class Brief:
    """One letter to draft.  `include` and `exclude` overrule the selection, but never the date.

    `commitments` are those included claims in which the addressee speaks, `remarks` sentences that no claim
    carries and somebody has approved; `enclosures` and `copies` come after those of the sender.
    """

    recipient: Recipient
    form: Form
    topic: Topic
    date: date
    sender: Sender
    occasion: Occasion | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    notes_kind: NotesKind = "footnotes"
    remarks: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return what was asked for, by ids."""
        return {
            "to": self.recipient.id,
            "topic": self.topic.id,
            "date": self.date.isoformat(),
            "occasion": self.occasion.id if self.occasion else None,
            "sender": self.sender.id,
            "include": list(self.include),
            "exclude": list(self.exclude),
        }


def brief(
    library: Library,
    *,
    to: str | Recipient,
    topic: str,
    day: date,
    occasion: str | None = None,
    sender: str | None = None,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    notes_kind: NotesKind = "footnotes",
    remarks: Iterable[str] = (),
    enclosures: Iterable[str] = (),
    copies: Iterable[str] = (),
) -> Brief:
    """Look everything up; raises LetterkitError for the first thing the library does not have.

    `to` is the id of a recipient, or one that is ready for the day, as a group or a list of one's own has it.
    """
    recipient = _recipient(library, to, day)
    subject: Topic = lookup(library.topics, topic, "topic")
    include, exclude = tuple(dict.fromkeys((*recipient.claims, *include))), tuple(exclude)
    for claim in (*include, *exclude):
        lookup(library.claims, claim, "claim")
    if recipient.audience not in subject.asks:
        raise LetterkitError(
            f"topic '{subject.id}' has no letter to the audience {recipient.audience} of '{recipient.id}'",
            f"it makes sense for {_fitting(library, subject)}",
        )
    return Brief(
        recipient,
        lookup(library.forms, recipient.form, "form of address"),
        subject,
        day,
        sender_of(library, sender),
        _occasion(library, occasion, recipient, subject, day),
        include,
        exclude,
        notes_kind,
        tuple(remarks),
        tuple(enclosures),
        tuple(copies),
        _commitments(library, recipient, include, day),
    )


def _commitments(
    library: Library, recipient: Recipient, names: tuple[str, ...], day: date
) -> tuple[str, ...]:
    """Return the claims that are attributed to the addressee, by the surname."""
    offices = (recipient.office, *recipient.jointly) if recipient.jointly else (None,)
    holders = [holder for office in offices if (holder := holder_on(recipient, day, office))]
    speakers = ((name, library.claims[name].attributed_to or "") for name in names)
    return tuple(
        name
        for name, speaker in speakers
        if any(re.search(rf"(?<!\w){re.escape(holder.surname)}(?!\w)", speaker) for holder in holders)
    )


def _recipient(library: Library, to: str | Recipient, day: date) -> Recipient:
    if isinstance(to, Recipient):
        return to
    found: Recipient = lookup(library.recipients, to, "recipient")
    return on_day(library, found, day)


def _fitting(library: Library, topic: Topic) -> str:
    """Name the audiences that a topic has letters for, each with offices that may be given."""
    offices: dict[str, list[str]] = {audience: [] for audience in topic.audiences}
    for recipient in library.recipients.values():
        if recipient.audience in offices:
            offices[recipient.audience].append(recipient.id)
    return "; ".join(f"{audience}: {_some(sorted(names))}" for audience, names in offices.items())


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_OFFICES]) or "no office in the library"
    return f"{shown} …" if len(names) > MOST_OFFICES else shown


def unknown(
    library: Library, *, topic: str, sender: str | None, occasion: str | None
) -> Iterator[LetterkitError]:
    """Yield what the library lacks, whoever a letter goes to."""
    look_ups: tuple[Callable[[], object], ...] = (
        lambda: lookup(library.topics, topic, "topic"),
        lambda: sender_of(library, sender),
        lambda: lookup(library.occasions, occasion, "occasion") if occasion is not None else None,
    )
    for look_up in look_ups:
        try:
            look_up()
        except LetterkitError as problem:
            yield problem


def lookup(entries: Mapping[str, Any], name: str, kind: str) -> Any:
    """Return an entry by id, or raise LetterkitError with the nearest id."""
    if name in entries:
        return entries[name]
    hint = did_you_mean(name, entries)
    if not hint:
        few = len(entries) <= MOST_NAMED or kind not in LISTED
        hint = f"known: {', '.join(sorted(entries)) or 'none'}" if few else f"see `letterkit {_list(kind)}`"
    raise LetterkitError(f"unknown {kind} '{name}'", hint)


def _list(kind: str) -> str:
    return {"claim": "facts list"}.get(kind, f"{kind}s list")


def sender_of(library: Library, name: str | None) -> Sender:
    """Return the sender of that id, else the only one; raises LetterkitError where there is no such."""
    if name is not None:
        found: Sender = lookup(library.senders, name, "sender")
        return found
    if len(library.senders) == 1:
        return next(iter(library.senders.values()))
    if not library.senders:
        raise LetterkitError("the library has no sender", "add one in facts/senders/")
    raise LetterkitError(
        "the library has several senders", f"choose one with --sender: {', '.join(sorted(library.senders))}"
    )


def _occasion(
    library: Library, name: str | None, recipient: Recipient, topic: Topic, day: date
) -> Occasion | None:
    """Return the named occasion, else the nearest one on or after the day within two weeks, else none."""
    if name is not None:
        named: Occasion = lookup(library.occasions, name, "occasion")
        if named.date < day:
            raise LetterkitError(
                f"the occasion '{name}' was on {named.date}, before the letter's date {day}",
                "give an earlier --date or leave --occasion out",
            )
        return named
    fitting = [
        occasion
        for occasion in library.occasions.values()
        if recipient.id in occasion.recipients
        and topic.id in occasion.topics
        and timedelta(0) <= occasion.date - day <= timedelta(days=OCCASION_DAYS)
    ]
    return min(fitting, key=lambda occasion: (occasion.date, occasion.id), default=None)
