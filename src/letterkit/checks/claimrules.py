"""The rules for claims: those that look at one alone, and those that need the others beside it.

`facts verify` asks them of the whole store, `facts add` and `facts suggest` of what is not in it yet.
"""

from __future__ import annotations

from letterkit.checks import dates, figures, hedges, people, qualifiers, quotes, references, succession, terms
from letterkit.checks.store import Rule

ALONE: tuple[Rule, ...] = (
    quotes.quotes_stand_in_originals,
    people.speakers_are_given,
    people.speakers_are_named,
    people.nobody_says_i,
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
)
TOGETHER: tuple[Rule, ...] = (
    references.references_resolve,
    references.topics_resolve,
    succession.supersession_has_no_cycle,
    succession.supersession_runs_forward,
    succession.nothing_points_at_itself,
    succession.rivals_and_twins_differ,
    succession.quotes_are_not_used_twice,
    people.names_are_canonical,
)
