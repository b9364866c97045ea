from tests.drafting.stores import claim, library, source

from letterkit.drafting.telling import told


def order(*claims, **sources):
    """Return the ids in the order of telling; a source `s1` appeared on October 1."""
    names = dict.fromkeys(each.source for each in claims)
    known = [source(name, sources.get(name) or f"2020-10-0{name[1:]}") for name in names]
    positions = {each.id: number for number, each in enumerate(claims)}
    given = told(library(*known, *claims), positions, reversed(claims))
    return [each.id for each in given]


def test_sources_are_told_as_they_appeared_and_their_claims_as_they_tell_them():
    claims = [claim("aaa", "s2"), claim("bbb", "s1"), claim("ccc", "s2"), claim("ddd", "s1")]
    assert order(*claims) == ["bbb", "ddd", "aaa", "ccc"]


def test_sources_of_one_day_are_told_one_after_the_other():
    claims = [claim("aaa", "s2"), claim("bbb", "s1"), claim("ccc", "s2")]
    assert order(*claims, s1="2020-10-01", s2="2020-10-01") == ["bbb", "aaa", "ccc"]


def test_incidents_come_day_by_day_and_what_has_no_day_keeps_its_place():
    claims = [
        claim("aaa", "s1", happened="2020-09-30"),
        claim("bbb", "s1"),
        claim("ccc", "s1", happened="2020-09-27"),
        claim("ddd", "s1", happened="2020-09-28/2020-09-29"),
    ]
    assert order(*claims) == ["ccc", "bbb", "ddd", "aaa"]


def test_a_claim_comes_right_behind_the_one_that_leads_into_it():
    claims = [
        claim("aaa", "s1", lead_in="ccc"),
        claim("bbb", "s1"),
        claim("ccc", "s1", lead_in="ddd"),
        claim("ddd", "s1"),
    ]
    assert order(*claims) == ["ddd", "ccc", "aaa", "bbb"]


def test_nothing_stands_between_a_claim_and_the_one_that_it_leads_into():
    claims = [
        claim("aaa", "s1", happened="2020-10-01"),
        claim("bbb", "s1"),
        claim("ccc", "s1", happened="2020-10-02"),
        claim("ddd", "s1", happened="2020-10-03", lead_in="aaa"),
        claim("eee", "s1", lead_in="ddd"),
    ]
    assert order(*claims) == ["aaa", "ddd", "eee", "bbb", "ccc"]


def test_a_lead_in_of_another_source_or_none_at_all_changes_nothing():
    claims = [claim("aaa", "s1", lead_in="bbb"), claim("bbb", "s2"), claim("ccc", "s1", lead_in="no-such")]
    assert order(*claims) == ["aaa", "ccc", "bbb"]


def test_claims_that_lead_into_each_other_are_told_once():
    claims = [
        claim("aaa", "s1", lead_in="bbb"),
        claim("bbb", "s1", lead_in="aaa"),
        claim("ccc", "s1", lead_in="ccc"),
    ]
    assert sorted(order(*claims)) == ["aaa", "bbb", "ccc"]
    assert list(told(library(), {}, [])) == []
