"""Parts a long sentence where two facts stand in it; what it cannot part with certainty stays whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from letterkit.research.passages.sentences import Sentence, speeches

_LONG = 150
_LEAST = 45
_SEAM = re.compile(
    r"(?P<seam>; (?:and |or |but )?|"
    r", (?!while (?:he|she|they|it|we) (?:was|were) \w+ing\b)"  # a circumstance, no fact
    r"(?:while|whereas|but|although|though|during which) (?:also )?|"
    r", and (?=(?:are|is|was|were|have|has|had|"
    r"the|that|at least|in|on|[A-Z])\b)|, (?=which\b))"
)
_OPENING = re.compile(
    r"^(?:While|Although|Though|Whereas) (?:[^,\"]|,(?= (?:and|or|including|"
    r"such)\b))+?(?P<seam>, )(?=(?:the|an?|many|most|some|few|it|they|he|she|this|these|those|its|[A-Z])\b)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|must|should|will|would|said|says|"
    r"told|"
    r"\w{2,}ed|\w{3,}s (?=the|an?|that|to|for|in|on|his|her|its|their)|broke|began|fell|fled|found|held|hit|"
    r"kept|knew|led|left|lost|made|met|paid|"
    r"put|ran|saw|sent|shot|shut|struck|took|went|wrote|fired)\b"
)


def clauses(sentence: Sentence, is_fact: Callable[[str], bool]) -> tuple[Sentence, ...]:
    """Return the parts of a sentence that each state a fact; else the sentence alone."""
    if sentence.end - sentence.start < _LONG:
        return (sentence,)
    parts = [sentence]
    for start, end in _seams(sentence):
        last = parts[-1]
        at = last.start - sentence.start
        first, second = last.part(0, start - at), last.part(end - at, last.end - last.start)
        if all(_stands(part.text) and is_fact(part.text) for part in (first, second)):
            parts[-1:] = [first, second]
    return tuple(parts)


def _seams(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where clauses meet, outside brackets and direct speech that the sentence only quotes."""
    text = sentence.text
    spoken = [(start - sentence.start, end - sentence.start) for start, end in speeches(sentence.paragraph)]
    found = [match.span("seam") for pattern in (_OPENING, _SEAM) for match in pattern.finditer(text)]
    for start, end in sorted(set(found)):
        cut = any(first <= start < last for first, last in spoken if first > 1)
        if not cut and text[:start].count("(") == text[:start].count(")"):
            yield start, end


def _stands(text: str) -> bool:
    return len(text) >= _LEAST and bool(_VERB.search(text))
