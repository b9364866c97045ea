import pytest
import yaml

from letterkit.library.claims.text import claim_text, flow, quoted
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.model import as_plain
from letterkit.library.yaml import yamlfile


def test_a_claim_is_written_as_the_starter_writes_it():
    entry = {
        "id": "a-b-c",
        "quotes": ["“Ten” men", 'a "b" \\ c'],
        "claim": "Ten  men: died # today.",
        "figures": [{"value": 0.5, "unit": "kilometers, at least", "qualifier": None}],
        "topics": ["mines"],
        "parties": [],
        "happened": "2020",
        "note": "",
        "place": "Port-au-Prince",
    }
    assert claim_text(entry, {"topics": "choose"}) == (
        "- id: a-b-c\n"
        "  claim: >-\n"
        "    Ten men: died # today.\n"
        "  quotes:\n"
        '    - "“Ten” men"\n'
        '    - "a \\"b\\" \\\\ c"\n'
        "  topics: [mines]  # choose\n"
        "  parties: []\n"
        '  happened: "2020"\n'
        "  place: Port-au-Prince\n"
        '  figures: [{value: 0.5, unit: "kilometers, at least"}]\n'
    )


def test_a_long_list_gets_a_line_for_each():
    figures = [{"value": number, "unit": "people who were killed in the fields"} for number in range(10, 13)]
    text = claim_text({"id": "abc", "figures": figures})
    assert "  figures:\n    - {value: 10, unit: people who were killed in the fields}\n" in text


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "null",
        "1.20",
        "0123",
        "12:30",
        "a: b",
        "- a",
        "a #b",
        "[a",
        "{a}",
        "é",
        "“a”",
        "a, b",
        "",
        "\u200bx",
        "yes",
    ],
)
def test_every_text_is_read_back_as_it_was(text: str):
    assert yamlfile.read(f"a: [{flow(text)}]", "").data == {"a": [text or ""]}
    assert yaml.safe_load(f"a: [{flow(text)}]") == {"a": [text]}


def test_large_numbers_are_written_out():
    assert [flow(value) for value in (21.0, 146e6, 0.5, 1e12, True)] == [
        "21",
        "146000000",
        "0.5",
        "1000000000000",
        "true",
    ]


def test_a_quoted_text_is_on_one_line():
    assert quoted("a\n b") == '"a b"'


def test_every_claim_of_the_starter_survives_being_written():
    library, _ = load(starter())
    for claim in library.claims.values():
        plain = {**as_plain(claim), "parties": list(claim.parties)}
        read = yamlfile.read(claim_text(plain), claim.id).data[0]
        again = type(claim).model_validate(read)
        assert again == claim
