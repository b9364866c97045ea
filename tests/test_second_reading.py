"""The second reading of the claims: every claim has a row, and the stated agreement is what the rows give."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from letterkit.library.disk.locate import starter
from letterkit.library.load import load

DOCS = Path(__file__).resolve().parent.parent / "docs"
COLUMNS = [
    "claim", "party_1", "certainty_1", "party_2", "certainty_2", "party_settled", "certainty_settled", "reason",
]  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (DOCS / "second-reading.tsv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        read = list(reader)
        assert reader.fieldnames == COLUMNS
    return read


@pytest.fixture(scope="module")
def claims():
    return load(starter())[0].claims


def test_every_claim_of_the_store_was_read_a_second_time(rows, claims) -> None:
    assert Counter(row["claim"] for row in rows) == Counter(list(claims))


def test_the_store_says_what_was_settled(rows, claims) -> None:
    for row in rows:
        claim = claims[row["claim"]]
        assert row["party_settled"] == (",".join(sorted(claim.parties)) or "-"), claim.id
        assert row["certainty_settled"] == claim.certainty, claim.id


def test_every_disagreement_was_settled_with_a_reason(rows) -> None:
    for row in rows:
        readings = {(row["party_1"], row["certainty_1"]), (row["party_2"], row["certainty_2"])}
        readings.add((row["party_settled"], row["certainty_settled"]))
        assert len(readings) == 1 or row["reason"], row["claim"]


@pytest.mark.parametrize("what", ["party", "certainty"])
def test_the_stated_agreement_is_the_one_that_the_rows_give(rows, what: str) -> None:
    pairs = [(row[f"{what}_1"], row[f"{what}_2"]) for row in rows]
    agreed = sum(first == second for first, second in pairs) / len(pairs)
    stated = re.search(
        rf"{what}: ([0-9.]+) % \(kappa ([0-9.]+)\)", (DOCS / "second-reading.md").read_text(encoding="utf-8")
    )
    assert stated is not None
    assert stated[1] == f"{100 * agreed:.1f}"
    assert stated[2] == f"{_kappa(pairs, agreed):.2f}"


def _kappa(pairs: list[tuple[str, str]], agreed: float) -> float:
    """Return Cohen's kappa: agreement beyond what the readers' own habits would give by chance."""
    first, second = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return (agreed - chance) / (1 - chance)
