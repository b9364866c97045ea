"""Scores candidates against claims that people wrote: which rest on one, and what was prefilled right.

A candidate *rests* on a claim when its words overlap a quote of the claim.  It is compared with the claims
that it overlaps best (within 0.1 of the best share of common characters), field by field:

- figures: every figure of the claim whose number stands in the candidate is prefilled with its value and the
  same sort of limit (`at least`, `around` …), and nothing is prefilled that no claim on the words has.  Units
  are not compared: claims word them freely.
- date: the same date, to the letter.  The source's own day counts as no date, since the store gives it to
  some claims of what was said and leaves it out of others.  `left_open` counts candidates without a date
  whose claim has one that does not stand in their words; `dates_told` leaves these aside, and
  `dates_filled` all that have no date filled in.
- speaker: the same name, or half of the words of the shorter one.  A claim without `attributed_to` is its
  publisher's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterkit.checks import bounds
from letterkit.checks.tokens import of_kind
from letterkit.checks.words import stems
from letterkit.library.model import Claim, Source
from letterkit.library.originals import Originals
from letterkit.library.store import Library
from letterkit.research.candidate import Candidate
from letterkit.research.passages.coverage import coverage
from letterkit.research.passages.sentences import folded, trimmed
from letterkit.research.suggest import candidates

_NEAR = 0.1


@dataclass(frozen=True)
class Score:
    """Shares, from 0 to 1, but for the counts `claims`, `candidates` and `left_open`."""

    claims: int
    candidates: int
    resting: float  # of the first N candidates, N being the number of claims
    resting_in_all: float  # of all candidates: what any order of them would give
    figures: float
    dates: float
    dates_told: float
    left_open: int
    dates_filled: float
    speakers: float


@dataclass(frozen=True)
class Judged:
    """What was found of one candidate that rests on a claim."""

    candidate: Candidate
    figures: bool
    date: bool
    is_open: bool
    speaker: bool


def score(library: Library, name: str) -> Score:
    """Score the candidates of a source as they would be if the library had no claim of it."""
    source, originals = library.sources[name], Originals(library.root)
    mine = [claim for claim in library.claims.values() if claim.source == name]
    found = blind(library, source, originals)
    work = originals.work(source)
    assert work is not None
    covered = coverage(library, work, name)
    rests = [covered.touches(work, each.sentence) for each in found]
    judged = list(judge(library, source, originals, found[: len(mine)]))
    first = rests[: len(mine)]
    told = [each for each in judged if not each.is_open]
    return Score(
        len(mine),
        len(found),
        _share(first),
        _share(rests),
        _share([each.figures for each in judged]),
        _share([each.date for each in judged]),
        _share([each.date for each in told]),
        len(judged) - len(told),
        _share([each.date for each in judged if each.candidate.when]),
        _share([each.speaker for each in judged]),
    )


def blind(library: Library, source: Source, originals: Originals) -> list[Candidate]:
    """Return the candidates of a source for a library that has none of its claims."""
    others = {key: claim for key, claim in library.claims.items() if claim.source != source.id}
    passages = {key: each for key, each in library.uncited.items() if key != source.id}
    work = originals.work(source)
    assert work is not None
    return candidates(replace(library, claims=others, uncited=passages), source, work)


def judge(library: Library, source: Source, originals: Originals, found: list[Candidate]) -> Iterator[Judged]:
    """Compare candidates with the claims on their words; those that rest on none are passed over."""
    work = originals.work(source)
    assert work is not None
    quoted = defaultdict(list)
    for claim in library.claims.values():
        for quote in claim.quotes if claim.source == source.id else ():
            passage = originals.verdict(source, quote).passage
            assert passage is not None, quote
            quoted[passage.block].append((passage.start, passage.end, claim))
    for each in found:
        first, last = folded(work.blocks[each.sentence.block]).origin(*trimmed(each.sentence))
        shares: dict[str, float] = {}
        for start, end, claim in quoted[each.sentence.block]:
            common = min(end, last) - max(start, first)
            if common > 0:
                share = common / (max(end, last) - min(start, first))
                shares[claim.id] = max(share, shares.get(claim.id, 0.0))
        if shares:
            yield _judged(library, source, each, shares)


def _judged(library: Library, source: Source, each: Candidate, shares: dict[str, float]) -> Judged:
    best = max(shares.values())
    near = [library.claims[name] for name, share in shares.items() if share >= best - _NEAR]
    declared = {float(figure.value) for name in shares for figure in library.claims[name].figures}
    dates = [_date(claim.happened.text if claim.happened else None, source) for claim in near]
    ours = _date(each.when.text if each.when else None, source)
    told = list(of_kind(each.sentence.text, "date", "month", "year"))
    return Judged(
        each,
        any(_same_figures(claim, each, declared) for claim in near),
        ours in dates,
        each.when is None and not told and all(dates),
        any(_same_speaker(claim, each, source) for claim in near),
    )


def _same_figures(claim: Claim, each: Candidate, declared: set[float]) -> bool:
    spoken = {float(str(token.value)) for token in of_kind(each.sentence.text, "amount")}
    spoken |= {figure.value for figure in each.figures}
    want = {
        (float(figure.value), _limit(figure.qualifier))
        for figure in claim.figures
        if float(figure.value) in spoken
    }
    have = {(figure.value, _limit(figure.qualifier)) for figure in each.figures}
    return want <= have and all(value in declared for value, _ in have)


def _limit(words: str | None) -> str:
    after = (family for family, each in bounds.AFTER.items() if (words or "").lower() in each)
    return bounds.FAMILY.get((words or "").lower()) or next(after, "")


def _date(text: str | None, source: Source) -> str | None:
    return None if text == source.printed_date.isoformat() else text


def _same_speaker(claim: Claim, each: Candidate, source: Source) -> bool:
    theirs, ours = stems(claim.attributed_to or source.by), stems(each.speaker.name)
    return len(theirs & ours) >= 0.5 * min(len(theirs), len(ours))


def _share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 1.0
