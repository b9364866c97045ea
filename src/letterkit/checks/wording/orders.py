"""Two things joined by `and` in the other order: the same two things.  Puts them back as they stood."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 5  # words on one side of `and`
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
_RANGE: Final = re.compile(r"\bbetween\b[^.;]*$")


def in_order(was: str, now: str) -> str:
    """Return the second text with its pairs in the order of the first, where the first has the same pairs."""
    for match in list(_JOINT.finditer(now)):
        now = _put_back(was, now, match)
    return now


def _put_back(was: str, now: str, joint: re.Match[str]) -> str:
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
