from dataclasses import replace
from datetime import date

import pytest
from tests.drafting.stores import brief as plain_brief
from tests.drafting.stores import claim, holder, library, recipient, source, topic

from letterkit.drafting.brief import brief, lookup, unknown
from letterkit.errors import LetterkitError
from letterkit.library.model import Occasion

DAY = date(2020, 10, 21)


def occasion(name, day, **more):
    given = {"title": "T", "phrase": "a meeting", "recipients": ["the-office"], "topics": ["mines"], **more}
    return Occasion.model_validate({"id": name, "date": day, **given})


def store(*occasions, senders=1, **more):
    known = plain_brief()
    names = ["us", "them", "others"][:senders]
    return library(
        source(),
        claim("a-fact"),
        topics={"mines": topic()},
        recipients={"the-office": recipient(), "the-firm": recipient(id="the-firm", audience="company")},
        forms={"director": known.form},
        senders={name: known.sender.model_copy(update={"id": name}) for name in names},
        occasions={each.id: each for each in occasions},
        **more,
    )


def asked(library_=None, **more):
    return brief(library_ or store(), **{"to": "the-office", "topic": "mines", "day": DAY, **more})


def refused(library_=None, **more):
    with pytest.raises(LetterkitError) as error:
        asked(library_, **more)
    return error.value.message, error.value.hint


def test_a_brief_holds_what_the_library_has_under_the_names():
    made = asked(include=["a-fact"], exclude=iter(["a-fact"]), notes_kind="endnotes")
    assert (made.recipient.id, made.topic.id, made.date, made.sender.id) == ("the-office", "mines", DAY, "us")
    assert (made.form.id, made.include, made.exclude, made.notes_kind) == (
        "director",
        ("a-fact",),
        ("a-fact",),
        "endnotes",
    )
    assert made.as_json() == {
        "to": "the-office",
        "topic": "mines",
        "date": "2020-10-21",
        "occasion": None,
        "sender": "us",
        "include": ["a-fact"],
        "exclude": ["a-fact"],
    }


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("to", "the-ofice", "unknown recipient 'the-ofice'"),
        ("topic", "mimes", "unknown topic 'mimes'"),
        ("sender", "uss", "unknown sender 'uss'"),
        ("occasion", "metings", "unknown occasion 'metings'"),
        ("include", ["a-fcat"], "unknown claim 'a-fcat'"),
        ("exclude", ["a-fcat"], "unknown claim 'a-fcat'"),
    ],
)
def test_an_unknown_name_is_met_with_the_nearest_one(key, value, message):
    said, hint = refused(store(occasion("meetings", "2020-10-23")), **{key: value})
    assert said == message
    assert hint.startswith("did you mean '")


def test_a_name_like_no_other_is_met_with_all_that_are_known():
    assert refused(to="zzz") == ("unknown recipient 'zzz'", "known: the-firm, the-office")
    assert refused(occasion="zzz") == ("unknown occasion 'zzz'", "known: none")


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("claim", "see `letterkit facts list`"),
        ("recipient", "see `letterkit recipients list`"),
        ("sender", "see `letterkit senders list`"),
        ("topic", "see `letterkit topics list`"),
        ("form of address", "known: n-0, n-1"),
        ("party", "known: n-0, n-1"),
    ],
)
def test_where_many_are_known_the_command_that_lists_them_is_named(kind, hint):
    with pytest.raises(LetterkitError) as error:
        lookup({f"n-{number}": None for number in range(20)}, "xyz", kind)
    assert error.value.hint.startswith(hint)


def test_a_topic_without_asks_of_an_audience_makes_no_letter_to_it():
    assert refused(to="the-firm") == (
        "topic 'mines' has no letter to the audience company of 'the-firm'",
        "it makes sense for us-state: the-office",
    )


def test_a_recipient_whose_form_of_address_is_not_there_is_refused():
    known = store()
    known.recipients["the-office"] = recipient(form="directr")
    assert refused(known) == ("unknown form of address 'directr'", "did you mean 'director'?")


def test_without_a_sender_named_the_only_one_is_taken():
    assert refused(store(senders=0)) == ("the library has no sender", "add one in facts/senders/")
    assert refused(store(senders=3)) == (
        "the library has several senders",
        "choose one with --sender: others, them, us",
    )
    assert asked(store(senders=3), sender="them").sender.id == "them"


@pytest.mark.parametrize(
    ("day", "found"), [("2020-10-20", None), ("2020-10-21", "x"), ("2020-11-04", "x"), ("2020-11-05", None)]
)
def test_an_occasion_on_the_day_or_within_two_weeks_is_taken(day, found):
    made = asked(store(occasion("x", day)))
    assert (made.occasion.id if made.occasion else None) == found


def test_of_several_occasions_the_nearest_is_taken():
    near, same, far = occasion("b", "2020-10-23"), occasion("a", "2020-10-23"), occasion("c", "2020-10-30")
    assert asked(store(far, near)).occasion == near
    assert asked(store(far, near, same)).occasion == same


def test_an_occasion_of_another_recipient_or_topic_is_taken_only_by_name():
    other = occasion("x", "2020-10-23", recipients=["the-firm"])
    assert asked(store(other)).occasion is None
    assert asked(store(occasion("x", "2020-10-23", topics=["floods"]))).occasion is None
    assert asked(store(other), occasion="x").occasion == other


def test_an_occasion_by_name_may_be_far_ahead_but_not_past():
    assert asked(store(occasion("x", "2021-10-21")), occasion="x").occasion.id == "x"
    assert refused(store(occasion("x", "2020-10-20")), occasion="x") == (
        "the occasion 'x' was on 2020-10-20, before the letter's date 2020-10-21",
        "give an earlier --date or leave --occasion out",
    )


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar_have_no_occasion(day):
    assert asked(store(occasion("x", "2020-10-21")), day=day).occasion is None


@pytest.mark.parametrize(
    ("speaker", "theirs"),
    [
        ("Director Ó Cearbhaill", True),
        ("Siobhán Ó Cearbhaill, then Director", True),
        ("Director Ó Cearbhaillson", False),
        ("the Department", False),
        (None, False),
    ],
)
def test_an_included_claim_is_a_commitment_where_it_is_attributed_to_the_addressee(speaker, theirs):
    office = recipient(holder("Siobhán Ó Cearbhaill", "2020-10-20", surname="Ó Cearbhaill"))
    known = replace(store(), claims={"said": claim("said", attributed_to=speaker)})
    assert asked(known, to=office, include=["said"]).commitments == (("said",) if theirs else ())
    assert asked(known, to=office).commitments == ()


def test_what_a_library_lacks_for_all_letters_is_named_in_one_run():
    problems = unknown(store(), topic="minse", sender="nobody", occasion="summit")
    assert [each.message for each in problems] == [
        "unknown topic 'minse'",
        "unknown sender 'nobody'",
        "unknown occasion 'summit'",
    ]
    assert list(unknown(store(), topic="mines", sender=None, occasion=None)) == []
