"""`letterkit sent add|list`: the record of what went out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.commands.common import (
    DAY,
    echo_findings,
    echo_json,
    library_folder,
    today,
    writable_folder,
)
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, did_you_mean, has_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.library.sent import SentLetter


@click.group()
def sent() -> None:
    """Record and list what went out: to whom, when, from which claims.

    The record stands in the library's folder sent/, and never holds an e-mail address.

    \b
    Examples:
      letterkit sent add letters/ --on 2026-11-24 --follow-up 2026-12-08
      letterkit sent list --ics follow-up.ics
    """


@sent.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE_OR_DIR...")
@click.option("--on", "on", type=DAY, help="The day it was sent. Default: today.")
@click.option("--follow-up", type=DAY, help="A day to ask again.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def add(
    ctx: click.Context, files: tuple[str, ...], on: date | None, follow_up: date | None, as_json: bool
) -> None:
    """Mark the letters of a batch, or single letters, as sent.

    A folder stands for all letters that its index.json names. A file that was edited is recorded as it is
    now, with the claims that still stand in the DOCX. A PDF is known by the index or by its DOCX beside it.

    \b
    Examples:
      letterkit sent add letters/ --on 2026-11-24 --follow-up 2026-12-08
      letterkit sent add 2026-11-23-state-dept-cluster-munitions.docx
    """
    from letterkit.commands.sentfiles import entries
    from letterkit.library import sent as record
    from letterkit.outreach.sent import merged, unlikely

    root, day = writable_folder(ctx), on or today()
    if follow_up and follow_up < day:
        raise click.UsageError(f"--follow-up {follow_up} is before the letter is sent, {day}")
    known, unread = record.load(root)
    if has_errors(unread):
        echo_findings(unread)
        raise LetterkitError("the record cannot be read; nothing was written", "mend what is named above")
    new, said = entries([Path(name) for name in files], day, follow_up)
    found = merged(known, new)
    findings = [*said, *found.findings, *unlikely(found.changed, today())]
    if has_errors(findings):
        echo_findings(findings)
        raise LetterkitError("nothing was written", "mend what is named above, or name other files")
    touched = {(each.date, each.topic) for each in found.changed}
    paths = record.save(root, (each for each in found.letters if (each.date, each.topic) in touched))
    if as_json:
        rows, told = [_row(each) for each in found.changed], [each.as_json() for each in findings]
        echo_json({"paths": [str(path) for path in paths], "letters": rows, "findings": told})
        return
    echo_findings(findings)
    for path in paths:
        click.echo(path)


@sent.command(name="list")
@click.option("--topic", metavar="TOPIC")
@click.option("--ics", metavar="FILE", help="Also write the days to follow up as a calendar.")
@click.option("--force", is_flag=True, help="Replace an existing calendar.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def list_sent(ctx: click.Context, topic: str | None, ics: str | None, force: bool, as_json: bool) -> None:
    """List what went out, the earliest first.

    \b
    Examples:
      letterkit sent list --topic cluster-munitions
      letterkit sent list --ics follow-up.ics
    """
    from letterkit.commands.views import echo_table
    from letterkit.library import sent as record

    found, findings = record.load(library_folder(ctx))
    echo_findings(findings)
    letters = _about(found, topic)
    if ics is not None:
        _write_calendar(Path(ics), letters, force=force)
    if as_json:
        echo_json([_row(each) for each in letters])
    else:
        echo_table(("sent", "to", "name", "letter", "follow up"), map(_cells, letters))
    if has_errors(findings):
        raise LetterkitError("part of the record cannot be read", "mend what is named above")


def _about(found: Sequence[SentLetter], topic: str | None) -> list[SentLetter]:
    """Return the letters about a topic, or all; says where there are none, since a topic may be misspelt."""
    letters = [each for each in found if topic in (None, each.topic)]
    if not found:
        click.echo("nothing is on record: `letterkit sent add` marks letters as sent", err=True)
    elif not letters:
        topics = sorted({each.topic for each in found})
        hint = did_you_mean(topic or "", topics) or f"on record: {', '.join(topics)}"
        echo_findings(
            [Finding("not-on-record", "info", f"no letter about '{topic}' is on record", hint=hint)]
        )
    return letters


def _write_calendar(path: Path, letters: list[SentLetter], *, force: bool) -> None:
    from letterkit.library.disk.write import write_all
    from letterkit.outreach import ics

    write_all([(path, ics.write(letters))], force=force)


def _row(letter: SentLetter) -> dict[str, object]:
    from letterkit.library.model import as_plain

    return {name: as_plain(getattr(letter, name)) for name in letter.fields}


def _cells(letter: SentLetter) -> tuple[str, ...]:
    return (
        letter.sent.isoformat(),
        letter.to,
        letter.name,
        f"{letter.date.isoformat()} {letter.topic}",
        letter.follow_up.isoformat() if letter.follow_up else "",
    )
