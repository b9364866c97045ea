"""Every rule of the store, in the order in which `facts verify` asks them."""

from __future__ import annotations

from collections.abc import Callable

from letterkit.checks import (
    dates,
    figures,
    hedges,
    hinges,
    pairs,
    people,
    qualifiers,
    quotes,
    references,
    sources,
    succession,
    terms,
    topics,
)
from letterkit.checks.store import Rule, Store
from letterkit.findings import Finding, Place


def _nobody(_done: int, _of: int) -> None:
    """Tell nobody how far the checking is."""


STORE_RULES: tuple[Rule, ...] = (
    quotes.quotes_stand_in_originals,
    quotes.originals_are_unchanged,
    sources.sources_are_dated,
    sources.sources_name_who_speaks,
    references.references_resolve,
    references.topics_resolve,
    succession.supersession_has_no_cycle,
    succession.supersession_runs_forward,
    succession.nothing_points_at_itself,
    succession.rivals_and_twins_differ,
    succession.quotes_are_not_used_twice,
    people.speakers_are_given,
    people.speakers_are_named,
    people.names_are_canonical,
    people.nobody_says_i,
    people.no_contact_data,
    hedges.hedges_survive,
    figures.figures_stand_in_quotes,
    figures.declared_figures_stand,
    qualifiers.qualifiers_survive,
    qualifiers.qualifiers_are_not_added,
    qualifiers.declared_qualifiers_stand,
    terms.legal_labels_are_the_sources,
    terms.intent_is_the_sources,
    terms.proof_and_duty_are_the_sources,
    terms.quotations_are_exact,
    dates.time_is_absolute,
    dates.years_are_present,
    dates.dates_are_american,
    dates.dates_stand_in_quotes,
    hinges.templates_can_be_read,
    hinges.templates_state_no_fact,
    topics.asks_are_imperatives,
    topics.asks_are_grounded,
    topics.asks_can_hold,
    topics.blocks_exist,
    topics.wordings_are_complete,
    pairs.every_pair_drafts,
)


def check_store(store: Store, tell: Callable[[int, int], None] = _nobody) -> list[Finding]:
    """Return what every rule finds, file by file and line by line; `tell` hears how many are done."""
    found: list[Finding] = []
    for number, rule in enumerate(STORE_RULES):
        tell(number, len(STORE_RULES))
        found += rule(store)
    return sorted(found, key=lambda finding: _order(finding.place))


def _order(place: Place) -> tuple[str, int]:
    return place.file or "", place.line or 0
