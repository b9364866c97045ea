"""The whole real Congress: every name, salutation and address line against the data, computed another way.

The data are public (CC0) and lie beside the project; where they do not, these tests skip and say so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.outreach.capitol import _starter, by_id, rules

from letterkit.drafting.address import address
from letterkit.drafting.brief import Brief
from letterkit.drafting.offices import on_day
from letterkit.errors import LetterkitError
from letterkit.library.model import Sender, Signatory, Topic, as_plain
from letterkit.library.store import Library
from letterkit.outreach import cards, congress, groups, listed, sheet

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "congress"
NAMES = ("legislators-current.yaml", "committees-current.yaml", "committee-membership-current.yaml")
DAY = date(2026, 7, 1)
NOBODY = Sender(id="nobody", name="N", constituency="N", signatories=(Signatory(name="N"),))

pytestmark = pytest.mark.skipif(
    not (CORPUS / NAMES[0]).is_file(), reason=f"the public data of Congress are not at {CORPUS}"
)


@cache
def data(name: str) -> Any:
    """Return one of the public files, by the loader that they were written for."""
    return yaml.load((CORPUS / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def imported() -> congress.Imported:
    return congress.read([(name, (CORPUS / name).read_text(encoding="utf-8")) for name in NAMES], DAY)


@cache
def library() -> Library:
    return replace(_starter(), recipients={**_starter().recipients, **by_id(imported())})


@cache
def members() -> dict[str, Any]:
    """Return the members by their code."""
    return {entry["id"]["bioguide"]: entry for entry in data(NAMES[0])}


def expected_name(name: dict[str, str]) -> str:
    """Return the official name without what stands in quotation marks, else first, middle, last, suffix."""
    if "official_full" in name:
        before, _, rest = name["official_full"].partition(' "')
        return before + rest.partition('"')[2]
    return " ".join(name[key] for key in ("first", "middle", "last", "suffix") if key in name)


def expected_lines(entry: dict[str, Any]) -> list[str]:
    """Return the lines of the inside address, from the last term alone."""
    term = entry["terms"][-1]
    room, _, zip_code = term["address"].rpartition(" Washington DC ")
    title = []
    if term["type"] == "rep":
        title = {
            "DC": ["Delegate from the District of Columbia"],
            "VI": ["Delegate from the U.S. Virgin Islands"],
            "AS": ["Delegate from American Samoa"],
            "GU": ["Delegate from Guam"],
            "MP": ["Delegate from the Northern Mariana Islands"],
            "PR": ["Resident Commissioner of Puerto Rico"],
        }.get(term["state"], [])
    body = ["United States Senate"] if term["type"] == "sen" else ["U.S. House of Representatives"]
    if is_speaker(entry):
        title, body = ["Speaker of the House of Representatives"], []
    return [
        f"The Honorable {expected_name(entry['name'])}",
        *title,
        *body,
        room,
        f"Washington, DC {zip_code}",
    ]


def expected_salutation(entry: dict[str, Any]) -> str:
    term = entry["terms"][-1]
    if is_speaker(entry):
        return "Dear Mr. Speaker:" if entry["bio"]["gender"] == "M" else "Dear Madam Speaker:"
    title = "Senator" if term["type"] == "sen" else "Representative"
    if term["state"] in ("DC", "VI", "AS", "GU", "MP"):
        title = "Delegate"
    if term["state"] == "PR":
        title = "Resident Commissioner"
    return f"Dear {title} {entry['name']['last']}:"


def is_speaker(entry: dict[str, Any]) -> bool:
    roles = entry.get("leadership_roles", ())
    return any(role["title"] == "Speaker of the House" and "end" not in role for role in roles)


def printed(recipient: Any) -> tuple[list[str], str]:
    form = library().forms[recipient.form]
    to, findings = address(Brief(recipient, form, Topic(id="t", title="t"), DAY, NOBODY))
    assert findings == []
    return list(to.lines), to.salutation


def everybody() -> dict[str, Any]:
    """Return whom the letters to both chambers go to, by the code of the person."""
    both = (*groups.resolve(library(), "senate", DAY)[0], *groups.resolve(library(), "house", DAY)[0])
    return {str(each.recipient.person): each.recipient for each in both}


def test_every_line_and_every_salutation_is_that_of_the_data():
    addressed = {person: printed(recipient) for person, recipient in everybody().items()}
    entries = {person: entry for person, entry in members().items() if "address" in entry["terms"][-1]}
    assert len(entries) == 536
    assert addressed == {
        person: (expected_lines(entry), expected_salutation(entry)) for person, entry in entries.items()
    }


def test_nobody_is_missing_but_who_is_held_back_by_name():
    without = {person for person, entry in members().items() if "address" not in entry["terms"][-1]}
    assert members().keys() - everybody().keys() == without
    _, findings = groups.resolve(library(), "house", DAY)
    held_back = [finding.message for finding in findings if finding.rule == "held-back"]
    assert len(held_back) == len(without) == 1
    assert all(expected_name(members()[person]["name"]) in held_back[0] for person in without)


def test_the_chambers_have_their_numbers():
    forms = Counter(recipient.form for recipient in everybody().values())
    assert forms == {
        "us-senator": 100,
        "us-representative": 429,
        "us-delegate": 5,
        "us-resident-commissioner": 1,
        "us-speaker": 1,
    }
    vacant = next(each for each in groups.resolve(library(), "house", DAY)[1] if each.rule == "vacant-seat")
    assert "CA-14, FL-20, GA-13, TX-23" in vacant.message


def test_nothing_prints_none_a_nickname_or_contact_data():
    for recipient in everybody().values():
        lines, salutation = printed(recipient)
        text = "\n".join((*lines, salutation))
        assert not re.search(r"\bNone\b|[\"“”()\[\]@]|\n\n|  |\d{3}-\d{3}-\d{4}", text), text
    kept = str([as_plain(recipient) for recipient in imported().recipients])
    terms = [term for entry in members().values() for term in entry["terms"]]
    phones = {term.get(key) for term in terms for key in ("phone", "fax")} - {None, ""}
    assert len(phones) > 500
    assert not {phone for phone in phones if phone in kept}
    assert "http" not in kept


def test_ids_are_all_different_and_in_a_stable_order():
    ids = [recipient.id for recipient in imported().recipients]
    assert len(ids) == len(set(ids)) == 537 + 49
    shuffled = [(name, (CORPUS / name).read_text(encoding="utf-8")) for name in reversed(NAMES)]
    assert congress.read(shuffled, DAY) == imported()


def test_terms_and_parties_are_those_of_the_data():
    for recipient in imported().recipients:
        if not recipient.person:
            continue
        terms = recipient.holders[0].terms
        kept = [
            (str(term.start), str(term.end), term.state, term.district, term.class_, term.party)
            for term in terms
        ]
        expected = [
            (
                part["start"],
                part["end"],
                term["state"],
                term.get("district"),
                term.get("class"),
                part.get("party", term.get("party")),
            )
            for term in members()[recipient.person]["terms"]
            for part in term.get("party_affiliations", [term])
        ]
        assert kept == expected


@pytest.mark.parametrize(
    "code", sorted(entry["thomas_id"] for entry in data(NAMES[1])) if CORPUS.is_dir() else []
)
def test_every_committee_is_its_members_with_the_leaders_by_role(code):
    seats = data(NAMES[2]).get(code, [])
    found, findings = groups.resolve(library(), f"committee:{code}", DAY)
    held_back = rules(findings).count("held-back")
    assert len(found) + held_back == len({seat["bioguide"] for seat in seats})
    titles = {seat["bioguide"]: seat.get("title", "") for seat in seats}
    name = re.sub(
        r"^(House|United States Senate|Senate) ",
        "",
        next(entry["name"] for entry in data(NAMES[1]) if entry["thomas_id"] == code),
    )
    for each in found:
        entry = members()[str(each.recipient.person)]
        lines, salutation = printed(each.recipient)
        title = titles[str(each.recipient.person)]
        role = {
            "Chairman": "Chair",
            "Chair": "Chair",
            "Chairwoman": "Chair",
            "Ranking Member": "Ranking Member",
        }.get(title)
        role = "Vice Chair" if title.startswith("Vice Chair") else role
        if role is None:
            assert (lines, salutation) == (expected_lines(entry), expected_salutation(entry))
            continue
        chamber = (
            "United States Senate" if entry["terms"][-1]["type"] == "sen" else "U.S. House of Representatives"
        )
        assert lines == [expected_lines(entry)[0], role, name, chamber, *expected_lines(entry)[-2:]]
        assert salutation == f"Dear {role} {entry['name']['last']}:"


def test_chair_and_ranking_member_of_each_committee_share_one_letter():
    for code, seats in data(NAMES[2]).items():
        if len(code) != 4:
            continue
        office = on_day(library(), library().recipients[f"committee-{code.lower()}"], DAY)
        form = library().forms[office.form]
        to, _ = address(Brief(office, form, Topic(id="t", title="t"), DAY, NOBODY))
        chairs = [seat for seat in seats if seat.get("title") in ("Chair", "Chairman", "Chairwoman")]
        beside = [seat for seat in seats if seat.get("title") == "Ranking Member"]
        beside = beside or [seat for seat in seats if seat.get("title", "").startswith("Vice Chair")]
        for block, seat in zip(to.blocks, [*chairs[:1], *beside[:1]], strict=bool(chairs)):
            assert block[0] == f"The Honorable {expected_name(members()[seat['bioguide']]['name'])}"


def test_groups_are_refused_on_days_that_the_data_do_not_cover():
    def refused(name: str, day: str) -> str:
        with pytest.raises(LetterkitError) as error:
            groups.resolve(library(), name, date.fromisoformat(day))
        return error.value.hint

    assert "they cover 2026-03-24 to 2026-11-03" in refused("senate", "2026-03-23")
    assert "they cover 2026-03-24 to 2026-11-03" in refused("senate", "2026-11-04")
    assert "they cover 2026-06-10 to 2027-01-02" in refused("house", "2026-06-09")
    assert "they cover 2026-06-10 to 2027-01-02" in refused("house", "2027-01-03")
    assert "they cover 2026-06-10 to 2026-11-03" in refused("party:Democrat", "2026-06-01")
    assert "within 30 days of the import" in refused("committee:SSFR", "2026-08-01")


def test_an_exported_list_of_all_prints_the_same_letters():
    rows = [cards.card(library(), recipient, DAY) for recipient in everybody().values()]
    found, findings = listed.resolve(library(), sheet.write(rows).encode(), "all.csv", DAY)
    assert findings == ()
    assert [each.recipient for each in found] == list(everybody().values())
