"""Which sources of its record a letter still cites, whatever was edited since."""

from dataclasses import replace

import pytest
from tests.docx.letters import SALVOS, link, note, two_pages
from tests.pdf.letters import short

from letterkit.letter.model import paragraph
from letterkit.pdf.sources import still_cited

WEB = {
    "id": "salvos",
    "type": "webpage",
    "title": "Armenia/Azerbaijan: Use of artillery salvos must stop",
    "title-short": "Use of artillery salvos",
    "author": [{"literal": "Amnesty International"}],
    "issued": {"date-parts": [[2020, 10, 20]]},
    "URL": SALVOS,
}
LETTER = {
    "id": "reeker",
    "type": "personal_communication",
    "title": "Request for Secretary Pompeo",
    "issued": {"date-parts": [[2020, 10, 23]]},
    "recipient": [{"literal": "Philip T. Reeker"}],
}


def cited(*notes, csl=(WEB, LETTER)):
    letter = short(paragraph("Words."), notes=tuple(notes), record={"csl": list(csl)})
    return [item["id"] for item in still_cited(letter)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("Amnesty International, ", link(SALVOS), "."), ["salvos"]),
        (("“Armenia/Azerbaijan: Use of artillery salvos must stop,” October 20, 2020.",), ["salvos"]),
        (("Amnesty International, 'Use of Artillery Salvos' (20 October 2020).",), ["salvos"]),
        (("Amnesty International, “Use of artillery salvos,” October 20, 2021.",), []),
        (("Amnesty International, “Use of artillery,” October 20, 2020.",), []),
        (("Amnesty International, ", link(f"{SALVOS}more"), "."), []),
        (("Amnesty International USA, letter to Reeker, October 21, 2020.",), ["reeker"]),
        (("Amnesty International USA, “X,” letter to Philip T. Reeker, October 21, 2020.",), ["reeker"]),
        (("Amnesty International USA, letter to Reekers, October 21, 2020.",), []),
        (("Somebody else, 2020.",), []),
    ],
)  # fmt: skip
def test_a_note_cites_a_source_by_its_address_or_by_its_title_and_year(content, expected):
    assert cited(note(1, *content)) == expected


def test_sources_whose_notes_are_gone_are_left_out():
    assert cited() == []
    assert cited(note(1, "Amnesty International, “Use of artillery salvos,” October 20, 2020."), csl=()) == []


def test_the_other_words_of_a_record_stay_out():
    letter = short(
        paragraph("."), notes=(note(1, link(SALVOS)),), record={"csl": [{**WEB, "note": "by Jane"}], "x": 1}
    )
    assert still_cited(letter) == [WEB]


@pytest.mark.parametrize(
    "csl", [None, "words", {"id": "x"}, [1, None, "x"], [{}], [{"issued": 1, "recipient": None}]]
)
def test_a_record_that_is_none_of_ours_does_no_harm(csl):
    assert still_cited(replace(two_pages(), record={"csl": csl})) == []


@pytest.mark.parametrize("people", [[1], ["x"], [{"family": "x"}], "Reeker"])
def test_people_of_another_form_do_no_harm(people):
    assert cited(note(1, "letter to Reeker, 2020"), csl=[{**LETTER, "recipient": people}]) == []
