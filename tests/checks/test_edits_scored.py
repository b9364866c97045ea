"""How the comparison of sentences judges the labelled edits, which were written before it and by hand."""

from __future__ import annotations

import json
import zipfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import yaml

from letterkit.checks.wording.compare import compare
from letterkit.docx.record import read

EDITS = Path(__file__).parent / "edits"
# Kinds in which no edit may go unnoticed.
NEVER_MISSED = ("figures", "swaps", "dates", "parties", "negations")


@cache
def claims(letter: str) -> dict[str, str]:
    record = read((EDITS / "letters" / f"{letter}.docx").read_bytes())
    assert record is not None
    return {use["id"]: use["text"].replace("\u00a0", " ") for use in record["claims"]}


def judged() -> dict[str, list[tuple[str, str, str]]]:
    """Return for each kind the edits inside a claim's words: id, what is due, what was found."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for file in sorted(EDITS.glob("*.yaml")):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        for edit in data["edits"]:
            if edit.get("operation") != "replace" or not edit.get("claim") or not edit.get("replace"):
                continue
            was = claims(edit["letter"])[edit["claim"]]
            now = was.replace(edit["replace"], edit["with"], 1)
            assert now != was, edit["id"]
            found[data["kind"]].append((edit["id"], edit["expect"], compare(was, now).status))
    return found


@pytest.fixture(scope="module")
def results():
    return judged()


@pytest.mark.parametrize("kind", NEVER_MISSED)
def test_no_change_of_a_figure_a_date_a_party_or_a_negation_goes_unnoticed(results, kind):
    assert len(results[kind]) >= 15
    assert [edit for edit in results[kind] if edit[1] == "altered" and edit[2] != "altered"] == []


def test_of_the_other_kinds_nearly_every_change_is_noticed(results):
    due = [edit for kind in results for edit in results[kind] if edit[1] == "altered"]
    missed = [edit for edit in due if edit[2] != "altered"]
    assert len(due) >= 350
    assert len(missed) <= len(due) // 100, missed


def test_nearly_no_harmless_rewording_is_called_an_alteration(results):
    harmless = results["harmless"]
    assert len(harmless) >= 100
    assert len([edit for edit in harmless if edit[2] == "altered"]) <= 2


def test_the_letters_carry_their_claims_in_a_part_of_their_own():
    with zipfile.ZipFile(EDITS / "letters" / "2021-02-01.docx") as package:
        assert any(name.startswith("customXml/") for name in package.namelist())
    assert json.dumps(sorted(claims("2021-02-01")))
