"""Pictures in a DOCX: written where they belong, read back, and refused where a letter has none."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from tests.docx.letters import LOOK, bracketed, letter, two_pages
from tests.docx.reading import changed, faults, members, part
from tests.pictures import jpeg, pictures, png
from tests.tools import libreoffice, ooxml_integrity, openxml_audit

from letterkit.docx.read import letter_of, read, read_document
from letterkit.docx.reading.shapes import reshaped
from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.letter.model import Letter, Picture, line, lines, paragraph

SHOWN = replace(two_pages(), pictures=pictures())
DOCUMENT = "word/document.xml"
CROPPED = "cropped, and what was cropped off is still in the file"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("pictures") / "letter.docx"
    path.write_bytes(write(SHOWN, LOOK))
    return path


def said(data: bytes) -> list[tuple[str, str, str]]:
    """Return rule, severity and message of what there is to say about the pictures of a file."""
    document = read_document(data)
    found = [*letter_of(document)[1], *reshaped(data, document)]
    return [(each.rule, each.severity, each.message) for each in found if each.rule.startswith("picture")]


def test_pictures_are_read_as_they_were_written(file):
    assert read(file.read_bytes())[0].pictures == SHOWN.pictures
    assert said(file.read_bytes()) == []


def test_the_validators_find_nothing(file):
    assert openxml_audit(file) == []
    assert ooxml_integrity(file) == []
    assert faults(file.read_bytes()) == []


def test_each_of_two_signatures_keeps_its_own_picture():
    marks = [
        Picture(png(size=(60, 20 + number)), f"Signature {number}", 60.0, 30.0, "signature", number)
        for number in (1, 2)
    ]
    signatures = (bracketed("First Person", "Director"), lines("Second Person", "Chair"))
    written = write(replace(two_pages(), signatures=signatures, pictures=tuple(marks)), LOOK)
    assert read(written)[0].pictures == tuple(marks)
    assert read(written)[0].signatures == signatures


def test_a_picture_may_stand_where_no_words_do():
    bare = letter(
        paragraph("Words."), date=line("October 21, 2020"), close=line("Sincerely,"), pictures=pictures()
    )
    read_back = read(write(bare, LOOK))[0]
    assert isinstance(read_back, Letter)
    assert read_back.pictures == pictures()


def test_pictures_change_no_words(file):
    assert replace(read(file.read_bytes())[0], pictures=()) == read(write(two_pages(), LOOK))[0]


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")], ids=" ".join)
def test_pictures_survive_libreoffice_with_their_text(file, formats):
    path = file
    for each in formats:
        path = libreoffice(path, each)
    kept = read(path.read_bytes())[0].pictures
    assert [(each.spot, each.alternative) for each in kept] == [
        (each.spot, each.alternative) for each in SHOWN.pictures
    ]
    for was, now in zip(SHOWN.pictures, kept, strict=True):
        assert now.width == pytest.approx(was.width, abs=1)
        assert now.height == pytest.approx(was.height, abs=1)


def test_a_picture_that_has_lost_its_text_on_the_way_through_doc_is_named(file):
    found = said(libreoffice(libreoffice(file, "doc"), "docx").read_bytes())
    assert [each[0] for each in found] == ["picture-text"] * 3


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<a:stretch>", '<a:srcRect l="5000" r="10%"/><a:stretch>', CROPPED),
        ("<a:xfrm>", '<a:xfrm rot="5400000">', "turned or mirrored"),
        ("<a:xfrm>", '<a:xfrm flipH="1">', "turned or mirrored"),
    ],
)  # fmt: skip
def test_a_picture_that_word_shows_otherwise_than_it_is_is_refused(file, old, new, message):
    data = changed(file.read_bytes(), DOCUMENT, (old, new))
    assert said(data)[0] == ("picture", "error", f"a picture is {message}: “{pictures()[0].alternative}”")


def test_what_does_nothing_to_a_picture_is_no_fault(file):
    harmless = (
        ("<a:stretch>", '<a:srcRect l="0" t="0"/><a:stretch>'),
        ("<a:xfrm>", '<a:xfrm rot="0" flipV="false">'),
    )
    assert said(changed(file.read_bytes(), DOCUMENT, *harmless)) == []


def test_a_picture_in_the_text_is_refused(file):
    data = file.read_bytes()
    drawing = next(part(data).iter(w("drawing")))
    words = "I write for Amnesty International USA"
    opened = f'<w:t xml:space="preserve">{words}'
    moved = etree.tostring(drawing).decode()
    data = changed(data, DOCUMENT, (opened, f"<w:t/></w:r><w:r>{moved}</w:r><w:r>{opened}"))
    [found] = said(data)
    assert found[:2] == ("picture", "error")
    assert found[2].startswith("a picture cannot stand in the text of a letter")


def test_a_picture_without_a_text_for_it_is_named():
    mute = replace(two_pages(), pictures=(Picture(png(), "", 90.0, 30.0),))
    assert [each[0] for each in said(write(mute, LOOK))] == ["picture-text"]


def test_a_picture_of_another_kind_is_refused():
    data = write(replace(two_pages(), pictures=(Picture(jpeg(), "Logo", 90.0, 30.0),)), LOOK)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for member, content in members(data).items():
            archive.writestr(member, b"GIF89a..." if "/media/" in member else content)
    [found] = said(made.getvalue())
    assert found[:2] == ("picture", "error")
