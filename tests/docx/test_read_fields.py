"""Fields and links: codes are not text, results are, and both kinds of links lead where they led."""

import pytest
from tests.docx.made import field, gone, ins, noted, notes, p, read, rules, run, shown, texts
from tests.docx.made import note_call as call
from tests.docx.made import rels as relations

from letterkit.letter.model import Claim, Link, NoteRef, Text

LINK = ("rId9", "hyperlink", "https://example.org/report")


def hyperlink(*content, attributes='r:id="rId9"'):
    return f"<w:hyperlink {attributes}>{''.join(content)}</w:hyperlink>"


def content(*body, **parts):
    (block,) = shown(p(*body), **parts).blocks
    return block.content


def test_a_link_by_relation_leads_to_its_address():
    body = hyperlink(run("the "), run("report", "<w:b/>"))
    assert content("See ", body, related=[LINK]) == (
        Text("See "),
        Link(LINK[2], (Text("the "), Text("report", bold=True))),
    )


def test_neighbouring_links_to_one_address_are_one():
    assert content(hyperlink(run("a")), hyperlink(run("b")), related=[LINK]) == (
        Link(LINK[2], (Text("ab"),)),
    )


def test_the_place_that_a_link_names_is_the_fragment_of_its_address():
    attributes = 'r:id="rId9" w:anchor="page=3"'
    assert content(hyperlink(run("a"), attributes=attributes), related=[LINK]) == (
        Link(f"{LINK[2]}#page=3", (Text("a"),)),
    )


def test_a_link_inside_the_document_is_plain_text_in_the_letter():
    body = p(hyperlink(run("above"), attributes='w:anchor="_Ref1"'), run(" and below"))
    assert shown(body).blocks[0].content[0] == Link("#_Ref1", (Text("above"),))
    letter, findings = read(body)
    assert (letter.body[0].content, findings) == ((Text("above and below"),), [])


def test_a_link_whose_relation_is_missing_is_plain_text():
    assert content(hyperlink(run("a"))) == (Text("a"),)


@pytest.mark.parametrize(
    ("code", "address"),
    [
        (' HYPERLINK "https://example.org/a b" ', "https://example.org/a b"),
        (" HYPERLINK https://example.org/ ", "https://example.org/"),
        (' hyperlink "https://example.org/f" \\l "fact:ganja-1" \\o "tip" \\t "_blank" ', "https://example.org/f#fact:ganja-1"),
        (' HYPERLINK \\l "_Toc1" \\h ', "#_Toc1"),
        (' HYPERLINK "https://example.org/\\"q\\"" \\n ', 'https://example.org/"q"'),
        (" HYPERLINK ", ""),
    ],
)  # fmt: skip
def test_a_link_by_field_leads_where_its_code_says(code, address):
    text = (Text("words"),)
    expected = (Link(address, text),) if address else text
    assert content(field(code, run("words"))) == expected
    assert (
        content(f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{run("words")}</w:fldSimple>')
        == expected
    )


def test_a_field_may_run_through_paragraphs_and_hold_links():
    start, rest = field(' TOC \\o "1-3" ', "|").split("|")
    body = p(start, field(' HYPERLINK \\l "a" ', run("One"))), p(run("Two"), rest), p("Three")
    blocks = shown(*body).blocks
    assert [block.content for block in blocks] == [
        (Link("#a", (Text("One"),)),),
        (Text("Two"),),
        (Text("Three"),),
    ]


def test_a_field_inside_a_code_is_code():
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    rest = (
        '<w:r><w:instrText> = "a" "b" "c" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("shown")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p(code, field(" MERGEFIELD x ", run("hidden")), rest)) == ["shown"]


@pytest.mark.parametrize("kind", ["begin", "separate", "end"])
def test_a_sign_of_a_field_that_has_no_partner_hides_nothing(kind):
    assert texts(p("a", f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>', "b"), p("c")) == ["ab", "c"]


def test_a_deleted_field_is_shown_in_the_view_that_rejects_the_deletion():
    link = field(' HYPERLINK "https://example.org/" ', run("words")).replace("w:instrText", "w:delInstrText")
    deleted = f"<w:del>{link.replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"
    assert texts(p("a", deleted)) == ["a"]
    (block,) = shown(p("a", deleted), view="rejected").blocks
    assert block.content == (Text("a"), Link("https://example.org/", (Text("words"),)))


def test_the_words_of_a_button_are_text():
    code = field(" MACROBUTTON NoMacro [Click and type the name] ", "").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""
    )
    assert texts(p("Dear ", code, ":")) == ["Dear [Click and type the name]:"]


@pytest.mark.parametrize("code", [" FORMCHECKBOX ", " EQ \\f(1,2) ", " LISTNUM ", " SYMBOL 183 "])
def test_a_field_that_shows_what_we_cannot_see_is_named(code):
    letter, findings = read(p("a"), p("b ", field(code, "")))
    assert [block.content for block in letter.body] == [(Text("a"),), (Text("b "),)]
    assert rules(findings) == [("field", "error", 2)]


def test_a_field_of_an_index_shows_nothing_and_is_not_named():
    letter, findings = read(p("a", field(' XE "word" ', "")))
    assert (letter.body[0].content, findings) == ((Text("a"),), [])


def test_links_in_notes_lead_by_relation_and_by_field_alike():
    part = notes(
        n1=noted("See ", hyperlink(run("x")), ", ", field(' HYPERLINK "https://b.example/" ', run("y")))
    )
    document = shown(
        p("Text.", call(1)),
        footnotes=part,
        **{"_rels/footnotes__xml__rels": relations(("rId9", "hyperlink", "https://a.example/"))},
    )
    (note,) = document.notes
    assert note.text == "See x, y"
    assert note.links == ("https://a.example/", "https://b.example/")
    assert [link.url for link in document.links()] == ["https://a.example/", "https://b.example/"]


def test_a_link_and_a_call_inside_a_claim_keep_their_places():
    claim = f'<w:sdt><w:sdtPr><w:tag w:val="fact:a"/></w:sdtPr><w:sdtContent>{run("See ")}{hyperlink(run("it"))}{call(1)}{run(" there")}</w:sdtContent></w:sdt>'
    assert content(claim, related=[LINK], footnotes=notes(n1=noted("x"))) == (
        Claim("a", (Text("See "), Link(LINK[2], (Text("it"),)))),
        NoteRef(1),
        Claim("a", (Text(" there"),)),
    )


def test_an_inserted_link_is_gone_where_insertions_are_rejected():
    body = p("a", ins(hyperlink(run("b"))), gone("c"))
    data = {"related": [LINK]}
    assert texts(body, **data) == ["ab"]
    assert texts(body, view="rejected", **data) == ["ac"]


@pytest.mark.parametrize(
    "code", [" MERGEFIELD Name ", " DOCPROPERTY Case ", ' IF 1 = 1 "a" "b" ', " FORMTEXT "]
)
def test_a_field_that_shows_nothing_yet_is_named_where_it_stands(code):
    _, findings = read(p("a"), p("b ", field(code, run(" "))), p("c"))
    assert rules(findings) == [("field", "error", 2)]


@pytest.mark.parametrize(
    "code", [' XE "Ganja" ', " PAGE ", " ADDIN ZOTERO_TEMP ", ' HYPERLINK "https://a.org" ']
)
def test_a_field_that_never_shows_words_is_passed_over(code):
    assert read(p("a ", field(code, "")))[1] == []
