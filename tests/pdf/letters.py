"""Letters to draw, and what tests read out of a drawn one."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.docx.letters import two_pages
from tests.tools import pdf_text, require_tool

from letterkit.letter.model import (
    Block,
    Heading,
    Inline,
    Letter,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Placeholder,
    Text,
    line,
    lines,
    paragraph,
)
from letterkit.pdf.pdf import Renderer

CSS = (Path(__file__).parents[2] / "templates/letters/letter.css").read_text("utf-8")
DAY = dt.date(2020, 10, 21)


@cache
def renderer() -> Renderer:
    """Return one that the tests share, as a batch does."""
    return Renderer(CSS)


def draw(letter: Letter, folder: Path, name: str = "letter.pdf") -> Path:
    """Return the file of a drawn letter."""
    path = folder / name
    path.write_bytes(renderer().write(letter, created=DAY))
    return path


def short(*blocks: Block, **parts: object) -> Letter:
    """Return a letter that has the given parts and no others."""
    empty = {"letterhead": (), "date": (), "addressees": (), "subject": (), "salutation": (), "close": ()}
    return Letter(**{**empty, "signatures": (), "body": blocks, **parts})


def note(number: int, *content: Inline | str) -> Note:
    """Return a note of inlines and plain strings."""
    return Note(number, paragraph(*content).content)


def words(text: str) -> list[str]:
    """Return the words of a text, so that what stands between them and their case do not count."""
    return re.findall(r"\w+", text.casefold())


def pages(path: Path) -> list[list[str]]:
    """Return the lines of each page as they are drawn, the running head last."""
    return [page.splitlines() for page in pdf_text(path, "-raw").split("\f")[:-1]]


def tagged_text(path: Path) -> tuple[str, str]:
    """Return what the tags of a PDF say in their order: the text of the letter, and that of its notes."""
    require_tool("pdfinfo")
    command = ["pdfinfo", "-struct-text", path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    texts: dict[bool, list[str]] = {True: [], False: []}
    note_at = None
    for row in done.stdout.splitlines():
        indent = len(row) - len(row.lstrip())
        if note_at is not None and indent <= note_at:
            note_at = None
        if row.lstrip().startswith("Note"):
            note_at = indent
        elif row.lstrip().startswith('"'):
            texts[note_at is not None].append(row.strip()[1:-1])
    return " ".join(texts[False]), " ".join(texts[True])


def crowded() -> Letter:
    """Return a letter that has every part, most of them twice."""
    letter = two_pages()
    site = (Link("https://www.example.org", (Text("www.example.org"),)),)
    return replace(
        letter,
        letterhead=(*lines("Amnesty International USA", "1 Example Avenue"), site),
        addressees=(*letter.addressees, lines("The Honorable Second Addressee", "Committee on Something")),
        body=(Heading(line("What is known")), *letter.body, ListBlock(lines("One.", "Two."), ordered=True)),
        signatures=(*letter.signatures, lines("A Second Signatory", "Director")),
        enclosures=lines("Enclosure: one report"),
        copies=lines("cc: The Secretary", "The Embassy"),
    )


LETTERS = {
    "two-pages": two_pages(),
    "endnotes": replace(two_pages(), notes_kind="endnotes"),
    "crowded": crowded(),
    "crowded-endnotes": replace(crowded(), notes_kind="endnotes"),
    "names": short(
        paragraph(
            "Əliyev Məmmədyarov, Սարգսյան, Лавров, გიორგი, Ó Súil, ",
            Placeholder("[Şərq]"),
            NoteRef(1),
        ),
        subject=line("Names"),
        notes=(note(1, "Зеленський, Ելեկ."),),
    ),
}
EVERY_LETTER = pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
