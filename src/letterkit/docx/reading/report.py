"""A document that was read, as the plain JSON data that `letterkit text --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from letterkit.letter import text
from letterkit.letter.model import Claim, NoteRef, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.docx.reading.document import Block, Document, DocumentNote
    from letterkit.findings import Finding
    from letterkit.letter.model import Letter, Line


def as_json(document: Document, letter: Letter, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return what a file shows in one view: the letter's parts, then all that was found, with its place."""
    return {
        "view": document.view,
        "language": document.language,
        "parts": _parts(letter),
        "blocks": [_block(block) for block in document.blocks],
        "notes": [_note(note) for note in document.notes],
        "comments": [_placed(comment) for comment in document.comments],
        "changes": [_placed(change) for change in document.changes],
        "claims": [_placed(claim) for claim in document.claims],
        "heads": [
            {"kind": head.kind, "footer": head.footer, "shown": head.shown, "text": head.text}
            for head in document.heads
        ],
        "findings": [finding.as_json() for finding in findings],
    }


def _parts(letter: Letter) -> dict[str, Any]:
    return {
        "letterhead": _lines(letter.letterhead),
        "date": text.line(letter.date),
        "delivery": text.line(letter.delivery),
        "addressees": [_lines(address) for address in letter.addressees],
        "subject": text.line(letter.subject),
        "salutation": text.line(letter.salutation),
        "body": text.blocks(letter.body),
        "close": text.line(letter.close),
        "signatures": [_lines(signature) for signature in letter.signatures],
        "enclosures": _lines(letter.enclosures),
        "copies": _lines(letter.copies),
        "running": list(letter.running),
        "notes_kind": letter.notes_kind,
    }


def _lines(content: Iterable[Line]) -> list[str]:
    return [text.line(each) for each in content]


def _block(block: Block) -> dict[str, Any]:
    inlines = list(walk(block.content))
    return {
        "paragraph": block.place,
        "style": block.styles[0] if block.styles else "",
        "where": block.where,
        "level": block.level,
        "label": block.item.label if block.item else "",
        "text": text.line(block.content),
        "claims": list(dict.fromkeys(part.id for part in inlines if isinstance(part, Claim))),
        "notes": [part.number for part in inlines if isinstance(part, NoteRef)],
    }


def _note(note: DocumentNote) -> dict[str, Any]:
    return {
        "number": note.number,
        "kind": note.kind,
        "text": text.line(note.content),
        "links": list(note.links),
        "paragraph": note.place,
    }


def _placed(value: Any) -> dict[str, Any]:
    """Return a value's fields, with its place under the name that all JSON has for it."""
    fields = value._asdict()
    place = fields.pop("place") or None
    return {**fields, "paragraph": place}
