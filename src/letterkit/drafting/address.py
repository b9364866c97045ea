"""Whom the letter is for on its date: inside addresses, salutation, running head, by the form of address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterkit.drafting.brief import Brief
from letterkit.drafting.offices import HOLDER_DAYS, holder_on
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, did_you_mean
from letterkit.library.model import Form, Holder

_WORD = re.compile(r"\{([a-z]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Address:
    """The lines of each inside address, the salutation, and the name in the running head."""

    blocks: tuple[tuple[str, ...], ...]
    salutation: str
    running: str
    holder: Holder | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines of all inside addresses, one after the other."""
        return tuple(line for block in self.blocks for line in block)


@dataclass(frozen=True, slots=True)
class _Addressee:
    """One office of the recipient, and whoever is known to hold it."""

    office: str
    holder: Holder | None


def address(brief: Brief) -> tuple[Address, list[Finding]]:
    """Form the address by protocol; without a holder on record the office is addressed, with a warning."""
    addressees = _addressees(brief)
    return (
        Address(
            tuple(_block(brief, addressee) for addressee in addressees),
            _salutation(brief, addressees),
            " and ".join(_running(brief, addressee) for addressee in addressees),
            addressees[0].holder,
        ),
        [_unknown(brief, addressee) for addressee in addressees if addressee.holder is None],
    )


def _addressees(brief: Brief) -> list[_Addressee]:
    recipient = brief.recipient
    if not recipient.jointly:
        return [_Addressee(recipient.office, holder_on(recipient, brief.date))]
    offices = (recipient.office, *recipient.jointly)
    return [_Addressee(office, holder_on(recipient, brief.date, office)) for office in offices]


def _block(brief: Brief, addressee: _Addressee) -> tuple[str, ...]:
    recipient, form = brief.recipient, brief.form
    holder, patterns = addressee.holder, form.with_holder if addressee.holder else form.office_only
    lines = [_fill(form, line, _words(brief, addressee)) for line in patterns]
    named = any("{organisation}" in line for line in patterns)
    lines += [recipient.bureau or "", "" if named else recipient.organisation]
    address = (holder.address if holder else ()) or recipient.address or ("[street address]",)
    return (*(line for line in lines if line), *address)


def _running(brief: Brief, addressee: _Addressee) -> str:
    if addressee.holder is None:
        return addressee.office
    return _fill(brief.form, brief.form.running, _words(brief, addressee))


def _salutation(brief: Brief, addressees: list[_Addressee]) -> str:
    """Greet everybody in one line: what stands between the braces is said for each."""
    own = brief.recipient.salutation
    if own and (addressees[0].holder or not brief.recipient.holders):
        return own
    greetings = [_greeting(brief, addressee) for addressee in addressees]
    start, _, end = greetings[0]
    names = [name for _, name, _ in greetings if name]
    return _tidy(f"{start}{' and '.join(names)}{end}")


def _greeting(brief: Brief, addressee: _Addressee) -> tuple[str, str, str]:
    """Return the salutation in three: before the first brace, what the braces give, after the last."""
    form, holder, words = brief.form, addressee.holder, _words(brief, addressee)
    pattern = form.salutation
    if holder is None:
        pattern = form.salutation_office
    elif brief.sender.salutation == "office":
        pattern = form.salutation_office_held
    elif not holder.title and "{title}" in pattern:
        # The courtesy title is unknown: the whole name, never a guessed Mr. or Ms.
        words |= {"title": "", "surname": holder.name}
    first, last = pattern.find("{"), pattern.rfind("}") + 1
    if first < 0:
        return pattern, "", ""
    return pattern[:first], _fill(form, pattern[first:last], words), pattern[last:]


def _words(brief: Brief, addressee: _Addressee) -> dict[str, str]:
    recipient, holder = brief.recipient, addressee.holder
    words = {
        "office": holder.office if holder else addressee.office,
        "organisation": recipient.organisation,
        "country": recipient.country or "",
    }
    if holder is not None:
        words |= {
            "honorific": holder.honorific or brief.form.honorific or "",
            "name": holder.name,
            "surname": holder.surname,
            "title": holder.title or "",
        }
    return words


def _fill(form: Form, pattern: str, words: dict[str, str]) -> str:
    def word(found: re.Match[str]) -> str:
        if found[1] in words:
            return words[found[1]]
        message = f"the form of address '{form.id}' has an unknown word in '{pattern}': {found[0]}"
        raise LetterkitError(
            message, did_you_mean(found[1] or "", words) or f"known here: {', '.join(words)}"
        )

    return _tidy(_WORD.sub(word, pattern))


def _tidy(text: str) -> str:
    return " ".join(text.split()).replace(" :", ":").replace(" ,", ",")


def _unknown(brief: Brief, addressee: _Addressee) -> Finding:
    recipient = brief.recipient
    shown = [
        f"{person.name} on {seen}"
        for person in recipient.holders
        for seen in person.seen
        if not recipient.jointly or person.office == addressee.office
    ]
    known = f"; on record: {', '.join(shown)}" if shown else ""
    office = (
        f"the office '{addressee.office}' of '{recipient.id}'" if recipient.jointly else f"'{recipient.id}'"
    )
    return Finding(
        "holder-unknown",
        "warning",
        f"no holder of {office} is on record within {HOLDER_DAYS} days of {brief.date}{known}; "
        "the office is addressed",
        hint="confirm who holds the office, and add the day and its source to facts/recipients/",
    )
