from typing import Any

import pytest
from tests.checks.stores import judged, rules

from letterkit.checks import topics

CALL = {"id": "call-rebuild", "role": "call", "certainty": "call", "topics": ["floods"]}
FOUND = {"id": "mill-flooded", "topics": ["floods"]}


def topic(**keys: Any) -> dict[str, Any]:
    wording = {"always": {"any": {"subject": "rebuild the bridge", "opening": "rebuild the bridge"}}}
    known = {"id": "floods", "title": "Floods", "draws_on": ["floods"], "wording": wording}
    return {**known, "asks": {"us-state": [ask()]}, **keys}


def ask(**keys: Any) -> dict[str, Any]:
    return {
        "id": "rebuild",
        "text": "Press the mayor to rebuild the bridge",
        "grounds": ["call-rebuild"],
        **keys,
    }


def judged_topic(rule, tmp_path, **keys: Any):
    return judged(rule, tmp_path, CALL, FOUND, facts__topics__floods=topic(**keys))


@pytest.mark.parametrize(
    "text",
    [
        "Press the mayor.",
        "Pressing the mayor",
        "We press the mayor",
        "press the mayor",
        "Asks the mayor",
        "The mayor",
    ],
)
def test_an_ask_is_an_imperative_without_its_stop(tmp_path, text):
    findings = judged_topic(topics.asks_are_imperatives, tmp_path, asks={"us-state": [ask(text=text)]})
    assert rules(findings) == ["ask-form"]
    assert findings[0].place.line is not None


@pytest.mark.parametrize(
    "text", ["Press the mayor", "Address it", "Express concern", "Support the U.S. Agency"]
)
def test_an_imperative_may_end_like_a_plural(tmp_path, text):
    assert judged_topic(topics.asks_are_imperatives, tmp_path, asks={"us-state": [ask(text=text)]}) == []


def test_an_ask_from_a_source_rests_on_a_call(tmp_path):
    assert judged_topic(topics.asks_are_grounded, tmp_path) == []
    asks = {"us-state": [ask(grounds=["mill-flooded"])]}
    (finding,) = judged_topic(topics.asks_are_grounded, tmp_path, asks=asks)
    assert finding.rule == "ask-ungrounded"
    assert "none of its grounds is a call" in finding.message


def test_a_derived_ask_rests_on_a_finding_of_its_topic(tmp_path):
    asks = {"us-state": [ask(basis="derived", grounds=["mill-flooded"])]}
    assert judged_topic(topics.asks_are_grounded, tmp_path, asks=asks) == []
    assert rules(judged_topic(topics.asks_are_grounded, tmp_path, asks=asks, draws_on=["fires"])) == [
        "ask-ungrounded"
    ]
    asks = {"us-state": [ask(basis="derived")]}
    assert rules(judged_topic(topics.asks_are_grounded, tmp_path, asks=asks)) == ["ask-ungrounded"]


def test_the_validity_of_an_ask_ends_after_it_begins(tmp_path):
    asks = {"us-state": [ask(valid_from="2020-10-05", valid_until="2020-10-04")]}
    assert rules(judged_topic(topics.asks_can_hold, tmp_path, asks=asks)) == ["ask-validity"]
    asks = {"us-state": [ask(valid_from="2020-10-05", valid_until="2020-10-05")]}
    assert judged_topic(topics.asks_can_hold, tmp_path, asks=asks) == []


def test_a_block_that_no_template_prints_is_named_with_the_nearest(tmp_path):
    (finding,) = judged_topic(
        topics.blocks_exist, tmp_path, plan=[{"block": "opening"}, {"block": "evidense"}]
    )
    assert finding.rule == "unknown-block"
    assert finding.hint == "did you mean 'evidence'?"


def test_a_block_of_the_topics_own_template_exists(tmp_path):
    child = '{% extends "letter.md.j2" %}{% block rivers scoped %}{{ section.claims }}{% endblock %}'
    files = {
        "templates__letters__topics__floods": child,
        "facts__topics__floods": topic(plan=[{"block": "rivers"}]),
    }
    assert judged(topics.blocks_exist, tmp_path, CALL, **files) == []


PHASES = [{"id": "flood", "until": "2020-11-01"}, {"id": "after"}]
REQUEST = {"subject": "rebuild it", "opening": "rebuild it"}


def test_every_phase_has_words_for_every_audience(tmp_path):
    wording = {"flood": {"any": REQUEST}, "after": {"fm-az": REQUEST}}
    findings = judged_topic(topics.wordings_are_complete, tmp_path, phases=PHASES, wording=wording)
    assert [(finding.rule, finding.message) for finding in findings] == [
        ("wording-missing", "letters to us-state have no wording in the phase 'after'")
    ]
    wording["after"]["us-state"] = REQUEST
    assert judged_topic(topics.wordings_are_complete, tmp_path, phases=PHASES, wording=wording) == []


def test_wordings_name_phases_and_audiences_that_exist(tmp_path):
    wording = {"always": {"any": REQUEST, "us-staet": REQUEST}, "afterr": {"any": REQUEST}}
    findings = judged_topic(
        topics.wordings_are_complete, tmp_path, phases=PHASES, wording=wording,
        plan=[{"block": "opening", "phases": ["floood"]}],
    )  # fmt: skip
    assert [(finding.message, finding.hint) for finding in findings] == [
        ("unknown name 'afterr' in wording", "did you mean 'after'?"),
        ("unknown name 'us-staet' in wording/always", "did you mean 'us-state'?"),
        ("unknown name 'floood' in plan/0/phases", "did you mean 'flood'?"),
    ]
