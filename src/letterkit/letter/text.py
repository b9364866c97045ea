"""The letter as plain text, for reading and comparing: calls of notes as `[1]`, the notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterkit.letter.model import Block, Claim, Heading, Inline, Letter, Line, Link, ListBlock, NoteRef, Text


def write(letter: Letter) -> str:
    """Return the letter's parts in the order of the page, a blank line between them."""
    return "\n\n".join(part for part in _parts(letter) if part) + "\n"


def _parts(letter: Letter) -> Iterator[str]:
    yield _lines(letter.letterhead)
    yield line(letter.date)
    yield line(letter.delivery)
    yield from map(_lines, letter.addressees)
    yield line((Text("Re: "), *letter.subject)) if letter.subject else ""
    yield line(letter.salutation)
    yield from blocks(letter.body)
    yield line(letter.close)
    yield from map(_lines, letter.signatures)
    yield _lines(letter.enclosures)
    yield _lines(letter.copies)
    yield "\n".join(f"[{note.number}] {line(note.content)}" for note in letter.notes)


def blocks(body: Iterable[Block]) -> list[str]:
    """Return the blocks of a body: a list is its items, a line each, a heading begins with `#`."""
    return list(map(_block, body))


def _block(block: Block) -> str:
    if isinstance(block, ListBlock):
        marks = (f"{number}." if block.ordered else "•" for number in range(1, len(block.items) + 1))
        return "\n".join(f"{mark} {line(item)}" for mark, item in zip(marks, block.items, strict=True))
    return f"{'#' * block.level} {line(block.content)}" if isinstance(block, Heading) else line(block.content)


def _lines(content: Iterable[Line]) -> str:
    return "\n".join(map(line, content))


def line(content: Iterable[Inline]) -> str:
    """Return the words of a line with the calls of its notes; a link says where it leads."""
    return "".join(map(_inline, content))


def _inline(part: Inline) -> str:
    match part:
        case NoteRef(number):
            return f"[{number}]"
        case Link(url, children):
            words = line(children)
            return words if words.strip() in {url, url.removeprefix("mailto:")} else f"{words} <{url}>"
        case Claim(_, children):
            return line(children)
        case _:
            return part.text
