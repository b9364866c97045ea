"""A letter out of a document: its parts from the paragraphs of the page, in the order that letters have."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from letterkit.docx.reading import parts
from letterkit.docx.reading.columns import apart
from letterkit.docx.reading.findings import findings
from letterkit.docx.reading.margins import running, top
from letterkit.docx.reading.pictures import pictures
from letterkit.docx.reading.remarks import remarks
from letterkit.docx.reading.roles import roles
from letterkit.letter.model import Letter, Note, NoteRef, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.docx.reading.document import Block, Document
    from letterkit.docx.reading.roles import Role
    from letterkit.findings import Finding
    from letterkit.letter.model import NotesKind


def letter_of(document: Document) -> tuple[Letter, list[Finding]]:
    """Return the letter that a document shows, and what there is to say about reading it."""
    blocks = [block for block in document.blocks if _has_words(block)]
    named = roles(blocks)
    kept, lost = pictures(document, blocks, named)
    letter = replace(_letter(document, blocks, named), pictures=kept)
    return letter, [*findings(document), *remarks(document, blocks, named), *lost]


def _has_words(block: Block) -> bool:
    return bool(block.text.strip()) or any(isinstance(part, NoteRef) for part in walk(block.content))


def _letter(document: Document, blocks: Sequence[Block], named: Sequence[Role]) -> Letter:
    def part(role: Role) -> list[Block]:
        return [block for block, own in zip(blocks, named, strict=True) if own == role]

    letterhead = parts.lines(part("letterhead"))
    return Letter(
        (*top(document, letterhead), *letterhead),
        parts.one_line(part("date")),
        apart(parts.stacks(part("address"))),
        parts.subject(part("subject")),
        parts.one_line(part("salutation")),
        parts.body(part("body")),
        parts.one_line(part("close")),
        parts.stacks(part("signature")),
        parts.one_line(part("delivery")),
        parts.lines(part("enclosures")),
        parts.lines(part("copies")),
        tuple(Note(note.number, note.content) for note in document.notes),
        _kind(document),
        running(document),
        document.language,
        document.record,
    )


def _kind(document: Document) -> NotesKind:
    """Return the kind of most notes."""
    kinds = Counter(note.kind for note in document.notes)
    return kinds.most_common(1)[0][0] if kinds else "footnotes"
