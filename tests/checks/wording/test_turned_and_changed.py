"""Sentences that are put otherwise and changed in one thing as well: what hides best among other words.

The rewordings are those of the unseen edits that say the same; a program changes one thing in each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from tests.checks.wording.scoring import edits
from tests.checks.wording.test_fresh import SETS, TURNED_TOO_FAR

from letterkit.checks.wording.compare import compare

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
A_DATE = re.compile(rf"(?:{MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{MONTH}) \d{{4}}|(?:{MONTH}) \d{{4}}")
AMOUNT = re.compile(r"(?<![\w.,-])\d[\d,]*(?![\w,-]|\.\d)")
SIDES = {
    "Armenian": "Azerbaijani",
    "Azerbaijani": "Armenian",
    "Armenia": "Azerbaijan",
    "Azerbaijan": "Armenia",
}
SIDE = re.compile(rf"\b(?:{'|'.join(SIDES)})\b")
TURNS = {" before ": " after ", " after ": " before ", "Before ": "After ", "After ": "Before "}
# Of two that are both named, it says the same: the leaders of both, vehicles of both.
REWORDED = [
    (was, was.replace(old, new))
    for name in SETS
    for was, edit, _, old, new, _, due in edits(name)
    if due == "none" and edit not in TURNED_TOO_FAR
]


def _spliced(text: str, match: re.Match[str], new: str) -> str:
    return f"{text[: match.start()]}{new}{text[match.end() :]}"


def _amounts(text: str) -> Iterator[str]:
    dates = [range(*match.span()) for match in A_DATE.finditer(text)]
    for match in AMOUNT.finditer(text):
        if not any(match.start() in each for each in dates):
            yield _spliced(text, match, f"{int(match[0].replace(',', '')) + 10:,}")


def _months(text: str) -> Iterator[str]:
    for match in A_DATE.finditer(text):
        yield _spliced(text, match, re.sub(MONTH, lambda m: "July" if m[0] == "June" else "June", match[0]))


def _sides(text: str) -> Iterator[str]:
    for match in SIDE.finditer(text):
        yield _spliced(text, match, SIDES[match[0]])


def _negations(text: str) -> Iterator[str]:
    for match in re.finditer(r"\b(?:was|were|had|has|is|are|must)\b(?! not)", text):
        yield _spliced(text, match, f"{match[0]} not")


def _orders(text: str) -> Iterator[str]:
    for old, new in TURNS.items():
        for match in re.finditer(old, text):
            yield _spliced(text, match, new)


def _exchanged_dates(text: str) -> Iterator[str]:
    for first, last in combinations(A_DATE.finditer(text), 2):
        if first[0] != last[0]:
            yield _spliced(_spliced(text, last, first[0]), first, last[0])


def _deeds(text: str) -> Iterator[str]:
    for old, new in (
        ("killed", "injured"),
        ("said", "denied"),
        ("soldiers", "civilians"),
        ("often", "always"),
    ):
        for match in re.finditer(rf"\b{old}\b", text):
            yield _spliced(text, match, new)


@pytest.mark.parametrize(
    ("change", "least"),
    [
        (_amounts, 25),
        (_months, 60),
        (_sides, 60),
        (_negations, 80),
        (_orders, 8),
        (_exchanged_dates, 3),
        (_deeds, 20),
    ],
)
def test_a_change_in_a_sentence_that_is_put_otherwise_is_an_error(
    change: Callable[[str], Iterator[str]], least: int
) -> None:
    changed = [(was, text) for was, now in REWORDED for text in change(now)]
    assert len(changed) >= least
    mild = [
        text
        for was, text in changed
        if "error" not in {each.severity for each in compare(was, text).differences}
    ]
    assert mild == []
