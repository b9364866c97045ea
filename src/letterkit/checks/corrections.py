"""What a new version of a source takes away: quotes that no longer stand in it, and their claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterkit.archive import Status, Verdict, Work, explain, find
from letterkit.checks.quotes import Quoted, all_quotes
from letterkit.checks.store import Store
from letterkit.findings import Finding
from letterkit.library.asof import successors
from letterkit.library.originals import Originals
from letterkit.library.store import Library


@dataclass(frozen=True, slots=True)
class Lost:
    """A quote that does not stand in the new version of its source, and what supersedes its claim."""

    quoted: Quoted
    verdict: Verdict
    superseded_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a new version does to the store: how many quotes still stand in it, and which are lost."""

    source: str
    standing: int
    lost: tuple[Lost, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that a lost quote carries: letters that cite them are the ones to correct."""
        return tuple(dict.fromkeys(lost.quoted.claim for lost in self.lost if lost.quoted.claim))


def correction(library: Library, source: str, item: str | None, works: Sequence[Work]) -> Correction:
    """Compare every quote of a source with the works of a document that holds its new version as `item`."""
    later = successors(library)
    quoted = [each for each in all_quotes(Store(library, Originals(library.root))) if each.source == source]
    verdicts = [(each, find(each.quote, works, item)) for each in quoted]
    lost = (
        Lost(each, verdict, tuple(sorted(later.get(each.claim or "", ()))))
        for each, verdict in verdicts
        if verdict.status is not Status.FOUND
    )
    return Correction(source, sum(verdict.status is Status.FOUND for _, verdict in verdicts), tuple(lost))


def findings(found: Correction) -> Iterator[Finding]:
    """Yield a warning for every lost quote: what differs, and what to do about the claim."""
    for lost in found.lost:
        message, difference = explain(lost.verdict)
        if lost.superseded_by:
            then = f"superseded already by {', '.join(lost.superseded_by)}"
        elif lost.quoted.claim:
            then = f"add a claim from the new version with `supersedes: [{lost.quoted.claim}]`, or quote anew"
        else:
            then = "quote anew"
        words = lost.quoted.quote if len(lost.quoted.quote) <= 80 else f"{lost.quoted.quote[:78].rstrip()} …"
        yield Finding(
            "quote-lost",
            "warning",
            f"in the new version of {found.source} {message}: “{words}”",
            lost.quoted.place,
            "; ".join(filter(None, (difference, then))),
            lost.quoted.claim,
        )
