import pytest
from tests.archive.builders import caption, paragraph, work

from letterkit.archive import explain, find

WORKS = (
    work(
        paragraph("Barda was struck on 28 October. Barda lies\nfar from the front."),
        caption("A street © Jo Reed"),
        paragraph("Write to [e-mail masked]."),
        item="a",
    ),
    work("Ganja was struck.", item="b"),
)


@pytest.mark.parametrize(
    ("quote", "message", "hint"),
    [
        ("Barda was struck", "", ""),
        (
            "Barda",
            "the quote stands at 2 places",
            "quote more: “Barda was struck on 28 October. Barda lies far …”; ",
        ),
        ("Ganja was", "the quote stands in another item: b", "cite that source: “Ganja was struck.”"),
        ("", "the quote is empty", "write the exact words of the source"),
        (
            "Write to a@example.org",
            "the quote holds a masked telephone number or e-mail address",
            "leave that out",
        ),
        (
            "the front. Write",
            "the quote goes over the border of a paragraph",
            "make two quotes of it, the first up to the end of “… struck on 28 October. Barda lies",
        ),
        (
            "arda was",
            "the quote begins or ends inside a word or number",
            "quote whole words, as printed: “Barda was struck",
        ),
        (
            "A street",
            "the quote stands only in a passage that is not quotable: caption or photo credit",
            "quote the text itself, not “A street © Jo Reed”",
        ),
        (
            "Barda lay far from the very front",
            "the quote does not stand in the source",
            "nearest passage: “Barda lies far from the front”; the source has “lies”, the quote “lay”;",
        ),
        ("xylophone", "the quote does not stand in the source", "nothing in the source is like it"),
    ],
)
def test_each_verdict_is_explained_with_what_to_do(quote, message, hint):
    said, advice = explain(find(quote, WORKS, "a"))
    assert said == message
    assert advice.startswith(hint)


def test_an_unknown_item_and_a_missing_original_are_explained():
    assert explain(find("no such words", WORKS, "c"))[0] == "the document has no item c"
    assert explain(find("Barda", ()))[0] == "the quote is unchecked: there is no original"


def test_words_that_are_lacking_and_words_that_are_added_are_told_apart():
    assert explain(find("Barda lies very far from the", WORKS, "a"))[1].endswith("; the source lacks “very”")
    assert explain(find("Barda struck on 28 October.", WORKS, "a"))[1].endswith("; the source also has “was”")


def test_of_many_differences_the_first_few_are_listed():
    source = work("We went to the dam on a day in May with the keys of a man from the town of Hill.")
    quote = "We rode to a dam on the day of May with two keys of the man at the town in Hill."
    hint = explain(find(quote, [source]))[1]
    assert hint.startswith("nearest passage: “We went to the dam")
    assert hint.count("the source") == 6
    assert hint.endswith("; …")
