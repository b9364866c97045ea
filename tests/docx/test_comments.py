"""Comments on the claims of a letter: what Word, LibreOffice and we find in a copy for review."""

import re

import pikepdf
import pytest
from tests.docx.letters import BOMBS, LOOK, claim, letter, link, two_pages
from tests.docx.reading import faults, members, part, values, words
from tests.tools import libreoffice, ooxml_integrity, openxml_audit, pdf_text

from letterkit.docx.comments import AUTHOR, INITIALS
from letterkit.docx.read import letter_of, read_document
from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.errors import LetterkitError
from letterkit.letter.model import Claim, Text, block_lines, line, paragraph, walk

NAMES = list(
    dict.fromkeys(
        part.id for each in block_lines(two_pages().body) for part in walk(each) if isinstance(part, Claim)
    )
)
REMARKS = {
    name: ((Text("Quote: ", bold=True), Text(f"“<Words> & signs of {name}”")), (link(BOMBS),))
    for name in NAMES
}


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    path = tmp_path_factory.mktemp("review") / "letter.docx"
    path.write_bytes(write(two_pages(), LOOK, REMARKS))
    return path


def comment_part(data):
    return part(data, "word/comments.xml").findall(w("comment"))


def test_each_use_of_a_claim_has_a_comment(review):
    data = review.read_bytes()
    ids = values(data, "comment", "id", "word/comments.xml")
    assert len(ids) == len(NAMES) + 1  # one claim is used twice
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert values(data, tag, "id") == ids


def test_a_comment_is_signed_with_the_program_and_the_letters_date(review):
    for comment in comment_part(review.read_bytes()):
        assert comment.get(w("author")) == AUTHOR
        assert comment.get(w("initials")) == INITIALS
        assert comment.get(w("date")) == "2020-10-21T00:00:00Z"


def test_a_comment_stands_around_the_words_of_its_claim(review):
    document = read_document(review.read_bytes())
    quoted = [re.search(r"signs of ([\w-]+)”", comment.text)[1] for comment in document.comments]
    ranges = [each.text for each in document.claims]
    assert quoted == [each.id for each in document.claims]
    assert [comment.anchor for comment in document.comments] == ranges


def test_the_lines_of_a_comment_keep_their_signs_their_look_and_their_links(review):
    first = comment_part(review.read_bytes())[0]
    paragraphs = first.findall(w("p"))
    assert [words(each) for each in paragraphs] == [f"Quote: “<Words> & signs of {NAMES[0]}”", BOMBS]
    assert [run.find(f"{w('rPr')}/{w('b')}") is not None for run in paragraphs[0].findall(w("r"))[1:]] == [
        True,
        False,
    ]
    assert BOMBS in members(review.read_bytes())["word/_rels/comments.xml.rels"].decode()


def test_comments_change_nothing_else(review):
    plain, commented = write(two_pages(), LOOK), review.read_bytes()
    for name, content in members(plain).items():
        if name not in {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}:
            assert members(commented)[name] == content, name
    marks = re.compile(
        rb"<w:comment\w+ w:id=\"\d+\"/>|<w:r><w:rPr><w:rStyle w:val=\"AnnotationReference\"/></w:rPr></w:r>"
    )
    assert (
        marks.sub(b"", marks.sub(b"", members(commented)["word/document.xml"]))
        == members(plain)["word/document.xml"]
    )
    assert letter_of(read_document(commented))[0] == letter_of(read_document(plain))[0]


def test_no_remarks_no_comments(review):
    assert "word/comments.xml" not in members(write(two_pages(), LOOK))
    assert "word/comments.xml" not in members(write(two_pages(), LOOK, {"somebody-elses": REMARKS[NAMES[0]]}))
    without_date = write(letter(paragraph(claim("a-b-c", "Words."))), LOOK, {"a-b-c": (line("So."),)})
    [comment] = comment_part(without_date)
    assert comment.get(w("date")) is None


def test_the_validators_find_nothing(review):
    assert openxml_audit(review) == []
    assert ooxml_integrity(review) == []
    assert faults(review.read_bytes()) == []


def test_a_character_that_no_file_can_hold_is_named():
    with pytest.raises(LetterkitError, match=r"unprintable character U\+0007 after “Quote”"):
        write(two_pages(), LOOK, {NAMES[0]: (line("Quote\x07"),)})


def test_no_comment_has_the_number_of_a_note(review):
    data = review.read_bytes()
    assert not {*values(data, "footnoteReference", "id")} & {*values(data, "commentReference", "id")}


def numbered(page):
    return [int(number) for number in re.findall(r"^\s*(\d+)\s+Amnesty", page, re.MULTILINE)]


@pytest.mark.parametrize("formats", [(), ("odt",)], ids=["read", "read and saved"])
def test_libreoffice_shows_every_comment_and_loses_no_note(review, formats):
    path = review
    for each in formats:
        path = libreoffice(path, each)
    drawn = libreoffice(path, 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}')
    with pikepdf.open(drawn) as file:
        links = [each for page in file.pages for each in page.get("/Annots", [])]
        comments = [str(each.Contents) for each in links if each.Subtype == "/Text"]
    first = [comment.splitlines()[0] for comment in comments]
    assert sorted(first) == sorted(f"Quote: “<Words> & signs of {name}”" for name in (*NAMES, NAMES[-1]))
    assert numbered(pdf_text(drawn, "-layout")) == list(range(1, 11))


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx"), ("doc", "docx")], ids=" ".join)
def test_a_copy_that_libreoffice_has_saved_holds_every_comment_and_note(review, formats):
    before, path = read_document(review.read_bytes()), review
    for each in formats:
        path = libreoffice(path, each)
    after = read_document(path.read_bytes())
    assert [comment.anchor for comment in after.comments] == [comment.anchor for comment in before.comments]
    assert [note.text for note in after.notes] == [note.text for note in before.notes]
