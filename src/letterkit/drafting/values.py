"""What a selection is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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


class Deferred:
    """Reasons that are worked out when somebody asks: a large store leaves nearly everything out."""

    def __init__(self, reasons: Callable[[], Iterable[LeftOut]]) -> None:
        self._reasons = reasons
        self._known: tuple[LeftOut, ...] | None = None

    def __iter__(self) -> Iterator[LeftOut]:
        if self._known is None:
            self._known = tuple(self._reasons())
        return iter(self._known)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deferred) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Selection:
    """Every claim of the library: in a section, or left out with a reason.

    `rivals` names for each chosen claim those that say the same thing differently and may be told.
    """

    sections: tuple[Section, ...]
    left_out: Iterable[LeftOut]
    asks: tuple[Ask, ...]
    asks_left_out: tuple[LeftOut, ...] = ()
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def claims(self) -> Iterator[Claim]:
        """Yield the chosen claims in the order of the letter."""
        for section in self.sections:
            yield from section.claims
