from typing import Any

import pytest
import yaml
from tests.checks.stores import MAYOR_SAYS, library, source
from tests.checks.stores import write as write_file

from letterkit.findings import Finding
from letterkit.library.claims.given import given
from letterkit.library.load import load
from letterkit.library.originals import Originals
from letterkit.research.proposed.review import review

TEXT = (
    "Example Watch documented a flood that destroyed the bridge of Milltown on 19 October. At least 12 "
    "people appear to have died, according to the mayor. Uplandic forces let the water out."
)
NEW: dict[str, Any] = {
    **MAYOR_SAYS,
    "claim": "At least 12 people appear to have died in Milltown on October 19, 2020, the mayor said.",
    "quotes": ["At least 12 people appear to have died, according to the mayor"],
}


@pytest.fixture
def judge(tmp_path):
    """Return a function that reviews a claim beside a library with one other."""
    root = library(tmp_path, text=TEXT)

    def call(**changes: Any) -> list[Finding]:
        store, findings = load(root)
        assert findings == []
        read = given(yaml.safe_dump([{**NEW, **changes}], sort_keys=False), "new.yaml", "watch-2020")
        assert read.findings == []
        return review(store, Originals(root), read.claims, read.origins)

    return call


def test_a_sound_claim_gives_nothing_to_say(judge):
    assert judge() == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"quotes": ["At least 21 people appear to have died, according to the mayor"]}, "quote-not-found"),
        (
            {"claim": "In Milltown, at least 13 people appear to have died, the mayor said."},
            "figure-not-quoted",
        ),
        ({"claim": "In Milltown, at least 12 people died, the mayor said."}, "hedge-lost"),
        ({"claim": "In Milltown, 12 people appear to have died, the mayor said."}, "qualifier-lost"),
        ({"claim": "At least 12 people appear to have died recently, the mayor said."}, "relative-time"),
        ({"claim": "At least 12 people appear to have been murdered, the mayor said."}, "legal-label"),
        ({"claim": "At least 12 people appear to have died, it is said."}, "speaker-unnamed"),
        ({"attributed_to": None}, "speaker-missing"),
        ({"figures": [{"value": 13, "unit": "people died"}]}, "figure-declared"),
        ({"topics": ["impartialty"]}, "unknown-reference"),
        ({"parties": ["uplnad"]}, "unknown-reference"),
        ({"supersedes": ["bridge"]}, "unknown-reference"),
        ({"same_as": ["twelve-died"]}, "points-at-itself"),
    ],
)
def test_every_rule_of_a_claim_is_asked(judge, changes, rule):
    found = judge(**changes)
    assert rule in [finding.rule for finding in found], found
    assert {finding.place.file for finding in found} == {"new.yaml"}
    assert all(finding.hint for finding in found)


def test_findings_name_the_line_of_the_key(judge):
    (finding,) = judge(parties=["uplnad"])
    assert finding.place.line == 10
    assert finding.hint == "did you mean 'upland'?"


def test_claims_of_the_store_are_not_judged_again(tmp_path):
    root = library(tmp_path, {"claim": "A flood destroyed 12 bridges recently."}, text=TEXT)
    store, _ = load(root)
    read = given(yaml.safe_dump([NEW]), "new.yaml", "watch-2020")
    assert review(store, Originals(root), read.claims, read.origins) == []


def test_the_sentence_of_the_source_is_not_our_own_words(judge):
    words = (
        "At least 12 people appear to have died, according to the mayor. Uplandic forces let the water out"
    )
    found = judge(quotes=[words], claim=f"{words}.")
    assert [finding.rule for finding in found] == ["words-of-the-source"]
    assert judge(quotes=[words], claim="The mayor said: “At least 12 people appear to have died”.") == []


def test_a_likeness_is_a_warning_with_what_to_do(tmp_path):
    standing = {
        "id": "nine-died",
        "claim": "Nine people died in Milltown, the mayor said.",
        "place": "Milltown",
        "happened": "2020-10-19",
        "figures": [{"value": 9, "unit": "people died"}],
        "quotes": ["Nine people died, said the mayor"],
    }
    root = library(tmp_path, standing)
    write_file(root, "facts/sources/watch-2021.yaml", source("watch-2021", issued="2021-01-01", originals=[]))
    store, _ = load(root)
    read = given(yaml.safe_dump([{**NEW, "place": "Milltown"}]), "new.yaml", "watch-2021")
    found = review(store, Originals(root), read.claims, read.origins)
    warnings = [finding for finding in found if finding.severity == "warning"]
    assert [finding.rule for finding in warnings] == ["figure-differs"]
    assert "9 people died in nine-died, at least 12 people died here" in warnings[0].message
    assert "supersedes: [nine-died]" in warnings[0].hint


def test_an_ask_that_rests_on_what_a_claim_supersedes_is_named(tmp_path):
    root = library(tmp_path, {"quotes": ["a flood destroyed the bridge"]}, text=TEXT)
    ask = {"id": "rebuild", "text": "Rebuild it", "grounds": ["bridge-destroyed"]}
    topic = {"id": "impartiality", "title": "Floods", "asks": {"us-state": [ask], "fm-az": [ask]}}
    write_file(root, "facts/topics/impartiality.yaml", topic)
    store, _ = load(root)
    new = yaml.safe_dump([{**NEW, "supersedes": ["bridge-destroyed"]}], sort_keys=False)
    read = given(new, "new.yaml", "watch-2020")
    found = review(store, Originals(root), read.claims, read.origins)
    (said,) = [each for each in found if each.rule == "ground-superseded"]
    assert (said.severity, said.claim) == ("warning", "twelve-died")
    assert "the ask 'rebuild' of impartiality rests on bridge-destroyed" in said.message
    assert said.hint == "add twelve-died to its grounds in facts/topics/impartiality.yaml, if it holds"
    grounded = {**ask, "grounds": ["bridge-destroyed", "twelve-died"]}
    write_file(root, "facts/topics/impartiality.yaml", {**topic, "asks": {"us-state": [grounded]}})
    again = review(load(root)[0], Originals(root), read.claims, read.origins)
    assert "ground-superseded" not in {each.rule for each in again}
