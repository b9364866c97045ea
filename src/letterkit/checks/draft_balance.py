"""Whether a letter about a conflict looks at every side of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterkit.checks.drafted import Drafted
from letterkit.findings import Finding
from letterkit.library.model import Claim

_SPEAKS_OF_CONDUCT = ("evidence", "pattern", "testimony")
_CASUALTIES = re.compile(r"\b(?:kill|die[sd]|dead|death|injur|wound|casualt|fatalit)")


def every_side_is_covered(drafted: Drafted) -> Iterator[Finding]:
    """Yield parties of a conflict that no evidence of the letter concerns, unless the topic says why."""
    topic = drafted.draft.brief.topic
    if not topic.conflict or topic.one_sided:
        return
    for party in topic.parties:
        about = (claim for claim in drafted.claims if party in claim.parties)
        if not any(claim.role in _SPEAKS_OF_CONDUCT for claim in about):
            message = f"the letter holds no evidence about {_name(drafted, party)}"
            hint = "--include a claim about it, or write the reason into the topic as 'one_sided'"
            place = drafted.library.place("topics", topic.id, "parties")
            yield Finding("one-sided", "error", message, place, hint)


def casualties_are_counted_on_every_side(drafted: Drafted) -> Iterator[Finding]:
    """Yield one warning when the letter counts the casualties of some sides only."""
    topic = drafted.draft.brief.topic
    if not topic.conflict:
        return
    counted = {
        side
        for claim in drafted.claims
        if any(_CASUALTIES.search(figure.unit) for figure in claim.figures)
        for side in _sides(drafted, claim)
    }
    without = [party for party in topic.parties if party not in counted]
    if counted and without:
        ours = ", ".join(_name(drafted, party) for party in topic.parties if party in counted)
        message = f"casualties are counted where {ours} is concerned, not for {_names(drafted, without)}"
        hint = "--include a figure for the other side, or see that the reader is not misled"
        yield Finding("casualty-balance", "warning", message, hint=hint)


def _sides(drafted: Drafted, claim: Claim) -> set[str]:
    """Return whose conduct a claim stands under: its own parties, else the side of its section."""
    sides = set(drafted.draft.brief.topic.parties)
    if named := sides & set(claim.parties):
        return named
    sections = drafted.draft.selection.sections
    return sides & {
        section.slot.party for section in sections if claim in section.claims and section.slot.party
    }


def _name(drafted: Drafted, party: str) -> str:
    known = drafted.library.parties.get(party)
    return known.name if known else party


def _names(drafted: Drafted, parties: list[str]) -> str:
    return " and ".join(_name(drafted, party) for party in parties)
