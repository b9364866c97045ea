"""The PDF of an edited letter: every word and note of it, the sources still cited, and nothing that hides."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from tests.commands.letters import COLLEAGUE, drafted, edit, holds, letterkit, retyped
from tests.docx.letters import LOOK
from tests.docx.reading import changed, members
from tests.pdf.letters import tagged_text, words
from tests.pdf.test_words import html_words
from tests.pictures import pictures
from tests.tools import libreoffice, outloud, pdf_text
from tests.verapdf import validate

from letterkit.docx.read import read
from letterkit.docx.write import write
from letterkit.letter.model import Letter, Link, Note, plain, walk
from letterkit.pdf.sources import still_cited

DAYS = ("2020-10-21", "2020-10-30", "2021-02-01")
SECRET = "Words that nobody outside may read"
GREETING = "Dear Assistant Secretary:"


@pytest.fixture
def letter(tmp_path):
    """Return the file of the letter of February 2021, to be edited."""
    path = tmp_path / "letter.docx"
    path.write_bytes(drafted("2021-02-01")[0])
    return path


def pdf_of(path: Path) -> Path:
    """Return the PDF that `letterkit pdf` makes of a letter."""
    return Path(letterkit("pdf", path).strip())


# Every word.


@pytest.mark.parametrize(
    ("day", "formats"), [*zip(DAYS, (("docx",), ("odt", "docx"), ("doc", "docx")), strict=True)]
)
def test_a_letter_that_libreoffice_has_saved_gives_the_words_of_the_direct_pdf(tmp_path, day, formats):
    docx, directly = drafted(day)
    path = tmp_path / "letter.docx"
    path.write_bytes(docx)
    (tmp_path / "direct.pdf").write_bytes(directly)
    for each in formats:
        path = libreoffice(path, each)
    made = pdf_of(path)
    assert tagged_text(made) == tagged_text(tmp_path / "direct.pdf")
    assert pdf_text(made) == pdf_text(tmp_path / "direct.pdf")


def test_what_was_typed_in_text_and_notes_is_all_there_in_its_order(letter):
    edit(letter, retyped, GREETING, "Dear Madam Assistant Secretary:")
    edit(letter, retyped, "I write for", "I write, with respect and at some length, for")
    edit(
        letter,
        changed,
        "word/footnotes.xml",
        ("Scores of civilians killed,", "Scores of civilians killed (corrected),"),
    )
    made = pdf_of(letter)
    text, notes = tagged_text(made)
    shown = read(letter.read_bytes())[0]
    html_text, html_notes = html_words(shown)
    assert (words(text), words(notes)) == (html_text, html_notes)
    assert "Dear Madam Assistant Secretary: I write, with respect and at some length, for" in text
    assert notes.count("(corrected)") == plain(part for note in shown.notes for part in note.content).count(
        "(corrected)"
    )
    assert validate(made, "ua1") == []
    assert validate(made, "3a") == []
    assert outloud(made, least="warning") == []


def test_every_note_keeps_its_number_and_its_links(letter):
    shown = read(letter.read_bytes())[0]
    with pikepdf.open(pdf_of(letter)) as file:
        links = [each for page in file.pages for each in page.get("/Annots", [])]
    ends = {str(each.Dest) for each in links if "/Dest" in each}
    assert {f"note-{note.number}" for note in shown.notes} <= ends
    addresses = {part.url for note in shown.notes for part in walk(note.content) if isinstance(part, Link)}
    assert {str(each.A.URI) for each in links if "/A" in each} == addresses


def test_endnotes_stay_at_the_end(tmp_path):
    docx, directly = drafted("2021-02-01", "--notes", "endnotes")
    path = tmp_path / "letter.docx"
    path.write_bytes(docx)
    assert pdf_of(path).read_bytes() == directly


# The copy for the fact-checker.


def test_comments_never_reach_the_pdf(tmp_path):
    asked = (
        "draft",
        "--to",
        "state-dept",
        "--topic",
        "cluster-munitions",
        "--date",
        "2021-02-01",
        "--review",
    )
    path = Path(letterkit(*asked, "--out", tmp_path / "letter.docx").strip())
    edit(path, changed, "word/comments.xml", ('w:author="letterkit"', f'w:author="{COLLEAGUE}"'))
    edit(path, changed, "word/comments.xml", ("Who says so: ", f"{SECRET}: "))
    made = pdf_of(path)
    assert not holds(made, SECRET, COLLEAGUE, "Certainty: ")
    assert made.read_bytes() == drafted("2021-02-01")[1]


# The sources still cited.


def attached(path: Path) -> list[str]:
    with pikepdf.open(path) as file:
        if "sources.csl.json" not in file.attachments:
            return []
        sources = file.attachments["sources.csl.json"].get_file().read_bytes()
    return [each["id"] for each in json.loads(sources)]


def test_the_sources_still_cited_are_attached(letter):
    record = read(letter.read_bytes())[0].record
    assert attached(pdf_of(letter)) == [each["id"] for each in record["csl"]]


def test_a_source_whose_only_note_was_taken_out_is_no_longer_attached(letter):
    shown = read(letter.read_bytes())[0]
    number, left = next(
        (note.number, names)
        for note in shown.notes
        if (names := cited_without(shown, note)) != [each["id"] for each in shown.record["csl"]]
    )
    call = re.search(
        rf"<w:r>(?:(?!<w:r>).)*<w:footnoteReference w:id=\"{number}\"/></w:r>",
        members(letter.read_bytes())["word/document.xml"].decode(),
    )
    edit(letter, retyped, call[0], "")
    allowed = ("--allow", "claim-uncited")
    assert attached(Path(letterkit("pdf", letter, *allowed).strip())) == left


def cited_without(shown: Letter, note: Note) -> list[str]:
    rest = tuple(each for each in shown.notes if each is not note)
    return [each["id"] for each in still_cited(replace(shown, notes=rest))]


def test_a_letter_without_its_record_has_no_sources_attached(letter):
    edit(letter, changed, "customXml/item1.xml", ("<record", "<gone"), ("</record>", "</gone>"))
    edit(letter, changed, "docProps/custom.xml", ("letterkit-", "other-"))
    assert attached(pdf_of(letter)) == []


# Pictures.


def test_pictures_are_kept_with_their_text(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(write(replace(read(drafted("2021-02-01")[0])[0], pictures=pictures()), LOOK))
    made = pdf_of(path)
    assert validate(made, "ua1") == []
    assert validate(made, "3a") == []
    assert outloud(made, least="warning") == []
    assert all(holds(made, each.alternative) for each in pictures() if each.spot != "running")
