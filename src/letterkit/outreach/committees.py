"""Committees of Congress from the public data: who sits on which, and the office of each one's leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letterkit.findings import Finding, Place
from letterkit.library.yamlfile import YamlFile
from letterkit.outreach import postal
from letterkit.outreach.names import text

ORGANISATIONS = {
    "senate": "United States Senate",
    "house": "U.S. House of Representatives",
    "joint": "Congress of the United States",
}
_ROLES = {
    "chair": "chair", "chairman": "chair", "chairwoman": "chair", "ranking member": "ranking-member",
    "vice chair": "vice-chair", "vice chairman": "vice-chair", "vice chairwoman": "vice-chair",
    "cochairman": "co-chair", "cochair": "co-chair", "co-chair": "co-chair", "co-chairman": "co-chair",
    "ex officio": "ex-officio", "": "member",
}  # fmt: skip
_CHAMBER = re.compile(r"^(?:United States )?(?:Senate|House) (?=.*\b(?:Committee|Subcommittee|Caucus)\b)")
_BODY = re.compile(r"\b(?:Subcommittee|Committee|Commission|Caucus)\b")


@dataclass(frozen=True, slots=True)
class Committees:
    """What the data say: each member's seats by the member's code, and the offices of leaders as plain data."""

    seats: Mapping[str, list[dict[str, str]]]
    offices: tuple[tuple[dict[str, Any], Place], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """The two files on committees, where given: their names, and who sits on them."""

    committees: tuple[str, YamlFile] | None = None
    membership: tuple[str, YamlFile] | None = None


def read(files: Files, known: set[str]) -> Committees:
    """Read both files; `known` are the codes of the members.  Subcommittees are left out."""
    findings: list[Finding] = []
    names = dict(_names(files.committees, findings))
    seats: dict[str, list[dict[str, str]]] = {}
    roles: dict[str, set[str]] = {}
    for code, person, title, place in _membership(files.membership):
        if code not in names:
            message = f"the committee '{code}' has members, but no name in the data"
            findings.append(Finding("committee-unknown", "warning", message, place, "add --committees FILE"))
            names[code] = ({}, place)
        elif names[code][0] and person not in known:
            message = f"'{person}' sits on {code}, but is not among the members"
            hint = "take all files from the same day"
            findings.append(Finding("member-unknown", "warning", message, place, hint))
        elif names[code][0]:
            role = _ROLES.get(title.casefold(), "member")
            seats.setdefault(person, []).append({"committee": code, "role": role})
            roles.setdefault(code, set()).add(role)
    offices = [
        (_office(code, entry, roles.get(code, set())), place)
        for code, (entry, place) in sorted(names.items())
        if entry
    ]
    return Committees(seats, tuple(offices), tuple(findings))


def short_name(name: str) -> str:
    """Return a committee's name without the chamber, which stands on a line of its own."""
    return _CHAMBER.sub("", name)


def _names(
    file: tuple[str, YamlFile] | None, findings: list[Finding]
) -> Iterator[tuple[str, tuple[dict[str, Any], Place]]]:
    """Yield code, entry and place of each committee that can be used."""
    name, parsed = file or ("", YamlFile([]))
    for number, entry in enumerate(parsed.data or []):
        place = Place(name, parsed.line((number,)))
        if isinstance(entry, dict) and text(entry, "thomas_id") and text(entry, "name"):
            yield text(entry, "thomas_id"), (entry, place)
        else:
            message = "this committee has no 'thomas_id' or no 'name'"
            findings.append(Finding("missing-key", "error", message, place, "see the public data's README"))


def _membership(file: tuple[str, YamlFile] | None) -> Iterator[tuple[str, str, str, Place]]:
    """Yield committee, person, title and place of each seat on a whole committee."""
    name, parsed = file or ("", YamlFile({}))
    data = parsed.data or {}
    for code, members in data.items():
        whole = not any(code != other and code.startswith(other) for other in data)
        for number, member in enumerate(members if isinstance(members, list) and whole else ()):
            if isinstance(member, dict):
                place = Place(name, parsed.line((code, number)))
                yield code, text(member, "bioguide"), text(member, "title"), place


def _office(code: str, entry: dict[str, Any], roles: set[str]) -> dict[str, Any]:
    """Return the office of a committee's chair, with whoever stands beside the chair."""
    name = short_name(text(entry, "name"))
    organisation = ORGANISATIONS.get(text(entry, "type"), ORGANISATIONS["joint"])
    beside: Sequence[str] = ["Ranking Member"] if "ranking-member" in roles else []
    if not beside and "vice-chair" in roles:
        beside = ["Vice Chair"]
    body = _BODY.search(name)
    return {
        "id": f"committee-{code.lower()}",
        "name": f"{name}, {organisation}",
        "audience": "us-congress",
        "form": "us-committee",
        "office": "Chair",
        "jointly": beside,
        "bureau": name,
        "organisation": organisation,
        "called": f"the {body[0] if body else 'Committee'}",
        "address": list(postal.lines(text(entry, "address"))),
        "committee": code,
    }
