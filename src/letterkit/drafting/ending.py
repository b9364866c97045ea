"""What stands below the close of a letter: who signs, who joins them, what is enclosed, who gets a copy."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from letterkit.findings import Finding
from letterkit.library.model import Sender, Signatory

MARKS = ("*", "†", "‡", "§", "¶")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_COUNTED: tuple[tuple[Literal["organisation", "person"], str, str], ...] = (
    ("organisation", "organization", "organizations"),
    ("person", "individual", "individuals"),
)


def signatures(sender: Sender) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each signature: those who sign by hand, then in one block those who join them.

    A footnote that several share has one mark; the notes stand below the last block.
    """
    coalition = in_order(sender.coalition)
    marks = _marks((*sender.signatories, *coalition))
    blocks = [_signed(who, marks) for who in sender.signatories]
    if coalition:
        joined = (_listed(who, marks) for who in coalition)
        blocks.append((f"Joined by {counted(coalition)}:", *joined))
    blocks[-1] = (*blocks[-1], *(f"{mark} {note}" for note, mark in marks.items()))
    return tuple(blocks)


def in_order(coalition: Iterable[Signatory]) -> list[Signatory]:
    """Return organisations, then people, each by the alphabet without article, accent or case."""
    return sorted(coalition, key=lambda who: (who.kind == "person", _sort_key(who), who.name))


def counted(coalition: Iterable[Signatory]) -> str:
    """Return how many join, in words of the list: `46 organizations and 3 individuals`."""
    numbers = Counter(who.kind for who in coalition)
    words = ((numbers[kind], one if numbers[kind] == 1 else many) for kind, one, many in _COUNTED)
    return " and ".join(f"{number} {word}" for number, word in words if number)


def twice(sender: Sender) -> Iterator[Finding]:
    """Yield who signs more than once: the printed count would be wrong."""
    everybody = Counter(_sort_key(who) for who in (*sender.signatories, *sender.coalition))
    for who in in_order(sender.coalition):
        if everybody.pop(_sort_key(who), 0) > 1:
            message = f"'{who.name}' signs twice for '{sender.id}'"
            hint = "keep one entry: the letter prints how many sign"
            yield Finding("signatory-twice", "warning", message, hint=hint)


def enclosures(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that name what is enclosed, with their number where it is more than one."""
    named = _named(texts)
    return _headed(named, "Enclosure", f"Enclosures ({len(named)})")


def copies(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that name who gets a copy."""
    return _headed(_named(texts), "cc", "cc:")


def _named(texts: Iterable[str]) -> list[str]:
    return [line for text in texts if (line := " ".join(text.split()))]


def _headed(texts: Sequence[str], one: str, many: str) -> tuple[str, ...]:
    return (many, *texts) if len(texts) > 1 else tuple(f"{one}: {text}" for text in texts)


def _signed(who: Signatory, marks: dict[str, str]) -> tuple[str, ...]:
    first = f"{who.name}{_mark(who, marks)}"
    return tuple(text for text in (first, who.title, who.organisation) if text)


def _listed(who: Signatory, marks: dict[str, str]) -> str:
    return ", ".join(text for text in (who.name, who.title, who.organisation) if text) + _mark(who, marks)


def _mark(who: Signatory, marks: dict[str, str]) -> str:
    return marks[who.footnote] if who.footnote else ""


def _marks(signatories: Iterable[Signatory]) -> dict[str, str]:
    """Return the mark of each footnote, in the order of the page: *, †, … then **, ††."""
    notes = dict.fromkeys(who.footnote for who in signatories if who.footnote)
    return {note: MARKS[place % len(MARKS)] * (place // len(MARKS) + 1) for place, note in enumerate(notes)}


def _sort_key(who: Signatory) -> str:
    text = who.sort_as or _ARTICLE.sub("", who.name)
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
