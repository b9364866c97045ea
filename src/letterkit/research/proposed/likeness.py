"""Compares a proposed claim with the claims of the store: says the same, counts otherwise, blames another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from letterkit.archive import fold
from letterkit.checks.words import stems
from letterkit.library.asof import known_from
from letterkit.library.model import Claim, Figure
from letterkit.library.store import Library

Kind = Literal["figure-differs", "party-differs", "likely-conflict", "likely-duplicate"]
_SAME = 0.7  # of the words that either of two sentences has, so many in common: they say the same
_NEAR = 0.45
_EVENT = 0.25  # for claims that give the same place and time, so many are enough
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|denied|denies|rejected|without)\b|n’t\b", re.IGNORECASE)


@dataclass(frozen=True)
class Likeness:
    """What makes a standing claim look like a proposed one."""

    kind: Kind
    other: Claim
    message: str
    hint: str


def likenesses(library: Library, claim: Claim) -> list[Likeness]:
    """Return how claims of the library resemble a new one that does not name them, the strongest first."""
    named = {*claim.supersedes, *claim.conflicts_with, *claim.same_as}
    found = []
    for other in library.claims.values():
        if other.id == claim.id or other.id in named or claim.id in (*other.conflicts_with, *other.same_as):
            continue
        likeness = next(_compared(library, claim, other), None)
        if likeness:
            found.append((likeness, nearness(claim.claim, other.claim)))
    order: Mapping[Kind, int] = {
        "figure-differs": 0, "party-differs": 1, "likely-conflict": 2, "likely-duplicate": 3,
    }  # fmt: skip
    return [each for each, _ in sorted(found, key=lambda pair: (order[pair[0].kind], -pair[1]))]


def nearness(one: str, two: str) -> float:
    """Return how many of the telling words of two sentences they have in common, from 0 to 1."""
    first, second = stems(one), stems(two)
    return len(first & second) / (len(first | second) or 1)


def _compared(library: Library, claim: Claim, other: Claim) -> Iterator[Likeness]:
    near = nearness(claim.claim, other.claim)
    event = _same_event(claim, other)
    elsewhere = claim.source != other.source  # one report seldom contradicts itself
    if event and elsewhere and near >= _EVENT / 2:
        yield from _figures(library, claim, other)
    if event and near >= _EVENT and _blames_another(claim, other):
        yield Likeness("party-differs", other, _parties_message(claim, other), _relate(library, claim, other))
    if elsewhere and near >= _NEAR and bool(_NOT.search(claim.claim)) != bool(_NOT.search(other.claim)):
        message = f"it may contradict {other.id}: “{other.claim}”"
        yield Likeness("likely-conflict", other, message, _relate(library, claim, other))
    if near >= _SAME or (event and near >= _NEAR) or _same_words(claim, other):
        message = f"it says much the same as {other.id}: “{other.claim}”"
        hint = f"leave it out, or name it: same_as: [{other.id}]"
        yield Likeness("likely-duplicate", other, message, hint)


def _same_event(claim: Claim, other: Claim) -> bool:
    """Say whether two claims give the same place and days that overlap."""
    if not (claim.place and other.place and claim.happened and other.happened):
        return False
    if not stems(claim.place) & stems(other.place):
        return False
    return claim.happened.first <= other.happened.last and other.happened.first <= claim.happened.last


def _figures(library: Library, claim: Claim, other: Claim) -> Iterator[Likeness]:
    for figure in claim.figures:
        theirs = [each for each in other.figures if _counts_the_same(figure, each)]
        if theirs and all(each.value != figure.value for each in theirs):
            told = f"{_printed(theirs[0])} in {other.id}, {_printed(figure)} here"
            message = f"another figure for the same event: {told}"
            yield Likeness("figure-differs", other, message, _relate(library, claim, other))


def _counts_the_same(one: Figure, two: Figure) -> bool:
    """Say whether two figures count the same: people killed, and who died, but not who were hurt."""
    first, second = _counted(one), _counted(two)
    return bool(first & second) and first & _DEEDS == second & _DEEDS


def _counted(figure: Figure) -> frozenset[str]:
    words = figure.unit.lower()
    for one, many in _SAME_DEED.items():
        words = re.sub(rf"\b(?:{many})\b", one, words)
    return stems(words)


_SAME_DEED = {
    "killed": "died|dead|deaths?|fatalities|fatally|dying",
    "injured": "wounded|hurt|injuries|treated for injuries",
    "detained": "arrested|held|jailed|imprisoned",
    "displaced": "fled|uprooted",
}
_DEEDS = stems("killed injured detained displaced missing damaged destroyed treated beaten stranded")


def _blames_another(claim: Claim, other: Claim) -> bool:
    return bool(claim.parties and other.parties) and not set(claim.parties) & set(other.parties)


def _parties_message(claim: Claim, other: Claim) -> str:
    ours, theirs = ", ".join(claim.parties), ", ".join(other.parties)
    return f"it holds {ours} responsible where {other.id} holds {theirs}: “{other.claim}”"


def _same_words(claim: Claim, other: Claim) -> bool:
    if claim.source != other.source:
        return False
    ours, theirs = ({fold(quote).text for quote in each.quotes} for each in (claim, other))
    return ours == theirs and claim.figures == other.figures


def _relate(library: Library, claim: Claim, other: Claim) -> str:
    """Return how the claims can be related, by which of their sources came first."""
    if known_from(library, claim) > known_from(library, other):
        return (
            f"supersedes: [{other.id}] if this replaces it, conflicts_with: [{other.id}] if accounts differ"
        )
    return f"conflicts_with: [{other.id}] if accounts differ; check which of the two is right"


def _printed(figure: Figure) -> str:
    return " ".join(filter(None, (figure.qualifier, f"{figure.value:,}", figure.unit)))
