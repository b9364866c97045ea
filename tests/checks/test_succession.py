import pytest
from tests.checks.stores import judged, library, opened, rules, source, write

from letterkit.checks import succession

OLD, NEW = {"id": "flood-first"}, {"id": "flood-later", "supersedes": ["flood-first"]}


def test_a_claim_may_supersede_another_of_the_same_day(tmp_path):
    store = opened(library(tmp_path, OLD, NEW))
    for rule in (succession.supersession_has_no_cycle, succession.supersession_runs_forward):
        assert list(rule(store)) == []


def test_claims_that_supersede_each_other_are_a_cycle_at_both_ends(tmp_path):
    findings = judged(
        succession.supersession_has_no_cycle, tmp_path, {**OLD, "supersedes": ["flood-later"]}, NEW
    )
    assert rules(findings) == ["supersession-cycle", "supersession-cycle"]
    assert [finding.claim for finding in findings] == ["flood-first", "flood-later"]


def test_a_cycle_through_a_third_claim_is_seen(tmp_path):
    claims = [{"id": f"flood-{one}", "supersedes": [f"flood-{other}"]} for one, other in ("ab", "bc", "ca")]
    assert len(judged(succession.supersession_has_no_cycle, tmp_path, *claims)) == 3


def test_a_claim_may_not_supersede_what_was_published_later(tmp_path):
    root = library(tmp_path, NEW)
    write(root, "facts/sources/later.yaml", source("later", issued="2021-01-14"))
    write(root, "facts/claims/later.yaml", (root / "facts/claims/watch-2020.yaml").read_text().replace(
        "source: watch-2020", "source: later").replace("flood-later", "flood-first").replace(
        "  supersedes:\n  - flood-first\n", ""))  # fmt: skip
    (finding,) = succession.supersession_runs_forward(opened(root))
    assert (finding.rule, finding.claim) == ("supersession-backward", "flood-later")


@pytest.mark.parametrize("key", ["supersedes", "conflicts_with", "same_as", "lead_in", "pair"])
def test_no_claim_points_at_itself(tmp_path, key):
    pointing = "bridge-destroyed" if key in {"lead_in", "pair"} else ["bridge-destroyed"]
    findings = judged(succession.nothing_points_at_itself, tmp_path, {key: pointing})
    assert rules(findings) == ["points-at-itself"]
    assert findings[0].place.line is not None
    assert judged(succession.nothing_points_at_itself, tmp_path, OLD, NEW) == []


def test_a_claim_is_not_both_the_same_and_different(tmp_path):
    both = {"id": "flood-later", "same_as": ["flood-first"], "conflicts_with": ["flood-first"]}
    assert rules(judged(succession.rivals_and_twins_differ, tmp_path, OLD, both)) == ["same-and-different"]
    assert judged(succession.rivals_and_twins_differ, tmp_path, OLD, {**both, "conflicts_with": []}) == []


def test_two_claims_on_the_same_quotes_are_a_warning(tmp_path):
    (finding,) = judged(succession.quotes_are_not_used_twice, tmp_path, {}, {"id": "bridge-gone"})
    assert (finding.rule, finding.severity, finding.claim) == ("quotes-twice", "warning", "bridge-gone")
    assert "bridge-destroyed" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        {"role": "pattern"},
        {"parties": ["upland"]},
        {"certainty": "verified"},
        {"place": "Milltown"},
        {"figures": [{"value": 1, "unit": "bridges"}]},
        {"quotes": ["Example Watch documented a flood that destroyed the bridge"]},
    ],
)
def test_two_claims_on_the_same_quotes_may_state_different_facts(tmp_path, other):
    assert judged(succession.quotes_are_not_used_twice, tmp_path, {}, {"id": "bridge-gone", **other}) == []
