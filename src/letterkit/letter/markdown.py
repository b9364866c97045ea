"""The letter as Markdown: CommonMark, with notes as pandoc and GitHub write them.

Every character prints as itself: what Markdown, or pandoc's, would read as a sign of its own is escaped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from letterkit.letter.markup import merged
from letterkit.letter.model import (
    Block,
    Claim,
    Heading,
    Inline,
    Letter,
    Line,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Placeholder,
    Text,
)

# Signs of CommonMark and of pandoc (@ $ ~ ^ |), and what pandoc turns into dashes, ellipses, curly quotes.
SIGN = re.compile(r"""[\\`*_{}\[\]<>#&@$~^|"'!]|(?<=-)-|\.(?=\.\.)""")
SIGN_AT_START = re.compile(
    r"(?=[-+=:%(])|(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)](?:\s|$))|\[\^[0-9]+\](?=:)"
)
BARE_ADDRESS = re.compile(r"https?://[!-$'-;=?-\[\]^_a-z~]+")  # what prints as it is in angle brackets
ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
UNSAFE_IN_ADDRESS = re.compile(r"[\s<>\\]")


def write(letter: Letter) -> str:
    """Return the letter as Markdown text, its notes at the end."""
    return "\n\n".join(part for part in _parts(letter) if part) + "\n"


def _parts(letter: Letter) -> Iterator[str]:
    name, *contact = letter.letterhead or ((),)
    yield _lines([tuple(_bold(part) for part in name), *contact])
    yield _lines([letter.date])
    yield _lines([letter.delivery])
    yield from (_lines(address) for address in letter.addressees)
    yield f"# {_heading((Text('Re: '), *letter.subject))}" if letter.subject else ""
    yield _lines([letter.salutation])
    yield from (_block(block) for block in letter.body)
    yield _lines([letter.close])
    yield from (_lines(signature) for signature in letter.signatures)
    yield _lines(letter.enclosures)
    yield _lines(letter.copies)
    yield from (f"[^{note.number}]: {_lines([note.content], indent=4)}" for note in letter.notes)


def _bold(part: Inline) -> Inline:
    return replace(part, bold=True) if isinstance(part, Text) else part


def _block(block: Block) -> str:
    match block:
        case Paragraph(content):
            return _lines([content])
        case Heading(content, level):
            return f"{'#' * max(2, min(level, 6))} {_heading(content)}"
        case ListBlock(items, ordered):
            marks = [f"{number}. " if ordered else "- " for number in range(1, len(items) + 1)]
            written = (_lines([item], indent=len(mark)) for mark, item in zip(marks, items, strict=True))
            return "\n".join(mark + item for mark, item in zip(marks, written, strict=True))


def _heading(content: Line) -> str:
    return " ".join(_source(content).split("\n"))


def _lines(content: Iterable[Line], indent: int = 0) -> str:
    """Return lines with a break after each but the last; `indent` keeps the rest in their list or note."""
    rows = "\n".join(_source(line) for line in content).strip().split("\n")
    return f"\\\n{' ' * indent}".join(_start(row.strip(" \t")) for row in rows)


def _start(row: str) -> str:
    """Escape what would make a list, a definition or a rule of the row."""
    match = SIGN_AT_START.match(row)
    return f"{match[0]}\\{row[match.end() :]}" if match else row


def _source(content: Iterable[Inline]) -> str:
    source = _Source()
    for part in merged(list(_atoms(content))):
        source.add(part)
    return source.text


def _atoms(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield what Markdown can show; it has no sign for a claim, and a link may not lead to a script."""
    for part in content:
        if isinstance(part, Claim) or (isinstance(part, Link) and not ADDRESS.match(part.url)):
            yield from _atoms(part.children)
        else:
            yield part


class _Source:
    """The source of a line, put together piece by piece so that each emphasis opens and closes."""

    def __init__(self) -> None:
        self.text = ""
        self._closed = False  # by a sign that a letter or digit right behind it would reopen

    def add(self, part: Inline) -> None:
        match part:
            case Text(text, bold, italic):
                self._emphasize(text, 2 * bold + italic)
            case Placeholder(text):
                self._emphasize(text, 2)
            case Link(url, children):
                self._put(_link(url, children))
            case NoteRef(number):
                self._put(f"[^{number}]")

    def _emphasize(self, text: str, strength: int) -> None:
        words = text.strip()
        if not (strength and words):
            self._put(_escaped(text))
            return
        before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
        self._put(before)
        escaped, last = _escaped(words), self.text[-1:]
        if last.isalnum() and _is_punctuation(escaped[0]):  # a sign between the two would not open
            self.text = self.text[:-1] + _code(last)
        sign = "" if last == "*" else "*" * strength  # it would run into the sign before it
        self._put(sign + escaped + sign)
        self._closed = bool(sign) and _is_punctuation(escaped[-1])
        self._put(after)

    def _put(self, source: str) -> None:
        if not source:
            return
        if self._closed and source[0].isalnum():
            source = _code(source[0]) + source[1:]
        self.text += source
        self._closed = False


def _link(url: str, children: tuple[Text, ...]) -> str:
    if "".join(child.text for child in children) == url and BARE_ADDRESS.fullmatch(url):
        return f"<{url}>"
    source = _source(children)
    words = source.strip()
    target = UNSAFE_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url).replace("&", "\\&")
    return source.replace(words, f"[{words}](<{target}>)") if words else source


def _escaped(text: str) -> str:
    return SIGN.sub(r"\\\g<0>", text)


def _code(character: str) -> str:
    """Return a character by its number, which Markdown takes for punctuation until it prints it."""
    return f"&#{ord(character)};"


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
