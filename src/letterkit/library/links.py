"""What binds claims to topics and to each other, in both directions: derived from all claims of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from letterkit.library.model import Claim


@dataclass(frozen=True)
class Links:
    """Tables by the id of a claim, a topic or a source; what has no links has no entry.

    `positions` is a claim's place in the store, `carriers` are the claims of a topic in that order,
    `replaced_by` those that name a claim under `supersedes`, `twins` those that name it under `same_as`
    or that it names itself, `rivals` the same under `conflicts_with`; of a source `main_topic` is the one
    that most of its claims put first.
    """

    positions: Mapping[str, int]
    carriers: Mapping[str, tuple[str, ...]]
    replaced_by: Mapping[str, tuple[str, ...]]
    twins: Mapping[str, tuple[str, ...]]
    rivals: Mapping[str, tuple[str, ...]]
    main_topic: Mapping[str, str]


def links_of(claims: Iterable[Claim]) -> Links:
    """Derive the links of claims, given in the order of the store."""
    positions: dict[str, int] = {}
    carriers: dict[str, list[str]] = {}
    replaced_by: dict[str, list[str]] = {}
    twins: dict[str, set[str]] = {}
    rivals: dict[str, set[str]] = {}
    first: dict[str, Counter[str]] = {}
    for claim in claims:
        positions[claim.id] = len(positions)
        for topic in dict.fromkeys(claim.topics):
            carriers.setdefault(topic, []).append(claim.id)
        for old in dict.fromkeys(claim.supersedes):
            replaced_by.setdefault(old, []).append(claim.id)
        _both(twins, claim.id, claim.same_as)
        _both(rivals, claim.id, claim.conflicts_with)
        first.setdefault(claim.source, Counter())[claim.topics[0]] += 1
    return Links(
        positions,
        {topic: tuple(names) for topic, names in carriers.items()},
        {old: tuple(names) for old, names in replaced_by.items()},
        {name: tuple(sorted(others)) for name, others in twins.items()},
        {name: tuple(sorted(others)) for name, others in rivals.items()},
        {source: counts.most_common(1)[0][0] for source, counts in first.items()},
    )


def _both(links: dict[str, set[str]], name: str, others: Iterable[str]) -> None:
    for other in others:
        links.setdefault(name, set()).add(other)
        links.setdefault(other, set()).add(name)
