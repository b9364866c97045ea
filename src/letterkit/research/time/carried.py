"""Says whether a sentence without a date goes on to tell of the day that was spoken of before it."""

from __future__ import annotations

import re

from letterkit.research.time.span import When
from letterkit.research.time.tense import is_past, is_present

_EVENT = re.compile(
    r"\b(?:the|this|that|these|those|his|her|their|its) (?:\w+ ){0,2}(?:attacks?|strikes?|explosions?|"
    r"blasts?|shelling|"
    r"incident|missiles?|rockets?|bomb(?:ing|s)?|raid|arrests?|protest(?:s|ers)?|demonstration|shooting|"
    r"killings?|raids?|"
    r"munitions?|impact|crater|bodies|victims?|survivors?|fire|crash|detention)\b",
    re.IGNORECASE,
)


# A deed done in the event is of its day, whatever other time is named beside it.
_IN_IT = re.compile(
    r"\b(?:killed|injured|wounded|hurt|died|hit|struck|damaged|destroyed|arrested|detained) "
    r"(?:in|by|during) (?:the|this|that) (?:same )?"
    r"(?:attack|strike|explosion|blast|shelling|incident|raid|bombing|shooting|crash|fire)\b"
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
    if not (is_past(text) or (_IN_IT.search(text) and not is_present(text))):
        return None
    return before if same_paragraph or is_testimony or _EVENT.search(text) else None
