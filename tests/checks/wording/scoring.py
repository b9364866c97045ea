"""How the comparison judges a set of edits that it had not seen: `python -m tests.checks.wording.scoring fresh-fifth`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from letterkit.checks.wording.compare import compare

HERE = Path(__file__).parent


class Judged(NamedTuple):
    """An edit, what its label says, and what was found: the gravest severity and all that was said."""

    id: str
    kind: str
    due: str
    now: str
    status: str
    worst: str
    said: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether a change of meaning is called one, with an error where due; whether no error is a false one."""
        if self.due == "none":
            return self.worst != "error"
        return self.status == "altered" and (self.worst == "error" or self.due == "warning")


def edits(name: str) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Yield a set's edits: the sentence, id, kind, what is replaced and with what, the status and severity due."""
    for claim in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))["claims"]:
        yield from ((claim["was"], *edit) for edit in claim["edits"])


def judge(name: str) -> Iterator[Judged]:
    for was, edit, kind, old, new, _, due in edits(name):
        found = compare(was, was.replace(old, new))
        severities = {each.severity for each in found.differences}
        worst = "error" if "error" in severities else "warning" if severities else "none"
        said = tuple(f"{each.severity}: {each.text}" for each in found.differences)
        yield Judged(edit, kind, due, was.replace(old, new), found.status, worst, said)


def report(name: str) -> Iterator[str]:
    """Yield every edit that is not judged as its label says, then the sums by kind."""
    rows = list(judge(name))
    for row in rows:
        if not row.right or (row.due != "none" and row.worst == "none"):
            yield f"{row.id} {row.kind}, due {row.due}: {row.status} {list(row.said)}\n    {row.now}"
        elif row.due == "none" and row.worst != "none":
            yield f"{row.id} {row.kind}, asked of: {list(row.said)}"
    altering = [row for row in rows if row.due != "none"]
    harmless = [row for row in rows if row.due == "none"]
    for kind in dict.fromkeys(row.kind for row in rows):
        own = [row for row in rows if row.kind == kind]
        yield f"{kind}: {sum(row.right for row in own)} of {len(own)}"
    silent = [row.id for row in altering if row.worst == "none"]
    yield f"altering called altered, with an error where due: {sum(r.right for r in altering)} of {len(altering)}"
    yield f"silent: {len(silent)} {silent}"
    yield f"harmless in error: {sum(not row.right for row in harmless)} of {len(harmless)}"
    yield f"harmless asked of: {Counter(row.worst for row in harmless)['warning']} of {len(harmless)}"


if __name__ == "__main__":
    for line in report(sys.argv[1]):
        print(line)  # noqa: T201
