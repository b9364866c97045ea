"""Who did it, whether it was done, and what somebody or something is called."""

from __future__ import annotations

import pytest

from letterkit.checks.wording.compare import compare

ALTERED = [
    ("The list was drawn up by a police informer.", "The list was drawn up by the police, an informer."),
    ("Nine men were chosen for arrest by the ministry.", "Nine men were arrested by the ministry."),
    ("The two men were fined and released.", "The two men were beaten and released."),
    ("Guards kicked him at the gate.", "Guards saw others kick him at the gate."),
    (
        "The camp was run by the Azerbaijani authorities.",
        "The camp was run by the Azerbaijani opposition.",
    ),
    ("Prisoners are protected, the wounded included.", "Prisoners are protected, the wounded excepted."),
    (
        "Ana Petrova, a plumber, told Amnesty International of the fire.",
        "Ana Petrova, a carpenter, told Amnesty International of the fire.",
    ),
    ("Rockets fell on the disputed district.", "Rockets fell on the district."),
]
THE_SAME = [
    (
        "The film does not show a face, but experts confirmed where it was made.",
        "Although the film does not show a face, experts confirmed where it was made.",
    ),
    ("Two out of every five pupils stayed at home.", "Two in five pupils stayed at home."),
    ("The road stayed closed, since it was mined.", "The road stayed closed, because it was mined."),
    ("More than half a million people fled.", "More than 500,000 people fled."),
    ("Of the 18 films that experts analyzed, three show a beating.",
     "Three of the 18 films that experts analyzed show a beating."),
    ("The shells left three guards dead and nine injured.", "The shells killed three guards and injured nine."),
    (
        "The treaty requires one guard for every 20 prisoners.",
        "The treaty requires one guard per 20 prisoners.",
    ),
    ("He was sentenced to two years and six months in prison.",
     "He was sentenced to two years and six months’ imprisonment."),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now"), ALTERED)
def test_somebody_else_or_something_more_is_an_error(was, now) -> None:
    found = compare(was, now)
    assert found.status == "altered"
    assert "error" in {each.severity for each in found.differences}


@pytest.mark.parametrize(("was", "now"), THE_SAME)
def test_the_same_in_other_words_is_reworded(was, now) -> None:
    found = compare(was, now)
    assert (found.status, found.differences) == ("reworded", ())
