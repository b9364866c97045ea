"""Binds a verb to its subject and tells whether it is the verb of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.relating import Relating

if TYPE_CHECKING:
    from letterkit.checks.wording.chunk import Chunk


_INTRANSITIVE: Final = frozenset(
    ("die", "flee", "land", "begin", "happen", "come", "come-under", "continue", "remain", "explode",
     "disappear", "surrender", "live", "rest", "withdraw", "increase", "decrease", "worsen", "survive",
     "end", "resign")
)  # fmt: skip


class Verbs(Relating):
    """Reads verbs."""

    def _verb(self, place: int, chunk: Chunk) -> None:
        unit = self.units[chunk.head]
        before = self.chunks[place - 1] if place else None
        joined = before is not None and before.kind == "conjunction"
        finite = chunk.finite or self._is_finite(place, chunk, joined=joined)
        if not finite and unit.form == "ed" and not chunk.infinitive and not self._has_object(place):
            unit.passive = True
        if finite:
            self._finite(chunk, joined=joined)
        elif (
            not chunk.infinitive
            and self.heads
            and unit.form in ("ed", "ing")
            and not (before and before.kind in ("relation", "of"))
        ):
            self._give(self.heads[-1], "object" if unit.passive else "agent", chunk.head)
        if unit.cls == "hedge":
            self._weaken(chunk.head)
        if before is not None and before.kind == "verb" and (chunk.infinitive or unit.form == "ing"):
            self.hangs[chunk.head] = before.head
        self.acts.append(chunk.head)
        self.heads.append(chunk.head)
        self.relation = ""
        if finite:
            self._settle(chunk.head)

    def _is_finite(self, place: int, chunk: Chunk, *, joined: bool) -> bool:
        unit = self.units[chunk.head]
        if chunk.infinitive or unit.form == "ing":
            return False
        if unit.form in ("base", "s") or (joined and self.clause.verb >= 0):
            return True
        if self._has_object(place) or unit.key in _INTRANSITIVE:
            return self.clause.verb < 0 or joined or self._can_pop()
        if unit.cls == "say" and unit.rung and not self._follows(place, "by"):
            return True
        return self._awaits_verb() and (self._has_both() or not self._verb_later(place))

    def _awaits_verb(self) -> bool:
        """Say whether the clause has a subject, or what `that` goes back to, and no verb yet."""
        return self.clause.verb < 0 and (self.clause.subject >= 0 or self.clause.antecedent >= 0)

    def _has_both(self) -> bool:
        return self.clause.subject >= 0 and self.clause.antecedent >= 0

    def _can_pop(self) -> bool:
        clause = self.clause.parent
        while clause is not None:
            if clause.verb < 0 and clause.subject >= 0:
                return True
            clause = clause.parent
        return False

    def _has_object(self, place: int) -> bool:
        following = self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        return (
            following is not None
            and following.kind == "noun"
            and self.units[following.head].cls not in ("date", "clock")
        )

    def _follows(self, place: int, word: str) -> bool:
        following = self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        return following is not None and following.relation == word

    def _verb_later(self, place: int) -> bool:
        """Say whether the clause still has its verb before it: `rockets fired into Barda hit a hospital`."""
        for chunk in self.chunks[place + 1 :]:
            if chunk.kind in ("relative", "subordinator"):
                return False
            if chunk.kind == "mark" and self.units[chunk.head].low in ".;":
                return False
            if chunk.kind == "verb" and not chunk.infinitive and self.units[chunk.head].form != "ing":
                return True
        return False

    def _finite(self, chunk: Chunk, *, joined: bool) -> None:
        unit, clause = self.units[chunk.head], self.clause
        if clause.verb >= 0 and not joined:
            while clause.parent is not None and clause.verb >= 0:
                clause = clause.parent
            self.clause = clause
        elif joined and clause.verb >= 0 and clause.passive and unit.form == "ed" and not unit.passive:
            unit.passive = True
        subject = clause.subject if clause.subject >= 0 else clause.antecedent
        if subject >= 0:
            self._give(subject, "object" if unit.passive else "agent", chunk.head)
        if clause.subject >= 0 and clause.antecedent >= 0 and clause.verb < 0:
            self._give(clause.antecedent, "object", chunk.head)
        clause.verb, clause.passive = chunk.head, unit.passive

    def _settle(self, verb: int) -> None:
        subject = "object" if self.units[verb].passive else "agent"
        for noun, relation in self.clause.waiting:
            self._give(noun, subject if relation == "subject" else relation, verb)
        self.clause.waiting.clear()
