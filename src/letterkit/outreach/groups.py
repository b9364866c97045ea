"""Groups of recipients by name: a chamber, a committee, a state, a party, or one recipient by id.

Delegates and the Resident Commissioner belong to `house`, and to the `state:` that they speak for: a letter
to the House goes to everybody who sits and speaks there, each under the title held.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letterkit.drafting.offices import for_committee, is_member, on_day, role_in, seats, term_on
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, did_you_mean
from letterkit.library.model import Recipient
from letterkit.library.states import STATES, TERRITORIES
from letterkit.library.store import Library
from letterkit.outreach import coverage

CHAMBERS = ("senate", "house")
KINDS = ("committee", "state", "party")


@dataclass(frozen=True, slots=True)
class Addressee:
    """One letter's recipient, ready for the day, and what a list of one's own adds to it.

    `claims` join the letter as --include does, `unsourced` are sentences that no claim carries, `email` lives
    nowhere but here; `row` is the row of the list, from 1 for its heading.
    """

    recipient: Recipient
    email: str = ""
    claims: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    row: int | None = None


def resolve(library: Library, name: str, day: date) -> tuple[tuple[Addressee, ...], tuple[Finding, ...]]:
    """Return whom a group's letters of a day go to, in the order of the data, and who is held back.

    `name` is `senate`, `house`, `committee:SSFR`, `state:NY`, `party:Democrat` or the id of a recipient.
    Raises LetterkitError for an unknown group, and for one that the data cannot give completely on that day.
    """
    kind, _, value = name.partition(":")
    kind = kind.casefold()
    if not (kind in KINDS if value else kind in CHAMBERS):
        return (Addressee(on_day(library, _one(library, name), day)),), ()
    members = [recipient for recipient in library.recipients.values() if is_member(recipient)]
    if not members:
        raise LetterkitError(
            f"'{name}' is a group of Congress, whose members are not in the library",
            "`letterkit recipients import legislators-current.yaml` brings them in",
        )
    if kind == "committee":
        return _committee(library, members, value.upper(), day)
    # A seat that changed hands may have changed party: what a party had depends on every seat.
    deciding = members if kind == "party" else _chosen(members, kind, value)
    _refuse(name, coverage.window(deciding), day)
    party = _known_party(members, value) if kind == "party" else None
    serving = [each for each in deciding if party is None or _party(each, day) == party]
    findings = (*coverage.remarks(deciding, _as_of(members), day), *_held_back(serving))
    return _addressees(on_day(library, each, day) for each in serving), findings


def _one(library: Library, name: str) -> Recipient:
    """Return a recipient by id; an unknown name may be meant for a group."""
    if name not in library.recipients:
        kind, colon, value = name.partition(":")
        group = difflib.get_close_matches(kind.casefold(), KINDS if colon else CHAMBERS, n=1)
        near = f"did you mean '{group[0]}{colon}{value}'?" if group and (value or not colon) else ""
        near = near or ("" if colon else did_you_mean(name, library.recipients))
        hint = "groups: senate, house, committee:SSFR, state:NY, party:Democrat; or see `recipients list`"
        raise LetterkitError(f"unknown group or recipient '{name}'", near or hint)
    return library.recipients[name]


def _chosen(members: Iterable[Recipient], kind: str, value: str) -> list[Recipient]:
    """Return the members of a chamber or of a state."""
    if kind != "state":
        return [each for each in members if seats(each)[-1].chamber == kind]
    code = _state(value)
    found = [each for each in members if seats(each)[-1].state == code]
    if not found:
        raise LetterkitError(f"nobody in the data sits for {code}", "see `letterkit recipients list`")
    return found


def _known_party(members: Iterable[Recipient], value: str) -> str:
    parties = sorted({term.party for each in members for term in seats(each)[-1:] if term.party})
    if value.casefold() not in map(str.casefold, parties):
        hint = did_you_mean(value, parties) or f"known: {', '.join(parties)}"
        raise LetterkitError(f"unknown party '{value}'", hint)
    return value.casefold()


def _state(value: str) -> str:
    """Return the postal code of a state given by code or name."""
    known = (*STATES.items(), *TERRITORIES.items())
    names = {name.casefold().removeprefix("the "): code for code, name in known}
    code = names.get(value.casefold(), value.upper())
    if code not in names.values():
        near = difflib.get_close_matches(value.casefold(), names, n=1)
        hint = f"did you mean 'state:{names[near[0]]}'?" if near else "give the postal code: state:NY"
        raise LetterkitError(f"unknown state '{value}'", hint)
    return code


def _party(recipient: Recipient, day: date) -> str:
    term = term_on(recipient, day)
    return (term.party or "").casefold() if term else ""


def _committee(
    library: Library, members: Sequence[Recipient], code: str, day: date
) -> tuple[tuple[Addressee, ...], tuple[Finding, ...]]:
    as_of = _as_of(members)
    seated = [each for each in members if role_in(each, code, as_of)]
    if not seated:
        names = {each.committee: each.bureau or "" for each in library.recipients.values() if each.committee}
        raise _unknown_committee(code, names)
    _refuse(f"committee:{code}", coverage.near_import(coverage.window(seated), as_of), day)
    letters = (for_committee(library, on_day(library, each, day), code, day) for each in seated)
    return _addressees(letters), tuple(_held_back(seated))


def _unknown_committee(code: str, names: Mapping[str, str]) -> LetterkitError:
    if not names:
        hint = "import again with --committees committees-current.yaml and --membership FILE"
        return LetterkitError("the import holds no committees", hint)
    meant = next((known for known, name in names.items() if code.casefold() in name.casefold()), None)
    near = f"did you mean '{meant}', the {names[meant]}?" if meant else did_you_mean(code, names)
    return LetterkitError(
        f"unknown committee '{code}'", near or "`letterkit recipients list` shows the committees"
    )


def _refuse(name: str, found: coverage.Window, day: date) -> None:
    """Raise LetterkitError unless the data hold everybody of a group on a day."""
    if not found.holds(day):
        raise LetterkitError(
            f"'{name}' cannot be given completely on {day}: the data hold the members of one day",
            f"they cover {found}; give such a --date, or import the data of the day",
        )


def _as_of(members: Iterable[Recipient]) -> date:
    return max((each.as_of for each in members if each.as_of), default=date.min)


def _addressees(recipients: Iterable[Recipient]) -> tuple[Addressee, ...]:
    return tuple(Addressee(recipient) for recipient in recipients if recipient.address)


def _held_back(recipients: Iterable[Recipient]) -> Iterator[Finding]:
    for recipient in recipients:
        if not recipient.address:
            message = f"{recipient.holders[0].name} ({recipient.id}) is held back: no address in the data"
            hint = "write the address into a list of your own: `letterkit recipients export` makes one"
            yield Finding("held-back", "warning", message, hint=hint)
