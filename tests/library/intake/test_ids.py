import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.stores import source

from letterkit.library.intake.ids import LONGEST, slug, source_id, unique
from letterkit.library.model import ID

OURS = [source("amnesty-2020-10-05-cluster-bombs", publisher="Amnesty International")]


@pytest.mark.parametrize(
    ("publisher", "issued", "title", "name"),
    [
        (
            "Human Rights Watch",
            "2020-12-11",
            "Armenia: Unlawful Rocket Strikes on Azerbaijan",
            "human-rights-watch-2020-12-11-unlawful-rocket-strikes",
        ),
        (
            "Amnesty International",
            "2021-01-14T00:01:00+00:00",
            "The toll of war",
            "amnesty-2021-01-14-toll-war",
        ),
        (None, None, "Ağdam: the ruins of a town", "unknown-undated-ruins-town"),
        ("Həqiqət", "2020", "Şuşa", "heqiqet-2020-susa"),
        ("", "2020-10", "It is so", "unknown-2020-10-so"),
    ],
)
def test_an_id_says_who_when_and_what_about(publisher, issued, title, name):
    made = source_id(publisher, issued, title, (), OURS)
    assert made == name


def test_a_title_in_other_letters_gives_an_id_all_the_same():
    made = source_id("Правозащита", "2020-10-05", "Паводок в городе", (), ())
    assert re.fullmatch(r"x[0-9a-f]{6}-2020-10-05-[0-9a-f]{8}", made)


def test_a_taken_id_gets_a_number():
    assert unique("a-b", {"a-b", "a-b-2"}) == "a-b-3"
    assert unique("a", {"a.pdf"}, ".pdf") == "a-2.pdf"
    assert len(unique("x" * LONGEST, {"x" * LONGEST})) == LONGEST


@given(st.text(), st.sampled_from(["2020-10-05", "2020", "", None]), st.text(min_size=1))
def test_every_id_is_one_and_short_enough(publisher, issued, title):
    made = source_id(publisher, issued, title, (), ())
    assert ID.fullmatch(made)
    assert len(made) <= LONGEST


def test_a_slug_is_small_letters_and_digits():
    assert slug("Port-au-Prince’s “çafé” №5") == "port-au-princes-cafe-no5"
