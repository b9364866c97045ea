"""Choose the claims of a letter: by date, topic, role, party, certainty, sensitivity and length.

Every claim of the library is either chosen for one slot of the topic's plan or left out with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from letterkit.drafting.brief import Brief
from letterkit.library.asof import inadmissible
from letterkit.library.load import Library
from letterkit.library.edtf import Span
from letterkit.library.model import CERTAINTY_RANK, Ask, Claim, Slot

MAX_GRAPHIC = 2
# Words of a letter that are not claims: opening, hinges, stance, asks, thanks.
FRAME_WORDS = 240
FEWEST_WORDS = 240
MOST_ASKS = 5
_NEVER = Span(date.max, date.max)


@dataclass(frozen=True, slots=True)
class Section:
    """The claims chosen for one slot of the plan, in the order in which the letter says them."""

    slot: Slot
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    asks: tuple[Ask, ...]
    asks_left_out: tuple[LeftOut, ...] = ()

    def claims(self) -> Iterator[Claim]:
        for section in self.sections:
            yield from section.claims


def select(library: Library, brief: Brief) -> Selection:
    """Fill the slots of the topic's plan with the best admissible claims."""
    chooser = _Chooser(library, brief)
    chooser.fill()
    sections = chooser.sections()
    chosen = frozenset(claim.id for section in sections for claim in section.claims)
    asks, without = choose_asks(brief, chooser.barred)
    return Selection(sections, tuple(chooser.left_out(chosen)), asks, without)


def choose_asks(brief: Brief, barred: dict[str, str]) -> tuple[tuple[Ask, ...], tuple[LeftOut, ...]]:
    """Return the asks that hold on the letter's date and rest on an admissible claim, at most five."""
    chosen: list[Ask] = []
    without: list[LeftOut] = []
    for ask in brief.topic.asks[brief.recipient.audience]:
        reason = _ask_reason(ask, brief.date, barred)
        if not reason and len(chosen) == MOST_ASKS:
            reason = f"length: {MOST_ASKS} asks are enough"
        if reason:
            without.append(LeftOut(ask.id, reason))
        else:
            chosen.append(ask)
    return tuple(chosen), tuple(without)


def _ask_reason(ask: Ask, day: date, barred: dict[str, str]) -> str:
    if ask.valid_from and day < ask.valid_from:
        return f"valid from {ask.valid_from}"
    if ask.valid_until and day > ask.valid_until:
        return f"valid until {ask.valid_until}"
    if all(ground in barred for ground in ask.grounds):
        return f"nothing admissible grounds it: {ask.grounds[0]} is {barred[ask.grounds[0]]}"
    return ""


class _Chooser:
    def __init__(self, library: Library, brief: Brief) -> None:
        self.library = library
        self.brief = brief
        self.barred = inadmissible(library, brief.date)
        self.reasons: dict[str, str] = dict(self.barred)
        phase = brief.topic.phase(brief.date)
        self.plan = [
            slot
            for slot in brief.topic.plan
            if (not slot.audiences or brief.recipient.audience in slot.audiences)
            and (not slot.phases or phase in slot.phases)
        ]
        self.chosen: list[list[Claim]] = [[] for _ in self.plan]
        self.taken: set[str] = set()
        self.positions = {name: number for number, name in enumerate(library.claims)}

    def fill(self) -> None:
        self._bar()
        waiting = [self._ranked(slot) for slot in self.plan]
        for number, slot in enumerate(self.plan):
            self._take(number, waiting[number], slot.take)
        self._include(waiting)
        while self._words() < FEWEST_WORDS and self._take_one_more(waiting):
            pass
        while self._words() > self.brief.topic.words - FRAME_WORDS and self._drop():
            pass

    def _bar(self) -> None:
        for claim in self.library.claims.values():
            reason = self._reason(claim)
            if reason and claim.id not in self.reasons:
                self.reasons[claim.id] = reason

    def _reason(self, claim: Claim) -> str:
        if claim.id in self.brief.exclude:
            return "excluded by --exclude"
        if claim.certainty == "forecast":
            return "a forecast is never cited"
        if claim.sensitivity.graphic > 3:
            return "too graphic for any letter"
        if claim.id in self.brief.include:
            return ""
        sensitive = claim.sensitivity
        flags = ("privacy", "minor", "suicide", "sexual", "hate_speech")
        named = [flag.replace("_", " ") for flag in flags if getattr(sensitive, flag)]
        if sensitive.graphic > MAX_GRAPHIC:
            named.append(f"graphic {sensitive.graphic}")
        if named:
            return f"sensitive ({', '.join(named)}): --include takes it after sign-off"
        return self._better_elsewhere(claim)

    def _better_elsewhere(self, claim: Claim) -> str:
        """A relay or a letter of ours gives way to the primary source of the same fact."""
        own = self._rank_of_source(claim)
        for name in self._twins(claim):
            twin = self.library.claims.get(name)
            if twin is not None and name not in self.barred and self._rank_of_source(twin) < own:
                return f"{name} states the same from a better source"
        return ""

    def _twins(self, claim: Claim) -> set[str]:
        pointing = (other.id for other in self.library.claims.values() if claim.id in other.same_as)
        return {*claim.same_as, *pointing}

    def _rank_of_source(self, claim: Claim) -> int:
        order = {"primary": 0, "relay": 1, "own-letter": 2}
        return order[self.library.sources[claim.source].rank]

    def _ranked(self, slot: Slot) -> list[Claim]:
        """Return the claims that fit a slot, the best first; letters of ours only where nothing else fits."""
        fitting = [claim for claim in self._candidates() if self._fits(claim, slot)]
        if any(self._rank_of_source(claim) < 2 for claim in fitting):
            for claim in fitting:
                if self._rank_of_source(claim) == 2 and claim.id not in self.brief.include:
                    self.reasons[claim.id] = "a letter of ours: better sources speak to this"
            fitting = [claim for claim in fitting if claim.id not in self.reasons]
        return sorted(fitting, key=lambda claim: self._worth(claim, slot))

    def _candidates(self) -> Iterable[Claim]:
        return (claim for claim in self.library.claims.values() if claim.id not in self.reasons)

    def _topics(self, slot: Slot) -> tuple[str, ...]:
        if slot.topics:
            return slot.topics
        return self.brief.topic.secondary if slot.secondary else self.brief.topic.draws_on

    def _fits(self, claim: Claim, slot: Slot) -> bool:
        if claim.role not in slot.roles or not set(claim.topics) & set(self._topics(slot)):
            return False
        if slot.within and not set(claim.topics) & set(self.brief.topic.draws_on):
            return False
        if slot.party is None:
            return True
        sides = set(claim.parties) & set(self.brief.topic.parties)
        if slot.party == "both":
            return len(sides) > 1
        return sides == (set() if slot.party == "none" else {slot.party})

    def _worth(self, claim: Claim, slot: Slot) -> tuple[object, ...]:
        topics = self._topics(slot)
        nearest = min(topics.index(topic) for topic in claim.topics if topic in topics)
        source = self.library.sources[claim.source]
        newest = -source.issued_on.toordinal()
        return (
            claim.id not in self.brief.include,
            self._rank_of_source(claim),
            newest if slot.newest else 0,
            -claim.weight,
            nearest,
            -CERTAINTY_RANK[claim.certainty],
            newest,
            self.positions[claim.id],
        )

    def _take(self, number: int, ranked: list[Claim], most: int) -> bool:
        took = False
        while len(self.chosen[number]) < most and ranked:
            claim = ranked.pop(0)
            if self._can_join(claim):
                self._join(number, claim)
                took = True
        return took

    def _join(self, number: int, claim: Claim) -> None:
        """Choose a claim, and before it the claim that leads into it."""
        lead = self.library.claims.get(claim.lead_in or "")
        if lead is not None and lead.id not in self.reasons and self._can_join(lead):
            self._join(number, lead)
        self.chosen[number].append(claim)
        self.taken.add(claim.id)
        pair = self.library.claims.get(claim.pair or "")
        if pair is not None and pair.id not in self.reasons and self._can_join(pair):
            self._join(number, pair)

    def _can_join(self, claim: Claim) -> bool:
        if claim.id in self.taken:
            return False
        twin = next((name for name in sorted(self._twins(claim)) if name in self.taken), None)
        if twin is not None and claim.id not in self.brief.include:
            self.reasons.setdefault(claim.id, f"{twin} says the same")
            return False
        rival = next((name for name in sorted(self._rivals(claim)) if name in self.taken), None)
        if rival is not None and claim.id not in self.brief.include:
            self.reasons.setdefault(claim.id, f"differs from {rival}, whose note says so")
            return False
        return True

    def _rivals(self, claim: Claim) -> set[str]:
        pointing = (other.id for other in self.library.claims.values() if claim.id in other.conflicts_with)
        return {*claim.conflicts_with, *pointing}

    def _include(self, waiting: list[list[Claim]]) -> None:
        """Put every claim asked for into the first slot it fits, beyond the slot's number if need be."""
        for name in self.brief.include:
            for number, ranked in enumerate(waiting):
                claim = next((claim for claim in ranked if claim.id == name), None)
                if claim is not None and name not in self.taken:
                    self._join(number, claim)

    def _take_one_more(self, waiting: list[list[Claim]]) -> bool:
        """Add the next best claim to the emptiest slot that speaks of evidence; say whether one was found."""
        order = sorted(range(len(self.plan)), key=lambda number: len(self.chosen[number]))
        for number in order:
            if self.plan[number].party and self._take(number, waiting[number], len(self.chosen[number]) + 1):
                return True
        return False

    def _drop(self) -> bool:
        """Take the least worthy claim out of the fullest slot that has some to spare, with its pair."""
        spare = [
            (-claim.weight, len(claims) - self.plan[number].keep, self._worth(claim, self.plan[number]), number, claim)
            for number, claims in enumerate(self.chosen)
            for claim in claims
            if len(claims) > self.plan[number].keep and claim.id not in self.brief.include
        ]
        if not spare:
            return False
        *_, number, claim = max(spare, key=lambda item: item[:3])
        for gone in [other for other in self.chosen[number] if other.id in (claim.id, claim.pair)]:
            self.chosen[number].remove(gone)
            self.taken.discard(gone.id)
            self.reasons[gone.id] = "length: the letter is full"
        return True

    def _words(self) -> int:
        return sum(len(claim.claim.split()) for claims in self.chosen for claim in claims)

    def sections(self) -> tuple[Section, ...]:
        return tuple(
            Section(slot, tuple(self._told(self._gathered(slot, claims))))
            for slot, claims in zip(self.plan, self.chosen, strict=True)
        )

    def _gathered(self, slot: Slot, claims: list[Claim]) -> list[Claim]:
        """Take a claim from the source that its neighbours rest on, where that source states the same."""
        gathered = list(claims)
        for number, claim in enumerate(gathered):
            others = {other.source for other in gathered if other is not claim}
            if claim.source in others or claim.id in self.brief.include:
                continue
            twin = self._twin_from(others, slot, claim)
            if twin is not None:
                gathered[number] = twin
                self.taken = (self.taken - {claim.id}) | {twin.id}
                self.reasons[claim.id] = f"{twin.id} says the same from a source cited beside it"
        return gathered

    def _twin_from(self, sources: set[str], slot: Slot, claim: Claim) -> Claim | None:
        for name in sorted(self._twins(claim)):
            twin = self.library.claims.get(name)
            if twin is None or twin.source not in sources or not self._fits(twin, slot):
                continue
            said = self.reasons.get(name, "").endswith("says the same")
            if (name not in self.reasons or said) and twin.certainty == claim.certainty:
                return twin
        return None

    def _told(self, claims: list[Claim]) -> Iterator[Claim]:
        """Yield claims in the order of telling: source by source as they appeared, and within a source as
        it tells them, but incidents day by day and every claim right after the one that leads into it."""

        def appeared(claim: Claim) -> tuple[object, ...]:
            source = self.library.sources[claim.source]
            return (source.issued_on, source.id)

        for _, group in groupby(sorted(claims, key=lambda c: (appeared(c), self.positions[c.id])), key=appeared):
            yield from _lead_ins_first(_day_by_day(list(group)))

    def left_out(self, chosen: frozenset[str]) -> Iterator[LeftOut]:
        for claim in self.library.claims.values():
            if claim.id not in chosen:
                yield LeftOut(claim.id, self.reasons.get(claim.id) or self._unplaced(claim))

    def _unplaced(self, claim: Claim) -> str:
        if any(self._fits(claim, slot) for slot in self.plan):
            return "length: others of its slot are stronger"
        topics = {*self.brief.topic.draws_on, *self.brief.topic.secondary}
        for slot in self.plan:
            topics.update(slot.topics)
        if not set(claim.topics) & topics:
            return f"another topic: {', '.join(claim.topics)}"
        return f"no slot of the plan takes {claim.role} about {', '.join(claim.parties) or 'nobody named'}"


def _day_by_day(claims: list[Claim]) -> list[Claim]:
    """Sort the claims of single days among their own places; the others stay where they stand."""
    places = [number for number, claim in enumerate(claims) if claim.happened and claim.role != "context"]
    dated = sorted((claims[number] for number in places), key=lambda claim: claim.happened or _NEVER)
    told = list(claims)
    for number, claim in zip(places, dated, strict=True):
        told[number] = claim
    return told


def _lead_ins_first(claims: list[Claim]) -> Iterator[Claim]:
    waiting = {claim.id: claim for claim in claims}

    def tell(claim: Claim) -> Iterator[Claim]:
        lead = waiting.get(claim.lead_in or "")
        if lead is not None:
            yield from tell(lead)
        if waiting.pop(claim.id, None) is not None:
            yield claim

    for claim in claims:
        yield from tell(claim)


def first_admissible(library: Library, brief: Brief) -> date | None:
    """Return the first day on which any claim of the topic could be cited."""
    days = [
        library.sources[claim.source].issued_on
        for claim in library.claims.values()
        if claim.source in library.sources and set(claim.topics) & set(brief.topic.draws_on)
    ]
    return min(days, default=None)


