"""Whether a claim keeps the hedges of the words that it rests on: appear, likely, reportedly, alleged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterkit.checks.store import Store, about
from letterkit.checks.words import stems
from letterkit.findings import Finding
from letterkit.library.model import Claim


@dataclass(frozen=True)
class Family:
    """Words of a source that weaken what it says, and the words that weaken a claim as much or more.

    `names_speaker`: the hedge is who says so, which a `follow` form may leave to the sentence before.
    """

    name: str
    quoted: re.Pattern[str]
    kept: re.Pattern[str]
    names_speaker: bool = False


_WEAK = r"appear|apparent|seem|likely|probabl|suggest|indicat|consistent with|may\b|might\b|believe"
_SAID = (
    r"according to|report|sa(?:id|ys)|told|stat(?:ed|es)|account|call|describ|conclu|note|announc|word|view|"
    r"nam(?:ed|es)|den(?:y|ied|ies)|assess|by\b|under the terms|provided that"
)
_UNVERIFIED = (
    r"(?:(?:unable|not (?:yet )?(?:been )?able) to|could not) (?:\w+ )?(?:verify|confirm)|unverified\b|"
    r"inconclusive\b|not (?:yet )?allow for conclusive"
)
_NOT_PROVED = (
    r"(?:unable|not|nor|never|insufficient)\b.{0,60}\b(?:verif|confirm|corroborat|conclusive|settle|suffice)|"
    r"inconclusive|unverified|unconfirmed|insufficient for"
)
_WIDELY = r"(?:widely|commonly|generally) (?:believed|thought)\b"
# The name of a family, what it looks like in a quote, and what keeps it in a claim.
_TABLE = (
    ("appears", r"appear(?:s|ed|ing)?\b|apparent(?:ly)?\b|seem(?:s|ed|ingly)?\b", _WEAK),
    ("likely", r"likely\b|probabl[ey]\b|presumably\b|almost certainly\b", rf"{_WEAK}|almost certainly"),
    ("suggests", r"suggest(?:s|ed|ing)?\b|indicat(?:es?|ed|ing)\b", _WEAK),
    (
        "may",
        r"may\b|might\b|could\b(?! not)|possibl[ey]\b|potential(?:ly)?\b|perhaps\b",
        r"may\b|might|can\b|could|possibl|potential|perhaps",
    ),
    ("consistent with", r"consistent with\b", _WEAK),
    ("widely believed", _WIDELY, _WIDELY),
    ("believed", r"(?<!ly )(?:believe[sd]?|thought to)\b", rf"{_WEAK}|thought|in \S+ (?:view|assessment)"),
    (
        "evidence",
        r"evidence (?:of|that|which|from|suggest\w*|strongly)\b",
        r"evidence|suggest|indicat|finding",
    ),
    ("estimated", r"estimate[sd]?\b", r"estimat|as many as|around|about|approximately|roughly"),
    ("reportedly", r"reportedly\b|unconfirmed\b", r"reportedly|reports?\b|alleg|unconfirmed"),
    (
        "alleged",
        r"alleg(?:ed(?:ly)?|es|ations?)\b|accus(?:ed|es)\b|accusations? (?:of|that)\b|claimed\b",
        r"alleg|accus|claim",
    ),
    ("could not verify", _UNVERIFIED, _NOT_PROVED),
    ("according to", r"[Aa]ccording to\b|(?:is|are|was|were|been) reported\b|reported (?:that|by)\b", _SAID),
)
FAMILIES = tuple(
    Family(
        name,
        re.compile(rf"\b(?:{quoted})"),
        re.compile(rf"\b(?:{kept})", re.IGNORECASE),
        name == "according to",
    )
    for name, quoted, kept in _TABLE
)
_CLAUSE = 12  # words after a hedge that it can govern
_SHORT = 2  # so few words are pronouns and the like: "evidence that they have done so"
_SHARE = 0.3  # of these, how many a claim must take up for the hedge to be its own


def hedges_survive(store: Store) -> Iterator[Finding]:
    """Yield every hedge of a quote that the claim takes the words of and does not keep.

    A hedge concerns the claim only when the claim takes up words that it governs, and no other quote gives
    these words without it.  A call is no statement of fact and keeps none.
    """
    for claim in store.library.claims.values():
        if claim.certainty == "call":
            continue
        for family in FAMILIES:
            for key, text in (("claim", claim.claim), ("follow", claim.follow)):
                if text is None or family.kept.search(text) or (family.names_speaker and key == "follow"):
                    continue
                hedge = _governing(claim, family, text)
                if hedge:
                    yield _finding(store, claim, family, key, hedge)


def _governing(claim: Claim, family: Family, text: str) -> str:
    """Return the words of a hedge that concerns the sentence, or an empty text."""
    free = [stems(quote) for quote in claim.quotes if not family.quoted.search(quote)]
    elsewhere = frozenset[str]().union(*free)
    for quote in claim.quotes:
        for match in family.quoted.finditer(quote):
            for governed in _governed(quote, match):
                taken = (governed & stems(text)) - elsewhere
                if taken and len(taken) >= _SHARE * len(governed):
                    return match[0]
    return ""


def _governed(quote: str, match: re.Match[str]) -> Iterator[frozenset[str]]:
    """Yield the stems of the words that a hedge weakens: what follows, and what few words refer back to."""
    after = re.split(r"[.;!?](?:\s|$)", quote[match.end() :])[0]
    words = stems(" ".join(after.split()[:_CLAUSE]))
    yield words
    if len(words) <= _SHORT:
        yield words | stems(" ".join(quote[: match.start()].split()[-_CLAUSE:]))


def _finding(store: Store, claim: Claim, family: Family, key: str, hedge: str) -> Finding:
    message = f"the {key} lost the hedge “{hedge}” of its quotes"
    hint = f"keep it, or a word that weakens as much ({family.name}); certainty never rises"
    return about(store, claim, "hedge-lost", message, key, hint=hint)
