"""Two dates, figures, sides or countries of every claim of the store exchanged, which never says the same."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from letterkit.checks.wording.compare import compare
from letterkit.library.disk.locate import starter
from letterkit.library.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
KINDS = {
    "dates": rf"{_MONTH} \d{{1,2}}, \d{{4}}",
    "figures": r"(?<![\w.,-])\d{1,3}(?:,\d{3})*(?![\w-])(?!, \d{4})",
    "sides": r"\b(?:Armenian|Azerbaijani)\b",
    "countries": r"\b(?:Armenia|Azerbaijan)\b",
}
# What stands between the parts of a list, whose order says nothing.
_LISTED = re.compile(r"(?:,? (?:and|or|as well as) (?:the )?|, )(?:[A-Z]\w+, (?:and )?)*")
_DAY = re.compile(rf"{_MONTH} $")


def _exchanged(claim: str, kind: str) -> Iterator[str]:
    found = [m for m in re.finditer(KINDS[kind], claim) if not _DAY.search(claim[: m.start()])]
    for first, second in combinations(found, 2):
        between = claim[first.end() : second.start()]
        if first[0] != second[0] and not _LISTED.fullmatch(between):
            yield claim[: first.start()] + second[0] + between + first[0] + claim[second.end() :]


@pytest.fixture(scope="module")
def claims() -> list[str]:
    library, _ = load(starter())
    return [claim.claim for claim in library.claims.values()]


@pytest.mark.parametrize("kind", KINDS)
def test_an_exchange_is_an_error_in_every_claim(kind, claims) -> None:
    edits = [(claim, now) for claim in claims for now in _exchanged(claim, kind)]
    assert len(edits) >= 5
    wrong = [now for was, now in edits if compare(was, now).status != "altered"]
    mild = [now for was, now in edits if all(d.severity != "error" for d in compare(was, now).differences)]
    assert (wrong, mild) == ([], [])
