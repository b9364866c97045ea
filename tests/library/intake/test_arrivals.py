"""Works of a new document among those that a library has."""

import pytest
from tests.archive.builders import work
from tests.library.stores import source

from letterkit.archive import text_sha256
from letterkit.archive.model import About
from letterkit.library.intake.arrivals import Register, first_of_each

OLD = work("It killed 21 people.", item="https://example.org/flood/")


def register(**keys):
    original = {"document": "a.xml", "sha256": "s", "item": OLD.item, "text_sha256": text_sha256(OLD), **keys}
    return Register.of([source("flood", URL="https://example.org/flood", originals=[original])])


def test_the_same_file_and_item_is_known():
    found = register().recognise(OLD, "s")
    assert (found.state, found.source, found.why) == ("known", "flood", "this very file is archived already")


@pytest.mark.parametrize(
    "address", ["http://www.example.org/flood?utm_source=x", "https://example.org/flood/#top"]
)
def test_the_same_address_with_the_same_text_in_another_document_is_known(address):
    assert register().recognise(work("It killed 21 people.", item=address), "t").state == "known"


def test_the_same_address_with_another_text_is_a_new_version():
    found = register().recognise(work("It killed 24 people.", item=OLD.item), "t")
    assert (found.state, found.source, found.why) == (
        "version",
        "flood",
        "its address is known, its text is another",
    )


def test_an_address_that_is_given_counts_as_its_own():
    assert (
        register().recognise(work("It killed 24 people."), "t", "https://example.org/flood").state
        == "version"
    )


def test_the_same_guid_under_another_address_is_the_same_work():
    other = work("It killed 24 people.", item="https://example.org/moved")
    moved = type(other)(other.item, other.title, None, other.blocks, about=About(guid="?p=7"))
    assert register(guid="?p=7").recognise(moved, "t").state == "version"


def test_the_same_text_at_another_address_is_known():
    found = register().recognise(work("It killed 21 people.", item="https://mirror.example/x"), "t")
    assert (found.state, found.why) == ("known", "its text is archived already, from another address")


def test_an_older_version_again_is_nothing_new():
    known = register()
    newer = source("flood").model_copy(update={"originals": ()})
    assert newer.originals == ()
    later = work("It killed 24 people.", item=OLD.item)
    known.latest["flood"] = text_sha256(later)
    assert known.recognise(OLD, "t").state == "known"
    assert known.recognise(later, "t").state == "known"


def test_anything_else_is_new():
    assert register().recognise(work("It rained.", item="https://example.org/rain"), "t").state == "new"
    assert Register().recognise(OLD, "s").state == "new"


def test_repeats_of_an_item_are_one_and_differing_ones_are_told():
    one, other = work("One.", item="a"), work("Two.", item="a")
    assert first_of_each([one, one, work("B.", item="b")]) == ([one, work("B.", item="b")], {"a": False})
    assert first_of_each([one, other])[1] == {"a": True}
