"""Who speaks in a claim and how names are written; what never belongs into facts/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterkit.archive import mask
from letterkit.checks.store import Store, about, sentences
from letterkit.checks.words import own_words, stems
from letterkit.findings import Finding, Place
from letterkit.library.model import NEEDS_NO_SPEAKER

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?|us|[Mm]y|me|[Mm]yself|[Oo]urselves)\b(?!\.)")
# What these say is worth what its speaker is worth.
_NAMES_ITS_SPEAKER = (
    "reported", "testimony", "estimated", "widely-believed", "unverified", "opinion", "legal-finding", "call",
)  # fmt: skip


def speakers_are_given(store: Store) -> Iterator[Finding]:
    """Yield claims whose certainty rests on somebody's word and that do not say whose."""
    for claim in store.library.claims.values():
        if claim.certainty not in NEEDS_NO_SPEAKER and not claim.attributed_to:
            message = f"a claim that is '{claim.certainty}' needs 'attributed_to'"
            hint = "name who says so: the organization, the spokesperson, the witness, the media"
            yield about(store, claim, "speaker-missing", message, "certainty", hint=hint)


def speakers_are_named(store: Store) -> Iterator[Finding]:
    """Yield claims of somebody's word whose sentence does not name the speaker."""
    for claim in store.library.claims.values():
        if claim.certainty not in _NAMES_ITS_SPEAKER or not claim.attributed_to:
            continue
        if not stems(claim.attributed_to) & stems(claim.claim):
            message = f"the claim does not name its speaker, {claim.attributed_to}"
            hint = "write who says so into the sentence"
            yield about(store, claim, "speaker-unnamed", message, "claim", hint=hint)


def names_are_canonical(store: Store) -> Iterator[Finding]:
    """Yield spellings of a name that the store keeps for sources alone."""
    variants = {
        variant: person.name
        for claim in store.library.claims.values()
        for person in claim.persons
        for variant in person.variants
    }
    for claim, key, text in sentences(store):
        for variant, name in variants.items():
            if re.search(rf"\b{re.escape(variant)}\b", own_words(text)):
                message = f"“{variant}” in the {key} is a source's spelling"
                yield about(store, claim, "name-spelling", message, key, hint=f"write {name}")


def nobody_says_i(store: Store) -> Iterator[Finding]:
    """Yield first persons of our own voice: a claim stands in letters of many senders."""
    for claim, key, text in sentences(store):
        for match in _FIRST_PERSON.finditer(own_words(text)):
            message = f"“{match[0]}” in the {key} is the first person"
            yield about(store, claim, "first-person", message, key, hint="name the organization")


def no_contact_data(store: Store) -> Iterator[Finding]:
    """Yield lines of facts/ with a telephone number or an e-mail address; the finding does not repeat it."""
    for file, text in store.facts.items():
        if mask(text) == text:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if mask(line) != line:
                message = "a telephone number or an e-mail address stands here"
                hint = "take it out: facts/ is public, and contact data lives in the user's own list"
                yield Finding("contact-data", "error", message, Place(file, number), hint)
