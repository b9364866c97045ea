"""`letterkit facts used-by`: which letters of a folder rest on a claim."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letterkit.commands.common import completer

if TYPE_CHECKING:
    from letterkit.checks.edited.shelf import Shelf


@click.command("used-by")
@click.argument("claim", metavar="CLAIM", shell_complete=completer("claims"))
@click.argument("folder", type=click.Path(path_type=Path), default=".", metavar="[FOLDER]")
@click.option("--json", "as_json", is_flag=True, help="Print file, date, recipient, topic and what shows it.")
@click.pass_context
def used_by(ctx: click.Context, *, claim: str, folder: Path, as_json: bool) -> None:
    """List the letters in a folder that rest on a claim, or on one that it supersedes.

    A letter's own record says so, else the marks in its text, else its notes and its words.

    \b
    Examples:
      letterkit facts used-by barda-21-killed-prosecutor letters/
      letterkit facts used-by ganja-scud-21-killed sent/ --json
    """
    from letterkit.commands.common import echo_json
    from letterkit.commands.edited import store_shelf
    from letterkit.errors import LetterkitError
    from letterkit.findings import did_you_mean

    shelf = store_shelf(ctx)
    rows, unread = uses(folder, claim, shelf)
    if not rows and claim not in shelf.claims:
        hint = did_you_mean(claim, shelf.claims) or "`letterkit facts list` shows all claims"
        raise LetterkitError(f"no claim is called '{claim}'", hint)
    if as_json:
        echo_json(rows)
    elif rows:
        _say(rows, claim)
    else:
        click.echo(f"no letter in {folder} rests on {claim}", err=True)
    if unread:
        raise LetterkitError(f"{unread} of the files could not be read", "mend them, or move them elsewhere")


def _say(rows: list[dict[str, Any]], claim: str) -> None:
    """Print a line for each letter and claim."""
    for row in rows:
        own = "" if row["claim"] == claim else f" (superseded by {claim})"
        gone = "" if row["stands"] else ", no longer in its text"
        click.echo(f"{row['file']}: {row['claim']}{own}, letter of {row['date'] or 'unknown date'}{gone}")


def uses(folder: Path, claim: str, shelf: Shelf) -> tuple[list[dict[str, Any]], int]:
    """Return the uses of a claim and its forerunners in readable letters, and how many are not."""
    from letterkit.checks.edited.usedby import forerunners, resting
    from letterkit.commands.check import docx_files
    from letterkit.commands.text import read_file
    from letterkit.errors import LetterkitError

    claims = [claim, *forerunners(shelf, claim)]
    rows: list[dict[str, Any]] = []
    unread = 0
    for file in docx_files(folder):
        try:
            found = list(resting(read_file(file), claims, shelf))
        except LetterkitError as error:
            click.echo(f"{file}: {error.message}", err=True)
            unread += 1
            continue
        rows += [{"file": str(file), **asdict(each)} for each in found]
    return rows, unread
