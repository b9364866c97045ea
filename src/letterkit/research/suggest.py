"""Reads a work for candidates of claims and ranks them; it proposes, and decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from letterkit.archive import Kind, Passage, Work, fold
from letterkit.library.load import Library
from letterkit.library.model import Certainty, Role, Source
from letterkit.research import certainty as sure
from letterkit.research.carried import carried
from letterkit.research.clauses import clauses
from letterkit.research.coverage import Coverage, coverage
from letterkit.research.figures import Found, figures
from letterkit.research.parties import parties
from letterkit.research.places import place
from letterkit.research.quotes import quotes
from letterkit.research.rank import reasons, score
from letterkit.research.sentences import Sentence
from letterkit.research.span import When, on
from letterkit.research.speakers import Speaker, speakers
from letterkit.research.subjects import Subjects, subjects
from letterkit.research.when import when


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
    carried: bool = False  # the date is that of the sentence before

    @property
    def is_open(self) -> bool:
        """Say whether nobody has decided about it yet."""
        return not (self.covered or self.set_aside)


def candidates(library: Library, source: Source, work: Work) -> list[Candidate]:
    """Return the candidates of a source, the strongest first; equal ones in the order of the source."""
    found = [each for each in _Reader(library, source, work).read() if each.score > 0]
    return sorted(found, key=lambda each: (-each.score, each.sentence.block, each.sentence.start))


def at(library: Library, source: Source, work: Work, passage: Passage) -> Candidate | None:
    """Return the candidate for words that somebody chose; they are its first quote."""
    found = [each for each in _Reader(library, source, work).read() if each.sentence.block == passage.block]
    if not found:
        return None
    start = len(fold(work.blocks[passage.block].text[: passage.start]).text)
    within = [each for each in found if each.sentence.start <= start < each.sentence.end]
    nearest = (within or found)[0]
    quote = " ".join(passage.text.split())
    return replace(nearest, quotes=(quote, *nearest.quotes[1:]))


@dataclass
class _Reader:
    library: Library
    source: Source
    work: Work
    before: When | None = None
    story: When | None = None  # the day of which the section tells
    heading: str = ""
    block: int = -1
    lead: tuple[Sentence, Speaker] | None = None  # the sentence with a colon that a list hangs on

    @cached_property
    def own(self) -> date | None:
        return self.source.printed_date if self.source.issued or self.source.dated else None

    @cached_property
    def subjects(self) -> Subjects:
        return subjects(self.library)

    @cached_property
    def coverage(self) -> Coverage:
        return coverage(self.library, self.work, self.source.id)

    @cached_property
    def known_places(self) -> tuple[str, ...]:
        return tuple(sorted({claim.place for claim in self.library.claims.values() if claim.place}))

    def read(self) -> Iterator[Candidate]:
        for sentence, speaker in speakers(self.work, self.source.publisher or "").items():
            self._enter(sentence)
            for part in clauses(sentence, self._is_fact):
                found = self._candidate(part, speaker)
                if found.quotes:
                    yield self._weighed(found)
            if sentence.text.endswith(":"):
                self.lead = sentence, speaker

    def _enter(self, sentence: Sentence) -> None:
        """Begin a paragraph: time starts anew, and only a list keeps the sentence that it hangs on."""
        if sentence.block != self.block:
            if sentence.heading != self.heading:
                self.story, self.heading = None, sentence.heading
            self.block, self.before = sentence.block, None
            if not self._is_bullet(sentence):
                self.lead = None

    def _is_research(self, text: str) -> bool:
        """Say whether a sentence tells what the publisher did, which is not part of the event."""
        opening = " ".join(text.split()[:6])
        ours = re.search(r"\b(?:[Oo]ur|[Ww]e|organi[sz]ation)\b", opening)
        return bool(ours) or (self.source.publisher or "\0") in opening

    def _is_bullet(self, sentence: Sentence) -> bool:
        return self.work.blocks[sentence.block].kind is Kind.BULLET

    def _is_fact(self, text: str) -> bool:
        told = figures(text) or when(text, self.own) or place(text, self.known_places)
        return bool(told) or sure.is_call(text)

    def _candidate(self, sentence: Sentence, speaker: Speaker) -> Candidate:
        text = sentence.text
        lead = self.lead if self._is_bullet(sentence) else None
        if lead and speaker.own:
            speaker = lead[1]
        surely = sure.certainty(lead[0] if lead and sure.is_call(lead[0].text) else sentence, speaker)
        happened = when(text, self.own, self.before, self.story, is_said=not speaker.own)
        told_of = happened
        if happened:
            self.before = self.story = happened
        elif surely == "testimony" or not (surely == "call" or speaker.staff or self._is_research(text)):
            happened = carried(
                text,
                self.before or self.story,
                same_paragraph=self.before is not None,
                is_testimony=surely == "testimony",
            )
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
            place(text, self.known_places),
            who,
            told,
            surely,
            sure.role(text, surely, speaker, dated=happened is not None, counted=bool(counted)),
            self.subjects.near(text, self.work.text),
            carried=happened is not told_of,
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
        day = on(self.own) if self.own else None
        said = found.certainty == "call" or found.speaker.staff
        ahead = (
            said and found.when is not None and found.when.first > day.first
        )  # the day asked for, not of asking
        return replace(
            found,
            when=day if said and (ahead or not found.when) else found.when,
            reasons=told,
            score=score(told, len(found.figures)),
            covered=self.coverage.by(self.work, found.sentence),
            set_aside=self.coverage.set_aside(self.work, found.sentence),
        )

    def _parties(self, sentence: Sentence, surely: Certainty) -> tuple[tuple[str, ...], str]:
        known = self.library.parties.values()
        named = parties(sentence.text, known, is_call=surely == "call")
        above = parties(sentence.heading, known) if sentence.heading and not named else ()
        return (above, "heading") if above else (named, "sentence")
