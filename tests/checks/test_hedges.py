import pytest
from tests.checks.stores import judged, rules

from letterkit.checks.hedges import hedges_survive
from letterkit.findings import Place

LOST = [
    ("the shells appear to have been fired by Lowland", "The shells were fired by Lowland."),
    ("Lowland had likely used the weapons near Milltown", "Lowland had used the weapons near Milltown."),
    ("this suggests the use of rockets against Milltown", "Rockets were used against Milltown."),
    ("the report may lead to loss of the mill", "The report leads to loss of the mill."),
    ("footage consistent with shelling of the mill", "Footage shows shelling of the mill."),
    (
        "the channels are widely believed to be backed by Lowland",
        "The channels are said to be backed by Lowland.",
    ),
    ("they are believed to be residents of Milltown", "They are residents of Milltown."),
    ("there is clear evidence that Lowland shelled the mill", "Lowland shelled the mill."),
    ("it is estimated that many bomblets fail to explode", "Many bomblets fail to explode."),
    (
        "schools have been reportedly destroyed in Milltown",
        "Schools have been destroyed in Milltown, she said.",
    ),
    ("Upland has alleged use of rockets by Lowland", "Lowland used rockets, Upland reported."),
    ("she could not verify the shelling of the mill", "She verified the shelling of the mill."),
    ("According to local officials, many people fled Milltown", "Many people fled Milltown."),
]
KEPT = [
    ("the shells appear to have been fired by Lowland", "The shells were apparently fired by Lowland."),
    (
        "Lowland had likely used the weapons near Milltown",
        "Lowland appears to have used the weapons near Milltown.",
    ),
    ("this strongly suggests the use of rockets", "This indicates the use of rockets."),
    ("the report may lead to loss of the mill", "The report can lead to loss of the mill."),
    (
        "the channels are widely believed to be backed by Lowland",
        "The channels are widely believed to be Lowland's.",
    ),
    (
        "there is evidence that Lowland shelled the mill",
        "Evidence points to shelling of the mill by Lowland.",
    ),
    (
        "schools have been reportedly destroyed in Milltown",
        "By several reports schools in Milltown are destroyed.",
    ),
    (
        "she could not verify the shelling of the mill",
        "She had not been able to confirm the shelling of the mill.",
    ),
    (
        "According to local officials, many people fled Milltown",
        "Many people fled Milltown, local officials said.",
    ),
    ("no prisoner may be subjected to violence in Milltown", "No prisoner may suffer violence in Milltown."),
    ("infections of May and June in Milltown", "Infections in Milltown spread in the summer."),
]


@pytest.mark.parametrize(("quote", "text"), LOST)
def test_a_hedge_of_the_quote_may_not_be_lost(tmp_path, quote, text):
    (finding,) = judged(hedges_survive, tmp_path, {"claim": text, "quotes": [quote]})
    assert (finding.rule, finding.severity, finding.claim) == ("hedge-lost", "error", "bridge-destroyed")
    assert finding.place == Place("facts/claims/watch-2020.yaml", 4)
    assert "certainty never rises" in finding.hint


@pytest.mark.parametrize(("quote", "text"), KEPT)
def test_a_hedge_may_be_kept_in_other_words(tmp_path, quote, text):
    assert judged(hedges_survive, tmp_path, {"claim": text, "quotes": [quote]}) == []


def test_a_follow_form_keeps_the_hedge_but_may_leave_the_speaker_to_the_sentence_before(tmp_path):
    quote = "According to officials, the mill of Milltown was likely destroyed"
    claim = {"claim": "The mill was likely destroyed, officials said.", "quotes": [quote]}
    assert judged(hedges_survive, tmp_path, {**claim, "follow": "The mill was likely destroyed."}) == []
    (finding,) = judged(hedges_survive, tmp_path, {**claim, "follow": "The mill was destroyed."})
    assert finding.message == "the follow lost the hedge “likely” of its quotes"


def test_a_hedge_of_other_words_than_the_claims_does_not_concern_it(tmp_path):
    quotes = [
        "evidence strongly suggesting the use of rockets by Lowland in Milltown",
        "they traced the blast to a mill",
    ]
    claim = {"claim": "The blast in Milltown was traced to a mill.", "quotes": quotes}
    assert judged(hedges_survive, tmp_path, claim) == []


def test_words_that_another_quote_gives_without_a_hedge_need_none(tmp_path):
    quotes = [
        "the flood likely destroyed the bridge of Milltown",
        "the flood destroyed the bridge of Milltown, and how",
    ]
    assert (
        judged(hedges_survive, tmp_path, {"claim": "The flood destroyed the bridge.", "quotes": quotes}) == []
    )


def test_a_call_keeps_no_hedge(tmp_path):
    quote = "evidence of the use of rockets in Milltown must be heard"
    claim = {"claim": "It called for an end to the use of rockets in Milltown.", "quotes": [quote]}
    assert judged(hedges_survive, tmp_path, {**claim, "certainty": "call"}) == []
    assert rules(judged(hedges_survive, tmp_path, claim)) == ["hedge-lost"]
