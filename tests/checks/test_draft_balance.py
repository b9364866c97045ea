from dataclasses import replace

from tests.checks.changes import with_claim, with_draft, with_topic
from tests.checks.stores import rules

from letterkit.checks import draft_balance


def without(draft, party):
    """Return the draft without the claims that hold a party responsible."""
    names = {claim.id for claim in draft.claims if party in claim.parties}
    return with_draft(draft, uses=tuple(use for use in draft.draft.uses if use.id not in names))


def test_the_real_letters_cover_both_sides(each_draft):
    assert list(draft_balance.every_side_is_covered(each_draft)) == []


def test_a_side_without_evidence_is_an_error_that_names_it(draft):
    (finding,) = draft_balance.every_side_is_covered(without(draft, "armenia"))
    assert (finding.rule, finding.severity) == ("one-sided", "error")
    assert finding.message == "the letter holds no evidence about Armenia"


def test_a_denial_or_a_call_is_no_evidence_about_a_side(draft):
    changed = draft
    for claim in draft.claims:
        if "armenia" in claim.parties:
            changed = with_claim(changed, claim.id, role="response")
    assert rules(draft_balance.every_side_is_covered(changed)) == ["one-sided"]


def test_a_recorded_reason_or_a_topic_that_is_no_conflict_allows_one_side(draft):
    one = without(draft, "armenia")
    reason = "No source of the store speaks of the other side."
    assert list(draft_balance.every_side_is_covered(with_topic(one, one_sided=reason))) == []
    assert list(draft_balance.every_side_is_covered(with_topic(one, conflict=False))) == []


def test_casualties_counted_on_one_side_are_a_warning(draft):
    assert list(draft_balance.casualties_are_counted_on_every_side(draft)) == []
    changed = draft
    for claim in draft.claims:
        if "azerbaijan" in claim.parties:
            changed = with_claim(changed, claim.id, figures=())
    (finding,) = draft_balance.casualties_are_counted_on_every_side(changed)
    assert (finding.rule, finding.severity) == ("casualty-balance", "warning")
    assert "where Armenia is concerned, not for Azerbaijan" in finding.message


def test_a_letter_that_counts_nobody_is_balanced(draft):
    changed = draft
    for claim in draft.claims:
        changed = with_claim(changed, claim.id, figures=())
    assert list(draft_balance.casualties_are_counted_on_every_side(changed)) == []


def test_a_toll_that_names_nobody_counts_for_the_side_of_its_section(draft):
    side = next(section for section in draft.draft.selection.sections if section.slot.party == "azerbaijan")
    changed = draft
    for claim in draft.claims:
        if "azerbaijan" in claim.parties:
            keys = {"parties": ()} if claim in side.claims else {"figures": ()}
            changed = with_claim(changed, claim.id, **keys)
    sections = tuple(
        replace(section, claims=tuple(changed.library.claims[claim.id] for claim in section.claims))
        for section in draft.draft.selection.sections
    )
    changed = with_draft(changed, selection=replace(draft.draft.selection, sections=sections))
    assert list(draft_balance.casualties_are_counted_on_every_side(changed)) == []


def test_both_sides_are_the_two_that_the_letter_is_about(each_draft):
    assert list(draft_balance.both_sides_are_the_right_two(each_draft)) == []


def test_both_sides_of_something_else_are_a_warning(draft):
    claim = next(claim for claim in draft.claims if len(claim.parties) > 1)
    changed = with_claim(
        draft, claim.id, claim="Both parties failed in their duty.", parties=("azerbaijan", "russia")
    )
    (finding,) = draft_balance.both_sides_are_the_right_two(changed)
    assert (finding.rule, finding.severity) == ("both-sides", "warning")
    assert finding.message == (
        f"“Both parties” in {claim.id} means Azerbaijan and Russia, in a letter about Armenia and Azerbaijan"
    )
    assert list(draft_balance.both_sides_are_the_right_two(with_topic(changed, conflict=False))) == []


def test_an_ask_to_both_governments_means_the_two_of_the_topic(draft):
    found = list(draft_balance.both_sides_are_the_right_two(with_topic(draft, parties=("armenia", "russia"))))
    asks = {ask.id for ask in draft.draft.selection.asks if "both governments" in ask.text}
    assert asks
    assert asks <= {name for name in asks for finding in found if f" in {name} means " in finding.message}
