"""The value that a sentence is compared as: its units, each with what it means and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from letterkit.checks.wording.lexicon.lookup import Class

Part = Literal["verb", "noun", "adjective", "adverb", "relation", "small", "mark"]


@dataclass(slots=True, eq=False)
class Unit:
    """A word or phrase that means one thing.

    `key` is what two units share that mean the same, `text` the words as they stand, `low` their lower case.
    `form` is that of a verb (base, s, ed, ing), `bound` how a number or a date is qualified, `quoted` tells
    of quotation marks around it, `opens` that a sentence begins with it.  `label` tells it from others of
    its key.
    """

    key: str
    cls: Class
    part: Part
    text: str
    low: str = ""
    form: str = ""
    plural: bool = False
    quoted: bool = False
    opens: bool = False
    bound: str = ""
    value: object = None
    wider: str = ""
    rung: int = 0
    passive: bool = False
    label: str = ""
    bonds: list[Bond] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether it says anything that could be changed."""
        return self.cls not in ("small", "relation")


@dataclass(frozen=True, slots=True)
class Bond:
    """What a unit is to another: `agent` or `object` of a verb, `in` a place; `head` is its number."""

    relation: str
    head: int
