"""How alike the letters of a batch are: offices discard identical mail."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from letterkit.findings import Finding
from letterkit.letter.model import Letter, block_lines, plain

_END = re.compile(r"(?<=[.!?;:])[”’\"')]*\s+(?=[\"“‘(]?[A-Z0-9])")
_LENGTH = 10  # digits of a fingerprint: among a million sentences two that differ look alike once


@dataclass(frozen=True, slots=True)
class Likeness:
    """The other letter that is most like one, and the share of this one's sentences that stand there too."""

    share: float
    to: str


def fingerprints(letter: Letter) -> tuple[str, ...]:
    """Return a fingerprint of each sentence of the body; an item of a list is one sentence."""
    texts = (" ".join(plain(line).split()) for line in block_lines(letter.body))
    sentences = (sentence for text in texts for sentence in _END.split(text) if sentence)
    return tuple(hashlib.sha256(sentence.encode()).hexdigest()[:_LENGTH] for sentence in sentences)


def nearest(letters: Mapping[str, Sequence[str]]) -> dict[str, Likeness]:
    """Return for each letter, given as fingerprints by id, the other that is most like it."""
    bodies: dict[tuple[str, ...], list[str]] = {}
    for name, sentences in letters.items():
        bodies.setdefault(tuple(sentences), []).append(name)
    found: dict[str, Likeness] = {}
    known = [(frozenset(body), names[0]) for body, names in bodies.items()]
    for place, names in enumerate(bodies.values()):
        if len(names) > 1:
            found |= {name: Likeness(1.0, names[1] if name == names[0] else names[0]) for name in names}
        elif near := _nearest(known[place][0], known, place):
            found[names[0]] = near
    return {name: found[name] for name in letters if name in found}


def _nearest(own: frozenset[str], known: Sequence[tuple[frozenset[str], str]], place: int) -> Likeness | None:
    """Return the first of those that have most sentences in common with the one at a place."""
    others = (*known[:place], *known[place + 1 :])
    if not others:
        return None
    common, name = max(((len(own & body), name) for body, name in others), key=lambda each: each[0])
    return Likeness(common / max(1, len(own)), name)


def remarks(letters: Mapping[str, Sequence[str]], near: Mapping[str, Likeness]) -> Iterator[Finding]:
    """Yield how alike the letters are, as a warning where bodies are the same word for word."""
    if len(letters) < 2:
        return
    counts = Counter(map(tuple, letters.values()))
    same = sum(number for number in counts.values() if number > 1)
    shares = sorted(each.share for each in near.values())
    middle = shares[len(shares) // 2]
    hint = "offices discard identical mail: give each recipient's own commitments in the list, as claim ids"
    alike = f"half of the letters share {middle:.0%} or more of their sentences with another one"
    if same:
        message = f"{same} of {len(letters)} letters have a body that another one has word for word; {alike}"
        yield Finding("alike", "warning", message, hint=hint)
    else:
        yield Finding("alike", "info", f"no two of {len(letters)} letters have the same body; {alike}")
