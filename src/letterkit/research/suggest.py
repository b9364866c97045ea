"""Ranks the sentences of a work as candidates of claims; it proposes, and decides nothing."""

from __future__ import annotations

from dataclasses import replace

from letterkit.archive import Passage, Work, fold
from letterkit.library.model import Source
from letterkit.library.store import Library
from letterkit.research.candidate import Candidate
from letterkit.research.reading import Reader


def candidates(library: Library, source: Source, work: Work) -> list[Candidate]:
    """Return the candidates of a source, the strongest first; equal ones in the order of the source."""
    found = [each for each in Reader(library, source, work).read() if each.score > 0]
    return sorted(found, key=lambda each: (-each.score, each.sentence.block, each.sentence.start))


def at(library: Library, source: Source, work: Work, passage: Passage) -> Candidate | None:
    """Return the candidate for words that somebody chose; they are its first quote."""
    found = [each for each in Reader(library, source, work).read() if each.sentence.block == passage.block]
    if not found:
        return None
    start = len(fold(work.blocks[passage.block].text[: passage.start]).text)
    within = [each for each in found if each.sentence.start <= start < each.sentence.end]
    nearest = (within or found)[0]
    quote = " ".join(passage.text.split())
    return replace(nearest, quotes=(quote, *nearest.quotes[1:]))
