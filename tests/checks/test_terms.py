import pytest
from tests.checks.stores import judged, rules

from letterkit.checks import terms

QUOTE = "Lowland urged Upland to look into the killing of people in Milltown"


@pytest.mark.parametrize(
    "label",
    ["war crimes", "a crime against humanity", "genocide", "ethnic cleansing", "unlawful", "indiscriminate",
     "extrajudicial executions", "torture", "arbitrary", "systematic", "a massacre", "a breach of law",
     "willful killing", "an illegal act", "a blockade"],
)  # fmt: skip
def test_a_legal_label_that_the_source_does_not_use_is_an_error(tmp_path, label):
    findings = judged(
        terms.legal_labels_are_the_sources, tmp_path, {"claim": f"It was {label}.", "quotes": [QUOTE]}
    )
    assert set(rules(findings)) == {"legal-label"}
    assert findings[0].severity == "error"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It was a war crime, the report finds.", "the report speaks of war crimes in Milltown"),
        ("It breached the prohibition.", "it violates the prohibition that holds in Milltown"),
        ("They call it willful killing.", "they call it wilful killing in Milltown"),
        ("It was unlawful.", "it was illegal in Milltown as elsewhere"),
        ("They quoted “a massacre” there.", QUOTE),
    ],
)
def test_a_legal_label_of_the_source_may_be_used_in_its_forms(tmp_path, text, quote):
    assert judged(terms.legal_labels_are_the_sources, tmp_path, {"claim": text, "quotes": [quote]}) == []


def test_the_name_of_an_event_need_not_stand_in_every_quote(tmp_path):
    claim = {"claim": "During the blockade people went hungry.", "quotes": ["people went hungry in Milltown"]}
    text = "The blockade lasted, and people went hungry in Milltown."
    assert judged(terms.legal_labels_are_the_sources, tmp_path, claim, text=text) == []


@pytest.mark.parametrize("text", ["They deliberately hit it.", "They targeted it.", "It was a reckless act."])
def test_intent_is_the_sources_to_state(tmp_path, text):
    findings = judged(terms.intent_is_the_sources, tmp_path, {"claim": text, "quotes": [QUOTE]})
    assert rules(findings) == ["intent"]
    quote = "they deliberately and recklessly targeted it in Milltown"
    assert judged(terms.intent_is_the_sources, tmp_path, {"claim": text, "quotes": [quote]}) == []


@pytest.mark.parametrize(
    "text", ["Upland must look into it.", "It verified the killing.", "Killing is banned."]
)
def test_no_verb_says_more_than_the_source(tmp_path, text):
    findings = judged(terms.proof_and_duty_are_the_sources, tmp_path, {"claim": text, "quotes": [QUOTE]})
    assert rules(findings) == ["stronger-word"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Upland must look into it.", "it is imperative that Upland looks into Milltown"),
        ("It verified the killing.", "it has authenticated the footage of Milltown"),
        ("The killing is prohibited.", "the law bans killing in Milltown"),
    ],
)
def test_an_equal_verb_may_be_used(tmp_path, text, quote):
    assert judged(terms.proof_and_duty_are_the_sources, tmp_path, {"claim": text, "quotes": [quote]}) == []


def test_quotation_marks_hold_exact_words_alone(tmp_path):
    quote = "an act that is ‘cruel and reckless’, she said in Milltown"
    right = {"claim": "She called it “cruel and reckless,” as told.", "quotes": [quote]}
    assert judged(terms.quotations_are_exact, tmp_path, right) == []
    wrong = {**right, "claim": "She called it “cruel and very reckless.”"}
    (finding,) = judged(terms.quotations_are_exact, tmp_path, wrong)
    assert (finding.rule, finding.severity) == ("quotation-not-exact", "error")
