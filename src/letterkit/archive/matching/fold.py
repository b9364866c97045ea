"""Folds the spelling of a text, never its words, and remembers where each folded character came from.

White space of any kind becomes one space; zero-width characters go; curly quotes, dashes, ellipses, ligatures
and wide letters become plain; accents are composed.  Superscripts, fractions and other characters whose plain
form would be another number stay as they are.  Case stays.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {
    **dict.fromkeys("‘’‚‛′ʼʹ‹›`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃﹘﹣", "-"),
    "…": "...",
}
_SAME_LETTER = {"<wide>", "<narrow>", "<noBreak>", "<initial>", "<medial>", "<final>", "<isolated>"}
_SPACE = re.compile(r"\s+")
# Letters that stand for themselves, quotes and dashes that stand for one other: what most texts are made of.
_LETTER = rf"[!-~À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žƏəА-я{''.join(mark for mark in _PLAIN if len(_PLAIN[mark]) == 1)}]"
_RUN = re.compile(rf"{_LETTER}+(?:[ \n\t\xa0]{_LETTER}+)*")
_ONE_FOR_ONE = str.maketrans(
    {**{k: v for k, v in _PLAIN.items() if len(v) == 1}, **dict.fromkeys("\n\t\xa0", " ")}
)


@dataclass(frozen=True)
class Folded:
    """Folded text; character `i` stands for `source[starts[i]:ends[i]]`."""

    text: str
    source: str
    starts: array[int]
    ends: array[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the source that the folded characters from `start` up to `end` stand for."""
        return self.starts[start], self.ends[end - 1]


def fold(source: str) -> Folded:
    """Fold a text, with a map back to the source."""
    out: list[str] = []
    starts, ends = array("L"), array("L")
    at = 0
    while at < len(source):
        if (stop := _run_end(source, at)) > at:
            piece = source[at:stop].translate(_ONE_FOR_ONE)
            starts.extend(range(at, stop))
            ends.extend(range(at + 1, stop + 1))
        else:
            piece, stop = _next_piece(source, at)
            if piece == " " and (not out or out[-1].endswith(" ")):
                piece = ""
            starts.extend([at] * len(piece))
            ends.extend([stop] * len(piece))
        if piece:
            out.append(piece)
        at = stop
    kept = len("".join(out).rstrip(" "))
    return Folded("".join(out)[:kept], source, starts[:kept], ends[:kept])


def _run_end(source: str, at: int) -> int:
    """Return the end of the run of letters at `at`, leaving the last one to the accents that may follow."""
    match = _RUN.match(source, at)
    if match is None:
        return at
    stop = match.end()
    return stop if stop == len(source) or source[stop].isspace() else stop - 1


def _next_piece(source: str, at: int) -> tuple[str, int]:
    if space := _SPACE.match(source, at):
        return " ", space.end()
    stop = _cluster_end(source, at)
    return _cluster(source[at:stop]), stop


def _cluster_end(source: str, at: int) -> int:
    """Return the end of a character with its accents, passing over zero-width characters between them."""
    end = look = at + 1
    while look < len(source) and ((mark := is_mark(source[look])) or _is_ignorable(source[look])):
        look += 1
        end = look if mark else end
    return end


def _cluster(text: str) -> str:
    composed = unicodedata.normalize("NFC", "".join(c for c in text if not _is_ignorable(c)))
    return unicodedata.normalize("NFC", "".join(map(_plain, composed)))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    tag = unicodedata.decomposition(char).partition(" ")[0]
    if tag in _SAME_LETTER or (tag == "<compat>" and "LIGATURE" in unicodedata.name(char, "")):
        wider = unicodedata.normalize("NFKC", char)
        char = char if any(c.isspace() for c in wider) else wider
    return "".join(_PLAIN.get(c, c) for c in char)


@lru_cache(maxsize=4096)
def is_mark(char: str) -> bool:
    """Tell whether a character is an accent or the like, which belongs to the character before it."""
    return unicodedata.category(char)[0] == "M" and not _is_ignorable(char)


@lru_cache(maxsize=4096)
def _is_ignorable(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"
