"""Whether a letter about a conflict looks at every side of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterkit.checks.drafted import Drafted
from letterkit.findings import Finding
from letterkit.library.model import Claim

_SPEAKS_OF_CONDUCT = ("evidence", "pattern", "testimony")
_BOTH = re.compile(
    r"\b(?:both|the two) (?:authorities|forces|governments|militaries|parties|sides|states)\b", re.IGNORECASE
)
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


def both_sides_are_the_right_two(drafted: Drafted) -> Iterator[Finding]:
    """Yield claims and asks whose “both sides” are others than the two that the letter is about."""
    topic = drafted.draft.brief.topic
    if not topic.conflict:
        return
    pair = set(topic.parties)
    said = [(claim.id, claim.claim, set(claim.parties)) for claim in drafted.claims]
    for ask in drafted.draft.selection.asks:
        grounds = (drafted.library.claims.get(name) for name in ask.grounds)
        asked = {party for claim in grounds if claim for party in claim.parties}
        said.append((ask.id, ask.text, asked if len(asked) > 1 else pair))
    for name, text, meant in said:
        found = _BOTH.search(text)
        if found and meant and (meant != pair or len(pair) != 2):
            message = (
                f"“{found[0]}” in {name} means {_names(drafted, sorted(meant))}, "
                f"in a letter about {_names(drafted, sorted(pair))}"
            )
            hint = "name the two, or leave the sentence out"
            yield Finding("both-sides", "warning", message, hint=hint)


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
