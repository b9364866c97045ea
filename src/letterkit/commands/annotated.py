"""What `letterkit check --annotate` writes: a copy of the letter with its findings in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.findings import Finding


def refuse_copy(letter: Path, copy: Path) -> None:
    """Raise click.UsageError where no copy of the letter could have that name."""
    if letter.is_dir():
        raise click.UsageError("--annotate takes one letter, not a folder")
    if copy.suffix.lower() != ".docx":
        raise click.UsageError(f"--annotate names {copy.name}: the name of the copy ends in .docx")
    if copy.resolve() == letter.resolve():
        raise click.UsageError("--annotate would replace the letter itself: name another file")


def write_copy(letter: Path, findings: list[Finding], copy: Path, *, force: bool) -> None:
    """Write the copy and say so on stderr; raises LetterkitError where the file exists, without `force`."""
    from letterkit.checks.edited.remarks import remarks
    from letterkit.commands.text import read_file
    from letterkit.docx.annotate import annotate
    from letterkit.library.disk.write import write_all

    said = remarks(findings)
    replaced = write_all([(copy, annotate(read_file(letter), said))], force=force)
    what = f"{len(said)} comment{'s' * (len(said) != 1)}" if said else "no comments, nothing to decide"
    click.echo(f"{copy}: {'replaced, ' * bool(replaced)}{what}", err=True)
