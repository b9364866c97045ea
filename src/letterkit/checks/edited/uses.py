"""Each use of a claim: where it stands now, what it said, what it says, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from letterkit.checks.edited.found import unmarked
from letterkit.checks.edited.recorded import claims
from letterkit.checks.wording.fold import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from letterkit.checks.edited.page import Key, Page
    from letterkit.checks.edited.shelf import Shelf
    from letterkit.checks.wording.compare import Comparison
    from letterkit.checks.wording.difference import Difference

Status = Literal["intact", "reworded", "altered", "removed", "uncited"]
_GRAVITY: Final = {"intact": 0, "reworded": 1, "altered": 2}


@dataclass(slots=True)
class Use:
    """One use of a claim; `place` is its paragraph (0: gone), `note` the note that covers it now.

    `recorded` tells whether the letter's own record says what it was.
    """

    id: str
    use: int
    status: Status
    was: str
    now: str
    place: int = 0
    note: int | None = None
    source: str = ""
    recorded: bool = True
    differences: tuple[Difference, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether its words, or what became of them, are on the page."""
        return self.status != "removed"

    def as_json(self) -> dict[str, Any]:
        """Return what `letterkit check --json` prints of it."""
        return {
            "id": self.id,
            "use": self.use,
            "status": self.status,
            "was": self.was,
            "now": self.now,
            "note": self.note,
            "paragraph": self.place or None,
            "changes": [difference.text for difference in self.differences],
        }


def uses(page: Page, shelf: Shelf) -> list[Use]:
    """Return every use of a claim that the letter has or had, as on the page, the gone ones last."""
    recorded = claims(page.document.record)
    standing = dict(_standing(page))
    standing.update(unmarked(page, recorded, standing, shelf))
    found = [_use(key, text, place, recorded, shelf) for key, (text, place) in standing.items()]
    ranges = {(each.id, each.use): each.place for each in page.document.claims}
    gone = [key for key in dict.fromkeys((*recorded, *ranges)) if key not in standing]
    found += [
        Use(*key, "removed", _was(key, recorded, shelf), "", ranges.get(key, 0), recorded=key in recorded)
        for key in gone
        if key in recorded or key[1] == 1
    ]
    for use in found:
        known = shelf.claims.get(use.id)
        use.source = known.source if known else ""
    return found


def _standing(page: Page) -> Iterator[tuple[Key, tuple[str, int]]]:
    for passage in page.passages:
        for stretch in passage.stretches:
            if stretch.kind == "claim":
                yield stretch.key, (stretch.text.strip(), passage.place)


def _was(key: Key, recorded: Mapping[Key, str], shelf: Shelf) -> str:
    own = recorded.get(key) or recorded.get((key[0], 1))
    known = shelf.claims.get(key[0])
    return own or (known.texts[0] if known else "")


def _use(key: Key, now: str, place: int, recorded: Mapping[Key, str], shelf: Shelf) -> Use:
    own = recorded.get(key) or recorded.get((key[0], 1))
    known = shelf.claims.get(key[0])
    texts = known.texts if known else ()
    if any(alike(text, now) for text in ((own,) if own else texts)):
        return Use(*key, "intact", own or now, now, place, recorded=bool(own))
    if any(alike(text, now) for text in texts):  # in the store's own other words
        return Use(*key, "reworded", own or now, now, place, recorded=bool(own))
    was, found = _best(now, (own,) if own else texts)
    return Use(*key, found.status, was, now, place, recorded=bool(own), differences=found.differences)


def _best(now: str, texts: Iterable[str]) -> tuple[str, Comparison]:
    """Return the wording that the words now are nearest to, and what became of it."""
    from letterkit.checks.wording.compare import compare

    compared = [(text, compare(text, now)) for text in texts] or [(now, compare(now, now))]
    return min(compared, key=lambda each: (_GRAVITY[each[1].status], len(each[1].differences)))
