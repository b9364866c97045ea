import zlib

import pytest
from tests.docx.letters import LOOK, claim, letter, link, note, two_pages
from tests.docx.reading import links, part, value, values, words

from letterkit.docx.write import write
from letterkit.docx.xml import WORD_2012, w
from letterkit.errors import LetterkitError
from letterkit.letter.model import NoteRef, Placeholder, line, paragraph


def body_of(*content, **parts):
    """Return the only paragraph of a letter as XML."""
    (body,) = part(write(letter(paragraph(*content), **parts), LOOK)).iter(w("p"))
    return body


def test_a_claim_stands_in_a_content_control_inside_a_hidden_bookmark_without_the_call_of_its_note():
    body = body_of(
        "So: ", claim("ganja-shelled", "Ganja was shelled."), NoteRef(1), notes=(note(1, "Source."),)
    )
    assert [child.tag for child in body] == [
        w("pPr"), w("r"), w("bookmarkStart"), w("sdt"), w("bookmarkEnd"), w("r"),
    ]  # fmt: skip
    start, control, end = body[2:5]
    assert start.get(w("name")) == "_fact_ganja_shelled"
    assert start.get(w("id")) == end.get(w("id"))
    about = control.find(w("sdtPr"))
    assert value(about.find(w("tag"))) == "fact:ganja-shelled"
    assert value(about.find(w("alias"))) == "ganja-shelled"
    assert about.find(f"{{{WORD_2012}}}appearance").get(f"{{{WORD_2012}}}val") == "hidden"
    assert words(control) == "Ganja was shelled."


def test_the_number_of_a_control_is_the_checksum_of_claim_and_use():
    body = body_of(claim("x-y", "once"), claim("x-y", "twice", use=2))
    expected = [str(zlib.crc32(use) & 0x7FFFFFFF) for use in (b"x-y#1", b"x-y#2")]
    assert [value(each.find(f"{w('sdtPr')}/{w('id')}")) for each in body.iter(w("sdt"))] == expected


def test_from_the_second_use_on_the_bookmark_counts_and_the_tag_does_not():
    body = body_of(claim("a-b", "one"), claim("a-b", "two", use=2), claim("a-b", "three", use=3))
    assert [each.get(w("name")) for each in body.iter(w("bookmarkStart"))] == [
        "_fact_a_b",
        "_fact_a_b__2",
        "_fact_a_b__3",
    ]
    assert [value(each) for each in body.iter(w("tag"))] == ["fact:a-b"] * 3


def test_controls_stay_apart_where_checksums_meet(monkeypatch):
    monkeypatch.setattr("letterkit.docx.inline.zlib.crc32", lambda _: 0x7FFFFFFF)
    body = body_of(claim("a", "1"), claim("b", "2"), claim("c", "3"))
    assert [value(each.find(f"{w('sdtPr')}/{w('id')}")) for each in body.iter(w("sdt"))] == [
        "2147483647",
        "1",
        "2",
    ]


def test_the_longest_id_fits_its_bookmark_at_the_hundredth_use():
    longest = "a-" * 14 + "b"
    assert len(longest) == 29
    body = body_of(claim(longest, "x", use=100))
    assert len(body.find(w("bookmarkStart")).get(w("name"))) == 40


@pytest.mark.parametrize("unfit", ["", "Upper", "under_score", 'quote"', "a--b", "-a", "a" * 41])
def test_an_id_that_cannot_be_a_bookmark_is_refused(unfit):
    with pytest.raises(LetterkitError, match="cannot mark a claim in Word"):
        body_of(claim(unfit, "words"))


def test_the_same_use_of_a_claim_at_two_places_is_refused():
    with pytest.raises(LetterkitError, match="two places as use 1 of claim a-b"):
        body_of(claim("a-b", "here"), claim("a-b", "there"))


def test_links_and_placeholders_live_inside_claims():
    body = body_of(
        claim("a", "See ", link("https://example.org/", "this"), " and ", Placeholder("[that]"), ".")
    )
    assert words(body.find(w("sdt"))) == "See this and [that]."
    assert [value(each) for each in body.iter(w("rStyle"))] == ["Hyperlink", "Placeholder"]


def test_a_claim_in_a_note_is_marked_with_numbers_of_its_own():
    written = write(letter(paragraph(claim("a", "x"), NoteRef(1)), notes=(note(1, claim("b", "y")),)), LOOK)
    assert values(written, "bookmarkStart", "id") == ["1"]
    assert values(written, "bookmarkStart", "id", "word/footnotes.xml") == ["2"]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        ('https://example.org/a b"<>{}|\\^`', "https://example.org/a%20b%22%3C%3E%7B%7D%7C%5C%5E%60"),
        ("https://example.org/ə", "https://example.org/%C9%99"),
        ("mailto:office@example.org", "mailto:office@example.org"),
    ],
)
def test_a_link_leads_to_its_address_escaped_where_word_would_call_the_file_damaged(address, target):
    written = write(letter(paragraph(link(address, "here"))), LOOK)
    assert links(written, "word/document.xml") == {"here": target}


def test_claims_of_the_two_page_letter_are_all_marked():
    written = write(two_pages(), LOOK)
    assert len(values(written, "tag")) == 16
    assert values(written, "tag").count("fact:internet-limits") == 2


def test_a_link_in_an_address_line_works_as_well():
    written = write(
        letter(letterhead=(line("Organization"), (link("https://example.org/", "example.org"),))), LOOK
    )
    assert links(written, "word/document.xml") == {"example.org": "https://example.org/"}
