"""Binds each unit to the one that it belongs to: who did it, what was hit, where, when, who says so.

It reads a sentence once from left to right.  It is no grammar: where it errs, it errs in both sentences alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.chunk import Chunk
from letterkit.checks.wording.chunks import chunks
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit

ACTS: Final = ("deed", "say", "act", "label", "intent")
_INTRANSITIVE: Final = frozenset(
    ("die", "flee", "land", "begin", "happen", "come", "come-under", "continue", "remain", "explode", "disappear",
     "surrender", "live", "rest", "withdraw", "increase", "decrease", "worsen", "survive", "end", "resign")
)  # fmt: skip
_TIMED: Final = {"by": "by-time", "between": "from", "to": "until", "through": "until"}
_OF_ACTS: Final = ("into", "onto", "toward", "during", "before", "after", "since", "until", "as-of")
_TIMES: Final = ("date", "clock", "measure")


@dataclass(slots=True)
class _Clause:
    """What is known of a clause so far, by numbers of units; -1 where there is none yet."""

    parent: _Clause | None = None
    antecedent: int = -1
    subject: int = -1
    verb: int = -1
    passive: bool = False
    waiting: list[tuple[int, str]] = field(default_factory=list)


def bind(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give the units their bonds; return them."""
    reader = _Reader(units)
    for place, chunk in enumerate(reader.chunks):
        reader.read(place, chunk)
    return units


class _Reader:
    """Goes from chunk to chunk and remembers what may still be bound."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.chunks = chunks(units)
        self.clause = _Clause()
        self.acts: list[int] = []  # verbs and nouns of acts so far, of this sentence
        self.heads: list[int] = []  # nouns and verbs so far
        self.agents: set[int] = set()
        self.relation = ""
        self.until = False
        self.hangs: dict[int, int] = {}
        self.siblings: dict[int, set[int]] = {}
        self.owner = -1
        self.last_noun: Chunk | None = None

    def read(self, place: int, chunk: Chunk) -> None:
        """Bind one chunk to what stands before it."""
        match chunk.kind:
            case "noun":
                self._noun(place, chunk)
            case "verb":
                self._verb(place, chunk)
            case "relation" | "of":
                self.relation = "speaker" if self.units[chunk.head].cls == "say" else chunk.relation
            case "possessive":
                self.owner = self.heads[-1] if self.heads else -1
            case "relative":
                self._relative(place)
            case "subordinator":
                self._open(-1)
                self.acts += chunk.words
            case "adverb":
                self._adverb(chunk)
            case "hedge":
                self._hedge(chunk)
            case _:
                self._mark(chunk)

    def _mark(self, chunk: Chunk) -> None:
        if self.units[chunk.head].low in ".;?!:":
            self.clause, self.acts, self.heads, self.relation = (
                _Clause(subject=self.clause.subject),
                [],
                [],
                "",
            )
            self.clause.subject = -1

    def _open(self, antecedent: int) -> None:
        self.clause = _Clause(self.clause, antecedent)

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
        if unit.form in ("base", "s"):
            return True
        if joined and self.clause.verb >= 0:
            return True
        if self._has_object(place) or unit.key in _INTRANSITIVE:
            return self.clause.verb < 0 or joined or self._can_pop()
        if unit.cls == "say" and unit.rung and not self._follows(place, "by"):
            return True
        clause = self.clause
        if clause.verb >= 0 or (clause.subject < 0 and clause.antecedent < 0):
            return False
        return (clause.subject >= 0 and clause.antecedent >= 0) or not self._verb_later(place)

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

    def _noun(self, place: int, chunk: Chunk) -> None:
        before = self._before(place)
        if self.owner >= 0:
            self._give(self.owner, "agent" if self._acts(chunk.head) else "of", chunk.head)
            self.owner = -1
        following = self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        if following is not None and following.kind == "possessive":
            self.heads.append(chunk.head)
            return
        if self.relation:
            self._related(chunk, self.relation, opens=self._opens_clause(place))
        elif before is not None and before.kind == "conjunction" and self.until and self._is_time(chunk.head):
            self._until(chunk)
        elif (
            before is not None
            and before.kind == "conjunction"
            and self.last_noun
            and not self._starts_clause(place)
        ):
            self._copy(self.last_noun.head, chunk.head)
        elif before is not None and before.kind == "verb" and before.head != self.clause.subject:
            self._object(before, chunk)
        else:
            self._free(place, chunk)
        self.relation = ""
        if self.units[chunk.head].cls == "hedge":
            self._weaken(chunk.head)
        if self.units[chunk.head].part != "adjective":
            self.heads.append(chunk.head)
        if self._acts(chunk.head):
            self.acts.append(chunk.head)
        self.last_noun = chunk

    def _before(self, place: int) -> Chunk | None:
        """Return what stands before a noun; before the owner of the noun, where it has one."""
        if place > 1 and self.chunks[place - 1].kind == "possessive":
            place -= 2
        return self.chunks[place - 1] if place else None

    def _object(self, verb: Chunk, chunk: Chunk) -> None:
        unit = self.units[verb.head]
        if unit.part != "verb":
            subject = self.clause.subject if self.clause.subject >= 0 else self.clause.antecedent
            if subject >= 0:
                self._give(chunk.head, "is" if self.units[chunk.head].part == "noun" else "of", subject)
        else:
            self._give(chunk.head, "object", verb.head)

    def _free(self, place: int, chunk: Chunk) -> None:
        """Bind a noun that nothing stands before: a subject, a further part of a list, an apposition."""
        clause = self.clause
        before = self._before(place)
        listed = before is not None and before.kind == "mark" and self.last_noun is not None
        if (
            clause.verb >= 0
            and clause.parent is not None
            and clause.parent.verb < 0
            and clause.parent.subject < 0
            and listed
        ):
            self.clause = clause = clause.parent
        if clause.subject < 0 and clause.verb < 0:
            clause.subject = chunk.head
        elif self._starts_clause(place):
            self.clause = _Clause(clause, subject=chunk.head)
            self.clause.passive = clause.passive
            if self._elliptic(place, clause):
                self._passive_later(place)
        elif listed and self.last_noun is not None and self._list_goes_on(place):
            self._copy(self.last_noun.head, chunk.head)
        elif listed and self.last_noun is not None and self.units[chunk.head].cls == "figure":
            self._give(chunk.head, "is", self.last_noun.head)
        elif (
            self.acts
            and self.units[self.acts[-1]].part == "verb"
            and before is not None
            and before.kind == "adverb"
        ):
            self._give(chunk.head, "object", self.acts[-1])

    def _list_goes_on(self, place: int) -> bool:
        return any(chunk.kind == "conjunction" for chunk in self.chunks[place + 1 : place + 4])

    def _starts_clause(self, place: int) -> bool:
        """Say whether a verb of its own follows a noun, in a clause that has one already."""
        if self.clause.verb < 0:
            return False
        for chunk in self.chunks[place + 1 : place + 3]:
            if chunk.kind == "verb":
                return chunk.finite or (not chunk.infinitive and self.units[chunk.head].form != "ing")
            if chunk.kind != "adverb":
                return False
        return False

    def _elliptic(self, place: int, clause: _Clause) -> bool:
        verb = self.chunks[place + 1]
        acts = verb.kind == "verb" and not (self.units[verb.head].cls == "say" and self.units[verb.head].rung)
        return clause.passive and acts and not verb.finite and not self._has_object(place + 1)

    def _passive_later(self, place: int) -> None:
        """Carry `were` over: `21 people were killed and 70 more injured`."""
        verb = self.chunks[place + 1]
        self.units[verb.head].passive = True
        verb.finite = True

    def _opens_clause(self, place: int) -> bool:
        """Say whether a preposition stands directly behind the word that opens a clause: `said that on May 4`."""
        before = [chunk.kind for chunk in self.chunks[max(0, place - 3) : place] if chunk.kind != "mark"]
        if before[-1:] != ["relation"]:
            return False
        if before[-2:-1] == ["conjunction"] and self._clause_follows(place):
            self.clause = _Clause(self.clause)
            return True
        return before[-2:-1] in (["relative"], ["subordinator"]) and self.clause.verb < 0

    def _clause_follows(self, place: int) -> bool:
        """Say whether a subject with its verb stands behind a noun: `but as of May schools were closed`."""
        behind = [chunk for chunk in self.chunks[place + 1 : place + 4] if chunk.kind != "mark"]
        return [chunk.kind for chunk in behind[:2]] == ["noun", "verb"] and self.clause.verb >= 0

    def _related(self, chunk: Chunk, relation: str, *, opens: bool = False) -> None:
        head = chunk.head
        relation = self._timed(head, relation)
        target = -1 if opens and relation not in ("of", "speaker") else self._target(head, relation)
        if target < 0:
            self.clause.waiting.append((head, relation))
            return
        self._give(head, self._named(relation, target), target)
        for other in self._alternatives(head, relation, target):
            self._give(head, self._named(relation, other), other)

    def _alternatives(self, head: int, relation: str, target: int) -> list[int]:
        """Return what else a preposition may bind a noun to: the verb of the clause, the verbs that it hangs on."""
        if relation in ("of", "by", "speaker", "between"):
            return []
        if self._is_time(head) or relation in _OF_ACTS:
            return self._chain(target)
        beyond = (
            [each for each in reversed(self.heads) if each not in self.agents][:1]
            if target in self.agents
            else []
        )
        verb = next((act for act in reversed(self.acts) if self.units[act].part == "verb"), -1)
        return [each for each in dict.fromkeys((*beyond, verb)) if each >= 0 and each != target]

    def _chain(self, act: int) -> list[int]:
        """Return the verbs that a verb hangs on: `wanted` of `wanted to leave`."""
        found = []
        if self.units[act].part == "noun":
            found = [
                bond.head
                for bond in self.units[act].bonds
                if bond.relation == "object" and self.units[bond.head].part == "verb"
            ]
            act = found[0] if found else act
        while act in self.hangs:
            act = self.hangs[act]
            found.append(act)
        return found

    def _until(self, chunk: Chunk) -> None:
        """Bind the second end of `between … and …` to what the first is bound to."""
        self.until = False
        first = next(each for each in range(chunk.head - 1, -1, -1) if self._starts_span(each))
        self.units[chunk.head].bonds += [
            Bond("until", bond.head) for bond in self.units[first].bonds if bond.relation == "from"
        ]
        self.clause.waiting += [
            (chunk.head, "until")
            for noun, relation in self.clause.waiting
            if noun == first and relation == "from"
        ]

    def _starts_span(self, place: int) -> bool:
        waits = any(noun == place and relation == "from" for noun, relation in self.clause.waiting)
        return waits or any(bond.relation == "from" for bond in self.units[place].bonds) or place == 0

    def _timed(self, head: int, relation: str) -> str:
        """Return what a preposition means before a time: `between` one and another is from the one to the other."""
        if not self._is_time(head) and self.units[head].cls != "event":
            return relation
        if relation == "between":
            self.until = True
        return _TIMED.get(relation, relation)

    def _target(self, head: int, relation: str) -> int:
        """Return what a preposition binds a noun to, -1 where it stands in front of the verb."""
        if relation == "speaker":
            return next(
                (place for place in range(head - 1, -1, -1) if self.units[place].low.startswith("according")),
                -1,
            )
        if relation == "of":
            things = ("event", "object", "deed") if self.units[head].cls == "date" else ()
            named = (each for each in reversed(self.heads) if self.units[each].cls in things)
            return next(named, self.heads[-1] if self.heads else -1)
        if relation == "among":
            return next(
                (each for each in reversed(self.heads) if not self._acts(each) and not self._is_time(each)),
                -1,
            )
        if relation == "by":
            return next((act for act in reversed(self.acts) if self._can_have_agent(act)), -1)
        if (
            self._is_time(head)
            or relation in _OF_ACTS
            or (self.units[head].cls == "event" and relation == "in")
        ):
            return self._last_act()
        return next((each for each in reversed(self.heads) if not self._is_time(each)), -1)

    def _last_act(self) -> int:
        return self.acts[-1] if self.acts else -1

    def _can_have_agent(self, act: int) -> bool:
        unit = self.units[act]
        return unit.part == "noun" or unit.passive or unit.form == "ed"

    def _named(self, relation: str, target: int) -> str:
        """Return what a preposition makes of its noun beside an act: `strikes by` has an agent, `on` an object."""
        if relation == "by":
            return "agent"
        act = self.units[target]
        if (
            act.cls in ("deed", "label", "intent", "act")
            and act.part == "noun"
            and relation in ("of", "on", "against", "to")
        ):
            return "object"
        if act.cls == "say" and relation in ("to",) and act.part == "noun":
            return "speaker"
        return relation

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

    def _hedge(self, chunk: Chunk) -> None:
        """Bind a hedge that takes words of its own to the act among them."""
        self._weaken(chunk.head)
        if self.units[chunk.head].low.endswith("-that"):
            self._open(-1)
        else:
            self.relation = "about"

    def _weaken(self, place: int) -> None:
        target = self._next_act(place)
        if target >= 0:
            self.units[place].bonds.append(Bond("of", target))

    def _adverb(self, chunk: Chunk) -> None:
        unit = self.units[chunk.head]
        if unit.cls == "hedge" or unit.cls == "negation":
            target = self._next_act(chunk.head)
        else:
            target = self._last_act()
        if target < 0:
            target = self._next_act(chunk.head)
        if target >= 0:
            unit.bonds += [Bond("of", each) for each in (target, *self._chain(target))]

    def _next_act(self, start: int) -> int:
        aside = start + 1 < len(self.units) and self.units[start + 1].low == ","
        for place in range(start + 1, len(self.units)):
            unit = self.units[place]
            if aside and unit.cls == "say" and unit.rung:
                continue  # `evidence, it reported, that`
            if unit.cls in ACTS or unit.part == "verb":
                return place
        return self._last_act()

    def _acts(self, place: int) -> bool:
        return self.units[place].cls in ACTS

    def _is_time(self, place: int) -> bool:
        return self.units[place].cls in _TIMES
