"""What templates may say of a member of Congress: seat, committees, capacity, as the imported data are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from letterkit.drafting.offices import CHAMBERS, committee_office, is_member, is_near, role_in, term_on
from letterkit.library.model import Assignment, Recipient, Term
from letterkit.library.states import TERRITORIES, state_name
from letterkit.library.store import Library

# Committees whose members are reminded of their seat in every letter, since it bears on other countries.
FOREIGN_AFFAIRS = ("SSFR", "HSFA", "JCSE")
MOST_SEATS = 2  # that one sentence names
_ROLE_WORDS = {
    "chair": "Chair", "ranking-member": "Ranking Member", "vice-chair": "Vice Chair", "co-chair": "Co-Chair",
}  # fmt: skip


def standing(
    library: Library, recipient: Recipient, day: date, concerned: Iterable[str] = ()
) -> dict[str, Any]:
    """Return what templates may say of a member: every key is there for every recipient, None where unfit.

    `concerned` are the codes of committees that the letter's asks come before.
    """
    term = term_on(recipient, day) if is_member(recipient) else None
    own = recipient.committee or ""
    codes = (own,) if own else (*FOREIGN_AFFAIRS, *concerned)
    return {
        "chamber": CHAMBERS[term.chamber] if term else None,
        "seat": _seat(term) if term else None,
        "state": term.state if term else None,
        "state_name": state_name(term.state) if term else None,
        "district": term.district if term else None,
        "party": term.party if term else None,
        "committee": _committee_name(library, own) if own else None,
        "committee_code": own or None,
        "committee_role": role_in(recipient, own, day),
        "committees": [_assigned(library, each) for each in near_seats(recipient, day)],
        "capacity": _capacity(library, recipient, day, codes) if term else None,
    }


def near_seats(recipient: Recipient, day: date) -> tuple[Assignment, ...]:
    """Return the seats on committees, near the day of the import; else none."""
    return recipient.committees if is_near(recipient, day) else ()


def _capacity(library: Library, recipient: Recipient, day: date, codes: Sequence[str]) -> str:
    """Return in what capacity a member can act: `a member of the Committee on … and a Senator from Idaho`.

    Who leads a committee is named so first, then seats in the order of `codes`.
    """
    order = list(dict.fromkeys(codes))
    held = [each for each in near_seats(recipient, day) if each.committee in order]
    held.sort(key=lambda each: (each.role not in _ROLE_WORDS, order.index(each.committee)))
    named = (_assigned(library, each) for each in held[:MOST_SEATS])
    return _joined(
        [*(f"{each['role_words']} of the {each['name']}" for each in named), _post(recipient, day)]
    )


def _post(recipient: Recipient, day: date) -> str:
    """Return what a member is in the chamber: the Speaker, else who holds a seat."""
    if recipient.form == "us-speaker":
        return f"{recipient.office} of the {recipient.organisation}"
    term = term_on(recipient, day)
    return _seat(term) if term else recipient.office


def _joined(parts: Sequence[str]) -> str:
    *before, last = parts
    divider = "," if len(before) > 1 else ""
    return f"{', '.join(before)}{divider} and {last}" if before else last


def _seat(term: Term) -> str:
    """Return a seat as a sentence names it: `a Senator from Idaho`, `the Delegate from Guam`."""
    state = state_name(term.state)
    if term.chamber == "senate":
        return f"a Senator from {state}"
    if term.state in TERRITORIES:
        title = "Resident Commissioner of" if term.state == "PR" else "Delegate from"
        return f"the {title} {state}"
    if not term.district:
        return f"the Representative from {state}"
    return f"the Representative from the {_ordinal(term.district)} District of {state}"


def _ordinal(number: int) -> str:
    """Return a number with its ending: `1st`, `2nd`, `3rd`, `11th`, `21st`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _assigned(library: Library, each: Assignment) -> dict[str, str]:
    name = _committee_name(library, each.committee)
    words = _ROLE_WORDS.get(each.role, "a member")
    return {"code": each.committee, "name": name, "role": each.role, "role_words": words}


def _committee_name(library: Library, committee: str) -> str:
    office = committee_office(library, committee)
    return (office.bureau if office else None) or committee
