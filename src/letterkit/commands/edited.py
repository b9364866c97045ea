"""An edited letter as commands need it: read from its file and checked against the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.errors import LetterkitError
from letterkit.findings import Finding

if TYPE_CHECKING:
    import click

    from letterkit.letter.model import Letter


@dataclass(frozen=True, slots=True)
class Edited:
    """A letter as its file shows it, when it is dated, what it is about, and what was found."""

    letter: Letter
    day: date | None
    about: dict[str, str | None]
    findings: list[Finding]


def read_edited(ctx: click.Context, path: Path) -> Edited:
    """Read and check a letter; raises LetterkitError where the file is none."""
    from letterkit.commands.text import in_file, read_file
    from letterkit.docx.read import letter_of, read_document
    from letterkit.docx.reading.shapes import reshaped

    data = read_file(path)
    try:
        document = read_document(data)
        altered = list(reshaped(data, document))
    except LetterkitError as error:
        raise LetterkitError(f"{path}: {error.message}", error.hint) from error
    letter, said = letter_of(document)
    day, about, found = _checked(ctx, letter)
    findings = [in_file(each, path) for each in (*said, *altered, *found)]
    return Edited(letter, day, about, findings)


def _checked(ctx: click.Context, letter: Letter) -> tuple[date | None, dict[str, str | None], list[Finding]]:
    from letterkit.docx.properties import midnight
    from letterkit.letter.model import Placeholder, letter_lines, walk

    found = midnight(letter)[:10]
    brief = letter.record.get("brief") or {}
    about = {"date": found or None, "recipient": brief.get("to"), "topic": brief.get("topic")}
    content = [*letter_lines(letter), *(note.content for note in letter.notes)]
    blanks = [part.text for line in content for part in walk(line) if isinstance(part, Placeholder)]
    said = Finding("placeholder", "error", f"to be filled in: {', '.join(dict.fromkeys(blanks))}")
    return date.fromisoformat(found) if found else None, about, [said] if blanks else []


def known_rules() -> frozenset[str]:
    """Return the names of all rules that may find something in an edited letter."""
    return frozenset({"placeholder", "list-number", "formatting"})
