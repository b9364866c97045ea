"""What is known of a sentence while it is read: its clauses, its acts and nouns so far, the bonds given."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.chunks import chunks
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.chunk import Chunk
    from letterkit.checks.wording.units import Unit


ACTS: Final = ("deed", "say", "act", "label", "intent")
_LED: Final = functions.HAVE | functions.BE
_TIMES: Final = ("date", "clock", "measure")


def _is_led(lows: Sequence[str]) -> bool:
    """Say whether `to have` or `to be` is among some words."""
    return any(first == "to" and second in _LED for first, second in pairwise(lows))


@dataclass(slots=True)
class Clause:
    """What is known of a clause so far, by numbers of units; -1 where there is none yet."""

    parent: Clause | None = None
    antecedent: int = -1
    subject: int = -1
    verb: int = -1
    passive: bool = False
    waiting: list[tuple[int, str]] = field(default_factory=list)


class State:
    """Remembers what may still be bound; the readers of verbs, nouns and prepositions build on it."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.chunks = chunks(units)
        self.clause = Clause()
        self.acts: list[int] = []  # verbs and nouns of acts so far, of this sentence
        self.heads: list[int] = []  # nouns and verbs so far
        self.agents: set[int] = set()
        self.relation = ""
        self.until = False
        self.hangs: dict[int, int] = {}
        self.siblings: dict[int, set[int]] = {}
        self.owner = -1
        self.owned = (-1, -1)  # who did an act that is a noun, and the act
        self.outside: tuple[list[int], Chunk | None] | None = None  # heads and noun before a parenthesis
        self.last_noun: Chunk | None = None

    def _open(self, antecedent: int) -> None:
        self.clause = Clause(self.clause, antecedent)

    def _give(self, noun: int, relation: str, head: int) -> None:
        if noun == head:
            return
        says = self.units[head].cls == "say" and relation == "agent"
        self.units[noun].bonds.append(Bond("speaker" if says else relation, head))
        if relation not in ("agent", "object"):
            self.units[noun].bonds += [Bond(relation, each) for each in self.siblings.get(head, ())]
        if relation == "agent":
            self.agents.add(noun)

    def _copy(self, source: int, target: int) -> None:
        self.siblings[target] = {source, *self.siblings.get(source, ())}
        for each in self.siblings[target]:
            self.siblings.setdefault(each, set()).add(target)
        self.units[target].bonds += [bond for bond in self.units[source].bonds if bond.head != target]
        self.clause.waiting += [
            (target, relation) for noun, relation in self.clause.waiting if noun == source
        ]
        if self.clause.subject == source and self.clause.verb < 0:
            self.clause.waiting.append((target, "subject"))
        if source in self.agents:
            self.agents.add(target)

    def _last_act(self) -> int:
        return self.acts[-1] if self.acts else -1

    def _next_act(self, start: int) -> int:
        aside = start + 1 < len(self.units) and self.units[start + 1].low == ","
        for place in range(start + 1, len(self.units)):
            unit = self.units[place]
            if aside and unit.cls == "say" and unit.rung:
                continue  # `evidence, it reported, that`
            if unit.cls in ACTS or unit.part == "verb":
                return place
        return self._last_act()

    def _weaken(self, place: int) -> None:
        target = self._weakened(place)
        if target >= 0:
            self.units[place].bonds.append(Bond("of", target))

    def _weakened(self, place: int) -> int:
        """Return the act that a hedge weakens: the next one, but for what stands in an aside."""
        unit, behind = self.units[place], self.units[place + 1 :]
        verbs = [place + 1 + number for number, each in enumerate(behind) if each.part == "verb"]
        lows = [each.low for each in behind]
        that = unit.key == "evidence" and lows[:1] == [
            "that"
        ]  # `evidence that both, in spite of this, fired`
        led = (
            unit.key == "appear" and unit.part == "verb" and _is_led(lows)
        )  # `seemed, in part, to have aimed`
        return verbs[0] if verbs and (that or led) else self._next_act(place)

    def _acts(self, place: int) -> bool:
        return self.units[place].cls in ACTS

    def _is_time(self, place: int) -> bool:
        return self.units[place].cls in _TIMES

    def _before(self, place: int) -> Chunk | None:
        """Return what stands before a noun; before the owner of the noun, where it has one."""
        if place > 1 and self.chunks[place - 1].kind == "possessive":
            place -= 2
        return self.chunks[place - 1] if place else None
