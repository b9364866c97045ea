"""Two things joined by `and` in the other order: the same two things.  Puts them back as they stood."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 5  # words on one side of `and`
_WORD: Final = r"[\w'-]+"
_LIST: Final = re.compile(
    rf"((?:{_WORD} ){{0,2}}{_WORD}), ((?:(?:{_WORD} ){{0,3}}{_WORD}, )?(?:{_WORD} ){{0,3}}?{_WORD})(,?) "
    rf"(and|or) ({_WORD}(?: {_WORD}){{0,2}})"
)
_FRONTED: Final = re.compile(r"(?:^|\. )(?:With|In|On|At|By|From|After|Before|For|Under|Near|Unlike) [^,.]*$")
_JOINT: Final = re.compile(r"(?:,)? (?:and|or) ")
_BREAKS: Final = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "that",
        "which",
        "who",
        "whom",
        "between",
        "into",
        "against",
        "near",
        "and",
        "or",
        "but",
        "is",
        "are",
        "was",
        "were",
    ]
)
_EACH_ITS_OWN: Final = re.compile(r"\brespectively\b|\b[A-Z]\w+ and [A-Z]\w+, [A-Z][\w ]+ and [A-Z]")
# A phrase of a figure, what it counts and where: two such phrases may be long, and are made alike.
_COUNTING: Final = re.compile(
    r"(?:[a-z]+ )?\d[\d,.]* [\w-]+(?: (?:of|in|from|on|at|among) (?:the )?[\w'-]+(?: [A-Z][\w'-]+)*)+"
)
_SMALL: Final = re.compile(r"\b(?:of|in|from|on|at|among)\b")
_RANGE: Final = re.compile(r"\b(?:between|from)\b[^.;]*$", re.IGNORECASE)


def in_order(was: str, now: str) -> str:
    """Return the second text with its pairs in the order of the first, where the first has the same pairs.

    Where each of two belongs to one of two others, as with `respectively`, the order says which.
    """
    if _EACH_ITS_OWN.search(now):
        return now
    for listed in _lists(was):
        now = _listed_put_back(listed, now)
    for match in list(_JOINT.finditer(now)):
        now = _put_back(was, now, match)
    return now


def _lists(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield the items of each list of three or four short ones, with its `and` or `or`.

    Behind a phrase in front, and without the last comma, it is none: `with help from the Citizen Lab,
    CyberHUB-AM and Access Now confirmed`.
    """
    for match in _LIST.finditer(text):
        first, middle, comma, joint, last = match.groups()
        if any(sign.isdigit() for sign in match[0]):  # the parts of a date are no list
            continue
        if not comma and _FRONTED.search(text[: match.end(1)]):
            continue
        inner = middle.split(", ")
        for left in _ends(first, from_right=True):
            for right in _ends(last, from_right=False):
                yield [left, *inner, right], joint


def _ends(words: str, *, from_right: bool) -> list[str]:
    """Return what of some words may be the end of a list: one, two or three, if they are one thing."""
    row = words.split(" ")
    parts = [" ".join(row[-size:] if from_right else row[:size]) for size in range(1, len(row) + 1)]
    return [part for part in parts if _plain(part)]


def _listed_put_back(listed: tuple[list[str], str], now: str) -> str:
    """Return the text with a list in its first order, the last comma there or not."""
    items, joint = listed
    low, own = now.lower(), f"{', '.join(items[:-1])}, {joint} {items[-1]}"
    if own.lower() in low or not all(item.lower() in low for item in items):
        return now
    for order in permutations(items):
        for comma in (",", ""):
            other = f"{', '.join(order[:-1])}{comma} {joint} {order[-1]}"
            if order != tuple(items) and other.lower() in low and _stands(other, now):
                return re.sub(re.escape(other), own.replace("\\", ""), now, count=1, flags=re.IGNORECASE)
    return now


def _counted_put_back(was: str, now: str, joint: re.Match[str]) -> str | None:
    """Put back two phrases like `18 percent of women in Central Asia`, None where there are none."""
    first = next((m for m in _COUNTING.finditer(now) if m.end() == joint.start()), None)
    second = _COUNTING.match(now, joint.end())
    if first is None or second is None or _SMALL.findall(first[0]) != _SMALL.findall(second[0]):
        return None
    swapped = f"{second[0]}{joint[0]}{first[0]}"
    if _stands(swapped, was) and not _stands(f"{first[0]}{joint[0]}{second[0]}", was):
        return now[: first.start()] + swapped + now[second.end() :]
    return None


def _put_back(was: str, now: str, joint: re.Match[str]) -> str:
    counted = _counted_put_back(was, now, joint)
    if counted is not None:
        return counted
    before, after = now[: joint.start()].split(" "), now[joint.end() :].split(" ")
    for left in range(min(_LONGEST, len(before)), 0, -1):
        for right in range(min(_LONGEST, len(after)), 0, -1):
            first, second = " ".join(before[-left:]), " ".join(after[:right])
            end = second[len(second.rstrip(".,;")) :]
            second = second.rstrip(".,;")
            if not _plain(first) or not _plain(second) or _is_range(before[:-left], first):
                continue
            swapped = f"{second}{joint[0]}{first}"
            if _stands(swapped, was) and not _stands(f"{first}{joint[0]}{second}", was):
                return " ".join([*before[:-left], swapped + end, *after[right:]])
    return now


def _plain(words: str) -> bool:
    """Say whether words are one thing: nothing inside that would be bound to it alone."""
    return not _BREAKS & set(words.lower().split()) and words[-1:] not in ",;:"


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text, re.IGNORECASE) is not None


def _is_range(before: list[str], first: str) -> bool:
    """Say whether the two are the ends of a span, which have an order."""
    found = _RANGE.search(" ".join(before))
    return (
        found is not None
        and re.search(
            r"\d|January|February|March|April|May|June|July|August|September|October|November|December", first
        )
        is not None
    )
