"""Which parties of the store a claim names: by whom it holds responsible, where it happened, or its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from letterkit.library.model import Claim, Party

NOBODY = "none"


class Names:
    """The ways in which sentences name the parties of a library."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._patterns = {name: _pattern(party) for name, party in parties.items()}
        self._known: dict[str, frozenset[str]] = {}

    def named(self, claim: Claim) -> frozenset[str]:
        """Return the parties that a claim names."""
        if claim.id not in self._known:
            text = f"{claim.claim} {claim.place or ''}"
            words = (name for name, pattern in self._patterns.items() if pattern.search(text))
            self._known[claim.id] = frozenset((*words, *claim.parties))
        return self._known[claim.id]

    def is_about(self, claim: Claim, about: Iterable[str]) -> bool:
        """Say whether a claim names only parties of these; `none` admits one that names nobody."""
        named, allowed = self.named(claim), set(about)
        return named <= allowed if named else NOBODY in allowed


def _pattern(party: Party) -> re.Pattern[str]:
    words = {party.name, party.adjective, party.people, *party.forms} - {None, ""}
    longest_first = sorted((str(word) for word in words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b")
