"""Recognises pull quotes, which repeat words of the text, and the lines that name their speakers."""

from __future__ import annotations

import re
from dataclasses import replace

from letterkit.archive.fold import fold
from letterkit.archive.model import Block, Kind

_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von"]
)
_EDGES = " \"'.,;:!?-"


def set_apart(blocks: list[Block]) -> list[Block]:
    """Mark pull quotes and their attributions among the paragraphs."""
    blocks = [part for block in blocks for part in _without_speaker(block, blocks)]
    texts = [_folded(block) if block.quotable else "" for block in blocks]
    marked = list(blocks)
    for index, block in enumerate(blocks):
        if block.kind is not Kind.PARAGRAPH or marked[index].kind is not Kind.PARAGRAPH:
            continue
        others = texts[:index] + texts[index + 1 :]
        if not _repeats(texts[index], others):
            continue
        if index + 1 < len(blocks) and _names_speaker(blocks[index + 1], others):
            marked[index + 1] = replace(blocks[index + 1], kind=Kind.ATTRIBUTION)
        elif not _repeats_sentences(texts[index], others):
            continue
        marked[index] = replace(block, kind=Kind.PULL_QUOTE)
    return marked


def _without_speaker(block: Block, blocks: list[Block]) -> list[Block]:
    """Part a pull quote from the speaker who stands on its last line."""
    words, line_end, speaker = block.text.rpartition("\n")
    if block.kind is not Kind.PARAGRAPH or not line_end:
        return [block]
    others = [_folded(other) for other in blocks if other is not block and other.quotable]
    last = Block(Kind.PARAGRAPH, speaker)
    if _repeats(fold(words).text, others) and _names_speaker(last, others):
        return [replace(block, text=words), last]
    return [block]


def _folded(block: Block) -> str:
    return fold(block.text).text


def _repeats(text: str, others: list[str]) -> bool:
    core = text.strip(_EDGES)
    return core.count(" ") >= 2 and any(core in other for other in others)


def _repeats_sentences(text: str, others: list[str]) -> bool:
    """Tell whether whole sentences of a longer paragraph are repeated, as a heading never does."""
    core = text.strip(_EDGES)
    whole = re.compile(rf"(?:^|[.!?:\"'] ?\"?){re.escape(core)}(?:[.!?,]|$)")
    return core.count(" ") >= 7 and any(len(other) > len(text) and whole.search(other) for other in others)


def _names_speaker(block: Block, others: list[str]) -> bool:
    """Tell whether a line is a name, perhaps with what its bearer is: `Marie Struthers, Director …`."""
    text = _folded(block).removeprefix("-").strip()
    name, comma, role = (part.strip() for part in text.partition(","))
    words = name.split()
    if block.kind is not Kind.PARAGRAPH or len(text) > 160 or text.endswith((".", ":", ";", "?", "!")):
        return False
    if not 1 <= len(words) <= 6 or any(map(_is_common, words)):
        return False
    if len(words) == 1:
        return bool(comma) and not role[:1].isupper()
    return bool(comma) or any(words[-1].strip("()") in other for other in others)


def _is_common(word: str) -> bool:
    return word[0].islower() and word.partition("-")[0] not in _PARTICLES
