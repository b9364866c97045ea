"""Finds a quote in a work: exactly, inside one paragraph, never approximately."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from letterkit.archive.mask import is_masked, mask
from letterkit.archive.matching.edges import is_within_word
from letterkit.archive.matching.fold import Folded, fold
from letterkit.archive.matching.nearest import nearest
from letterkit.archive.matching.verdict import Passage, Reason, Status, Verdict
from letterkit.archive.model import Work

_AROUND = 40


def find(quote: str, works: Sequence[Work], item: str | None = None) -> Verdict:
    """Say whether a quote stands in the quotable text of one work of a document.

    `works` are all works of the document, empty when there is no original; `item` names the one.
    White space, quotation marks, dashes, ellipses and ligatures may differ; case and every word count.
    """
    if not works:
        return Verdict(Status.UNCHECKED, quote, item)
    words = fold(mask(quote)).text
    if not words:
        return Verdict(Status.NOT_FOUND, quote, item, Reason.EMPTY)
    own = next((work for work in works if work.item == item), None)
    verdict = _in_own(quote, words, own) if own else None
    if verdict:
        return verdict
    elsewhere = tuple(place for work in works if work is not own for place in places(quote, work))
    if elsewhere:
        return Verdict(Status.WRONG_ITEM, quote, item, passages=elsewhere)
    if own is None:
        return Verdict(Status.NOT_FOUND, quote, item, Reason.NO_ITEM)
    return _absent(quote, words, own)


def places(quote: str, work: Work) -> tuple[Passage, ...]:
    """Return every place where a quote stands in the quotable text."""
    words = fold(mask(quote)).text
    if not words or is_masked(words):
        return ()
    index = _index(work, quotable=True)
    return tuple(index.passage(at, words) for at in index.whole(words))


def _in_own(quote: str, words: str, work: Work) -> Verdict | None:
    """Return the verdict if the words stand anywhere in the work."""
    body, rest = _index(work, quotable=True), _index(work, quotable=False)
    found = tuple(body.passage(at, words) for at in body.whole(words))
    if found and is_masked(words):
        return Verdict(Status.NOT_FOUND, quote, work.item, Reason.MASKED, found)
    if found:
        status = Status.FOUND if len(found) == 1 else Status.AMBIGUOUS
        return Verdict(status, quote, work.item, passages=found)
    for reason, passages in (
        (Reason.ACROSS_PARAGRAPHS, (body.passage(at, words) for at in body.across(words))),
        (Reason.NOT_QUOTABLE, (rest.passage(at, words) for at in rest.whole(words))),
        (Reason.INSIDE_WORD, (body.passage(at, words) for at in body.anywhere(words))),
    ):
        if stands := tuple(passages):
            return Verdict(Status.NOT_FOUND, quote, work.item, reason, stands)
    return None


def _absent(quote: str, words: str, work: Work) -> Verdict:
    index = _index(work, quotable=True)
    found = nearest(words, [folded.text for folded in index.folded])
    if found is None:
        return Verdict(Status.NOT_FOUND, quote, work.item, Reason.ABSENT)
    passage = index.passage(index.starts[found.block] + found.start, found.text)
    return Verdict(Status.NOT_FOUND, quote, work.item, Reason.ABSENT, nearest=found.at(passage))


@lru_cache(maxsize=4096)
def _index(work: Work, *, quotable: bool) -> _Index:
    numbers = tuple(i for i, block in enumerate(work.blocks) if block.quotable is quotable)
    return _Index(work, numbers, tuple(fold(work.blocks[i].text) for i in numbers))


@dataclass(frozen=True)
class _Index:
    """The folded blocks of one sort; `numbers` are their places in the work."""

    work: Work
    numbers: tuple[int, ...]
    folded: tuple[Folded, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(folded.text for folded in self.folded)  # no folded text holds a line feed

    @cached_property
    def starts(self) -> tuple[int, ...]:
        starts = [0]
        for folded in self.folded:
            starts.append(starts[-1] + len(folded.text) + 1)
        return tuple(starts[:-1])

    def anywhere(self, words: str) -> Iterator[int]:
        return _occurrences(words, self.text)

    def whole(self, words: str) -> Iterator[int]:
        """Yield the places where no word is cut."""
        for at in self.anywhere(words):
            part = bisect_right(self.starts, at) - 1
            folded, start = self.folded[part], at - self.starts[part]
            if not (is_within_word(folded, start) or is_within_word(folded, start + len(words))):
                yield at

    def across(self, words: str) -> Iterator[int]:
        """Yield the places where the words go over the border of a block."""
        for at in _occurrences(words, self.text.replace("\n", " ")):
            if "\n" in self.text[at : at + len(words)]:
                yield at

    def passage(self, at: int, words: str) -> Passage:
        """Return the place at an offset; what goes over the border of the block is left off."""
        part = bisect_right(self.starts, at) - 1
        number, folded, first = self.numbers[part], self.folded[part], at - self.starts[part]
        block = self.work.blocks[number]
        last = min(first + len(words), len(folded.text))
        start, end = folded.origin(first, last)
        return Passage(
            item=self.work.item,
            block=number,
            kind=block.kind,
            start=start,
            end=end,
            text=block.text[start:end],
            context=_context(folded, first, last),
            heading=self.work.heading(number),
            page=block.page(start),
        )


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _context(folded: Folded, first: int, last: int) -> str:
    """Return the words with some before and after them, as printed but on one line."""
    text = folded.text
    before = text.rfind(" ", 0, max(first - _AROUND, 0)) + 1
    after = text.find(" ", last + _AROUND)
    after = after if after >= 0 else len(text)
    start, end = folded.origin(before, after)
    shown = " ".join(folded.source[start:end].split())
    return ("… " if before else "") + shown + (" …" if after < len(text) else "")
