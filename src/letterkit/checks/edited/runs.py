"""Which note covers which claim: one note closes a run of claims of one source in one paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.checks.edited.page import Key, Passage, Stretch

Source = Callable[[str], str]
Cited = Callable[[int], frozenset[str]]


def covering(passage: Passage, place: int, source: Source, cited: Cited) -> int | None:
    """Return the number of the note that covers the claim at a place in a passage, None where none does.

    `source` gives the source of a claim, `cited` the sources that a note cites; a note that cites no known
    source is taken for that of the run, since its words may have been changed.
    """
    own = source(passage.stretches[place].key[0])
    for number in _calls_behind(passage.stretches, place, own, source):
        if not cited(number) or own in cited(number) or not own:
            return number
    return None


def _calls_behind(row: Sequence[Stretch], place: int, own: str, source: Source) -> Iterator[int]:
    """Yield the calls that close the run of a claim: the next one, and those directly behind it."""
    called = False
    for stretch in row[place + 1 :]:
        if stretch.kind == "call":
            called = True
            yield stretch.number
        elif called or (stretch.kind == "claim" and source(stretch.key[0]) != own):
            return


@dataclass(frozen=True, slots=True)
class Call:
    """The call of a note with the claims and the other sentences since the call before.

    Where nothing stands between two calls, both have the same, and `beside` names those that stand before.
    """

    number: int
    keys: tuple[Key, ...]
    sentences: tuple[str, ...]
    beside: tuple[int, ...] = ()


def calls(passage: Passage) -> Iterator[Call]:
    """Yield each call of a passage in its order."""
    keys: list[Key] = []
    sentences: list[str] = []
    last: Call | None = None
    for stretch in passage.stretches:
        if stretch.kind == "claim":
            keys.append(stretch.key)
        elif stretch.kind == "sentence":
            sentences.append(stretch.text)
        elif last is None or keys or sentences:
            last = Call(stretch.number, tuple(keys), tuple(sentences))
            yield last
            keys, sentences = [], []
        else:
            last = replace(last, number=stretch.number, beside=(*last.beside, last.number))
            yield last
