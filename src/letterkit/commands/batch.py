"""`letterkit batch`: a letter to each recipient of a group or of a list."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.commands.common import DAY, completer, echo_findings, echo_json, sound_library, today
from letterkit.commands.formats import WRITERS
from letterkit.errors import LetterkitError

if TYPE_CHECKING:
    from letterkit.commands.batchprepare import Batch
    from letterkit.commands.batchrun import Done

# What somebody may decide on; every other error says that a letter would not be sound.
MAY_PASS = ("placeholder", "unsourced")


@click.command()
@click.option("--to", "to", required=True, metavar="GROUP_OR_CSV", help="senate, house, committee:SSFR …")
@click.option("--topic", required=True, metavar="TOPIC", shell_complete=completer("topics"))
@click.option("--out", metavar="DIR", help="A folder for this batch alone; a dry run needs none.")
@click.option("--date", "day", type=DAY, help="The letters' date. Default: today, with --resume as begun.")
@click.option("--sender", metavar="ID", shell_complete=completer("senders"))
@click.option(
    "--occasion", metavar="ID", shell_complete=completer("occasions"), help="Default: the next one."
)
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(list(WRITERS)), help="May be given again."
)
@click.option("--email", is_flag=True, help="Also a draft (.eml) for each, with the PDF attached.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes. Default: one a core.")
@click.option("--cluster", metavar="ADDRESS", help="A Dask scheduler: tcp://… (needs letterkit[cluster]).")
@click.option("--dry-run", is_flag=True, help="Show names, salutations, addresses; write nothing.")
@click.option("--resume", is_flag=True, help="Go on with a batch that was interrupted or had failures.")
@click.option(
    "--allow",
    multiple=True,
    type=click.Choice(MAY_PASS),
    help="Let texts to be filled in, or free text of a list, pass; may be given again.",
)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def batch(
    ctx: click.Context,
    to: str,
    topic: str,
    out: str | None,
    day: date | None,
    sender: str | None,
    occasion: str | None,
    formats: tuple[str, ...],
    email: bool,
    jobs: int | None,
    cluster: str | None,
    dry_run: bool,
    resume: bool,
    allow: tuple[str, ...],
    as_json: bool,
) -> None:
    """Draft a letter to each recipient of a group or of a CSV list, with an index of what was made.

    Groups are senate, house, committee:SSFR, state:NY, party:Democrat; `recipients export` writes a list.
    Whatever is wrong with the list is named in one run, before anything is written. A letter with errors is
    held back and named at the end; the others are made. An interrupted batch goes on with --resume: finished
    files are kept, half files never exist. Nothing is ever sent.

    \b
    Proof-read, then make:
      letterkit batch --to senate --topic cluster-munitions --dry-run
      letterkit batch --to senate --topic cluster-munitions --out letters/ --format docx --format pdf

    \b
    A list of your own, with drafts to open in a mail program:
      letterkit batch --to list.csv --topic pegasus-spyware --out letters/ --email

    \b
    After Ctrl-C, or when the list is mended:
      letterkit batch --to list.csv --topic pegasus-spyware --out letters/ --email --resume
    """
    from letterkit.checks.draft import check_draft
    from letterkit.commands.batchprepare import Asked, prepare
    from letterkit.commands.batchrun import run

    if jobs and cluster:
        raise click.UsageError("--jobs is for this machine, --cluster for others: give one of them")
    if out is None and not dry_run:
        raise click.UsageError("give --out DIR, a folder for this batch alone; only --dry-run needs none")
    kinds = tuple(dict.fromkeys(formats or ("docx",)))
    asked = Asked(to, topic, Path(out or ""), day, sender, occasion, kinds, email, allow)
    library = sound_library(ctx)
    prepared = prepare(library, asked, check_draft, today(), resume=resume, dry_run=dry_run)
    if dry_run:
        _show(prepared, as_json=as_json)
        return
    _report(prepared, run(prepared, jobs, cluster), as_json=as_json)


def _show(prepared: Batch, *, as_json: bool) -> None:
    """Print what to proof-read."""
    from letterkit.commands.views import echo_table

    if as_json:
        findings = [finding.as_json() for finding in prepared.findings]
        echo_json({"recipients": list(prepared.about.values()), "findings": findings})
        return
    echo_findings(prepared.findings)
    headings = ("id", "salutation", "address", "e-mail")
    echo_table(
        headings,
        (
            (each["id"], each["salutation"], "\n".join(each["address"]), each["email"] or "")
            for each in prepared.about.values()
        ),
    )
    number = len(prepared.about)
    click.echo(f"{number} letter{'s' * (number != 1)} would be made; nothing was written", err=True)


def _report(prepared: Batch, done: Done, *, as_json: bool) -> None:
    """Print what was made and found; raises LetterkitError where a letter was not made."""
    from letterkit.commands.batchrun import shown, told

    failed = [row["id"] for row in done.rows if row["status"] == "failed"]
    if as_json:
        echo_json(
            {
                "paths": [str(path) for path in done.paths],
                "date": prepared.order.date.isoformat(),
                "topic": prepared.order.topic,
                "made": len(done.rows) - len(failed),
                "kept": done.kept,
                "failed": failed,
                "recipients": [shown(row) for row in done.rows],
                "findings": [finding.as_json() for finding in done.findings],
            }
        )
    else:
        echo_findings([*done.findings, *told(done.rows)])
        for path in done.paths:
            click.echo(path)
    if failed:
        raise LetterkitError(
            f"{len(failed)} of {len(done.rows)} letters were not made: {_some(failed)}",
            "mend what the findings name, then run again with --resume; the others are finished",
        )


def _some(names: list[str]) -> str:
    return ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
