"""What other programs make of our files; each judge is shown to see a fault as well."""

import io
import re
from dataclasses import replace

import docx
import pytest
from tests.docx.letters import BOMBS, LOOK, SALVOS, bracketed, letter, note, two_pages
from tests.docx.reading import changed, faults, part, value, values
from tests.tools import (
    libreoffice,
    libreoffice_pdf,
    ooxml_integrity,
    openxml_audit,
    pandoc_markdown,
    pdf_text,
)

from letterkit.docx.write import write
from letterkit.letter.model import Heading, ListBlock, NoteRef, Text, line, lines, paragraph


def of_all_parts():
    """Return a letter to two people by two people, with everything that two_pages lacks."""
    return replace(
        two_pages(),
        letterhead=lines("Amnesty International USA", "600 Pennsylvania Avenue SE, Washington, DC 20003"),
        addressees=(lines("The Chair", "Committee"), lines("The Ranking Member", "Committee")),
        running=("The Chair and the Ranking Member of the Committee", "October 21, 2020"),
        body=(
            *two_pages().body,
            Heading(line("In this order")),
            ListBlock(lines("first", "second"), ordered=True),
            paragraph("Then: محمد علي, Əliyev, Շահումյան, Геннадий, ", Text("bold", bold=True)),
            ListBlock(lines("first", "<b> & {{ 7*7 }} ]]>"), ordered=True),
        ),
        signatures=(bracketed("[Name]", "Director"), lines("Second Person", "Title")),
        enclosures=lines("Enclosures: 2", "A report", "A list"),
        copies=lines("cc: Somebody"),
    )


LETTERS = {
    "two pages": two_pages(),
    "endnotes": replace(two_pages(), notes_kind="endnotes"),
    "of all parts": of_all_parts(),
    "empty": letter(),
}


@pytest.fixture(params=LETTERS, scope="module")
def file(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("letter") / "letter.docx"
    path.write_bytes(write(LETTERS[request.param], LOOK))
    return path


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    path = tmp_path_factory.mktemp("two") / "letter.docx"
    path.write_bytes(write(two_pages(), LOOK))
    return path


def saved(tmp_path, data):
    path = tmp_path / "changed.docx"
    path.write_bytes(data)
    return path


def test_the_validators_find_nothing(file):
    assert openxml_audit(file) == []
    assert ooxml_integrity(file) == []
    assert faults(file.read_bytes()) == []


def test_the_look_itself_is_clean(tmp_path):
    look = saved(tmp_path, LOOK)
    assert openxml_audit(look) == []
    assert ooxml_integrity(look) == []
    assert faults(LOOK) == []


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("word/document.xml", '<w:footnoteReference w:id="3"/>', '<w:footnoteReference w:id="33"/>'),
        ("word/_rels/footnotes.xml.rels", 'Id="rId1"', 'Id="rId77"'),
    ],
    ids=["call without note", "link without address"],
)
def test_the_validators_would_see_a_fault(two, tmp_path, member, old, new):
    broken = saved(tmp_path, changed(two.read_bytes(), member, (old, new)))
    assert openxml_audit(broken)
    assert ooxml_integrity(broken)


def test_our_own_check_sees_what_the_validators_overlook(two):
    data = two.read_bytes()
    first, second = (value(each) for each in list(part(data).iterfind(".//{*}sdtPr/{*}id"))[:2])
    doubled = changed(data, "word/document.xml", (f'<w:id w:val="{second}"/>', f'<w:id w:val="{first}"/>'))
    assert faults(doubled) == [f"two id with val {first}"]
    unknown = changed(data, "word/footnotes.xml", ('w:val="FootnoteText"', 'w:val="Gone"'))
    assert set(faults(unknown)) == {"no style Gone"}
    names = changed(
        data, "word/document.xml", ('w:name="_fact_stepanakert_m095"', 'w:name="_fact_ganja_shelled"')
    )
    assert faults(names) == ["two bookmarkStart with name _fact_ganja_shelled"]


def test_python_docx_opens_and_saves_a_letter_that_is_still_clean(two, tmp_path):
    document = docx.Document(io.BytesIO(two.read_bytes()))
    assert document.paragraphs[0].text == "Amnesty International USA"
    again = io.BytesIO()
    document.save(again)
    path = saved(tmp_path, again.getvalue())
    assert (openxml_audit(path), ooxml_integrity(path), faults(again.getvalue())) == ([], [], [])


def numbered(page):
    """Return the numbers that stand before notes on a page."""
    return [int(number) for number in re.findall(r"^\s*(\d+)\s+Amnesty", page, re.MULTILINE)]


def test_libreoffice_fills_two_pages_with_the_notes_at_the_foot_of_the_page_that_calls_them(two):
    first, second, rest = pdf_text(libreoffice_pdf(two), "-layout").split("\f")
    assert rest == ""
    assert numbered(first) == [1, 2, 3, 4, 5]
    assert numbered(second) == [6, 7, 8, 9, 10]
    assert first.index("killed at least 12 people") < first.index("1   ")


def test_libreoffice_heads_the_second_page_and_not_the_first(two):
    first, second, _ = pdf_text(libreoffice_pdf(two)).split("\f")
    assert "Page" not in first
    assert re.search(r"Ambassador Philip T\. Reeker\s+October 21, 2020\s+Page.2", second)


def test_libreoffice_counts_endnotes_in_figures(tmp_path):
    path = saved(tmp_path, write(LETTERS["endnotes"], LOOK))
    assert numbered(pdf_text(libreoffice_pdf(path), "-layout")) == list(range(1, 11))


def test_libreoffice_shows_every_word_of_a_letter_of_all_parts(tmp_path):
    path = saved(tmp_path, write(of_all_parts(), LOOK))
    text = " ".join(pdf_text(libreoffice_pdf(path)).split())
    expected = (
        "The Ranking Member",
        "<b> & {{ 7*7 }} ]]>",
        "Əliyev",
        "Շահումյան",
        "Enclosures: 2",
        "cc: Somebody",
    )
    assert [each for each in expected if each not in text] == []


def test_libreoffice_can_be_the_restyler_of_the_look(tmp_path):
    look = libreoffice(saved(tmp_path, LOOK), "docx").read_bytes()
    written = write(two_pages(), look)
    assert faults(written) == []
    assert len(values(written, "tag")) == 16


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx"), ("doc", "docx")], ids=" ".join)
def test_every_bookmark_and_every_note_survives_libreoffice(two, formats):
    path = two
    for each in formats:
        path = libreoffice(path, each)
    data = path.read_bytes()
    ours = set(values(two.read_bytes(), "bookmarkStart", "name"))
    assert ours <= set(values(data, "bookmarkStart", "name"))
    assert len(values(data, "footnoteReference", "id")) == 10


@pytest.mark.parametrize("name", ["two pages", "endnotes"])
def test_pandoc_reads_every_note_back_with_its_link(tmp_path, name):
    text = pandoc_markdown(saved(tmp_path, write(LETTERS[name], LOOK)))
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE))
    assert sorted(map(int, notes)) == list(range(1, 11))
    assert all(content.startswith("Amnesty International") for content in notes.values())
    assert SALVOS in notes["1"]
    assert BOMBS in notes["2"]
    assert len(re.findall(r"\[\^\d+\](?!:)", text)) == 10


def test_a_note_of_one_word_is_a_note_to_pandoc(tmp_path):
    path = saved(tmp_path, write(letter(paragraph("Text.", NoteRef(1)), notes=(note(1, "Source."),)), LOOK))
    assert pandoc_markdown(path) == "Text.[^1]\n\n[^1]: Source.\n"
