import pytest
from tests.docx.letters import LOOK, letter
from tests.docx.reading import changed, members, paragraphs, part, words

from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.letter.model import paragraph

HEADER = "word/header1.xml"


@pytest.mark.parametrize(
    ("running", "expected"),
    [
        (("Ambassador Reeker", "October 21, 2020"), "Ambassador Reeker\tOctober 21, 2020\tPage\xa02"),
        (("Ambassador Reeker",), "Ambassador Reeker\t\tPage\xa02"),
        ((), "\t\tPage\xa02"),
        (
            ("Chairman Risch and Ranking Member Menendez", "October 21, 2020"),
            "Chairman Risch and Ranking Member Menendez\nOctober 21, 2020\t\tPage\xa02",
        ),
    ],
)
def test_the_head_has_addressee_left_date_in_the_middle_and_page_right(running, expected):
    written = write(letter(running=running), LOOK)
    assert paragraphs(written, HEADER) == [("Running Head", expected)]


def test_the_page_number_is_a_field():
    (field,) = part(write(letter(), LOOK), HEADER).iter(w("fldSimple"))
    assert field.get(w("instr")).strip() == "PAGE"


def test_the_first_page_has_no_running_head():
    written = write(letter(running=("Name", "Date")), LOOK)
    assert paragraphs(written, "word/header2.xml") == [("header", "")]


def test_what_else_stands_in_the_look_s_header_stays_where_it_is():
    before, after = (f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("above", "below"))
    head = members(LOOK)[HEADER].decode()
    sample = head[head.index("<w:p>") : head.index("</w:hdr>")]
    look = changed(LOOK, HEADER, (sample, before + sample + sample + after))
    written = write(letter(running=("Name",)), look)
    assert [text for _, text in paragraphs(written, HEADER)] == ["above", "Name\t\tPage\xa02", "below"]


def test_a_look_without_a_header_gets_one():
    references = (
        '<w:headerReference w:type="default" r:id="rId1"/>',
        '<w:headerReference w:type="first" r:id="rId2"/>',
    )
    look = changed(LOOK, "word/document.xml", *((each, "") for each in references), ("<w:titlePg/>", ""))
    written = write(letter(paragraph("Body."), running=("Name",)), look)
    heads = [name for name in members(written) if "header" in name]
    assert [words(part(written, name)) for name in heads] == ["Name\t\tPage\xa02"]
    assert part(written).find(f".//{w('titlePg')}") is not None
