"""The labelled edits, done to drafted DOCX files and put through the whole check: what it says, and all it says."""

from __future__ import annotations

import pytest
from tests.checks.edited.scoring import edits, judge

# Every edit but plain replacements is done to the file; of these every third, as all of them go through the comparison
# in test_edits_scored.py.
SAMPLED = 3
KINDS = tuple(dict.fromkeys(kind for kind, _ in edits()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_says_of_an_edit_what_its_label_says_and_nothing_else(kind, starters) -> None:
    own = [edit for each, edit in edits() if each == kind]
    chosen = [
        edit for number, edit in enumerate(own) if edit["operation"] != "replace" or number % SAMPLED == 0
    ]
    judged = [judge(kind, edit, starters) for edit in chosen]
    assert len(judged) >= 7
    assert [each.edit["id"] for each in judged if each.missed] == []
    assert [each.edit["id"] for each in judged if each.false_alarm] == []
    assert [(each.edit["id"], each.strays) for each in judged if each.strays] == []
    assert [(each.edit["id"], each.wrong) for each in judged if each.wrong] == []


def test_every_kind_and_every_operation_is_done() -> None:
    assert len(KINDS) == 14
    assert len({edit["operation"] for _, edit in edits()}) == 18
