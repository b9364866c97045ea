"""Notes are laid out once each, and stand as if they had been laid out together."""

import pytest
from tests.docx.letters import two_pages
from tests.pdf.letters import CSS, DAY
from tests.pdf.test_look import after_words

from letterkit.pdf import notes
from letterkit.pdf.notes import _Height, _together
from letterkit.pdf.pdf import Renderer

# What a library's own style sheet may say of notes, and whether their heights can then be added.
ADDED = {
    "margins that meet": ".footnote { margin: 7pt 0 3pt }",
    "no margins": ".footnote { margin: 0 }",
    "no line above": "@page { @footnote { border: none; padding: 0 } }",
    "a frame": ".footnote { border: 1pt solid; padding: 3pt }",
    "another size": ".footnote { font-size: 7pt; line-height: 17pt }",
}
NOT_ADDED = {
    "margins below zero": ".footnote { margin: 0 0 -2pt }",
    "room for a few": "@page { @footnote { max-height: 60pt } }",
}


def drawn(css: str, length: int = 0, *, added: bool = True) -> tuple[bytes, bool]:
    """Return a letter's PDF, and whether the heights of its notes were added."""
    renderer = Renderer(css)
    renderer._notes_added = added
    return renderer.write(after_words(length, two_pages()), created=DAY), renderer._notes_added


@pytest.mark.parametrize("length", [0, 45, 105, 197, 214])
def test_a_letter_looks_as_if_its_notes_had_been_laid_out_together(length):
    assert drawn(CSS, length) == (drawn(CSS, length, added=False)[0], True)


@pytest.mark.parametrize("css", ADDED.values(), ids=ADDED)
def test_heights_are_added_whatever_margins_notes_have(css):
    assert drawn(CSS + css) == (drawn(CSS + css, added=False)[0], True)


@pytest.mark.parametrize("css", NOT_ADDED.values(), ids=NOT_ADDED)
def test_notes_whose_heights_do_not_add_up_are_laid_out_together(css):
    assert drawn(CSS + css) == (drawn(CSS + css, added=False)[0], False)


def test_each_note_is_laid_out_once_for_its_page(monkeypatch):
    laid = []
    alone = notes._alone
    monkeypatch.setattr(notes, "_alone", lambda *given: laid.append(given[-1]) or alone(*given))
    Renderer(CSS).write(two_pages(), created=DAY)
    assert len(laid) == len(set(laid)) == len(two_pages().notes)


def test_of_two_margins_that_meet_the_larger_one_counts():
    first, second = _Height(10, 1, 4, 1, 0), _Height(20, 6, 2, 6, 2)
    assert _together([]) == 0
    assert _together([first]) == 11
    assert _together([first, second]) == 1 + 10 + 6 + 20 + 2
    assert _together([second, first]) == 6 + 20 + 2 + 10 + 0
