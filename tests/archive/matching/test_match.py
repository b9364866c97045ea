import time

import pytest
from tests.archive.builders import caption, heading, paragraph, pull_quote, work

from letterkit.archive import Kind, Reason, Status, find, places

WORK = work(
    paragraph("In Ganja on 17 October, 21 civilians were killed and more than 50 injured, the office said."),
    heading("Attacks by\u00a0both sides"),
    pull_quote("Nobody had warned us"),
    paragraph("“The strikes were unlawfully carried out – again.\nNobody had warned us,” said Ada Brook."),
    caption("A street in Ganja © Jo Reed"),
    paragraph("The sides were unable to agree. Call [telephone masked] today."),
    item="a",
)
OTHER = work("At least 46 people had fled, the office said.", "The keys were lost.", item="b")
WORKS = (WORK, OTHER)


@pytest.mark.parametrize(
    ("quote", "block", "printed"),
    [
        ("21 civilians were killed and more than 50 injured", 0, None),
        ("Attacks by both sides", 1, "Attacks by\u00a0both sides"),
        (
            '"The strikes were unlawfully carried out - again.',
            3,
            "“The strikes were unlawfully carried out – again.",
        ),
        ("again. Nobody had warned us", 3, "again.\nNobody had warned us"),
        ("  Nobody   had\twarned us ", 3, "Nobody had warned us"),
        ("said Ada\u00a0Brook", 3, "said Ada Brook"),
    ],
)
def test_a_quote_is_found_where_it_stands(quote, block, printed):
    verdict = find(quote, WORKS, "a")
    assert verdict.status is Status.FOUND
    assert verdict.reason is None
    assert verdict.passage == verdict.passages[0]
    assert verdict.passage.block == block
    assert verdict.passage.text == (printed or quote)
    assert WORK.blocks[block].text[verdict.passage.start : verdict.passage.end] == verdict.passage.text


def test_a_place_names_the_heading_above_it():
    assert find("21 civilians", WORKS, "a").passage.heading is None
    assert find("said Ada Brook", WORKS, "a").passage.heading == "Attacks by\u00a0both sides"


def test_a_place_shows_what_stands_around_it_as_printed():
    assert find("again. Nobody", WORKS, "a").passage.context == (
        "“The strikes were unlawfully carried out – again. Nobody had warned us,” said Ada Brook."
    )


@pytest.mark.parametrize(
    "quote",
    [
        "12 civilians were killed and more than 50 injured",
        "21 civilians were Killed",
        "The sides were able to agree",
        "In Barda on 17 October, 21 civilians were killed",
        "21 civilians were killed and … 50 injured",
    ],
)
def test_a_quote_with_one_digit_letter_or_word_changed_is_not_found(quote):
    verdict = find(quote, WORKS, "a")
    assert (verdict.status, verdict.reason, verdict.passages) == (Status.NOT_FOUND, Reason.ABSENT, ())
    assert verdict.nearest is not None


def test_the_nearest_passage_says_what_differs():
    nearest = find("21 civilians were killed and at least 50 wounded", WORKS, "a").nearest
    assert nearest.passage.text == "21 civilians were killed and more than 50 injured"
    assert [(d.quote, d.source) for d in nearest.differences] == [
        ("at least", "more than"),
        ("wounded", "injured"),
    ]


@pytest.mark.parametrize(
    "quote", ["lawfully carried out", "able to agree", "1 civilians were killed", "Nobody had warn"]
)
def test_a_quote_may_not_cut_a_word_or_number(quote):
    verdict = find(quote, WORKS, "a")
    assert (verdict.status, verdict.reason) == (Status.NOT_FOUND, Reason.INSIDE_WORD)
    assert [passage.text for passage in verdict.passages] == [quote]


def test_a_quote_may_not_go_over_the_border_of_a_paragraph():
    verdict = find("the office said. Attacks by both", WORKS, "a")
    assert (verdict.status, verdict.reason) == (Status.NOT_FOUND, Reason.ACROSS_PARAGRAPHS)
    assert [(passage.block, passage.text) for passage in verdict.passages] == [(0, "the office said.")]


def test_far_from_the_ends_of_its_paragraph_a_place_shows_a_few_words_on_either_side():
    long = work(" ".join(f"word{number}" for number in range(100)))
    assert find("word50", [long]).passage.context == (
        "… word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55 word56 …"
    )


def test_words_in_a_caption_alone_are_not_found_and_the_reason_names_the_caption():
    verdict = find("A street in Ganja", WORKS, "a")
    assert (verdict.status, verdict.reason) == (Status.NOT_FOUND, Reason.NOT_QUOTABLE)
    assert [(passage.block, passage.kind) for passage in verdict.passages] == [(4, Kind.CAPTION)]


def test_a_pull_quote_does_not_make_a_quote_ambiguous():
    assert [passage.block for passage in places("Nobody had warned us", WORK)] == [3]


def test_words_at_two_places_are_ambiguous_and_both_are_named():
    verdict = find("were", WORKS, "a")
    assert (verdict.status, verdict.reason) == (Status.AMBIGUOUS, None)
    assert [passage.block for passage in verdict.passages] == [0, 3, 5]


def test_words_of_another_item_are_in_the_wrong_item():
    verdict = find("The keys were lost", WORKS, "a")
    assert (verdict.status, verdict.reason) == (Status.WRONG_ITEM, None)
    assert [(passage.item, passage.block) for passage in verdict.passages] == [("b", 1)]


def test_words_of_both_items_are_found_in_the_one_that_is_named():
    assert [find("the office said", WORKS, item).passage.item for item in "ab"] == ["a", "b"]


def test_an_unknown_item_is_said_to_be_unknown_unless_the_words_stand_elsewhere():
    assert find("no such words", WORKS, "c").reason is Reason.NO_ITEM
    assert find("The keys were lost", WORKS, "c").status is Status.WRONG_ITEM


def test_a_work_that_is_a_document_of_its_own_has_no_item():
    assert find("alone", [work("It stands alone.")]).status is Status.FOUND


def test_without_an_original_a_quote_is_unchecked():
    verdict = find("21 civilians", (), "a")
    assert (verdict.status, verdict.reason, verdict.passages) == (Status.UNCHECKED, None, ())


@pytest.mark.parametrize("quote", ["Call (202) 555-0143 today", "Call [telephone masked] today"])
def test_masked_words_are_not_quotable(quote):
    verdict = find(quote, WORKS, "a")
    assert (verdict.status, verdict.reason) == (Status.NOT_FOUND, Reason.MASKED)
    assert places(quote, WORK) == ()


@pytest.mark.parametrize("quote", ["", " \u00a0\u200b\n"])
def test_an_empty_quote_is_not_found(quote):
    assert find(quote, WORKS, "a").reason is Reason.EMPTY
    assert places(quote, WORK) == ()


def test_a_work_with_nothing_quotable_has_nothing_near():
    verdict = find("Nobody warned me", [work(pull_quote("Nobody had warned us"))])
    assert (verdict.reason, verdict.nearest) == (Reason.ABSENT, None)


def test_four_hundred_quotes_take_well_under_a_second(feed):
    quotes = [
        (" ".join(words[start : start + 12]), work.item)
        for work in feed
        for block in work.blocks
        if block.quotable
        for words in [block.text.split(" ")]
        for start in range(0, len(words) - 12, 12)
    ][:400]
    assert len(quotes) == 400
    begin = time.process_time()
    verdicts = [find(quote, feed, item) for quote, item in quotes]
    assert time.process_time() - begin < 0.5
    assert {verdict.status for verdict in verdicts} == {Status.FOUND}
