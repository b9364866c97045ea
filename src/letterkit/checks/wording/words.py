"""Joins the pieces of a text to words and phrases, and says what each may be: verb, noun, name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from letterkit.checks.labels import INTENT, LEGAL, NAMED
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.forms import american, bases
from letterkit.checks.wording.lexicon.lookup import LONGEST, Entry, begins_phrase, other, verb
from letterkit.checks.wording.lexicon.proper import NAMES, proper
from letterkit.checks.wording.scan import POSSESSIVE, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.wording.units import Unit

_LABELS: Final = {
    pattern: Entry(name, cls)  # type: ignore[arg-type]
    for table, cls in ((LEGAL | NAMED, "label"), (INTENT, "intent"))
    for name, pattern in table.items()
}
# With which three letters a label may begin: most words are told from all of them by these.
_STARTS: Final = frozenset(re.findall(r"(?:^|[|:(])([a-z]{3})", "|".join(_LABELS)))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase with all that it may be.

    `verb` holds a verb's entry and form, `other` an entry and whether it is plural, `name` a proper name and
    whether it is an adjective; `small` words say nothing themselves, marks are small too.
    """

    text: str
    low: str
    quoted: bool = False
    opens: bool = False
    verb: tuple[Entry, str] | None = None
    other: tuple[Entry, bool] | None = None
    name: tuple[Entry, bool] | None = None
    label: Entry | None = None
    small: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is written as names are, where no sentence begins."""
        return _is_capital(self.text, opens=self.opens)


def _is_capital(text: str, *, opens: bool) -> bool:
    """Say whether a word is written as names are: where a sentence begins, with a capital inside as well."""
    inside = not text.isupper() and any(sign.isupper() for sign in text.partition("-")[0][1:])
    return text[:1].isupper() and (inside or not opens)


def words(pieces: Sequence[Piece | Unit]) -> Iterator[Word | Unit]:
    """Yield words and phrases, the longest that the lexicon knows, and the numbers between them."""
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if not isinstance(piece, Piece):
            yield piece
            place += 1
            continue
        found, used = _longest(_following(pieces, place), piece)
        if found is not None:
            yield found
        place += used


def _following(pieces: Sequence[Piece | Unit], place: int) -> list[str]:
    """Return the words that could make a phrase with the one at a place."""
    found: list[str] = []
    first = pieces[place]
    if isinstance(first, Piece) and not _may_go_on(first.text):
        return found
    for piece in pieces[place : place + LONGEST]:
        if not isinstance(piece, Piece) or not piece.text[:1].isalpha():
            break
        found.append(piece.text)
    return found


def _longest(texts: list[str], piece: Piece) -> tuple[Word | None, int]:
    for size in range(len(texts), 1, -1):
        phrase = "-".join(texts[:size])
        if _is_light(phrase.lower()):
            return None, size
        found = _phrase(phrase, piece, " ".join(texts[:size]))
        if found is not None:
            return found, size
    return _word(piece), 1


@lru_cache(maxsize=4096)
def _may_go_on(word: str) -> bool:
    """Say whether a phrase, a name or a label of several words may begin with a word."""
    low = word.lower()
    return begins_phrase(low) or low[:3] in _STARTS or word in _first_names()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.partition("-")[0] for name in NAMES)


def _is_light(phrase: str) -> bool:
    head, _, rest = phrase.partition("-")
    return any(f"{base}-{rest}" in functions.LIGHT for base, _ in bases(head))


def _phrase(phrase: str, piece: Piece, text: str) -> Word | None:
    low = phrase.lower() if phrase.partition("-")[0].isupper() else _spelt(phrase.lower())
    name = NAMES.get(phrase)
    known = verb(low), other(low), _label(text)
    if name is None and not any(known):
        return None
    return Word(text, low, piece.quoted, piece.opens, *known[:2], name, known[2])


def _word(piece: Piece) -> Word:
    low = _spelt(piece.text.lower())
    if not piece.text[:1].isalnum():
        return Word(piece.text, low, piece.quoted, piece.opens, small=True)
    capital = _is_capital(piece.text, opens=piece.opens)
    name = proper(piece.text) or proper(
        piece.text.capitalize() if piece.text.isupper() and len(piece.text) > 4 else ""
    )
    small = low in functions.SMALL and (not capital or low == "i")
    known = other(low)
    if capital and known and known[0].cls == "relation":
        known = None  # part of a title: `In the Line of Fire`
    return Word(
        piece.text,
        low,
        piece.quoted,
        piece.opens,
        None if capital or small else verb(low),
        None if small else known,
        name,
        _label(low),
        small or piece.text == POSSESSIVE,
    )


@lru_cache(maxsize=4096)
def _label(text: str) -> Entry | None:
    """Find what the law or the tongue has a label for, by all of a word or phrase."""
    if text[:3].lower() not in _STARTS:
        return None
    found = _labelled().fullmatch(text)
    return None if found is None else list(_LABELS.values())[(found.lastindex or 1) - 1]


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile("|".join(rf"((?:{pattern})\w*)" for pattern in _LABELS), re.IGNORECASE)


def _spelt(low: str) -> str:
    """Return a word as the lexicon spells it: as it stands, where it is known so, else without a hyphen."""
    if verb(low) or other(low):
        return low
    whole = low.replace("-", "")
    return american(whole if "-" in low and (_label(whole) or verb(whole) or other(whole)) else low)
