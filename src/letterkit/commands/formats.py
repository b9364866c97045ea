"""The formats of a letter: a table from name to the function that makes the bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from letterkit.letter.model import Letter, Line
from letterkit.library.disk.locate import template_file

Writer = Callable[[Letter, Path, date], bytes]


def _docx(letter: Letter, root: Path, day: date) -> bytes:
    from letterkit.docx.write import write

    return write(letter, template_file(root, "letterhead.docx"))


def review_docx(letter: Letter, root: Path, remarks: Mapping[str, Sequence[Line]]) -> bytes:
    """Return the DOCX with a comment on each claim that there are remarks on."""
    from letterkit.docx.write import write

    return write(letter, template_file(root, "letterhead.docx"), remarks)


def _pdf(letter: Letter, root: Path, day: date) -> bytes:
    from letterkit.pdf.pdf import write

    return write(letter, template_file(root, "letter.css").decode("utf-8"), created=day)


def _html(letter: Letter, root: Path, day: date) -> bytes:
    from letterkit.pdf.html import write

    return write(letter, template_file(root, "letter.css").decode("utf-8")).encode("utf-8")


def _md(letter: Letter, root: Path, day: date) -> bytes:
    from letterkit.letter.markdown import write

    return write(letter).encode("utf-8")


WRITERS: Mapping[str, Writer] = {"docx": _docx, "pdf": _pdf, "html": _html, "md": _md}
