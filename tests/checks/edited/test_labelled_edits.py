"""The labelled edits, done to drafted DOCX files and put through the whole check: what it says, and all it says."""

from __future__ import annotations

import pytest
from tests.checks.edited.scoring import Judged, edits, judge

# Every edit but plain replacements is done to the file; of these every third, as all of them go through the comparison
# in test_edits_scored.py.
SAMPLED = 3
NEVER_MISSED = ("figures", "swaps", "dates", "parties", "negations")


@pytest.fixture(scope="module")
def judged(starters) -> list[Judged]:
    chosen = [
        (kind, edit)
        for number, (kind, edit) in enumerate(edits())
        if edit["operation"] != "replace" or number % SAMPLED == 0
    ]
    return [judge(kind, edit, starters) for kind, edit in chosen]


def test_every_kind_of_edit_is_done(judged) -> None:
    assert len({each.edit["operation"] for each in judged}) == 18
    assert len({each.kind for each in judged}) == 14
    assert len(judged) >= 250


def test_every_claim_has_the_status_that_its_label_says(judged) -> None:
    wrong = {each.edit["id"]: each.wrong for each in judged if each.wrong}
    assert len(wrong) <= len(judged) // 100, wrong


def test_nothing_that_is_due_is_missed(judged) -> None:
    assert [each.edit["id"] for each in judged if each.missed] == []


def test_no_figure_swap_date_party_or_negation_is_anything_but_altered(judged) -> None:
    assert [each.wrong for each in judged if each.kind in NEVER_MISSED and each.wrong] == []


def test_no_harmless_edit_gives_an_error_and_no_courtesy_a_warning(judged) -> None:
    assert [each.edit["id"] for each in judged if each.false_alarm] == []


def test_nothing_is_found_about_what_the_edit_did_not_touch(judged) -> None:
    assert [(each.edit["id"], each.strays) for each in judged if each.strays] == []
