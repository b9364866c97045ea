"""The page: where lines and pages end, and what stands where."""

import re
from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.docx.letters import two_pages
from tests.pdf.letters import DAY, draw, note, pages, short, tagged_text, words
from tests.pdf.letters import renderer as a_renderer

from letterkit.errors import LetterkitError
from letterkit.letter.model import Letter, Link, ListBlock, NoteRef, Text, lines, paragraph
from letterkit.pdf import html, notes
from letterkit.pdf.html import write_paged
from letterkit.pdf.pages import intruder, numbers

LENGTHS = pytest.mark.parametrize("length", [*range(0, 120, 15), 197, 205, 214])


def after_words(count: int, letter: Letter) -> Letter:
    """Return a letter that begins with so many words more, which moves all that follows."""
    return replace(letter, body=(paragraph("filler " * count + "ends here."), *letter.body))


def page_of(words: str, drawn: list[list[str]]) -> int:
    """Return the only page that has the words, from 0."""
    [page] = [number for number, page in enumerate(drawn) if any(words in line for line in page)]
    return page


def test_the_letter_of_the_example_fills_two_pages(tmp_path):
    assert len(pages(draw(two_pages(), tmp_path))) == 2


def test_the_running_head_is_on_every_page_but_the_first(tmp_path):
    first, *others = pages(draw(after_words(900, two_pages()), tmp_path))
    assert [page[-1] for page in others] == [
        f"Ambassador Philip T. Reeker October 21, 2020 Page {number}" for number in range(2, len(others) + 2)
    ]
    assert others
    assert not any("Page" in line for line in first)


@LENGTHS
def test_every_note_is_on_the_page_of_its_call(length, tmp_path):
    drawn = pages(draw(after_words(length, two_pages()), tmp_path))
    for number in range(1, 11):
        begins = [any(line.startswith(f"{number}. ") for line in page) for page in drawn]
        assert begins.count(True) == 1
        place = begins.index(True)
        assert re.search(rf"[a-z]\.{number}\b", " ".join(drawn[place]))


def test_a_paragraph_that_would_drive_a_note_away_begins_the_next_page(tmp_path):
    letter = after_words(205, two_pages())
    renderer = a_renderer()
    page = renderer._weasyprint.HTML(string=write_paged(letter, ()), url_fetcher=renderer._fetcher)
    plain = page.render(stylesheets=renderer._looks, font_config=renderer._fonts).pages
    assert 2 in numbers(plain[0], "call") & numbers(plain[1], "note")
    assert intruder(plain) == 4
    second = pages(draw(letter, tmp_path))[1]
    assert second[0].startswith("Across the front line")


@LENGTHS
def test_a_letter_is_laid_out_once_and_as_in_several_rounds(length, monkeypatch):
    letter, rounds = after_words(length, two_pages()), []
    monkeypatch.setattr(html, "write_paged", lambda *given: rounds.append(1) or write_paged(*given))
    once = a_renderer().write(letter, created=DAY)
    assert len(rounds) == 1
    monkeypatch.setattr(notes, "kept_with_their_calls", lambda **_: nullcontext())
    assert a_renderer().write(letter, created=DAY) == once


def test_notes_that_find_no_room_on_their_page_are_refused(tmp_path):
    letter = short(paragraph("Words.", NoteRef(1)), notes=(note(1, "word " * 1500),))
    with pytest.raises(LetterkitError, match=r"note 1 and .* take more room than the page has") as caught:
        draw(letter, tmp_path)
    assert "--notes endnotes" in caught.value.hint
    assert len(pages(draw(replace(letter, notes_kind="endnotes"), tmp_path))) == 2


def test_every_signature_of_a_coalition_is_printed(tmp_path):
    names = [f"Signatory{number}" for number in range(61)]
    letter = replace(two_pages(), signatures=tuple(lines(name, "Director") for name in names))
    drawn = words(" ".join(line for page in pages(draw(letter, tmp_path)) for line in page))
    assert [word for word in drawn if word.startswith("signatory")] == words(" ".join(names))


@LENGTHS
def test_what_belongs_together_is_on_one_page(length, tmp_path):
    drawn = pages(draw(after_words(length, two_pages()), tmp_path))
    assert page_of("we urge you", drawn) == page_of("Press both governments", drawn)
    assert page_of("Sincerely,", drawn) == page_of("[Name of signatory]", drawn)
    assert page_of("these requests with you", drawn) == page_of("Sincerely,", drawn)


@LENGTHS
def test_a_page_has_two_lines_of_a_paragraph_at_least(length, tmp_path):
    body = [paragraph(" ".join(f"{name}number{count}" for count in range(90))) for name in "abcdefgh"]
    drawn = pages(draw(after_words(length, short(*body)), tmp_path))
    for page in drawn:
        counts = Counter(line[0] for line in page if re.match("[a-h]number", line))
        assert min(counts.values()) >= 2


def test_a_call_is_on_the_line_of_the_word_before_it(tmp_path):
    ends = ["town.", "“town”", "(town)", "town—", "town"]
    body = [
        paragraph("x" * width + " word in the ", Text(end, italic=width % 2 == 0), NoteRef(77), " and on.")
        for width in range(1, 60)
        for end in ends
    ]
    drawn = pages(draw(short(*body, notes=(note(77, "A source."),)), tmp_path))
    lines = [line for page in drawn for line in page]
    assert sum("77" in line for line in lines) == len(body) + 1
    assert [line for line in lines if line.startswith("77")] == ["77. A source."]


def test_compounds_and_ranges_stay_on_one_line(tmp_path):
    body = [paragraph("x" * width + " anti-personnel October 3–4, anti‑tank" * 3) for width in range(60)]
    text = "\n".join(line for page in pages(draw(short(*body), tmp_path)) for line in page)
    assert text.count("anti-personnel") == text.count("3–4") == text.count("anti-tank") == 180


def test_an_address_breaks_at_its_hyphens_and_slashes_only(tmp_path):
    url = "https://www.example.org/en/latest/a_long.name?which=one&other=two/and-a-last,part+more;or=less"
    body = [paragraph("x" * width + " ", Link(url, (Text(url),))) for width in range(1, 60)]
    drawn = [line for page in pages(draw(short(*body), tmp_path)) for line in page]
    ends = Counter(before[-1] for before, after in pairwise(drawn) if not after.startswith(("x", "Page")))
    assert ends.keys() == {"/", "-"}


def test_nothing_sticks_out_of_the_page(tmp_path):
    url = "https://example.org/" + "x" * 300
    letter = short(paragraph("An address: ", Link(url, (Text(url),)), " and " + "y" * 300))
    assert max(len(line) for line in pages(draw(letter, tmp_path))[0]) < 110


def test_a_long_addressee_does_not_run_into_the_date(tmp_path):
    office = "Assistant Secretary of State, Bureau of European and Eurasian Affairs"
    letter = replace(two_pages(), running=(f"{office}, {office}", "May 1, 2020"))
    _, second = pages(draw(letter, tmp_path))
    assert second[-3:] == [
        f"{office}, Assistant Secretary",
        "of State, Bureau of European and Eurasian Affairs",
        "May 1, 2020 Page 2",
    ]


def test_a_list_prints_its_numbers_and_a_subject_its_re(tmp_path):
    letter = short(paragraph("We ask:"), ListBlock(lines("One", "Two"), ordered=True), subject=(Text("S"),))
    assert tagged_text(draw(letter, tmp_path))[0].split() == [
        "Re:",
        "S",
        "We",
        "ask:",
        "1.",
        "One",
        "2.",
        "Two",
    ]
