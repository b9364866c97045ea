"""A file of Word in one view as a value: opens the package, lets its parts flow, puts them together."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.docx import record
from letterkit.docx.reading import claims, fields, flow
from letterkit.docx.reading.changes import changes
from letterkit.docx.reading.document import Block, Document, DocumentNote, Oddity
from letterkit.docx.reading.foreign import oversized
from letterkit.docx.reading.heads import heads
from letterkit.docx.reading.joins import joined
from letterkit.docx.reading.lines import line
from letterkit.docx.reading.lists import items
from letterkit.docx.reading.losses import head_losses, losses
from letterkit.docx.reading.package import Package
from letterkit.docx.reading.state import State
from letterkit.docx.reading.stories import Note, Notes, comments
from letterkit.docx.reading.styles import Styles
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from letterkit.docx.reading.document import Change, Head, View
    from letterkit.docx.reading.pieces import Para, Piece
    from letterkit.letter.model import NotesKind

_MOST_PARAGRAPHS: Final = 30_000
_ENGLISH: Final = "en-US"
_KINDS: Final[tuple[NotesKind, ...]] = ("footnotes", "endnotes")


def read_document(data: bytes, view: View = "accepted") -> Document:
    """Return what a DOCX shows in one view; LetterkitError where the file is none, damaged or not safe."""
    return _document(Package(data), view, data)


def read_views(data: bytes) -> tuple[Document, Document]:
    """Return what a DOCX shows with all its tracked changes accepted, and with all of them rejected."""
    package = Package(data)
    return _document(package, "accepted", data), _document(package, "rejected", data)


class _Text(NamedTuple):
    """The body and the notes that it calls, with what was found in them."""

    paragraphs: list[Para]
    notes: dict[Piece, Note]
    states: tuple[State, ...]


def _document(package: Package, view: View, data: bytes) -> Document:
    styles = Styles(package.tree(package.related("styles")))
    text = _text(package, styles, view)
    found = claims.find(mark for state in text.states for mark in state.marks)
    numbers = {call: number for number, call in enumerate(text.notes, 1)}
    around = list(heads(package, styles, view))
    states = (*text.states, *(state for head, state in around if head.shown))
    odd = [
        *_package_oddities(package),
        *chain.from_iterable(state.oddities for state in states),
        *losses(text.paragraphs, text.notes.values()),
        *chain.from_iterable(
            head_losses(state.paragraphs, state.part) for state in states[len(text.states) :]
        ),
    ]
    return Document(
        view,
        tuple(_blocks(text.paragraphs, numbers, package)),
        tuple(_note(note, number) for number, note in enumerate(text.notes.values(), 1)),
        tuple(comments(package, styles, view, chain.from_iterable(state.marks for state in text.states))),
        tuple(_changes(package, [head for head, _ in around])),
        found,
        tuple(head for head, _ in around),
        tuple(chain.from_iterable(state.pictures for state in states)),
        tuple(odd),
        _language(styles),
        record.read(data) or {},
    )


def _language(styles: Styles) -> str:
    found = styles.language
    return found if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", found) else _ENGLISH


def _text(package: Package, styles: Styles, view: View) -> _Text:
    """Read the body, then each note where it is called."""
    body = package.root.find(w("body"))
    if body is None or sum(1 for _ in body.iter(w("p"))) > _MOST_PARAGRAPHS:
        raise oversized(f"it has more than {_MOST_PARAGRAPHS} paragraphs")
    state = State(package, styles, view, package.main, "body")
    flow.read(body, state)
    pieces = chain.from_iterable(paragraph.pieces for paragraph in state.paragraphs)
    for name, place in fields.resolve(pieces):
        state.odd("field", f"a field of the kind {name}", place=place)
    paragraphs = joined(state.paragraphs)
    kinds = {kind: Notes(package, styles, view, kind) for kind in _KINDS}
    notes = {
        piece: kinds[piece.of].called(piece, paragraph.place)
        for paragraph in paragraphs
        for piece in paragraph.pieces
        if piece.called
    }
    return _Text(paragraphs, notes, (state, *(each.state for each in kinds.values())))


def _blocks(paragraphs: list[Para], numbers: Mapping[Piece, int], package: Package) -> Iterator[Block]:
    marks = items(paragraphs, package.tree(package.related("numbering")))
    for paragraph, item in zip(paragraphs, marks, strict=True):
        content = line(paragraph.pieces, numbers)
        yield Block(content, paragraph.place, paragraph.style.names, paragraph.level, item, paragraph.where)


def _note(note: Note, number: int) -> DocumentNote:
    return DocumentNote(number, note.kind, line(note.pieces, {}), note.place, note.mark, note.missing)


def _changes(package: Package, around: list[Head]) -> Iterator[Change]:
    yield from changes(package.root, "body")
    for kind in _KINDS:
        root = package.tree(package.related(kind))
        yield from () if root is None else changes(root, "notes")
    for name, footer in dict.fromkeys((head.name, head.footer) for head in around):
        root = package.tree(name)
        yield from () if root is None else changes(root, "footer" if footer else "header")


def _package_oddities(package: Package) -> Iterator[Oddity]:
    """Yield what is odd about the package as a whole."""
    if package.has_macros:
        yield Oddity("macros", "macros: programs inside the document", "", 0)
    for body in package.root.findall(w("body"))[1:]:
        words = " ".join(each.text or "" for each in body.iter(w("t")))
        yield Oddity("second-body", "a second text that Word does not show", words, 0)
