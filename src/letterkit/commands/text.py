"""`letterkit text`: what a Word file says, as letterkit reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.commands.common import echo_findings, echo_json
from letterkit.errors import LetterkitError

if TYPE_CHECKING:
    from letterkit.docx.reading.document import View
    from letterkit.findings import Finding

LARGEST = 100 << 20


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@click.option(
    "--view",
    type=click.Choice(["accepted", "rejected"]),
    default="accepted",
    show_default=True,
    help="The text as if all tracked changes were accepted, or all rejected.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print parts, blocks, notes, comments, changes and claims."
)
def text(file: Path, view: View, as_json: bool) -> None:
    """Print what a Word file says: the parts of the letter in order, its notes at the end.

    What a letter cannot hold (tables, text boxes, hidden text ...), comments and tracked changes are named on
    stderr, with their paragraph.

    \b
    Examples:
      letterkit text letter.docx
      letterkit text letter.docx --view rejected
      letterkit text letter.docx --json
    """
    from letterkit.docx.read import letter_of, read_document
    from letterkit.letter.text import write

    data = read_file(file)
    try:
        document = read_document(data, view)
    except LetterkitError as error:
        raise LetterkitError(f"{file}: {error.message}", error.hint) from error
    letter, said = letter_of(document)
    findings = [in_file(finding, file) for finding in said]
    if as_json:
        from letterkit.docx.reading.report import as_json as report

        echo_json({"file": str(file), **report(document, letter, findings)})
        return
    click.echo(write(letter), nl=False)
    echo_findings(findings)


def read_file(file: Path) -> bytes:
    """Return the bytes of a file that may be a letter; raises LetterkitError where there is none."""
    if not file.exists():
        raise LetterkitError(f"there is no file {file}", "check its name and folder")
    if not file.is_file():
        raise LetterkitError(f"{file} is no file", "name a Word document (.docx)")
    if file.stat().st_size > LARGEST:
        raise LetterkitError(f"{file} has more than {LARGEST >> 20} MB", "name a letter")
    try:
        return file.read_bytes()
    except OSError as error:
        raise LetterkitError(f"{file} cannot be read: {error.strerror}", "check who may read it") from error


def in_file(finding: Finding, file: Path) -> Finding:
    """Return a finding with the file that it is about."""
    return replace(finding, place=replace(finding.place, file=str(file)))
