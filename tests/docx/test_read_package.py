"""Parts are found by relations and content types, whatever their names; strict files read as all others."""

import io
import zipfile

import pytest
from tests.docx.letters import LOOK, two_pages
from tests.docx.made import SPACES, document, docx, noted, notes, p, rels, styles, types, zipped
from tests.docx.made import note_call as call

from letterkit.docx.read import read, read_document, read_views
from letterkit.docx.write import write
from letterkit.letter.model import Note, line

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
}


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def replaced(data, *pairs):
    """Return a package with words replaced in all its members and their names."""

    def new(text):
        for old, word in pairs:
            text = text.replace(old, word)
        return text

    return zipped({new(name): new(content.decode()) for name, content in members(data).items()})


def test_a_strict_file_reads_like_any_other():
    data = write(two_pages(), LOOK)
    strict = replaced(data, *STRICT.items())
    assert strict != data
    assert read(strict) == read(data)


def test_parts_with_other_names_are_found():
    data = docx(p("a", call(1)), footnotes=notes(n1=noted("x")))
    renamed = replaced(
        data,
        ("word/document", "text/main7"),
        ("footnotes.xml", "f.xml"),
        ("word/", "text/"),
        ("_rels/document", "_rels/main7"),
    )
    assert "text/main7.xml" in members(renamed)
    assert read(renamed)[0].notes == (Note(1, line("x")),)


@pytest.mark.parametrize(
    "target",
    [
        "/word/document.xml",
        "word/./document.xml",
        "word/x/../document.xml",
        "WORD/DOCUMENT.XML",
        "word/docu%6Dent.xml",
        "word\\document.xml",
    ],
)
def test_a_relation_may_lead_to_a_part_in_any_way_of_writing_it(target):
    data = zipped(members(docx(p("a"))) | {"_rels/.rels": rels(("r1", "officeDocument", target))})
    assert read(data)[0].body
    assert read(data)[0].language == "en-US"


def test_a_package_without_relations_is_read_by_its_content_types_or_by_the_usual_names():
    by_type = {"[Content_Types].xml": types("text/main.xml"), "text/main.xml": document(p("a"))}
    by_name = {"word/document.xml": document(p("a"))}
    for found in (by_type, by_name):
        assert [block.text for block in read_document(zipped(found)).blocks] == ["a"]


def test_folders_inside_the_package_are_no_parts():
    data = zipped([("word/", ""), *members(docx(p("a"))).items(), ("word/media/", "")])
    assert read(data)[0].body


def test_a_part_that_is_named_and_missing_is_passed_over():
    data = docx(
        p("a", style="Gone"),
        related=[("n", "numbering", "numbering.xml"), ("f", "footnotes", "footnotes.xml")],
    )
    assert [block.styles for block in read_document(data).blocks] == [()]


def test_a_template_is_read_as_a_letter():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    assert read(zipped({"[Content_Types].xml": types(kind=kind), "word/document.xml": document(p("a"))}))[
        0
    ].body


def test_both_views_come_from_one_opening():
    accepted, rejected = read_views(docx(p("a", "<w:ins><w:r><w:t>b</w:t></w:r></w:ins>")))
    assert [(each.view, each.blocks[0].text) for each in (accepted, rejected)] == [
        ("accepted", "ab"),
        ("rejected", "a"),
    ]


def test_comments_and_instructions_inside_the_xml_are_passed_over():
    body = f"<w:body><!-- {p('c')} -->{p('a', '<!-- b -->', 'd')}</w:body>"
    xml = f'<?xml version="1.0"?><!-- x --><w:document {SPACES}><?y z?>{body}</w:document>'
    data = zipped(members(docx()) | {"word/document.xml": xml})
    assert [block.text for block in read_document(data).blocks] == ["ad"]


def test_a_file_of_another_size_and_style_is_read_without_styles_at_all():
    data = zipped(
        {
            name: content
            for name, content in members(docx(p("a"), styles=styles())).items()
            if "styles" not in name
        }
    )
    assert read(data)[0].body
