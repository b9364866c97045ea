"""Binds a noun: as subject, as object, as a further part of a list, behind a preposition or its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.clauses import Clause
from letterkit.checks.wording.lexicon.lookup import SUFFERED
from letterkit.checks.wording.verbs import Verbs

if TYPE_CHECKING:
    from letterkit.checks.wording.chunk import Chunk


_NEAR: Final = 3  # groups before `and`, whatever they are


class Nouns(Verbs):
    """Reads nouns."""

    def _noun(self, place: int, chunk: Chunk) -> None:
        before, owner = self._before(place), self.owner
        self._owned(chunk)
        following = self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        if following is not None and following.kind == "possessive":
            self.heads.append(chunk.head)
            return
        owned = [self.heads.pop()] if owner >= 0 and self.heads[-1:] == [owner] else []
        self._tie(place, chunk, before)  # not to the owner: `the theft of his car` is one of a car
        self.heads += owned
        self.relation = ""
        if self.units[chunk.head].cls == "hedge":
            self._weaken(chunk.head)
        if self.units[chunk.head].part != "adjective":
            self.heads.append(chunk.head)
        if self._acts(chunk.head):
            self.acts.append(chunk.head)
        self.last_noun = chunk

    def _owned(self, chunk: Chunk) -> None:
        """Bind an owner to what is owned, and to the acts of a list: `their seizure of land and use of`."""
        acts = self._acts(chunk.head)
        if self.owner >= 0:
            self._give(self.owner, self._owning(chunk.head), chunk.head)
            self.owned = (self.owner, chunk.head) if acts else (-1, -1)
            self.owner = -1
        elif acts and self._begins_item(chunk.head) and self.owned[1] in self._listed_acts(chunk.head):
            self._give(self.owned[0], "agent", chunk.head)

    def _owning(self, place: int) -> str:
        """Return what an owner is to a noun: does the act, or suffers it: `the prisoners' killing`."""
        unit = self.units[place]
        if not self._acts(place):
            return "of"
        behind = self.units[place + 1].low if place + 1 < len(self.units) else ""
        suffers = self.units[self.owner].cls == "person" and unit.key in SUFFERED and behind != "of"
        if suffers:
            return "object"
        thing = unit.cls == "say" and self.units[self.owner].cls in ("object", "word", "place", "event")
        return "of" if thing else "agent"

    def _tie(self, place: int, chunk: Chunk, before: Chunk | None) -> None:
        """Bind a noun by what stands before it: a preposition, `and`, a verb, or none of them."""
        kind = before.kind if before is not None else ""
        if self.relation:
            self._related(chunk, self.relation, opens=self._opens_clause(place))
        elif kind == "conjunction" and self.until and self._is_time(chunk.head):
            self._until(chunk)
        elif kind == "conjunction" and self.last_noun and not self._starts_clause(place):
            self._copy(self.last_noun.head, chunk.head)
        elif before is not None and kind == "verb" and before.head != self.clause.subject:
            self._object(before, chunk)
        else:
            self._free(place, chunk)

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
        if self.units[chunk.head].cls == self.units[chunk.head - 1].cls == "date":
            return  # the second end of `March 3 to 5`
        if listed and self.last_noun is not None and self._is_office_of(self.last_noun.head, chunk.head):
            self._give(chunk.head, "is", self.last_noun.head)
            return
        clause = self._outer(clause) if listed else clause
        self._placed(place, chunk, clause, listed=listed)

    def _outer(self, clause: Clause) -> Clause:
        """Return the clause that goes on behind a comma: the outer one, if it has no subject yet."""
        parent = clause.parent
        if clause.verb >= 0 and parent is not None and parent.verb < 0 and parent.subject < 0:
            self.clause = parent
        return self.clause

    def _placed(self, place: int, chunk: Chunk, clause: Clause, *, listed: bool) -> None:
        before = self._before(place)
        if clause.subject < 0 and clause.verb < 0:
            clause.subject = chunk.head
        elif self._starts_clause(place):
            self.clause = Clause(clause, subject=chunk.head)
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

    def _is_office_of(self, name: int, office: int) -> bool:
        """Say whether an office stands behind the name of who holds it: `Ana Petrova, Director for Asia`."""
        return self.units[name].cls == "name" and self.units[office].cls == "title"

    def _list_goes_on(self, place: int) -> bool:
        following = self.chunks[place + 1 : place + 7]
        kinds = [chunk.kind for chunk in following]
        if "conjunction" not in kinds:
            return False
        before = kinds[: kinds.index("conjunction")]
        return len(before) < _NEAR or set(before) <= {"noun", "mark", "possessive"}

    def _starts_clause(self, place: int) -> bool:
        """Say whether a verb of its own follows a noun, in a clause that has one already."""
        if self.clause.verb < 0:
            return False
        for chunk in self._behind_list(place):
            if chunk.kind == "verb":
                return chunk.finite or (not chunk.infinitive and self.units[chunk.head].form != "ing")
            if chunk.kind != "adverb":
                return False
        return False

    def _behind_list(self, place: int) -> list[Chunk]:
        """Return what stands behind a noun, and behind what `and` joins to it: `a school and a shop were`."""
        following = self.chunks[place + 1 : place + 5]
        if [chunk.kind for chunk in following[:3]] == ["conjunction", "noun", "verb"] and following[2].finite:
            return following[2:]
        return following[:2]

    def _elliptic(self, place: int, clause: Clause) -> bool:
        verb = self.chunks[place + 1]
        acts = verb.kind == "verb" and not (self.units[verb.head].cls == "say" and self.units[verb.head].rung)
        return clause.passive and acts and not verb.finite and not self._has_object(place + 1)

    def _passive_later(self, place: int) -> None:
        """Carry `were` over: `21 people were killed and 70 more injured`."""
        verb = self.chunks[place + 1]
        self.units[verb.head].passive = True
        verb.finite = True

    def _opens_clause(self, place: int) -> bool:
        """Say whether a preposition stands behind the word that opens a clause: `said that on May 4`."""
        before = [chunk.kind for chunk in self.chunks[max(0, place - 3) : place] if chunk.kind != "mark"]
        if before[-1:] != ["relation"]:
            return False
        if before[-2:-1] == ["conjunction"] and self._clause_follows(place):
            self.clause = Clause(self.clause)
            return True
        return before[-2:-1] in (["relative"], ["subordinator"]) and self.clause.verb < 0

    def _clause_follows(self, place: int) -> bool:
        """Say whether a subject with its verb stands behind a noun: `but as of May schools were closed`."""
        behind = [chunk for chunk in self.chunks[place + 1 : place + 4] if chunk.kind != "mark"]
        return [chunk.kind for chunk in behind[:2]] == ["noun", "verb"] and self.clause.verb >= 0
