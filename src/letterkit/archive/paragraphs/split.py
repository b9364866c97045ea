"""Splits plain text into paragraphs and bullets; what they are besides that is for `classify`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from letterkit.archive.model import Block, Kind

_BULLET = re.compile(r"[•‣◦▪●∙]\s*")


def paragraphs(text: str) -> list[Block]:
    """Split at blank lines and before bullets; a line break inside a paragraph stays a line feed."""
    blocks: list[Block] = []
    lines: list[str] = []
    kind = Kind.PARAGRAPH
    for line in [*map(str.strip, text.split("\n")), ""]:
        bullet = _BULLET.match(line)
        if lines and (bullet or not line):
            blocks.append(Block(kind, "\n".join(lines)))
            lines = []
        if line and not lines:
            kind = Kind.BULLET if bullet else Kind.PARAGRAPH
        if line:
            lines.append(line[bullet.end() :] if bullet else line)
    return blocks


def anchored(blocks: Iterable[Block], document: str, at: int = 0) -> list[Block]:
    """Set where each block starts; together they are the lines of the document from `at` on."""
    placed = []
    for block in blocks:
        starts = []
        for line in block.text.split("\n"):
            starts.append(document.index(line, at))
            at = starts[-1] + len(line)
        placed.append(replace(block, start=starts[0]))
    return placed
