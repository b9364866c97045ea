"""Whether a letter rests on a claim: from its record, else the marks in its text, else its notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from letterkit.checks.edited.citing import cites
from letterkit.checks.edited.page import Page, page
from letterkit.checks.edited.recorded import claims as recorded_claims
from letterkit.checks.wording.fold import fold
from letterkit.docx.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.edited.shelf import Shelf

FoundBy = Literal["record", "marks", "note"]


@dataclass(frozen=True, slots=True)
class Resting:
    """A letter's use of a claim: by what it shows, and whether the words are still on the page."""

    claim: str
    found_by: FoundBy
    stands: bool
    date: str | None
    recipient: str | None
    topic: str | None


def forerunners(shelf: Shelf, claim: str) -> list[str]:
    """Return the claims that a claim supersedes, directly or through others."""
    found, queue = [], [claim]
    while queue:
        known = shelf.claims.get(queue.pop())
        for old in known.supersedes if known else ():
            if old not in found and old != claim:
                found.append(old)
                queue.append(old)
    return found


def resting(data: bytes, claims: list[str], shelf: Shelf) -> Iterator[Resting]:
    """Yield which of the claims a letter rests on; LetterkitError where it is no DOCX, or not safe."""
    read = page(read_document(data))
    record = read.document.record
    brief = record.get("brief")
    used = {name for name, _ in recorded_claims(record)}
    marked = {each.id: bool(each.text.strip()) for each in read.document.claims}
    for claim in claims:
        by: FoundBy | None = (
            "record" if claim in used else "marks" if claim in marked else _by_note(read, claim, shelf)
        )
        if by is not None:
            stands = marked.get(claim, _said(read, claim, shelf))
            day = read.day.isoformat() if read.day else None
            yield Resting(claim, by, stands, day, _text(brief, "to"), _text(brief, "topic"))


def _text(brief: object, key: str) -> str | None:
    value = brief.get(key) if isinstance(brief, dict) else None
    return str(value) if value else None


def _by_note(read: Page, claim: str, shelf: Shelf) -> FoundBy | None:
    """Say whether a note cites the claim's source and the page has its words."""
    known = shelf.claims.get(claim)
    source = shelf.sources.get(known.source) if known else None
    if source is None or not any(cites(note, source) for note in read.notes.values()):
        return None
    return "note" if _said(read, claim, shelf) else None


def _said(read: Page, claim: str, shelf: Shelf) -> bool:
    known = shelf.claims.get(claim)
    texts = {fold(text) for text in known.texts} if known else set()
    return any(fold(stretch.text) in texts for passage in read.body for stretch in passage.stretches)
