"""Small words that turn a sentence around while every other word stays."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.compare import compare

TURNED = [
    ("party", "The strike by Azerbaijani forces killed four people.", "by", "on"),
    ("party", "She spoke of killings by Azerbaijani forces.", "by", "of"),
    ("date", "The bodies were mutilated after the killings.", "after", "before"),
    ("date", "He has used a wheelchair since the war.", "since", "until"),
    ("date", "Following the ceasefire of 2020, the road was closed.", "Following", "Before"),
    ("thing", "Rockets fell in the village of Qarayusufli.", "in", "near"),
    ("thing", "Families fled from Armenia.", "from", "to"),
]
THE_SAME = [
    ("Rockets fell near the village.", "near", "close to"),
    ("The report came out before the war.", "before", "ahead of"),
    ("Rockets fell in the village.", "in", "inside"),
]
PLACES = [
    (
        "With help from the Red Cross, Gamma and Delta found the graves.",
        "With help from Delta, Gamma and the Red Cross found the graves.",
        "error",
    ),
    (
        "They lived in crowded tents and houses, or in abandoned cars.",
        "They lived in abandoned tents and houses, or in crowded cars.",
        "error",
    ),
    (
        "Older Armenians suffered torture while in Azerbaijani detention.",
        "Older Azeris were tortured while in Armenian detention.",
        "error",
    ),
    (
        "Older Armenians suffered torture in 2020 while in Azerbaijani detention.",
        "In 2020, older Armenians suffered torture while in Azerbaijani detention.",
        None,
    ),
    ("Apple sent users a warning.", "Users sent Apple a warning.", "error"),
    (
        "20 men from Ganja and 30 women from Barda fled.",
        "20 men from Barda and 30 women from Ganja fled.",
        "error",
    ),
    (
        "20 men from Ganja and 30 women from Barda fled.",
        "30 women from Barda and 20 men from Ganja fled.",
        None,
    ),
    ("In Ganja four people died in 2020.", "In 2020 four people died in Ganja.", None),
]


@pytest.mark.parametrize(("kind", "was", "old", "new"), TURNED)
def test_a_contrary_preposition_alters_the_claim(kind, was, old, new) -> None:
    found = compare(was, was.replace(f"{old} ", f"{new} ", 1))
    assert found.status == "altered"
    assert kind in {each.kind for each in found.differences if each.severity == "error"}


@pytest.mark.parametrize(("was", "old", "new"), THE_SAME)
def test_another_preposition_for_the_same_relation_is_a_rewording(was, old, new) -> None:
    found = compare(was, was.replace(f" {old} ", f" {new} ", 1))
    assert (found.status, found.differences) == ("reworded", ())


@pytest.mark.parametrize(("was", "now", "severity"), PLACES)
def test_phrases_that_changed_places_are_told_from_two_said_in_another_order(was, now, severity) -> None:
    found = compare(was, now)
    assert ("error" in {each.severity for each in found.differences}) == (severity == "error")


LISTED = [
    ("They lived without heat, water, or light.", "They lived without water, light, or heat.", "reworded"),
    ("He spoke on May 12, 2021, and left.", "He spoke on May 2021, 12, and left.", "altered"),
    ("Rockets, mines and shells were found.", "Shells, rockets and mines were found.", "reworded"),
]


@pytest.mark.parametrize(("was", "now", "status"), LISTED)
def test_a_list_may_stand_in_another_order_and_the_parts_of_a_date_may_not(was, now, status) -> None:
    assert compare(was, now).status == status


def test_a_claim_that_became_a_text_of_many_pages_is_altered_at_once() -> None:
    found = compare("Rockets fell.", "Rockets fell on a town. " * 5000)
    assert found.status == "altered"
    assert [each.severity for each in found.differences] == ["error"]
    assert "120,000 characters" in found.differences[0].text
