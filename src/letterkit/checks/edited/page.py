"""An edited letter as the rules read it: its passages, in each the claims, the calls of notes, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.tokens import of_kind
from letterkit.checks.words import split_sentences
from letterkit.docx.read import letter_of
from letterkit.docx.reading.roles import roles
from letterkit.letter.model import Claim, NoteRef, plain
from letterkit.library.edtf import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from letterkit.docx.reading.document import Block, Document, DocumentNote
    from letterkit.docx.reading.roles import Role
    from letterkit.findings import Finding
    from letterkit.letter.model import Inline, Letter

Key = tuple[str, int]
_ENDS: Final = '.?!:;”"’)'
_GOES_ON: Final = ",;.:–—("


@dataclass(slots=True)
class Stretch:
    """A piece of a passage: the words of one use of a claim, the call of a note, or one other sentence."""

    kind: Literal["claim", "call", "sentence"]
    text: str = ""
    key: Key = ("", 0)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with words: its place in the file, the part of the letter it is, whether a list's item."""

    place: int
    role: Role
    item: bool
    stretches: tuple[Stretch, ...]

    @property
    def keys(self) -> list[Key]:
        """The uses of claims that stand in it, in their order."""
        return [stretch.key for stretch in self.stretches if stretch.kind == "claim"]


@dataclass(frozen=True, slots=True)
class Page:
    """A letter in one view, and what its reader has to say about it."""

    document: Document
    letter: Letter
    passages: tuple[Passage, ...]
    notes: Mapping[int, DocumentNote]
    day: date | None
    said: tuple[Finding, ...]

    @property
    def body(self) -> Iterator[Passage]:
        """The passages of the body."""
        return (passage for passage in self.passages if passage.role == "body")


def page(document: Document) -> Page:
    """Return what a document shows, ready to be checked."""
    letter, said = letter_of(document)
    blocks = [block for block in document.blocks if block.text.strip() or _calls(block)]
    passages = tuple(
        Passage(block.place, role, block.item is not None, tuple(_stretches(block.content)))
        for block, role in zip(blocks, roles(blocks), strict=True)
    )
    notes = {note.number: note for note in document.notes}
    return Page(document, letter, passages, notes, _day(plain(letter.date)), tuple(said))


def _calls(block: Block) -> bool:
    return any(isinstance(part, NoteRef) for part in block.content)


def _day(text: str) -> date | None:
    """Return the day that the dateline names, None where it names none."""
    for token in of_kind(text.replace("\u00a0", " "), "date"):
        month, number, year = token.value if isinstance(token.value, tuple) else (None, None, None)
        if month and number and year:
            try:
                return parse(f"{year:04}-{month:02}-{number:02}").first
            except ValueError:
                return None
    return None


def _stretches(content: Iterable[Inline]) -> list[Stretch]:
    """Return a line's pieces; words that run into a claim without a stop are part of its sentence."""
    raw = _merged(content)
    for place, stretch in enumerate(raw):
        if stretch.kind == "claim":
            _take_head(raw[place - 1] if place else None, stretch)
            _take_tail(raw[place + 1] if place + 1 < len(raw) else None, stretch)
    found: list[Stretch] = []
    for stretch in raw:
        if stretch.kind == "sentence":
            found += [Stretch("sentence", text.strip()) for text in split_sentences(stretch.text)]
        elif stretch.kind == "call" or stretch.text.strip():
            found.append(stretch)
    return [stretch for stretch in found if stretch.kind != "sentence" or any(map(str.isalnum, stretch.text))]


def _merged(content: Iterable[Inline]) -> list[Stretch]:
    """Return claims, calls and all other text between them; pieces of one use are put together."""
    raw: list[Stretch] = []
    for part in content:
        if isinstance(part, NoteRef):
            raw.append(Stretch("call", number=part.number))
            continue
        kind: Literal["claim", "sentence"] = "claim" if isinstance(part, Claim) else "sentence"
        key = (part.id, part.use) if isinstance(part, Claim) else ("", 0)
        text = plain((part,)).replace("\u00a0", " ").replace("\n", " ").replace("\f", " ")
        if raw and raw[-1].kind == kind and raw[-1].key == key:
            raw[-1].text += text
        else:
            raw.append(Stretch(kind, text, key))
    return raw


def _take_head(before: Stretch | None, claim: Stretch) -> None:
    """Move words before a claim that no stop parts from it into the claim."""
    if before is None or before.kind != "sentence" or not before.text.strip():
        return
    *whole, last = split_sentences(before.text) or [""]
    if last.strip() and last.rstrip()[-1] not in _ENDS:
        claim.text = f"{last.strip()} {claim.text.lstrip()}"
        before.text = " ".join(whole)


def _take_tail(after: Stretch | None, claim: Stretch) -> None:
    """Move words behind a claim that no stop parts from it into the claim."""
    if after is None or after.kind != "sentence" or not after.text.strip():
        return
    following = after.text.lstrip()
    if not (following[0].islower() or following[0] in _GOES_ON or following == after.text):
        return
    first, *rest = split_sentences(following)
    gap = " " if following != after.text and following[0] not in ",;.:" else ""
    claim.text = f"{claim.text.rstrip()}{gap}{first}"
    after.text = " ".join(rest)
