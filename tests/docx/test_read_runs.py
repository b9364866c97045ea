"""What stands in runs: characters and signs, however a program has split them."""

import pytest
from tests.docx.made import SPACES, control, docx, ins, p, read, rules, run, shown, styles, texts, zipped

from letterkit.docx.read import read_document
from letterkit.letter.model import Placeholder, Text


def test_runs_split_at_will_are_one_text_again():
    body = p(
        run("At lea"), '<w:proofErr w:type="spellStart"/>', '<w:r w:rsidR="00A1"><w:t>st</w:t></w:r>',
        run(" 21 "), '<w:proofErr w:type="spellEnd"/>', "<w:lastRenderedPageBreak/>", run("civilians"),
    )  # fmt: skip
    (block,) = shown(body).blocks
    assert block.content == (Text("At least 21 civilians"),)


def test_text_inside_content_controls_smart_tags_and_custom_xml_is_text():
    inside = (
        control("", run("At least ")),
        f"<w:smartTag w:element='n'><w:smartTagPr/>{run('42 ')}</w:smartTag>",
        f"<w:customXml w:element='c'>{control('', control('', run('civilians ')))}</w:customXml>",
        ins(run("were killed")),
    )
    assert texts(p(*inside)) == ["At least 42 civilians were killed"]


def test_a_block_and_a_cell_may_be_inside_a_content_control():
    table = f"<w:tbl><w:tr>{control('', '<w:tc>' + p('cell') + '</w:tc>')}</w:tr></w:tbl>"
    assert texts(control("", p("first"), p("second")), table) == ["first", "second", "cell"]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:ptab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ('<w:br w:type="textWrapping"/>', "\n"),
        ('<w:br w:type="page"/>', "\f"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\xad"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Arial" w:char="2192"/>', "→"),
        ('<w:sym w:font="Wingdings" w:char="F03A"/>', "\ufffd"),
        ('<w:sym w:font="Wingdings" w:char="nonsense"/>', "\ufffd"),
        ("<w:annotationRef/>", ""),
    ],
)
def test_signs_are_characters(sign, text):
    assert texts(p(run("a"), f"<w:r>{sign}</w:r>", run("b"))) == [f"a{text}b"]


def test_blanks_count_only_where_the_file_keeps_them():
    body = p("<w:r><w:t> a </w:t></w:r>", run(" b "), "<w:r><w:t>\n   c\n  </w:t></w:r>")
    assert texts(body) == ["a b c"]


def test_breaks_inside_a_text_element_are_blanks():
    assert texts(p('<w:r><w:t xml:space="preserve">a\nb\tc</w:t></w:r>')) == ["a b c"]


def test_bold_and_italic_are_what_a_run_adds_to_its_paragraph():
    extra = (
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Strong"/>'
        '<w:rPr><w:i w:val="1"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = p(
        run("a", "<w:b/>"), run("b", '<w:b w:val="0"/>'), run("c", '<w:i w:val="true"/>'),
        run("d", '<w:rStyle w:val="Strong"/>'), run("e", '<w:rStyle w:val="Own"/>'),
        run("f", '<w:rStyle w:val="Strong"/><w:b w:val="false"/>'), run("g", "<w:rtl/><w:bCs/>"),
        run("h", "<w:rtl/><w:b/>"), style="Loud",
    )  # fmt: skip
    (block,) = shown(body, styles=styles(extra)).blocks
    assert block.content == (
        Text("a", bold=True), Text("b"), Text("c", italic=True), Text("d", bold=True),
        Text("e", bold=True, italic=True), Text("f"), Text("g", bold=True), Text("h"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([run("[Ti", '<w:rStyle w:val="Placeholder"/>'), run("tle]", '<w:rStyle w:val="Placeholder"/>')],
         (Placeholder("[Title]"),)),
        ([run("[Name][Title]", '<w:rStyle w:val="Placeholder"/>')], (Placeholder("[Name]"), Placeholder("[Title]"))),
        ([run("see [Title] now", '<w:rStyle w:val="Placeholder"/>')], (Text("see "), Placeholder("[Title]"), Text(" now"))),
        ([run("Director", '<w:rStyle w:val="Placeholder"/>')], (Text("Director"),)),
        ([run("[date]", '<w:highlight w:val="yellow"/>')], (Placeholder("[date]"),)),
        ([run("[date] ", '<w:shd w:val="clear" w:fill="FFFF00"/>')], (Placeholder("[date]"), Text(" "))),
        ([run("he said [sic] so", '<w:highlight w:val="yellow"/>')], (Text("he said [sic] so"),)),
        ([run("[sic]")], (Text("[sic]"),)),
        ([control("", run("Click to enter text"), properties="<w:showingPlcHdr/>")], (Placeholder("Click to enter text"),)),
    ],
    ids=str,
)  # fmt: skip
def test_a_placeholder_is_known_by_its_style_or_by_brackets_on_a_background(content, expected):
    (block,) = shown(p(*content)).blocks
    assert block.content == expected


def test_hidden_text_is_no_part_of_the_letter_and_is_named_with_its_place():
    extra = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    letter, findings = read(
        p("open", run(" secret", "<w:vanish/>"), run(" more", '<w:rStyle w:val="C"/>')),
        p("all secret", run(" but this", '<w:vanish w:val="0"/>'), style="H"),
        styles=styles(extra),
    )
    assert [block.content for block in letter.body] == [(Text("open"),), (Text(" but this"),)]
    assert [(each.rule, each.place.paragraph, each.message) for each in findings] == [
        ("hidden-text", 1, "hidden text is in the file, but not in the letter: “secret more”"),
        ("hidden-text", 2, "hidden text is in the file, but not in the letter: “all secret”"),
    ]


@pytest.mark.parametrize(
    ("properties", "severity"),
    [
        ("<w:strike/>", "warning"),
        ("<w:dstrike/>", "warning"),
        ('<w:vertAlign w:val="superscript"/>', "warning"),
        ('<w:position w:val="8"/><w:sz w:val="19"/>', "warning"),
        ('<w:position w:val="-8"/>', "warning"),
        ("<w:caps/>", "warning"),
        ('<w:u w:val="single"/>', "warning"),
    ],
)
def test_a_look_that_the_letter_would_lose_is_named(properties, severity):
    letter, findings = read(p("10", run("6", properties)))
    assert letter.body[0].content == (Text("106"),)
    assert rules(findings) == [("formatting", severity, 1)]


def test_a_raised_ordinal_is_worth_no_more_than_a_word():
    assert rules(read(p("23", run("rd", '<w:vertAlign w:val="superscript"/>')))[1]) == [
        ("formatting", "info", 1)
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_a_part_in_any_encoding_that_xml_knows_is_read(encoding):
    name = {"utf-8-sig": "UTF-8", "utf-16-le": "UTF-16LE"}.get(encoding, encoding)
    xml = f'<?xml version="1.0" encoding="{name}"?><w:document {SPACES}><w:body>{p("21 Zivilisten, Gändschä")}</w:body></w:document>'
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx())) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    data = zipped(members | {"word/document.xml": xml.encode(encoding)})
    assert [block.text for block in read_document(data).blocks] == ["21 Zivilisten, Gändschä"]
