"""`letterkit facts used-by`: which letters of a folder, and which that went out, rest on a claim."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letterkit.commands.common import completer

if TYPE_CHECKING:
    from letterkit.checks.edited.shelf import Shelf
    from letterkit.library.sent import SentLetter


@click.command("used-by")
@click.argument("claim", metavar="CLAIM", shell_complete=completer("claims"))
@click.argument("folder", type=click.Path(path_type=Path), default=".", metavar="[FOLDER]")
@click.option("--json", "as_json", is_flag=True, help="Print file, date, recipient, topic and what shows it.")
@click.pass_context
def used_by(ctx: click.Context, *, claim: str, folder: Path, as_json: bool) -> None:
    """List the letters that rest on a claim or on one that it supersedes, in a folder and among those sent.

    A letter's own record says so, else the marks in its text, else its notes and its words. What `letterkit
    sent add` has recorded is listed wherever the files are now.

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
    rows, unread = _uses(ctx, folder, claim, shelf)
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
        where = row["file"] or f"to {row['recipient']}"
        sent = f", sent {row['sent']}" if row["sent"] else ""
        dated = row["date"] or "unknown date"
        click.echo(f"{where}: {row['claim']}{own}, letter of {dated}{sent}{gone}")


def _uses(ctx: click.Context, folder: Path, claim: str, shelf: Shelf) -> tuple[list[dict[str, Any]], int]:
    """Return the uses in the folder, then those on record whose files are not there; and how many are unread.

    A folder without letters is an error only where the record knows of none either.
    """
    from letterkit.checks.edited.usedby import forerunners
    from letterkit.commands.common import echo_findings, library_folder
    from letterkit.errors import LetterkitError
    from letterkit.library import sent

    letters, said = sent.load(library_folder(ctx))
    echo_findings(said)
    claims = [claim, *forerunners(shelf, claim)]
    on_record = [(name, each) for each in letters for name in claims if name in each.claims]
    try:
        rows, unread = uses(folder, claim, shelf)
    except LetterkitError:
        if not on_record or not folder.is_dir():
            raise
        rows, unread = [], 0
    days = {file.sha256: each.sent.isoformat() for each in letters for file in each.files}
    seen = {str(row["file"]): hashlib.sha256(Path(row["file"]).read_bytes()).hexdigest() for row in rows}
    found = [{**row, "sent": days.get(seen[row["file"]])} for row in rows]
    elsewhere = (pair for pair in on_record if pair[1].digests.isdisjoint(seen.values()))
    return [*found, *(_row(name, each) for name, each in elsewhere)], unread


def _row(claim: str, letter: SentLetter) -> dict[str, Any]:
    """Return a use that only the record of what went out knows of."""
    return {
        "file": None,
        "claim": claim,
        "found_by": "sent",
        "stands": True,
        "date": letter.date.isoformat(),
        "recipient": letter.to,
        "topic": letter.topic,
        "sent": letter.sent.isoformat(),
    }


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
