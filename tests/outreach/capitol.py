"""An invented Congress: members whose names, terms and seats are hard to get right, as data and library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import yaml

from letterkit.findings import Finding
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.model import Recipient
from letterkit.library.store import Library
from letterkit.outreach import congress

DAY = date(2026, 7, 1)
MEMBERS_FILE, COMMITTEES_FILE, MEMBERSHIP_FILE = "members.yaml", "committees.yaml", "membership.yaml"


def term(kind: str, state: str, seat: int, **keys: Any) -> dict[str, Any]:
    """Return a term as the public data have it, with contact data that nothing may keep."""
    place = {"class": seat} if kind == "sen" else {"district": seat}
    house = "Senate" if kind == "sen" else "House"
    zip_code = "20510" if kind == "sen" else "20515-0001"
    known = {
        "type": kind,
        "start": "2025-01-03",
        "end": "2031-01-03" if kind == "sen" else "2027-01-03",
        "state": state,
        **place,
        "party": "Democrat",
        "phone": "202-555-0100",
        "fax": "202-555-0101",
        "contact_form": "https://example.org/contact",
        "url": "https://example.org",
        "address": f"{100 + seat} Example {house} Office Building Washington DC {zip_code}",
    }
    return {key: value for key, value in (known | keys).items() if value is not None}


def member(code: str, first: str, last: str, *terms: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Return a member; keys beside `gender` and `leadership_roles` belong to the name."""
    gender, roles = keys.pop("gender", "F"), keys.pop("leadership_roles", None)
    entry: dict[str, Any] = {
        "id": {"bioguide": code, "thomas": "00001"},
        "name": {"first": first, "last": last, **keys},
        "bio": {"birthday": "1970-01-01", "gender": gender},
        "terms": list(terms),
    }
    return entry | ({"leadership_roles": roles} if roles else {})


SPEAKER = [{"title": "Speaker of the House", "chamber": "house", "start": "2025-01-03"}]
MEMBERS: tuple[dict[str, Any], ...] = (
    member("S000001", "Siobhán", "Ó Cearbhaill", term("sen", "WA", 1), official_full="Siobhán Ó Cearbhaill"),
    member(
        "S000002",
        "Maria",
        "de la Cruz",
        term("rep", "WA", 2, start="2013-01-03", end="2015-01-03"),
        term("sen", "WA", 3, start="2019-01-03", end="2025-01-03"),
        term("sen", "WA", 3, start="2025-01-06", party="Republican"),
        official_full='Maria T. "Mari" de la Cruz',
        nickname="Mari",
    ),
    member("R000001", "José", "Núñez", term("rep", "NY", 1), middle="M.", suffix="Jr.", nickname="Pepe"),
    member("R000002", "Chris", "Van Hollen", term("rep", "CA", 2, party="Republican"), gender="M"),
    member(
        "R000003",
        "Harold",
        "Stone",
        term("rep", "AK", 0, party="Republican"),
        official_full='Harold T. "Hal" Stone III',
        suffix="III",
        gender="M",
        leadership_roles=SPEAKER,
    ),
    member("R000004", "Ann (Annie)", "Reyes-Lund", term("rep", "VT", 0, start="2026-06-10", address=None)),
    member("D000001", "Rosa", "Taitano", term("rep", "GU", 0), official_full="Rosa Taitano"),
    member("D000002", "Luis", "Ríos Vega", term("rep", "PR", 0), official_full="Luis Ríos", gender="M"),
)
COMMITTEES: tuple[dict[str, Any], ...] = (
    {"type": "senate", "name": "Senate Committee on Foreign Relations", "thomas_id": "SSFR"},
    {"type": "senate", "name": "Senate Select Committee on Intelligence", "thomas_id": "SLIN"},
    {
        "type": "house",
        "name": "House Committee on House Administration",
        "thomas_id": "HSHA",
        "address": "1309 LHOB; Washington, DC 20515-6157",
        "phone": "202-555-0102",
    },
    {"type": "joint", "name": "Joint Committee on Printing", "thomas_id": "JSPR"},
)
MEMBERSHIP: dict[str, list[dict[str, Any]]] = {
    "SSFR": [
        {"name": "Ó Cearbhaill", "bioguide": "S000001", "title": "Chairman", "rank": 1},
        {"name": "de la Cruz", "bioguide": "S000002", "title": "Ranking Member", "rank": 1},
    ],
    "SSFR01": [{"name": "de la Cruz", "bioguide": "S000002", "title": "Chair", "rank": 1}],
    "SLIN": [
        {"name": "de la Cruz", "bioguide": "S000002", "title": "Chairman", "rank": 1},
        {"name": "Ó Cearbhaill", "bioguide": "S000001", "title": "Vice Chairman", "rank": 1},
    ],
    "HSHA": [
        {"name": "Van Hollen", "bioguide": "R000002", "title": "Chair", "rank": 1},
        {"name": "Reyes-Lund", "bioguide": "R000004", "rank": 2},
        {"name": "Taitano", "bioguide": "D000001", "title": "Ranking Member", "rank": 1},
    ],
    "JSPR": [{"name": "Van Hollen", "bioguide": "R000002", "title": "Vice Chairman", "rank": 1}],
}


def as_yaml(data: Any) -> str:
    """Return data as the public files are written."""
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def files(
    members: Iterable[dict[str, Any]] = MEMBERS, committees: Iterable[dict[str, Any]] = COMMITTEES
) -> list[tuple[str, str]]:
    """Return the three files by name."""
    return [
        (MEMBERS_FILE, as_yaml(list(members))),
        (COMMITTEES_FILE, as_yaml(list(committees))),
        (MEMBERSHIP_FILE, as_yaml(MEMBERSHIP)),
    ]


def imported(*members: dict[str, Any], as_of: date = DAY) -> congress.Imported:
    """Import the given members without a seat on any committee, or all of the invented Congress."""
    return congress.read(files(members)[:2] if members else files(), as_of)


def by_id(found: congress.Imported) -> dict[str, Recipient]:
    return {recipient.id: recipient for recipient in found.recipients}


@cache
def _starter() -> Library:
    return load(starter())[0]


def library(*members: dict[str, Any], as_of: date = DAY) -> Library:
    """Return the starter with the invented Congress in it."""
    found = imported(*members, as_of=as_of)
    assert found.recipients, found.findings
    return replace(_starter(), recipients={**_starter().recipients, **by_id(found)})


def rules(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]
