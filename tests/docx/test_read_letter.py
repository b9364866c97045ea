"""Letters of other programs: the parts found by their styles, and where these are lost, by form and order."""

import pytest
from tests.docx.made import SPACES, docx, noted, notes, p, read, rules, run, shown, styles
from tests.docx.made import note_call as call

from letterkit.docx.read import letter_of
from letterkit.docx.read import read as read_file
from letterkit.docx.reading import forms
from letterkit.letter import text
from letterkit.letter.model import Heading, Link, NoteRef, Paragraph, Text, line, lines

EMPTY = p()
PLAIN = (
    p("Amnesty International USA"),
    p("600 Pennsylvania Avenue SE"),
    EMPTY,
    p("Washington, October 21, 2020"),
    EMPTY,
    p("Via e-mail"),
    EMPTY,
    p("The Honorable Philip T. Reeker"),
    p("U.S. Department of State"),
    p("Washington, DC 20520"),
    EMPTY,
    p("The Chair\n"),
    p("Committee"),
    EMPTY,
    p("RE: Cluster munitions"),
    EMPTY,
    p("Dear Ambassador Reeker:"),
    EMPTY,
    p("We write to you."),
    p("Why", style="Heading2"),
    p("Because."),
    EMPTY,
    p("Respectfully yours,"),
    EMPTY,
    EMPTY,
    p("A. B."),
    p("Director"),
    EMPTY,
    p("C. D."),
    EMPTY,
    p("Enclosures: 2"),
    p("A report"),
    p("cc: Somebody"),
    p("Somebody else"),
)


def test_a_letter_without_styles_is_read_by_its_form_and_order():
    letter, findings = read(*PLAIN, styles=styles(Heading2="heading 2"))
    assert letter.letterhead == lines("Amnesty International USA", "600 Pennsylvania Avenue SE")
    assert letter.date == line("Washington, October 21, 2020")
    assert letter.delivery == line("Via e-mail")
    assert letter.addressees == (
        lines("The Honorable Philip T. Reeker", "U.S. Department of State", "Washington, DC 20520"),
        lines("The Chair ", "Committee"),
    )
    assert (letter.subject, letter.salutation) == (line("Cluster munitions"), line("Dear Ambassador Reeker:"))
    assert letter.body == (
        Paragraph(line("We write to you.")),
        Heading(line("Why")),
        Paragraph(line("Because.")),
    )
    assert letter.close == line("Respectfully yours,")
    assert letter.signatures == (lines("A. B.", "Director"), lines("C. D."))
    assert (letter.enclosures, letter.copies) == (
        lines("Enclosures: 2", "A report"),
        lines("cc: Somebody", "Somebody else"),
    )
    assert findings == []


def test_the_same_letter_with_breaks_instead_of_paragraphs_is_read_alike():
    broken = "<w:r><w:br/></w:r>"
    body = (
        p("October 21, 2020"), EMPTY, p("Mr. X", broken, "Ministry", broken, "Baku"), EMPTY,
        p("Dear Mr. X:"), p("Text."), p("Sincerely,"), EMPTY, p("A. B.", broken, "Director"),
    )  # fmt: skip
    letter, findings = read(*body)
    assert letter.addressees == (lines("Mr. X", "Ministry", "Baku"),)
    assert (letter.signatures, findings) == ((lines("A. B.", "Director"),), [])


def test_a_subject_line_below_the_salutation_is_the_subject_and_its_place_is_named():
    letter, findings = read(p("Dear Sir:"), p("Re: Munitions"), p("Text."))
    assert (letter.subject, letter.body) == (line("Munitions"), (Paragraph(line("Text.")),))
    assert rules(findings) == [("part-order", "warning", 2)]


def test_an_address_above_the_date_is_the_address():
    letter, _ = read(
        p("Amnesty"), EMPTY, p("Mr. X"), p("Baku"), EMPTY, p("21 October 2020"), p("Dear Mr. X,"), p("a")
    )
    assert (letter.letterhead, letter.addressees) == (lines("Amnesty"), (lines("Mr. X", "Baku"),))


def test_a_letter_without_a_date_has_its_first_lines_as_letterhead():
    letter, _ = read(p("Amnesty"), EMPTY, p("Mr. X"), p("Baku"), EMPTY, p("Excellency,"), p("a"))
    assert (letter.letterhead, letter.addressees) == (lines("Amnesty"), (lines("Mr. X", "Baku"),))


def test_a_document_that_is_no_letter_is_all_body():
    letter, findings = read(p("Beautiful is better than ugly."), p("Explicit is better than implicit."))
    assert [block.content for block in letter.body] == [
        line("Beautiful is better than ugly."),
        line("Explicit is better than implicit."),
    ]
    assert findings == []


def test_styles_decide_before_forms():
    letter, findings = read(
        p("October 21, 2020", style="Date"), p("Dear Sir:", style="InsideAddress"), p("Friends,", style="Salutation"),
        p("Sincerely,", style="BodyText"), p("In hope,", style="Closing"), p("cc: X", style="Signature"),
    )  # fmt: skip
    assert letter.addressees == (lines("Dear Sir:"),)
    assert (letter.salutation, letter.close) == (line("Friends,"), line("In hope,"))
    assert (letter.body, letter.signatures) == ((Paragraph(line("Sincerely,")),), (lines("cc: X"),))
    assert findings == []


def test_a_style_based_on_that_of_a_part_names_the_part():
    extra = '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Date"/></w:style>'
    assert read(p("some day", style="Mine"), p("a"), styles=styles(extra))[0].date == line("some day")


def test_styles_that_are_based_on_one_another_in_a_circle_do_no_harm():
    extra = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("XY", "YX", "ZZ")
    )
    assert [b.styles for b in shown(p("a", style="X"), p("b", style="Z"), styles=styles(extra)).blocks] == [
        ("x", "y"),
        ("z",),
    ]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 2", 2), ("Heading 3", 3), ("Überschrift 2", 2), ("Titre 2", 2), ("Заголовок 2", 2), ("见出し", 0),
        ("標題 2", 2), ("heading 2 Char", 0),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_style_s_name_in_any_language(name, level):
    assert shown(p("a", style="S"), styles=styles(S=name)).blocks[0].level == level


def test_a_heading_is_known_by_its_place_in_the_outline():
    outlined = '<w:outlineLvl w:val="2"/>'
    extra = (
        f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr>{outlined}</w:pPr></w:style>'
    )
    body = p("a", style="S"), p("b", properties=outlined), p("c", properties='<w:outlineLvl w:val="9"/>')
    assert [block.level for block in shown(*body, styles=styles(extra)).blocks] == [3, 3, 0]


def test_a_heading_of_level_1_in_the_body_is_one_of_level_2():
    letter, findings = read(p("Dear Sir:"), p("a"), p("Why", style="Heading1"))
    assert (letter.body[1], findings) == (Heading(line("Why"), 2), [])


def test_empty_paragraphs_and_page_breaks_are_not_in_the_letter():
    letter, findings = read(p("a"), p(), p("  "), p('<w:r><w:br w:type="page"/></w:r>'), p("b"))
    assert [block.content for block in letter.body] == [line("a"), line("b")]
    assert rules(findings) == [("page-break", "info", 4)]


def test_a_paragraph_that_only_calls_a_note_is_kept():
    letter, _ = read(p(call(1)), footnotes=notes(n1=noted("x")))
    assert letter.body == (Paragraph((NoteRef(1),)),)


def test_words_below_the_signature_stay_there_and_are_named():
    letter, findings = read(
        p("Dear Sir:", style="Salutation"), p("a", style="BodyText"), p("Sincerely,", style="Closing"),
        p("A. B.", style="Signature"), p("P.S. One more thing.", style="BodyText"),
    )  # fmt: skip
    assert letter.signatures == (lines("A. B.", "P.S. One more thing."),)
    assert [(each.rule, each.place.paragraph) for each in findings] == [("part-misplaced", 5)]


def test_a_part_s_style_inside_the_body_is_body_and_is_named():
    letter, findings = read(
        p("Dear Sir:", style="Salutation"), p("a", style="Date"), p("Sincerely,", style="Closing"),
    )  # fmt: skip
    assert letter.body == (Paragraph(line("a")),)
    assert rules(findings) == [("part-misplaced", "warning", 2)]


def test_the_language_is_that_of_the_document_s_text():
    usual = f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="az-Latn-AZ"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
    assert read(p("a"), styles=usual)[0].language == "az-Latn-AZ"
    assert read(p("a"), styles=usual.replace("az-Latn-AZ", "x-none"))[0].language == "en-US"
    assert read(p("a"))[0].language == "en-US"


@pytest.mark.parametrize(
    "words",
    ["October 21, 2020", "October\xa021,\xa02020", "21 October 2020", "21st of October 2020", "2020-10-21", "10/21/2020",
     "21.10.2020", "Wednesday, October 21, 2020", "Washington, D.C., October 21, 2020", "Baku, 21 October 2020", "Oct. 21, 2020"],
)  # fmt: skip
def test_dates_are_known(words):
    assert forms.is_date(words)


@pytest.mark.parametrize(
    "words",
    ["On October 21, 2020, two missiles struck Ganja.", "October 2020", "21", "May God help us", "3.14"],
)
def test_sentences_with_dates_are_no_dates(words):
    assert not forms.is_date(words)


@pytest.mark.parametrize(
    "words",
    ["Dear Ambassador Reeker:", "Dear Sir or Madam,", "Dear Mr. X", "Excellency,", "Your Excellency:", "Excellencies:",
     "To Whom It May Concern:", "Madam High Commissioner:", "Mr. President,", "Distinguished Delegates:"],
)  # fmt: skip
def test_salutations_are_known(words):
    assert forms.is_salutation(words)


@pytest.mark.parametrize(
    "words",
    ["Sincerely,", "Yours sincerely,", "Respectfully submitted,", "Very truly yours,", "Best regards,", "With appreciation,",
     "In solidarity,", "With kind regards", "Accept, Excellency, the renewed assurances of my highest consideration."],
)  # fmt: skip
def test_closes_are_known(words):
    assert forms.is_close(words)


@pytest.mark.parametrize(
    "words",
    [
        "Dear friends of mine were killed. They were 21.",
        "We thank you for your attention.",
        "With 21 killed,",
        "Regardless,",
    ],
)
def test_sentences_are_neither_salutation_nor_close(words):
    assert not forms.is_salutation(words)
    assert not forms.is_close(words)


def test_the_plain_text_of_a_letter_has_its_parts_in_order_and_its_notes_at_the_end():
    body = *PLAIN[:-4], p("Enclosures: 2")
    part = notes(n1=noted("See ", '<w:hyperlink r:id="rId9">' + run("this") + "</w:hyperlink>"))
    rels = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
            'Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>')  # fmt: skip
    letter, _ = read_file(docx(*body[:18], p("We write to you.", call(1)), *body[19:], footnotes=part,
                               styles=styles(Heading2="heading 2"), **{"_rels/footnotes__xml__rels": rels}))  # fmt: skip
    assert letter.notes[0].content == (Text("See "), Link("https://example.org/", (Text("this"),)))
    assert text.write(letter) == (
        "Amnesty International USA\n600 Pennsylvania Avenue SE\n\nWashington, October 21, 2020\n\nVia e-mail\n\n"
        "The Honorable Philip T. Reeker\nU.S. Department of State\nWashington, DC 20520\n\nThe Chair \nCommittee\n\n"
        "Re: Cluster munitions\n\nDear Ambassador Reeker:\n\nWe write to you.[1]\n\n## Why\n\nBecause.\n\n"
        "Respectfully yours,\n\nA. B.\nDirector\n\nC. D.\n\nEnclosures: 2\n\n[1] See this <https://example.org/>\n"
    )


def test_a_letter_may_be_put_together_from_either_view():
    body = p("Dear Sir:", style="Salutation"), p("a", '<w:ins w:id="1">' + run("b") + "</w:ins>")
    for view, words in (("accepted", "ab"), ("rejected", "a")):
        assert letter_of(shown(*body, view=view))[0].body == (Paragraph(line(words)),)
