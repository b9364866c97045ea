"""Puts claims into the text of facts/claims/<source>.yaml: every line that stood there stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letterkit.errors import LetterkitError
from letterkit.library.yaml import yamlfile

_EMPTY = re.compile(r"^claims:[ \t]*(?:\[[ \t]*\]|null|~)?[ \t]*(?=#|\r?$)", re.MULTILINE)


@dataclass(frozen=True)
class New:
    """A claim to add: its text as an item of a list, and before which of the standing claims it belongs."""

    text: str
    before: int


def new_file(source: str, texts: Sequence[str]) -> str:
    """Return a file that holds claims alone."""
    return with_claims(f"source: {source}\nclaims:\n", source, [New(text, 0) for text in texts])


def with_claims(text: str, file: str, added: Sequence[New]) -> str:
    """Return the text of a file with more claims in it.

    Raises LetterkitError where the claims are written so that no line can be put between them.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    places = _places(plain, file)
    lines = plain.split("\n")
    gap = len(places.starts) < 2 or any(not lines[start - 1].strip() for start in places.starts[1:])
    from_below = sorted(added, key=lambda each: each.before)[::-1]  # so that lines keep their numbers
    for new in from_below:
        _insert(lines, places, new, gap=gap)
    result = "\n".join(lines)
    _must_hold(plain, result, file, len(added))
    return result.replace("\n", ending)


@dataclass(frozen=True)
class _Places:
    """Line numbers, from 0: where each claim begins with the comments above it, where the last one ends."""

    starts: tuple[int, ...]
    end: int
    indent: str


def _places(text: str, file: str) -> _Places:
    parsed = yamlfile.read(text, file)
    data = parsed.data
    if parsed.findings or not isinstance(data, dict):
        raise LetterkitError(f"{file} cannot be read", "mend it; `letterkit facts verify` says where")
    lines = text.split("\n")
    claims = data.get("claims") or []
    if not claims:
        return _empty(text, file)
    begun = [parsed.line(("claims", number)) - 1 for number in range(len(claims))]
    if any(not re.match(r"\s*- ", lines[line]) for line in begun) or len(set(begun)) < len(begun):
        raise LetterkitError(
            f"{file}: the claims are not written as a list of lines",
            "begin each claim with `- id:` on a line of its own",
        )
    later = [parsed.lines[key,] - 1 for key in data if parsed.lines[key,] - 1 > begun[-1]]
    end = min(later, default=len(lines))
    indent = re.match(r"\s*", lines[begun[0]])
    return _Places(
        tuple(_with_comments(lines, line) for line in begun),
        _end(lines, begun[-1], _with_comments(lines, end) if later else end),
        indent[0] if indent else "",
    )


def _empty(text: str, file: str) -> _Places:
    match = _EMPTY.search(text)
    if match is None:
        raise LetterkitError(f"{file} has no list 'claims'", "add the line `claims:`")
    return _Places((), text.count("\n", 0, match.start()) + 1, "  ")


def _with_comments(lines: list[str], start: int) -> int:
    """Return the line where the comments begin that stand directly above a line."""
    while start > 0 and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _end(lines: list[str], first: int, limit: int) -> int:
    """Return the line behind the last line of the last claim, without the blank ones below it."""
    end = limit
    while end > first + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _insert(lines: list[str], places: _Places, new: New, *, gap: bool) -> None:
    block = [f"{places.indent}{line}" if line else line for line in new.text.rstrip("\n").split("\n")]
    if not places.starts:
        key = places.end - 1
        lines[key] = re.sub(r"^claims:[ \t]*(?:\[[ \t]*\]|null|~)", "claims:", lines[key])
        follows = places.end < len(lines) and bool(lines[places.end].strip())
        lines[places.end : places.end] = [*block, *([""] if gap and follows else [])]
    elif new.before < len(places.starts):
        at = places.starts[new.before]
        lines[at:at] = [*block, *([""] if gap else [])]
    else:
        lines[places.end : places.end] = [*([""] if gap else []), *block]
        if places.end + len(block) + gap >= len(lines):
            lines.append("")


def _must_hold(before: str, after: str, file: str, number: int) -> None:
    """Raise LetterkitError unless the new text says all that the old one said, and the new claims besides."""
    old, new = yamlfile.read(before, file), yamlfile.read(after, file)
    standing = (old.data or {}).get("claims") or []
    claims = (new.data or {}).get("claims") or [] if not new.findings else []
    rest = [each for each in claims if each not in standing]
    others = {key: value for key, value in (old.data or {}).items() if key != "claims"}
    same = all((new.data or {}).get(key) == value for key, value in others.items())
    if len(claims) != len(standing) + number or len(rest) != number or not same:
        raise LetterkitError(
            f"{file}: the claims could not be put between its lines", "add them by hand in an editor"
        )
