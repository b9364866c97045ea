"""Choose the claims of a letter by date, topic, role, party, certainty, sensitivity and length."""

from __future__ import annotations

from collections.abc import Iterator

from letterkit.drafting.asks import choose_asks
from letterkit.drafting.brief import Brief
from letterkit.drafting.eligible import Eligible
from letterkit.drafting.telling import told
from letterkit.drafting.values import Deferred, LeftOut, Section, Selection
from letterkit.library.model import Claim, Slot
from letterkit.library.store import Library

# Words of a letter beside claims and asks: opening, hinges, stance, lead-in, thanks.
FRAME_WORDS = 190
FEWEST_WORDS = 240
# What the addressee has said before, of whatever role and topic: filled by those claims alone.
COMMITMENTS = Slot(block="commitments")


def select(library: Library, brief: Brief) -> Selection:
    """Fill the slots of the topic's plan with the best admissible claims."""
    eligible = Eligible(library, brief)
    asks, without = choose_asks(library, brief, eligible.barred)
    chooser = _Chooser(eligible, brief.topic.words - FRAME_WORDS - sum(len(ask.text.split()) for ask in asks))
    chooser.fill()
    rivals = {claim.id: eligible.accounts_beside(claim) for claims in chooser.chosen for claim in claims}
    return Selection(chooser.sections(), Deferred(chooser.left_out), asks, without, rivals)


class _Chooser:
    """Fills the slots; `room` is how many words of claims the letter has room for."""

    def __init__(self, eligible: Eligible, room: int) -> None:
        self.library = eligible.library
        self.brief = eligible.brief
        self.eligible = eligible
        self.room = room
        self.reasons = eligible.reasons
        self.commitments = [name for name in eligible.brief.commitments if name not in eligible.reasons]
        self.plan = tuple(_slots(eligible.brief, recalls=bool(self.commitments)))
        self.chosen: list[list[Claim]] = [[] for _ in self.plan]
        self.taken: set[str] = set()
        self.instead: dict[str, tuple[str, str]] = {}  # left out for another claim: which one, and why

    def fill(self) -> None:
        self._recall()
        waiting = [self.eligible.ranked(slot) for slot in self.plan]
        for number, slot in enumerate(self.plan):
            self._take(number, waiting[number], slot.take)
        self._include()
        while self._words() < FEWEST_WORDS and self._take_one_more(waiting):
            pass
        while self._words() > self.room and self._drop():
            pass
        for number in range(len(self.plan)):
            self._gather(number)

    def _recall(self) -> None:
        """Put what the addressee has said into the section of its own."""
        for name in self.commitments:
            if name not in self.taken:
                self._join(self.plan.index(COMMITMENTS), self.library.claims[name])

    def _take(self, number: int, ranked: Iterator[Claim], most: int) -> bool:
        took = False
        while len(self.chosen[number]) < most and (claim := next(ranked, None)):
            if self._wanted(number, claim) and self._can_join(claim):
                self._join(number, claim)
                took = True
        return took

    def _can_join(self, claim: Claim) -> bool:
        if claim.id in self.taken:
            return False
        return claim.id in self.brief.include or not (self._is_doubled(claim) or self._lacks_pair(claim))

    def _is_doubled(self, claim: Claim) -> bool:
        for twin in self.eligible.twins(claim):
            if twin.id in self.taken:
                self.instead[claim.id] = (twin.id, f"{twin.id} says the same")
                return True
        for rival in self.eligible.rivals(claim):
            if rival.id in self.taken:
                self.instead[claim.id] = (rival.id, f"differs from {rival.id}, whose note says so")
                return True
        return False

    def _lacks_pair(self, claim: Claim) -> bool:
        """Say whether the claim that this one never goes without may not be used."""
        reason = self.reasons.get(claim.pair or "")
        if reason and claim.pair not in self.taken:
            self.reasons[claim.id] = f"never goes without {claim.pair}, which is left out: {reason}"
            return True
        return False

    def _wanted(self, number: int, claim: Claim) -> bool:
        """Say whether a claim comes from the one source of a slot that keeps to one."""
        others = {other.source for other in self.chosen[number]}
        one_source = self.plan[number].one_source and claim.id not in self.brief.include
        return not one_source or not others or claim.source in others

    def _join(self, number: int, claim: Claim) -> None:
        """Choose a claim with the one that leads into it and the one that it never goes without."""
        self.taken.add(claim.id)
        self._join_too(number, self.library.claims.get(claim.lead_in or ""))
        self.chosen[number].append(claim)
        pair = self.library.claims.get(claim.pair or "")
        self._join_too(self._home(pair, number) if pair else number, pair)

    def _join_too(self, number: int, claim: Claim | None) -> None:
        if claim is not None and claim.id not in self.reasons and self._can_join(claim):
            self._join(number, claim)

    def _home(self, pair: Claim, number: int) -> int:
        """Return where a claim joins the one it belongs to: among those of its own party, else beside it."""
        slots = ((place, slot) for place, slot in enumerate(self.plan) if slot.party in pair.parties)
        return next((place for place, slot in slots if self.eligible.fits(pair, slot)), number)

    def _include(self) -> None:
        """Put every claim asked for into the first slot it fits, beyond the slot's number if need be."""
        for name in self.brief.include:
            claim = self.library.claims.get(name)
            if claim is None or name in self.taken or self.reasons.before(name):
                continue
            slots = (number for number, slot in enumerate(self.plan) if self.eligible.fits(claim, slot))
            number = next(slots, None)
            if number is not None:
                self._join(number, claim)

    def _take_one_more(self, waiting: list[Iterator[Claim]]) -> bool:
        """Add the next best claim to the emptiest slot of a party; say whether there was one."""
        order = sorted(range(len(self.plan)), key=lambda number: len(self.chosen[number]))
        return any(
            self._take(number, waiting[number], len(self.chosen[number]) + 1)
            for number in order
            if self.plan[number].party
        )

    def _drop(self) -> bool:
        """Take the least worthy claim out of the fullest slot that has some to spare, and what needs it."""
        spare = [
            (
                (
                    claim.id not in self.plan[number].prefer,
                    -claim.weight,
                    self.eligible.distance(claim, self.plan[number]),
                ),
                len(claims) - self.plan[number].keep,
                self.eligible.worth(claim, self.plan[number]),
                claim,
            )
            for number, claims in enumerate(self.chosen)
            for claim in claims
            if self._is_spare(claim)
        ]
        if not spare:
            return False
        *_, claim = max(spare, key=lambda item: item[:3])
        for claims in self.chosen:
            for gone in [other for other in claims if other.id in self._needing(claim)]:
                claims.remove(gone)
                self.taken.discard(gone.id)
                self.reasons[gone.id] = "length: the letter is full"
        return True

    def _is_spare(self, claim: Claim) -> bool:
        """Say whether the letter may lose a claim: nothing asked for goes with it, each slot keeps enough."""
        gone = self._needing(claim)
        return not gone & set(self.brief.include) and all(
            len(claims) - len(lost) >= slot.keep
            for slot, claims in zip(self.plan, self.chosen, strict=True)
            if (lost := [other for other in claims if other.id in gone])
        )

    def _needing(self, claim: Claim) -> set[str]:
        """Return the claim and every chosen one that never goes without it, directly or through others."""
        needing = {claim.id}
        pairs = [(other.id, other.pair) for claims in self.chosen for other in claims if other.pair]
        while more := {name for name, pair in pairs if pair in needing} - needing:
            needing |= more
        return needing

    def _words(self) -> int:
        return sum(len(claim.claim.split()) for claims in self.chosen for claim in claims)

    def sections(self) -> tuple[Section, ...]:
        positions = self.eligible.positions
        return tuple(
            Section(slot, tuple(told(self.library, positions, claims)))
            for slot, claims in zip(self.plan, self.chosen, strict=True)
        )

    def _gather(self, number: int) -> None:
        """Take a claim from the source that its neighbors rest on, where that source states the same."""
        claims = self.chosen[number]
        for place, claim in enumerate(claims):
            others = {other.source for other in claims if other is not claim}
            if claim.source in others or claim.id in self.brief.include:
                continue
            near = (twin for twin in self.eligible.twins(claim) if twin.source in others)
            twin = next((twin for twin in near if self._replaces(twin, claim, number)), None)
            if twin is not None:
                claims[place] = twin
                self.taken = self.taken - {claim.id} | {twin.id}
                self.reasons[claim.id] = f"{twin.id} says the same from a source cited beside it"

    def _replaces(self, twin: Claim, claim: Claim, number: int) -> bool:
        """Say whether a twin may stand in a claim's place: no worse, at odds with nothing that is chosen."""
        eligible, others = self.eligible, self.taken - {claim.id}
        against = {each.id for each in (*eligible.twins(twin), *eligible.rivals(twin))}
        return (
            twin.id not in self.reasons
            and twin.id not in self.taken
            and not against & others
            and twin.certainty == claim.certainty
            and twin.pair == claim.pair
            and eligible.source_rank(twin) <= eligible.source_rank(claim)
            and eligible.fits(twin, self.plan[number])
        )

    def left_out(self) -> Iterator[LeftOut]:
        """Yield every claim that is not chosen, with the reason."""
        topics = {topic for slot in self.plan for topic in self.eligible.topics(slot)}
        for claim in self.library.claims.values():
            if claim.id not in self.taken:
                yield LeftOut(claim.id, self.reasons.get(claim.id) or self._unplaced(claim, topics))

    def _unplaced(self, claim: Claim, topics: set[str]) -> str:
        other, reason = self.instead.get(claim.id, ("", ""))
        if other in self.taken:
            return reason
        if topics.isdisjoint(claim.topics):
            return f"another topic: {', '.join(claim.topics)}"
        fitting = [slot for slot in self.plan if self.eligible.fits(claim, slot)]
        if fitting:
            if not any(self.eligible.considers(claim, slot) for slot in fitting):
                return "a letter of ours: better sources speak to this"
            return "length: others of its slot are stronger"
        return f"no slot of the plan takes {claim.role} about {', '.join(claim.parties) or 'nobody named'}"


def _slots(brief: Brief, *, recalls: bool) -> Iterator[Slot]:
    """Yield the slots of the topic's plan that a letter to this audience has in this phase.

    A letter that recalls what its addressee has said does so right before it asks.
    """
    phase = brief.topic.phase(brief.date)
    for slot in brief.topic.plan:
        for_audience = not slot.audiences or brief.recipient.audience in slot.audiences
        if for_audience and (not slot.phases or phase in slot.phases):
            if recalls and slot.block == "asks":
                yield COMMITMENTS
            yield slot
