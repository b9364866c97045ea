"""What to say about a drafted letter before anybody edits it: every rule, in order."""

from __future__ import annotations

from letterkit.checks import draft_balance, draft_form, draft_powers, draft_sources, draft_words
from letterkit.checks.drafted import Drafted, DraftRule
from letterkit.drafting.composition import Draft
from letterkit.findings import Finding
from letterkit.library.originals import Originals
from letterkit.library.store import Library

DRAFT_RULES: tuple[DraftRule, ...] = (
    draft_sources.used_quotes_stand,
    draft_sources.claims_are_the_stores,
    draft_sources.nothing_is_too_early,
    draft_sources.nothing_is_superseded,
    draft_sources.nothing_has_expired,
    draft_sources.conflicts_are_explained,
    draft_sources.nothing_is_stale,
    draft_balance.every_side_is_covered,
    draft_balance.casualties_are_counted_on_every_side,
    draft_balance.both_sides_are_the_right_two,
    draft_form.placeholders_are_named,
    draft_form.parts_are_present,
    draft_form.holders_are_in_office,
    draft_form.asks_are_few_and_hold,
    draft_form.asks_are_printed,
    draft_powers.asks_are_in_power,
    draft_form.length_fits_two_pages,
    draft_form.opening_is_short,
    draft_form.sentences_are_short,
    draft_words.acronyms_are_expanded,
    draft_words.our_voice_is_sober,
)


def check_draft(library: Library, draft: Draft, originals: Originals | None = None) -> list[Finding]:
    """Return what every rule finds; the library's own originals are read unless others are given."""
    drafted = Drafted(library, draft, originals or Originals(library.root))
    return [finding for rule in DRAFT_RULES for finding in rule(drafted)]
