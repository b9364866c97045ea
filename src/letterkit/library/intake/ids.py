"""Names for sources and for the documents they are archived in: who published, when, and what about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from hashlib import sha256

from letterkit.library.model import Source

LONGEST = 60
_LONGEST_PUBLISHER = 24
_WORDS = 6
_DATE = re.compile(r"-(?:\d{4}(?:-\d{2}){0,2}|undated)-")
_PLAIN = str.maketrans({
    "ə": "e", "Ə": "E", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae",
})  # fmt: skip
_EMPTY = frozenset([
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "in", "into", "is", "it",
    "its", "must", "new", "of", "on", "or", "over", "report", "says", "should", "that", "the", "their",
    "this", "to", "was", "were", "will", "with",
])  # fmt: skip


def source_id(
    publisher: str | None, issued: str | None, title: str, taken: Collection[str], known: Iterable[Source]
) -> str:
    """Return a new id, `publisher-date-words`, of 60 characters at most.

    The publisher is abbreviated as in the ids of its other sources; words of the title that say little are
    left out, and so is what stands before a colon.
    """
    start = f"{_publisher(publisher, known)}-{(issued or 'undated')[:10]}"
    name = f"{start}-{_title(title, LONGEST - len(start) - 1)}"
    return unique(name, taken)


def unique(name: str, taken: Collection[str], suffix: str = "") -> str:
    """Return the name with a suffix, with a number behind it where that is taken."""
    number, found = 1, f"{name}{suffix}"
    while found in taken:
        number += 1
        found = f"{name[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}{suffix}"
    return found


def slug(text: str) -> str:
    """Return a text as small letters and digits joined by hyphens; empty when it has none of them."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN).replace("'", "").replace("’", ""))
    ascii_only = plain.encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))


def _publisher(publisher: str | None, known: Iterable[Source]) -> str:
    if not publisher:
        return "unknown"
    for source in known:
        match = _DATE.search(source.id)
        if source.publisher == publisher and match and match.start():
            return source.id[: match.start()]
    return _cut(slug(publisher), _LONGEST_PUBLISHER) or f"x{sha256(publisher.encode()).hexdigest()[:6]}"


def _title(title: str, room: int) -> str:
    _, colon, rest = title.partition(":")
    words = slug(rest if colon and len(rest.split()) > 2 else title).split("-")
    telling = [word for word in words if word not in _EMPTY][:_WORDS]
    return _cut("-".join(telling or words), room) or sha256(title.encode()).hexdigest()[:8]


def _cut(name: str, room: int) -> str:
    """Cut a name to a length, at a hyphen where there is one."""
    if len(name) <= room:
        return name
    cut = name[: room + 1]
    return cut[: cut.rindex("-")] if "-" in cut else cut[:room]
