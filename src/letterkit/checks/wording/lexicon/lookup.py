"""Finds a word, or several, in the lexicon: what it means, of which class it is, what is wider."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from letterkit.checks.wording.lexicon import (
    acts,
    charges,
    deeds,
    degrees,
    doings,
    functions,
    people,
    qualities,
    sayings,
    things,
)
from letterkit.checks.wording.lexicon.forms import american, bases
from letterkit.checks.wording.lexicon.listed import listed

Class = Literal[
    "deed", "say", "hedge", "weapon", "object", "place", "event", "person", "actor", "title", "quantity",
    "weakener", "strengthener", "time", "condition", "negation", "act", "quality", "relation", "label",
    "intent",
    "party", "name", "maker", "figure", "date", "clock", "designation", "measure", "small", "word",
]  # fmt: skip
Part = Literal["verb", "noun", "other"]


class Entry(NamedTuple):
    """What the lexicon says of a word; `rung` is the strength of a saying or a hedge."""

    key: str
    cls: Class
    wider: str = ""
    rung: int = 0


MEASURES: Final = listed(
    """
    second minute hour day week weekend month year decade century age meter kilometer centimeter
    millimeter mile kilogram ton percent dollar euro dram hectare time night morning evening
    afternoon summer winter spring autumn
    """
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
    (qualities.QUALITIES, "quality"),
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
    (doings.DOINGS, "word"),
)


def _filled(tables: tuple[tuple[str, Class], ...], columns: slice) -> dict[str, Entry]:
    """Return the words of tables with lines `key=rung<wider: column | column`; the first line counts."""
    found: dict[str, Entry] = {}
    for table, cls in tables:
        for line in table.strip().splitlines():
            head, _, words = line.partition(":")
            head, _, wider = head.partition("<")
            key, _, rung = head.partition("=")
            own = Entry(key, cls, wider, int(rung or 0))
            for column in words.split("|")[columns]:
                for word in column.split():
                    found.setdefault(word, own)
    return found


VERBS: Final = _filled(_VERBS, slice(0, 1))
_KNOWN: Final = _filled(_TABLES, slice(None))
OTHERS: Final = _KNOWN | {
    word: entry for word, entry in _filled(_VERBS, slice(1, None)).items() if word not in _KNOWN
}
SUFFERED: Final = frozenset(re.findall(r"^([\w-]+)", deeds.HARM, re.MULTILINE))
"""What is done to people, and what comes to them."""
LONGEST: Final = 5
"""How many words a phrase of the lexicon has at most."""
WIDER: Final = {entry.key: entry.wider for entry in (*VERBS.values(), *OTHERS.values()) if entry.wider}


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which phrases of the lexicon begin."""
    phrases = (phrase for table in (VERBS, OTHERS, functions.LIGHT) for phrase in table if "-" in phrase)
    return frozenset(phrase.partition("-")[0] for phrase in phrases)


@cache
def _whole_words() -> list[str]:
    return sorted({*VERBS, *OTHERS})


@lru_cache(maxsize=4096)
def begins_phrase(word: str) -> bool:
    """Say whether a word, in any of its forms, may begin a phrase, or a word that is written in two."""
    if word not in functions.SMALL:
        place = bisect_left(_whole_words(), f"{american(word)}\0")
        if any(each.startswith(american(word)) for each in _whole_words()[place : place + 1]):
            return True
    return any(base in _first_words() for base, _ in bases(word))


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
