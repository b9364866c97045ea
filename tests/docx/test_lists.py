from tests.docx.letters import LOOK, letter
from tests.docx.reading import changed, part, value, words

from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.letter.model import ListBlock, lines, paragraph

BULLETS, COUNTED = ListBlock(lines("a", "b")), ListBlock(lines("1", "2"), ordered=True)


def numbers(written):
    """Return the numbering of each list item, empty where the style gives it."""
    return {words(each): value(each.find(f".//{w('numId')}")) for each in part(written).iter(w("p"))}


def test_the_first_list_of_each_kind_takes_all_from_its_style():
    assert numbers(write(letter(BULLETS, COUNTED), LOOK)) == {"a": "", "b": "", "1": "", "2": ""}


def test_a_second_counted_list_begins_at_one_again():
    written = write(
        letter(COUNTED, paragraph("And:"), ListBlock(lines("3", "4"), ordered=True), BULLETS), LOOK
    )
    assert numbers(written) == {"1": "", "2": "", "And:": "", "3": "3", "4": "3", "a": "", "b": ""}
    (own,) = (
        each for each in part(written, "word/numbering.xml").iter(w("num")) if each.get(w("numId")) == "3"
    )
    assert value(own.find(w("abstractNumId"))) == "2"
    assert value(own.find(f"{w('lvlOverride')}/{w('startOverride')}")) == "1"


def test_two_lists_of_bullets_side_by_side_stay_two():
    written = write(letter(BULLETS, ListBlock(lines("c"))), LOOK)
    assert numbers(written) == {"a": "", "b": "", "c": "3"}


def test_a_look_whose_lists_are_not_numbered_by_their_style_is_left_alone():
    plain = changed(LOOK, "word/styles.xml", ('<w:numPr><w:numId w:val="1"/></w:numPr>', ""))
    assert numbers(write(letter(BULLETS, ListBlock(lines("c"))), plain)) == {"a": "", "b": "", "c": ""}
