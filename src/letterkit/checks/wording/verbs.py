"""Binds a verb to its subject and tells whether it is the verb of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.relating import Relating
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from letterkit.checks.wording.chunk import Chunk
    from letterkit.checks.wording.units import Unit


_LEADING: Final = (
    "require",
    "force",
    "call",
    "ask",
    "demand",
    "allow",
    "order",
    "invite",
    "recommend",
    "want",
    "help",
)
_MARKS: Final = 3  # around an aside, with the one inside a date
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
        finite = chunk.finite or self._is_finite(place, chunk, joined=joined) or self._ends_aside(place, unit)
        if not finite and unit.form == "ed" and not chunk.infinitive and not self._has_object(place):
            unit.passive = unit.key not in _INTRANSITIVE
        if finite:
            self._finite(chunk, joined=joined)
        elif unit.form in ("ed", "ing") or chunk.infinitive:
            for noun in self._led() if chunk.infinitive else self._participle_of(chunk, before):
                self._give(noun, "object" if unit.passive else "agent", chunk.head)
        if unit.cls == "hedge":
            self._weaken(chunk.head)
        if before is not None and before.kind == "verb" and (chunk.infinitive or unit.form == "ing"):
            self.hangs[chunk.head] = before.head
        self.acts.append(chunk.head)
        self.heads.append(chunk.head)
        self.relation = ""
        if finite:
            self._settle(chunk.head)

    def _led(self) -> list[int]:
        """Return those who are asked or made to do an act: `requires states to report`."""
        asked = next((act for act in reversed(self.acts) if self.units[act].part == "verb"), -1)
        if asked < 0 or self.units[asked].key not in _LEADING:
            return []
        told = Bond("object", asked)
        return [each for each in self.heads if told in self.units[each].bonds]

    def _participle_of(self, chunk: Chunk, before: Chunk | None) -> list[int]:
        """Return what a participle is said of: the noun before it, behind a comma or a time the subject."""
        kind = before.kind if before else ""
        if kind in ("relation", "of") or not self.heads:  # `after being taken`: the subject was
            return [self.clause.subject] if kind == "relation" and self.clause.subject >= 0 else []
        near, unit = self.heads[-1], self.units[chunk.head]
        if "being" in [self.units[each].low for each in chunk.words]:  # `the body of a man being burned`
            return [near, *(bond.head for bond in self.units[near].bonds if bond.relation == "of")]
        subject = self.clause.subject if self.clause.verb >= 0 else -1
        if subject < 0 or not (self._is_time(near) or kind == "mark"):
            return [near]
        if self._is_time(near):
            return [subject]
        return list(dict.fromkeys((near, subject))) if unit.form == "ing" else [near]

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
        inner = self.clause.parent is not None and self.clause.subject >= 0 and self._verb_next(place)
        done = self._has_both() or not self._verb_later(place) or inner  # `evidence that she saw suggests`
        return self._awaits_verb() and done

    def _ends_aside(self, place: int, unit: Unit) -> bool:
        """Say whether a verb stands apart from its `were`: `they were, as of May 4, beginning to`."""
        helper = self.clause.verb
        if helper < 0 or unit.form not in ("ed", "ing") or self.units[helper].low not in functions.BE:
            return False
        aside = [chunk.kind for chunk in self.chunks[:place] if chunk.head > helper]
        if aside[:1] != ["mark"] or aside[-1:] != ["mark"] or aside.count("mark") > _MARKS:
            return False
        self.clause.verb = -1
        unit.passive = unit.form == "ed"
        return True

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

    def _verb_next(self, place: int) -> bool:
        """Say whether a verb of its own stands directly behind a verb."""
        following = [chunk for chunk in self.chunks[place + 1 : place + 3] if chunk.kind != "adverb"]
        if not following or following[0].kind != "verb" or following[0].infinitive:
            return False
        return following[0].finite or self.units[following[0].head].form in ("base", "s")

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
        elif (
            joined
            and clause.verb >= 0
            and clause.passive
            and unit.form == "ed"
            and unit.key not in _INTRANSITIVE
        ):
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
