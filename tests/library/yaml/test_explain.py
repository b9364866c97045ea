import json

import pytest
from tests.library.stores import claim

from letterkit.findings import Place
from letterkit.library.model import Claim, Sender, Source, Topic
from letterkit.library.model.heading import Named
from letterkit.library.yaml.explain import explain

CLAIM = {
    "id": "abc",
    "source": "report-one",
    "claim": "A sentence.",
    "quotes": ["A quote"],
    "topics": ["mines"],
    "role": "evidence",
    "parties": [],
    "certainty": "verified",
}
SOURCE = {"id": "s", "type": "report", "title": "T", "publisher": "P", "issued": "2020-10-05"}
TOPIC = {"id": "t", "title": "T"}


def place(*path):
    return Place("/".join(map(str, path)), 1)


def faults(model, data):
    """Return rule, path, message and hint of each finding."""
    _, findings = explain(model, data, place)
    return [(each.rule, each.place.file, each.message, each.hint) for each in findings]


def fault(model, data):
    (only,) = faults(model, data)
    return only


def test_a_sound_entry_is_typed_and_has_no_findings():
    assert explain(Claim, CLAIM, place) == (claim("abc", claim="A sentence.", quotes=["A quote"]), [])


@pytest.mark.parametrize("data", [["a", "list"], "a word", None, []])
def test_what_is_no_mapping_is_refused_at_its_own_place(data):
    assert fault(Claim, data) == ("not-a-mapping", "", "expected keys with values", "write `key: value`")


def test_a_misspelt_key_is_met_with_the_nearest_one():
    assert fault(Claim, {**CLAIM, "flollow": "x"}) == (
        "unknown-key",
        "flollow",
        "unknown key 'flollow'",
        "did you mean 'follow'?",
    )


def test_a_misspelt_key_inside_is_met_with_the_keys_that_stand_there():
    figure = {"value": "1", "unit": "people"}
    assert fault(Claim, {**CLAIM, "figures": [{**figure, "qualifer": "over"}]})[1::2] == (
        "figures/0/qualifer",
        "did you mean 'qualifier'?",
    )
    assert fault(Claim, {**CLAIM, "figures": [figure, {**figure, "place": "Ganja"}]})[1::2] == (
        "figures/1/place",
        "known keys: value, unit, qualifier",
    )
    ask = {"id": "a", "text": "T", "grounds": ["abc"], "from": "2020-01-01"}
    assert fault(Topic, {**TOPIC, "asks": {"us-state": [ask]}})[1::2] == (
        "asks/us-state/0/from",
        "known keys: id, text, grounds, basis, committees, valid_from, valid_until",
    )


def test_a_key_is_known_by_the_name_it_has_in_files():
    assert fault(Source, {**SOURCE, "title-shrot": "x"})[3] == "did you mean 'title-short'?"


def test_a_missing_key_is_named_with_the_place_where_it_belongs():
    without = {key: value for key, value in CLAIM.items() if key != "quotes"}
    assert fault(Claim, without) == ("missing-key", "", "'quotes' is missing", "add 'quotes: …'")
    assert fault(Claim, {**CLAIM, "figures": [{"value": "1"}]})[1:3] == ("figures/0", "'unit' is missing")


def test_a_key_without_a_value_is_as_good_as_none_also_inside():
    entry, findings = explain(
        Claim,
        {
            **CLAIM,
            "follow": None,
            "sensitivity": {"graphic": None},
            "persons": [{"name": "A", "minor": None}],
        },
        place,
    )
    assert findings == []
    assert (entry.follow, entry.sensitivity.graphic, entry.persons[0].minor) == (None, 0, False)
    assert fault(Claim, {**CLAIM, "claim": None})[0] == "missing-key"


def test_a_misspelt_value_is_met_with_the_nearest_one():
    assert fault(Claim, {**CLAIM, "certainty": "documentd"}) == (
        "unknown-value",
        "certainty",
        "'documentd' is not known for 'certainty'",
        "did you mean 'documented'?",
    )


def test_a_value_like_none_that_is_known_is_met_with_all_of_them():
    assert fault(Claim, {**CLAIM, "party_from": "x"})[3] == "one of: sentence, heading"


def test_a_misspelt_key_that_must_be_one_of_a_few_is_met_with_the_nearest_one():
    assert fault(Topic, {**TOPIC, "asks": {"us-sate": []}}) == (
        "unknown-value",
        "asks/us-sate",
        "'us-sate' is not known for 'asks'",
        "did you mean 'us-state'?",
    )


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("claim", "", "'claim' is empty"),
        ("claim", " \n ", "'claim' is empty"),
        ("claim", ["A"], "'claim' is not a text"),
        ("claim", {"a": "b"}, "'claim' is not a text"),
        ("quotes", "A quote", "'quotes' is not a list"),
        ("quotes", {"a": "b"}, "'quotes' is not a list"),
        ("quotes", [], "'quotes' is empty"),
        ("sensitivity", ["privacy"], "'sensitivity' is not made of keys with values"),
        ("component_certainty", "verified", "'component_certainty' is not made of keys with values"),
        ("weight", "heavy", "'weight' is no whole number"),
        ("weight", "1.5", "'weight' is no whole number"),
        ("weight", "4", "weight: should be less than or equal to 3"),
    ],
)
def test_a_value_of_the_wrong_kind_is_called_so_in_words_of_yaml(key, value, message):
    rule, where, said, hint = fault(Claim, {**CLAIM, key: value})
    assert (rule, where, said) == ("bad-value", key, message)
    assert hint or key == "weight"


def test_a_flag_that_is_no_flag_is_refused():
    assert (
        fault(Claim, {**CLAIM, "sensitivity": {"minor": "perhaps"}})[2] == "'minor' is neither true nor false"
    )


def test_a_value_in_a_list_has_its_own_place():
    assert fault(Claim, {**CLAIM, "quotes": ["A", ["B"]]})[1] == "quotes/1"
    assert fault(Claim, {**CLAIM, "quotes": ["A", None]})[1] == "quotes/1"


def test_a_list_is_not_called_empty_because_of_what_is_wrong_inside_it():
    assert [each[1] for each in faults(Claim, {**CLAIM, "quotes": [" "]})] == ["quotes/0"]


def test_a_wrong_date_is_named_with_its_key():
    assert fault(Claim, {**CLAIM, "valid_until": "2020-10"})[:3] == (
        "bad-value",
        "valid_until",
        "valid_until: '2020-10' is no day: write YYYY-MM-DD",
    )
    assert fault(Source, {**SOURCE, "issued": "2020-02-30"})[1:3] == (
        "issued",
        "issued: '2020-02-30' is no day or time: write 2020-10-17 or 2020-10-17T09:30:00+00:00",
    )


def test_all_that_is_wrong_with_an_entry_comes_at_once():
    data = {**CLAIM, "role": "evidnce", "happened": "soon", "extra": "1", "quotes": []}
    assert {each[1] for each in faults(Claim, data)} == {"role", "happened", "extra", "quotes"}


def mended(model, data):
    entry, findings = explain(model, data, place)
    assert findings
    return entry


def test_an_entry_with_a_misspelt_key_or_value_goes_on_as_it_was_meant():
    misspelt = {key.replace("quotes", "qoutes"): value for key, value in CLAIM.items()} | {
        "certainty": "verifed"
    }
    assert mended(Claim, misspelt) == explain(Claim, CLAIM, place)[0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("zzz", "x"),
        ("party_from", "zzz"),
        ("happened", "soon"),
        ("figures", [{"value": "x"}, "y"]),
        ("weight", "9"),
        ("follow", ["x"]),
    ],
)
def test_an_entry_that_is_wrong_in_a_key_it_can_do_without_goes_on_without_it(key, value):
    assert mended(Claim, {**CLAIM, key: value}) == explain(Claim, CLAIM, place)[0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "A"),
        ("claim", ""),
        ("quotes", []),
        ("certainty", "zzz"),
        ("parties", "armenia"),
        ("role", None),
    ],
)
def test_an_entry_that_is_wrong_in_a_key_it_needs_is_none(key, value):
    assert mended(Claim, {**CLAIM, key: value}) is None


ASK = {"id": "rebuild", "text": "Rebuild the bridge", "grounds": ["bridge-gone"]}
TOPIC = {
    "id": "floods",
    "title": "Floods",
    "plan": [{"block": "opening"}, {"block": "evidence", "take": "3"}],
    "asks": {"us-state": [ASK, {**ASK, "id": "warn", "valid_from": "2021-05-12"}], "un-ohchr": [ASK]},
}


def changed(text):
    """Return the topic with other words, as YAML is changed by hand."""
    return json.loads(text(json.dumps(TOPIC)))


def test_what_is_wrong_deep_inside_is_left_out_there_and_the_rest_stays():
    sound = explain(Topic, TOPIC, place)[0]
    wrong_day = mended(Topic, changed(lambda text: text.replace("2021-05-12", "12 May 2021")))
    assert [ask.valid_from for ask in wrong_day.asks["us-state"]] == [None, None]
    assert wrong_day.plan == sound.plan
    misspelt = changed(lambda text: text.replace("un-ohchr", "un-ohcr").replace("valid_from", "valid_form"))
    assert mended(Topic, misspelt) == sound
    twelve = {
        **TOPIC,
        "plan": [{"block": "B" if number in (1, 9, 10) else f"b{number}"} for number in range(12)],
    }
    assert mended(Topic, twelve).plan == ()
    strange = {**TOPIC, "draws_on": ["a1", "B", "a2", "C"]}
    assert mended(Topic, strange).draws_on == ("a1", "a2")


def test_a_misspelt_key_does_not_take_the_place_of_the_one_that_is_there():
    assert mended(Claim, {**CLAIM, "quots": ["other"]}).quotes == ("A quote",)


def test_a_format_that_is_no_number_is_refused():
    assert fault(Named, {"name": "x", "format": "one"})[2] == "format: 'one' is no format: write 1"


def test_a_sender_without_signatory_is_refused():
    assert fault(Sender, {"id": "s", "name": "S", "constituency": "c", "signatories": []})[2] == (
        "'signatories' is empty"
    )
