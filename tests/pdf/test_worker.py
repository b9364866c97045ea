"""The process that draws beside this one: the same bytes, the same refusals, and nothing left behind."""

import multiprocessing
import os
import signal

import pytest
from tests.docx.letters import two_pages
from tests.pdf.letters import CSS, DAY, renderer, short

from letterkit.errors import LetterkitError
from letterkit.letter.model import paragraph
from letterkit.pdf import worker
from letterkit.pdf.worker import drawing


@pytest.fixture(params=[True, False], ids=["beside", "here"])
def beside(request, monkeypatch):
    if request.param and not worker._can_fork():
        pytest.skip("this machine draws in one process")
    monkeypatch.setattr(worker, "_can_fork", lambda: request.param)
    return request.param


def test_a_letter_is_drawn_as_a_renderer_draws_it(beside):
    with drawing(CSS) as draw:
        assert len(multiprocessing.active_children()) == beside
        assert draw(two_pages(), DAY) == renderer().write(two_pages(), created=DAY)
    assert multiprocessing.active_children() == []


def test_several_letters_may_be_drawn(beside):
    letters = [short(paragraph("One.")), short(paragraph("Two."))]
    with drawing(CSS) as draw:
        drawn = [draw(letter, DAY) for letter in letters]
    assert drawn == [renderer().write(letter, created=DAY) for letter in letters]


def test_what_cannot_be_drawn_is_said_as_ever(beside):
    with (
        drawing(CSS) as draw,
        pytest.raises(LetterkitError, match="no font on this machine can print") as caught,
    ):
        draw(short(paragraph("A private sign: \U000f1234")), DAY)
    assert "fonts-noto-core" in caught.value.hint


def test_a_fault_of_the_style_sheet_comes_when_a_letter_is_drawn(beside):
    with drawing("p { colour: red }") as draw, pytest.raises(LetterkitError, match="unknown property"):
        draw(two_pages(), DAY)


def test_who_draws_nothing_waits_for_nothing(beside):
    with drawing(CSS):
        pass
    assert multiprocessing.active_children() == []


def test_an_error_beside_it_ends_the_process(beside):
    with pytest.raises(ZeroDivisionError), drawing(CSS):
        _ = 1 / 0
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_an_error_and_no_endless_wait():
    if not worker._can_fork():
        pytest.skip("this machine draws in one process")
    with drawing(CSS) as draw:
        [child] = multiprocessing.active_children()
        os.kill(child.pid, signal.SIGKILL)
        with pytest.raises(LetterkitError, match="drawing the PDF broke off"):
            draw(two_pages(), DAY)


def test_the_specimen_has_no_fault():
    assert renderer().write(worker._SPECIMEN, created=DAY).startswith(b"%PDF")
