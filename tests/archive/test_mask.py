import pytest

from letterkit.archive import Block, Kind, Work
from letterkit.archive.mask import is_masked, mask, masked


@pytest.mark.parametrize(
    "number",
    [
        "(202) 555-0143",
        "202-555-0143",
        "202.555.0143",
        "1-202-555-0143",
        "202\u00a0555\u20110143",
        "+1 202 555 0143",
        "+44 (0)20 7946 0000",
        "+44 20 7946 0000 ext. 12",
        "+994 12 555 01 43",
        "0044 20 7946 0000",
        "020 7946 0000",
        "050 555 01 43",
        "01 70 18 00 00",
    ],
)
def test_a_telephone_number_is_masked(number):
    assert mask(f"Please call {number}, or write.") == "Please call [telephone masked], or write."


@pytest.mark.parametrize("text", ["Tel: 555-0143", "Phone number: 5550143", "WhatsApp 55 50 14 30"])
def test_a_number_that_is_announced_as_one_is_masked_however_short(text):
    assert mask(text).endswith("[telephone masked]")
    assert not any(char.isdigit() for char in mask(text))


@pytest.mark.parametrize(
    "address",
    [
        "press@example.org",
        "first.last+news@mail.example.co.uk",
        "mailto:press@example.org",
        "PRESS@EXAMPLE.ORG",
        "[email protected]",
        "[email\u00a0protected]",
        "press [at] example [dot] org",
        "press(at)example.org",
        "press at example dot org",
        "press @ example.org",
        "press＠example.org",
        "pr\u200bess@exam\u200bple.org",
        "məhbusə@nümunə.az",
    ],
)
def test_an_e_mail_address_is_masked(address):
    assert mask(f"Write to {address}.").removesuffix(".").endswith("[e-mail masked]")
    assert "example" not in mask(f"Write to {address}.").casefold()


@pytest.mark.parametrize(
    "text",
    [
        "some 120,000 people, 1,200 a day, 27,000 children",
        "on 28 October 2020, at approximately 1.30pm local time",
        "Washington, D.C. 20520, 2201 C Street, NW",
        "from 3-5 March, 1988 to 1994, 2020-10-21, 05.10.2020, 10/12/2020",
        "a 9M55 Smerch rocket with 72 9N235 submunitions, a 122mm Grad, an M095 DPICM",
        "aged 18 and 55; between 5 and 20 per cent; 146 000 people; index EUR 55/3214/2020",
        "They met at Stepanakert at 2 pm and are at risk.",
        "Phone interviews with 16 officials",
    ],
)
def test_figures_and_dates_are_left_alone(text):
    assert mask(text) == text


def test_masking_twice_is_masking_once():
    once = mask("Call (202) 555-0143 or write to press@example.org.")
    assert mask(once) == once
    assert is_masked(once)


def test_every_text_of_a_work_is_masked():
    work = Work(None, "Ring 202-555-0143", None, (Block(Kind.CAPTION, "© a@example.org", 7),))
    assert masked(work) == Work(
        None, "Ring [telephone masked]", None, (Block(Kind.CAPTION, "© [e-mail masked]", 7),)
    )
