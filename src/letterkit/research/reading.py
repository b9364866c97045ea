"""Reads a work sentence by sentence: what each says when, where, how surely, in whose words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from letterkit.archive import Kind, Work
from letterkit.library.model import Certainty, Source
from letterkit.library.store import Library
from letterkit.research.candidate import Candidate
from letterkit.research.matter.figures import figures
from letterkit.research.matter.parties import parties
from letterkit.research.matter.places import place
from letterkit.research.matter.subjects import Subjects, subjects
from letterkit.research.passages.clauses import clauses
from letterkit.research.passages.coverage import Coverage, coverage
from letterkit.research.passages.quotes import quotes
from letterkit.research.passages.sentences import Sentence, sentences
from letterkit.research.rank import reasons, score
from letterkit.research.time.acts import without_own_act
from letterkit.research.time.span import When, on
from letterkit.research.time.timeline import Timeline
from letterkit.research.time.when import when
from letterkit.research.voices import certainty as sure
from letterkit.research.voices.speakers import Speaker, speakers


@dataclass
class Reader:
    """Goes through a work once, in its order, and keeps in mind what a sentence may refer back to."""

    library: Library
    source: Source
    work: Work
    block: int = -1
    lead: tuple[Sentence, Speaker] | None = None  # the sentence with a colon that a list hangs on

    @cached_property
    def _own(self) -> date | None:
        return self.source.own_day

    @cached_property
    def _timeline(self) -> Timeline:
        listed = tuple(sentences(self.work))
        return Timeline(self._own, self.source.publisher or "", self.work.title or "", listed)

    @cached_property
    def _subjects(self) -> Subjects:
        return subjects(self.library)

    @cached_property
    def _coverage(self) -> Coverage:
        return coverage(self.library, self.work, self.source.id)

    @cached_property
    def _known_places(self) -> tuple[str, ...]:
        return tuple(sorted({claim.place for claim in self.library.claims.values() if claim.place}))

    def read(self) -> Iterator[Candidate]:
        """Yield every sentence that can be quoted, weighed, whatever its weight."""
        for sentence, speaker in speakers(self.work, self.source.publisher or "").items():
            self._enter(sentence)
            self._timeline.enter(sentence)
            for part in clauses(sentence, self._is_fact):
                found = self._candidate(part, speaker)
                if found.quotes:
                    yield self._weighed(found)
            if sentence.text.endswith(":"):
                self.lead = sentence, speaker

    def _enter(self, sentence: Sentence) -> None:
        """Begin a paragraph: only a list keeps the sentence that it hangs on."""
        if sentence.block != self.block:
            self.block = sentence.block
            if not self._is_bullet(sentence):
                self.lead = None

    def _is_bullet(self, sentence: Sentence) -> bool:
        return self.work.blocks[sentence.block].kind is Kind.BULLET

    def _is_fact(self, text: str) -> bool:
        told = figures(text) or when(text, self._own) or place(text, self._known_places)
        return bool(told) or sure.is_call(text)

    def _candidate(self, sentence: Sentence, speaker: Speaker) -> Candidate:
        text = sentence.text
        lead = self.lead if self._is_bullet(sentence) else None
        if lead and speaker.own:
            speaker = lead[1]
        surely = sure.certainty(lead[0] if lead and sure.is_call(lead[0].text) else sentence, speaker)
        if surely == "unverified" and (self.source.publisher or "\0") in text:
            speaker = Speaker(self.source.publisher or "", own=True)  # who could not verify it
        happened, origin = self._timeline.tell(sentence, surely, speaker)
        counted = tuple(figures(text))
        who, told = self._parties(sentence, surely)
        return Candidate(
            sentence,
            quotes(
                self.work, sentence, *([lead[0]] if lead else []), *([] if speaker.own else [speaker.where])
            ),
            speaker,
            counted,
            happened,
            place(text, self._known_places),
            who,
            told,
            surely,
            sure.role(text, surely, speaker, dated=happened is not None, counted=bool(counted)),
            self._subjects.near(text, self.work.text),
            when_from=origin,
            page=str(self.work.blocks[sentence.block].page(sentence.start) or ""),
        )

    def _weighed(self, found: Candidate) -> Candidate:
        """Add what speaks for a candidate, and who has been there before."""
        text = found.sentence.text
        title = self._is_bullet(found.sentence) and not text.endswith((".", ";", ",", '"', "and", "or"))
        told = reasons(
            text,
            figures=bool(found.figures),
            dated=found.when is not None,
            place=found.place,
            parties=found.parties,
            certainty=found.certainty,
            role=found.role,
            staff=found.speaker.staff,
            title=title,
        )
        return replace(
            found,
            when=self._said_on(found) or found.when,
            reasons=told,
            score=score(told, len(found.figures)),
            covered=self._coverage.by(self.work, found.sentence),
            set_aside=self._coverage.set_aside(self.work, found.sentence),
        )

    def _said_on(self, found: Candidate) -> When | None:
        """Return the source's day for what was said on it: a call, or a spokesperson's words."""
        if self._own is None or not (found.certainty == "call" or found.speaker.staff):
            return None
        if without_own_act(found.sentence.text, self.source.publisher or "") != found.sentence.text:
            return None  # it was said on another day
        ahead = found.when is not None and found.when.first > self._own  # the day asked for, not of asking
        return on(self._own) if ahead or found.when is None else None

    def _parties(self, sentence: Sentence, surely: Certainty) -> tuple[tuple[str, ...], str]:
        known = self.library.parties.values()
        named = parties(sentence.text, known, is_call=surely == "call")
        above = parties(sentence.heading, known) if sentence.heading and not named else ()
        return (above, "heading") if above else (named, "sentence")
