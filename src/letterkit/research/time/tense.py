"""Tells sentences in the past tense about one time from those about what is, or was at another time."""

from __future__ import annotations

import re

_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|remains?|continues?|can|may|must|should|will|would|often|usually|"
    r"typically|"
    r"always|never|every|now|currently|since|ongoing)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|could|said|told|\w{2,}ed|broke|began|fell|fled|found|heard|held|hit|left|lost|made|saw|"
    r"shot|struck|took|came|went|ran|lay|felt|knew|put|cut|blew|flew)\b"
)
_REPORTED = re.compile(
    r"\b(?:has|have) (?:also )?(?:stated|said|reported|announced|confirmed|claimed|told [\w' ]{1,40}?) that\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:in recent|in the (?:days|weeks|months|years)|(?:days?|weeks?|months?|years?) (?:ago|before|"
    r"earlier|later|after)|"
    r"previous(?:ly)?|earlier|later|before|after that|in the past|once|until|already|by then|then|"
    r"when I was|during the|throughout|\d{4}s|decades?|century|centuries|era)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\bcould (?:not )?have\b")


def is_past(text: str) -> bool:
    """Say whether a sentence goes on telling what happened, whoever has said so since."""
    told = plain(text)
    return bool(_PAST.search(told)) and not _PRESENT.search(told) and not _OTHER_TIME.search(told)


def is_present(text: str) -> bool:
    """Say whether a sentence has words of what is so at the time of the telling."""
    return bool(_PRESENT.search(plain(text)))


def plain(text: str) -> str:
    """Return the words without `has stated that` and `could have`, which say nothing of when it was."""
    return _UNREAL.sub("could", _REPORTED.sub("", text, count=1))
