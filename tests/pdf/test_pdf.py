"""The PDF as a file: what it declares, carries and links, and what judges say of it."""

import datetime as dt
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from tests.docx.letters import BOMBS, SALVOS, two_pages
from tests.pdf.letters import CSS, DAY, EVERY_LETTER, draw, note, short
from tests.tools import outloud
from tests.verapdf import validate

from letterkit.letter.model import Heading, NoteRef, line, paragraph
from letterkit.pdf import pdf


@pytest.fixture
def drawn(tmp_path):
    with pikepdf.open(draw(two_pages(), tmp_path)) as file:
        yield file


def tags(element: pikepdf.Object, inside: str = "") -> list[str]:
    """Return the tags under an element, each with the one that it stands in."""
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return []
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    name = str(element.S)
    return [inside + name, *(tag for kid in kids for tag in tags(kid, name))]


def change(source: Path, how) -> Path:
    """Return the file after a change, for a judge to find."""
    target = source.with_stem("changed")
    with pikepdf.open(source) as file:
        how(file)
        file.save(target)
    return target


def drop_ua(file: pikepdf.Pdf) -> None:
    metadata = file.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b'pdfuaid:part="1"', b""))


def drop_note_ids(file: pikepdf.Pdf) -> None:
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Note":
            del each["/ID"]


def drop_fonts(file: pikepdf.Pdf) -> None:
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each:
            del each["/FontFile2"]


@EVERY_LETTER
def test_a_pdf_is_accessible_and_archivable(letter, tmp_path):
    path = draw(letter, tmp_path)
    assert validate(path, "ua1") == []
    assert validate(path, "3a") == []
    assert outloud(path, least="warning") == []


@pytest.mark.parametrize(
    ("how", "profile", "rule"),
    [(drop_ua, "ua1", "5-1"), (drop_note_ids, "ua1", "7.9-1"), (drop_fonts, "3a", "6.2.11.4.1-1")],
)
def test_the_judges_see_what_is_broken(how, profile, rule, tmp_path):
    changed = change(draw(two_pages(), tmp_path), how)
    assert rule in [failure.rule for failure in validate(changed, profile)]


def test_the_file_says_what_it_is(drawn):
    letter = two_pages()
    assert str(drawn.docinfo.Title) == letter.title
    assert str(drawn.docinfo.Author) == "Amnesty International USA"
    assert str(drawn.docinfo.Creator) == "letterkit"
    assert str(drawn.docinfo.CreationDate) == "D:20201021"
    assert str(drawn.Root.Lang) == "en-US"
    with drawn.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata["dc:title"] == letter.title
        assert metadata["xmp:CreateDate"] == "2020-10-21"


def test_the_sources_are_attached(drawn):
    attached = drawn.attachments["sources.csl.json"]
    assert json.loads(attached.get_file().read_bytes()) == two_pages().record["csl"]
    assert attached.relationship == "/Supplement"
    assert attached.get_file().mime_type == "application/json"
    assert attached.get_file().mod_date.date() == DAY


def test_a_letter_without_sources_has_nothing_attached(tmp_path):
    with pikepdf.open(draw(short(paragraph("Words.")), tmp_path)) as file:
        assert list(file.attachments) == []


def test_every_font_is_embedded_and_no_glyph_is_missing(tmp_path):
    letter = short(paragraph("Əliyev, Məmmədyarov, Սարգսյան, Лавров, გიორგი, محمد بن سلمان, №, ‑, ≤, €"))
    with pikepdf.open(draw(letter, tmp_path)) as file:
        fonts = [
            each for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each
        ]
        assert {"/FontFile2" in each for each in fonts} == {True}
        assert any("Letterkit-Noto-Serif" in str(each.FontName) for each in fonts)
        for page in file.pages:
            codes = [
                bytes(part)[at : at + 2]
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) in {"Tj", "TJ"}
                for part in (operands[0] if str(operator) == "TJ" else operands)
                if isinstance(part, pikepdf.String)
                for at in range(0, len(bytes(part)), 2)
            ]
            assert codes
            assert b"\0\0" not in codes


def test_links_lead_to_sources_and_between_calls_and_notes(drawn):
    links = [each for page in drawn.pages for each in page.get("/Annots", [])]
    assert {str(each.A.URI) for each in links if "/A" in each} == {SALVOS, BOMBS}
    ends = Counter(str(each.Dest) for each in links if "/Dest" in each)
    names = {str(each) for each in list(drawn.Root.Names.Dests.Names)[::2]}
    expected = {f"{end}-{number}" for end in ("call", "note") for number in range(1, 11)}
    assert set(ends) == expected
    assert expected <= names
    assert set(ends.values()) == {1}


def test_tags_tell_calls_notes_and_lists(drawn):
    counts = Counter(tags(drawn.Root.StructTreeRoot.K[0]))
    assert counts["/NonStruct/Note"] == counts["/Note/Lbl"] == 10
    assert sum(number for tag, number in counts.items() if tag.endswith("/Reference")) == 10
    assert counts["/Reference/Link"] == 10
    assert counts["/L/LI"] == counts["/LI/Lbl"] == 5
    assert sum(number for tag, number in counts.items() if tag.endswith("/H1")) == 1


def test_headings_of_the_body_come_below_the_subject(tmp_path):
    letter = replace(two_pages(), body=(Heading(line("Law"), 3), *two_pages().body))
    path = draw(letter, tmp_path)
    with pikepdf.open(path) as file:
        assert [str(each.title) for each in file.open_outline().root] == [f"Re: {letter.title}"]
    assert validate(path, "ua1") == []


def test_a_letter_without_a_subject_begins_with_the_first_of_its_headings(tmp_path):
    path = draw(short(Heading(line("Law"), 3), paragraph("Words."), Heading(line("More"))), tmp_path)
    with pikepdf.open(path) as file:
        assert Counter(tags(file.Root.StructTreeRoot.K[0]))["/Part/H1"] == 1
    assert validate(path, "ua1") == []


def test_a_note_of_the_subject_stays_out_of_the_outline(tmp_path):
    letter = short(subject=(*line("A subject"), NoteRef(1)), notes=(note(1, "A source."),))
    path = draw(letter, tmp_path)
    with pikepdf.open(path) as file:
        assert [str(each.title) for each in file.open_outline().root] == ["Re: A subject\u20601"]
    assert validate(path, "ua1") == []


def test_one_letter_and_many_give_the_same_bytes(tmp_path):
    letters = [two_pages(), short(paragraph("Words."))]
    many = [draw(letter, tmp_path).read_bytes() for letter in letters]
    assert many == [pdf.write(letter, CSS, created=DAY) for letter in letters]


def test_the_day_is_in_the_file(tmp_path):
    letter = short(paragraph("Words."))
    assert pdf.write(letter, CSS, created=DAY) != pdf.write(letter, CSS, created=DAY + dt.timedelta(1))
