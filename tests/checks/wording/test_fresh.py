"""Edits of claims that no frozen letter holds, written before the comparison and not looked at while it was made."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from letterkit.checks.wording.compare import compare

DATA = yaml.safe_load((Path(__file__).parent / "fresh.yaml").read_text(encoding="utf-8"))
EDITS = [(claim["was"], *edit) for claim in DATA["claims"] for edit in claim["edits"]]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit[1]} {edit[2]}")
def test_an_edit_is_judged_as_its_label_says(edit) -> None:
    was, _, _, old, new, due, severity = edit
    assert was.count(old) == 1
    found = compare(was, was.replace(old, new))
    assert found.status == due
    assert any(each.severity == "error" for each in found.differences) == (severity == "error")
