"""Finds a word, or several, in the lexicon: what it means, of which class it is, what is wider."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.lexicon import (
    acts,
    charges,
    deeds,
    degrees,
    functions,
    people,
    sayings,
    things,
)
from letterkit.checks.wording.lexicon.forms import bases

if TYPE_CHECKING:
    from collections.abc import Iterator

Class = Literal[
    "deed", "say", "hedge", "weapon", "object", "place", "event", "person", "actor", "title", "quantity",
    "weakener", "strengthener", "time", "condition", "negation", "act", "quality", "relation", "label", "intent",
    "party", "name", "maker", "figure", "date", "clock", "designation", "measure", "small", "word",
]  # fmt: skip
Part = Literal["verb", "noun", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon says of a word; `rung` is the strength of a saying or a hedge."""

    key: str
    cls: Class
    wider: str = ""
    rung: int = 0


MEASURES: Final = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "decade",
        "century",
        "age",
        "meter",
        "kilometer",
        "centimeter",
        "millimeter",
        "mile",
        "kilogram",
        "ton",
        "percent",
        "dollar",
        "euro",
        "dram",
        "hectare",
        "time",
        "night",
        "morning",
        "evening",
        "afternoon",
        "summer",
        "winter",
        "spring",
        "autumn",
    ]
)
_TABLES: Final[tuple[tuple[str, Class], ...]] = (
    (degrees.NEGATIONS, "negation"),
    (degrees.CONDITIONS, "condition"),
    (degrees.PURPOSES, "intent"),
    (charges.CHARGES, "label"),
    (degrees.QUANTITIES, "quantity"),
    (degrees.WEAKENERS, "weakener"),
    (degrees.STRENGTHENERS, "strengthener"),
    (degrees.TIMES, "time"),
    (sayings.HEDGES, "hedge"),
    (functions.RELATIONS, "relation"),
    (people.PEOPLE, "person"),
    (people.FIGHTERS, "person"),
    (people.ACTORS, "actor"),
    (people.TITLES, "title"),
    (things.WEAPONS, "weapon"),
    (things.OBJECTS, "object"),
    (things.PLACES, "place"),
    (things.EVENTS, "event"),
    (acts.QUALITIES, "quality"),
    ("\n".join(f"{word}: {word}" for word in sorted(MEASURES)), "measure"),
)
_VERBS: Final[tuple[tuple[str, Class], ...]] = (
    (sayings.HEDGE_VERBS, "hedge"),
    (degrees.NEGATIVE_VERBS, "negation"),
    (degrees.CONDITION_VERBS, "condition"),
    (deeds.HARM, "deed"),
    (deeds.FORCE, "deed"),
    (sayings.SAY, "say"),
    (acts.ACTS, "act"),
)
_LINE: Final = re.compile(r"([^:=<]+)(?:=(\d))?(?:<([^:]+))?:(.*)")


def _lines(table: str) -> Iterator[tuple[Entry, list[list[str]]]]:
    for line in table.strip().splitlines():
        match = _LINE.fullmatch(line)
        if match:
            columns = [column.split() for column in match[4].split("|")]
            yield Entry(match[1], "word", match[3] or "", int(match[2] or 0)), columns


def _filled(tables: tuple[tuple[str, Class], ...], columns: slice) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for table, cls in tables:
        for entry, words in _lines(table):
            own = Entry(entry.key, cls, entry.wider, entry.rung)
            for word in (word for column in words[columns] for word in column):
                found.setdefault(word, own)
    return found


VERBS: Final = _filled(_VERBS, slice(0, 1))
_KNOWN: Final = _filled(_TABLES, slice(None))
OTHERS: Final = _KNOWN | {
    word: entry for word, entry in _filled(_VERBS, slice(1, None)).items() if word not in _KNOWN
}
LONGEST: Final = 5
"""How many words a phrase of the lexicon has at most."""
WIDER: Final = {entry.key: entry.wider for entry in (*VERBS.values(), *OTHERS.values()) if entry.wider}


@lru_cache(maxsize=4096)
def verb(word: str) -> tuple[Entry, str] | None:
    """Find a verb by any of its forms; also return which form it is: base, s, ed or ing."""
    head, *rest = word.split("-", 1)
    for base, form in bases(head):
        entry = VERBS.get("-".join((base, *rest)))
        if entry is not None:
            return entry, form
    return None


@lru_cache(maxsize=4096)
def other(word: str) -> tuple[Entry, bool] | None:
    """Find a word that is no verb, singular or plural; also say whether it is a plural."""
    if word in OTHERS:
        return OTHERS[word], False
    *first, last = word.split("-")
    for base, form in bases(last):
        entry = OTHERS.get("-".join((*first, base))) if form == "s" else None
        if entry is not None:
            return entry, True
    return None


def is_wider(wide: str, narrow: str) -> bool:
    """Say whether one concept holds whatever the other holds."""
    while narrow in WIDER:
        narrow = WIDER[narrow]
        if narrow == wide:
            return True
    return False
