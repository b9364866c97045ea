"""Office addresses in Washington: the public data's one line as the lines of an inside address."""

from __future__ import annotations

import re

from letterkit.outreach.names import one_line

_CITY = re.compile(r"(.+?)[,;]?\s+Washington,?\s+D\.?C\.?,?\s+([0-9]{5}(?:-[0-9]{4})?)", re.IGNORECASE)
# How the data shorten the names of buildings in the addresses of committees.
_BUILDINGS = {
    "CHOB": "Cannon House Office Building",
    "FHOB": "Ford House Office Building",
    "LHOB": "Longworth House Office Building",
    "RHOB": "Rayburn House Office Building",
    "DSOB": "Dirksen Senate Office Building",
    "HSOB": "Hart Senate Office Building",
    "RSOB": "Russell Senate Office Building",
    "CAPITOL": "The Capitol",
}


def lines(address: str) -> tuple[str, ...]:
    """Return room and building, then city and ZIP code; no lines for no address."""
    whole = one_line(address)
    match = _CITY.fullmatch(whole)
    if match is None:
        return tuple(part.strip() for part in whole.split(";") if part.strip())
    return _building(match[1]), f"Washington, DC {match[2]}"


def _building(room: str) -> str:
    room = room.title() if room.isupper() and room.rpartition(" ")[2] not in _BUILDINGS else room
    number, _, short = room.rpartition(" ")
    name = _BUILDINGS.get(short)
    if name is None:
        return room
    return f"{number}, {name}" if short == "CAPITOL" else f"{number} {name}"
