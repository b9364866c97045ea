"""Tells the date of a publisher's own act from that of its matter; finds a lead's day in what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from letterkit.research.passages.sentences import Sentence
from letterkit.research.time.span import When
from letterkit.research.time.when import when
from letterkit.research.voices.speakers import is_publisher

_OPENING = re.compile(
    r"(?P<time>(?:On|In|Last|Earlier|Yesterday|Over|During)\b[^,]{0,40}), (?P<rest>.+)", re.DOTALL
)
_FINDING = re.compile(
    r"(?:identified|found|verified|confirmed|documented|reported|published|released|said|stated|warned|called|urged|"
    r"condemned|concluded|revealed)\b"
)
_SUBJECT = 10  # words in which the verb of a publisher's act has to come
_EVENT = re.compile(
    r"\ban? (?:\w+ ){0,2}(?:attack|strike|raid|explosion|blast|bombing|shelling|shooting|crackdown) "
    r"(?:on|in|at|near) (?:the (?:city|town|village|district|region|port|outskirts) of )?"
    r"(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_NEAR = 2


def without_own_act(text: str, publisher: str) -> str:
    """Return a sentence without an opening date that is that of the publisher's finding or asking.

    `On 5 October, Example Watch identified …` says when it was identified, not when it was.
    """
    match = _OPENING.match(text)
    if match is None or not is_publisher(match["rest"], publisher):
        return text
    return match["rest"] if _FINDING.search(" ".join(match["rest"].split()[:_SUBJECT])) else text


def from_next(sentence: Sentence, listed: Sequence[Sentence], own: date | None) -> When | None:
    """Return the day that the sentences after the first of a report give the event that it opens with.

    News tell what happened (`an attack on Barrow`), then when: the day counts if the place is named with it.
    """
    event = _EVENT.search(sentence.text)
    if event is None or not listed or (sentence.block, sentence.start) != (listed[0].block, listed[0].start):
        return None
    for following in listed[1 : 1 + _NEAR]:
        told = when(following.text, own)
        if told:
            return told if told.is_day and event["place"] in following.text else None
    return None
