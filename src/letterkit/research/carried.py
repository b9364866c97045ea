"""Says whether a sentence without a date goes on to tell of the day that was spoken of before it."""

from __future__ import annotations

import re

from letterkit.research.span import When

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
    r"when I was|during the|throughout)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:the|this|that|these|those|his|her|their|its) (?:\w+ ){0,2}(?:attacks?|strikes?|explosions?|"
    r"blasts?|shelling|"
    r"incident|missiles?|rockets?|bomb(?:ing|s)?|raid|arrests?|protest(?:s|ers)?|demonstration|shooting|"
    r"killings?|raids?|"
    r"munitions?|impact|crater|bodies|victims?|survivors?|fire|crash|detention)\b",
    re.IGNORECASE,
)


def carried(text: str, before: When | None, *, same_paragraph: bool, is_testimony: bool) -> When | None:
    """Return the day spoken of before, if a sentence goes on telling of it.

    A witness in the same paragraph tells of that day.  Others do so in the past tense, and in a later
    paragraph only where they name the event.
    """
    if before is None or not before.is_day:
        return None
    if is_testimony and same_paragraph:
        return before
    text = _REPORTED.sub(
        "", text, count=1
    )  # that somebody has said so says nothing of the time of what is told
    if _OTHER_TIME.search(text) or _PRESENT.search(text) or not _PAST.search(text):
        return None
    return before if same_paragraph or is_testimony or _EVENT.search(text) else None
