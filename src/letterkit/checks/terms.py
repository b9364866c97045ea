"""Words that a claim may use only where its source does: legal labels, intent, proof, duty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from letterkit.archive import fold
from letterkit.checks.labels import INTENT, LEGAL, NAMED
from letterkit.checks.store import Store, about, sentences
from letterkit.checks.words import own_words
from letterkit.findings import Finding
from letterkit.library.model import Claim

_PROOF = {
    "verified": r"verif|authentic|corroborat|confirm|forensic",
    "proved": r"prov(?:e[dns]?|ing)\b|proof|establish(?:ed|es)",
    "admitted": r"admit|acknowledg|conced",
}
_DUTY = {
    "must": r"must\b|imperative|crucial|essential|oblig|(?:has|have|need)s? to\b",
    "banned": r"\bban|prohibit|outlaw|forbid|forbad",
}


def legal_labels_are_the_sources(store: Store) -> Iterator[Finding]:
    """Yield legal labels that no quote of the claim uses, nor, for the name of an event, the source."""
    hint = "use the source's own word, or quote where it uses this one"
    yield from _unquoted(store, "legal-label", "the legal label", LEGAL | NAMED, hint)


def intent_is_the_sources(store: Store) -> Iterator[Finding]:
    """Yield words of intent that no quote of the claim uses."""
    hint = "say what was done, or quote where the source speaks of intent"
    yield from _unquoted(store, "intent", "the word of intent", INTENT, hint)


def proof_and_duty_are_the_sources(store: Store) -> Iterator[Finding]:
    """Yield verbs that say more than the quotes: verified where they report, must where they urge."""
    hint = "use a verb no stronger than the source's"
    yield from _unquoted(store, "stronger-word", "the word", _PROOF | _DUTY, hint)


def quotations_are_exact(store: Store) -> Iterator[Finding]:
    """Yield words between quotation marks that no quote of the claim gives exactly."""
    for claim, key, text in sentences(store):
        quoted = [fold(quote).text.lower() for quote in claim.quotes]
        for words in re.findall(r"“([^”]+)”", text):
            if not any(fold(words).text.lower().rstrip(".,") in quote for quote in quoted):
                message = f"“{words}” in the {key} is not what the quotes say"
                hint = "put only the source's exact words between quotation marks"
                yield about(store, claim, "quotation-not-exact", message, key, hint=hint)


def _unquoted(store: Store, rule: str, kind: str, terms: Mapping[str, str], hint: str) -> Iterator[Finding]:
    for claim, key, text in sentences(store):
        for term in terms.values():
            match = re.search(rf"\b(?:{term})\w*", own_words(text), re.IGNORECASE)
            if match and not _stands(term, _told_by(store, claim, term)):
                message = f"{kind} “{match[0]}” in the {key} stands in none of the quotes"
                yield about(store, claim, rule, message, key, hint=hint)


def _told_by(store: Store, claim: Claim, term: str) -> Iterator[str]:
    yield from claim.quotes
    source = store.library.sources.get(claim.source)
    if source and term in NAMED.values():
        yield store.originals.text(source) or term  # one that cannot be read may use it


def _stands(term: str, quotes: Iterable[str]) -> bool:
    return any(re.search(rf"\b(?:{term})", quote, re.IGNORECASE) for quote in quotes)
