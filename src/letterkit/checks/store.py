"""What the rules of a store look at, and how they say where something stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from letterkit.findings import Finding, Severity
from letterkit.library.model import Claim
from letterkit.library.originals import Originals
from letterkit.library.store import Library


@dataclass(frozen=True)
class Store:
    """A library with everything that stands beside it.

    `template` gives a template's text by its name in templates/letters/, the starter's where the library has
    none; `templates` and `facts` hold the library's own files by their path; `own` names the entries that are
    not borrowed from the starter; `whole` is false when a file could not be read in full.
    """

    library: Library
    originals: Originals
    template: Callable[[str], str | None] = lambda _: None
    templates: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[tuple[str, str]] | None = None
    whole: bool = True

    def owns(self, kind: str, name: str) -> bool:
        """Say whether an entry is the library's, not one it takes from the starter."""
        return self.own is None or (kind, name) in self.own


Rule = Callable[[Store], Iterable[Finding]]


def about(
    store: Store,
    claim: Claim,
    rule: str,
    message: str,
    *path: str | int,
    hint: str,
    severity: Severity = "error",
) -> Finding:
    """Return a finding about a value of a claim."""
    return Finding(rule, severity, message, store.library.place("claims", claim.id, *path), hint, claim.id)


def sentences(store: Store) -> Iterator[tuple[Claim, str, str]]:
    """Yield every sentence that a letter may print: the claim, `claim` or `follow`, and its words."""
    for claim in store.library.claims.values():
        yield claim, "claim", claim.claim
        if claim.follow:
            yield claim, "follow", claim.follow
