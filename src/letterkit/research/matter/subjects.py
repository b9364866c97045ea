"""Guesses the topics of a sentence from the words of a library's topics and of the claims that carry them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from letterkit.checks.words import stems
from letterkit.library.store import Library

_OWN, _WHOLE = 0.6, 0.4  # what the sentence and what the whole source says
_LEAST = 0.06
_SECOND = 0.85  # how near to the first a second topic must come


@dataclass(frozen=True)
class Subjects:
    """The words of each topic, weighed by how much they tell it from the others."""

    words: Mapping[str, Mapping[str, float]]

    def near(self, text: str, whole: str) -> tuple[str, ...]:
        """Return the topics that a sentence of a source is most likely about, if any comes near."""
        own, all_of_it = stems(text), stems(whole)
        scores = {
            topic: _OWN * _closeness(own, words) + _WHOLE * _closeness(all_of_it, words)
            for topic, words in self.words.items()
        }
        best = max(scores.values(), default=0.0)
        if best < _LEAST:
            return ()
        near = sorted(
            (name for name in scores if scores[name] >= _SECOND * best), key=lambda each: -scores[each]
        )
        return tuple(near[:2])


def subjects(library: Library) -> Subjects:
    """Read the words of every topic of a library."""
    counted: dict[str, Counter[str]] = {}
    for topic in library.topics.values():
        counted.setdefault(topic.id, Counter()).update(stems(f"{topic.title} {topic.id.replace('-', ' ')}"))
    for claim in library.claims.values():
        for topic_id in claim.topics[:1]:
            counted.setdefault(topic_id, Counter()).update(stems(claim.claim))
    spread = Counter(word for words in counted.values() for word in words)
    return Subjects({topic: _weighed(words, spread, len(counted)) for topic, words in counted.items()})


def _weighed(words: Counter[str], spread: Counter[str], topics: int) -> Mapping[str, float]:
    weighed = {
        word: (1 + math.log(number)) * math.log(1 + topics / spread[word]) for word, number in words.items()
    }
    size = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
    return {word: weight / size for word, weight in weighed.items()}


def _closeness(words: Iterable[str], topic: Mapping[str, float]) -> float:
    found = list(words)
    return sum(topic.get(word, 0.0) for word in found) / math.sqrt(len(found) or 1)
