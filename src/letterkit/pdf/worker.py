"""A process beside this one that draws a letter: it gets ready while the letter is still read and checked.

Half of the time that a single PDF takes is WeasyPrint's start.  Threads would not help, and Pango spoils its
memory in them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from letterkit.errors import LetterkitError
from letterkit.letter.model import Heading, Letter, ListBlock, Note, NoteRef, Text, line, lines, paragraph

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Draw = Callable[[Letter, date], bytes]

# Has something of everything, so that nothing has to be prepared when the real letter comes.
_SPECIMEN = Letter(
    lines("A", "b"),
    line("c"),
    (lines("d"),),
    line("e"),
    line("f"),
    (paragraph("g", Text("h", italic=True), NoteRef(1)), Heading(line("i")), ListBlock(lines("j"))),
    line("k"),
    (lines("l"),),
    notes=(Note(1, line("m")),),
    running=("n",),
)
_DAY = date(2020, 1, 1)


@contextmanager
def drawing(css: str) -> Iterator[Draw]:
    """Give a function that draws letters in the look of a style sheet, as `pdf.write` does.

    It works in another process where that saves time.  The function may raise LetterkitError.
    """
    if not _can_fork():
        yield lambda letter, day: _draw_here(css, letter, day)
        return
    import multiprocessing

    context = multiprocessing.get_context("fork")
    near, far = context.Pipe()
    process = context.Process(target=_serve, args=(far, near, css), daemon=True)
    process.start()
    far.close()
    try:
        yield lambda letter, day: _ask(near, letter, day)
    finally:
        near.close()
        process.kill()
        process.join()


def _can_fork() -> bool:
    """Say whether a process can begin as a copy of this one, and has a processor to run on."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _draw_here(css: str, letter: Letter, day: date) -> bytes:
    from letterkit.pdf.pdf import write

    return write(letter, css, created=day)


def _ask(pipe: Connection, letter: Letter, day: date) -> bytes:
    try:
        pipe.send((letter, day))
        answer = pipe.recv()
    except (EOFError, OSError) as error:
        raise LetterkitError("drawing the PDF broke off", "run the command again") from error
    if isinstance(answer, Exception):
        raise answer
    return bytes(answer)


def _serve(pipe: Connection, other: Connection, css: str) -> None:
    """Draw the letters that come through a pipe, until it ends; faults go back through it as well."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what interrupts the command ends it, and it ends this
    other.close()
    try:
        draw = _prepared(css)
    except LetterkitError as error:
        draw = _refusing(error)
    while True:
        try:
            letter, day = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(draw, letter, day))


def _answer(draw: Draw, letter: Letter, day: date) -> bytes | Exception:
    try:
        return draw(letter, day)
    except Exception as error:  # noqa: BLE001 - the command reports it, as if it had been its own
        return error


def _prepared(css: str) -> Draw:
    from letterkit.pdf.pdf import Renderer

    renderer = Renderer(css)
    renderer.write(_SPECIMEN, created=_DAY)
    return lambda letter, day: renderer.write(letter, created=day)


def _refusing(error: LetterkitError) -> Draw:
    def draw(_letter: Letter, _day: date) -> bytes:
        raise error

    return draw
