"""Claims whose marks are lost: found again by the note behind them and by what the sentences say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from letterkit.checks.edited.citing import cites
from letterkit.checks.wording.fold import fold
from letterkit.checks.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from letterkit.checks.edited.page import Key, Page, Passage, Stretch
    from letterkit.checks.edited.shelf import Shelf

_SHARE: Final = 0.5  # of the words that carry meaning, before anything is compared
Sentence = tuple["Passage", int, "Stretch"]


def unmarked(
    page: Page, recorded: Mapping[Key, str], standing: Mapping[Key, object], shelf: Shelf
) -> Iterator[tuple[Key, tuple[str, int]]]:
    """Yield uses that no control and no bookmark marks, with their words and place; the page is told of them.

    Of a letter without a record, the sentences that a claim of the store has exactly.
    """
    marked = {(each.id, each.use) for each in page.document.claims}
    missing = {key: text for key, text in recorded.items() if key not in standing and key not in marked}
    if not recorded and not marked:
        missing = {(claim.id, 1): text for claim in shelf.claims.values() for text in claim.texts[:1]}
    free = [
        (passage, place, stretch)
        for passage in page.body
        for place, stretch in enumerate(passage.stretches)
        if stretch.kind == "sentence"
    ]
    said = _by_words(free)
    for key, text in missing.items():
        sentence = _same(text, key, said, shelf) or (
            _like(page, text, key, free, shelf) if recorded else None
        )
        if sentence is not None:
            passage, _, stretch = sentence
            free.remove(sentence)
            said[fold(stretch.text)].remove(sentence)
            stretch.kind, stretch.key = "claim", key
            yield key, (stretch.text, passage.place)


def _by_words(sentences: list[Sentence]) -> dict[str, list[Sentence]]:
    """Return sentences by what they say, whatever their typography."""
    said: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        said.setdefault(fold(sentence[2].text), []).append(sentence)
    return said


def _same(text: str, key: Key, said: Mapping[str, list[Sentence]], shelf: Shelf) -> Sentence | None:
    known = shelf.claims.get(key[0])
    texts = (text, *(known.texts if known else ()))
    found = (each for own in texts for each in said.get(fold(own), ()))
    return min(found, key=lambda each: (each[0].place, each[1]), default=None)


def _like(page: Page, text: str, key: Key, free: list[Sentence], shelf: Shelf) -> Sentence | None:
    """Return the sentence before a note of the claim's source that shares most of its words."""
    known = shelf.claims.get(key[0])
    source = shelf.sources.get(known.source) if known else None
    own = stems(text)
    best: tuple[float, Sentence] | None = None
    for sentence in free:
        share = len(own & _stems(sentence[2].text)) / max(1, len(own))
        if share < _SHARE or (best is not None and share <= best[0]):
            continue
        note = _note(page, sentence)
        if source is None or (note is not None and cites(note, source)):
            best = share, sentence
    return best[1] if best else None


_stems = lru_cache(maxsize=4096)(stems)


def _note(page: Page, sentence: Sentence) -> Any:
    passage, place, _ = sentence
    calls = (stretch.number for stretch in passage.stretches[place + 1 :] if stretch.kind == "call")
    return page.notes.get(next(calls, 0))
