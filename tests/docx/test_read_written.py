"""What was written can be read back: from the page alone, whatever the letter."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.docx.generated import letters
from tests.docx.letters import LOOK, letter, two_pages
from tests.docx.test_programs import of_all_parts

from letterkit.docx.read import read
from letterkit.docx.write import write
from letterkit.letter.model import Letter

HIDDEN = ("customXml/", "docProps/")


def page(data: bytes) -> bytes:
    """Return a DOCX without its custom XML parts and its properties: with nothing but its pages."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if not name.startswith(HIDDEN):
                target.writestr(name, source.read(name))
    return made.getvalue()


def on_page(value: Letter) -> Letter:
    return replace(value, record={})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(letters())
def test_every_letter_is_read_from_its_page_as_it_was_written(value):
    assert read(page(write(value, LOOK))) == (on_page(value), [])


@pytest.mark.parametrize(
    "value",
    [two_pages(), replace(two_pages(), notes_kind="endnotes"), of_all_parts(), letter()],
    ids=["two pages", "endnotes", "of all parts", "empty"],
)
def test_the_golden_letters_are_read_as_they_were_written(value):
    assert read(page(write(value, LOOK))) == (on_page(value), [])


def test_the_record_is_read_with_the_letter():
    assert read(write(two_pages(), LOOK)) == (two_pages(), [])
