"""One member of Congress from the public data: person, terms and seats as the plain data of a recipient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from letterkit.library.contact import has_contact_data
from letterkit.library.states import TERRITORIES, state_name
from letterkit.outreach import postal
from letterkit.outreach.committees import ORGANISATIONS, Seats
from letterkit.outreach.names import formal, slug, text

CHAMBERS = {"sen": "senate", "rep": "house"}
CALLED = {"senate": "the Senate", "house": "the House of Representatives"}
_SPEAKER = "Speaker of the House"
_BY_GENDER = {"M": "Mr. Speaker", "F": "Madam Speaker"}


def as_data(entry: Mapping[str, Any], as_of: date, seats: Seats) -> dict[str, Any]:
    """Return a member as a recipient; what is missing or wrong in the entry shows when the data are typed."""
    terms = [part for term in _list(entry, "terms") for part in _terms(term)]
    last = terms[-1] if terms else {}
    name, person = formal(_part(entry, "name")), text(_part(entry, "id"), "bioguide")
    surname = text(_part(entry, "name"), "last")
    style, form, office = _style(text(last, "chamber"), text(last, "state"))
    holder = {"name": name or None, "surname": surname or None, "office": office, "terms": terms}
    return {
        "id": _id(style, last, surname, person),
        "name": f"{style} {name}, {_place(last)}",
        "audience": "us-congress",
        "form": form,
        "office": office,
        "organisation": ORGANISATIONS.get(text(last, "chamber")),
        "called": CALLED.get(text(last, "chamber")),
        "address": _address(entry),
        "holders": [holder],
        "as_of": as_of,
        "person": person or None,
        "committees": seats.get(person, []),
        "leadership": list(_leadership(entry, surname)),
    }


def _style(chamber: str, state: str) -> tuple[str, str, str]:
    """Return how a member is called, the form of address, and the office as a line of the address."""
    if chamber == "senate":
        return "Senator", "us-senator", "Senator"
    if state not in TERRITORIES:
        return "Representative", "us-representative", "Representative"
    if state == "PR":
        return "Resident Commissioner", "us-resident-commissioner", "Resident Commissioner of Puerto Rico"
    return "Delegate", "us-delegate", f"Delegate from {state_name(state)}"


def _id(style: str, term: Mapping[str, Any], surname: str, person: str) -> str:
    short = {"Senator": "sen", "Representative": "rep", "Delegate": "del"}.get(style, "rc")
    district = text(term, "district").lstrip("0") if short == "rep" else ""
    parts = (short, text(term, "state").lower(), district, slug(surname) or slug(person))
    return "-".join(part for part in parts if part)


def _place(term: Mapping[str, Any]) -> str:
    state = state_name(text(term, "state"))
    district = text(term, "district").lstrip("0")
    return f"{state} {district}" if district else state


def _terms(term: Any) -> Iterator[dict[str, Any]]:
    """Yield a term, in parts where the member changed party within it."""
    if not isinstance(term, dict):
        yield {}
        return
    kept = {key: term.get(key) for key in ("state", "district", "class", "party", "start", "end")}
    kept["chamber"] = CHAMBERS.get(text(term, "type"), text(term, "type"))
    parts = [part for part in _list(term, "party_affiliations") if isinstance(part, dict)]
    for part in parts or [{}]:
        yield kept | {key: part[key] for key in ("party", "start", "end") if part.get(key)}


def _address(entry: Mapping[str, Any]) -> list[str]:
    """Return the lines of the latest term's address; none where contact data stand among them."""
    terms = [term for term in _list(entry, "terms") if isinstance(term, dict)]
    lines = postal.lines(text(terms[-1], "address")) if terms else ()
    return [] if any(map(has_contact_data, lines)) else list(lines)


def _leadership(entry: Mapping[str, Any], surname: str) -> Iterator[dict[str, Any]]:
    """Yield the times as Speaker: of all that leads a chamber, the one office with an address of its own."""
    title = _BY_GENDER.get(text(_part(entry, "bio"), "gender"), f"Speaker {surname}")
    for role in _list(entry, "leadership_roles"):
        if isinstance(role, dict) and text(role, "title") == _SPEAKER:
            yield {"office": "Speaker", "title": title, "start": role.get("start"), "end": role.get("end")}


def _part(entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = entry.get(key)
    return value if isinstance(value, dict) else {}


def _list(entry: Mapping[str, Any], key: str) -> list[Any]:
    value = entry.get(key)
    return value if isinstance(value, list) else []
