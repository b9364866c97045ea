"""Finds names: of countries and what is made from them, of the organization, of disputed places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import names
from letterkit.checks.wording.lexicon.lookup import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.wording.lexicon.lookup import Class

Found = tuple[Entry, bool]  # the name, and whether it is an adjective


def _countries() -> Iterator[tuple[str, Found]]:
    for line in names.COUNTRIES.strip().splitlines():
        key, _, words = line.partition(": ")
        nouns, _, adjectives = words.partition(" | ")
        for word in nouns.split():
            yield word, (Entry(key, "party"), False)
        for word in adjectives.split():
            yield word, (Entry(key, "party"), True)


def _others() -> Iterator[tuple[str, Found]]:
    for table in (names.DISPUTED, names.ORGANISATIONS):
        for line in table.strip().splitlines():
            key, _, words = line.partition(": ")
            cls: Class = "party" if key == "nagorno-karabakh" else "name"
            for word in words.split():
                yield word, (Entry(key, cls), False)


NAMES: Final[dict[str, Found]] = {**dict(_countries()), **dict(_others())}
DISPUTED: Final = frozenset(line.partition(": ")[0] for line in names.DISPUTED.strip().splitlines())


def proper(words: str) -> Found | None:
    """Find a name by its words, joined with hyphens; also what is made, backed or held by a country."""
    if words in NAMES:
        return NAMES[words]
    country, _, rest = words.rpartition("-")
    if rest in names.MAKERS and country in NAMES:
        entry = NAMES[country][0]
        cls: Final = "party" if rest in ("backed", "supported", "controlled", "held") else "maker"
        return Entry(f"{entry.key}+{'backed' if rest in ('backed', 'supported') else rest}", cls), True
    return None
