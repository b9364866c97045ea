"""What the rules of a drafted letter look at: the draft, the library it came from, its claims and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letterkit.drafting.composition import Draft
from letterkit.findings import Finding
from letterkit.letter.model import block_lines, plain
from letterkit.library.model import Claim
from letterkit.library.originals import Originals
from letterkit.library.store import Library


@dataclass(frozen=True)
class Drafted:
    """A drafted letter beside its library."""

    library: Library
    draft: Draft
    originals: Originals

    @property
    def day(self) -> date:
        """The letter's date, which decides what it may say."""
        return self.draft.brief.date

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the letter rests on, each once, in reading order."""
        names = dict.fromkeys(use.id for use in self.draft.uses)
        return tuple(self.library.claims[name] for name in names if name in self.library.claims)

    def is_published(self, claim: Claim) -> bool:
        """Say whether the source of a claim had been published by the letter's date."""
        source = self.library.sources.get(claim.source)
        return source is not None and source.issued_on <= self.day

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """Yield the body's paragraphs and list items, numbered from 1."""
        yield from enumerate((one_line(plain(line)) for line in block_lines(self.draft.letter.body)), 1)


DraftRule = Callable[[Drafted], Iterable[Finding]]


def one_line(text: str) -> str:
    """Return a text with plain spaces for every white space, so that texts can be compared."""
    return " ".join(text.split())
