import pytest

from letterkit.archive import Kind, Status, find, read, sniff
from letterkit.archive.text.plain import read_text
from letterkit.errors import LetterkitError

TEXT = """A flood in Milltown

London, 20 October 2020
Index: EUR 55/1234/2021

The flood killed 21 people
in one night.

  • open the gates; and
  • call (202) 555-0143.

Jo Reed/Reuters
"""


def test_paragraphs_are_parted_by_blank_lines_and_bullets_by_their_sign():
    (work,) = read(TEXT.encode())
    assert work.text.split("\n")[-3:] == ["in one night.", "open the gates; and", "call [telephone masked]."]
    assert find("The flood killed 21 people in one night.", [work]).status is Status.FOUND
    assert [block.text for block in work.of_kind(Kind.CAPTION)] == ["Jo Reed/Reuters"]


def test_what_a_text_may_say_of_itself_is_shown_and_not_taken():
    (work,) = read_text(TEXT.encode())
    assert (work.title, work.issued, work.link) == ("", None, None)
    assert work.about.likely_title == "A flood in Milltown"
    assert (work.about.number, work.about.seen_dates) == ("EUR 55/1234/2021", ("20 October 2020",))


@pytest.mark.parametrize("lie", ["killed 22 people", "killed no 21 people", "The fire killed"])
def test_a_quote_with_one_word_changed_is_refused(lie):
    assert find(lie, read(TEXT.encode())).status is Status.NOT_FOUND


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_known_by_its_form_or_mark(encoding):
    (work,) = read_text("“Ağdam” was empty.".encode(encoding))
    assert (work.text, work.about.remarks) == ("“Ağdam” was empty.", ())


def test_a_western_text_is_read_with_a_remark_and_any_other_is_refused():
    (work,) = read_text("The mayor’s café was empty on that day, “they” said.".encode("cp1252"))
    assert work.text == "The mayor’s café was empty on that day, “they” said."
    assert work.about.remarks == (
        "the document does not say how its letters are encoded; read as Windows-1252: compare the accents",
    )
    with pytest.raises(LetterkitError, match="UTF-8 it is not: byte 1 cannot be read"):
        read_text("Паводок в городе".encode("cp1251"))


@pytest.mark.parametrize(
    "opening", [b"\x89PNG\r\n\x1a\n\0", b"\0\1\2", b"", b"   ", b"<lolz>x", b'{"a": 1}', b'[{"a": 1}]']
)
def test_what_is_no_text_is_not_taken_for_one(opening):
    assert sniff(opening) is None


def test_a_list_of_references_is_pointed_to_its_own_command():
    with pytest.raises(LetterkitError) as refused:
        read(b'[{"type": "book"}]')
    assert "sources import" in refused.value.hint
