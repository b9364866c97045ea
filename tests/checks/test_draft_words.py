import pytest
from tests.checks.changes import with_claim, with_letter
from tests.checks.stores import rules

from letterkit.checks import draft_words
from letterkit.findings import Place
from letterkit.letter.model import Claim, Text, paragraph


def test_an_acronym_that_is_not_expanded_is_a_warning_once(draft):
    body = (paragraph("Nothing here."), paragraph("The MLRS fired. The MLRS fired again."))
    (finding,) = draft_words.acronyms_are_expanded(with_letter(draft, body=body))
    assert (finding.rule, finding.severity, finding.place) == ("acronym", "warning", Place(paragraph=2))
    assert "“MLRS”" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Multiple launch rocket systems (MLRS) fired. The MLRS fired again.",
        "Radio Free Europe/Radio Liberty (RFE/RL) reported. RFE/RL said so.",
        "The UN, NATO and the U.S. met at 1:30 p.m.",
        "An M095, a 9N235, a SCUD-B and parts of an EXTRA missile.",
        "NSO Group and CyberHUB-AM.",
    ],
)
def test_expanded_acronyms_known_ones_and_designations_pass(draft, text):
    assert list(draft_words.acronyms_are_expanded(with_letter(draft, body=(paragraph(text),)))) == []


@pytest.mark.parametrize("word", ["barbaric", "heinous", "Savage", "brutally", "gruesome", "reckless"])
def test_an_emotive_word_in_our_own_voice_is_a_warning(draft, word):
    body = (paragraph(f"It was a {word} act."),)
    (finding,) = draft_words.our_voice_is_sober(with_letter(draft, body=body))
    assert (finding.rule, finding.severity, finding.place) == ("emotive", "warning", Place(paragraph=1))


def test_an_emotive_word_that_is_quoted_or_anothers_is_allowed(draft):
    name = draft.claims[0].id
    said = with_claim(draft, name, certainty="opinion")
    body = (
        paragraph("She called it “cruel and reckless.”"),
        paragraph(Claim(name, (Text("A cruel act, she said."),))),
    )
    assert list(draft_words.our_voice_is_sober(with_letter(said, body=body))) == []


def test_a_claim_of_our_own_finding_is_our_voice(draft):
    name = draft.claims[0].id
    body = (paragraph(Claim(name, (Text("A cruel act."),))),)
    found = with_claim(draft, name, certainty="documented")
    assert rules(draft_words.our_voice_is_sober(with_letter(found, body=body))) == ["emotive"]


def test_the_real_letters_are_sober(each_draft):
    assert list(draft_words.our_voice_is_sober(each_draft)) == []
    assert list(draft_words.acronyms_are_expanded(each_draft)) == []
