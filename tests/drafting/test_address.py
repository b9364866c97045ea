from datetime import date, timedelta

import pytest
from tests.drafting.stores import brief, holder, recipient

from letterkit.drafting.address import address
from letterkit.drafting.offices import holder_on
from letterkit.errors import LetterkitError

DAY = date(2020, 12, 1)


def away(days):
    return (DAY + timedelta(days=days)).isoformat()


def addressed(*holders, **more):
    """Return the address of a letter of December 1, 2020, and what was found."""
    office = {key: more.pop(key) for key in [*more] if not key.startswith(("form_", "sender_", "day"))}
    return address(brief(recipient=recipient(*holders, **office), **more))


def test_a_holder_is_addressed_by_name_honorific_and_highest_title():
    to, findings = addressed(
        holder("Ada T. Lovelace", away(0), title="Ambassador"), bureau="Bureau of Engines"
    )
    assert to.lines == (
        "The Honorable Ada T. Lovelace",
        "Acting Director",
        "Bureau of Engines",
        "Department",
        "1 Street",
        "City",
    )
    assert (to.salutation, to.running) == ("Dear Ambassador Lovelace:", "Ambassador Ada T. Lovelace")
    assert to.holder.name == "Ada T. Lovelace"
    assert findings == []


@pytest.mark.parametrize("days", [-30, -1, 0, 1, 30])
def test_a_holder_shown_within_thirty_days_before_or_after_is_in_office(days):
    to, findings = addressed(holder("Ada Lovelace", away(days)))
    assert (to.holder.name, findings) == ("Ada Lovelace", [])


@pytest.mark.parametrize("days", [-31, 31, -400, 4000])
def test_beyond_thirty_days_the_office_is_addressed_with_a_warning_that_says_who_is_on_record(days):
    to, (finding,) = addressed(holder("Ada Lovelace", away(days)))
    assert to.lines == ("The Director", "Department", "1 Street", "City")
    assert (to.salutation, to.running, to.holder) == ("Dear Director:", "Director", None)
    assert (finding.rule, finding.severity) == ("holder-unknown", "warning")
    assert finding.message == (
        "no holder of 'the-office' is on record within 30 days of 2020-12-01; on record: "
        f"Ada Lovelace on {away(days)}; the office is addressed"
    )
    assert "facts/recipients/" in finding.hint


def test_an_office_that_nobody_is_shown_in_is_addressed_as_such():
    _, (finding,) = addressed()
    assert "on record:" not in finding.message


def test_of_several_holders_the_one_shown_nearest_is_addressed():
    holders = (
        holder("Ada Lovelace", away(-20)),
        holder("Grace Hopper", away(-300), away(10)),
        holder("Joan Clarke", away(29)),
    )
    assert addressed(*holders)[0].holder.name == "Grace Hopper"
    assert addressed(*holders[::-1])[0].holder.name == "Grace Hopper"


def test_of_holders_shown_equally_near_the_choice_does_not_depend_on_their_order():
    holders = (holder("Grace Hopper", away(5)), holder("Ada Lovelace", away(-5)))
    assert {addressed(*order)[0].holder.name for order in (holders, holders[::-1])} == {"Ada Lovelace"}


def test_without_a_known_title_the_whole_name_greets_and_no_courtesy_title_is_guessed():
    to, _ = addressed(holder("Ada T. Lovelace", away(0)))
    assert (to.salutation, to.running) == ("Dear Ada T. Lovelace:", "Ada T. Lovelace")


def test_a_sender_may_greet_by_the_office_held():
    to, _ = addressed(holder("Ada Lovelace", away(0), title="Ambassador"), sender_salutation="office")
    assert to.salutation == "Dear Acting Director Lovelace:"


def test_a_holders_own_honorific_comes_before_that_of_the_form():
    assert addressed(holder("Ada Lovelace", away(0), honorific="Dr."))[0].lines[0] == "Dr. Ada Lovelace"
    assert addressed(holder("Ada Lovelace", away(0)), form_honorific=None)[0].lines[0] == "Ada Lovelace"


def test_a_street_that_no_source_gives_is_a_placeholder():
    assert addressed(address=())[0].lines == ("The Director", "Department", "[street address]")


def test_the_country_and_the_organisation_may_stand_in_a_form():
    to, _ = addressed(
        country="Armenia",
        organisation="Ministry",
        form_office_only=["The {office}", "{organisation} of {country}"],
    )
    assert to.lines[:2] == ("The Director", "Ministry of Armenia")
    assert "Ministry" not in to.lines


def test_several_offices_share_a_letter_with_a_block_and_a_greeting_each():
    chair, member = (
        holder("Ada Lovelace", away(0), office="Chair", title="Senator"),
        holder("Grace Hopper", away(0), office="Ranking Member", title="Senator"),
    )
    to, findings = addressed(chair, member, office="Chair", jointly=["Ranking Member"])
    assert [block[0] for block in to.blocks] == ["The Honorable Ada Lovelace", "The Honorable Grace Hopper"]
    assert to.salutation == "Dear Senator Lovelace and Senator Hopper:"
    assert to.running == "Senator Ada Lovelace and Senator Grace Hopper"
    assert findings == []


def test_of_several_offices_the_one_whose_holder_is_unknown_is_named():
    chair = holder("Ada Lovelace", away(0), office="Chair", title="Senator")
    to, (finding,) = addressed(chair, office="Chair", jointly=["Ranking Member"])
    assert to.salutation == "Dear Senator Lovelace and Ranking Member:"
    assert "the office 'Ranking Member' of 'the-office'" in finding.message


@pytest.mark.parametrize(
    ("pattern", "fault", "hint"),
    [
        ("{naem}", "{naem}", "did you mean 'name'?"),
        ("{zzz}", "{zzz}", "known here: office, organisation, country, honorific, name, surname, title"),
        ("{name", "{", "known here: "),
        ("name}", "}", "known here: "),
        ("{}", "{}", "known here: "),
        ("{0}", "{", "known here: "),
        ("{name.__class__}", "{", "known here: "),
        ("{name!r}", "{", "known here: "),
        ("{name:>1000000000}", "{", "known here: "),
        ("{name[0]}", "{", "known here: "),
    ],
)
def test_an_unknown_word_in_a_form_of_address_is_refused(pattern, fault, hint):
    with pytest.raises(LetterkitError) as refused:
        addressed(holder("Ada Lovelace", away(0)), form_with_holder=[pattern])
    assert (
        refused.value.message == f"the form of address 'director' has an unknown word in '{pattern}': {fault}"
    )
    assert refused.value.hint.startswith(hint)


def test_a_word_that_only_a_holder_has_is_refused_where_there_is_none():
    with pytest.raises(LetterkitError, match=r"unknown word in '{surname}': {surname}"):
        addressed(form_salutation_office="Dear {surname}:")


def test_a_name_is_data_and_no_pattern():
    assert addressed(holder("{office} <b>", away(0)))[0].lines[0] == "The Honorable {office} <b>"


def test_nobody_is_shown_on_a_day_without_holders():
    assert holder_on(recipient(), DAY) is None
