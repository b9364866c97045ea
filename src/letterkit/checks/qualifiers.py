"""Whether a number keeps what the source says of it: at least, more than, around, up to, nearly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterkit.checks.bounds import AFTER, FAMILY, SAME, bound
from letterkit.checks.store import Store, about, sentences
from letterkit.checks.tokens import of_kind
from letterkit.findings import Finding
from letterkit.library.model import Claim


def qualifiers_survive(store: Store) -> Iterator[Finding]:
    """Yield every number that the quotes qualify at each of its places, and the claim does not."""
    for claim, key, text in sentences(store):
        for value, ours, theirs in _compared(claim, text):
            if "" not in theirs and not ours & theirs:
                message = f"{value} lost “{_named(theirs)}” on the way from the quotes to the {key}"
                hint = f"write “{_named(theirs)}” before it"
                yield about(store, claim, "qualifier-lost", message, key, hint=hint)


def qualifiers_are_not_added(store: Store) -> Iterator[Finding]:
    """Yield every number that the claim qualifies as none of the quotes does."""
    for claim, key, text in sentences(store):
        for value, ours, theirs in _compared(claim, text):
            added = ours - theirs - {""}
            if added and ("" in theirs or ours & theirs):
                message = f"{value} gained “{_named(added)}” on the way from the quotes to the {key}"
                yield about(store, claim, "qualifier-added", message, key, hint="leave it out")


def declared_qualifiers_stand(store: Store) -> Iterator[Finding]:
    """Yield every `qualifier` of a figure that the claim, or none of its quotes, expresses."""
    for claim in store.library.claims.values():
        for number, figure in enumerate(claim.figures):
            if figure.qualifier is None:
                continue
            for name, texts in (("claim", (claim.claim,)), ("quotes", claim.quotes)):
                if not any(_expresses(text, figure.qualifier) for text in texts):
                    message = f"“{figure.qualifier}” of {figure.value:g} does not stand in the {name}"
                    hint = f"correct the qualifier, or the {name}"
                    yield about(store, claim, "qualifier-declared", message, "figures", number, hint=hint)


def _qualified(texts: Iterable[str]) -> dict[object, set[str]]:
    """Return for each number how it is qualified at each of its places; unqualified is the empty text."""
    found: dict[object, set[str]] = {}
    for text in texts:
        for token in of_kind(text, "amount", "time"):
            family = bound(text, token.start, token.end)
            found.setdefault(token.value, set()).add(family)
    return found


def _expresses(text: str, qualifier: str) -> bool:
    family = FAMILY.get(qualifier.lower()) or next(
        (name for name, words in AFTER.items() if qualifier.lower() in words), ""
    )
    same = (*SAME.get(family, ()), *AFTER.get(family, ()), qualifier.lower())
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in same)


def _compared(claim: Claim, text: str) -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield each number that stands in text and quotes: itself, how the text qualifies it, how they do."""
    quoted = _qualified(claim.quotes)
    for value, ours in _qualified([text]).items():
        if value in quoted:
            yield f"{value:g}" if isinstance(value, float) else str(value), ours, quoted[value]


def _named(families: set[str]) -> str:
    return "” or “".join(sorted(families - {""}))
