import json
from pathlib import Path

import pytest
from tests.library.new.jsonschemas import as_editors_read, faults

from letterkit.library.disk.locate import starter
from letterkit.library.new.newlib import make
from letterkit.library.new.schema import schemas, undescribed

SCHEMAS = schemas()
CLAIM = """\
source: s
claims:
  - id: one-1
    claim: It rained.
    follow: null
    quotes: ["rain"]
    topics: [floods]
    role: evidence
    parties: []
    happened: "2020-10-17"
    certainty: documented
    figures: [{value: 21, unit: civilians killed, qualifier: at least}]
"""


def files(root: Path, kind: str) -> list[Path]:
    facts = root / "facts"
    return [*facts.glob(f"{kind}.yaml"), *sorted((facts / kind).glob("*.yaml"))]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_file_of_the_starter_is_valid(kind: str):
    found = files(starter(), kind)
    assert found
    for path in found:
        assert faults(SCHEMAS[kind], as_editors_read(path.read_text("utf-8"))) == [], path


@pytest.mark.parametrize("kind", [kind for kind in SCHEMAS if kind not in ("forms", "library")])
def test_every_example_of_a_new_library_is_valid(kind: str, tmp_path: Path):
    make(tmp_path / "own", empty=True)
    examples = tmp_path / "own" / "examples"
    found = [*examples.glob(f"{kind}.yaml"), *(examples / kind).glob("*.yaml")]
    assert found or kind == "sources"  # `sources add` writes these
    for path in found:
        assert faults(SCHEMAS[kind], as_editors_read(path.read_text("utf-8"))) == [], path


@pytest.mark.parametrize(
    ("right", "wrong", "where"),
    [
        ("role: evidence", "role: evidance", "role"),
        ("certainty: documented", "certanty: documented", "certanty"),
        ('happened: "2020-10-17"', 'happened: "17 October 2020"', "happened"),
        ("id: one-1", "id: One 1", "id"),
        ('quotes: ["rain"]', "quotes: []", "quotes"),
        ("parties: []", "parties: lowland", "parties"),
        ("value: 21", "value: twenty-one", "value"),
        ("topics: [floods]", "topics: []", "topics"),
        ("    claim: It rained.\n", "", "claim is missing"),
        ("source: s", "sources: s", "sources"),
        ("id: one-1", "id: a-name-of-more-than-thirty-letters", "id"),
    ],
)
def test_typical_mistakes_in_a_claim_are_seen(right: str, wrong: str, where: str):
    assert faults(SCHEMAS["claims"], as_editors_read(CLAIM)) == []
    assert right in CLAIM
    found = faults(SCHEMAS["claims"], as_editors_read(CLAIM.replace(right, wrong)))
    assert any(where in fault for fault in found), found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("library", "name: x\nformat: 2\n"),
        ("parties", "parties:\n  - {id: lowland, nam: Lowland}\n"),
        ("sources", 'id: s\ntype: blog\ntitle: T\nissued: "2020-10-05"\n'),
        ("sources", "id: s\ntype: report\ntitle: T\nissued: 5 October 2020\n"),
        ("sources", "id: s\ntype: report\ntitle: T\nURL: www.example.org\n"),
        ("topics", "id: t\ntitle: T\nasks:\n  us-sate: []\n"),
        ("topics", "id: t\ntitle: T\nplan: [{block: opening, take: 0}]\n"),
        ("senders", "id: s\nname: S\nconstituency: C\nsignatories: []\n"),
        ("occasions", "id: o\ndate: 2020-13-01\ntitle: T\nphrase: p\nrecipients: []\ntopics: []\n"),
    ],
)
def test_typical_mistakes_in_other_files_are_seen(kind: str, text: str):
    assert faults(SCHEMAS[kind], as_editors_read(text)) != []


def test_every_key_of_every_kind_is_described():
    assert sorted(undescribed()) == []


def test_a_schema_names_words_that_editors_offer():
    claim = SCHEMAS["claims"]["definitions"]["Claim"]["properties"]
    assert "testimony" in claim["role"]["enum"]
    assert claim["id"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert claim["weight"]["anyOf"][0] == {"type": "integer", "minimum": 0, "maximum": 3}
    assert claim["quotes"]["description"].startswith("Exact words of the source")
    assert "source" not in claim


def test_schemas_are_plain_json_and_always_the_same():
    text = json.dumps(SCHEMAS)
    assert text == json.dumps(schemas())
    assert all(schema["$schema"] == "http://json-schema.org/draft-07/schema#" for schema in SCHEMAS.values())


def test_what_may_be_left_out_may_be_null():
    text = CLAIM.replace('happened: "2020-10-17"', "happened: null").replace(
        "figures: [", "weight: null\n    figures: ["
    )
    assert faults(SCHEMAS["claims"], as_editors_read(text)) == []


def test_years_and_dates_may_stand_without_quotes():
    for date in ("2020", "2020-10", "2020-10-17", "2020-10-03/2020-10-04"):
        text = CLAIM.replace('"2020-10-17"', date)
        assert faults(SCHEMAS["claims"], as_editors_read(text)) == [], date
