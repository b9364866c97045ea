"""Finds the asks that lose a ground when a new claim supersedes an old one."""

from __future__ import annotations

from collections.abc import Iterator

from letterkit.library.model import Claim
from letterkit.library.store import Library


def lost_grounds(library: Library, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Yield the key of supersedes, what is to be said, and what to do, for each ask that needs the claim.

    An ask holds as long as one of its grounds may be cited; a superseded claim may not.
    """
    for topic in library.topics.values():
        for ask in {ask.id: ask for asks in topic.asks.values() for ask in asks}.values():
            old = next((name for name in ask.grounds if name in claim.supersedes), None)
            if old and claim.id not in ask.grounds:
                message = f"the ask '{ask.id}' of {topic.id} rests on {old}, which this supersedes"
                hint = (
                    f"add {claim.id} to its grounds in {library.place('topics', topic.id).file}, if it holds"
                )
                yield "supersedes", message, hint
