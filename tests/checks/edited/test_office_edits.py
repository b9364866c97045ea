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


def told(checked: Checked) -> Counter[tuple[str, str, str]]:
    return Counter((each.severity, each.rule, each.claim or each.message) for each in checked.findings)


@pytest.mark.parametrize("way", WAYS)
def test_the_check_says_what_was_done_in_libreoffice_and_nothing_else(way, tmp_path, starters) -> None:
    cases = [
        (name, tracked) for tracked in (False, True) for name in EDITS if EDITS[name].steps or not tracked
    ]
    jobs = [
        {
            "source": str(LETTER),
            "saves": [str(tmp_path / f"{number}{kind}") for kind in (*WAYS[way], ".saved.docx")],
            "tracked": tracked,
            "steps": EDITS[name].steps,
        }
        for number, (name, tracked) in enumerate(cases)
    ]
    libreoffice_edits(jobs)
    before = check_letter(LETTER.read_bytes(), starters)
    for job, (name, tracked) in zip(jobs, cases, strict=True):
        after = check_letter(Path(job["saves"][-1]).read_bytes(), starters)
        assert found(before, after, EDITS[name]) == due(EDITS[name], tracked=tracked), f"{name}, {tracked=}"


def found(before: Checked, after: Checked, edit: Edit) -> dict[str, Any]:
    """Return what became of the claims, what is found anew, and what is no longer found that should be."""
    new, gone = told(after) - told(before), told(before) - told(after)
    return {
        "statuses": {use.id: use.status for use in after.uses if use.status != "intact"},
        "claims": {use.id for use in after.uses} - {use.id for use in before.uses},
        "errors": sorted(
            (rule, next((place for _, place in edit.errors if about.startswith(place)), about))
            for severity, rule, about in new
            if severity == "error"
        ),
        "others": sorted(rule for severity, rule, _ in new.elements() if severity != "error"),
        "gone": {each for each in gone if each[2].split()[0] not in edit.statuses},
        "letter": after.about == before.about,
    }


def due(edit: Edit, *, tracked: bool) -> dict[str, Any]:
    return {
        "statuses": dict(edit.statuses),
        "claims": set(),
        "errors": sorted(edit.errors),
        "others": ["tracked-changes", "views-differ"] if tracked else [],
        "gone": set(),
        "letter": True,
    }
