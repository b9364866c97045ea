"""The import of public data, shown on an invented Congress."""

import time
from datetime import date

import pytest
from tests.outreach.capitol import (
    COMMITTEES,
    DAY,
    MEMBERS,
    MEMBERSHIP,
    as_yaml,
    by_id,
    files,
    imported,
    member,
    rules,
    term,
)

from letterkit.findings import has_errors
from letterkit.library.model import as_plain
from letterkit.outreach import congress


def test_every_member_has_an_id_of_seat_and_surname_in_the_order_of_the_chambers():
    found = imported()
    assert [recipient.id for recipient in found.recipients] == [
        "sen-wa-o-cearbhaill",
        "sen-wa-de-la-cruz",
        "rep-ak-stone",
        "rep-ca-2-van-hollen",
        "del-gu-taitano",
        "rep-ny-1-nunez",
        "rc-pr-rios-vega",
        "rep-vt-reyes-lund",
        "committee-hsha",
        "committee-jspr",
        "committee-slin",
        "committee-ssfr",
    ]
    assert rules(found.findings) == ["no-address", "name-differs"]


def test_names_are_formal_surnames_whole_and_suffixes_no_part_of_them():
    holders = {key: each.holders[0] for key, each in by_id(imported()).items() if each.person}
    assert {key: (holder.name, holder.surname) for key, holder in holders.items()} == {
        "sen-wa-o-cearbhaill": ("Siobhán Ó Cearbhaill", "Ó Cearbhaill"),
        "sen-wa-de-la-cruz": ("Maria T. de la Cruz", "de la Cruz"),
        "rep-ny-1-nunez": ("José M. Núñez Jr.", "Núñez"),
        "rep-ca-2-van-hollen": ("Chris Van Hollen", "Van Hollen"),
        "rep-ak-stone": ("Harold T. Stone III", "Stone"),
        "rep-vt-reyes-lund": ("Ann Reyes-Lund", "Reyes-Lund"),
        "del-gu-taitano": ("Rosa Taitano", "Taitano"),
        "rc-pr-rios-vega": ("Luis Ríos", "Ríos Vega"),
    }


def test_a_member_without_an_address_is_named_with_the_place_in_the_file():
    finding = imported().findings[0]
    assert finding.rule == "no-address"
    assert finding.severity == "warning"
    assert finding.message == "Ann Reyes-Lund (rep-vt-reyes-lund) has no address in the data"
    assert finding.place.file == "members.yaml"
    assert "Ann (Annie)" in as_yaml(list(MEMBERS)).splitlines()[finding.place.line + 3]


def test_terms_are_kept_whole_and_parted_where_the_party_changed():
    changes = [
        {"start": "2025-01-03", "end": "2026-03-08", "party": "Republican"},
        {"start": "2026-03-09", "end": "2027-01-03", "party": "Independent", "caucus": "Republican"},
    ]
    turned = member(
        "K1", "Kim", "Turner", term("rep", "CA", 3, party="Independent", party_affiliations=changes)
    )
    (recipient,) = [each for each in imported(turned).recipients if each.person]
    assert [(str(part.start), str(part.end), part.party) for part in recipient.holders[0].terms] == [
        ("2025-01-03", "2026-03-08", "Republican"),
        ("2026-03-09", "2027-01-03", "Independent"),
    ]
    served = by_id(imported())["sen-wa-de-la-cruz"].holders[0].terms
    assert [(part.chamber, part.state, part.district, part.class_) for part in served] == [
        ("house", "WA", 2, None),
        ("senate", "WA", None, 3),
        ("senate", "WA", None, 3),
    ]


def test_seats_on_committees_carry_roles_and_those_on_subcommittees_are_left_out():
    recipients = by_id(imported())
    assert [as_plain(seat) for seat in recipients["sen-wa-de-la-cruz"].committees] == [
        {"committee": "SSFR", "role": "ranking-member"},
        {"committee": "SLIN", "role": "chair"},
    ]
    assert [seat.role for seat in recipients["rep-vt-reyes-lund"].committees] == ["member"]
    assert {each.as_of for each in recipients.values()} == {DAY}


def test_a_committee_is_an_office_of_its_chair_and_of_whoever_stands_beside():
    recipients = by_id(imported())
    relations, printing = recipients["committee-ssfr"], recipients["committee-jspr"]
    assert (relations.office, relations.jointly) == ("Chair", ("Ranking Member",))
    assert (relations.bureau, relations.organisation) == (
        "Committee on Foreign Relations",
        "United States Senate",
    )
    assert recipients["committee-slin"].jointly == ("Vice Chair",)
    assert recipients["committee-hsha"].bureau == "Committee on House Administration"
    assert recipients["committee-hsha"].address == (
        "1309 Longworth House Office Building",
        "Washington, DC 20515-6157",
    )
    assert (printing.bureau, printing.organisation) == (
        "Joint Committee on Printing",
        "Congress of the United States",
    )


def test_only_the_times_as_speaker_are_kept_of_all_leadership():
    recipients = by_id(imported())
    assert as_plain(recipients["rep-ak-stone"])["leadership"] == [
        {"office": "Speaker", "title": "Mr. Speaker", "start": "2025-01-03"}
    ]
    whip = [{"title": "House Majority Whip", "chamber": "house", "start": "2025-01-03"}]
    (whipped,) = imported(
        member("W1", "Wil", "Whip", term("rep", "OH", 1), leadership_roles=whip)
    ).recipients[:1]
    assert whipped.leadership == ()


def test_no_contact_data_and_nothing_personal_is_taken_over():
    text = str([as_plain(recipient) for recipient in imported().recipients])
    for kept_out in ("202-555", "example.org", "1970", "contact", "'F'", "None"):
        assert kept_out not in text


def test_an_address_with_contact_data_in_it_counts_as_none():
    spoilt = member("P1", "Pat", "Phone", term("rep", "OH", 1, address="1 Hall, call 202-555-0100"))
    found = imported(spoilt)
    assert found.recipients[0].address == ()
    assert "no-address" in rules(found.findings)


def test_two_of_one_name_in_one_seat_are_told_apart_by_the_code_of_the_person():
    twins = [member(code, "Pat", "Lee", term("rep", "OH", 1)) for code in ("L1", "L2")]
    assert [each.id for each in imported(*twins).recipients[:2]] == ["rep-oh-1-lee-l1", "rep-oh-1-lee-l2"]


def test_the_same_file_twice_is_one_finding_for_each_member():
    given = [(MEMBERS_NAME, as_yaml([MEMBERS[0]])) for MEMBERS_NAME in ("a.yaml", "b.yaml")]
    found = congress.read(given, DAY)
    assert found.recipients == ()
    assert rules(found.findings) == ["duplicate-id"]


def test_a_name_without_latin_letters_is_named_by_the_code_of_the_person():
    armenian = member("H000042", "Անի", "Հակոբյան", term("rep", "OH", 1))
    recipient = imported(armenian).recipients[0]
    assert recipient.id == "rep-oh-1-h000042"
    assert recipient.holders[0].surname == "Հակոբյան"


def test_data_that_begin_after_their_day_are_refused_and_ended_terms_are_named():
    early = imported(as_of=date(2026, 6, 1))
    assert early.recipients == ()
    assert [finding.message for finding in early.findings if finding.severity == "error"] == [
        "a term of Ann Reyes-Lund (rep-vt-reyes-lund) begins after 2026-06-01"
    ]
    late = imported(as_of=date(2027, 1, 3))
    assert rules(late.findings).count("term-ended") == 6
    assert "ended on 2027-01-02, before 2027-01-03" in str(late.findings)


def test_the_files_show_by_themselves_what_they_are():
    members, committees, membership = files()
    mixed = [membership, ("districts.yaml", as_yaml([{"id": {}, "offices": []}])), members, committees]
    found = congress.read(mixed, DAY)
    assert found.recipients == imported().recipients
    assert rules(found.findings)[0] == "ignored"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([("x.yaml", "a: b\n")], "this is none of the congress-legislators files"),
        ([("x.yaml", "- a\n- b\n")], "this is none of the congress-legislators files"),
        ([("x.yaml", "")], "this is none of the congress-legislators files"),
        (files()[1:], "no file holds the members of Congress"),
        ([("x.yaml", "- terms: [\n")], "this is not valid YAML"),
        ([("x.yaml", "a: &x [1, 2]\nb: [*x, *x]\n")], "the anchor 'x' is not allowed"),
        (
            [("x.yaml", '- id: {bioguide: A}\n  name: {first: "A\\x07"}\n  terms: []\n')],
            "the control character U+0007",
        ),
    ],
)
def test_what_is_no_data_of_congress_is_refused(given, message):
    found = congress.read(given, DAY)
    assert found.recipients == ()
    assert has_errors(found.findings)
    assert message in found.findings[0].message


@pytest.mark.parametrize("bomb", ["- terms: [" + "a," * 3_000_000 + "a]", "[" * 200_000, "- " * 200_000])
def test_a_bomb_is_refused_in_seconds(bomb):
    start = time.process_time()
    found = congress.read([("bomb.yaml", bomb)], DAY)
    assert found.recipients == ()
    assert has_errors(found.findings)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": {"first": "Ann"}}, "'surname' is missing"),
        ({"name": ["Ann"]}, "'name' is missing"),
        ({"terms": []}, "a holder needs a day in office"),
        ({"terms": ["2025"]}, "'start' is missing"),
        ({"terms": [term("rep", "OH", 1, start="20x5")]}, "'20x5' is no day"),
        ({"terms": [term("rep", "OH", 1, type="mayor")]}, "'mayor' is not known"),
        ({"name": {"first": "A" * 300, "last": "B"}}, "characters"),
    ],
)
def test_an_entry_that_cannot_be_a_member_is_named_with_its_line_and_nothing_is_imported(change, message):
    found = imported(MEMBERS[0], member("X1", "Ann", "Other", term("rep", "OH", 1)) | change)
    assert found.recipients == ()
    errors = [finding for finding in found.findings if finding.severity == "error"]
    assert any(message in finding.message for finding in errors), errors
    assert all(finding.place.line > 1 for finding in errors)


def test_seats_without_names_of_committees_or_of_strangers_are_named():
    members, committees, _ = files()
    unnamed = congress.read([members, files()[2]], DAY)
    assert "committee-unknown" in rules(unnamed.findings)
    assert [each.id for each in unnamed.recipients if each.committee] == []
    strangers = {**MEMBERSHIP, "HSXX": [{"bioguide": "R000001"}], "SSFR": [{"bioguide": "Z000009"}]}
    odd = congress.read([members, committees, ("membership.yaml", as_yaml(strangers))], DAY)
    assert [finding.message for finding in odd.findings if finding.rule == "member-unknown"] == [
        "'Z000009' of SSFR is not in the other files",
        "the committee 'HSXX' is not in the other files",
    ]
    nameless = congress.read(files(committees=[*COMMITTEES, {"type": "house"}]), DAY)
    assert rules(nameless.findings)[0] == "missing-key"
