"""Word documents as archived sources: the text with all changes accepted, notes apart."""

import json

import pytest
from tests.archive.documents import CORPUS, W, corpus, docx, p, zipped

from letterkit.archive import Kind, Status, find, read, sniff
from letterkit.archive.docx.package import Package
from letterkit.archive.docx.read import read_docx
from letterkit.archive.docx.text import paragraphs
from letterkit.errors import LetterkitError

STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="Our heading"/><w:basedOn w:val="H"/></w:style>
<w:style w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:styleId="O"><w:name w:val="toc 1"/></w:style></w:styles>"""
CORE = """<cp:coreProperties
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>A flood in Milltown</dc:title>
<dc:creator>Jo Reed;jo@example.org</dc:creator>
<dcterms:created>2020-10-19T08:00:00Z</dcterms:created></cp:coreProperties>"""


def style(name):
    return f'<w:pStyle w:val="{name}"/>'


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(*runs, mark=""):
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def only(document):
    (work,) = read_docx(document)
    return work


def texts(body):
    return [block.text for block in only(docx(body)).blocks]


def test_styles_say_what_a_paragraph_is():
    body = (
        p("A flood", style("T"))
        + p("Deaths", style("H"))
        + p("More", style("Mine"))
        + p("Text.")
        + p("A bridge", style("C"))
    )
    work = only(
        docx(body + p("Deaths 3", style("O")), {"word/styles.xml": STYLES}, [("styles", "styles.xml")])
    )
    assert [block.kind for block in work.blocks] == [
        Kind.HEADLINE,
        Kind.HEADING,
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.CAPTION,
        Kind.BOILERPLATE,
    ]
    assert (work.title, work.about.language) == ("A flood", "en-GB")


def test_tracked_changes_are_accepted():
    deleted = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('14')}</w:ins>"
    moved = f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run(' here')}</w:moveTo>"
    assert texts(paragraph(run("It killed "), deleted, inserted, run(" people"), moved)) == [
        "It killed 14 people here"
    ]


def test_a_deleted_paragraph_mark_makes_one_paragraph_of_two():
    assert texts(paragraph(run("It killed "), mark="<w:del/>") + paragraph(run("14 people."))) == [
        "It killed 14 people."
    ]


def test_what_word_does_not_print_is_no_text():
    hidden = run("12 ", "<w:vanish/>") + run("shown", '<w:vanish w:val="0"/>')
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert texts(paragraph(hidden, field)) == ["shown"]


def test_powers_stay_powers_and_signs_are_signs():
    body = paragraph(
        run("10"),
        run("6", '<w:vertAlign w:val="superscript"/>'),
        "<w:r><w:tab/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r>",
    )
    assert texts(body) == ["10⁶\tx‑y\nz"]


def test_notes_stand_apart_and_headers_are_boilerplate():
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">'
        f'{p("-")}</w:footnote><w:footnote w:id="1">'
        f"{p('Interview, 3 October.')}</w:footnote></w:footnotes>"
    )
    header = f"<w:hdr {W}>{p('Example Watch')}</w:hdr>"
    body = paragraph(run("It came."), '<w:r><w:footnoteReference w:id="1"/></w:r>', run(" It went."))
    work = only(
        docx(
            body,
            {"word/footnotes.xml": notes, "word/header1.xml": header},
            [("footnotes", "footnotes.xml"), ("header", "header1.xml")],
        )
    )
    assert [(block.kind, block.text) for block in work.blocks] == [
        (Kind.PARAGRAPH, "It came. It went."),
        (Kind.NOTE, "Interview, 3 October."),
        (Kind.BOILERPLATE, "Example Watch"),
    ]


def test_the_properties_of_the_file_are_read_without_addresses_and_its_making_is_no_publication():
    work = only(docx(p("Index: EUR 55/1234/2021"), {"docProps/core.xml": CORE}))
    assert (work.title, work.about.authors, work.issued) == ("A flood in Milltown", ("Jo Reed",), None)
    assert work.about.number == "EUR 55/1234/2021"
    assert work.about.doubts == (
        "the file was made on 2020-10-19; that is not the day on which it was published",
    )
    assert "jo@example.org" not in repr(work)


@pytest.mark.parametrize("lie", ["It killed 15 people", "It never killed 14 people", "They killed 14 people"])
def test_a_quote_with_one_word_changed_is_refused(lie):
    (work,) = read(docx(p("It killed 14 people.") + p("It was the flood.")))
    assert find("It killed 14 people", [work]).status is Status.FOUND
    assert find(lie, [work]).status is Status.NOT_FOUND
    assert find("14 people. It was", [work]).status is Status.NOT_FOUND


def test_cells_of_a_table_are_apart_and_a_deleted_row_is_gone():
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    rows = row.format("", p("Milltown"), p("21")) + row.format("<w:del/>", p("Hilltown"), p("9"))
    assert texts(f"<w:tbl>{rows}</w:tbl>") == ["Milltown", "21"]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"PK\x03\x04 and no more", "the Word file is broken: it is no zip archive"),
        (zipped({"a.txt": "x"}), "the file is no Word document"),
        (docx("</w:body>"), "the Word file is broken: word/document.xml is no XML"),
        (
            zipped({"_rels/.rels": "<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"}),
            "_rels/.rels in the Word file declares a document type, which Word never writes",
        ),
    ],
)
def test_what_is_no_word_document_is_refused_in_one_sentence(document, said):
    with pytest.raises(LetterkitError) as refused:
        read_docx(document)
    assert refused.value.message == said
    assert refused.value.hint


def test_an_old_or_locked_office_file_is_named():
    with pytest.raises(LetterkitError) as refused:
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert refused.value.hint == "it is an old or a locked Office file: save it as .docx without a password"


def expected():
    """Yield the files of others with what an independent reader saw in them."""
    for path in sorted((CORPUS / "docx" / "expected").glob("*.json")):
        parts = path.stem.split("__")
        tries = ["__".join(parts)] + [
            "/".join(parts[:n]) + "/" + "__".join(parts[n:]) for n in range(1, len(parts))
        ]
        tries.append("/".join(parts))
        found = next((CORPUS / "docx" / name for name in tries if (CORPUS / "docx" / name).is_file()), None)
        if found is not None:
            yield pytest.param(found, path, id=path.stem)


# Where we differ on purpose: raised figures stay raised, soft hyphens stay, page numbers of the contents and
# the hidden ends of web forms are not printed, and a document has one body.
DIFFER = {
    "docx2python__zen_of_python.docx",
    "oxpt-new__TableOfContents.docx",
    "oxpt__CA__CA013-Lots-of-Stuff.docx",
    "poi__MultipleBodyBug.docx",
    "poi__bug59058.docx",
    "poi__bug65649.docx",
}


@pytest.mark.parametrize(("document", "seen"), list(expected()) or [pytest.param(None, None, id="absent")])
def test_documents_of_others_have_the_paragraphs_that_an_independent_reader_saw(document, seen):
    if document is None:
        corpus("docx", "expected")
    known = json.loads(seen.read_text("utf-8"))
    if seen.stem == "poi-opc__PackageRelsHasEntities.ooxml":
        with pytest.raises(LetterkitError, match="declares a document type"):
            read_docx(document.read_bytes())
        return
    package = Package.of(document.read_bytes())
    root = package.xml(package.related("")["officeDocument"][0])
    ours = sorted(text for each in paragraphs(root) if (text := each.text.strip()))
    theirs = sorted(
        text.strip() for text in known["paragraphs_accepted"] + known["text_boxes"] if text.strip()
    )
    if seen.stem not in DIFFER:
        assert ours == theirs
    (work,) = read(document.read_bytes())
    notes = [
        note
        for kind in ("footnotes", "endnotes")
        for note in (known[kind] or {}).values()
        if str(note).strip()
    ]
    assert sum(block.kind is Kind.NOTE for block in work.blocks) == len(notes)


def test_a_zip_archive_is_taken_for_word_until_it_is_read():
    assert sniff(zipped({"a": "b"})) == "docx"
