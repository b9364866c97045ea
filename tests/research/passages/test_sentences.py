from tests.research.works import work

from letterkit.archive import Block, Kind
from letterkit.research.passages.sentences import is_speech, printed, sentences, speeches


def test_sentences_have_their_places_and_headings():
    found = list(
        sentences(work("# Floods", "Rain fell. It fell at 2 p.m. in Mr. Brook’s field.", "- A list"))
    )
    assert [each.text for each in found] == [
        "Rain fell.",
        "It fell at 2 p.m. in Mr. Brook's field.",
        "A list",
    ]
    assert [each.heading for each in found] == ["Floods"] * 3
    assert [each.first for each in found] == [True, False, True]


def test_only_running_text_has_sentences():
    blocks = [Block(kind, "Words that stand here.") for kind in Kind]
    kinds = [blocks[each.block].kind for each in sentences(work(*blocks))]
    assert kinds == [Kind.PARAGRAPH, Kind.BULLET, Kind.NOTE]


def test_a_dateline_is_no_part_of_the_first_sentence():
    found = next(sentences(work("(Lisbon, May 14, 2024) – Guards beat people. They fled.")))
    assert found.text == "Guards beat people."
    assert next(sentences(work("(Some) people came."))).text == "(Some) people came."


def test_a_sentence_is_printed_as_its_source_has_it():
    found = work("“We left  at once.\nNobody stayed,” said Ada Brook.")
    first, second = sentences(found)
    assert printed(found, first) == "We left at once."
    assert printed(found, second) == "Nobody stayed,” said Ada Brook."


def test_direct_speech_has_five_words_or_more_and_may_go_on():
    paragraph = 'She said: "We left at once with nothing." A "term" is none. "And this goes on and on'
    assert [paragraph[start:end] for start, end in speeches(paragraph)] == [
        "We left at once with nothing.",
        "And this goes on and on",
    ]


def test_a_sentence_that_only_quotes_is_no_speech():
    found = work("“We left at once with all of them. We fled.” It is “a state of things that nobody wants”.")
    assert [is_speech(each) for each in sentences(found)] == [True, True, False]
