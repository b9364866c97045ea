"""The value that a sentence's units are grouped to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "noun",
    "verb",
    "relation",
    "relative",
    "subordinator",
    "conjunction",
    "mark",
    "adverb",
    "hedge",
    "of",
    "possessive",
]


@dataclass(slots=True)
class Chunk:
    """A group of units: `head` is the number of the one that it is about, -1 where there is none.

    `words` are the numbers of all its units; `passive`, `infinitive` and `finite` are those of a verb.
    """

    kind: Kind
    head: int
    words: list[int] = field(default_factory=list)
    passive: bool = False
    infinitive: bool = False
    finite: bool = False
    relation: str = ""
