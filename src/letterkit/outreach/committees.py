"""Committees of Congress from the public data: who sits on which, and the office of each one's leaders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from letterkit.findings import Finding, Place
from letterkit.library.yaml.yamlfile import YamlFile
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
    "ex officio": "ex-officio",
}  # fmt: skip
_CHAMBER = re.compile(r"^(?:United States )?(?:Senate|House) (?=.*\b(?:Committee|Subcommittee|Caucus)\b)")
_BODY = re.compile(r"\b(?:Subcommittee|Committee|Commission|Caucus)\b")

NamedFile = tuple[str, YamlFile]
Seats = Mapping[str, list[dict[str, str]]]


@dataclass(slots=True)
class Committees:
    """Each member's seats by the member's code, and the offices of leaders as plain data with their place."""

    seats: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    offices: list[tuple[dict[str, Any], Place]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def say(self, rule: str, message: str, place: Place, hint: str) -> None:
        """Note what the data lack; the import goes on without it."""
        self.findings.append(Finding(rule, "warning", message, place, hint))


def read(named: NamedFile | None, membership: NamedFile | None, known: set[str]) -> Committees:
    """Read names and membership of whole committees; `known` are the codes of the members of Congress."""
    found = Committees()
    if named is None:
        if membership:
            message, hint = "the committees have no names", "add --committees committees-current.yaml"
            found.say("committee-unknown", message, Place(membership[0]), hint)
        return found
    if membership is None:
        message = "who sits on the committees is unknown"
        hint = "add --membership committee-membership-current.yaml"
        found.say("membership-missing", message, Place(named[0]), hint)
    names = dict(_names(named, found))
    roles: dict[str, set[str]] = {code: set() for code in names}
    for code, person, title, place in _membership(membership):
        if code not in names or person not in known:
            stranger = f"the committee '{code}'" if code not in names else f"'{person}' of {code}"
            message = f"{stranger} is not in the other files"
            found.say("member-unknown", message, place, "take all files from the same day")
            continue
        role = _ROLES.get(title.casefold(), "member")
        found.seats.setdefault(person, []).append({"committee": code, "role": role})
        roles[code].add(role)
    found.offices = [(_office(code, *names[code], roles[code])) for code in sorted(names)]
    return found


def short_name(name: str) -> str:
    """Return a committee's name without the chamber, which stands on a line of its own."""
    return _CHAMBER.sub("", name)


def _names(named: NamedFile, found: Committees) -> Iterator[tuple[str, tuple[Mapping[str, Any], Place]]]:
    """Yield code, entry and place of each committee that can be used."""
    file, parsed = named
    for number, entry in enumerate(parsed.data):
        place = Place(file, parsed.line((number,)))
        if isinstance(entry, dict) and text(entry, "thomas_id") and text(entry, "name"):
            yield text(entry, "thomas_id"), (entry, place)
        else:
            found.say("missing-key", "a committee has no 'thomas_id' or no 'name'", place, "it is left out")


def _membership(membership: NamedFile | None) -> Iterator[tuple[str, str, str, Place]]:
    """Yield committee, person, title and place of each seat; a longer code is that of a subcommittee."""
    file, parsed = membership or ("", YamlFile({}))
    for code, members in parsed.data.items():
        if isinstance(members, list) and not _is_part(code, parsed.data):
            for number, member in enumerate(members):
                if isinstance(member, dict):
                    place = Place(file, parsed.line((code, number)))
                    yield code, text(member, "bioguide"), text(member, "title"), place


def _is_part(code: str, codes: Iterable[str]) -> bool:
    return any(code != other and code.startswith(other) for other in codes)


def _office(
    code: str, entry: Mapping[str, Any], place: Place, roles: set[str]
) -> tuple[dict[str, Any], Place]:
    """Return the office of a committee's chair, with whoever stands beside the chair."""
    name = short_name(text(entry, "name"))
    organisation = ORGANISATIONS.get(text(entry, "type"), ORGANISATIONS["joint"])
    beside = {"ranking-member": "Ranking Member", "vice-chair": "Vice Chair"}
    body = _BODY.search(name)
    data = {
        "id": f"committee-{code.lower()}",
        "name": f"{name}, {organisation}",
        "audience": "us-congress",
        "form": "us-committee",
        "office": "Chair",
        "jointly": [title for role, title in beside.items() if role in roles][:1],
        "bureau": name,
        "organisation": organisation,
        "called": f"the {body[0] if body else 'Committee'}",
        "address": list(postal.lines(text(entry, "address"))),
        "committee": code,
    }
    return data, place
