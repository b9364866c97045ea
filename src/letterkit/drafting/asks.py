"""Choose the asks of a letter: those that hold on its date and rest on something admissible."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from letterkit.drafting.brief import Brief
from letterkit.drafting.standing import near_seats
from letterkit.drafting.values import LeftOut
from letterkit.library.model import Ask
from letterkit.library.store import Library

MOST_ASKS = 5


def choose_asks(
    library: Library, brief: Brief, barred: Mapping[str, str]
) -> tuple[tuple[Ask, ...], tuple[LeftOut, ...]]:
    """Return at most five asks, and the others with reasons.

    They come in the topic's order, in letters to a member of Congress those first that are the work of the
    member's committees.  `barred` gives the reason for every claim that the date forbids.
    """
    chosen: list[Ask] = []
    without: list[LeftOut] = []
    for ask in brief.topic.asks[brief.recipient.audience]:
        reason = _reason(library, ask, brief.date, barred)
        if not reason and len(chosen) == MOST_ASKS:
            reason = f"length: {MOST_ASKS} asks are enough"
        if reason:
            without.append(LeftOut(ask.id, reason))
        else:
            chosen.append(ask)
    sits_on = _committees(brief)
    chosen.sort(key=lambda ask: sits_on.isdisjoint(ask.committees))
    return tuple(chosen), tuple(without)


def _committees(brief: Brief) -> set[str]:
    """Return the committee that a letter goes to, else those on which its addressee sits."""
    own = brief.recipient.committee
    return {own} if own else {seat.committee for seat in near_seats(brief.recipient, brief.date)}


def _reason(library: Library, ask: Ask, day: date, barred: Mapping[str, str]) -> str:
    if ask.valid_from and day < ask.valid_from:
        return f"valid from {ask.valid_from}"
    if ask.valid_until and day > ask.valid_until:
        return f"valid until {ask.valid_until}"
    grounds = {ground: barred.get(ground, "") for ground in ask.grounds if ground in library.claims}
    if not grounds:
        return f"nothing grounds it: the store has no claim '{ask.grounds[0]}'"
    if all(grounds.values()):
        return f"nothing admissible grounds it: {next(iter(grounds))} is {next(iter(grounds.values()))}"
    return ""
