"""Which claims a letter may use at all, which fit a slot of its plan, and which of those come first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from letterkit.drafting.brief import Brief
from letterkit.drafting.naming import Names
from letterkit.library.asof import inadmissible
from letterkit.library.model import CERTAINTY_RANK, Claim, Slot
from letterkit.library.store import Library

MAX_GRAPHIC = 2
NEVER_GRAPHIC = 4
_FLAGS = ("privacy", "minor", "suicide", "sexual", "hate_speech")
_SOURCE_ORDER = {"primary": 0, "relay": 1, "own-letter": 2}


class Reasons:
    """Why claims are not chosen: what is known before choosing, by id, and what choosing brings up."""

    def __init__(self, known: Callable[[str], str]) -> None:
        self._before = known
        self._reasons: dict[str, str] = {}

    def get(self, name: str) -> str:
        """Return the reason for a claim, empty where there is none."""
        if name not in self._reasons:
            self._reasons[name] = self._before(name)
        return self._reasons[name]

    def __contains__(self, name: str) -> bool:
        return bool(self.get(name))

    def __setitem__(self, name: str, reason: str) -> None:
        self._reasons[name] = reason


class Eligible:
    """Answers about the claims of a library for one brief.

    `barred` holds the reason of the date rules for every claim that they forbid, `reasons` every reason that
    there is so far, `considered` every claim that has been ranked for a slot.
    """

    def __init__(self, library: Library, brief: Brief) -> None:
        self.library = library
        self.brief = brief
        self.barred = inadmissible(library, brief.date)
        self.positions = library.links.positions
        self._main_topic = library.links.main_topic
        self._names = Names(library.parties)
        self._carriers: dict[tuple[str, ...], dict[str, list[Claim]]] = {}
        self.reasons = Reasons(self._reason)
        self.considered: set[str] = set()

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

    def ranked(self, slot: Slot) -> list[Claim]:
        """Return the claims that fit a slot, the best first; letters of ours only where nothing else fits."""
        fitting = [
            claim
            for role in dict.fromkeys(slot.roles)
            for claim in self._about(self.topics(slot)).get(role, ())
            if self.fits(claim, slot) and claim.id not in self.reasons
        ]
        if not all(self.is_own_letter(claim) for claim in fitting):
            include = self.brief.include
            fitting = [each for each in fitting if each.id in include or not self.is_own_letter(each)]
        self.considered |= {claim.id for claim in fitting}
        return sorted(fitting, key=lambda claim: self.worth(claim, slot))

    def _about(self, topics: tuple[str, ...]) -> Mapping[str, list[Claim]]:
        """Return the claims that carry one of the topics, by their role."""
        if topics not in self._carriers:
            by_role = self._carriers[topics] = {}
            for claim in self.library.about(topics):
                by_role.setdefault(claim.role, []).append(claim)
        return self._carriers[topics]

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
        topics = set(claim.topics)
        if claim.role not in slot.roles or not topics & set(self.topics(slot)):
            return False
        if slot.within and not topics & set(self.brief.topic.draws_on):
            return False
        return self._on_the_side(claim, slot) and (not slot.about or self._names.is_about(claim, slot.about))

    def _on_the_side(self, claim: Claim, slot: Slot) -> bool:
        if slot.party is None:
            return True
        if slot.party == "none":
            return not claim.parties
        sides = set(claim.parties) & set(self.brief.topic.parties)
        return len(sides) > 1 if slot.party == "both" else sides == {slot.party}

    def distance(self, claim: Claim, slot: Slot) -> tuple[int, int]:
        """Return how far a claim's nearest topic stands down two lists, the nearest lowest.

        First the list that the slot, or the letter, draws on, then the claim's own, its main topic first.
        """
        topics = self.brief.topic.draws_on if slot.within else self.topics(slot)
        places = ((topics.index(name), place) for place, name in enumerate(claim.topics) if name in topics)
        return min(places, default=(len(topics), 0))

    def worth(self, claim: Claim, slot: Slot) -> tuple[object, ...]:
        """Return the key by which claims of a slot are ranked, the best lowest."""
        newest = -self.library.sources[claim.source].issued_on.toordinal()
        topic = self.distance(claim, slot)
        return (
            claim.id not in self.brief.include,
            slot.prefer.index(claim.id) if claim.id in slot.prefer else len(slot.prefer),
            self.source_rank(claim),
            self._main_topic[claim.source] not in self._home(slot),
            topic[0] if slot.secondary else 0,
            newest if slot.newest else 0,
            -claim.weight,
            topic,
            -CERTAINTY_RANK[claim.certainty],
            newest,
            self.positions[claim.id],
        )
