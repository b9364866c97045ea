"""Who holds an office of Congress on a day, how it is addressed, and what templates learn of it."""

from datetime import date, timedelta

import pytest
from tests.outreach.capitol import DAY, library

from letterkit.drafting.address import address
from letterkit.drafting.brief import Brief, brief
from letterkit.drafting.offices import for_committee, on_day, role_in, term_on
from letterkit.errors import LetterkitError
from letterkit.library.model import Sender, Signatory, Topic

NOBODY = Sender(id="nobody", name="N", constituency="N", signatories=(Signatory(name="N"),))
MONTH = timedelta(days=30)


def addressed(recipient, store, day=DAY):
    """Return the lines of each block and the salutation."""
    form = store.forms[recipient.form]
    to, findings = address(Brief(recipient, form, Topic(id="none", title="none"), day, NOBODY))
    return to, [finding.rule for finding in findings]


@pytest.mark.parametrize(
    ("name", "lines", "salutation", "running"),
    [
        (
            "sen-wa-o-cearbhaill",
            ("The Honorable Siobhán Ó Cearbhaill", "United States Senate"),
            "Dear Senator Ó Cearbhaill:",
            "Senator Siobhán Ó Cearbhaill",
        ),
        (
            "rep-ny-1-nunez",
            ("The Honorable José M. Núñez Jr.", "U.S. House of Representatives"),
            "Dear Representative Núñez:",
            "Representative José M. Núñez Jr.",
        ),
        (
            "rep-ca-2-van-hollen",
            ("The Honorable Chris Van Hollen", "U.S. House of Representatives"),
            "Dear Representative Van Hollen:",
            "Representative Chris Van Hollen",
        ),
        (
            "del-gu-taitano",
            ("The Honorable Rosa Taitano", "Delegate from Guam", "U.S. House of Representatives"),
            "Dear Delegate Taitano:",
            "Delegate Rosa Taitano",
        ),
        (
            "rc-pr-rios-vega",
            (
                "The Honorable Luis Ríos",
                "Resident Commissioner of Puerto Rico",
                "U.S. House of Representatives",
            ),
            "Dear Resident Commissioner Ríos Vega:",
            "Resident Commissioner Luis Ríos",
        ),
        (
            "rep-ak-stone",
            ("The Honorable Harold T. Stone III", "Speaker of the House of Representatives"),
            "Dear Mr. Speaker:",
            "Speaker Harold T. Stone III",
        ),
    ],
)
def test_each_office_has_its_own_form_of_address(name, lines, salutation, running):
    store = library()
    to, rules = addressed(on_day(store, store.recipients[name], DAY), store)
    (block,) = to.blocks
    assert block[: len(lines)] == lines
    assert block[len(lines)].endswith(" Office Building")
    assert block[len(lines) + 1 :][0].startswith("Washington, DC 205")
    assert (to.salutation, to.running, rules) == (salutation, running, [])


def test_a_speaker_of_unknown_gender_is_greeted_by_the_surname():
    from tests.outreach.capitol import SPEAKER, member, term

    speaker = member("S9", "Alex", "Stone", term("rep", "OH", 1), gender=None, leadership_roles=SPEAKER)
    store = library(speaker)
    to, _ = addressed(on_day(store, store.recipients["rep-oh-1-stone"], DAY), store)
    assert to.salutation == "Dear Speaker Stone:"


def test_a_role_is_used_within_thirty_days_of_the_import_and_then_the_plain_office():
    store = library()
    speaker = store.recipients["rep-ak-stone"]
    assert on_day(store, speaker, DAY + MONTH).form == "us-speaker"
    assert on_day(store, speaker, DAY + MONTH + timedelta(days=1)).form == "us-representative"
    senator = store.recipients["sen-wa-o-cearbhaill"]
    assert role_in(senator, "SSFR", DAY - MONTH) == "chair"
    assert role_in(senator, "SSFR", DAY - MONTH - timedelta(days=1)) is None
    assert for_committee(store, senator, "SSFR", DAY + MONTH + timedelta(days=1)) == senator


def test_in_a_letter_to_a_committee_its_leaders_stand_by_their_role_there_and_members_plainly():
    store = library()
    twice = store.recipients["sen-wa-de-la-cruz"]
    ranking, _ = addressed(for_committee(store, twice, "SSFR", DAY), store)
    assert ranking.blocks[0][:4] == (
        "The Honorable Maria T. de la Cruz",
        "Ranking Member",
        "Committee on Foreign Relations",
        "United States Senate",
    )
    assert ranking.salutation == "Dear Ranking Member de la Cruz:"
    chair, _ = addressed(for_committee(store, twice, "SLIN", DAY), store)
    assert chair.blocks[0][1:3] == ("Chair", "Select Committee on Intelligence")
    assert chair.salutation == "Dear Chair de la Cruz:"
    member = for_committee(store, store.recipients["rep-vt-reyes-lund"], "HSHA", DAY)
    assert (member.form, member.called, member.committee) == ("us-representative", "the Committee", "HSHA")
    alone, _ = addressed(on_day(store, twice, DAY), store)
    assert alone.salutation == "Dear Senator de la Cruz:"


def test_chair_and_ranking_member_stand_in_one_letter_each_with_an_address():
    store = library()
    for name in ("committee-ssfr", "senate-foreign-relations"):
        to, rules = addressed(on_day(store, store.recipients[name], DAY), store)
        assert to.blocks == (
            (
                "The Honorable Siobhán Ó Cearbhaill",
                "Chair",
                "Committee on Foreign Relations",
                "United States Senate",
                "101 Example Senate Office Building",
                "Washington, DC 20510",
            ),
            (
                "The Honorable Maria T. de la Cruz",
                "Ranking Member",
                "Committee on Foreign Relations",
                "United States Senate",
                "103 Example Senate Office Building",
                "Washington, DC 20510",
            ),
        )
        assert to.salutation == "Dear Chair Ó Cearbhaill and Ranking Member de la Cruz:"
        assert rules == []


def test_far_from_the_import_the_offices_of_a_committee_are_addressed_without_names():
    store = library()
    to, rules = addressed(
        on_day(store, store.recipients["committee-ssfr"], date(2026, 10, 1)), store, date(2026, 10, 1)
    )
    assert [block[0] for block in to.blocks] == ["The Chair", "The Ranking Member"]
    assert to.salutation == "Dear Chair and Ranking Member:"
    assert rules == ["holder-unknown", "holder-unknown"]


@pytest.mark.parametrize(
    ("day", "in_office"),
    [
        ("2013-06-01", False),  # in the other chamber then
        ("2019-01-02", False),
        ("2019-01-03", True),
        ("2025-01-02", True),
        ("2025-01-03", False),  # the old term ended at noon, the new one began on the 6th
        ("2025-01-06", True),
        ("2031-01-02", True),
        ("2031-01-03", False),
    ],
)
def test_terms_in_the_chamber_decide_who_is_in_office(day, in_office):
    recipient = library().recipients["sen-wa-de-la-cruz"]
    assert (term_on(recipient, date.fromisoformat(day)) is not None) is in_office


def test_a_letter_to_somebody_who_is_not_in_office_is_refused_with_the_terms():
    store = library()
    with pytest.raises(LetterkitError) as refused:
        brief(store, to="sen-wa-de-la-cruz", topic="cluster-munitions", day=date(2018, 1, 1))
    assert refused.value.message == "Maria T. de la Cruz is not in the Senate on 2018-01-01"
    assert "2019-01-03 to 2025-01-02, 2025-01-06 to 2031-01-02" in refused.value.hint
    assert "data of 2026-07-01" in refused.value.hint
