"""Figures that are left out, where another figure then counts what they counted, and where it does not."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.compare import compare

TAKEN_OVER = [
    (
        "The blast killed nine soldiers and injured 30.",
        "The blast killed or injured nine soldiers.",
        "figure",
    ),
    (
        "The shells killed five villagers and injured more than 20 others.",
        "The shells killed or injured more than 20 villagers.",
        "figure",
    ),
    (
        "About 40 percent of pupils in Ganja and 60 percent of pupils in Barda stayed at home.",
        "About 40 percent of pupils in Ganja and Barda stayed at home.",
        "figure",
    ),
    ("Three of the 18 films show a beating.", "The 18 films show a beating.", "figure"),
    (
        "The rocket wounded a nurse and killed 12 of her patients.",
        "The rocket wounded a nurse and 12 of her patients.",
        "figure",
    ),
    ("Four guards resigned in the three months before the trial.",
     "Four guards resigned in the month before the trial.", "date"),
]  # fmt: skip
LEFT_OUT = [
    ("The blast killed nine soldiers and injured 30 villagers.", "The blast killed nine soldiers."),
    (
        "The blast killed nine soldiers and injured 30 villagers.",
        "The blast killed nine soldiers and injured villagers.",
    ),
]


@pytest.mark.parametrize(("was", "now", "kind"), TAKEN_OVER)
def test_another_figure_for_what_a_lost_one_counted_is_an_error(was, now, kind) -> None:
    found = compare(was, now)
    assert found.status == "altered"
    assert kind in {each.kind for each in found.differences if each.severity == "error"}


@pytest.mark.parametrize(("was", "now"), LEFT_OUT)
def test_a_figure_that_is_only_left_out_is_a_warning(was, now) -> None:
    found = compare(was, now)
    assert found.status == "altered"
    assert {each.severity for each in found.differences} == {"warning"}
