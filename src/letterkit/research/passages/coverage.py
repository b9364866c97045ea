"""Says which parts of a source claims rest on already, or were set aside as `uncited`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from letterkit.archive import Passage, Work, places
from letterkit.library.store import Library
from letterkit.research.passages.sentences import Sentence, folded

_SHARE = 0.5  # of the shorter of the two, so much must be common
_WHOLE = 0.8  # of the sentence, for a quote beside the main one, which may give a name or a place alone


@dataclass(frozen=True)
class Mark:
    """A stretch of a block that something rests on; `main` is the longest quote of its claim."""

    start: int
    end: int
    name: str
    main: bool = True


@dataclass(frozen=True)
class Coverage:
    """The marks of a work, by its blocks."""

    claims: Mapping[int, list[Mark]] = field(default_factory=dict)
    uncited: Mapping[int, list[Mark]] = field(default_factory=dict)

    def by(self, work: Work, sentence: Sentence) -> tuple[str, ...]:
        """Return the claims that rest on a sentence, other than for a word of context."""
        marks = self.claims.get(sentence.block, ())
        return tuple(dict.fromkeys(mark.name for mark in marks if _meets(work, sentence, mark)))

    def touches(self, work: Work, sentence: Sentence) -> bool:
        """Say whether any quote of a claim overlaps a sentence, as its main or another quote."""
        first, last = _printed(work, sentence)
        return any(mark.start < last and mark.end > first for mark in self.claims.get(sentence.block, ()))

    def set_aside(self, work: Work, sentence: Sentence) -> str:
        """Return the reason why a sentence was left uncited, or an empty text."""
        marks = self.uncited.get(sentence.block, ())
        return next((mark.name for mark in marks if _meets(work, sentence, mark)), "")


def coverage(library: Library, work: Work, source: str) -> Coverage:
    """Look up every quote of a source's claims, and its uncited passages, in the work."""
    claims: dict[int, list[Mark]] = defaultdict(list)
    uncited: dict[int, list[Mark]] = defaultdict(list)
    for claim in library.resting_on(source):
        main = max(claim.quotes, key=len)
        for quote in claim.quotes:
            _mark(claims, places(quote, work), claim.id, main=quote == main)
    for passage in library.uncited.get(source, ()):
        _mark(uncited, places(passage.quote, work), passage.reason)
    return Coverage(claims, uncited)


def _mark(marks: dict[int, list[Mark]], found: tuple[Passage, ...], name: str, *, main: bool = True) -> None:
    if len(found) == 1:
        marks[found[0].block].append(Mark(found[0].start, found[0].end, name, main))


def _meets(work: Work, sentence: Sentence, mark: Mark) -> bool:
    first, last = _printed(work, sentence)
    common = min(last, mark.end) - max(first, mark.start)
    if not mark.main:
        return common >= _WHOLE * (last - first)
    return common >= _SHARE * min(last - first, mark.end - mark.start)


def _printed(work: Work, sentence: Sentence) -> tuple[int, int]:
    return folded(work.blocks[sentence.block]).origin(sentence.start, sentence.end)
