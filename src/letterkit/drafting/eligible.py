"""Which claims a letter may use at all, which fit a slot of its plan, and which of those come first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import merge

from letterkit.drafting.brief import Brief
from letterkit.drafting.naming import Names
from letterkit.library.asof import inadmissible
from letterkit.library.links import Alike, alike
from letterkit.library.model import CERTAINTY_RANK, Claim, Slot
from letterkit.library.store import Library

MAX_GRAPHIC = 2
NEVER_GRAPHIC = 4
_FLAGS = ("privacy", "minor", "suicide", "sexual", "hate_speech")
_SOURCE_ORDER = {"primary": 0, "relay": 1, "own-letter": 2}


class Reasons:
    """Why claims are not chosen: what is known before choosing, by id, and what choosing brings up."""

    def __init__(self, known: Callable[[str], str]) -> None:
        self._find = known
        self._known: dict[str, str] = {}
        self._brought_up: dict[str, str] = {}

    def before(self, name: str) -> str:
        """Return the reason that there is for a claim before choosing, empty where there is none."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def get(self, name: str) -> str:
        """Return the reason for a claim, empty where there is none."""
        found = self._brought_up.get(name)
        return self.before(name) if found is None else found

    def __contains__(self, name: str) -> bool:
        return bool(self.get(name))

    def __setitem__(self, name: str, reason: str) -> None:
        self._brought_up[name] = reason


class Eligible:
    """Answers about the claims of a library for one brief.

    `barred` holds the reason of the date rules for every claim that they forbid, `reasons` every reason that
    there is so far.
    """

    def __init__(self, library: Library, brief: Brief) -> None:
        self.library = library
        self.brief = brief
        self.barred = inadmissible(library, brief.date)
        self.positions = library.links.positions
        self._main_topic = library.links.main_topic
        self._names = Names(library.parties)
        self.reasons = Reasons(self._reason)
        self._kinds: dict[str, list[Alike]] = {}
        for kind in library.links.alike:
            self._kinds.setdefault(kind.role, []).append(kind)
        self._others: dict[Slot, bool] = {}

    def _reason(self, name: str) -> str:
        claim = self.library.claims.get(name)
        return (self.barred.get(name) or self._bar(claim)) if claim else ""

    def _bar(self, claim: Claim) -> str:
        reason = self._refused(claim)
        if reason or claim.id in self.brief.include:
            return reason
        return self._one_sided(claim) or self._better_elsewhere(claim)

    def _refused(self, claim: Claim) -> str:
        """Say why a claim may not be chosen, whatever else there is."""
        if claim.id in self.brief.exclude:
            return "excluded by --exclude"
        if reason := self._untellable(claim):
            return reason
        if claim.weight == 0 and claim.id not in self.brief.include:
            return "kept back by its editors (weight 0): --include takes it"
        return ""

    def _untellable(self, claim: Claim) -> str:
        """Say why the words of a claim may not stand on the page, in the text or in a note."""
        if claim.certainty == "forecast":
            return "a forecast is never cited"
        if claim.sensitivity.graphic >= NEVER_GRAPHIC:
            return "too graphic for any letter"
        named = [flag.replace("_", " ") for flag in _FLAGS if getattr(claim.sensitivity, flag)]
        if claim.sensitivity.graphic > MAX_GRAPHIC:
            named.append(f"graphic {claim.sensitivity.graphic}")
        if named and claim.id not in self.brief.include:
            return f"sensitive ({', '.join(named)}): --include takes it after sign-off"
        return ""

    def _one_sided(self, claim: Claim) -> str:
        """Say which other account of the same thing a claim would hide, since that may not be told."""
        for rival in self.rivals(claim):
            reason = "" if rival.id in self.barred else self._untellable(rival)
            if reason:
                return f"differs from {rival.id}, which cannot be told: {reason}"
        return ""

    def _better_elsewhere(self, claim: Claim) -> str:
        """Say which primary source of the same fact a relay or a letter of ours gives way to."""
        for twin in self.twins(claim):
            usable = twin.id not in self.barred and not self._refused(twin)
            if usable and self.source_rank(twin) < self.source_rank(claim):
                return f"{twin.id} states the same from a better source"
        return ""

    def source_rank(self, claim: Claim) -> int:
        """Return 0 for a primary source, 1 for a relay, 2 for a letter of our own."""
        return _SOURCE_ORDER[self.library.sources[claim.source].rank]

    def twins(self, claim: Claim) -> Iterator[Claim]:
        """Yield the claims that state the same fact."""
        return self._known(self.library.links.twins.get(claim.id, ()))

    def rivals(self, claim: Claim) -> Iterator[Claim]:
        """Yield the claims that say the same thing differently."""
        return self._known(self.library.links.rivals.get(claim.id, ()))

    def accounts_beside(self, claim: Claim) -> tuple[str, ...]:
        """Return the rivals that a note must put beside a claim: all that may be cited and told."""
        beside = (each.id for each in self.rivals(claim) if each.id not in self.barred)
        return tuple(name for name in beside if not self._untellable(self.library.claims[name]))

    def _known(self, names: Iterable[str]) -> Iterator[Claim]:
        return (self.library.claims[name] for name in sorted(names) if name in self.library.claims)

    def ranked(self, slot: Slot) -> Iterator[Claim]:
        """Yield the claims that fit a slot, the best first; letters of ours only where nothing else fits."""
        return (claim for claim in self._fitting(slot) if self.considers(claim, slot))

    def considers(self, claim: Claim, slot: Slot) -> bool:
        """Say whether a claim that fits a slot is no letter of ours that gives way to better sources."""
        return claim.id in self.brief.include or not self.is_own_letter(claim) or not self._has_others(slot)

    def _has_others(self, slot: Slot) -> bool:
        """Say whether anything but letters of ours fits a slot."""
        if slot not in self._others:
            self._others[slot] = any(not self.is_own_letter(claim) for claim in self._fitting(slot))
        return self._others[slot]

    def _fitting(self, slot: Slot) -> Iterator[Claim]:
        """Yield the claims that fit a slot, the best first; those that nobody asks for are not read."""
        named = dict.fromkeys((*self.brief.include, *slot.prefer))
        first = [claim for claim in self._known(named) if self._may_stand(claim, slot)]
        yield from sorted(first, key=lambda claim: self.worth(claim, slot))
        kinds = (kind for role in dict.fromkeys(slot.roles) for kind in self._kinds.get(role, ()))
        for _, name in merge(*(self._line(kind, slot) for kind in kinds if self._suits(kind, slot))):
            if name not in named and self._may_stand(claim := self.library.claims[name], slot):
                yield claim

    def _line(self, kind: Alike, slot: Slot) -> Iterator[tuple[tuple[object, ...], str]]:
        """Yield the claims of a kind that have appeared by the day of the letter, with their standing."""
        line, today = self.library.links.alike[kind], self.brief.date.toordinal()
        for name, day, place in zip(*line, strict=True):
            if day <= today:
                yield self._standing(kind, slot, day, place), name

    def _may_stand(self, claim: Claim, slot: Slot) -> bool:
        return self.fits(claim, slot) and not self.reasons.before(claim.id)

    def is_own_letter(self, claim: Claim) -> bool:
        """Say whether a claim rests on a letter of our own."""
        return self.source_rank(claim) == _SOURCE_ORDER["own-letter"]

    def topics(self, slot: Slot) -> tuple[str, ...]:
        """Return the topics that a slot draws on, the nearest first."""
        return slot.topics or self._home(slot)

    def _home(self, slot: Slot) -> tuple[str, ...]:
        """Return the topics whose own reports come before others that touch on them."""
        return self.brief.topic.secondary if slot.secondary else self.brief.topic.draws_on

    def fits(self, claim: Claim, slot: Slot) -> bool:
        """Say whether role, topic and parties of a claim are those of a slot."""
        return self._suits(claim, slot) and (not slot.about or self._names.is_about(claim, slot.about))

    def _suits(self, claim: Claim | Alike, slot: Slot) -> bool:
        """Say whether a claim fits a slot but for the parties that its words name."""
        topics = set(claim.topics)
        if claim.role not in slot.roles or not topics & set(self.topics(slot)):
            return False
        if slot.within and not topics & set(self.brief.topic.draws_on):
            return False
        return self._on_the_side(claim, slot)

    def _on_the_side(self, claim: Claim | Alike, slot: Slot) -> bool:
        if slot.party is None:
            return True
        if slot.party == "none":
            return not claim.parties
        sides = set(claim.parties) & set(self.brief.topic.parties)
        return len(sides) > 1 if slot.party == "both" else sides == {slot.party}

    def distance(self, claim: Claim | Alike, slot: Slot) -> tuple[int, int]:
        """Return how far a claim's nearest topic stands down two lists, the nearest lowest.

        First the list that the slot, or the letter, draws on, then the claim's own, its main topic first.
        """
        topics = self.brief.topic.draws_on if slot.within else self.topics(slot)
        places = ((topics.index(name), place) for place, name in enumerate(claim.topics) if name in topics)
        return min(places, default=(len(topics), 0))

    def worth(self, claim: Claim, slot: Slot) -> tuple[object, ...]:
        """Return the key by which claims of a slot are ranked, the best lowest."""
        source = self.library.sources[claim.source]
        kind = alike(claim, source, self._main_topic[claim.source])
        return (
            claim.id not in self.brief.include,
            slot.prefer.index(claim.id) if claim.id in slot.prefer else len(slot.prefer),
            *self._standing(kind, slot, source.issued_on.toordinal(), self.positions[claim.id]),
        )

    def _standing(self, kind: Alike, slot: Slot, day: int, place: int) -> tuple[object, ...]:
        """Return the key by which claims are ranked that nobody asks for, the best lowest."""
        topic = self.distance(kind, slot)
        return (
            _SOURCE_ORDER[kind.rank],
            kind.main_topic not in self._home(slot),
            topic[0] if slot.secondary else 0,
            -day if slot.newest else 0,
            -kind.weight,
            topic,
            -CERTAINTY_RANK[kind.certainty],
            -day,
            place,
        )
