"""Says of claims that are not yet in the store what its rules, and the claims that it has, say to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from letterkit.archive import fold
from letterkit.checks.claimrules import ALONE, TOGETHER
from letterkit.checks.store import Store
from letterkit.checks.words import own_words
from letterkit.findings import Finding, Place
from letterkit.library.model import Claim
from letterkit.library.originals import Originals
from letterkit.library.store import Library, Origin
from letterkit.research.proposed.grounds import lost_grounds
from letterkit.research.proposed.likeness import likenesses

_RUN = 18  # so many words one after the other as the source has them are not our own words


def review(
    library: Library, originals: Originals, claims: Mapping[str, Claim], origins: Mapping[str, Origin]
) -> list[Finding]:
    """Return what is to be said of new claims, by the lines on which they stand.

    `origins` say where each was read; a claim whose id is taken is judged as if it were the only one.
    """
    places = {("claims", name): origin for name, origin in origins.items()}
    alone = replace(
        library, claims=dict(claims), origins=places, uncited={}, recipients={}, occasions={}, topics={}
    )
    whole = replace(
        library, claims={**library.claims, **claims}, origins={**library.origins, **places}, uncited={}
    )
    found = [finding for rule in ALONE for finding in rule(Store(alone, originals))]
    found += (each for rule in TOGETHER for each in rule(Store(whole, originals)) if _is_new(each, places))
    found += (finding for claim in claims.values() for finding in _own_words(claim, origins))
    found += (finding for claim in claims.values() for finding in _likenesses(whole, claim, origins))
    found += (finding for claim in claims.values() for finding in _grounds(library, claim, origins))
    return sorted(dict.fromkeys(found), key=lambda finding: (finding.place.line or 0, finding.severity))


def _is_new(finding: Finding, places: Mapping[tuple[str, str], Origin]) -> bool:
    """Say whether a finding is about a new claim, not about one that stands in the store."""
    return any(finding.place.file == origin.file for origin in places.values())


def _likenesses(whole: Library, claim: Claim, origins: Mapping[str, Origin]) -> Iterator[Finding]:
    for each in likenesses(whole, claim)[:3]:
        key = {"figure-differs": "figures", "party-differs": "parties"}.get(each.kind, "claim")
        yield Finding(each.kind, "warning", each.message, _place(origins, claim, key), each.hint, claim.id)


def _grounds(library: Library, claim: Claim, origins: Mapping[str, Origin]) -> Iterator[Finding]:
    for key, message, hint in lost_grounds(library, claim):
        yield Finding("ground-superseded", "warning", message, _place(origins, claim, key), hint, claim.id)


def _own_words(claim: Claim, origins: Mapping[str, Origin]) -> Iterator[Finding]:
    """Yield a warning for a claim that is the source's own sentence."""
    run = _longest_run(claim)
    if run >= _RUN:
        message = f"{run} words of the claim stand one after the other in a quote"
        hint = "say it in your own words, or put the source's between quotation marks"
        yield Finding(
            "words-of-the-source", "warning", message, _place(origins, claim, "claim"), hint, claim.id
        )


def _longest_run(claim: Claim) -> int:
    """Return how many words of our own voice stand in a row in a quote."""
    words = _words(own_words(claim.claim))
    told = [f" {' '.join(_words(quote))} " for quote in claim.quotes]
    longest = start = 0
    for end in range(1, len(words) + 1):
        while start < end and not any(f" {' '.join(words[start:end])} " in quote for quote in told):
            start += 1
        longest = max(longest, end - start)
    return longest


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text).text.lower())


def _place(origins: Mapping[str, Origin], claim: Claim, key: str) -> Place:
    origin = origins.get(claim.id)
    place: Callable[..., Place] | None = origin.place if origin else None
    return place(key) if place else Place()
