from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.checks.changes import with_brief, with_claim, with_draft, with_letter, with_topic
from tests.checks.stores import rules

from letterkit.checks import draft_sources
from letterkit.findings import Place
from letterkit.letter.model import Note
from letterkit.library.originals import Originals


def test_a_quote_that_no_longer_stands_is_an_error_at_its_place_in_the_store(draft):
    assert list(draft_sources.used_quotes_stand(draft)) == []
    name = draft.claims[0].id
    changed = with_claim(draft, name, quotes=("words that nobody ever printed",))
    (finding,) = draft_sources.used_quotes_stand(changed)
    assert (finding.rule, finding.severity, finding.claim) == ("quote-not-found", "error", name)
    assert finding.place == draft.library.place("claims", name, "quotes", 0)


def test_quotes_without_an_original_are_one_warning(draft, tmp_path):
    (finding,) = draft_sources.used_quotes_stand(replace(draft, originals=Originals(tmp_path)))
    assert (finding.rule, finding.severity) == ("quote-unchecked", "warning")
    assert finding.message.startswith(
        f"{sum(len(claim.quotes) for claim in draft.claims)} quotes are unchecked"
    )


def test_words_that_are_not_the_claims_are_an_error(draft):
    assert list(draft_sources.claims_are_the_stores(draft)) == []
    first, *rest = draft.draft.uses
    changed = with_draft(draft, uses=(replace(first, text=f"{first.text} Or so it seems."), *rest))
    (finding,) = draft_sources.claims_are_the_stores(changed)
    assert (finding.rule, finding.severity, finding.claim) == ("claim-altered", "error", first.id)


def test_the_follow_form_and_a_bound_date_are_the_claims_words(draft):
    first, *rest = draft.draft.uses
    bound = first.text.replace(" ", "\u00a0")
    assert (
        list(draft_sources.claims_are_the_stores(with_draft(draft, uses=(replace(first, text=bound), *rest))))
        == []
    )


def test_a_source_published_after_the_letter_is_an_error(draft):
    assert list(draft_sources.nothing_is_too_early(draft)) == []
    latest = max(draft.library.sources[claim.source].issued_on for claim in draft.claims)
    assert list(draft_sources.nothing_is_too_early(with_brief(draft, date=latest))) == []
    findings = list(draft_sources.nothing_is_too_early(with_brief(draft, date=latest - timedelta(days=1))))
    assert set(rules(findings)) == {"not-yet-published"}
    assert all(draft.library.claims[finding.claim or ""].id == finding.claim for finding in findings)


def test_a_superseded_claim_is_an_error_from_the_day_of_its_successor(draft):
    assert list(draft_sources.nothing_is_superseded(draft)) == []
    used, other = draft.claims[0], next(c for c in draft.library.claims.values() if c not in draft.claims)
    changed = with_claim(draft, other.id, supersedes=(used.id,), source="amnesty-2021-01-14-unlawful-strikes")
    (finding,) = draft_sources.nothing_is_superseded(changed)
    assert (finding.rule, finding.severity, finding.claim) == ("superseded", "error", used.id)
    later = with_claim(draft, other.id, supersedes=(used.id,), source="amnesty-2023-05-25-pegasus")
    assert list(draft_sources.nothing_is_superseded(later)) == []


def test_a_claim_superseded_through_another_is_an_error_though_that_one_comes_later(draft):
    used = draft.claims[0]
    between, last = [c for c in draft.library.claims.values() if c not in draft.claims][:2]
    changed = with_claim(draft, between.id, supersedes=(used.id,), source="amnesty-2023-05-25-pegasus")
    changed = with_claim(
        changed, last.id, supersedes=(between.id,), source="amnesty-2020-10-05-cluster-bombs"
    )
    assert used.id in [finding.claim for finding in draft_sources.nothing_is_superseded(changed)]


def test_an_expired_claim_and_a_forecast_are_errors(draft):
    assert list(draft_sources.nothing_has_expired(draft)) == []
    name = draft.claims[0].id
    assert rules(
        draft_sources.nothing_has_expired(with_claim(draft, name, valid_until=date(2021, 1, 31)))
    ) == ["expired"]
    assert (
        rules(draft_sources.nothing_has_expired(with_claim(draft, name, valid_until=date(2021, 2, 1)))) == []
    )
    assert rules(draft_sources.nothing_has_expired(with_claim(draft, name, certainty="forecast"))) == [
        "forecast"
    ]


def test_a_contradicted_claim_whose_note_is_silent_is_an_error(draft):
    assert list(draft_sources.conflicts_are_explained(draft)) == []
    used, rival = draft.claims[0], draft.library.claims["fighting-erupted-sept27"]
    assert rival not in draft.claims
    changed = with_claim(draft, used.id, conflicts_with=(rival.id,))
    (finding,) = draft_sources.conflicts_are_explained(changed)
    assert (finding.rule, finding.severity, finding.claim) == ("conflict-unexplained", "error", used.id)
    told = tuple(Note(note.number, (*note.content, *_said(rival.claim))) for note in draft.draft.letter.notes)
    assert list(draft_sources.conflicts_are_explained(with_letter(changed, notes=told))) == []


def test_claims_that_name_each_other_are_one_finding(draft):
    used, rival = draft.claims[0], draft.library.claims["fighting-erupted-sept27"]
    changed = with_claim(
        with_claim(draft, used.id, conflicts_with=(rival.id,)), rival.id, conflicts_with=(used.id,)
    )
    assert [finding.claim for finding in draft_sources.conflicts_are_explained(changed)] == [used.id]


def test_a_rival_that_is_not_yet_published_needs_no_note(draft):
    used, rival = draft.claims[0], draft.library.claims["fighting-erupted-sept27"]
    changed = with_claim(draft, rival.id, conflicts_with=(used.id,), source="amnesty-2023-05-25-pegasus")
    assert list(draft_sources.conflicts_are_explained(changed)) == []


def test_what_is_past_its_review_day_is_one_warning_for_claims_and_one_for_the_topic(draft):
    day = draft.day - timedelta(days=1)
    changed = with_topic(draft, review_by=day)
    for claim in draft.claims:
        changed = with_claim(changed, claim.id, review_by=day)
    findings = list(draft_sources.nothing_is_stale(changed))
    assert [(finding.rule, finding.severity) for finding in findings] == 2 * [("stale", "warning")]
    assert all(claim.id in findings[1].message for claim in draft.claims)
    assert findings[0].place.file == "facts/topics/cluster-munitions.yaml"


def test_the_review_day_itself_is_not_past(draft):
    changed = with_topic(draft, review_by=draft.day)
    for claim in draft.claims:
        changed = with_claim(changed, claim.id, review_by=draft.day)
    assert list(draft_sources.nothing_is_stale(changed)) == []


def _said(text):
    from letterkit.letter.model import Text

    return (Text(f" Accounts differ: {text}"),)


@pytest.mark.parametrize("rule", [draft_sources.nothing_is_too_early, draft_sources.nothing_has_expired])
def test_findings_about_a_claim_stand_at_its_place_in_the_store(draft, rule):
    name = draft.claims[0].id
    changed = with_brief(with_claim(draft, name, valid_until=date(2000, 1, 1)), date=date(2000, 1, 2))
    places = {finding.claim: finding.place for finding in rule(changed)}
    assert places[name] == draft.library.place("claims", name)
    assert isinstance(places[name], Place)
    assert places[name].line
