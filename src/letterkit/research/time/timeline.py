"""Goes through a report and says of each sentence when its matter was, and where that is known from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from letterkit.checks.tokens import of_kind
from letterkit.library.model import Certainty
from letterkit.research.passages.sentences import Sentence
from letterkit.research.time.acts import from_next, without_own_act
from letterkit.research.time.carried import carried
from letterkit.research.time.span import When, on
from letterkit.research.time.wars import War, is_about_war, of_war, tells_of_war, wars
from letterkit.research.time.when import when
from letterkit.research.voices.speakers import Speaker, is_publisher

Origin = Literal["", "before", "after", "war"]  # the sentence itself, one beside it, the war told of
_OPENING = 3


@dataclass
class Timeline:
    """Keeps in mind what an undated sentence may refer back to; `own` is the source's day."""

    own: date | None
    publisher: str
    title: str
    listed: Sequence[Sentence]
    before: When | None = None  # what the paragraph spoke of last
    story: When | None = None  # what the section spoke of last
    war: War | None = None  # the war that the section named last
    block: int = -1
    heading: str = ""
    known: tuple[War, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Read the wars that the report names, wherever it names them."""
        self.known = wars((each.text for each in self.listed), self.own)
        opening = (self.title, *(each.text for each in self.listed[:_OPENING]))
        about = len(self.known) == 1 and any(is_about_war(text) for text in opening)
        self._only = self.known[0] if about else None

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; with a paragraph and with a section time starts anew."""
        if sentence.block != self.block:
            if sentence.heading != self.heading:
                self.story = self.war = None
                self.heading = sentence.heading
            self.block, self.before = sentence.block, None
        named = {war.first for war in wars((sentence.text,), self.own)}
        if named:
            self.war = next((war for war in self.known if {war.first} == named), None)

    def tell(self, sentence: Sentence, surely: Certainty, speaker: Speaker) -> tuple[When | None, Origin]:
        """Return when the matter of a sentence was, as far as the report tells, and where that stands."""
        text = sentence.text
        told = without_own_act(text, self.publisher)
        happened = when(told, self.own, self.before, self.story, is_said=not speaker.own)
        if self.own and happened == on(self.own) and not any(of_kind(told, "date")):
            happened = (
                of_war(told, self.known, self.war) or happened
            )  # `said today` of a war dates the saying
        if happened:
            self.before = self.story = happened
            return happened, ""
        if told != text or any(of_kind(text, "date", "month", "year")):
            return None, ""
        return self._from_beside(sentence, surely, speaker)

    def _from_beside(
        self, sentence: Sentence, surely: Certainty, speaker: Speaker
    ) -> tuple[When | None, Origin]:
        text = sentence.text
        placed = of_war(text, self.known, self.war)
        if placed and surely != "call":
            return placed, "war"
        found = self._carried(text, surely, speaker)
        if found:
            self.before = found
            return found, "before"
        found = from_next(sentence, self.listed, self.own) if speaker.own else None
        if found:
            return found, "after"
        war = self.war or self._only
        if surely in ("call", "testimony") or speaker.staff or not tells_of_war(text):
            return None, ""
        return (war.when, "war") if war and war.when else (None, "")

    def _carried(self, text: str, surely: Certainty, speaker: Speaker) -> When | None:
        is_testimony = surely == "testimony"
        ours = re.search(r"\b(?:[Oo]ur|[Ww]e|organi[sz]ation)\b", " ".join(text.split()[:6]))
        research = ours or is_publisher(text, self.publisher)
        if not is_testimony and (surely == "call" or speaker.staff or research):
            return None
        return carried(
            text,
            self.before or self.story,
            same_paragraph=self.before is not None,
            is_testimony=is_testimony,
        )
