"""What a selection is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from letterkit.library.model import Ask, Claim, Slot


@dataclass(frozen=True, slots=True)
class Section:
    """The claims chosen for one slot of the plan, in the order in which the letter says them."""

    slot: Slot
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim or an ask that the letter does without, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Every claim of the library: in a section, or left out with a reason.

    `rivals` names for each chosen claim those that say the same thing differently and may be told.
    """

    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    asks: tuple[Ask, ...]
    asks_left_out: tuple[LeftOut, ...] = ()
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def claims(self) -> Iterator[Claim]:
        """Yield the chosen claims in the order of the letter."""
        for section in self.sections:
            yield from section.claims
