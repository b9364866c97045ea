"""The small markup that templates render: paragraphs, bullet and numbered lists, *italic*, **bold**, links.

Data never is markup.  `Slots` hands out a token for every value that a template prints; `parse` reads the
rendered text and puts the values back in their places, untouched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from letterkit.letter.model import (
    Block,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Placeholder,
    Text,
)

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_PLACEHOLDER = re.compile(r"\[[^\[\]]+\]")
# Lines in which nothing can be markup but the bullet of an item: most letters have no other.
_PLAIN = r"[^\s\\*_\[\]#+0-9-](?:[^\\*_\[\]\x00-\x1f\x85\u2028\u2029]*[^\s\\*_\[\]\x00-\x1f])?"
_SIMPLE = re.compile(rf"(- )?({_PLAIN})")


@dataclass
class Slots:
    """The values that a rendered text refers to by tokens."""

    values: list[Inline] = field(default_factory=list)

    def put(self, value: str | Inline) -> str:
        """Keep a value and return the token that stands for it; `[text]` alone is a placeholder."""
        if isinstance(value, str):
            value = as_inline(value)
        self.values.append(value)
        return f"{_OPEN}{len(self.values) - 1}{_CLOSE}"

    def fill(self, text: str) -> Iterator[Inline]:
        """Yield the inlines of a text with tokens."""
        end = 0
        for match in _TOKEN.finditer(text):
            if match.start() > end:
                yield Text(text[end : match.start()])
            number = int(match[1])
            yield self.values[number] if number < len(self.values) else Text(match[0])
            end = match.end()
        if end < len(text):
            yield Text(text[end:])


def as_inline(text: str) -> Text | Placeholder:
    """Return the inline of one value: a placeholder when the whole text stands in square brackets."""
    return Placeholder(text) if _PLACEHOLDER.fullmatch(text) else Text(text)


def parse(text: str, slots: Slots) -> tuple[Block, ...]:
    """Parse rendered markup into blocks; raises ValueError for markup that letters do not have."""
    found = simple(text, slots)
    if found is not None:
        return found
    from letterkit.letter.commonmark import blocks

    return tuple(blocks(text, slots))


def parse_line(text: str, slots: Slots) -> Line:
    """Parse markup that must be a single paragraph, as the subject line is."""
    blocks = parse(text, slots)
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        raise ValueError("expected one paragraph")
    return blocks[0].content


def simple(text: str, slots: Slots) -> tuple[Block, ...] | None:
    """Parse paragraphs and bullet lists without further markup; None for a text with anything else.

    What it takes, it takes as CommonMark does, without the time that loading a whole parser costs.
    """
    found: list[Block] = []
    for chunk in filter(None, (part.strip("\n") for part in text.split("\n\n"))):
        lines = [match for line in chunk.split("\n") if (match := _SIMPLE.fullmatch(line))]
        words = list(takewhile(lambda match: not match[1], lines))
        items = lines[len(words) :]
        if len(lines) <= chunk.count("\n") or not all(match[1] for match in items):
            return None
        if words:
            found.append(Paragraph(_filled(" ".join(match[2] for match in words), slots)))
        if items:
            last = found.pop() if found and not words else None
            more = last.items if isinstance(last, ListBlock) else ()
            found += [last] if last and not more else []
            found.append(ListBlock((*more, *(_filled(match[2], slots) for match in items))))
    return tuple(found)


def _filled(text: str, slots: Slots) -> Line:
    return merged(list(slots.fill(text)))


def merged(content: list[Inline]) -> Line:
    """Join neighbouring texts of one look, drop empty ones."""
    joined: list[Inline] = []
    for part in content:
        last = joined[-1] if joined else None
        if (
            isinstance(part, Text)
            and isinstance(last, Text)
            and (part.bold, part.italic) == (last.bold, last.italic)
        ):
            joined[-1] = replace(last, text=last.text + part.text)
        elif not (isinstance(part, Text) and not part.text):
            joined.append(part)
    return tuple(joined)
