"""What LibreOffice's own editing of a drafted letter leaves, and that the check says exactly that, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from tests.checks.edited.applied import LETTERS
from tests.tools import libreoffice_edits

from letterkit.checks.edited.check import Checked, check_letter

LETTER = LETTERS / "2021-02-01.docx"
WAYS = {"docx": (), "by way of odt": (".odt",), "by way of doc": (".doc",)}


class Edit(NamedTuple):
    """What somebody does, which claims are not intact then, and the errors with their claim or place."""

    steps: list[dict[str, Any]]
    statuses: Mapping[str, str] = MappingProxyType({})
    errors: tuple[tuple[str, str], ...] = ()


RUN = ("azerbaijan-strikes-11-killed", "stepanakert-grad-cluster", "stepanakert-oct4-4-killed")
EDITS = {
    "nothing": Edit([]),
    "types into a claim": Edit(
        [
            {
                "do": "type",
                "find": "strikes on Stepanakert in 2020, Azerbaijani forces",
                "with": " deliberately",
            }
        ],
        {"stepanakert-grad-cluster": "altered"},
        (("label-changed", "stepanakert-grad-cluster"),),
    ),
    "changes one digit": Edit(
        [{"do": "replace", "find": "72 civilians in total", "with": "73 civilians in total"}],
        {"armenia-8-strikes-72-killed": "altered"},
        (("figure-changed", "armenia-8-strikes-72-killed"),),
    ),
    "deletes a claim and leaves its note": Edit(
        [{"do": "delete-claim", "claim": "report-both-sides-research"}],
        {"report-both-sides-research": "removed"},
        (("note-orphan", "note 2"),),
    ),
    "deletes a note and leaves its claims": Edit(
        [{"do": "delete-note", "number": 4}],
        dict.fromkeys(RUN, "uncited"),
        tuple(("claim-uncited", claim) for claim in RUN),
    ),
    "adds an unsourced casualty figure": Edit(
        [
            {
                "do": "end-paragraph",
                "claim": "barda-21-killed-smerch",
                "with": "Three more villagers died of their wounds within a week.",
            }
        ],
        {},
        (("unsourced", "“Three more"),),
    ),
}
CASES = [
    (name, tracked, way)
    for way in WAYS
    for tracked in (False, True)
    for name in EDITS
    if EDITS[name].steps or not tracked
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> dict[tuple[str, bool, str], Path]:
    """Return the letter after each edit as LibreOffice has saved it; one LibreOffice does them all."""
    folder = tmp_path_factory.mktemp("edited")
    jobs, made = [], {}
    for number, (name, tracked, way) in enumerate(CASES):
        saves = [str(folder / f"{number}{kind}") for kind in WAYS[way]] + [str(folder / f"{number}.docx")]
        jobs.append({"source": str(LETTER), "saves": saves, "tracked": tracked, "steps": EDITS[name].steps})
        made[name, tracked, way] = Path(saves[-1])
    libreoffice_edits(jobs)
    return made


def told(checked: Checked) -> Counter[tuple[str, str, str]]:
    return Counter((each.severity, each.rule, each.claim or each.message) for each in checked.findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}{' tracked' * case[1]}, {case[2]}")
def test_the_check_says_what_was_done_in_libreoffice_and_nothing_else(case, saved, starters) -> None:
    name, tracked, _ = case
    edit = EDITS[name]
    before = check_letter(LETTER.read_bytes(), starters)
    after = check_letter(saved[case].read_bytes(), starters)
    assert {use.id: use.status for use in after.uses if use.status != "intact"} == edit.statuses
    assert {use.id for use in after.uses} == {use.id for use in before.uses}
    assert {each for each in told(before) - told(after) if each[2].split()[0] not in edit.statuses} == set()
    new = told(after) - told(before)
    errors = sorted((rule, about) for severity, rule, about in new if severity == "error")
    assert len(errors) == len(edit.errors)
    assert all(
        rule == due and about.startswith(place)
        for (rule, about), (due, place) in zip(errors, sorted(edit.errors), strict=True)
    )
    rest = sorted(rule for severity, rule, _ in new.elements() if severity != "error")
    assert rest == (["tracked-changes", "views-differ"] if tracked else [])
    assert after.about == before.about
