from dataclasses import replace

from tests.checks.stores import library, office, opened
from tests.checks.test_topics import CALL, FOUND, ask, topic

from letterkit.checks.pairs import every_pair_drafts

FORM = {
    "id": "plain",
    "name": "Mayor",
    "with_holder": ["{name}"],
    "office_only": ["The {office}"],
    "salutation": "Dear {name}:",
    "salutation_office_held": "Dear {office}:",
    "salutation_office": "Dear {office}:",
}
SENDER = {
    "id": "watch",
    "name": "Example Watch",
    "constituency": "our readers",
    "signatories": [{"name": "Ada Brook"}],
}
PLAN = [
    {"block": "opening"},
    {"block": "evidence", "roles": ["evidence"]},
    {"block": "asks"},
    {"block": "thanks"},
]


def store(tmp_path, **keys):
    asks = [
        ask(id=f"rebuild-{number}", text=f"Press the mayor to rebuild bridge {name}")
        for number, name in enumerate("ABC")
    ]
    known = topic(plan=PLAN, **{"parties": ["upland"], "asks": {"us-state": asks}, **keys})
    files = {
        "facts__topics__floods": known,
        "facts__senders__watch": SENDER,
        "facts__forms": {"forms": [FORM]},
    }
    return opened(library(tmp_path, CALL, FOUND, facts__recipients__mayor=office(), **files))


def test_a_pair_that_drafts_is_no_finding(tmp_path):
    assert list(every_pair_drafts(store(tmp_path))) == []


def test_a_pair_whose_asks_have_ended_is_named_with_the_refusal(tmp_path):
    (finding,) = every_pair_drafts(store(tmp_path, asks={"us-state": [ask(valid_until="2020-10-01")]}))
    assert (finding.rule, finding.severity) == ("pair-undrafted", "error")
    assert finding.message.startswith("no letter to us-state can be drafted on 2020-10-21: ")
    assert finding.place.file == "facts/topics/floods.yaml"


def test_a_pair_whose_letter_has_errors_is_named_with_the_first(tmp_path):
    (finding,) = every_pair_drafts(store(tmp_path, conflict=True, parties=["upland"]))
    assert "the letter holds no evidence about Upland" in finding.message


def test_an_audience_without_an_office_is_named(tmp_path):
    (finding,) = every_pair_drafts(store(tmp_path, asks={"fm-az": [ask()]}))
    assert "no recipient has this audience" in finding.message


def test_a_topic_that_no_claim_is_about_is_named(tmp_path):
    (finding,) = every_pair_drafts(store(tmp_path, draws_on=["fires"]))
    assert (finding.rule, finding.severity) == ("pair-undrafted", "error")
    assert finding.message == "no letter to us-state can be drafted: no claim is about it"


def test_a_store_that_could_not_be_read_in_full_is_not_asked(tmp_path):
    broken = store(tmp_path, asks={"fm-az": [ask()]})
    assert list(every_pair_drafts(replace(broken, whole=False))) == []
