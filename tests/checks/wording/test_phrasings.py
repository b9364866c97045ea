"""Sentences that are turned around: act by verb and act by noun, active and passive, ages, terms and lists."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.compare import compare
from letterkit.checks.wording.phrasings import turned

SAME = [
    ("In two of the films, guards are seen burning a flag.", "Two of the films show guards burning a flag."),
    ("In two of the films, guards are seen burning a flag.",
     "In two of the films, a flag is seen being burned by guards."),
    ("Each side accused the other of lying.", "Both sides accused one another of lying."),
    ("He was sentenced to nine years in prison.", "He received a nine-year prison sentence."),
    ("A girl of nine was hurt by a shell.", "A nine-year-old girl was hurt by a shell."),
    ("Soldiers seized land and used mines.", "Land was seized and mines were used by soldiers."),
    ("The soldiers' seizure of land and use of mines broke the law.",
     "The seizure of land and use of mines by the soldiers broke the law."),
    ("They met 90 people, 42 of them teachers, in May.", "They met 90 people, including 42 teachers, in May."),
    ("Guards kick prisoners who are bound and gagged.", "Bound and gagged prisoners are kicked by guards."),
    ("He waited until the war began.", "He waited until the beginning of the war."),
    ("Shells fell in Ganja from late May to early June 2020.",
     "Shells fell in Ganja from the end of May to the beginning of June 2020."),
    ("The ceasefire of May 4, 2020, held.", "The May 4, 2020, ceasefire held."),
    ("He was held for two years and six months.", "He was held for two and a half years."),
    ("It is not permitted under the law.", "It is prohibited under the law."),
    ("Police carried out interviews with nine men.", "Police interviewed nine men."),
    ("The road connects Ganja with Barda.", "The road links Ganja and Barda."),
    ("The withdrawal of Turkey surprised them.", "Turkey's withdrawal surprised them."),
    ("Women were freed as soon as they sang.", "The moment they sang, women were freed."),
]  # fmt: skip
OTHER = [
    ("Both sides accused one another of lying.", "Both sides accused the press of lying."),
    ("Soldiers' seizure of land broke the law.", "The seizure of soldiers broke the law."),
    ("Guards kick prisoners who are bound.", "Bound guards are kicked by prisoners."),
    ("He received a nine-year prison sentence.", "He received a six-year prison sentence."),
    ("The withdrawal of Turkey surprised them.", "The withdrawal from Turkey surprised them."),
]


@pytest.mark.parametrize(("was", "now"), SAME)
def test_a_sentence_that_is_turned_around_gives_no_error(was, now) -> None:
    assert [each.text for each in compare(was, now).differences if each.severity == "error"] == []
    assert [each.text for each in compare(now, was).differences if each.severity == "error"] == []


@pytest.mark.parametrize(("was", "now"), OTHER)
def test_a_sentence_turned_into_another_is_told(was, now) -> None:
    assert compare(was, now).differences != ()


def test_what_runs_backward_stays_as_it_is() -> None:
    assert turned("men aged 55 to 18") == "men aged 55 to 18"
