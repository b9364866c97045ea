import pytest
from tests.docx.letters import BOMBS, LOOK, SALVOS, letter, link, note, two_pages
from tests.docx.reading import changed, links, members, paragraphs, part, value, values

from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.errors import LetterkitError
from letterkit.letter.model import NoteRef, paragraph

KINDS = [("footnotes", "footnote"), ("endnotes", "endnote")]


def noted(kind="footnotes", look=LOOK):
    """Write a letter with two notes, the second with a link."""
    return write(
        letter(
            paragraph("One.", NoteRef(1), " Two.", NoteRef(2)),
            notes=(note(1, "First source."), note(2, "Second, ", link("https://example.org/2"), ".")),
            notes_kind=kind,
        ),
        look,
    )


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_notes_are_native_and_word_numbers_them(kind, name):
    written = noted(kind)
    assert values(written, f"{name}Reference", "id") == ["1", "2"]
    assert values(written, name, "id", f"word/{kind}.xml") == ["-1", "0", "1", "2"]
    assert len(values(written, f"{name}Ref", name=f"word/{kind}.xml")) == 2
    assert paragraphs(written, f"word/{kind}.xml")[2:] == [
        (f"{name} text", "\tFirst source."),
        (f"{name} text", "\tSecond, https://example.org/2."),
    ]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_notes_count_in_figures_whatever_the_look_did(kind, name):
    strange = '<w:footnotePr><w:numFmt w:val="chicago"/><w:numRestart w:val="eachPage"/></w:footnotePr>'
    written = noted(kind, changed(LOOK, "word/document.xml", ("<w:pgSz", f"{strange}<w:pgSz")))
    for where in ("word/settings.xml", "word/document.xml"):
        (count,) = part(written, where).iter(w("footnotePr"), w("endnotePr"))
        assert count.tag == w(f"{name}Pr")
        assert value(count.find(w("numFmt"))) == "decimal"


def test_a_link_in_a_note_leads_to_its_address():
    assert links(noted(), "word/footnotes.xml") == {"https://example.org/2": "https://example.org/2"}


def test_the_links_of_the_two_page_letter_are_relations_of_its_notes():
    assert links(write(two_pages(), LOOK), "word/footnotes.xml") == {SALVOS: SALVOS, BOMBS: BOMBS}


def test_a_letter_without_notes_has_no_part_for_them():
    written = write(letter(paragraph("Plain.")), LOOK)
    assert not any("notes" in name for name in members(written))
    assert values(written, "footnotePr", name="word/settings.xml") == []


def test_the_other_kind_of_notes_leaves_no_trace():
    assert "word/footnotes.xml" not in members(noted("endnotes"))


@pytest.mark.parametrize(
    ("calls", "notes"),
    [
        ((1, 1), (1,)),
        ((1,), (1, 2)),
        ((1, 2), (1,)),
        ((2, 1), (1, 2)),
        ((1, 2), (2, 1)),
        ((2,), (2,)),
        ((1,), ()),
        ((), (1,)),
    ],
)
def test_notes_that_word_would_number_otherwise_are_refused(calls, notes):
    with pytest.raises(LetterkitError) as refused:
        write(
            letter(
                paragraph("x", *(NoteRef(number) for number in calls)),
                notes=tuple(note(number, "x") for number in notes),
            ),
            LOOK,
        )
    assert f"it calls {list(calls)} and holds {list(notes)}" in refused.value.message
    assert "Call each note once" in refused.value.hint


def test_a_note_that_is_called_from_a_note_is_refused():
    with pytest.raises(LetterkitError, match="A note calls another note"):
        write(letter(paragraph("x", NoteRef(1)), notes=(note(1, "y", NoteRef(2)), note(2, "z"))), LOOK)


def test_a_call_in_the_subject_line_counts():
    written = write(letter(subject=paragraph("S", NoteRef(1)).content, notes=(note(1, "x"),)), LOOK)
    assert values(written, "footnoteReference", "id") == ["1"]
