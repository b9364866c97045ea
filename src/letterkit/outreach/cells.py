"""What a cell of a list may hold: no control character, no endless text, no placeholder without meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from letterkit.findings import Finding, did_you_mean
from letterkit.library.model import ID
from letterkit.library.store import Library
from letterkit.outreach.sheet import Row

FILLED = ("honorific", "full_name", "surname", "office", "organisation")
MAY_HOLD_PLACEHOLDERS = ("office", "organisation", "address", "salutation")
LONGEST = 500
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PLACEHOLDER = re.compile(r"\{+[^{}]*\}+")
_EMAIL = re.compile(r"""[^\s@<>()\[\],;:\\"]+@[^\s@<>()\[\],;:\\"]+\.[^\s@<>()\[\],;:\\".]+""")


def faults(row: Row) -> Iterator[Finding]:
    """Yield what is wrong with the cells of a row by themselves."""
    for column, cell in row.cells.items():
        # An address may be written on several lines of one cell.
        control = _CONTROL.search(cell.replace("\n", "").replace("\r", "") if column == "address" else cell)
        if control:
            message = f"'{column}' holds a line break or the control character U+{ord(control[0]):04X}"
            yield error(
                row, "control-character", message, "write it on one line; an address takes | for a new one"
            )
        if len(cell) > LONGEST and column != "claims":
            message = f"'{column}' has {len(cell)} characters, more than {LONGEST}"
            yield error(row, "too-long", message, "shorten it")
        if column != "claims":
            yield from _unknown_placeholders(row, column, cell)
    email = row.cells.get("email", "")
    if email and not _EMAIL.fullmatch(email):
        shown = " ".join(email.split())[:60]
        yield error(row, "bad-email", f"'{shown}' is no e-mail address", "write one: name@example.org")


def _unknown_placeholders(row: Row, column: str, cell: str) -> Iterator[Finding]:
    for found in _PLACEHOLDER.findall(cell):
        known = FILLED if column in MAY_HOLD_PLACEHOLDERS else ()
        word = found.strip("{} ")
        if found not in (f"{{{name}}}" for name in known):
            near = f"write {{{word}}}" if word in known else did_you_mean(word, known)
            hint = (
                near or f"known: {', '.join(f'{{{name}}}' for name in FILLED)}, in a salutation or an address"
            )
            yield error(row, "unknown-placeholder", f"unknown placeholder '{found}' in '{column}'", hint)


def fill(cells: Mapping[str, str], words: Mapping[str, str]) -> dict[str, str]:
    """Return the cells with their placeholders filled from other cells of the row."""
    return {
        column: _PLACEHOLDER.sub(lambda found: words.get(found[0][1:-1], found[0]), cell)
        if column in MAY_HOLD_PLACEHOLDERS
        else cell
        for column, cell in cells.items()
    }


def claims(library: Library, cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids that a cell of claims names, known or not, and the texts in it that are none.

    Semicolons and bars divide entries; inside an entry commas or spaces divide ids, unless it is a sentence.
    """
    named: list[str] = []
    texts: list[str] = []
    for entry in filter(None, (part.strip() for part in re.split(r"[;|\n]", cell))):
        words = re.split(r"[\s,]+", entry)
        is_list = all(ID.fullmatch(word) for word in words)
        if is_list and (len(words) == 1 or any(word in library.claims for word in words) or "-" in words[0]):
            named += words
        else:
            texts.append(" ".join(entry.split()))
    return tuple(dict.fromkeys(named)), tuple(texts)


def error(row: Row, rule: str, message: str, hint: str) -> Finding:
    """Return an error that names its row."""
    return Finding(rule, "error", f"row {row.number}: {message}", row.place, hint)
