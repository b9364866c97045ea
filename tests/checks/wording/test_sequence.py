"""Before and after, part and whole, the two ends of a span, `and` and `or`, what belongs to whom."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.compare import compare

ALTERED = [
    ("date", "He was fined after a trial.", "Before a trial he was fined."),
    ("date", "The bridge burned while they slept.", "The bridge burned after they had slept."),
    ("figure", "Two of the 22 films show a beating.", "Of the two films, 22 show a beating."),
    ("figure", "Between 5 and 20 percent of the shells fail.", "From 20 to 5 percent of the shells fail."),
    ("figure", "Men aged 18 to 55 were called up.", "Men aged 55 and over were called up."),
    ("figure", "She met 79 survivors, witnesses, and relatives.",
     "She met 79 survivors, as well as witnesses and relatives."),
    ("quantity", "The guards beat and kicked nine men.", "The guards beat or kicked nine men."),
    ("quantity", "Shells killed four men and injured nine.", "Shells killed or injured four men and nine more."),
    ("party", "His son was arrested in May.", "He and his son were arrested in May."),
    ("party", "He lost his brother's wife and his nephew.", "He lost his brother and his nephew's wife."),
    ("party", "Ana Petrova fled after attacks on her.", "Ana Petrova fled after attacks by her."),
    ("party", "The letters were obtained by police.", "The letters were obtained from police."),
    ("thing", "The treaty requires that guards be treated well.", "The treaty requires guards to treat others well."),
    ("name", "Ana Petrova, a former deputy, met Ivo Horvat, a spokesperson.",
     "Ana Petrova, a deputy, met Ivo Horvat, a former spokesperson."),
    ("negation", "The fire led to 30 successful rescues.", "The fire led to 30 unsuccessful rescues."),
    ("thing", "They have shells at hand but use rockets.", "They have rockets at hand but use shells."),
]  # fmt: skip
THE_SAME = [
    ("No school in Ganja or Barda reopened.", "None of the schools in Ganja and Barda reopened."),
    ("He was fined after a trial.", "After a trial he was fined."),
    ("Two of the 22 films show a beating.", "Of the 22 films, two show a beating."),
    ("Nine houses and two schools burned.", "Nine houses, as well as two schools, burned."),
]


@pytest.mark.parametrize(("kind", "was", "now"), ALTERED)
def test_what_comes_in_another_order_or_goes_to_another_is_an_error(kind, was, now) -> None:
    found = compare(was, now)
    assert found.status == "altered"
    assert kind in {each.kind for each in found.differences if each.severity == "error"}


@pytest.mark.parametrize(("was", "now"), THE_SAME)
def test_the_same_in_another_order_is_no_error(was, now) -> None:
    assert "error" not in {each.severity for each in compare(was, now).differences}
