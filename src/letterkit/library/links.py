"""What binds claims to topics and to each other, in both directions: derived from all claims of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from letterkit.library.model import Claim, Source


class Alike(NamedTuple):
    """What claims have in common between which only day and place decide; the last two are the source's."""

    role: str
    topics: tuple[str, ...]
    parties: tuple[str, ...]
    certainty: str
    weight: int
    rank: str
    main_topic: str


class Line(NamedTuple):
    """Claims that are alike, the newest first: ids, days of publication as ordinals, places in the store."""

    names: tuple[str, ...]
    days: tuple[int, ...]
    places: tuple[int, ...]


@dataclass(frozen=True)
class Links:
    """Tables by the id of a claim, a topic or a source; what has no links has no entry.

    `positions` is a claim's place in the store, `carriers` are the claims of a topic in that order,
    `replaced_by` those that name a claim under `supersedes`, `twins` those that name it under `same_as`
    or that it names itself, `rivals` the same under `conflicts_with`; of a source `main_topic` is the one
    that most of its claims put first.  `alike` holds all claims whose source is there, so that a slot of a
    letter is filled without reading those that others outdo, `resting` the claims of each source.
    """

    positions: Mapping[str, int]
    carriers: Mapping[str, tuple[str, ...]]
    replaced_by: Mapping[str, tuple[str, ...]]
    twins: Mapping[str, tuple[str, ...]]
    rivals: Mapping[str, tuple[str, ...]]
    main_topic: Mapping[str, str]
    alike: Mapping[Alike, Line]
    resting: Mapping[str, tuple[str, ...]]


def links_of(claims: Iterable[Claim], sources: Mapping[str, Source]) -> Links:
    """Derive the links of claims, given in the order of the store."""
    claims = list(claims)
    positions: dict[str, int] = {}
    carriers: dict[str, list[str]] = {}
    replaced_by: dict[str, list[str]] = {}
    twins: dict[str, set[str]] = {}
    rivals: dict[str, set[str]] = {}
    first: dict[str, Counter[str]] = {}
    resting: dict[str, list[str]] = {}
    for claim in claims:
        positions[claim.id] = len(positions)
        resting.setdefault(claim.source, []).append(claim.id)
        for topic in dict.fromkeys(claim.topics):
            carriers.setdefault(topic, []).append(claim.id)
        for old in dict.fromkeys(claim.supersedes):
            replaced_by.setdefault(old, []).append(claim.id)
        _both(twins, claim.id, claim.same_as)
        _both(rivals, claim.id, claim.conflicts_with)
        first.setdefault(claim.source, Counter())[claim.topics[0]] += 1
    main_topic = {source: counts.most_common(1)[0][0] for source, counts in first.items()}
    return Links(
        positions,
        {topic: tuple(names) for topic, names in carriers.items()},
        {old: tuple(names) for old, names in replaced_by.items()},
        {name: tuple(sorted(others)) for name, others in twins.items()},
        {name: tuple(sorted(others)) for name, others in rivals.items()},
        main_topic,
        _alike(claims, sources, main_topic),
        {source: tuple(names) for source, names in resting.items()},
    )


def alike(claim: Claim, source: Source, main_topic: str) -> Alike:
    """Return what a claim has in common with those that are alike."""
    return Alike(
        claim.role, claim.topics, claim.parties, claim.certainty, claim.weight, source.rank, main_topic
    )


def _alike(
    claims: Iterable[Claim], sources: Mapping[str, Source], main_topic: Mapping[str, str]
) -> dict[Alike, Line]:
    days = {name: source.issued_on.toordinal() for name, source in sources.items()}
    found: dict[Alike, list[tuple[int, int, str]]] = {}
    for place, claim in enumerate(claims):
        if claim.source in days:
            kind = alike(claim, sources[claim.source], main_topic[claim.source])
            found.setdefault(kind, []).append((-days[claim.source], place, claim.id))
    lines = ((kind, zip(*sorted(line), strict=True)) for kind, line in found.items())
    return {kind: Line(names, tuple(-day for day in days), places) for kind, (days, places, names) in lines}


def _both(links: dict[str, set[str]], name: str, others: Iterable[str]) -> None:
    for other in others:
        links.setdefault(name, set()).add(other)
        links.setdefault(other, set()).add(name)
