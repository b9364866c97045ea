"""Whether every quote of the store stands in its archived original, and every original is unchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from letterkit.archive import Reason, Status, Verdict, explain
from letterkit.checks.store import Store
from letterkit.findings import Finding, Place
from letterkit.library.model import Shown

_RULES: Mapping[Status, str] = {
    Status.NOT_FOUND: "quote-not-found",
    Status.WRONG_ITEM: "quote-wrong-item",
    Status.AMBIGUOUS: "quote-ambiguous",
    Status.UNCHECKED: "quote-unchecked",
}
_NOT_QUOTABLE = (Reason.NOT_QUOTABLE, Reason.MASKED)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote of the store, the source that should print it, its place in facts/, the claim on it."""

    quote: str
    source: str
    place: Place
    claim: str | None = None


def quotes_stand_in_originals(store: Store) -> Iterator[Finding]:
    """Yield every quote that its source does not print exactly once in its quotable text.

    Of a source that is not in the store something else is said already; one whose original cannot be read is
    one finding for all of its quotes.
    """
    unchecked: Counter[str] = Counter()
    for quoted in all_quotes(store):
        if quoted.source not in store.library.sources:
            continue
        found = verdict(store, quoted)
        if found.status is Status.UNCHECKED:
            unchecked[quoted.source] += 1
        elif finding := judge(quoted, found):
            yield finding
    for source, number in unchecked.items():
        place = store.library.place("sources", source, "originals")
        message = f"{number} quotes of '{source}' are unchecked: there is no original to read"
        hint = "archive the work in seeds/ and name it under 'originals' with its sha256"
        yield Finding("quote-unchecked", "error", message, place, hint)


def originals_are_unchanged(store: Store) -> Iterator[Finding]:
    """Yield every original that is missing, unreadable, or no longer what was archived."""
    for source in store.library.sources.values():
        for fault in store.originals.faults(source):
            place = store.library.place("sources", source.id, *fault.key)
            yield Finding(f"original-{fault.kind}", "error", fault.message, place, fault.hint)


def count(store: Store) -> Mapping[Status, int]:
    """Return how many quotes of the store got each verdict."""
    return Counter(verdict(store, quoted).status for quoted in all_quotes(store))


def all_quotes(store: Store) -> Iterator[Quoted]:
    """Yield every quote that the library makes: of claims, uncited passages, offices and occasions."""
    library = store.library
    for claim in library.claims.values():
        for number, quote in enumerate(claim.quotes):
            yield Quoted(quote, claim.source, library.place("claims", claim.id, "quotes", number), claim.id)
    for source, passages in library.uncited.items():
        for number, passage in enumerate(passages):
            yield Quoted(passage.quote, source, library.place("uncited", f"{source}#{number}", "quote"))
    for kind, name, path, shown in _sightings(store):
        yield Quoted(shown.quote, shown.source, library.place(kind, name, *path, "quote"))


def verdict(store: Store, quoted: Quoted) -> Verdict:
    """Look a quote up in the latest original of its source."""
    return store.originals.verdict(store.library.sources.get(quoted.source), quoted.quote)


def judge(quoted: Quoted, found: Verdict) -> Finding | None:
    """Put a verdict into a finding; a quote that is found gives none."""
    if found.status is Status.FOUND:
        return None
    rule = "quote-not-quotable" if found.reason in _NOT_QUOTABLE else _RULES[found.status]
    message, hint = explain(found)
    return Finding(rule, "error", f"{message}: “{_short(quoted.quote)}”", quoted.place, hint, quoted.claim)


def _sightings(store: Store) -> Iterator[tuple[str, str, tuple[str | int, ...], Shown]]:
    for recipient in store.library.recipients.values():
        if not store.owns("recipients", recipient.id):
            continue
        if recipient.address_source:
            yield "recipients", recipient.id, ("address_source",), recipient.address_source
        for number, holder in enumerate(recipient.holders):
            for day, shown in enumerate(holder.shown_on):
                yield "recipients", recipient.id, ("holders", number, "shown_on", day), shown
    for occasion in store.library.occasions.values():
        if occasion.shown:
            yield "occasions", occasion.id, ("shown",), occasion.shown


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:78].rstrip()} …"
