"""Chair and ranking member side by side: written as the rows of one paragraph, and read as two."""

import io

import docx
import pytest
from tests.docx.letters import LOOK, letter

from letterkit.docx.columns import LONGEST, beside
from letterkit.docx.read import read
from letterkit.docx.write import write
from letterkit.letter.model import Text, lines, plain

CHAIR = lines("The Honorable Ann Lee", "Chair", "Committee on Foreign Relations", "Washington, DC 20510")
OTHER = lines("The Honorable José Núñez Jr.", "Ranking Member")


@pytest.mark.parametrize(
    "addressees", [(CHAIR, OTHER), (OTHER, CHAIR), (CHAIR, CHAIR), (((Text("A", bold=True),),), OTHER)]
)
def test_two_addresses_of_any_length_share_a_paragraph_and_are_read_as_two(addressees):
    written = write(letter(addressees=addressees), LOOK)
    (paragraph,) = docx.Document(io.BytesIO(written)).paragraphs
    assert "\t" in paragraph.text
    assert len(paragraph.paragraph_format.tab_stops) == 1
    found, findings = read(written)
    assert (found.addressees, findings) == (addressees, [])


@pytest.mark.parametrize(
    "addressees",
    [
        (CHAIR,),
        (CHAIR, OTHER, OTHER),
        (CHAIR, lines("x" * (LONGEST + 1))),
        (CHAIR, lines("A\tB")),
        (CHAIR, lines("A", "", "B")),
    ],
)
def test_one_three_or_long_addresses_stand_one_below_the_other(addressees):
    assert beside(addressees) is None
    assert read(write(letter(addressees=addressees[:1]), LOOK))[0].addressees == addressees[:1]


def test_a_tab_too_many_and_a_row_too_few_are_read_as_they_look():
    rows = beside((CHAIR, OTHER))
    typed = (tuple(Text(part.text.replace("\t", "\t\t")) for part in rows[0]), *rows[1:3])
    found, _ = read(write(letter(addressees=(typed,)), LOOK))
    assert [[plain(line) for line in stack] for stack in found.addressees] == [
        [plain(line) for line in CHAIR[:3]],
        [plain(line) for line in OTHER],
    ]
