"""An edited letter as commands need it: read from its file and checked against the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.errors import LetterkitError
from letterkit.findings import Finding

if TYPE_CHECKING:
    import click

    from letterkit.letter.model import Letter

_LARGEST = 100 << 20


@dataclass(frozen=True, slots=True)
class Edited:
    """A letter as its file shows it, when it is dated, what it is about, and what was found."""

    letter: Letter
    day: date | None
    about: dict[str, str | None]
    findings: list[Finding]


def read_edited(ctx: click.Context, path: Path) -> Edited:
    """Read and check a letter; raises LetterkitError where the file is none."""
    from letterkit.docx.read import letter_of, read_document
    from letterkit.docx.reading.shapes import reshaped

    data = letter_bytes(path)
    document = read_document(data)
    letter, said = letter_of(document)
    day, about, found = _checked(ctx, letter)
    findings = [*said, *reshaped(data, document), *found]
    return Edited(letter, day, about, [_in_file(each, path) for each in findings])


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
    return frozenset({"placeholder"})


def _in_file(finding: Finding, path: Path) -> Finding:
    if finding.place.file is not None:
        return finding
    return replace(finding, place=replace(finding.place, file=str(path)))


def letter_bytes(path: Path) -> bytes:
    """Return the bytes of a letter's file; raises LetterkitError where that cannot be."""
    try:
        if path.stat().st_size > _LARGEST:
            raise LetterkitError(f"{path} is too large to be a letter", "check that it is the letter")
        return path.read_bytes()
    except OSError as error:
        raise LetterkitError(
            f"{path} cannot be read: {error.strerror}", "check its name and rights"
        ) from error
