"""Whether the web between claims holds: supersession runs forward, nothing is its own rival or twin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from letterkit.archive import fold
from letterkit.checks.store import Store, about
from letterkit.findings import Finding
from letterkit.library.asof import known_from, successors
from letterkit.library.model import Claim


def supersession_has_no_cycle(store: Store) -> Iterator[Finding]:
    """Yield claims that supersede themselves through others."""
    later = successors(store.library)
    for claim in store.library.claims.values():
        for number, old in enumerate(claim.supersedes):
            if old != claim.id and old in later.get(claim.id, ()):
                message = f"it supersedes {old}, which supersedes it in turn"
                hint = "keep the direction from the later report to the earlier"
                yield about(store, claim, "supersession-cycle", message, "supersedes", number, hint=hint)


def supersession_runs_forward(store: Store) -> Iterator[Finding]:
    """Yield claims that supersede what was published after them."""
    claims = store.library.claims
    for claim in claims.values():
        for number, name in enumerate(claim.supersedes):
            old = claims.get(name)
            if old and known_from(store.library, claim) < known_from(store.library, old):
                message = f"it supersedes {name}, whose source was published later"
                hint = f"let {name} supersede this claim, or name another"
                yield about(store, claim, "supersession-backward", message, "supersedes", number, hint=hint)


def nothing_points_at_itself(store: Store) -> Iterator[Finding]:
    """Yield claims that supersede, contradict, repeat or lead into themselves."""
    for claim in store.library.claims.values():
        for key in ("supersedes", "conflicts_with", "same_as"):
            for number, name in enumerate(getattr(claim, key)):
                if name == claim.id:
                    message = f"'{key}' names the claim itself"
                    yield about(
                        store, claim, "points-at-itself", message, key, number, hint="name another claim"
                    )
        for key in ("lead_in", "pair"):
            if getattr(claim, key) == claim.id:
                yield about(
                    store,
                    claim,
                    "points-at-itself",
                    f"'{key}' names the claim itself",
                    key,
                    hint="leave it out",
                )


def rivals_and_twins_differ(store: Store) -> Iterator[Finding]:
    """Yield claims that say of another both that it is the same and that it contradicts or is replaced."""
    for claim in store.library.claims.values():
        for number, name in enumerate(claim.same_as):
            if name in (*claim.conflicts_with, *claim.supersedes):
                message = f"{name} cannot be both the same and another statement"
                hint = "keep it under one key: same_as, conflicts_with or supersedes"
                yield about(store, claim, "same-and-different", message, "same_as", number, hint=hint)


def quotes_are_not_used_twice(store: Store) -> Iterator[Finding]:
    """Yield claims that rest on the quotes of an earlier one and differ from it in nothing but words."""
    known: dict[object, list[Claim]] = defaultdict(list)
    for claim in store.library.claims.values():
        key = (claim.source, frozenset(fold(quote).text for quote in claim.quotes))
        twin = next((other for other in known[key] if _facts(other) == _facts(claim)), None)
        if twin:
            message = f"it rests on the same quotes as {twin.id}"
            hint = "merge the two, or quote the words in which they differ"
            yield about(store, claim, "quotes-twice", message, "quotes", hint=hint, severity="warning")
        known[key].append(claim)


def _facts(claim: Claim) -> tuple[object, ...]:
    """Return what two claims on the same words may differ in."""
    figures = tuple((figure.value, figure.unit) for figure in claim.figures)
    return (claim.role, claim.certainty, claim.parties, claim.happened, claim.place, figures)
