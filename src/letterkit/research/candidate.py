"""A sentence that a claim could rest on, with what the rules read out of it."""

from __future__ import annotations

from dataclasses import dataclass

from letterkit.library.model import Certainty, Role
from letterkit.research.matter.figures import Found
from letterkit.research.passages.sentences import Sentence
from letterkit.research.time.span import When
from letterkit.research.time.timeline import Origin
from letterkit.research.voices.speakers import Speaker


@dataclass(frozen=True)
class Candidate:
    """A sentence that a claim could rest on, with what can be read out of it.

    `quotes` are exact and stand once each; `covered` names claims that rest on it already, `set_aside` the
    reason why it was left uncited.
    """

    sentence: Sentence
    quotes: tuple[str, ...]
    speaker: Speaker
    figures: tuple[Found, ...]
    when: When | None
    place: str | None
    parties: tuple[str, ...]
    party_from: str
    certainty: Certainty
    role: Role
    topics: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    score: float = 0.0
    covered: tuple[str, ...] = ()
    set_aside: str = ""
    page: str = ""
    when_from: Origin = ""  # where the date stands, if not in the sentence

    @property
    def is_open(self) -> bool:
        """Say whether nobody has decided about it yet."""
        return not (self.covered or self.set_aside)
