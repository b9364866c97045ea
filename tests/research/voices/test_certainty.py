import pytest
from tests.research.works import PUBLISHER, alone

from letterkit.research.voices.certainty import certainty, is_call, role
from letterkit.research.voices.speakers import Speaker

OWN = Speaker(PUBLISHER, own=True)
STAFF = Speaker("Ben Field", "Director at Example Watch", staff=True, verb="said")
WITNESS = Speaker("Ada Brook", "a nurse", verb="told")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Experts verified photographs of 14 mines.", "verified"),
        ("Guards beat twelve people on 3 May.", "documented"),
        ("There is clear evidence that they did so.", "strong-evidence"),
        ("They appear to have been fired from the hill.", "apparent"),
        ("He was most likely a farmer.", "apparent"),
        ("Protesters are widely believed to be paid.", "widely-believed"),
        ("An estimated 18,000 people have fled.", "estimated"),
        ("The experts were unable to verify the number.", "unverified"),
        ("Parties are prohibited from doing so under the Convention.", "legal-norm"),
        ("The strikes violated international law.", "legal-finding"),
        ("The authorities must clear the fields.", "call"),
        ("Example Watch is calling on all sides to stop.", "call"),
        ("The text will open for signature in June.", "forecast"),
    ],
)
def test_what_the_publisher_says_is_as_sure_as_its_words(text: str, expected: str):
    assert certainty(alone(text), OWN) == expected


def test_the_weaker_of_two_hedges_counts():
    text = "According to reports, they appear to have been fired from the hill."
    assert certainty(alone(text), OWN) == "reported"


def test_what_stands_under_background_is_background():
    assert certainty(alone("He is a political opponent.", "Background"), OWN) == "background"


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (WITNESS, "testimony"),
        (Speaker("Several health workers", verb="told"), "testimony"),
        (Speaker("Ministry of Health", verb="said"), "reported"),
        (Speaker("activists", verb="reported"), "reported"),
        (STAFF, "opinion"),
    ],
)
def test_the_word_of_others_is_theirs(speaker: Speaker, expected: str):
    assert certainty(alone("The water came at night."), speaker) == expected


def test_a_spokesperson_may_state_the_law():
    assert certainty(alone("This is a violation of the laws of war."), STAFF) == "legal-finding"


@pytest.mark.parametrize(
    "text",
    [
        "Prisoners must at all times be humanely treated.",
        "The man must have faced three proceedings.",
        "They chanted slogans that called for his release.",
    ],
)
def test_not_every_must_is_a_call(text: str):
    assert not is_call(text)


@pytest.mark.parametrize(
    ("sure", "speaker", "dated", "expected"),
    [
        ("call", OWN, False, "call"),
        ("testimony", WITNESS, False, "testimony"),
        ("legal-norm", OWN, False, "law"),
        ("background", OWN, True, "context"),
        ("opinion", STAFF, True, "pattern"),
        ("documented", OWN, True, "evidence"),
        ("reported", Speaker("army", verb="denied"), False, "response"),
    ],
)
def test_the_role_follows_from_what_is_said(sure, speaker, dated, expected):
    text = "The army denied it." if expected == "response" else "It was so."
    assert role(text, sure, speaker, dated=dated, counted=False) == expected
