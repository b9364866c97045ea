import pytest
from tests.research.works import LOWLAND, UPLAND

from letterkit.research.matter.parties import parties


def named(text: str, *, is_call: bool = False) -> tuple[str, ...]:
    return parties(text, (LOWLAND, UPLAND), is_call=is_call)


@pytest.mark.parametrize(
    "text",
    [
        "Lowlandic forces fired rockets into the city.",
        "Mines laid by Lowlandic soldiers killed seven.",
        "Weapons appear to have been fired by Lowlandic forces.",
        "On 1 May, Lowland closed the border.",
        "Lowlandic border guards have beaten people.",
        "It is said that the Lowlandic military deliberately struck a clinic.",
    ],
)
def test_a_party_that_acts_is_named(text: str):
    assert named(text) == ("lowland",)


@pytest.mark.parametrize(
    "text",
    [
        "A Lowlandic border guard was killed.",
        "Strikes hit towns in Lowland.",
        "Lowland said that it had laid no mines.",
        "Lowland reported that a town was struck.",
        "Fighting broke out between Lowland and Upland.",
        "Weapons sold to Lowlandic forces were found.",
        "A former Lowlandic soldier agreed.",
        "Lowland’s farmers suffer.",
        "Rockets were fired into the city.",
    ],
)
def test_a_party_that_is_only_mentioned_is_not(text: str):
    assert named(text) == ()


def test_a_call_names_whom_it_asks():
    assert named("Example Watch is calling on both Lowland and Upland to join.", is_call=True) == (
        "lowland",
        "upland",
    )
    assert named("The Uplandic authorities must investigate.", is_call=True) == ("upland",)
    assert named("States should stop selling arms.", is_call=True) == ()


def test_a_library_without_parties_names_none():
    assert parties("Lowlandic forces fired.", ()) == ()
