"""What no letter can hold is named with its place, and its words are not dropped in silence."""

import base64

import pytest
from tests.docx.made import (
    SPACES,
    bookmark,
    control,
    docx,
    p,
    read,
    rules,
    run,
    shown,
    styles,
    texts,
    types,
    zipped,
)

from letterkit.docx.read import read as read_file
from letterkit.letter.model import Paragraph, Picture, Text

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
IMAGE = ("rId7", "image", "media/logo.png")
BOX = f"<w:txbxContent>{p('boxed ')}{p('words')}</w:txbxContent>"


def graphic(kind, inside, words=""):
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="457200"/><wp:docPr id="1" name="n" descr="{words}"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}">{inside}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def picture(words="Logo", key="rId7", attribute="embed"):
    return graphic("picture", f'<a:blip r:{attribute}="{key}"/>', words)


def vml(inside, style="width:72pt;height:1in", alt=""):
    return f'<w:r><w:pict><v:shape style="{style}" alt="{alt}">{inside}</v:shape></w:pict></w:r>'


def choice(chosen, fallback, wanted="wps"):
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{wanted}">{chosen}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


@pytest.mark.parametrize(
    ("odd", "rule", "words"),
    [
        (f"<w:tbl><w:tr><w:tc>{p('21 killed')}</w:tc></w:tr></w:tbl>", "table", ["a", "21 killed", "b"]),
        (p(vml(f"<v:textbox>{BOX}</v:textbox>")), "text-box", ["a", "", "boxed ", "words", "b"]),
        (p(f"<w:r>{choice(graphic('wps', f'<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>'), vml(BOX))}</w:r>"), "text-box", ["a", "", "boxed ", "words", "b"]),
        (p(graphic("chart", "<c/>", "Deaths by month")), "drawing", ["a", "", "b"]),
        (p(graphic("diagram", "<d/>")), "drawing", ["a", "", "b"]),
        (p(vml('<v:textpath string="DRAFT"/>')), "drawing", ["a", "", "b"]),
        (p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'), "embedded-object", ["a", "", "b"]),
        ('<w:altChunk r:id="rId9"/>', "alternative-format", ["a", "b"]),
        ('<w:subDoc r:id="rId9"/>', "subdocument", ["a", "b"]),
        (p("x", "<m:oMath><m:r><m:rPr/><m:t>E=mc</m:t></m:r></m:oMath>"), "equation", ["a", "xE=mc", "b"]),
        (p("<w:r><w:ruby><w:rubyPr/><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby></w:r>"), "ruby", ["a", "漢", "b"]),
        (p(run("J", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')), "symbol", ["a", "J", "b"]),
        (p(run("pale", '<w:color w:val="FFFFFF"/>')), "invisible-text", ["a", "pale", "b"]),
        (p(run("tiny", '<w:sz w:val="2"/>')), "invisible-text", ["a", "tiny", "b"]),
        (p(run("thin", '<w:w w:val="1"/>')), "invisible-text", ["a", "thin", "b"]),
        (p(run("\u202e12\u202c")), "reordered-text", ["a", "\u202e12\u202c", "b"]),
        (p(f'<w:bdo w:val="rtl">{run("12")}</w:bdo>'), "reordered-text", ["a", "12", "b"]),
        (p("<w:r><w:dayLong/></w:r>"), "field", ["a", "", "b"]),
        (p("T", properties='<w:framePr w:dropCap="drop"/>'), "text-box", ["a", "T", "b"]),
        (p(graphic("picture", "", "Map")), "picture", ["a", "", "b"]),
        (p(run("21", "<w:strike/>")), "formatting", ["a", "21", "b"]),
        (p('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'), "symbol", ["a", "\ufffd", "b"]),
        (p("\uf0a7"), "symbol", ["a", "\uf0a7", "b"]),
        (p("c", '<w:r><w:br w:type="page"/></w:r>'), "page-break", ["a", "c\f", "b"]),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)  # fmt: skip
def test_what_no_letter_can_hold_is_named_with_its_paragraph_and_its_words_are_read(odd, rule, words):
    place = 1 if odd.startswith(("<w:altChunk", "<w:subDoc")) else 2
    assert texts(p("a"), odd, p("b")) == words
    _, findings = read(p("a"), odd, p("b"))
    assert [(each.rule, each.place.paragraph) for each in findings] == [(rule, place)]


def test_a_drawing_in_two_forms_is_read_once_and_in_the_form_that_we_know():
    old = vml(f"<v:textbox>{BOX}</v:textbox>")
    known = p(choice(graphic("wps", f"<wps:txbx>{BOX}</wps:txbx>"), old))
    unknown = p(choice(graphic("new", "<n/>"), old, wanted="w14 aink"))
    for body in (known, unknown):
        document = shown(p("a"), body)
        assert [block.text for block in document.blocks] == ["a", "", "boxed ", "words"]
        assert [each.rule for each in document.oddities] == ["text-box"]


def test_an_alternative_that_nobody_knows_is_read_rather_than_lost():
    only = f'<mc:AlternateContent><mc:Choice Requires="zz">{run("words")}</mc:Choice></mc:AlternateContent>'
    assert texts(p("a ", only)) == ["a words"]


def test_the_words_of_tables_and_boxes_stand_in_the_letter_in_reading_order():
    table = f"<w:tbl><w:tr><w:tc>{p('21')}</w:tc><w:tc>{p('killed')}</w:tc></w:tr></w:tbl>"
    letter, _ = read(p("a"), table, p("b", vml(BOX)))
    assert [block.content[0].text for block in letter.body] == ["a", "21", "killed", "b", "boxed ", "words"]


def test_what_stands_in_a_deleted_row_is_named_only_where_it_shows():
    gone = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(picture())}</w:tc></w:tr></w:tbl>"
    rules_of = {
        view: [each.rule for each in read(p("a"), gone, view=view, related=[IMAGE])[1]]
        for view in ("accepted", "rejected")
    }
    assert rules_of["accepted"] == ["table", "tracked-changes"]
    assert rules_of["rejected"] == ["table", "tracked-changes", "picture"]


def test_pictures_of_letterhead_and_signature_are_kept_with_their_text_and_size():
    letter, findings = read(
        p(picture("Logo")), p("October 21, 2020", style="Date"), p("Text."), p("Sincerely,", style="Closing"),
        p(vml('<v:imagedata r:id="rId7"/>', alt="Signature of A. B.")), p("A. B.", style="Signature"),
        p(picture("Stamp")),
        related=[IMAGE], **{"media/logo__png": PNG},
    )  # fmt: skip
    assert letter.pictures == (
        Picture(PNG, "Logo", 72, 36, "letterhead"),
        Picture(PNG, "Signature of A. B.", 72, 72, "signature"),
        Picture(PNG, "Stamp", 72, 36, "signature"),
    )
    assert findings == []


@pytest.mark.parametrize(
    ("body", "files", "message"),
    [
        ([p("a"), p("b", picture())], {"media/logo__png": PNG}, "a picture cannot stand in the text of a letter: “Logo”"),
        ([p(picture()), p("October 21, 2020", style="Date")], {}, "a picture is not in the file itself: “Logo”"),
        ([p(picture(attribute="link")), p("x", style="Date")], {}, "a picture is not in the file itself: “Logo”"),
        ([p(picture()), p("x", style="Date")], {"media/logo__png": b"GIF89a"}, "a picture is no PNG or JPEG: “Logo”"),
        ([p(vml('<v:imagedata r:id="rId7"/>', style="")), p("x", style="Date")], {"media/logo__png": PNG}, "a picture does not say how large it is"),
    ],
)  # fmt: skip
def test_a_picture_that_a_letter_cannot_keep_is_an_error(body, files, message):
    letter, findings = read(*body, related=[IMAGE], **files)
    assert letter.pictures == ()
    assert [(each.rule, each.severity, each.message) for each in findings] == [("picture", "error", message)]


def test_a_picture_without_a_description_is_kept_and_named():
    letter, findings = read(p(picture("")), p("x", style="Date"), related=[IMAGE], **{"media/logo__png": PNG})
    assert (len(letter.pictures), rules(findings)) == (1, [("picture-text", "warning", 1)])


@pytest.mark.parametrize(
    "shown_not",
    [
        picture().replace("<wp:docPr", '<wp:docPr hidden="1"'),
        picture().replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        vml('<v:imagedata r:id="rId7"/>', style="width:72pt;height:1in;visibility:hidden", alt="Logo"),
    ],
)
def test_a_hidden_picture_is_named_and_not_kept(shown_not):
    letter, findings = read(p(shown_not), p("x", style="Date"), related=[IMAGE], **{"media/logo__png": PNG})
    assert letter.pictures == ()
    assert [(each.rule, each.message) for each in findings] == [
        ("hidden-text", "a hidden picture is in the file, but not in the letter: “Logo”")
    ]


def test_white_text_on_a_dark_ground_is_seen():
    dark = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'
    assert read(p(run("pale", dark)))[1] == []


def test_a_style_s_symbol_font_counts():
    extra = '<w:style w:type="character" w:styleId="Sy"><w:name w:val="Sy"/><w:rPr><w:rFonts w:hAnsi="Webdings"/></w:rPr></w:style>'
    _, findings = read(p("a", run("b", '<w:rStyle w:val="Sy"/>')), styles=styles(extra))
    assert [(each.rule, each.message) for each in findings] == [
        ("symbol", "text in a symbol font stands for no known character: “b”")
    ]


def test_a_page_break_parts_the_lines_that_it_stands_between():
    letter, _ = read(p("a", '<w:r><w:br w:type="page"/></w:r>', "b", '<w:r><w:br w:type="page"/></w:r>'))
    assert letter.body == (Paragraph((Text("a\nb"),)),)


def test_places_count_every_paragraph_of_the_text_also_those_of_the_form_not_read():
    old = vml(f"<v:textbox>{BOX}</v:textbox>")
    both = p("x", choice(graphic("wps", f"<wps:txbx>{BOX}</wps:txbx>"), old), bookmark("_fact_a", run("y")))
    document = shown(p("a"), both, p("b"))
    assert [block.place for block in document.blocks] == [1, 2, 3, 4, 7]
    assert [claim.place for claim in document.claims] == [2]


def test_a_picture_elsewhere_is_never_fetched():
    outside = ("rId7", "image", "https://example.org/logo.png")
    letter, findings = read(p(picture()), p("x", style="Date"), related=[outside])
    assert (letter.pictures, rules(findings)) == ((), [("picture", "error", 1)])


def test_macros_are_named():
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = zipped(
        {
            "[Content_Types].xml": types(kind=kind),
            "word/document.xml": f"<w:document {SPACES}><w:body>{p('a')}</w:body></w:document>",
        }
    )
    letter, findings = read_file(data)
    assert letter.body == (Paragraph((Text("a"),)),)
    assert [(each.rule, each.severity, each.message) for each in findings] == [
        ("macros", "error", "macros: programs inside the document cannot be part of a letter")
    ]
    assert [
        each.rule for each in read_file(docx(p("a"), related=[("m", "vbaProject", "vbaProject.bin")]))[1]
    ] == ["macros"]


def test_a_second_body_is_not_part_of_the_letter_and_is_named():
    data = docx(p("one"), end=f"</w:body><w:body>{p('two')}")
    letter, findings = read_file(data)
    assert letter.body == (Paragraph((Text("one"),)),)
    assert rules(findings) == [("second-body", "error", None)]


def test_a_control_with_a_check_box_shows_its_sign():
    box = control("", run("☒"), properties='<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')
    assert texts(p(box, " agreed")) == ["☒ agreed"]
