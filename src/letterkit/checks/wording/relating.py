"""Binds a noun behind a preposition: to the act before it, to the noun, or to the verb that comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.clauses import State
from letterkit.checks.wording.units import Bond

if TYPE_CHECKING:
    from letterkit.checks.wording.chunk import Chunk


_TIMED: Final = {"by": "by-time", "between": "from", "to": "until", "through": "until"}
# What two do, or what is done with both: `connect A with B`, `connect A and B`; `interviews with A`.
_OF_BOTH: Final = ("connect", "interview", "meet", "fight", "clash", "compare", "share-border")
# Acts of which `of` names the one who acts.
_OWN_ACTS: Final = frozenset(
    ("withdraw", "advance", "surrender", "return", "arrive", "leave", "flee", "resign", "join", "survive",
     "disappear", "fail")
)  # fmt: skip
_DONE_TO: Final = ("of", "on", "against", "to", "among")
_AROUND: Final = ("actor", "party", "person", "place", "name")  # what may stand between an act and its object
_OF_ACTS: Final = ("into", "onto", "toward", "during", "before", "after", "since", "until", "as-of")


class Relating(State):
    """Reads what stands behind a preposition."""

    def _related(self, chunk: Chunk, relation: str, *, opens: bool = False) -> None:
        head = chunk.head
        relation = self._timed(head, relation)
        target = -1 if opens and relation not in ("of", "speaker") else self._target(head, relation)
        if target < 0:
            self.clause.waiting.append((head, relation))
            return
        self._give(head, self._named(relation, target, head), target)
        for other in self._alternatives(head, relation, target):
            self._give(head, self._named(relation, other, head), other)

    def _alternatives(self, head: int, relation: str, target: int) -> list[int]:
        """Return what else a preposition may bind a noun to: the clause's verb, those that it hangs on."""
        if relation == "by":
            return self._listed_acts(target)
        if relation in ("of", "speaker", "between"):
            return []
        if self._is_time(head) or relation in _OF_ACTS:
            return self._chain(target)
        beyond = (
            [each for each in reversed(self.heads) if each not in self.agents][:1]
            if target in self.agents
            else []
        )
        verb = next((act for act in reversed(self.acts) if self.units[act].part == "verb"), -1)
        of = [
            bond.head
            for bond in self.units[target].bonds
            if bond.relation in ("object", "of") and self.units[bond.head].part == "noun"
        ]
        return [each for each in dict.fromkeys((*beyond, *of, verb)) if each >= 0 and each != target]

    def _listed_acts(self, act: int) -> list[int]:
        """Return the nouns of acts in one list with an act: `the seizure of land and use of mines by`."""
        found: list[int] = []
        for place in range(act - 1, -1, -1) if self.units[act].part == "noun" else ():
            unit = self.units[place]
            if unit.part in ("verb", "relation") or unit.low in (".", ";", "that"):
                break
            if unit.part == "noun" and self._acts(place) and self._begins_item(place):
                found.append(place)
        return found

    def _begins_item(self, place: int) -> bool:
        """Say whether a noun is what a part of a list begins with: `the seizure of`, `, use of`."""
        behind = self.units[place + 1 : place + 2]
        return bool(behind) and behind[0].low == "of"

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
        """Return what a preposition means before a time: `between` is from one to the other."""
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
        if relation in ("of", "among"):
            return self._of(head) if relation == "of" else self._among()
        if relation == "by":
            return next((act for act in reversed(self.acts) if self._can_have_agent(act)), -1)
        if (
            self._is_time(head)
            or relation in _OF_ACTS
            or (self.units[head].cls == "event" and relation == "in")
        ):
            return self._last_act()
        return next((each for each in reversed(self.heads) if not self._is_time(each)), -1)

    def _of(self, head: int) -> int:
        """Return what `of` binds a noun to: the noun before it, or the act that the noun belongs to."""
        things = ("event", "object", "deed") if self.units[head].cls == "date" else ()
        named = (each for each in reversed(self.heads) if self.units[each].cls in things)
        aside = self._act_before_aside(head)
        if aside < 0 and self.units[head].cls == "weapon":
            aside = self._act_without_object()
        return next(named, aside if aside >= 0 else self.heads[-1] if self.heads else -1)

    def _among(self) -> int:
        """Return what `among` binds a noun to: the harm that came to them, else the thing before."""
        if self.heads and self._is_harm(self.heads[-1]):
            return self.heads[-1]
        things = (each for each in reversed(self.heads) if not self._acts(each) and not self._is_time(each))
        return next(things, -1)

    def _act_before_aside(self, head: int) -> int:
        """Return the noun of an act that `of` goes back to over an aside: `the use, in May, of rockets`."""
        place = next((each for each in range(head, 0, -1) if self.units[each].low == "of"), 0)
        if not place or self.units[place - 1].low != ",":
            return -1
        acts = (each for each in reversed(self.heads) if self.units[each].part == "noun" and self._acts(each))
        return next(acts, -1)

    def _act_without_object(self) -> int:
        """Return a noun of force that what is used follows late: `the use by soldiers of rockets`."""
        if not self.heads or self.units[self.heads[-1]].cls not in _AROUND:
            return -1
        for act in reversed(self.heads):
            unit = self.units[act]
            if unit.part == "verb":
                return -1
            if unit.part == "noun" and unit.cls == "deed":
                return act
        return -1

    def _is_harm(self, place: int) -> bool:
        """Say whether a noun tells of harm, which comes to those among whom it is."""
        return self.units[place].part == "noun" and self.units[place].cls == "deed"

    def _can_have_agent(self, act: int) -> bool:
        unit = self.units[act]
        return unit.part == "noun" or unit.passive or unit.form == "ed"

    def _named(self, relation: str, target: int, noun: int = -1) -> str:
        """Return what a preposition makes of its noun: `strikes by` has an agent, `strikes on` an object."""
        act, last = self.units[target], noun >= 0 and self.units[noun].cls == "measure"
        if relation == "by" or (relation == "of" and act.part == "noun" and act.key in _OWN_ACTS):
            return "agent"  # `the withdrawal of Turkey` as well
        done = act.cls in ("deed", "label", "intent", "act") and act.part == "noun" and relation in _DONE_TO
        both = act.key in _OF_BOTH and relation in ("with", "to")
        if done or both or (relation == "for" and last):  # `it went on for nine days`, `it lasted nine days`
            return "object"
        return "speaker" if act.cls == "say" and relation == "to" and act.part == "noun" else relation
