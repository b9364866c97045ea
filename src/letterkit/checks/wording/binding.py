"""Binds each unit to the one that it belongs to: who did it, what was hit, where, when, who says so.

It reads a sentence once from left to right.  It is no grammar: where it errs, it errs in both alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.clauses import Clause
from letterkit.checks.wording.nouns import Nouns
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.chunk import Chunk
    from letterkit.checks.wording.units import Unit

_SEVERAL: Final = frozenset(("they", "them"))
_PRONOUNS: Final = _SEVERAL | {"he", "him", "she"}


def bind(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give the units their bonds; return them."""
    reader = _Reader(units)
    for place, chunk in enumerate(reader.chunks):
        reader.read(place, chunk)
    _stand_in(units)
    return units


class _Reader(Nouns):
    """Goes from chunk to chunk."""

    def read(self, place: int, chunk: Chunk) -> None:
        """Bind one chunk to what stands before it."""
        match chunk.kind:
            case "noun":
                self._noun(place, chunk)
            case "verb":
                self._verb(place, chunk)
            case "relative":
                self._relative(place)
            case "adverb":
                self._adverb(chunk)
            case "hedge":
                self._hedge(chunk)
            case _:
                self._small(chunk)

    def _small(self, chunk: Chunk) -> None:
        """Remember what a small word says of the next one."""
        match chunk.kind:
            case "relation" | "of":
                self.relation = "speaker" if self.units[chunk.head].cls == "say" else chunk.relation
            case "possessive":
                self.owner = self.heads[-1] if self.heads else -1
            case "subordinator":
                self._open(-1)
                self.acts += chunk.words
            case _:
                self._mark(chunk)

    def _mark(self, chunk: Chunk) -> None:
        if self.units[chunk.head].low == "(":
            self.outside = (list(self.heads), self.last_noun)
        elif self.units[chunk.head].low == ")" and self.outside is not None:
            (self.heads, self.last_noun), self.outside = self.outside, None
        elif self.units[chunk.head].low in ".;?!" or self._speech_follows(chunk):
            self.clause, self.acts, self.heads, self.relation = (
                Clause(subject=self.clause.subject),
                [],
                [],
                "",
            )
            self.clause.subject = -1

    def _speech_follows(self, chunk: Chunk) -> bool:
        """Say whether a colon brings a sentence, and no list."""
        behind = self.units[chunk.head + 1 : chunk.head + 2]
        return self.units[chunk.head].low == ":" and bool(behind) and behind[0].text[:1].isupper()

    def _relative(self, place: int) -> None:
        before = self.chunks[place - 1] if place else None
        noun = -1
        if self.last_noun and before and before.kind in ("noun", "mark", "relation", "of"):
            noun = self._thing(self.last_noun.head)
        said = self.units[self.chunks[place].head].low == "that" and self._speaks()
        verb_before = before is not None and (before.kind == "verb" or (before.kind == "mark" and said))
        if before is not None and before.kind == "noun" and self.units[before.head].cls in ("say", "hedge"):
            noun = -1
        relation, self.relation = self.relation, ""
        self._open(-1 if verb_before else noun)
        if relation and noun >= 0:
            self.clause.waiting.append((noun, relation))
            self.clause.antecedent = -1

    def _thing(self, noun: int) -> int:
        """Return what `that` goes back to: behind a place or a side, the act that the place belongs to."""
        seen = {noun}
        while self.units[noun].cls in ("name", "party", "place", "actor"):
            bonds = (bond for bond in self.units[noun].bonds if bond.relation != "agent")
            above = next(
                (
                    bond.head
                    for bond in bonds
                    if bond.relation != "object" or self.units[bond.head].part == "noun"
                ),
                -1,
            )
            if above < 0 or above in seen or self.units[above].part == "verb":
                break
            seen.add(above)
            noun = above
        return noun

    def _speaks(self) -> bool:
        """Say whether the last act is one of saying, so that `that` brings what was said."""
        return (
            bool(self.acts)
            and self.units[self.acts[-1]].cls == "say"
            and self.units[self.acts[-1]].part == "verb"
        )

    def _hedge(self, chunk: Chunk) -> None:
        """Bind a hedge that takes words of its own to the act among them."""
        self._weaken(chunk.head)
        if self.units[chunk.head].low.endswith("-that"):
            self._open(-1)
        else:
            self.relation = "about"

    def _adverb(self, chunk: Chunk) -> None:
        unit = self.units[chunk.head]
        ahead = unit.cls in ("hedge", "negation")
        target = self._next_act(chunk.head) if ahead else self._last_act()
        if target < 0:
            target = self._next_act(chunk.head)
        if target >= 0:
            unit.bonds += [Bond("of", each) for each in (target, *self._chain(target))]


def _stand_in(units: Sequence[Unit]) -> None:
    """Give those whom a pronoun stands for what is said of the pronoun: `as soon as they began`."""
    for place, unit in enumerate(units):
        if unit.low not in _PRONOUNS or not unit.bonds:
            continue
        several = unit.low in _SEVERAL
        for each in reversed(units[:place]):
            fits = each.cls in ("person", "actor") and each.part == "noun" and each.plural == several
            if fits or (not several and each.cls == "name" and each.part == "noun"):
                each.bonds += [bond for bond in unit.bonds if units[bond.head] is not each]
                break
