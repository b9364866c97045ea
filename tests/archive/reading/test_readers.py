import pytest

from letterkit.archive import READERS, read, sniff, works
from letterkit.archive.raw.decode import decode
from letterkit.errors import LetterkitError

FEED = "T https://x.example/1 Wed, 01 Mar 2023 10:00:00 +0000 https://x.example/1 A […]\n]]>\nOne.\n\n]]>"


def test_a_document_of_no_known_kind_is_refused_with_what_is_known():
    assert sniff(b"\x89PNG\r\n\x1a\n\0\0") is None
    with pytest.raises(LetterkitError) as caught:
        read(b"\x89PNG\r\n\x1a\n\0\0")
    assert caught.value.message == "no reader knows this document"
    assert caught.value.hint == "readers: " + ", ".join(READERS)


def test_a_misspelt_kind_is_refused_with_the_nearest():
    with pytest.raises(LetterkitError) as caught:
        read(b"", "flat-fed")
    assert (caught.value.message, caught.value.hint) == (
        "there is no reader 'flat-fed'",
        "did you mean 'flat-feed'?",
    )


def test_a_document_of_a_known_kind_without_a_work_is_refused():
    with pytest.raises(LetterkitError) as caught:
        read(b"nothing here", "letter-page")
    assert caught.value.message == "no work was found in the document, read as letter-page"
    assert caught.value.hint == "is it of another kind?"


def test_of_two_works_with_the_same_item_the_first_counts():
    found = works(f"{FEED}\n{FEED.replace('One.', 'Two.')}".encode())
    assert [work.text for work in found.values()] == ["One."]


def test_a_document_in_utf_16_is_read_by_its_mark():
    assert [work.text for work in read(FEED.encode("utf-16"), "flat-feed")] == ["One."]


def test_bytes_that_are_no_text_are_refused_with_their_place():
    with pytest.raises(LetterkitError) as caught:
        decode(b"Barda \xff")
    assert caught.value.message == "the document is not UTF-8 text: byte 7 cannot be read"
    assert caught.value.hint.startswith("archive the file as its publisher offers it")


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(b"\xef\xbb\xbfBarda\r\n") == "Barda\n"
