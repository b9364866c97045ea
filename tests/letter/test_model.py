from dataclasses import FrozenInstanceError, replace

import pytest

from letterkit.letter import model
from letterkit.letter.model import (
    Claim,
    Heading,
    Letter,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Placeholder,
    Text,
    block_lines,
    body_words,
    letter_lines,
    line,
    lines,
    paragraph,
    plain,
    walk,
)

EMPTY = Letter((), (), (), (), (), (), (), ())


def test_a_line_of_text_is_one_text_and_an_empty_line_is_empty():
    assert line("October 21, 2020") == (Text("October 21, 2020"),)
    assert line("") == ()
    assert lines("a", "", "b") == ((Text("a"),), (), (Text("b"),))


def test_a_paragraph_takes_strings_and_inlines():
    assert paragraph("So ", Text("it", italic=True), NoteRef(1)) == Paragraph(
        (Text("So "), Text("it", italic=True), NoteRef(1))
    )


def test_the_words_of_a_line_are_those_of_everything_in_it_but_the_calls_of_notes():
    content = (
        Text("See "),
        Claim("abc", (Text("a fact in "), Placeholder("[city]"), Link("https://x.org", (Text(" here"),)))),
        NoteRef(12),
        Text("."),
    )
    assert plain(content) == "See a fact in [city] here."
    assert plain(()) == ""


def test_walking_yields_containers_before_what_they_hold():
    text, link = Text("here"), Link("https://x.org", (Text("here"),))
    claim = Claim("abc", (link, Placeholder("[x]")))
    assert list(walk((text, claim, NoteRef(1)))) == [text, claim, link, text, Placeholder("[x]"), NoteRef(1)]


def test_the_lines_of_blocks_come_one_for_each_paragraph_heading_and_item():
    blocks = (
        Paragraph(line("a")),
        ListBlock((line("b"), line("c")), ordered=True),
        Heading(line("d"), 3),
        ListBlock(()),
    )
    assert [plain(content) for content in block_lines(blocks)] == ["a", "b", "c", "d"]


def test_the_lines_of_a_letter_come_in_the_order_of_the_page():
    letter = Letter(
        letterhead=lines("sender", "street"),
        date=line("date"),
        addressees=(lines("first", "office"), lines("second")),
        subject=line("subject"),
        salutation=line("salutation"),
        body=(paragraph("body"),),
        close=line("close"),
        signatures=(lines("signature"), lines("another")),
        delivery=line("delivery"),
        enclosures=lines("enclosure"),
        copies=lines("copy"),
        running=("never",),
    )
    assert " ".join(plain(content) for content in letter_lines(letter)) == (
        "sender street date delivery first office second subject salutation body close signature another "
        "enclosure copy"
    )


def test_a_letter_without_delivery_has_no_line_for_it():
    assert len(list(letter_lines(EMPTY))) == len(list(letter_lines(replace(EMPTY, delivery=line("x"))))) - 1


def test_words_are_counted_between_salutation_and_close_as_a_word_processor_does():
    body = (
        paragraph("On October\u00a05,\u00a02020, two words", NoteRef(1), " — and a dash"),
        ListBlock((line("one"), line("two-part word"))),
    )
    assert body_words(replace(EMPTY, body=body, subject=line("not these"))) == 13
    assert body_words(EMPTY) == 0


def test_title_and_author_are_the_subject_and_the_first_line_of_the_letterhead():
    letter = replace(
        EMPTY, subject=(Text("Re "), Text("mines", italic=True)), letterhead=lines("Sender", "Street")
    )
    assert (letter.title, letter.author) == ("Re mines", "Sender")
    assert (EMPTY.title, EMPTY.author) == ("Letter", "")


def test_letters_are_values():
    assert Letter((), (), (), (), (), (), (), ()) == EMPTY
    assert EMPTY.record == {}
    with pytest.raises(FrozenInstanceError):
        EMPTY.date = line("x")


def test_the_model_imports_nothing_of_ours():
    ours = [
        name
        for name, value in vars(model).items()
        if getattr(value, "__module__", "").startswith("letterkit")
    ]
    assert {vars(model)[name].__module__ for name in ours} == {"letterkit.letter.model"}
