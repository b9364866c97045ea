"""A record may come from anybody: what has no sense in it is left out, and the letter is checked all the same."""

import html
import json

import pytest
from tests.commands.letters import drafted
from tests.docx.made import control, docx, gone, note_call, p, run, zipped
from tests.docx.reading import members

from letterkit.checks.edited.check import check_letter
from letterkit.checks.edited.recorded import claims
from letterkit.checks.edited.shelf import Shelf
from letterkit.checks.edited.usedby import resting
from letterkit.docx.read import read
from letterkit.errors import LetterkitError
from letterkit.pdf.sources import still_cited

ITEM = "customXml/item1.xml"
ODD = (None, 1, -1.5, True, "x", [], {}, [1], [None], [[]], [{}], {"a": 1}, {"date-parts": [["x"]]})


def test_entries_of_any_other_shape_are_left_out():
    good = {"id": "a", "text": "A.", "use": 2}
    odd = [
        None,
        "a",
        {},
        {"id": 1, "text": "x"},
        {"id": "a", "text": None},
        {**good, "use": "2"},
        {**good, "use": True},
        {**good, "use": 0},
    ]
    assert claims({"claims": [*odd, good, {"id": "b", "text": "B."}]}) == {("a", 2): "A.", ("b", 1): "B."}
    assert [claims({"claims": value}) for value in (None, 1, "x", {})] == [{}] * 4
    assert claims({}) == {}


def records():
    """Yield the record of a drafted letter with something odd at each of its places."""
    record = read(drafted("2021-02-01")[0])[0].record
    for name in record:
        yield from ({**record, name: odd} for odd in ODD)
    for name in ("claims", "csl"):
        first, *rest = record[name]
        yield from ({**record, name: [{**first, key: odd}, *rest]} for key in first for odd in ODD)
    yield from ({**record, "brief": {**record["brief"], key: odd}} for key in record["brief"] for odd in ODD)


def test_a_letter_with_any_record_is_checked_looked_up_and_cited():
    parts = members(drafted("2021-02-01")[0])
    item = parts[ITEM].decode()
    inner = item[item.index(">") + 1 : item.rindex("</")]
    letters = [
        zipped({**parts, ITEM: item.replace(inner, html.escape(json.dumps(each)))}) for each in records()
    ]
    assert len(letters) > 200
    for letter in letters[::7]:
        assert check_letter(letter, Shelf()).uses
        assert len(list(resting(letter, ["stepanakert-oct4-4-killed"], Shelf()))) == 1
        json.dumps(still_cited(read(letter)[0]))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (p("word " * 20_001), "20001 words, 0 claims, 0 notes"),
        (p("a ", gone("word " * 20_000)), "20001 words, 0 claims, 0 notes"),
        (p("a", note_call(1) * 1_001), "1 words, 0 claims, 1001 notes"),
        (p(*(control(f"fact:a-{n}", run("b ")) for n in range(301))), "301 words, 301 claims, 0 notes"),
    ],
    ids=["words", "deleted words", "notes", "claims"],
)
def test_a_file_that_no_letter_is_as_long_as_is_refused(body, told):
    with pytest.raises(LetterkitError, match=f"too long to be a letter: it has {told}"):
        check_letter(docx(body), Shelf())
