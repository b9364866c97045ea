"""An edited letter as commands need it: read from its file and checked against the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.errors import LetterkitError
from letterkit.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click

    from letterkit.checks.edited.check import Checked
    from letterkit.checks.edited.shelf import Shelf
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
    checked = check_file(ctx, path)
    day = checked.about.get("date")
    found = dict.fromkeys((*said, *altered, *checked.findings))
    findings = [in_file(each, path) for each in found]
    return Edited(letter, date.fromisoformat(day) if day else None, checked.about, findings)


def check_file(ctx: click.Context, path: Path) -> Checked:
    """Check a letter against the library of this call; raises LetterkitError where the file is none."""
    (_, checked), *_ = check_all(ctx, [path])
    if isinstance(checked, LetterkitError):
        raise checked
    return checked


def check_all(ctx: click.Context, paths: Iterable[Path]) -> Iterator[tuple[Path, Checked | LetterkitError]]:
    """Check letters against the library of this call; yield each with why it is none, where it is none."""
    from letterkit.checks.edited.check import check_letter
    from letterkit.commands.text import read_file

    known = store_shelf(ctx)
    for path in paths:
        try:
            yield path, check_letter(read_file(path), known)
        except LetterkitError as error:
            message = error.message if str(path) in error.message else f"{path}: {error.message}"
            yield path, LetterkitError(message, error.hint)


def store_shelf(ctx: click.Context) -> Shelf:
    """Return what the check needs of the library of this call; LetterkitError where it is not sound."""
    from letterkit.checks.edited.shelf import shelf
    from letterkit.commands.common import sound_library

    return shelf(sound_library(ctx))


_RULES = """
claim-altered claim-removed claim-reworded claim-corrected claim-empty claim-repeated
claim-uncited claim-unknown
wording-unsure record-lost superseded expired forecast stale not-yet-published unsourced dangling
note-changed note-incomplete note-orphan note-missing note-mark note-unchecked notes-mixed source-later
missing-part head-differs part-order part-misplaced date-unreadable placeholder
holder-out-of-office holder-unknown
one-sided side-thin denial-gone views-differ tracked-changes comment hidden-text
table text-box drawing embedded-object equation picture picture-text alternative-format subdocument macros
field ruby symbol invisible-text reordered-text second-body page-break formatting
list-number list-nested heading-number header footer
"""


def known_rules() -> frozenset[str]:
    """Return the names of all rules that may find something in an edited letter."""
    from typing import get_args

    from letterkit.checks.wording.difference import Kind

    return frozenset(_RULES.split()) | {f"{kind}-changed" for kind in get_args(Kind)}
