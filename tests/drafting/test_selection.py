from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.drafting.stores import (
    EVIDENCE,
    PARTIES,
    brief,
    chosen,
    claim,
    left,
    library,
    recipient,
    selected,
    source,
    topic,
)

from letterkit.drafting.selection import select
from letterkit.library.model import CERTAINTY_RANK

AZ = {**EVIDENCE, "party": "azerbaijan"}
AM = {**EVIDENCE, "party": "armenia"}
LONG = " ".join(["word"] * 60)


def store(*claims, **sources):
    """Return a library of claims of one source each day of October: `s1` appeared on October 1."""
    names = dict.fromkeys(each.source for each in claims)
    known = [source(name, f"2020-10-{int(name[1:]):02}", **sources.get(name, {})) for name in names]
    return library(*known, *claims, parties=PARTIES)


def only(*claims, **more):
    """Return the claims chosen for one slot, and why the others were not."""
    sources = {key: more.pop(key) for key in [*more] if key in {each.source for each in claims}}
    selection = selected(store(*claims, **sources), **more)
    return chosen(selection)[0], left(selection)


# Who is barred, and why.


def test_a_claim_that_the_date_forbids_is_left_out_with_the_reason_of_the_date():
    names, reasons = only(
        claim("aaa", "s1"),
        claim("bbb", "s2", valid_until="2020-10-03"),
        claim("ccc", "s3", supersedes=["aaa"]),
        claim("ddd", "s20"),
        day="2020-10-10",
    )
    assert names == ["ccc"]
    assert reasons == {
        "aaa": "superseded by ccc, published on October 3, 2020",
        "bbb": "valid until October 3, 2020",
        "ddd": "not yet published: its source appeared on October 20, 2020",
    }


def test_a_claim_of_an_unknown_source_is_left_out():
    assert left(selected(library(claim("aaa", "s1")))) == {"aaa": "its source 's1' is not in the store"}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"certainty": "forecast", "attributed_to": "X"}, "a forecast is never cited"),
        ({"sensitivity": {"graphic": 4}}, "too graphic for any letter"),
        ({"sensitivity": {"graphic": 3}}, "sensitive (graphic 3): --include takes it after sign-off"),
        ({"sensitivity": {"privacy": "true"}}, "sensitive (privacy): --include takes it after sign-off"),
        (
            {"sensitivity": {"minor": "true", "hate_speech": "true", "graphic": 3}},
            "sensitive (minor, hate speech, graphic 3): --include takes it after sign-off",
        ),
        ({"weight": 0}, "kept back by its editors (weight 0): --include takes it"),
        ({"topics": ["floods"]}, "another topic: floods"),
        ({"role": "law"}, "no slot of the plan takes law about nobody named"),
        ({"role": "law", "parties": ["russia"]}, "no slot of the plan takes law about russia"),
    ],
)
def test_a_claim_that_is_not_for_a_letter_is_left_out_with_the_reason(more, reason):
    assert only(claim("aaa", "s1"), claim("bbb", "s1", **more)) == (["aaa"], {"bbb": reason})


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ({"sensitivity": {"graphic": 3}}, True),
        ({"sensitivity": {"suicide": "true", "sexual": "true"}}, True),
        ({"weight": 0}, True),
        ({"sensitivity": {"graphic": 4}}, False),
        ({"certainty": "forecast"}, False),
        ({"role": "law"}, False),
        ({"topics": ["floods"]}, False),
    ],
)
def test_asking_for_a_claim_overrules_what_may_be_overruled(more, taken):
    names, reasons = only(claim("aaa", "s1"), claim("bbb", "s1", **more), include=("bbb",))
    assert ("bbb" in names) == taken
    assert ("bbb" in reasons) != taken


def test_asking_for_a_claim_never_overrules_the_date():
    names, reasons = only(
        claim("aaa", "s1"), claim("bbb", "s20"), claim("ccc", "s2", supersedes=["aaa"]),
        day="2020-10-10", include=("aaa", "bbb"),
    )  # fmt: skip
    assert names == ["ccc"]
    assert set(reasons) == {"aaa", "bbb"}


def test_a_claim_asked_for_joins_beyond_the_number_of_its_slot():
    names, reasons = only(
        *(claim(name, "s1", weight=3) for name in ("aaa", "bbb", "ccc")),
        claim("ddd", "s1", weight=1),
        include=("ddd", "ccc"),
        plan=[{**EVIDENCE, "take": 1}],
    )
    assert names == ["ccc", "ddd"]
    assert set(reasons.values()) == {"length: others of its slot are stronger"}


def test_excluding_a_claim_overrules_even_asking_for_it():
    assert only(claim("aaa", "s1"), claim("bbb", "s1"), include=("bbb",), exclude=("bbb",)) == (
        ["aaa"],
        {"bbb": "excluded by --exclude"},
    )


# Sources: primary before relays, letters of ours only where nothing else speaks.


def test_a_relay_gives_way_to_the_primary_source_of_the_same_fact():
    first, relay = claim("first", "s1"), claim("relay", "s2", same_as=["first"])
    assert only(first, relay, s2={"rank": "relay"}) == (
        ["first"],
        {"relay": "first states the same from a better source"},
    )


def test_a_relay_stands_where_the_primary_source_is_not_yet_out_or_may_not_be_used():
    first = claim("first", "s20")
    relay = claim("relay", "s1", same_as=["first"])
    assert only(first, relay, s1={"rank": "relay"}, day="2020-10-10")[0] == ["relay"]
    assert only(first, relay, s1={"rank": "relay"}, exclude=("first",))[0] == ["relay"]
    private = claim("first", "s20", sensitivity={"privacy": "true"})
    assert only(private, relay, s1={"rank": "relay"})[0] == ["relay"]
    assert only(private, relay, s1={"rank": "relay"}, include=("first",))[0] == ["first"]


def test_a_primary_source_comes_before_a_weightier_relay():
    claims = [claim("relay", "s1", weight=3), claim("first", "s2", weight=1)]
    names, _ = only(*claims, s1={"rank": "relay"}, plan=[{**EVIDENCE, "take": 1}], words=600)
    assert names == ["first"]


def test_a_letter_of_ours_is_cited_only_where_nothing_else_fits_the_slot():
    ours, theirs = claim("ours", "s1", weight=3), claim("theirs", "s2")
    assert only(ours, theirs, s1={"rank": "own-letter"}) == (
        ["theirs"],
        {"ours": "a letter of ours: better sources speak to this"},
    )
    assert only(ours, s1={"rank": "own-letter"})[0] == ["ours"]
    assert only(ours, theirs, s1={"rank": "own-letter"}, day="2020-10-01")[0] == ["ours"]


def test_a_letter_of_ours_passed_over_in_one_slot_may_stand_in_another():
    """Which slot the plan names first makes no difference."""
    ours = claim("ours", "s1", topics=["mines", "policy"])
    plan = [{**EVIDENCE, "take": 1}, {"block": "relevance", "roles": ["evidence"], "topics": ["policy"]}]
    for order in (plan, plan[::-1]):
        selection = selected(store(ours, claim("theirs", "s2"), s1={"rank": "own-letter"}), *order)
        assert sorted(map(tuple, chosen(selection))) == [("ours",), ("theirs",)]


def test_a_letter_of_ours_stands_where_it_is_asked_for():
    names, _ = only(claim("ours", "s1"), claim("theirs", "s2"), s1={"rank": "own-letter"}, include=("ours",))
    assert names == ["ours", "theirs"]


# Twins and rivals.


def test_of_two_claims_that_state_the_same_one_is_told():
    names, reasons = only(claim("aaa", "s1"), claim("bbb", "s2", same_as=["aaa"]))
    assert len(names) == 1
    assert list(reasons.values()) == [f"{names[0]} says the same"]


def test_of_two_claims_that_differ_one_is_told_and_the_other_is_for_its_note():
    for link in ({"aaa": ["bbb"]}, {"bbb": ["aaa"]}, {"aaa": ["bbb"], "bbb": ["aaa"]}):
        claims = (
            claim("aaa", "s1", conflicts_with=link.get("aaa", ())),
            claim("bbb", "s2", conflicts_with=link.get("bbb", ())),
        )
        selection = selected(store(*claims))
        ((told,),) = chosen(selection)
        (other,) = {"aaa", "bbb"} - {told}
        assert left(selection) == {other: f"differs from {told}, whose note says so"}
        assert selection.rivals == {told: (other,)}


def test_claims_that_differ_stand_together_only_where_both_are_asked_for():
    claims = (claim("aaa", "s1"), claim("bbb", "s2", conflicts_with=["aaa"]))
    assert only(*claims, include=("aaa", "bbb"))[0] == ["aaa", "bbb"]


def test_a_rival_that_the_date_forbids_is_not_told_of():
    aaa = claim("aaa", "s3")
    for rival in (
        claim("bbb", "s20", conflicts_with=["aaa"]),
        claim("bbb", "s2", conflicts_with=["aaa"], valid_until="2020-10-05"),
        claim("bbb", "s2", conflicts_with=["aaa"], certainty="forecast"),
    ):
        selection = selected(store(aaa, rival), day="2020-10-10")
        assert selection.rivals.get("aaa", ()) == ()
    gone = [claim("bbb", "s2", conflicts_with=["aaa"]), claim("ccc", "s4", supersedes=["bbb"])]
    assert selected(store(aaa, *gone), day="2020-10-10").rivals["aaa"] == ()


def test_a_claim_whose_other_account_is_too_sensitive_to_tell_is_left_out():
    rival = claim("bbb", "s2", conflicts_with=["aaa"], sensitivity={"minor": "true"})
    names, reasons = only(claim("aaa", "s1"), rival, claim("ccc", "s1"))
    assert names == ["ccc"]
    assert reasons["aaa"] == (
        "differs from bbb, which cannot be told: sensitive (minor): --include takes it after sign-off"
    )
    selection = selected(store(claim("aaa", "s1"), rival, claim("ccc", "s1")), include=("aaa",))
    assert "aaa" in chosen(selection)[0]
    assert selection.rivals["aaa"] == ()


def test_an_excluded_rival_is_still_told_of_in_the_note():
    claims = (claim("aaa", "s1"), claim("bbb", "s2", conflicts_with=["aaa"]))
    selection = selected(store(*claims), exclude=("bbb",))
    assert (chosen(selection), selection.rivals) == ([["aaa"]], {"aaa": ("bbb",)})


def test_a_reason_names_no_claim_that_itself_fell_out_for_length():
    claims = [
        claim("aaa", "s2", weight=1, claim=LONG),
        claim("bbb", "s1", weight=1, same_as=["aaa"]),
        claim("ccc", "s3", weight=3, claim=LONG),
    ]
    names, reasons = only(*claims, words=190 + 70, plan=[{**EVIDENCE, "take": 3}])
    assert names == ["ccc"]
    assert reasons == {"aaa": "length: the letter is full", "bbb": "length: others of its slot are stronger"}


# Pairs and lead-ins.


def test_a_claim_comes_with_the_one_that_it_never_goes_without():
    names, _ = only(
        claim("aaa", "s1", weight=3, pair="bbb"), claim("bbb", "s1", weight=1), plan=[{**EVIDENCE, "take": 1}]
    )
    assert names == ["aaa", "bbb"]


def test_a_claim_whose_pair_may_not_be_used_is_left_out_with_the_reason():
    names, reasons = only(
        claim("aaa", "s1", pair="bbb"),
        claim("bbb", "s1", sensitivity={"privacy": "true"}),
        claim("ccc", "s1"),
    )
    assert names == ["ccc"]
    assert reasons["aaa"].startswith("never goes without bbb, which is left out: sensitive (privacy)")
    assert only(claim("aaa", "s1", pair="bbb"), claim("bbb", "s20"), claim("ccc", "s1"), day="2020-10-10")[
        0
    ] == ["ccc"]


def test_a_claim_stands_where_its_pair_is_told_by_a_twin():
    claims = [
        claim("twin", "s1", weight=3, role="law"),
        claim("aaa", "s1", pair="bbb"),
        claim("bbb", "s1", same_as=["twin"]),
    ]
    selection = selected(store(*claims), {"block": "law", "roles": ["law"]}, {**EVIDENCE, "take": 1})
    assert chosen(selection) == [["twin"], ["aaa"]]


def test_a_pair_joins_the_section_of_its_own_side():
    claims = [
        claim("aaa", "s1", parties=["azerbaijan"], pair="bbb"),
        claim("bbb", "s1", parties=["armenia"], pair="aaa"),
    ]
    selection = selected(store(*claims), {**AZ, "take": 1}, {**AM, "take": 1})
    assert chosen(selection) == [["aaa"], ["bbb"]]


def test_a_claim_comes_behind_the_one_that_leads_into_it():
    names, _ = only(
        claim("aaa", "s1"),
        claim("bbb", "s1", weight=3, lead_in="ccc"),
        claim("ccc", "s1"),
        plan=[{**EVIDENCE, "take": 1}],
    )
    assert names == ["ccc", "bbb"]


def test_claims_that_lead_into_each_other_or_go_with_themselves_end():
    claims = [
        claim("aaa", "s1", lead_in="bbb", pair="bbb"),
        claim("bbb", "s1", lead_in="aaa", pair="ccc"),
        claim("ccc", "s1", lead_in="ccc", pair="aaa"),
    ]
    assert sorted(only(*claims)[0]) == ["aaa", "bbb", "ccc"]


def test_links_to_claims_that_are_not_there_hurt_nobody():
    lonely = claim(
        "aaa", "s1", lead_in="no-such", pair="no-such", same_as=["no-such"], conflicts_with=["no-such"]
    )
    assert only(lonely) == (["aaa"], {})


# Slots.


def test_slots_take_the_side_that_a_claim_holds_responsible():
    claims = [
        claim("of-az", "s1", parties=["azerbaijan"]),
        claim("of-am", "s1", parties=["armenia"]),
        claim("of-both", "s1", parties=["armenia", "azerbaijan"]),
        claim("of-none", "s1"),
        claim("of-russia", "s1", parties=["russia"]),
    ]
    plan = [AZ, AM, {**EVIDENCE, "party": "both"}, {**EVIDENCE, "party": "none"}]
    selection = selected(store(*claims), *plan)
    assert chosen(selection) == [["of-az"], ["of-am"], ["of-both"], ["of-none"]]
    assert left(selection) == {"of-russia": "no slot of the plan takes evidence about russia"}


def test_a_slot_without_party_takes_every_side():
    claims = [
        claim("of-az", "s1", parties=["azerbaijan"]),
        claim("of-none", "s1"),
        claim("of-x", "s1", parties=["russia"]),
    ]
    assert chosen(selected(store(*claims))) == [["of-az", "of-none", "of-x"]]


def test_slots_of_another_phase_or_audience_are_no_part_of_the_letter():
    plan = [
        {**EVIDENCE, "phases": ["before"]},
        {**EVIDENCE, "phases": ["after"]},
        {**EVIDENCE, "audiences": ["russia"]},
        {**EVIDENCE, "audiences": ["us-state", "russia"]},
    ]
    phases = [{"id": "before", "until": "2020-11-09"}, {"id": "after"}]
    for day, phase in (("2020-11-09", "before"), ("2020-11-10", "after")):
        selection = selected(store(claim("aaa", "s1")), *plan, phases=phases, day=day)
        assert [section.slot.phases for section in selection.sections] == [(phase,), ()]


def test_a_slot_that_keeps_to_one_source_tells_what_a_single_report_says():
    claims = [claim("aaa", "s1", weight=3), claim("bbb", "s2", weight=2), claim("ccc", "s1", weight=1)]
    plan = [{**EVIDENCE, "one_source": True}]
    names, reasons = only(*claims, plan=plan)
    assert (names, set(reasons)) == (["aaa", "ccc"], {"bbb"})
    assert set(only(*claims, plan=plan, include=("bbb", "ccc"))[0]) == {"bbb", "ccc", "aaa"}


def test_a_slot_prefers_weight_and_one_that_asks_for_news_the_latest_report():
    claims = [claim("old-heavy", "s1", weight=3), claim("new-light", "s9", weight=1)]
    one = {**EVIDENCE, "take": 1}
    assert only(*claims, plan=[one], words=100)[0] == ["old-heavy"]
    assert only(*claims, plan=[{**one, "newest": True}], words=100)[0] == ["new-light"]


def test_a_slot_takes_the_claims_it_prefers_first_and_loses_them_last():
    claims = [
        claim("aaa", "s1", weight=3),
        claim("bbb", "s2", weight=1),
        claim("ccc", "s3", weight=2),
        claim("ddd", "s4"),
    ]
    slot = {**EVIDENCE, "take": 2, "prefer": ["no-such", "ddd", "bbb"]}
    assert chosen(selected(store(*claims), slot)) == [["bbb", "ddd"]]
    assert chosen(selected(store(*claims), slot, day="2020-10-03")) == [["aaa", "bbb"]]
    assert chosen(selected(store(*claims), slot, exclude=("ddd",))) == [["aaa", "bbb"]]
    long = [each.model_copy(update={"claim": LONG}) for each in claims]
    short = {**slot, "take": 3, "keep": 1}
    assert chosen(selected(store(*long), short, words=260)) == [["ddd"]]


def test_of_claims_alike_in_all_else_the_more_certain_then_the_newer_then_the_first_is_taken():
    one = {**EVIDENCE, "take": 1}
    assert only(claim("aaa", "s1", certainty="apparent"), claim("bbb", "s1"), plan=[one])[0] == ["bbb"]
    assert only(claim("aaa", "s1"), claim("bbb", "s2"), plan=[one])[0] == ["bbb"]
    assert only(claim("aaa", "s1"), claim("bbb", "s1"), plan=[one])[0] == ["aaa"]


def test_a_slot_within_the_topic_takes_only_claims_that_also_carry_it():
    claims = [claim("aaa", "s1", topics=["law-texts"]), claim("bbb", "s1", topics=["law-texts", "mines"])]
    slot = {**EVIDENCE, "topics": ["law-texts"], "within": True}
    assert only(*claims, plan=[slot])[0] == ["bbb"]


def test_a_further_concern_is_drawn_from_the_secondary_topics():
    claims = [claim("aaa", "s1"), claim("bbb", "s1", topics=["prisons"])]
    selection = selected(store(*claims), EVIDENCE, {**EVIDENCE, "secondary": True}, secondary=["prisons"])
    assert chosen(selection) == [["aaa"], ["bbb"]]


# Length.


def test_a_letter_that_is_too_long_loses_its_least_worthy_claims_but_keeps_what_each_slot_keeps():
    claims = [claim(f"c-{number}", "s1", weight=number % 3 + 1, claim=LONG) for number in range(6)]
    names, reasons = only(*claims, plan=[{**EVIDENCE, "take": 6, "keep": 2}], words=200)
    assert names == ["c-2", "c-5"]
    assert set(reasons.values()) == {"length: the letter is full"}


def test_what_was_asked_for_is_never_lost_for_length_nor_what_it_goes_with():
    claims = [
        claim("aaa", "s1", weight=1, claim=LONG, pair="bbb"),
        claim("bbb", "s1", weight=1, claim=LONG),
        claim("ccc", "s1", weight=3, claim=LONG),
    ]
    names, _ = only(*claims, plan=[{**EVIDENCE, "take": 3, "keep": 0}], words=200, include=("aaa",))
    assert names == ["aaa", "bbb"]


def test_a_pair_is_lost_together_and_only_where_the_slot_keeps_enough():
    claims = [
        claim("aaa", "s1", weight=1, claim=LONG, pair="bbb"),
        claim("bbb", "s1", weight=1, claim=LONG, pair="aaa"),
        claim("ccc", "s1", weight=3, claim=LONG),
    ]
    assert only(*claims, plan=[{**EVIDENCE, "keep": 1}], words=200)[0] == ["ccc"]
    assert only(*claims[:2], plan=[{**EVIDENCE, "keep": 1}], words=200)[0] == ["aaa", "bbb"]


def test_a_letter_that_is_too_short_takes_more_for_the_slots_of_the_parties():
    claims = [claim(f"c-{number}", "s1", parties=["azerbaijan"], claim=LONG) for number in range(8)]
    names, _ = only(*claims, plan=[{**AZ, "take": 1}])
    assert len(names) == 4  # 240 words
    assert len(only(*claims, plan=[{**EVIDENCE, "take": 1}])[0]) == 1


# Gathering.


def test_a_claim_is_told_from_the_source_of_its_neighbors_where_that_states_the_same():
    claims = [
        claim("aaa", "s1", weight=3),
        claim("bbb", "s2", weight=2, same_as=["b-one"]),
        claim("b-one", "s1", weight=1),
    ]
    names, reasons = only(*claims, plan=[{**EVIDENCE, "take": 2}])
    assert names == ["aaa", "b-one"]
    assert reasons == {"bbb": "b-one says the same from a source cited beside it"}


@pytest.mark.parametrize(
    "twin",
    [
        {"certainty": "apparent"},
        {"sensitivity": {"privacy": "true"}},
        {"role": "law"},
        {"conflicts_with": ["aaa"]},
        {"weight": 0},
    ],
)
def test_a_claim_is_not_told_from_a_neighbors_source_by_a_twin_that_is_not_as_good(twin):
    claims = [
        claim("aaa", "s1", weight=3),
        claim("bbb", "s2", weight=2),
        claim("b-one", "s1", same_as=["bbb"], **{"weight": 1, **twin}),
    ]
    assert only(*claims, plan=[{**EVIDENCE, "take": 2}])[0] == ["aaa", "bbb"]


def test_no_claim_is_told_twice_because_two_others_state_the_same():
    claims = [
        claim("aaa", "s1", weight=3),
        claim("bbb", "s2", weight=2, same_as=["twin"]),
        claim("ccc", "s3", weight=2, same_as=["twin"]),
        claim("twin", "s1", weight=1),
    ]
    assert only(*claims, plan=[{**EVIDENCE, "take": 3}])[0].count("twin") <= 1


# Asks.


def asks(*asks_, day="2020-10-10", **more):
    claims = [claim("early", "s1"), claim("late", "s20")]
    selection = selected(store(*claims), asks={"us-state": asks_}, day=day, **more)
    return [ask.id for ask in selection.asks], {each.id: each.reason for each in selection.asks_left_out}


def ask(name, *grounds, **more):
    return {"id": name, "text": f"Do {name}", "grounds": grounds or ["early"], **more}


def test_asks_hold_in_their_time_and_rest_on_something_that_may_be_cited():
    late = "not yet published: its source appeared on October 20, 2020"
    assert asks(
        ask("good"),
        ask("soon", valid_from="2020-10-11"),
        ask("over", valid_until="2020-10-09"),
        ask("last-day", valid_from="2020-10-10", valid_until="2020-10-10"),
        ask("bare", "late"),
        ask("one-leg", "late", "early"),
        ask("no-such", "no-such-claim"),
        ask("half", "no-such-claim", "late"),
    ) == (
        ["good", "last-day", "one-leg"],
        {
            "soon": "valid from 2020-10-11",
            "over": "valid until 2020-10-09",
            "bare": f"nothing admissible grounds it: late is {late}",
            "no-such": "nothing grounds it: the store has no claim 'no-such-claim'",
            "half": f"nothing admissible grounds it: late is {late}",
        },
    )


def test_a_member_of_congress_reads_first_what_is_the_work_of_the_members_committees():
    listed = [ask("a-report"), ask("b-funds", committees=["SSAP"]), ask("c-arms", committees=["SSAS"])]
    seats = {"committees": [{"committee": "SSAP"}], "as_of": "2020-10-01"}
    appropriator = recipient(**seats)
    assert asks(*listed, recipient=appropriator)[0] == ["b-funds", "a-report", "c-arms"]
    assert asks(*listed, recipient=recipient(**seats, committee="SSAS"))[0][0] == "c-arms"
    assert asks(*listed, recipient=appropriator, day="2020-11-01")[0] == ["a-report", "b-funds", "c-arms"]


def test_five_asks_are_enough():
    names, reasons = asks(*(ask(f"a-{number}") for number in range(7)))
    assert names == [f"a-{number}" for number in range(5)]
    assert reasons == dict.fromkeys(("a-5", "a-6"), "length: 5 asks are enough")


# Any library at all.


NAMES = [f"c-{number}" for number in range(9)]
some = st.lists(st.sampled_from([*NAMES, "no-such"]), max_size=2, unique=True)
one = st.none() | st.sampled_from([*NAMES, "no-such"])
claims_ = st.builds(
    dict,
    source=st.sampled_from([f"s{day}" for day in range(1, 6)]),
    role=st.sampled_from(["evidence", "pattern", "law"]),
    parties=st.lists(st.sampled_from(["armenia", "azerbaijan", "russia"]), max_size=2, unique=True),
    topics=st.lists(st.sampled_from(["mines", "prisons", "floods"]), min_size=1, max_size=2, unique=True),
    certainty=st.sampled_from(sorted(CERTAINTY_RANK)),
    weight=st.integers(0, 3),
    supersedes=some,
    conflicts_with=some,
    same_as=some,
    pair=one,
    lead_in=one,
    claim=st.sampled_from(["Short.", LONG]),
    sensitivity=st.builds(
        dict, graphic=st.integers(0, 4), privacy=st.sampled_from(["false", "false", "true"])
    ),
    valid_until=st.none() | st.just("2020-10-03"),
    happened=st.none() | st.sampled_from(["2020-09", "2020-10-01", "2020-09-27/2020-10-02"]),
)
PLAN = [
    {"block": "opening"},
    {"block": "evidence", "party": "azerbaijan", "roles": ["evidence", "pattern"], "take": 2},
    {"block": "evidence", "party": "armenia", "roles": ["evidence", "pattern"], "take": 2, "newest": True},
    {"block": "both", "party": "both", "roles": ["pattern", "evidence"], "take": 2, "one_source": True},
    {"block": "unnamed", "party": "none", "roles": ["evidence"], "take": 1, "keep": 0},
    {"block": "law", "roles": ["law"], "topics": ["mines", "floods"], "within": True, "take": 2},
    {"block": "secondary", "secondary": True, "roles": ["evidence"], "take": 2, "keep": 0},
]


ANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def letters(draw):
    """Draw a library and a brief."""
    drawn = draw(st.lists(claims_, max_size=len(NAMES)))
    claims = [
        claim(name, **{key: value for key, value in each.items() if value is not None})
        for name, each in zip(NAMES, drawn, strict=False)
    ]
    ranks = draw(st.lists(st.sampled_from(["primary", "relay", "own-letter"]), min_size=5, max_size=5))
    sources = [source(f"s{number}", f"2020-10-0{number}", rank=rank) for number, rank in enumerate(ranks, 1)]
    about = topic(*PLAN, draws_on=["mines"], secondary=["prisons"], words=draw(st.integers(150, 700)))
    asked = {key: tuple(draw(some)) for key in ("include", "exclude")}
    day = f"2020-10-0{draw(st.integers(1, 7))}"
    return library(*sources, *claims, parties=PARTIES), brief(about, day, **asked)


def told_of(selection):
    return {each.id: each for section in selection.sections for each in section.claims}


def linked(told, key, name):
    """Return the ids that a claim names under a key, or that name it there."""
    own = {*getattr(told[name], key)} if name in told else set()
    return own | {each.id for each in told.values() if name in getattr(each, key)}


@ANY
@given(letters())
def test_every_claim_of_any_library_is_told_once_or_left_out_with_a_reason(letter):
    selection = select(*letter)
    told = [each.id for section in selection.sections for each in section.claims]
    out = left(selection)
    assert len(told) == len(set(told))
    assert {*told} | {*out} == {*letter[0].claims}
    assert not {*told} & {*out}
    assert all(out.values())
    assert selection.rivals.keys() == {*told}
    assert select(*letter) == selection


@ANY
@given(letters())
def test_nothing_is_told_of_any_library_that_may_not_be(letter):
    store_, asked = letter
    selection = select(store_, asked)
    for name, each in told_of(selection).items():
        assert store_.sources[each.source].issued_on <= asked.date <= (each.valid_until or asked.date)
        assert name not in asked.exclude
        assert each.certainty != "forecast"
        assert each.sensitivity.graphic < 4
        assert name in asked.include or (each.weight > 0 and not each.sensitivity.privacy)
        for rival in (store_.claims[other] for other in selection.rivals[name]):
            assert store_.sources[rival.source].issued_on <= asked.date
            assert rival.id in asked.include or not rival.sensitivity.privacy


@ANY
@given(letters())
def test_twins_and_rivals_of_any_library_stand_apart_and_pairs_together(letter):
    store_, asked = letter
    told = told_of(select(store_, asked))
    for name, each in told.items():
        if name in asked.include:
            continue
        beside = linked(told, "same_as", name) | linked(told, "conflicts_with", name)
        assert beside & {*told} - {name} <= {*asked.include}
        if each.pair in store_.claims:
            instead = {*store_.claims[each.pair].same_as, *store_.claims[each.pair].conflicts_with}
            instead |= linked(told, "same_as", each.pair) | linked(told, "conflicts_with", each.pair)
            assert {each.pair, *instead} & {*told}


@ANY
@given(letters())
def test_a_section_about_nobody_tells_of_nobody_but_for_what_belongs_to_it(letter):
    selection = select(*letter)
    told = told_of(selection).values()
    belongs = {each.lead_in for each in told} | {each.pair for each in told}
    (unnamed,) = (section for section in selection.sections if section.slot.party == "none")
    assert not [each.id for each in unnamed.claims if each.parties and each.id not in belongs]


def test_a_recipient_of_another_audience_has_slots_of_its_own():
    plan = [{**EVIDENCE, "audiences": ["us-state"]}, {**EVIDENCE, "audiences": ["company"]}]
    office = recipient(audience="company")
    selection = selected(store(claim("aaa", "s1")), *plan, asks={"company": []}, recipient=office)
    assert [section.slot.audiences for section in selection.sections] == [("company",)]


# What the addressee has said.


def test_what_the_addressee_has_said_stands_in_a_section_of_its_own_right_before_the_asks():
    plan = ({"block": "context", "roles": ["evidence"]}, {"block": "asks"}, {"block": "thanks"})
    said = claim("said", "s1", topics=["elsewhere"], attributed_to="Director Lovelace")
    selection = selected(store(said, claim("aaa", "s1")), *plan, include=("said",), commitments=("said",))
    assert [(each.slot.block, [claim.id for claim in each.claims]) for each in selection.sections] == [
        ("context", ["aaa"]),
        ("commitments", ["said"]),
        ("asks", []),
        ("thanks", []),
    ]


def test_what_the_addressee_has_said_never_stands_against_the_date():
    plan = ({"block": "context", "roles": ["evidence"]}, {"block": "asks"})
    late = claim("late", "s20")
    selection = selected(
        store(late, claim("aaa", "s1")), *plan, include=("late",), commitments=("late",), day="2020-10-10"
    )
    assert [each.slot.block for each in selection.sections] == ["context", "asks"]
    assert left(selection)["late"].startswith("not yet published")


# How much of a store is read.


class Counted(dict):
    """Claims that count which of them are read."""

    def __init__(self, claims):
        super().__init__(claims)
        self.read = set()

    def __getitem__(self, name):
        self.read.add(name)
        return super().__getitem__(name)

    def get(self, name, default=None):
        self.read.add(name)
        return super().get(name, default)


@pytest.mark.parametrize("number", [60, 3000])
def test_claims_that_others_outdo_are_not_read_however_many_there_are(number):
    weights = [claim(f"better-{each}", "s2", weight=2) for each in range(3)]
    many = [claim(f"plain-{each}", f"s{1 + each % 28}") for each in range(number)]
    whole = store(*many, *weights)
    counted = replace(whole, claims=Counted(whole.claims))
    counted.__dict__["links"] = whole.links
    selection = selected(counted, {**EVIDENCE, "take": 5}, day="2020-10-15", words=2000)
    # The weightier come first, then the newest that have appeared by the day of the letter.
    assert chosen(selection) == [["better-0", "better-1", "better-2", "plain-14", "plain-42"]]
    assert len(counted.claims.read) < 25
    assert left(selection)["plain-27"] == "not yet published: its source appeared on October 28, 2020"
    assert left(selection)["plain-0"] == "length: others of its slot are stronger"
