"""Finds the passage that comes nearest to a quote that is not there, and says word by word what differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from letterkit.archive.matching.verdict import Difference, Nearest, Passage

_ENOUGH = 0.5  # below this a passage has nothing to do with the quote
_CANDIDATES = 4
_Span = tuple[int, int]


@dataclass(frozen=True)
class Near:
    """The folded words of a block that come nearest."""

    block: int
    start: int
    text: str
    similarity: float
    differences: tuple[Difference, ...]

    def at(self, passage: Passage) -> Nearest:
        """Give it its place in the work."""
        return Nearest(passage, self.similarity, self.differences)


def nearest(words: str, texts: Sequence[str]) -> Near | None:
    """Return what comes nearest to folded words among folded texts, or None when nothing is alike."""
    quote = words.split(" ")
    windows = (
        (score, -block, first, tokens)
        for block, text in enumerate(texts)
        for tokens in [[match.span() for match in re.finditer(r"\S+", text)]]
        for score, first in _windows(quote, [text[a:b] for a, b in tokens])
    )
    best = nlargest(_CANDIDATES, windows, key=lambda window: window[:2])
    found = [_align(quote, -block, texts[-block], tokens, first) for _, block, first, tokens in best]
    near = max(found, key=lambda near: near.similarity, default=None)
    return near if near and near.similarity >= _ENOUGH else None


def _windows(quote: list[str], tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the two windows of the quote's length that share most words with it: (shared, first word)."""
    wanted, keys = Counter(map(_key, quote)), list(map(_key, tokens))
    size, shared = min(len(quote), len(keys)), 0
    held: Counter[str] = Counter()
    scores = []
    for index, key in enumerate(keys):
        held[key] += 1
        shared += held[key] <= wanted[key]
        if index >= size:
            gone = keys[index - size]
            shared -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if index >= size - 1 and shared:
            scores.append((shared, index - size + 1))
    yield from nlargest(2, scores, key=lambda score: score[0])


def _key(word: str) -> str:
    return word.casefold().strip("\"'.,;:!?()[]")[:4]


def _align(quote: list[str], block: int, text: str, tokens: list[_Span], first: int) -> Near:
    """Fit the window to the quote, so that it begins and ends where the quote does."""
    slack = len(quote) // 4 + 1
    low, high = max(first - slack, 0), min(first + len(quote) + slack, len(tokens))
    window = [text[a:b] for a, b in tokens[low:high]]
    matcher = SequenceMatcher(None, quote, window, autojunk=False)
    blocks = [match for match in matcher.get_matching_blocks() if match.size]
    if blocks:
        begin = max(blocks[0].b - blocks[0].a, 0)
        tail = len(quote) - blocks[-1].a - blocks[-1].size
        end = min(blocks[-1].b + blocks[-1].size + tail, len(window))
    else:
        begin, end = first - low, min(first - low + len(quote), len(window))
    start, stop = _trimmed(quote, text, tokens[low + begin][0], tokens[low + end - 1][1])
    passage = text[start:stop]
    similarity = SequenceMatcher(None, " ".join(quote), passage, autojunk=False).ratio()
    return Near(block, start, passage, similarity, _differences(quote, passage.split(" ")))


def _trimmed(quote: list[str], text: str, start: int, stop: int) -> tuple[int, int]:
    """Leave off the marks around a passage that the quote, beginning and ending with a letter, leaves off."""
    if quote[0][0].isalnum():
        while start < stop - 1 and not text[start].isalnum():
            start += 1
    if quote[-1][-1].isalnum():
        while stop > start + 1 and not text[stop - 1].isalnum():
            stop -= 1
    return start, stop


def _differences(quote: list[str], source: list[str]) -> tuple[Difference, ...]:
    codes = SequenceMatcher(None, quote, source, autojunk=False).get_opcodes()
    return tuple(
        Difference(" ".join(quote[a:b]), " ".join(source[c:d])) for tag, a, b, c, d in codes if tag != "equal"
    )
