"""The notes of a letter in whatever file: whether each is there and cites what ours cites."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from letterkit.docx import record
from letterkit.library.store import Library

Titles = list[set[str]]  # what each note cites: words of a title that its full and its short form share
_REFERENCE = re.compile(r'<w:footnoteReference\b[^>]*w:id="(\d+)"')
_NOTE = re.compile(r'<w:footnote\b[^>]*w:id="(\d+)".*?</w:footnote>', re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)


def cited(letter: Path, library: Library) -> Titles:
    """Return what each note of a letter of ours cites, by the record that it carries and its library."""
    known = record.read(letter.read_bytes()) or {}
    titles = {each["id"]: _folded(each.get("title-short") or each["title"]) for each in known["csl"]}
    notes: dict[int, set[str]] = {}
    for use in known["claims"]:
        notes.setdefault(int(use["note"]), set()).add(titles[library.claims[use["id"]].source])
    return [notes[number] for number in sorted(notes)]


def lacking(path: Path, titles: Titles) -> str:
    """Say what a DOCX or PDF lacks of the notes that cite these, empty where it has them all and no more."""
    if not path.is_file():
        return "is not there"
    reading: dict[str, Callable[[Path], Iterator[str]]] = {".docx": _in_docx, ".pdf": _in_pdf}
    notes = list(map(_folded, reading[path.suffix](path)))
    if len(notes) != len(titles):
        return f"has {len(notes)} notes instead of {len(titles)}"
    wrong = [
        str(number)
        for number, (note, wanted) in enumerate(zip(notes, titles, strict=True), 1)
        if not all(title in note for title in wanted)
    ]
    return f"cites something else in note {', '.join(wrong)}" if wrong else ""


def _in_docx(path: Path) -> Iterator[str]:
    """Yield the text of each footnote that is called, in the order of the calls."""
    with zipfile.ZipFile(path) as package:
        called = _REFERENCE.findall(package.read("word/document.xml").decode())
        notes = package.read("word/footnotes.xml").decode() if called else ""
    texts = {found[1]: "".join(_TEXT.findall(found[0])) for found in _NOTE.finditer(notes)}
    return (texts.get(number, "") for number in called)


def _in_pdf(path: Path) -> Iterator[str]:
    """Yield the text from each line that begins with the next number and a publisher to the next of them."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    _, *parts = re.split(r"(?m)^\s*(\d+)\.?\s*(?=Amnesty International)", text)
    found = sorted(zip(map(int, parts[::2]), parts[1::2], strict=True))
    return (note for number, (shown, note) in enumerate(found, 1) if shown == number)


def _folded(text: str) -> str:
    return " ".join(re.sub("[\xad\ufffe]\\s*", "", text).replace("\xa0", " ").split()).casefold()
