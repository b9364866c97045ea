"""Groups by name, on an invented Congress."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.outreach.capitol import DAY, MEMBERS, library, member, rules, term

from letterkit.errors import LetterkitError
from letterkit.outreach.coverage import vacant, window
from letterkit.outreach.groups import resolve


def names(found):
    return [each.recipient.id for each in found[0]]


def refusal(store, name, day=DAY):
    with pytest.raises(LetterkitError) as refused:
        resolve(store, name, day)
    return refused.value


def test_the_senate_is_its_senators_in_the_order_of_the_data():
    found = resolve(library(), "senate", DAY)
    assert names(found) == ["sen-wa-o-cearbhaill", "sen-wa-de-la-cruz"]
    assert [(each.email, each.claims, each.unsourced, each.row) for each in found[0]] == [
        ("", (), (), None)
    ] * 2
    assert found[1] == ()


def test_the_house_includes_delegates_and_the_resident_commissioner_and_holds_back_by_name():
    found = resolve(library(), "house", DAY)
    assert names(found) == [
        "rep-ak-stone",
        "rep-ca-2-van-hollen",
        "del-gu-taitano",
        "rep-ny-1-nunez",
        "rc-pr-rios-vega",
    ]
    assert rules(found[1]) == ["vacant-seat", "held-back"]
    assert found[1][1].message == "Ann Reyes-Lund (rep-vt-reyes-lund) is held back: no address in the data"
    assert "CA-1" in found[1][0].message


def test_the_speaker_stands_in_the_house_under_that_title():
    (speaker, *_), _ = resolve(library(), "house", DAY)
    assert (speaker.recipient.form, speaker.recipient.office) == ("us-speaker", "Speaker")


def test_a_committee_is_its_members_with_the_leaders_by_their_role():
    found, findings = resolve(library(), "committee:HSHA", DAY)
    assert [(each.recipient.id, each.recipient.office) for each in found] == [
        ("rep-ca-2-van-hollen", "Chair"),
        ("del-gu-taitano", "Ranking Member"),
    ]
    assert rules(findings) == ["held-back"]
    assert {each.recipient.called for each in found} == {"the Committee"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("state:WA", ["sen-wa-o-cearbhaill", "sen-wa-de-la-cruz"]),
        ("state:wa", ["sen-wa-o-cearbhaill", "sen-wa-de-la-cruz"]),
        ("state:New York", ["rep-ny-1-nunez"]),
        ("state:GU", ["del-gu-taitano"]),
        ("party:republican", ["sen-wa-de-la-cruz", "rep-ak-stone", "rep-ca-2-van-hollen"]),
        ("Senate", ["sen-wa-o-cearbhaill", "sen-wa-de-la-cruz"]),
        ("committee:ssfr", ["sen-wa-o-cearbhaill", "sen-wa-de-la-cruz"]),
        ("del-gu-taitano", ["del-gu-taitano"]),
        ("state-dept", ["state-dept"]),
    ],
)
def test_states_parties_and_single_recipients_are_groups_too(name, expected):
    assert names(resolve(library(), name, DAY)) == expected


def test_a_group_is_refused_before_its_newest_member_and_after_the_first_term_to_end():
    store = library()
    early, late = refusal(store, "house", date(2026, 6, 9)), refusal(store, "house", date(2027, 1, 3))
    assert early.message.startswith("'house' cannot be given completely on 2026-06-09")
    for error in (early, late):
        assert "they cover 2026-06-10 to 2027-01-02: Ann Reyes-Lund took the seat on 2026-06-10" in error.hint
    assert len(resolve(store, "house", date(2026, 6, 10))[0]) == 5
    assert len(resolve(store, "house", date(2027, 1, 2))[0]) == 5


def test_a_seat_held_without_a_break_covers_earlier_terms_and_the_days_before_an_oath():
    store = library(MEMBERS[1])
    assert names(resolve(store, "senate", date(2019, 1, 3))) == ["sen-wa-de-la-cruz"]
    assert "they cover 2019-01-03 to 2031-01-02" in refusal(store, "senate", date(2019, 1, 2)).hint


def test_a_break_in_service_or_another_district_begins_the_seat_anew():
    away = member(
        "B1", "Bea", "Back", term("rep", "OH", 1, start="2019-01-03", end="2021-01-03"), term("rep", "OH", 1)
    )
    moved = member(
        "M1", "Mo", "Moved", term("rep", "OH", 2, start="2023-01-03", end="2025-01-03"), term("rep", "OH", 3)
    )
    for entry in (away, moved):
        store = library(entry)
        members = [each for each in store.recipients.values() if each.person]
        assert window(members).first == date(2025, 1, 3)


def test_what_a_party_had_depends_on_every_seat():
    assert "they cover 2026-06-10" in refusal(library(), "party:Democrat", date(2026, 6, 1)).hint
    turn = [
        {"start": "2025-01-03", "end": "2026-06-30", "party": "Republican"},
        {"start": "2026-07-01", "end": "2027-01-03", "party": "Independent"},
    ]
    store = library(member("K1", "Kim", "Turner", term("rep", "OH", 1, party_affiliations=turn)))
    assert names(resolve(store, "party:Independent", DAY)) == ["rep-oh-1-turner"]
    assert names(resolve(store, "party:Independent", DAY - timedelta(days=1))) == []


def test_committees_are_refused_beyond_thirty_days_of_the_import():
    store = library()
    assert "they cover 2026-06-10 to 2026-07-31" in refusal(store, "committee:HSHA", date(2026, 8, 1)).hint
    assert (
        "committees count within 30 days of the import of 2026-07-01"
        in refusal(store, "committee:SSFR", date(2026, 5, 31)).hint
    )
    assert len(resolve(store, "committee:SSFR", date(2026, 7, 31))[0]) == 2


def test_old_data_are_warned_of():
    _, findings = resolve(library(), "senate", DAY + timedelta(days=31))
    assert rules(findings) == ["import-old"]
    assert "31 days before the letter" in findings[0].message


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("senat", "unknown group or recipient 'senat'", "did you mean 'senate'?"),
        ("comittee:SSFR", "unknown group or recipient 'comittee:SSFR'", "did you mean 'committee:SSFR'?"),
        ("committee:SFRC", "unknown committee 'SFRC'", "did you mean 'SSFR'?"),
        (
            "committee:foreign relations",
            "unknown committee 'FOREIGN RELATIONS'",
            "did you mean 'SSFR', the Committee on Foreign Relations?",
        ),
        ("party:Democratic", "unknown party 'Democratic'", "did you mean 'Democrat'?"),
        ("state:Washingtn", "unknown state 'Washingtn'", "did you mean 'state:WA'?"),
        ("state:OH", "nobody in the data sits for OH", "see `letterkit recipients list`"),
        ("state-dep", "unknown group or recipient 'state-dep'", "did you mean 'state-dept'?"),
        ("state:", "unknown group or recipient 'state:'", "groups: senate, house, committee:SSFR, state:NY"),
        ("zzzz", "unknown group or recipient 'zzzz'", "groups: senate, house, committee:SSFR"),
        ("", "unknown group or recipient ''", "groups: senate"),
    ],
)
def test_an_unknown_name_gets_the_nearest(name, message, hint):
    error = refusal(library(), name)
    assert error.message == message
    assert error.hint.startswith(hint)


def test_without_an_import_groups_say_how_to_make_one():
    store = library()
    bare = replace(store, recipients={key: each for key, each in store.recipients.items() if not each.as_of})
    assert "recipients import" in refusal(bare, "senate").hint
    no_seats = library(MEMBERS[0])
    assert refusal(replace(no_seats, recipients={
        key: each for key, each in no_seats.recipients.items() if not each.committee
    }), "committee:SSFR").message == "the import holds no committees"  # fmt: skip


def test_empty_seats_are_named_and_those_that_leave_no_gap_are_counted():
    def terms(*entries):
        store = library(*(member(f"C{n}", "A", f"B{n}", entry) for n, entry in enumerate(entries)))
        return [each.holders[0].terms[-1] for each in store.recipients.values() if each.person]

    assert vacant(terms(term("rep", "OH", 1), term("rep", "OH", 3))) == ["OH-2"]
    assert vacant(terms(term("sen", "WA", 1))) == ["a seat of WA in the Senate"]
    assert vacant(terms(term("rep", "OH", 2), term("rep", "NY", 1))) == [
        "OH-1",
        "432 further seats of the House",
    ]
    assert vacant(terms(term("rep", "GU", 0))) == []
