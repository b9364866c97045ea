"""Every rule of the store, in the order in which `facts verify` asks them."""

from __future__ import annotations

from collections.abc import Callable

from letterkit.checks import hinges, pairs, people, quotes, sources, topics
from letterkit.checks.claimrules import ALONE, TOGETHER
from letterkit.checks.store import Rule, Store
from letterkit.findings import Finding, Place


def _nobody(_done: int, _of: int) -> None:
    """Tell nobody how far the checking is."""


STORE_RULES: tuple[Rule, ...] = (
    quotes.originals_are_unchanged,
    sources.sources_are_dated,
    sources.sources_name_who_speaks,
    people.no_contact_data,
    *TOGETHER,
    *ALONE,
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
