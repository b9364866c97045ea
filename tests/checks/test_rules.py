"""The starter library keeps every rule, and mistakes that editors make are all found in one run."""

import time

from tests.checks.stores import library, opened, rules

from letterkit.checks.rules import STORE_RULES, check_store
from letterkit.checks.store import Store
from letterkit.docx.inline import Marks
from letterkit.findings import has_errors
from letterkit.letter.model import Claim
from letterkit.library.disk.files import fact_texts, template_texts
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load
from letterkit.library.originals import Originals


def starter_store() -> Store:
    root = starter()
    known, findings = load(root)
    assert not has_errors(findings), findings
    return Store(known, Originals(root), template_source(root), template_texts(root), fact_texts(root))


def test_the_starter_keeps_every_rule_and_is_judged_in_seconds():
    store, start = starter_store(), time.process_time()
    errors = [str(finding) for finding in check_store(store) if finding.severity == "error"]
    assert errors == []
    assert time.process_time() - start < 10


def test_every_claim_of_the_starter_gets_a_bookmark_of_its_own():
    marks = Marks()
    for name in starter_store().library.claims:
        assert f'"_fact_{name.replace("-", "_")}"' in marks.around(Claim(name, ()), "")


def test_every_rule_has_a_name_of_its_own_and_says_what_it_yields():
    assert len({rule.__name__ for rule in STORE_RULES}) == len(STORE_RULES)
    assert all((rule.__doc__ or "").startswith("Yield ") for rule in STORE_RULES)


def test_an_unremarkable_store_has_no_findings(tmp_path):
    assert check_store(opened(library(tmp_path))) == []


def test_five_mistakes_of_one_editor_are_five_findings_in_the_order_of_the_file(tmp_path):
    claim = {
        "claim": "Last week the flood killed 13 people on 19 October 2020, as Lowland alleged.",
        "quotes": ["a flood killed at least 12 people of Milltown on 19 October, Example Watch documented"],
        "certainty": "reported",
        "supersedes": ["bridge-destroyd"],
    }
    findings = check_store(opened(library(tmp_path, claim)))
    assert sorted(rules(findings)) == sorted(
        ["figure-not-quoted", "date-form", "relative-time", "speaker-missing", "unknown-reference"]
    )
    assert all(finding.hint and finding.place.line for finding in findings)
    lines = [finding.place.line for finding in findings]
    assert lines == sorted(lines)


def test_a_store_without_originals_is_told_so_and_nothing_else(tmp_path):
    claim = {"claim": "In the blockade of August 2019 a flood destroyed the bridge of Milltown."}
    root = library(tmp_path, claim)
    (root / "seeds/feed.txt").unlink()
    assert sorted(rules(check_store(opened(root)))) == ["original-missing", "quote-unchecked"]
