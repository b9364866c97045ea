from datetime import date

from tests.outreach.capitol import MEMBERS, imported, member, term

from letterkit.outreach.changes import changes


def told(before, after):
    return [finding.message for finding in changes(before.recipients, after.recipients)]


def test_the_same_data_of_another_day_change_nothing():
    assert told(imported(), imported(as_of=date(2026, 7, 20))) == []


def test_who_joined_who_left_and_what_differs_is_said():
    moved = member(
        "S000001",
        "Siobhán",
        "Ó Cearbhaill",
        term("sen", "WA", 1, address="9 New Senate Office Building Washington DC 20510"),
    )
    before, after = imported(MEMBERS[0], MEMBERS[2]), imported(moved, MEMBERS[3])
    assert told(before, after) == [
        (
            "sen-wa-o-cearbhaill: address “101 Example Senate Office Building, Washington, DC 20510” → "
            "“9 New Senate Office Building, Washington, DC 20510”"
        ),
        "new: rep-ca-2-van-hollen, Representative Chris Van Hollen, California 2",
        "no longer there: rep-ny-1-nunez, Representative José M. Núñez Jr., New York 1",
    ]


def test_a_new_term_and_other_committees_are_changes():
    longer = member(
        "R000001", "José", "Núñez", term("rep", "NY", 1, end="2029-01-03"), middle="M.", suffix="Jr."
    )
    assert told(imported(MEMBERS[2]), imported(longer)) == [
        (
            "rep-ny-1-nunez: person and terms “José M. Núñez Jr., Democrat, until 2027-01-03” → "
            "“José M. Núñez Jr., Democrat, until 2029-01-03”"
        )
    ]
    seated = [message for message in told(imported(*MEMBERS), imported()) if "committees" in message]
    assert seated[0] == "sen-wa-o-cearbhaill: committees none → “SSFR chair, SLIN vice-chair”"
