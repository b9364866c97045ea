"""Cuts a work into sentences with their places; knows which words of a paragraph are direct speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from letterkit.archive import Block, Folded, Kind, Work, fold
from letterkit.checks.words import split_sentences

_TEXT = (Kind.PARAGRAPH, Kind.BULLET, Kind.NOTE)
_DATELINE = re.compile(
    r"(?:\([A-Z][^()\"]{2,60}\)|[A-Z]{3,}[^()\"a-z]{0,20}(?:, \w+\.? \d{1,2})?(?: \([^()]{2,30}\))?) -+ "
)
_SPEECH_WORDS = 5  # fewer words between quotation marks are a term, unless they are a sentence


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a clause of one; `start` and `end` are offsets in the folded text of its block."""

    block: int
    start: int
    end: int
    paragraph: str
    heading: str = ""
    first: bool = False  # it opens its paragraph

    @property
    def text(self) -> str:
        """Its words, with plain quotation marks and dashes."""
        return self.paragraph[self.start : self.end]

    def part(self, start: int, end: int) -> Sentence:
        """Return the part of it between two offsets of its text."""
        return replace(self, start=self.start + start, end=self.start + end, first=self.first and not start)


def sentences(work: Work) -> Iterator[Sentence]:
    """Yield the sentences of the quotable text in their order; headings are none."""
    for number, block in enumerate(work.blocks):
        if block.kind in _TEXT:
            paragraph = folded(block).text
            heading = work.heading(number) or ""
            for number_in, (start, end) in enumerate(_spans(paragraph)):
                opened = _DATELINE.match(paragraph)
                skipped = opened.end() if opened and not number_in else 0
                yield Sentence(number, start + skipped, end, paragraph, heading, first=not number_in)


def printed(work: Work, sentence: Sentence) -> str:
    """Return a sentence as the source prints it, on one line, without a quotation mark left alone."""
    block = work.blocks[sentence.block]
    start, end = trimmed(sentence)
    first, last = folded(block).origin(start, end)
    return " ".join(block.text[first:last].split())


def trimmed(sentence: Sentence) -> tuple[int, int]:
    """Return where the words begin and end inside their marks: a mark whose partner lies elsewhere goes."""
    start, end, text = sentence.start, sentence.end, sentence.paragraph
    if text[start] == text[end - 1] == '"' and text[start:end].count('"') == 2:
        return start + 1, end - 1
    while text[start:end].count('"') % 2 and text[start] == '"':
        start += 1
    if text[start:end].count('"') % 2 and text[end - 1] == '"':
        end -= 1
    return start, end


def speeches(paragraph: str) -> list[tuple[int, int]]:
    """Return the stretches of direct speech in a folded paragraph, without their marks.

    A speech that goes on in the next paragraph has no closing mark and runs to the end.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in re.finditer('"', paragraph):
        opens = mark.start() == 0 or paragraph[mark.start() - 1] in " (["
        if opened is None and opens:
            opened = mark.end()
        elif opened is not None and not opens:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(paragraph)))
    return [(start, end) for start, end in found if _is_said(paragraph[start:end])]


def _is_said(words: str) -> bool:
    """Tell what somebody says from a term: it is long, or a sentence."""
    whole = words[:1].isupper() and words.endswith((".", "!", "?", ",")) and " " in words
    return whole or len(words.split()) >= _SPEECH_WORDS


def is_speech(sentence: Sentence) -> bool:
    """Say whether a sentence is direct speech from its first word on, not one that only quotes some."""
    first = sentence.start + sentence.text.startswith('"')
    return any(start <= first < end for start, end in speeches(sentence.paragraph))


@lru_cache(maxsize=4096)
def folded(block: Block) -> Folded:
    """Return the folded text of a block."""
    return fold(block.text)


def _spans(paragraph: str) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in split_sentences(_curly(paragraph)):
        start = at + paragraph.startswith(" ", at)
        at = start + len(piece)
        yield start, at


def _curly(paragraph: str) -> str:
    """Return the text with the marks that `split_sentences` knows, each as long as before."""
    return re.sub(r'(^|[ (\[])"', "\\1\u201c", paragraph).replace('"', "\u201d")
