"""Recognises pull quotes, which repeat words of the text, and the lines that name their speakers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from letterkit.archive.matching.fold import fold
from letterkit.archive.model import Block, Kind

_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von"]
)
_WORD = re.compile(r"\w+")
_EDGES = " \"'.,;:!?-"
_OMISSION = re.compile(r" ?\[?\.\.\.\]? ?")


def set_apart(blocks: list[Block]) -> list[Block]:
    """Mark pull quotes and their attributions among the paragraphs."""
    body = _Body.of(blocks)
    marked = [part for block in blocks for part in _without_speaker(block, body)]
    body = body if len(marked) == len(blocks) else _Body.of(marked)
    for index, (block, text) in enumerate(zip(marked, body.texts, strict=True)):
        if block.kind is not Kind.PARAGRAPH or not body.repeats(text, text):
            continue
        below = marked[index + 1] if index + 1 < len(marked) else None
        if below and _names_speaker(below, "\n".join(body.texts[index : index + 2]), body):
            marked[index + 1] = replace(below, kind=Kind.ATTRIBUTION)
            marked[index] = replace(block, kind=Kind.PULL_QUOTE)
        elif body.repeats_sentences(text):
            marked[index] = replace(block, kind=Kind.PULL_QUOTE)
    return marked


@dataclass(frozen=True)
class _Body:
    """The folded quotable texts of a work, one for each block, and all of them together."""

    texts: list[str]
    joined: str
    different: list[str]  # the texts without repeats, which tables are full of
    runs: Counter[int]  # how often each run of words stands in it, so that most searches need not be made

    @classmethod
    def of(cls, blocks: list[Block]) -> _Body:
        texts = [fold(block.text).text if block.quotable else "" for block in blocks]
        joined = "\n".join(texts)
        words = _WORD.findall(joined)
        runs: Counter[int] = Counter(map(hash, words))
        runs.update(map(hash, zip(words, words[1:], words[2:], strict=False)))
        return cls(texts, joined, list(dict.fromkeys(texts)), runs)

    def has_elsewhere(self, words: str, own: str) -> bool:
        """Tell whether words stand in the body more often than in the text they are from."""
        inner = _WORD.findall(words)[1:-1]  # the first and the last may stand within a longer word
        run = hash(tuple(inner[:3])) if len(inner) > 2 else hash(inner[0]) if inner else None
        if run is not None and self.runs[run] <= (words in own):
            return False
        return self.joined.count(words) > own.count(words)

    def repeats(self, words: str, own: str) -> bool:
        """Tell whether three words or more stand elsewhere too, what an ellipsis leaves out apart."""
        core = words.strip(_EDGES)
        return core.count(" ") >= 2 and all(self.has_elsewhere(part, own) for part in _OMISSION.split(core))

    def repeats_sentences(self, text: str) -> bool:
        """Tell whether whole sentences of a longer paragraph are repeated, as a heading never does."""
        core = text.strip(_EDGES)
        if core.count(" ") < 7:
            return False
        whole = re.compile(rf"(?:^|[.!?:\"'] ?\"?){re.escape(core)}(?:[.!?,]|$)")
        return any(
            len(other) > len(text) and core in other and whole.search(other) for other in self.different
        )


def _without_speaker(block: Block, body: _Body) -> list[Block]:
    """Part a pull quote from the speaker who stands on its last line."""
    words, line_end, speaker = block.text.rpartition("\n")
    if block.kind is not Kind.PARAGRAPH or not line_end:
        return [block]
    own, last = fold(block.text).text, Block(Kind.PARAGRAPH, speaker)
    if body.repeats(fold(words).text, own) and _names_speaker(last, own, body):
        return [replace(block, text=words), last]
    return [block]


def _names_speaker(block: Block, own: str, body: _Body) -> bool:
    """Tell whether a line is a name, perhaps with what its bearer is: `Marie Struthers, Director …`.

    A name alone must stand in the body outside its `own` text, the pull quote with the line.
    """
    text = fold(block.text).text.removeprefix("-").strip()
    name, comma, role = (part.strip() for part in text.partition(","))
    words = name.split()
    if block.kind is not Kind.PARAGRAPH or len(text) > 160 or text.endswith((".", ":", ";", "?", "!")):
        return False
    if not 1 <= len(words) <= 6 or any(map(_is_common, words)):
        return False
    if len(words) == 1:
        return bool(comma) and not role[:1].isupper()
    return bool(comma) or body.has_elsewhere(words[-1].strip("()"), own)


def _is_common(word: str) -> bool:
    return word[0].islower() and word.partition("-")[0] not in _PARTICLES
