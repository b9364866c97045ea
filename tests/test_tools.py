"""Each judge of our files accepts a good one and sees a bad one: what passes everything is no check."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf
import pytest

from tests import tools, verapdf

# --- Word files ---------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BORROWED = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "theme": "theme/theme1"}

PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>
        <Override PartName="/word/footnotes.xml" ContentType="{TYPE}.footnotes+xml"/>
        <Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/>
        <Override PartName="/word/settings.xml" ContentType="{TYPE}.settings+xml"/>
        <Override PartName="/word/fontTable.xml" ContentType="{TYPE}.fontTable+xml"/>
        <Override PartName="/word/theme/theme1.xml"
          ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
        <Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
        </Relationships>""",
    "word/_rels/document.xml.rels": "".join(
        [
            f'<Relationships xmlns="{PACKAGE}/relationships">',
            *(
                f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>'
                for kind, part in {"footnotes": "footnotes", **BORROWED}.items()
            ),
            "</Relationships>",
        ]
    ),
    "word/document.xml": f"""<w:document {W}><w:body><w:p>
        <w:ins w:id="1" w:author="A" w:date="2021-02-01T00:00:00Z"><w:r><w:t>Typed later.</w:t></w:r></w:ins>
        <w:r><w:t>Cluster munitions struck Ganja.</w:t></w:r>
        <w:r><w:footnoteReference w:id="1"/></w:r></w:p>
        <w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:body></w:document>""",
    "word/footnotes.xml": f"""<w:footnotes {W}>
        <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
        <w:footnote w:type="continuationSeparator" w:id="0">
          <w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
        <w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>
          <w:r><w:t>Amnesty International.</w:t></w:r></w:p></w:footnote></w:footnotes>""",
}


def word_file(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """Write a small Word file with a note and a tracked insertion; each edit replaces text in one part."""
    parts = dict(PARTS)
    for part, old, new in edits:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
    path = folder / "letter.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
        for name, data in borrowed_parts():
            package.writestr(name, data)
    return path


def borrowed_parts() -> Iterator[tuple[str, bytes]]:
    """Yield the parts that every Word file has, as python-docx writes them."""
    saved = io.BytesIO()
    docx.Document().save(saved)
    with zipfile.ZipFile(saved) as package:
        yield from ((f"word/{part}.xml", package.read(f"word/{part}.xml")) for part in BORROWED.values())


DANGLING = ("word/document.xml", '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>')
MISORDERED = ("word/document.xml", "<w:r><w:t>Cluster", "<w:r><w:t>x</w:t><w:rPr/></w:r><w:r><w:t>Cluster")
HOLLOW = (
    "word/document.xml",
    "<w:sectPr>",
    '<w:p><w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr></w:sdt></w:p><w:sectPr>',
)


@pytest.mark.parametrize("judge", [tools.openxml_audit, tools.ooxml_integrity])
def test_a_good_word_file_passes(tmp_path: Path, judge: Callable[[Path], list[str]]):
    assert judge(word_file(tmp_path)) == []


@pytest.mark.parametrize(
    ("judge", "edit"),
    [
        (tools.openxml_audit, DANGLING),
        (tools.openxml_audit, MISORDERED),
        (tools.ooxml_integrity, DANGLING),
        (tools.ooxml_integrity, HOLLOW),
    ],
)
def test_a_broken_word_file_is_seen(
    tmp_path: Path, judge: Callable[[Path], list[str]], edit: tuple[str, str, str]
):
    assert judge(word_file(tmp_path, edit)) != []


@pytest.mark.parametrize("judge", [tools.openxml_audit, tools.ooxml_integrity])
def test_what_is_no_word_file_is_seen(tmp_path: Path, judge: Callable[[Path], list[str]]):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"no zip")
    assert judge(path) != []


def test_pandoc_reads_notes_and_tracked_changes(tmp_path: Path):
    path = word_file(tmp_path)
    accepted = "Typed later.Cluster munitions struck Ganja.[^1]\n\n[^1]: Amnesty International.\n"
    assert tools.pandoc_markdown(path) == accepted
    assert tools.pandoc_markdown(path, "reject") == accepted.removeprefix("Typed later.")


def test_pandoc_refuses_what_is_no_word_file(tmp_path: Path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"no zip")
    with pytest.raises(RuntimeError, match="pandoc ended with"):
        tools.pandoc_markdown(path)


def test_libreoffice_makes_a_pdf_and_leaves_the_folder_alone(tmp_path: Path):
    path = word_file(tmp_path)
    text = tools.pdf_text(tools.libreoffice_pdf(path))
    assert "Cluster munitions struck Ganja." in text
    assert "Amnesty International." in text
    assert list(tmp_path.iterdir()) == [path]


def test_libreoffice_reads_back_what_it_wrote_as_odt(tmp_path: Path):
    again = tools.libreoffice(tools.libreoffice(word_file(tmp_path), "odt"), "docx")
    assert "[^1]" in tools.pandoc_markdown(again)


def test_libreoffice_without_a_file_is_an_error(tmp_path: Path):
    with pytest.raises(RuntimeError, match="LibreOffice made no pdf"):
        tools.libreoffice_pdf(tmp_path / "none.docx")


# --- PDF files ----------------------------------------------------------------------------------------------

PAGE = """<html lang="en"><head><title>Cluster munitions</title><style>
    @page { size: Letter } .note { float: footnote } body { font-family: "Liberation Serif", serif }</style>
    </head><body><h1>Re: Cluster munitions</h1><p>They struck Ganja.<span class="note">See
    <a href="https://example.org/report">Amnesty International</a>.</span></p><h2>Asks</h2>
    <ul><li>Condemn.</li><li>Investigate.</li></ul></body></html>"""

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
EXTENSION = "http://www.aiim.org/pdfa/ns"
PDFUAID = f"""<rdf:Description {RDF} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
    <pdfuaid:part>1</pdfuaid:part></rdf:Description>
    <rdf:Description {RDF} xmlns:pdfaExtension="{EXTENSION}/extension/" xmlns:pdfaSchema="{EXTENSION}/schema#"
      xmlns:pdfaProperty="{EXTENSION}/property#" rdf:about="">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a PDF that is PDF/A-3a and PDF/UA-1 at once."""
    from weasyprint import HTML

    path = tmp_path_factory.mktemp("pdf") / "good.pdf"
    document = HTML(string=PAGE).render(pdf_variant="pdf/a-3a")
    plain = document.metadata.generate_rdf_metadata

    def with_pdfuaid(*arguments: object) -> bytes:
        return plain(*arguments).replace(b"</rdf:RDF>", PDFUAID.encode() + b"</rdf:RDF>")

    document.metadata.generate_rdf_metadata = with_pdfuaid
    document.write_pdf(path, pdf_variant="pdf/a-3a")
    return path


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def without_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def without_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Tabs


def without_link_text(pdf: pikepdf.Pdf) -> None:
    for annotation in pdf.pages[0].obj.Annots:
        del annotation.Contents


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def without_declarations(pdf: pikepdf.Pdf) -> None:
    xmp = re.sub(rb'pdfaid:part="\d"|<pdfuaid:part>\d</pdfuaid:part>', b"", pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata.write(xmp)


Break = Callable[[pikepdf.Pdf], None]


def broken(good: Path, folder: Path, how: Break) -> Path:
    """Write a copy of a PDF with one thing broken."""
    path = folder / "broken.pdf"
    with pikepdf.open(good) as pdf:
        how(pdf)
        pdf.save(path)
    return path


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_verapdf_passes_a_good_pdf(good: Path, profile: str):
    assert verapdf.validate(good, profile) == []


@pytest.mark.parametrize(
    ("profile", "how", "rule"),
    [
        ("ua1", without_language, "7.2-34"),
        ("ua1", without_tags, "6.2-1"),
        ("ua1", without_tab_order, "7.18.3-1"),
        ("ua1", without_link_text, "7.18.5-2"),
        ("ua1", without_declarations, "5-1"),
        ("3a", without_tags, "6.7.2.2-1"),
        ("3a", without_output_intent, "6.2.4.3-2"),
        ("3a", without_declarations, "6.6.4-2"),
    ],
)
def test_verapdf_names_the_broken_rule(good: Path, tmp_path: Path, profile: str, how: Break, rule: str):
    assert rule in [failure.rule for failure in verapdf.validate(broken(good, tmp_path, how), profile)]


def test_verapdf_refuses_what_is_no_pdf_and_goes_on(good: Path, tmp_path: Path):
    path = tmp_path / "none.pdf"
    path.write_bytes(b"no PDF")
    with pytest.raises(RuntimeError, match="veraPDF on"):
        verapdf.validate(path, "ua1")
    assert verapdf.validate(good, "ua1") == []


def test_outloud_passes_a_good_pdf(good: Path):
    assert tools.outloud(good) == []


@pytest.mark.parametrize("how", [without_language, without_tags, without_tab_order, without_link_text])
def test_outloud_sees_a_broken_pdf(good: Path, tmp_path: Path, how: Break):
    assert tools.outloud(broken(good, tmp_path, how)) != []


def test_outloud_sees_what_is_no_pdf(tmp_path: Path):
    path = tmp_path / "none.pdf"
    path.write_bytes(b"no PDF")
    assert tools.outloud(path)[0].startswith("unreadable")


def test_the_text_of_a_pdf_is_read(good: Path):
    assert "They struck Ganja." in tools.pdf_text(good)
    assert "Geneva" not in tools.pdf_text(good)


def test_a_pdf_that_is_not_there_is_an_error(tmp_path: Path):
    with pytest.raises(RuntimeError, match="pdftotext ended with"):
        tools.pdf_text(tmp_path / "none.pdf")
