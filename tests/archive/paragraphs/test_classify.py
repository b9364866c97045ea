import pytest

from letterkit.archive.model import Kind
from letterkit.archive.paragraphs.classify import classify
from letterkit.archive.paragraphs.furniture import is_call_to_click, is_credit
from letterkit.archive.paragraphs.split import paragraphs

BODY = (
    "“The river rose in a night. Nobody had warned us, and nobody came,” said Ada Brook, a baker in Milltown."
)


def kinds(text: str) -> list[tuple[str, Kind]]:
    return [(block.text, block.kind) for block in classify(paragraphs(text))]


@pytest.mark.parametrize(
    "pulled",
    [
        pytest.param("Nobody had warned us, and nobody came", id="without a full stop"),
        pytest.param("The river rose in a night.", id="with a full stop"),
        pytest.param("“The river rose in a night. Nobody had warned us.”", id="in quotation marks"),
        pytest.param("The river rose in\u00a0a night", id="with a no-break space"),
        pytest.param("The river rose in a night … and nobody came", id="with words left out"),
    ],
)
@pytest.mark.parametrize(
    "speaker", ["Ada Brook", "Ada Brook, 51, a baker", "Ada van den Brook, a baker", "Ada*, 51"]
)
def test_a_pull_quote_and_its_speaker_are_not_quotable(pulled, speaker):
    text = BODY.replace("us, and", "us. And") if "us.”" in pulled else BODY
    assert kinds(f"{pulled}\n\n{speaker}\n\n{text}\n\nThe end of it.") == [
        (pulled, Kind.PULL_QUOTE),
        (speaker, Kind.ATTRIBUTION),
        (text, Kind.PARAGRAPH),
        ("The end of it.", Kind.PARAGRAPH),
    ]


def test_a_speaker_on_the_last_line_of_a_pull_quote_is_parted_from_it():
    assert kinds(f"{BODY}\n\nNobody had warned us, and nobody came.\nAda Brook")[1:] == [
        ("Nobody had warned us, and nobody came.", Kind.PULL_QUOTE),
        ("Ada Brook", Kind.ATTRIBUTION),
    ]


def test_whole_sentences_that_are_repeated_without_a_speaker_are_a_pull_quote():
    source = "The dam had not been inspected for eleven years. The keys were lost."
    pulled = "The dam had not been inspected for eleven years"
    assert kinds(f"{source}\n\n{pulled}\n\nMore.")[1] == (pulled, Kind.PULL_QUOTE)


def test_a_heading_whose_words_the_text_repeats_stays_a_heading():
    heading = "Lack of boats and of dry places to sleep"
    text = f"{heading} made the second night worse than the first."
    assert kinds(f"{heading}\n\n{text}") == [(heading, Kind.HEADING), (text, Kind.PARAGRAPH)]


def test_a_heading_after_a_pull_quote_is_no_speaker():
    pulled = "The river rose in a night"
    assert kinds(f"{BODY}\n\n{pulled}\n\nAda Brook\n\nUrban flooding\n\nIt rose.")[3] == (
        "Urban flooding",
        Kind.HEADING,
    )


def test_a_sentence_after_a_pull_quote_is_no_speaker():
    pulled = "The river rose in a night"
    assert kinds(f"{BODY}\n\n{pulled}\n\nAda Brook came back.\n\nThe end.")[2] == (
        "Ada Brook came back.",
        Kind.PARAGRAPH,
    )


def test_a_sentence_that_nothing_repeats_is_quotable_though_a_name_follows():
    assert kinds("We were alone for two days.\n\nAda Brook\n\nThe end.")[0][1] is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "credit",
    [
        "Photo by TOFIK BABAYEV/AFP via Getty Images",
        "© Amnesty International",
        "Destroyed buildings in the town of Aghdam © AFP/Getty Images",
        "An older woman in Baku, Azerbaijan © Ahmed Muxtar / Amnesty International",
        "Valery Sharifulin/TASS",
        "Where the river rose. Basemap data: OCHA, ESRI",
        "A street in Milltown\n© Jo Reed",
        "Photo: Jo Reed",
    ],
)
def test_credits_and_captions_with_credit_are_recognised(credit):
    assert is_credit(credit)


@pytest.mark.parametrize(
    "text",
    [
        "Photo and video evidence show the damage that these weapons can cause.",
        "Photographs by residents show fragments of a rocket.",
        "Radio Free Europe/Radio Liberty",
        "Armenia/Azerbaijan",
        "The work is © its author. He was later sued for it.",
        "Cluster munitions",
    ],
)
def test_text_that_resembles_a_credit_is_none(text):
    assert not is_credit(text)


@pytest.mark.parametrize(
    "text", ["A bridge\nA bridge", "A bridge\n\nA bridge", "A bridge\n\nA bridge © Jo Reed"]
)
def test_a_caption_that_is_repeated_is_one(text):
    found = kinds(f"Before it.\n\n{text}\n\nAfter it.")
    assert found[0] == ("Before it.", Kind.PARAGRAPH)
    assert {kind for _, kind in found[1:-1]} == {Kind.CAPTION}
    assert found[-1] == ("After it.", Kind.PARAGRAPH)


def test_a_paragraph_that_stands_twice_elsewhere_is_no_caption():
    assert {kind for _, kind in kinds("We ask for boats.\n\nThey sent none.\n\nWe ask for boats.")} == {
        Kind.PARAGRAPH
    }


def test_calls_to_click_are_boilerplate():
    assert is_call_to_click("To download a copy of the letter, please click here")
    assert kinds("Read more about the flood\n\nThe river rose.")[0][1] is Kind.BOILERPLATE
    assert not is_call_to_click("To see the dam is to fear it.")


@pytest.mark.parametrize(
    "text", ["‘Life in a Box’", "Background", "What must happen now?", "Attacks by Armenian forces"]
)
def test_short_lines_without_a_full_stop_are_headings(text):
    assert kinds(f"{text}\n\nThe text.")[0] == (text, Kind.HEADING)


@pytest.mark.parametrize("text", ["Among the victims were:", "He said: “No”", "The end.", "and so on,"])
def test_other_short_lines_are_not(text):
    assert kinds(f"{text}\n\nThe text.")[0] == (text, Kind.PARAGRAPH)


def test_the_last_line_heads_nothing():
    assert kinds("The text.\n\nAnd then")[1] == ("And then", Kind.PARAGRAPH)
