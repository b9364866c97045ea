"""Whom the letter is for on its date: inside address, salutation and running head, by the form of address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from letterkit.drafting.brief import Brief
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.library.model import Form, Holder, Recipient

HOLDER_DAYS = 30


@dataclass(frozen=True, slots=True)
class Address:
    """The lines of the inside address, the salutation, and the name in the running head."""

    lines: tuple[str, ...]
    salutation: str
    running: str
    holder: Holder | None = None


def holder_on(recipient: Recipient, day: date) -> Holder | None:
    """Return the person whom a source shows in the office nearest to `day`, at most 30 days away."""
    shown = [
        (abs((sight.date - day).days), holder.name, holder)
        for holder in recipient.holders
        for sight in holder.shown_on
    ]
    nearest = min(shown, key=lambda item: item[:2], default=None)
    return nearest[2] if nearest and nearest[0] <= HOLDER_DAYS else None


def address(brief: Brief) -> tuple[Address, list[Finding]]:
    """Form the address by protocol; without a holder on record the office is addressed, with a warning."""
    recipient, form = brief.recipient, brief.form
    holder = holder_on(recipient, brief.date)
    words = _words(recipient, form, holder)
    if holder is None:
        lines = [_fill(form, line, words) for line in form.office_only]
        salutation = _fill(form, form.salutation_office, words)
        running = recipient.office
    else:
        lines = [_fill(form, line, words) for line in form.with_holder]
        salutation = _salutation(brief, holder, words)
        running = _fill(form, form.running, words)
    lines += [line for line in (recipient.bureau, recipient.organisation) if line]
    lines += recipient.address or ("[street address]",)
    return Address(tuple(lines), salutation, " ".join(running.split()), holder), _findings(brief, holder)


def _words(recipient: Recipient, form: Form, holder: Holder | None) -> dict[str, str]:
    words = {"office": holder.office if holder else recipient.office, "organisation": recipient.organisation}
    words["country"] = recipient.country or ""
    if holder is not None:
        words |= {
            "honorific": holder.honorific or form.honorific or "",
            "name": holder.name,
            "surname": holder.surname,
            "title": holder.title or "",
        }
    return words


def _salutation(brief: Brief, holder: Holder, words: dict[str, str]) -> str:
    form = brief.form
    if brief.sender.salutation == "office":
        return _fill(form, form.salutation_office_held, words)
    if not holder.title and "{title}" in form.salutation:
        # The courtesy title is unknown: the whole name, never a guessed Mr. or Ms.
        return _fill(form, form.salutation, {**words, "title": "", "surname": holder.name})
    return _fill(form, form.salutation, words)


def _fill(form: Form, pattern: str, words: dict[str, str]) -> str:
    try:
        return " ".join(pattern.format_map(words).split()).replace(" :", ":").replace(" ,", ",")
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        known = ", ".join(f"{{{word}}}" for word in ("honorific", "name", "surname", "title", "office"))
        raise LetterkitError(
            f"the form of address '{form.id}' has an unknown word in '{pattern}': {error}", f"known: {known}"
        ) from error


def _findings(brief: Brief, holder: Holder | None) -> list[Finding]:
    if holder is not None:
        return []
    shown = [
        f"{person.name} on {sight.date}" for person in brief.recipient.holders for sight in person.shown_on
    ]
    known = f"; on record: {', '.join(shown)}" if shown else ""
    message = (
        f"no holder of '{brief.recipient.id}' is on record within {HOLDER_DAYS} days of {brief.date}{known}"
    )
    return [
        Finding(
            "holder-unknown",
            "warning",
            f"{message}; the office is addressed",
            hint="confirm who holds the office, and add the day and its source to facts/recipients/",
        )
    ]
