"""Choose the claims of a letter by date, topic, role, party, certainty, sensitivity and length."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from letterkit.drafting.asks import choose_asks
from letterkit.drafting.brief import Brief
from letterkit.drafting.eligible import Eligible
from letterkit.drafting.telling import told
from letterkit.drafting.values import LeftOut, Section, Selection
from letterkit.library.load import Library
from letterkit.library.model import Claim, Slot

# Words of a letter beside claims and asks: opening, hinges, stance, lead-in, thanks.
FRAME_WORDS = 190
FEWEST_WORDS = 240


def select(library: Library, brief: Brief) -> Selection:
    """Fill the slots of the topic's plan with the best admissible claims."""
    eligible = Eligible(library, brief)
    asks, without = choose_asks(brief, eligible.barred)
    chooser = _Chooser(eligible, brief.topic.words - FRAME_WORDS - sum(len(ask.text.split()) for ask in asks))
    chooser.fill()
    sections = chooser.sections()
    chosen = frozenset(claim.id for section in sections for claim in section.claims)
    return Selection(sections, tuple(chooser.left_out(chosen)), asks, without)


class _Chooser:
    """Fills the slots; `room` is how many words of claims the letter has room for."""

    def __init__(self, eligible: Eligible, room: int) -> None:
        self.library = eligible.library
        self.brief = eligible.brief
        self.eligible = eligible
        self.room = room
        self.reasons = eligible.reasons
        self.plan = tuple(_slots(eligible.brief))
        self.chosen: list[list[Claim]] = [[] for _ in self.plan]
        self.taken: set[str] = set()

    def fill(self) -> None:
        waiting = [self.eligible.ranked(slot) for slot in self.plan]
        for number, slot in enumerate(self.plan):
            self._take(number, waiting[number], slot.take)
        self._include(waiting)
        while self._words() < FEWEST_WORDS and self._take_one_more(waiting):
            pass
        while self._words() > self.room and self._drop():
            pass

    def _take(self, number: int, ranked: list[Claim], most: int) -> bool:
        took = False
        while len(self.chosen[number]) < most and ranked:
            claim = ranked.pop(0)
            if self._wanted(number, claim) and self._can_join(claim):
                self._join(number, claim)
                took = True
        return took

    def _can_join(self, claim: Claim) -> bool:
        if claim.id in self.taken:
            return False
        reason = self._doubled(claim)
        if reason and claim.id not in self.brief.include:
            self.reasons.setdefault(claim.id, reason)
            return False
        return True

    def _doubled(self, claim: Claim) -> str:
        for twin in self.eligible.twins(claim):
            if twin.id in self.taken:
                return f"{twin.id} says the same"
        for rival in self.eligible.rivals(claim):
            if rival.id in self.taken:
                return f"differs from {rival.id}, whose note says so"
        return ""

    def _wanted(self, number: int, claim: Claim) -> bool:
        """Say whether a claim comes from the one source of a slot that keeps to one."""
        others = {other.source for other in self.chosen[number]}
        return not self.plan[number].one_source or not others or claim.source in others

    def _join(self, number: int, claim: Claim) -> None:
        """Choose a claim with the one that leads into it and the one that it never goes without."""
        self._join_too(number, self.library.claims.get(claim.lead_in or ""))
        self.chosen[number].append(claim)
        self.taken.add(claim.id)
        pair = self.library.claims.get(claim.pair or "")
        self._join_too(self._home(pair, number) if pair else number, pair)

    def _join_too(self, number: int, claim: Claim | None) -> None:
        if claim is not None and claim.id not in self.reasons and self._can_join(claim):
            self._join(number, claim)

    def _home(self, pair: Claim, number: int) -> int:
        """Return where a claim joins the one it belongs to: among those of its own party, else beside it."""
        slots = ((place, slot) for place, slot in enumerate(self.plan) if slot.party in pair.parties)
        return next((place for place, slot in slots if self.eligible.fits(pair, slot)), number)

    def _include(self, waiting: list[list[Claim]]) -> None:
        """Put every claim asked for into the first slot it fits, beyond the slot's number if need be."""
        for name in self.brief.include:
            for number, ranked in enumerate(waiting):
                claim = next((claim for claim in ranked if claim.id == name), None)
                if claim is not None and name not in self.taken:
                    self._join(number, claim)

    def _take_one_more(self, waiting: list[list[Claim]]) -> bool:
        """Add the next best claim to the emptiest slot of a party; say whether there was one."""
        order = sorted(range(len(self.plan)), key=lambda number: len(self.chosen[number]))
        return any(
            self._take(number, waiting[number], len(self.chosen[number]) + 1)
            for number in order
            if self.plan[number].party
        )

    def _drop(self) -> bool:
        """Take the least worthy claim out of the fullest slot that has some to spare, with its pair."""
        spare = [
            (
                (-claim.weight, self.eligible.distance(claim, self.plan[number])),
                len(claims) - self.plan[number].keep,
                self.eligible.worth(claim, self.plan[number]),
                claim,
            )
            for number, claims in enumerate(self.chosen)
            for claim in claims
            if len(claims) > self.plan[number].keep and claim.id not in self.brief.include
        ]
        if not spare:
            return False
        *_, claim = max(spare, key=lambda item: item[:3])
        for claims in self.chosen:
            for gone in [other for other in claims if other.id in {claim.id, claim.pair} or other.pair == claim.id]:
                claims.remove(gone)
                self.taken.discard(gone.id)
                self.reasons[gone.id] = "length: the letter is full"
        return True

    def _words(self) -> int:
        return sum(len(claim.claim.split()) for claims in self.chosen for claim in claims)

    def sections(self) -> tuple[Section, ...]:
        positions = self.eligible.positions
        return tuple(
            Section(slot, tuple(told(self.library, positions, self._gathered(slot, claims))))
            for slot, claims in zip(self.plan, self.chosen, strict=True)
        )

    def _gathered(self, slot: Slot, claims: list[Claim]) -> list[Claim]:
        """Take a claim from the source that its neighbors rest on, where that source states the same."""
        gathered = list(claims)
        for number, claim in enumerate(gathered):
            others = {other.source for other in gathered if other is not claim}
            if claim.source in others or claim.id in self.brief.include:
                continue
            twin = self._twin_from(others, slot, claim)
            if twin is not None:
                gathered[number] = twin
                self.reasons[claim.id] = f"{twin.id} says the same from a source cited beside it"
        return gathered

    def _twin_from(self, sources: set[str], slot: Slot, claim: Claim) -> Claim | None:
        for twin in self.eligible.twins(claim):
            usable = self.reasons.get(twin.id, "says the same").endswith("says the same")
            if twin.source in sources and twin.certainty == claim.certainty and usable:
                return twin if self.eligible.fits(twin, slot) else None
        return None

    def left_out(self, chosen: frozenset[str]) -> Iterator[LeftOut]:
        for claim in self.library.claims.values():
            if claim.id not in chosen:
                yield LeftOut(claim.id, self.reasons.get(claim.id) or self._unplaced(claim))

    def _unplaced(self, claim: Claim) -> str:
        if any(self.eligible.fits(claim, slot) for slot in self.plan):
            return "length: others of its slot are stronger"
        topics = {topic for slot in self.plan for topic in self.eligible.topics(slot)}
        if not set(claim.topics) & topics:
            return f"another topic: {', '.join(claim.topics)}"
        return f"no slot of the plan takes {claim.role} about {', '.join(claim.parties) or 'nobody named'}"


def _slots(brief: Brief) -> Iterator[Slot]:
    """Yield the slots of the topic's plan that a letter to this audience has in this phase."""
    phase = brief.topic.phase(brief.date)
    for slot in brief.topic.plan:
        for_audience = not slot.audiences or brief.recipient.audience in slot.audiences
        if for_audience and (not slot.phases or phase in slot.phases):
            yield slot


def first_admissible(library: Library, brief: Brief) -> date | None:
    """Return the first day on which any claim of the topic could be cited."""
    days = [
        library.sources[claim.source].issued_on
        for claim in library.claims.values()
        if claim.source in library.sources and set(claim.topics) & set(brief.topic.draws_on)
    ]
    return min(days, default=None)
