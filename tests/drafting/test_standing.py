"""What letters may say of a member of Congress, by the data alone."""

from datetime import timedelta

import pytest
from tests.outreach.capitol import DAY, library, member, term

from letterkit.drafting.offices import for_committee, on_day
from letterkit.drafting.standing import _ordinal, standing
from letterkit.library.model import Assignment


def test_templates_learn_of_state_party_and_committees_and_of_others_that_there_is_nothing_to_learn():
    store = library()
    known = standing(store, for_committee(store, store.recipients["sen-wa-o-cearbhaill"], "SSFR", DAY), DAY)
    assert known == {
        "chamber": "Senate",
        "seat": "a Senator from Washington",
        "state": "WA",
        "state_name": "Washington",
        "district": None,
        "party": "Democrat",
        "committee": "Committee on Foreign Relations",
        "committee_code": "SSFR",
        "committee_role": "chair",
        "committees": [
            {
                "code": "SSFR",
                "name": "Committee on Foreign Relations",
                "role": "chair",
                "role_words": "Chair",
            },
            {
                "code": "SLIN",
                "name": "Select Committee on Intelligence",
                "role": "vice-chair",
                "role_words": "Vice Chair",
            },
        ],
        "capacity": "Chair of the Committee on Foreign Relations and a Senator from Washington",
    }
    nothing = standing(store, store.recipients["state-dept"], DAY)
    assert nothing.keys() == known.keys()
    assert set(map(str, nothing.values())) == {"None", "[]"}
    assert standing(store, store.recipients["del-gu-taitano"], DAY)["seat"] == "the Delegate from Guam"
    assert (
        standing(store, store.recipients["rc-pr-rios-vega"], DAY)["seat"]
        == "the Resident Commissioner of Puerto Rico"
    )
    assert standing(store, store.recipients["rep-ny-1-nunez"], DAY)["district"] == 1


def capacity(name, *concerned, day=DAY):
    store = library()
    return standing(store, store.recipients[name], day, concerned)["capacity"]


@pytest.mark.parametrize(
    ("name", "concerned", "words"),
    [
        (
            "sen-wa-de-la-cruz",
            (),
            "Ranking Member of the Committee on Foreign Relations and a Senator from Washington",
        ),
        (
            "sen-wa-de-la-cruz",
            ("SLIN",),
            (
                "Ranking Member of the Committee on Foreign Relations, Chair of the Select Committee on Intelligence, "
                "and a Senator from Washington"
            ),
        ),
        (
            "rep-ca-2-van-hollen",
            ("HSHA", "JSPR"),
            (
                "Chair of the Committee on House Administration, Vice Chair of the Joint Committee on Printing, "
                "and the Representative from the 2nd District of California"
            ),
        ),
        ("rep-ca-2-van-hollen", ("SSAP",), "the Representative from the 2nd District of California"),
        ("rep-ny-1-nunez", (), "the Representative from the 1st District of New York"),
        ("rep-ak-stone", (), "the Representative from Alaska"),
        ("del-gu-taitano", (), "the Delegate from Guam"),
        ("rc-pr-rios-vega", (), "the Resident Commissioner of Puerto Rico"),
    ],
)
def test_a_member_acts_in_the_capacity_of_seat_and_of_committees_that_the_letter_concerns(
    name, concerned, words
):
    assert capacity(name, *concerned) == words


def test_the_speaker_acts_as_speaker_while_the_data_say_so():
    store = library()
    stone = store.recipients["rep-ak-stone"]

    def acts(day):
        return standing(store, on_day(store, stone, day), day)["capacity"]

    assert acts(DAY) == "Speaker of the House of Representatives"
    assert acts(DAY + timedelta(days=31)) == "the Representative from Alaska"


def test_seats_on_committees_are_named_within_thirty_days_of_the_import_alone():
    assert "Foreign Relations" in capacity("sen-wa-de-la-cruz", day=DAY + timedelta(days=30))
    assert capacity("sen-wa-de-la-cruz", day=DAY + timedelta(days=31)) == "a Senator from Washington"


def test_who_leads_a_committee_is_named_so_before_other_seats_and_no_more_than_two_are():
    store = library(member("S000009", "Ann", "Lee", term("sen", "OR", 1)))
    lee = store.recipients["sen-or-lee"]
    seats = (
        Assignment(committee="SSFR", role="member"),
        Assignment(committee="JCSE", role="member"),
        Assignment(committee="SSAP", role="chair"),
    )
    lee = lee.model_copy(update={"committees": seats})
    assert standing(store, lee, DAY, ["SSAP"])["capacity"] == (
        "Chair of the SSAP, a member of the Committee on Foreign Relations, and a Senator from Oregon"
    )


def test_ordinals_are_those_of_english():
    assert [_ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 52, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "52nd", "111th",
    ]  # fmt: skip
