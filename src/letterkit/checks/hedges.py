"""Whether a claim keeps the hedges of the words that it rests on: appear, likely, reportedly, alleged …"""

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


def _family(name: str, quoted: str, kept: str, *, names_speaker: bool = False) -> Family:
    return Family(name, re.compile(rf"\b(?:{quoted})"), re.compile(kept, re.IGNORECASE), names_speaker)


_WEAK = r"\b(?:appear|apparent|seem|likely|probabl|suggest|indicat|consistent with|may\b|might\b|believe)"
_SAID = (
    r"\b(?:according to|report|sa(?:id|ys)|told|stat(?:ed|es)|account|call|describ|conclu|note|announc|"
    r"word|view|nam(?:ed|es)|den(?:y|ied|ies)|assess|by\b|under the terms|provided that)"
)
_NO_PROOF = (
    r"\b(?:unable|not|nor|never|insufficient)\b.{0,60}\b(?:verif|confirm|corroborat|conclusive|settle|suffice)|"
    r"\b(?:inconclusive|unverified|unconfirmed|insufficient for)"
)
FAMILIES = (
    _family("appears", r"appear(?:s|ed|ing)?\b|apparent(?:ly)?\b|seem(?:s|ed|ingly)?\b", _WEAK),
    _family("likely", r"likely\b|probabl[ey]\b|presumably\b|almost certainly\b", rf"{_WEAK}|almost certainly"),
    _family("suggests", r"suggest(?:s|ed|ing)?\b|indicat(?:es?|ed|ing)\b", _WEAK),
    _family("may", r"may\b|might\b|could\b|possibl[ey]\b|potential(?:ly)?\b|perhaps\b",
            r"\b(?:may|might|can|could|possibl|potential|perhaps)"),
    _family("consistent with", r"consistent with\b", _WEAK),
    _family("widely believed", r"(?:widely|commonly|generally) (?:believed|thought)\b", r"\b(?:widely|commonly|generally) (?:believed|thought)"),
    _family("believed", r"believe[sd]?\b|thought to\b", rf"{_WEAK}|\b(?:thought|in \S+ (?:view|assessment))"),
    _family("evidence", r"evidence (?:of|that|which|from|suggest\w*|strongly)\b", r"\b(?:evidence|suggest|indicat|finding)"),
    _family("estimated", r"estimate[sd]?\b", r"\b(?:estimat|as many as|around|about|approximately|roughly)"),
    _family("reportedly", r"reportedly\b|unconfirmed\b", r"\b(?:reportedly|reports?\b|alleg|unconfirmed)"),
    _family("alleged", r"alleg(?:ed(?:ly)?|es|ations?)\b|accus(?:ed|es)\b|accusations? (?:of|that)\b|claimed\b", r"\b(?:alleg|accus|claim)"),
    _family("could not verify",
            r"(?:unable|not (?:yet )?(?:been )?able) to (?:\w+ )?(?:verify|confirm)|could not (?:\w+ )?(?:verify|confirm)|"
            r"inconclusive\b|not (?:yet )?allow for conclusive|unverified\b", _NO_PROOF),
    _family("according to", r"[Aa]ccording to\b|(?:is|are|was|were|been) reported\b|reported (?:that|by)\b", _SAID, names_speaker=True),
)  # fmt: skip
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
    """Yield the stems of the words that a hedge weakens: what follows it, and what little may refer back to."""
    after = re.split(r"[.;!?](?:\s|$)", quote[match.end() :])[0]
    words = stems(" ".join(after.split()[:_CLAUSE]))
    yield words
    if len(words) <= _SHORT:
        yield words | stems(" ".join(quote[: match.start()].split()[-_CLAUSE:]))


def _finding(store: Store, claim: Claim, family: Family, key: str, hedge: str) -> Finding:
    message = f"the {key} lost the hedge “{hedge}” of its quotes"
    hint = f"keep it, or a word that weakens as much ({family.name}); certainty never rises"
    return about(store, claim, "hedge-lost", message, key, hint=hint)
