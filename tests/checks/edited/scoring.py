"""How the check judges the labelled edits: what it should say of each, and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.checks.edited.applied import LETTERS, apply

from letterkit.checks.edited.check import Checked, check_letter
from letterkit.checks.edited.shelf import Shelf
from letterkit.findings import Finding

EDITS = Path(__file__).resolve().parents[1] / "edits"
GRAVITY = {"none": 0, "info": 0, "warning": 1, "error": 2}
NEW_SENTENCE = ("new-claim", "nothing")
Key = tuple[str, int]


@dataclass(frozen=True)
class Judged:
    """An edit, the claims whose status is not the due one, and what was found that the letter did not have before."""

    edit: Mapping[str, Any]
    kind: str
    wrong: tuple[str, ...]
    new: tuple[Finding, ...]
    about: frozenset[str] = field(default=frozenset())

    @property
    def worst(self) -> int:
        return max((GRAVITY[each.severity] for each in self.new), default=0)

    @property
    def due(self) -> int:
        return GRAVITY[self.edit["severity"]]

    @property
    def missed(self) -> bool:
        """Whether something is due, and nothing as grave was found."""
        return self.worst < self.due

    @property
    def false_alarm(self) -> bool:
        """Whether an error stands where none is due, or a warning where a sentence says nothing."""
        return self.due == 0 and (self.worst == 2 or (self.worst == 1 and self.edit["expect"] == "nothing"))

    @property
    def strays(self) -> list[Finding]:
        """What was found about claims that the edit does not touch; what leaned on one is touched by it."""
        inside = self.edit["operation"] == "replace"  # in the words of a claim: nothing else can be at fault
        others = (each for each in self.new if each.claim not in self.about and each.rule != "dangling")
        return [each for each in others if each.claim or inside]


def edits() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(EDITS.glob("*.yaml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from ((content["kind"], edit) for edit in content["edits"])


def judge(kind: str, edit: Mapping[str, Any], shelf: Shelf) -> Judged:
    """Do an edit to its letter, check the letter before and after, and say what is not as it should be."""
    before, after = unedited(edit["letter"], shelf), check_letter(apply(edit), shelf)
    found = {(use.id, use.use): use.status for use in after.uses}
    due = dict(_due(edit, before, after))
    wrong = tuple(
        f"{key[0]} is {found.get(key)}, not {due[key]}" for key in due if found.get(key) != due[key]
    )
    about = frozenset({edit["claim"], *edit.get("others", {})} - {None})
    return Judged(edit, kind, wrong, tuple(new_findings(before, after)), about)


@cache
def _checked(letter: str, shelf_number: int) -> Checked:
    return check_letter((LETTERS / f"{letter}.docx").read_bytes(), _SHELVES[shelf_number])


_SHELVES: dict[int, Shelf] = {}


def unedited(letter: str, shelf: Shelf) -> Checked:
    _SHELVES[id(shelf)] = shelf
    return _checked(letter, id(shelf))


def _due(edit: Mapping[str, Any], before: Checked, after: Checked) -> Iterator[tuple[Key, str]]:
    yield from (((use.id, use.use), "intact") for use in before.uses)
    if edit["expect"] not in NEW_SENTENCE and edit["claim"]:
        copied = edit["operation"].startswith("copy")
        uses = [use.use for use in after.uses if use.id == edit["claim"]]
        yield (edit["claim"], max(uses) if copied else 1), edit["expect"]
    yield from (((claim, 1), status) for claim, status in edit.get("others", {}).items())


def new_findings(before: Checked, after: Checked) -> Iterator[Finding]:
    """Yield what was found after an edit and not before; the place may be another one."""
    old = Counter(_identity(each) for each in before.findings)
    for finding in after.findings:
        if old[_identity(finding)]:
            old[_identity(finding)] -= 1
        else:
            yield finding


def _identity(finding: Finding) -> tuple[str, ...]:
    return finding.rule, finding.severity, finding.claim or "", finding.message


def table(shelf: Shelf) -> Iterator[str]:
    """Yield a line for each kind: its edits, what was right, recall and precision of what it should find."""
    kinds: dict[str, list[Judged]] = {}
    for kind, edit in edits():
        kinds.setdefault(kind, []).append(judge(kind, edit, shelf))
    yield "| kind | edits | status right | due | found | recall | false alarms | strays | precision |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for kind, row in kinds.items():
        due = [each for each in row if each.due]
        found = [each for each in due if not each.missed]
        alarms = sum(each.false_alarm for each in row)
        strays = sum(bool(each.strays) for each in row)
        right = sum(not each.wrong for each in row)
        recall = f"{len(found) / len(due):.2f}" if due else "-"
        said = len(found) + alarms + strays
        precision = f"{len(found) / said:.2f}" if said else "-"
        cells = (kind, len(row), right, len(due), len(found), recall, alarms, strays, precision)
        yield f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    from letterkit.checks.edited.shelf import shelf as known
    from letterkit.library.disk.locate import starter
    from letterkit.library.load import load

    for line in table(known(load(starter())[0])):
        print(line)  # noqa: T201
