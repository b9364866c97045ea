"""What there is to say about a document that was read: each thing that no letter can hold, with its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from letterkit.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.docx.reading.document import Document, Oddity

_AS_TEXT: Final = "write it as text"
_REMOVE: Final = "take it out of the letter"
# Severity, what follows the name of the thing, what to do about it.
_ODDITIES: Final[dict[str, tuple[Severity, str, str]]] = {
    "table": ("error", "cannot stand in a letter", "write it as sentences or as a list"),
    "text-box": ("error", "cannot stand in a letter", "put its words into the text"),
    "drawing": ("error", "cannot stand in a letter", _REMOVE),
    "embedded-object": ("error", "cannot stand in a letter", _REMOVE),
    "alternative-format": ("error", "is not read", "open the letter in Word and save it, or type the text"),
    "subdocument": ("error", "is not read", "put its words into the letter"),
    "equation": ("error", "cannot stand in a letter", _AS_TEXT),
    "field": ("error", "shows something that cannot be read", "type what it shows in its place"),
    "symbol": ("error", "stands for no known character", "replace it by a character of an ordinary font"),
    "macros": ("error", "cannot be part of a letter", "save it in Word as .docx"),
    "second-body": ("error", "is in the file", _REMOVE),
    "hidden-text": ("warning", "is in the file, but not in the letter", "delete it, or make it visible"),
    "invisible-text": (
        "error",
        "is not seen in Word, but would be in the letter",
        "delete it, or make it visible",
    ),
    "reordered-text": ("error", "says something else than it shows", "type it again"),
    "ruby": ("warning", "is left out", "write it behind the word"),
    "formatting": ("warning", "would be plain in the letter", "say it in words, or accept it"),
    "page-break": ("info", "is left out", ""),
}
_LONGEST: Final = 60


def quoted(text: str) -> str:
    """Return the beginning of a text in quotation marks, on one line."""
    return f"“{_short(text)}”"


def _short(text: str) -> str:
    """Return the beginning of a text without what could move the cursor of a screen."""
    line = " ".join(text[: 4 * _LONGEST].split())
    seen = "".join(sign for sign in line if sign.isprintable() or "\ue000" <= sign <= "\uf8ff")
    return seen if len(seen) <= _LONGEST else f"{seen[:_LONGEST]}…"


def finding(rule: str, severity: Severity, message: str, place: int = 0, hint: str = "") -> Finding:
    """Build a finding; place 0 is the file as a whole."""
    return Finding(rule, severity, message, Place(paragraph=place or None), hint)


def findings(document: Document) -> list[Finding]:
    """Return what a letter cannot hold of a document, then its comments, changes and marks."""
    return [
        *map(_of_oddity, document.oddities),
        *_of_notes(document),
        *_of_claims(document),
        *_of_comments(document),
        *_of_changes(document),
    ]


def _of_oddity(oddity: Oddity) -> Finding:
    severity, verb, hint = _ODDITIES[oddity.rule]
    if oddity.part in {"header", "footer"} and oddity.rule in {"table", "text-box"}:
        severity, verb = "warning", "loses its shape; its words are read"
    if oddity.rule == "formatting" and not any(map(str.isdigit, oddity.text)) and "struck" not in oddity.what:
        severity = "info"
    where = "" if oddity.part == "body" else f" (in the {oddity.part})"
    words = f": {quoted(oddity.text)}" if oddity.text.strip() else ""
    return finding(oddity.rule, severity, f"{oddity.what}{where} {verb}{words}", oddity.place, hint)


def _of_notes(document: Document) -> Iterator[Finding]:
    for note in document.notes:
        if note.missing:
            message = f"note {note.number} is called, but is not in the file"
            hint = "insert the note again, or delete its number"
            yield finding("note-missing", "error", message, note.place, hint)
        if note.mark:
            message = f"note {note.number} is marked {quoted(note.mark)}; a letter numbers all its notes"
            yield finding("note-mark", "warning", message, note.place)
    kinds = Counter(note.kind for note in document.notes)
    if len(kinds) > 1:
        message = f"{kinds['footnotes']} footnotes and {kinds['endnotes']} endnotes; a letter has one kind"
        yield finding("notes-mixed", "warning", message, 0, "in Word: References > Footnotes > Convert")


def _of_claims(document: Document) -> Iterator[Finding]:
    for claim in document.claims:
        if not claim.text:
            message = f"the words of claim {claim.id} are gone"
            place = Place(paragraph=claim.place or None)
            yield Finding("claim-empty", "warning", message, place, claim=claim.id)


def _of_comments(document: Document) -> Iterator[Finding]:
    for comment in document.comments:
        about = f" on {quoted(comment.anchor)}" if comment.anchor.strip() else ""
        author = _short(comment.author) or "somebody"
        message = f"a comment of {author}{about}: {quoted(comment.text)}"
        yield finding("comment", "warning", message, comment.place, "settle it and delete it")


def _of_changes(document: Document) -> Iterator[Finding]:
    """Yield one finding for all tracked changes: how many of each kind, and by whom."""
    if not document.changes:
        return
    kinds = Counter(change.kind for change in document.changes)
    counted = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
    authors = sorted({_short(change.author) for change in document.changes if change.author})
    by = f" by {', '.join(authors[:5])}" if authors else ""
    message = f"tracked changes ({counted}){by}; this is the text with all of them {document.view}"
    place = document.changes[0].place
    yield finding("tracked-changes", "warning", message, place, "accept or reject them in Word")
