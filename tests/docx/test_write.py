import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.docx.letters import LOOK, letter, two_pages
from tests.docx.reading import members, paragraphs, part, value, words

from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.errors import LetterkitError
from letterkit.letter.model import Heading, Link, ListBlock, Placeholder, Text, line, lines, paragraph

PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n")
)


def test_each_part_of_a_letter_wears_the_style_named_after_it():
    written = write(
        letter(
            paragraph("First."),
            Heading(line("Why")),
            ListBlock(lines("one", "two")),
            ListBlock(lines("three"), ordered=True),
            letterhead=lines("Organization", "Street"),
            date=line("October 21, 2020"),
            delivery=line("Via e-mail"),
            addressees=(lines("Name", "City"),),
            subject=line("A request"),
            salutation=line("Dear Name:"),
            close=line("Sincerely,"),
            signatures=(lines("Signatory", "Title"),),
            enclosures=lines("Enclosures: 2", "A report"),
            copies=lines("cc: Somebody"),
        ),
        LOOK,
    )
    assert paragraphs(written) == [
        ("Letterhead", "Organization"),
        ("Letterhead Details", "Street"),
        ("Date", "October 21, 2020"),
        ("Delivery Line", "Via e-mail"),
        ("Inside Address", "Name\nCity"),
        ("heading 1", "Re:\tA request"),
        ("Salutation", "Dear Name:"),
        ("Body Text", "First."),
        ("heading 2", "Why"),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Number", "three"),
        ("Closing", "Sincerely,"),
        ("Signature", "Signatory\nTitle"),
        ("Enclosures", "Enclosures: 2"),
        ("Enclosures", "A report"),
        ("Copies", "cc: Somebody"),
    ]


def test_a_part_that_a_letter_lacks_leaves_no_empty_paragraph():
    assert paragraphs(write(letter(paragraph("Body.")), LOOK)) == [("Body Text", "Body.")]


def test_several_addressees_and_signatories_have_a_paragraph_each():
    written = write(
        letter(
            addressees=(lines("The Chair", "Senate"), lines("The Ranking Member of the Committee, Senate")),
            signatures=(lines("One"), lines("Two")),
        ),
        LOOK,
    )
    assert paragraphs(written) == [
        ("Inside Address", "The Chair\nSenate"),
        ("Inside Address", "The Ranking Member of the Committee, Senate"),
        ("Signature", "One"),
        ("Signature", "Two"),
    ]


def test_an_empty_line_inside_an_address_stays():
    written = write(letter(addressees=(((), *lines("Name"), (), *lines("City")),)), LOOK)
    assert paragraphs(written) == [("Inside Address", "\nName\n\nCity")]


def test_a_paragraph_stays_with_the_list_it_leads_in_and_the_last_one_with_the_close():
    written = write(
        letter(
            paragraph("Before."),
            paragraph("We ask you to:"),
            ListBlock(lines("one", "two")),
            paragraph("Thank you."),
            close=line("Sincerely,"),
        ),
        LOOK,
    )
    held = {
        words(each)
        for each in part(written).iter(w("p"))
        if each.find(f"{w('pPr')}/{w('keepNext')}") is not None
    }
    assert held == {"We ask you to:", "Thank you."}


def test_a_list_at_the_end_of_the_body_keeps_its_last_item_with_the_close():
    written = write(letter(ListBlock(lines("one", "two"))), LOOK)
    held = [
        words(each)
        for each in part(written).iter(w("p"))
        if each.find(f"{w('pPr')}/{w('keepNext')}") is not None
    ]
    assert held == ["two"]


def test_bold_and_italic_words_are_runs_of_their_own():
    written = write(letter(paragraph("a ", Text("b", bold=True), Text("c", italic=True))), LOOK)
    looks = [[each.tag for each in run.iterfind(f"{w('rPr')}/*")] for run in part(written).iter(w("r"))]
    assert looks == [[], [w("b"), w("bCs")], [w("i"), w("iCs")]]


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "AT&T &amp; others",
        "{{ 7*7 }}",
        "[@x] [^1] *x* \\",
        "]]>",
        "  two  spaces  ",
        "October\xa021,\xa02020, anti\u2011personnel, soft\xadhyphen",
        "tab\tand\nbreak",
        "Əliyev Çingiz oğlu, Շահումյան, Гянджа",
        "محمد علي (2020) حسن, שלום",
        "𐤀𐤁 and 😀",
    ],
)
def test_text_of_any_kind_prints_as_its_characters(text):
    written = write(letter(paragraph(text), subject=line("S"), running=(text,)), LOOK)
    assert paragraphs(written)[1] == ("Body Text", text)


@settings(max_examples=60, deadline=None)
@given(body=PRINTABLE, title=PRINTABLE, address=PRINTABLE, style=st.booleans())
def test_no_text_can_break_the_file(body, title, address, style):
    content = paragraph(Text(body, bold=style, italic=style), Placeholder(body), Link(address, (Text(body),)))
    written = write(letter(content, subject=line(title), running=(body, title)), LOOK)
    expected = [("heading 1", f"Re:\t{title}")] if title else []
    assert paragraphs(written) == [*expected, ("Body Text", body * 3)]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\r", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_no_word_file_can_hold_is_refused_with_its_place(character):
    with pytest.raises(LetterkitError) as refused:
        write(letter(paragraph(f"at least 12{character} people")), LOOK)
    assert refused.value.message == (
        f"The letter holds the unprintable character U+{ord(character):04X} after “at least 12”."
    )
    assert refused.value.hint


def test_a_control_character_in_an_address_is_refused_as_well():
    with pytest.raises(LetterkitError, match=r"U\+0000"):
        write(letter(paragraph(Link("https://example.org/\x00", (Text("x"),)))), LOOK)


def test_words_from_right_to_left_are_runs_that_say_so():
    written = write(letter(paragraph("Signed by ", Text("محمد 7 علي", bold=True), " today")), LOOK)
    runs = [
        (words(run), run.find(f"{w('rPr')}/{w('rtl')}") is not None) for run in part(written).iter(w("r"))
    ]
    assert runs == [("Signed by ", False), ("محمد 7 علي", True), (" today", False)]


def test_the_letter_s_language_is_the_language_of_all_text():
    written = write(replace(two_pages(), language="fr-FR"), LOOK)
    assert {each.get(w("val")) for each in part(written, "word/styles.xml").iter(w("lang"))} == {"fr-FR"}


def test_the_page_is_us_letter_with_a_first_page_of_its_own():
    section = part(write(two_pages(), LOOK)).find(f"{w('body')}/{w('sectPr')}")
    size = section.find(w("pgSz"))
    assert (size.get(w("w")), size.get(w("h"))) == ("12240", "15840")
    assert section.find(w("titlePg")) is not None


def test_the_same_letter_gives_the_same_bytes():
    assert write(two_pages(), LOOK) == write(two_pages(), LOOK)


def test_no_clock_time_stands_in_the_file():
    with zipfile.ZipFile(io.BytesIO(write(two_pages(), LOOK))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_a_placeholder_wears_its_own_style():
    written = write(letter(signatures=(((Placeholder("[Title]"),),),)), LOOK)
    (run,) = part(written).iter(w("r"))
    assert (words(run), value(run.find(f"{w('rPr')}/{w('rStyle')}"))) == ("[Title]", "Placeholder")


def test_a_heading_deeper_than_the_look_knows_is_refused_by_name():
    with pytest.raises(LetterkitError, match="The look has no style “heading 7”"):
        write(letter(Heading(line("deep"), level=7)), LOOK)


def test_nothing_of_the_record_stands_on_the_page():
    assert b"cluster-munitions" not in members(write(two_pages(), LOOK))["word/document.xml"]
