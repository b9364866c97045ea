from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.stores import claim, library, source

from letterkit.library.asof import inadmissible, known_from, successors

DAY = date(2020, 10, 20)


def reasons(store, day):
    return inadmissible(store, date.fromisoformat(day))


def published(*days):
    """Return sources named s0, s1 … that appeared on these days."""
    return [source(f"s{number}", day) for number, day in enumerate(days)]


def test_a_claim_is_admissible_from_the_day_of_its_publication_on():
    store = library(source("s0", "2020-10-20"), claim("new-fact", "s0"))
    reason = {"new-fact": "not yet published: its source appeared on October 20, 2020"}
    assert reasons(store, "2020-10-19") == reason
    assert reasons(store, "2020-10-20") == {}
    assert reasons(store, "2020-10-21") == {}


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ("2020-10-20T00:30:00+04:00", "2020-10-20"),  # October 19 in UTC
        ("2020-10-20T23:30:00-05:00", "2020-10-20"),  # October 21 in UTC
        ("2020-10-20T23:59:59Z", "2020-10-20"),
        ("2020-10-20T00:00:00", "2020-10-20"),
    ],
)
def test_the_day_of_publication_is_that_of_the_sources_own_offset(issued, day):
    store = library(source("s0", issued), claim("new-fact", "s0"))
    limit = date.fromisoformat(day)
    assert known_from(store, store.claims["new-fact"]) == limit
    assert list(inadmissible(store, limit - timedelta(days=1))) == ["new-fact"]
    assert inadmissible(store, limit) == {}


def test_a_letters_own_date_does_not_make_it_known_before_its_publication():
    store = library(source("s0", "2020-10-23", dated="2020-10-21"), claim("in-letter", "s0"))
    assert list(reasons(store, "2020-10-22")) == ["in-letter"]


def test_a_claim_holds_through_the_last_day_of_its_validity():
    store = library(source("s0", "2020-10-01"), claim("short-lived", "s0", valid_until="2020-10-20"))
    assert reasons(store, "2020-10-19") == reasons(store, "2020-10-20") == {}
    assert reasons(store, "2020-10-21") == {"short-lived": "valid until October 20, 2020"}


def test_a_claim_gives_way_from_the_day_on_which_its_successor_appears():
    store = library(
        *published("2020-10-01", "2020-10-20"),
        claim("old-fact", "s0"),
        claim("new-fact", "s1", supersedes=["old-fact"]),
    )
    assert reasons(store, "2020-10-19") == {
        "new-fact": "not yet published: its source appeared on October 20, 2020"
    }
    assert reasons(store, "2020-10-20") == {
        "old-fact": "superseded by new-fact, published on October 20, 2020"
    }


def chain(**middle):
    """Return three claims of three days, each superseding the one before."""
    return library(
        *published("2020-10-01", "2020-10-10", "2020-10-20"),
        claim("aaa", "s0"),
        claim("bbb", "s1", supersedes=["aaa"], **middle),
        claim("ccc", "s2", supersedes=["bbb"]),
    )


def test_a_chain_supersedes_its_first_claim_by_whichever_successor_is_known():
    assert reasons(chain(), "2020-10-09").keys() == {"bbb", "ccc"}
    assert reasons(chain(), "2020-10-15")["aaa"].startswith("superseded by bbb")
    assert reasons(chain(), "2020-10-25") == {
        "aaa": "superseded by bbb, published on October 10, 2020",
        "bbb": "superseded by ccc, published on October 20, 2020",
    }


def test_a_claim_stays_superseded_when_its_successor_has_expired():
    store = chain(valid_until="2020-10-12")
    assert reasons(store, "2020-10-15") == {
        "aaa": "superseded by bbb, published on October 10, 2020",
        "bbb": "valid until October 12, 2020",
        "ccc": "not yet published: its source appeared on October 20, 2020",
    }


def test_a_claim_is_superseded_through_a_middle_that_is_not_yet_published():
    store = library(
        *published("2020-10-01", "2020-10-30", "2020-10-10"),
        claim("aaa", "s0"),
        claim("bbb", "s1", supersedes=["aaa"]),
        claim("ccc", "s2", supersedes=["bbb"]),
    )
    assert reasons(store, "2020-10-09").keys() == {"bbb", "ccc"}
    assert reasons(store, "2020-10-10")["aaa"] == "superseded by ccc, published on October 10, 2020"


def test_a_claim_is_superseded_through_a_middle_of_an_unknown_source():
    store = library(
        *published("2020-10-01"),
        source("s2", "2020-10-10"),
        claim("aaa", "s0"),
        claim("bbb", "nowhere", supersedes=["aaa"]),
        claim("ccc", "s2", supersedes=["bbb"]),
    )
    assert reasons(store, "2020-10-10") == {
        "aaa": "superseded by ccc, published on October 10, 2020",
        "bbb": "its source 'nowhere' is not in the store",
    }


def test_a_successor_whose_source_is_unknown_supersedes_nothing():
    store = library(source("s0"), claim("aaa", "s0"), claim("bbb", "nowhere", supersedes=["aaa"]))
    assert reasons(store, "9999-12-31") == {"bbb": "its source 'nowhere' is not in the store"}


def test_a_source_without_a_date_carries_nothing_and_supersedes_nothing():
    store = library(
        source("s0", "2020-10-01"),
        source("s1", None),
        claim("aaa", "s0"),
        claim("bbb", "s1", supersedes=["aaa"]),
    )
    assert reasons(store, "9999-12-31") == {"bbb": "its source has no date, so no letter can cite it"}


def test_a_source_of_which_only_the_month_is_known_is_admissible_when_that_is_over():
    store = library(source("s0", "2020-10"), claim("aaa", "s0"))
    assert list(reasons(store, "2020-10-30")) == ["aaa"]
    assert reasons(store, "2020-10-31") == {}


def test_superseding_a_claim_that_is_not_there_hurts_nobody():
    store = library(source("s0"), claim("aaa", "s0", supersedes=["no-such-claim"]))
    assert reasons(store, "2020-10-20") == {}
    assert successors(store) == {"no-such-claim": frozenset({"aaa"})}


def test_the_successor_that_appeared_first_is_named():
    store = library(
        *published("2020-10-01", "2020-10-10", "2020-10-05"),
        claim("old-fact", "s0"),
        claim("later-one", "s1", supersedes=["old-fact"]),
        claim("zz-sooner", "s2", supersedes=["old-fact"]),
    )
    assert reasons(store, "2020-10-20")["old-fact"].startswith("superseded by zz-sooner")


def test_claims_that_supersede_each_other_or_themselves_end():
    store = library(
        source("s0", "2020-10-01"),
        claim("aaa", "s0", supersedes=["bbb"]),
        claim("bbb", "s0", supersedes=["ccc"]),
        claim("ccc", "s0", supersedes=["aaa"]),
        claim("ddd", "s0", supersedes=["ddd"]),
    )
    assert successors(store)["aaa"] == {"bbb", "ccc"}
    assert successors(store)["ddd"] == frozenset()
    assert reasons(store, "2020-10-20").keys() == {"aaa", "bbb", "ccc"}


def test_a_long_chain_ends():
    names = [f"c-{number}" for number in range(300)]
    store = library(
        source("s0", "2020-10-01"),
        claim(names[0], "s0"),
        *(claim(name, "s0", supersedes=[old]) for old, name in pairwise(names)),
    )
    assert set(reasons(store, "2020-10-20")) == set(names[:-1])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.lists(st.integers(0, 7), max_size=3), st.none() | st.integers(0, 9)),
        min_size=1, max_size=8,
    ),
    st.integers(-1, 10),
)  # fmt: skip
def test_the_rule_holds_for_any_web_of_claims(drawn, days):
    """Compare with the rule as the design words it, written in the plainest way."""
    start = date(2020, 10, 1)
    claims = [
        claim(f"c-{number}", f"s{number}", supersedes=[f"c-{old}" for old in olds],
              valid_until=None if last is None else start + timedelta(days=last))
        for number, (_, olds, last) in enumerate(drawn)
    ]  # fmt: skip
    store = library(
        *(
            source(f"s{number}", (start + timedelta(days=day)).isoformat())
            for number, (day, *_) in enumerate(drawn)
        ),
        *claims,
    )
    day = start + timedelta(days=days)

    def above(name, seen=()):
        direct = {each.id for each in claims if name in each.supersedes} - set(seen)
        return direct.union(*(above(each, (*seen, *direct)) for each in direct))

    def admissible(each):
        if known_from(store, each) > day or (each.valid_until and day > each.valid_until):
            return False
        return all(known_from(store, store.claims[name]) > day for name in above(each.id) - {each.id})

    assert set(inadmissible(store, day)) == {each.id for each in claims if not admissible(each)}
