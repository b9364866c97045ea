import pytest
from tests.checks.stores import judged, rules

from letterkit.checks import people
from letterkit.findings import Place
from letterkit.library.model import NEEDS_NO_SPEAKER


@pytest.mark.parametrize(
    "certainty", ["reported", "testimony", "apparent", "strong-evidence", "opinion", "call"]
)
def test_below_documented_somebody_must_be_named_as_the_speaker(tmp_path, certainty):
    (finding,) = judged(people.speakers_are_given, tmp_path, {"certainty": certainty})
    assert (finding.rule, finding.claim) == ("speaker-missing", "bridge-destroyed")
    assert (
        judged(people.speakers_are_given, tmp_path, {"certainty": certainty, "attributed_to": "media"}) == []
    )


@pytest.mark.parametrize("certainty", NEEDS_NO_SPEAKER)
def test_what_is_documented_or_uncontested_needs_no_speaker(tmp_path, certainty):
    assert judged(people.speakers_are_given, tmp_path, {"certainty": certainty}) == []


def test_the_sentence_names_its_speaker(tmp_path):
    claim = {"certainty": "reported", "attributed_to": "Ada Brook, mayor of Milltown"}
    told = {**claim, "claim": "The bridge was destroyed on October 19, 2020, said Ada Brook."}
    silent = {**claim, "claim": "The bridge was destroyed on October 19, 2020."}
    assert judged(people.speakers_are_named, tmp_path, told) == []
    assert rules(judged(people.speakers_are_named, tmp_path, silent)) == ["speaker-unnamed"]


def test_an_appearance_needs_no_speaker_in_the_sentence(tmp_path):
    claim = {"certainty": "apparent", "attributed_to": "Ada Brook", "claim": "The bridge appears to be gone."}
    assert judged(people.speakers_are_named, tmp_path, claim) == []


def test_a_sources_spelling_of_a_name_is_not_ours(tmp_path):
    person = [{"name": "Ada Brook", "variants": ["Ada Brooke"]}]
    wrong = {"claim": "Ada Brooke saw it.", "follow": "Then Ada Brook saw it.", "persons": person}
    (finding,) = judged(people.names_are_canonical, tmp_path, wrong)
    assert (finding.rule, finding.hint) == ("name-spelling", "write Ada Brook")
    assert finding.place == Place("facts/claims/watch-2020.yaml", 4)
    right = {**wrong, "claim": "Ada Brook saw it; “Ada Brooke,” the paper wrote."}
    assert judged(people.names_are_canonical, tmp_path, right) == []


def test_a_variant_known_from_one_claim_holds_for_all(tmp_path):
    known = {"persons": [{"name": "Ada Brook", "variants": ["Ada Brooke"]}]}
    other = {"id": "other-claim", "claim": "Ada Brooke saw it."}
    assert [finding.claim for finding in judged(people.names_are_canonical, tmp_path, known, other)] == [
        "other-claim"
    ]


@pytest.mark.parametrize(
    "claim", ["Our members saw it.", "The mayor told us so.", "It seems to me, as I said."]
)
def test_nobody_says_i_or_we(tmp_path, claim):
    assert set(rules(judged(people.nobody_says_i, tmp_path, {"claim": claim}))) == {"first-person"}


@pytest.mark.parametrize(
    "claim", ["“We saw it,” she said.", "The U.S. and the US saw it, for a mine is no mill."]
)
def test_others_may_say_i_in_their_own_words(tmp_path, claim):
    assert judged(people.nobody_says_i, tmp_path, {"claim": claim}) == []


@pytest.mark.parametrize("contact", ["ada.brook@example.org", "+1 202 555 0100", "(202) 555-0100"])
def test_no_file_of_facts_holds_contact_data_and_no_finding_repeats_it(tmp_path, contact):
    sender = f"id: watch\n# ask {contact}\nname: W\nconstituency: readers\nsignatories: [{{name: A}}]\n"
    (finding,) = judged(people.no_contact_data, tmp_path, facts__senders__watch=sender)
    assert finding.rule == "contact-data"
    assert finding.place == Place("facts/senders/watch.yaml", 2)
    assert contact not in f"{finding.message}{finding.hint}"


def test_digests_addresses_and_dates_are_no_contact_data(tmp_path):
    note = "sha 2020-10-17 9a98d87350b4fe9f5e93f3dac8fb165e7fa956550f3a9c6a9fcf4ecb656fec3d 120,000 of 1,200"
    assert judged(people.no_contact_data, tmp_path, {"note": note}) == []
