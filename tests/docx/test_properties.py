import io
from datetime import UTC, datetime

import docx
import pytest
from tests.docx.letters import LOOK, letter, two_pages
from tests.docx.reading import members

from letterkit.docx.write import write
from letterkit.letter.model import line, lines


def properties(given):
    return docx.Document(io.BytesIO(write(given, LOOK))).core_properties


def test_a_file_names_its_subject_its_organization_and_its_language():
    about = properties(two_pages())
    assert about.title.startswith("Request that Secretary Pompeo raise")
    assert (about.author, about.last_modified_by) == ("Amnesty International USA",) * 2
    assert (about.language, about.revision) == ("en-US", 1)
    assert (about.comments, about.keywords, about.subject) == ("", "", "")


def test_created_and_modified_are_midnight_of_the_letter_s_date():
    about = properties(two_pages())
    assert (about.created, about.modified) == (datetime(2020, 10, 21, tzinfo=UTC),) * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("February 1, 2021", "2021-02-01"),
        ("December\xa031,\xa02020", "2020-12-31"),
        ("Washington, March 5, 2021", "2021-03-05"),
    ],
)
def test_the_date_line_may_hold_more_than_the_date(text, day):
    core = members(write(letter(date=line(text)), LOOK))["docProps/core.xml"].decode()
    assert core.count(f">{day}T00:00:00Z<") == 2


def test_without_a_date_line_there_is_no_time_at_all():
    core = members(write(letter(date=line("[date]")), LOOK))["docProps/core.xml"]
    assert b"dcterms:created" not in core


def test_a_title_of_any_characters_is_safe():
    about = properties(letter(subject=line("<b> & “quotes” ]]>"), letterhead=lines("A & B")))
    assert (about.title, about.author) == ("<b> & “quotes” ]]>", "A & B")


def test_nothing_says_which_library_wrote_the_file():
    written = members(write(two_pages(), LOOK))
    assert not [name for name, content in written.items() if b"python" in content.lower()]
    assert "docProps/app.xml" not in written
    assert not any("thumbnail" in name for name in written)
