"""`letterkit recipients import|export`: many at once, from public data and from lists of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from letterkit.commands.common import DAY, completer, echo_findings, sound_library, today, writable_folder
from letterkit.commands.listings import recipients
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.library.store import Library


@recipients.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--committees", metavar="FILE", help="committees-current.yaml: names of the committees.")
@click.option("--membership", metavar="FILE", help="committee-membership-current.yaml: who sits on which.")
@click.option("--as-of", "as_of", type=DAY, help="The day that the data are of. Default: today.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def import_recipients(
    ctx: click.Context,
    files: tuple[str, ...],
    committees: str | None,
    membership: str | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Bring recipients into the library: Congress from public data, or a list of your own.

    FILE is legislators-current.yaml of the public congress-legislators data (its further files may stand
    beside it, or be given by the options), or one CSV as `recipients export --template` writes it. An import
    is one file with a list in facts/recipients/; importing again replaces it and says what changed. Telephone
    and fax numbers, e-mail addresses and contact forms are never taken over.

    \b
    Examples:
      letterkit recipients import legislators-current.yaml --committees committees-current.yaml \\
        --membership committee-membership-current.yaml --as-of 2026-07-01
      letterkit recipients import ministries.csv
    """
    from letterkit.commands import imports

    root, day = writable_folder(ctx), as_of or today()
    if not as_json:
        echo_findings(imports.dated(as_of, today()))
    if not any(name.casefold().endswith(".csv") for name in files):
        goal = imports.target(root, imports.CONGRESS, day)
        further = [name for name in (committees, membership) if name]
        what = "the United States Congress, public data of congress-legislators"
        imports.write(goal, imports.from_congress(goal, [*files, *further]), what, as_json=as_json)
        return
    if len(files) > 1 or committees or membership:
        raise click.UsageError("one list of your own at a time: give a single CSV and nothing beside it")
    goal = imports.target(root, Path(files[0]).stem, day)
    what = f"the list {Path(files[0]).name}"
    imports.write(goal, imports.from_list(goal, files[0]), what, as_json=as_json)


@recipients.command("export")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=completer("recipients"))
@click.option("--group", "groups", multiple=True, metavar="GROUP", help="senate, house, committee:SSFR …")
@click.option("--template", is_flag=True, help="The columns and an example, to write your own list over.")
@click.option("--date", "day", type=DAY, help="As letters of this day print it. Default: today.")
@click.option("--out", metavar="FILE", help="With a mark by which spreadsheets know UTF-8. Default: stdout.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.pass_context
def export_recipients(
    ctx: click.Context,
    ids: tuple[str, ...],
    groups: tuple[str, ...],
    template: bool,
    day: date | None,
    out: str | None,
    force: bool,
) -> None:
    """Write recipients as a CSV list, as letters of a day print them; without any, all that the library has.

    Fill in e-mail addresses and claims, change what you like, and give the list to `letterkit batch`. An
    empty cell says what the library says. E-mail addresses live in your list alone.

    \b
    Examples:
      letterkit recipients export --template --out list.csv
      letterkit recipients export --group senate --group committee:HSFA --date 2026-07-01 --out list.csv
      letterkit recipients export state-dept nso-group
    """
    from letterkit.library.disk.write import write_all
    from letterkit.outreach import listed, sheet

    rows: list[dict[str, str]] = [listed.EXAMPLE]
    if not template:
        rows, findings = _rows(sound_library(ctx), ids, groups, day or today())
        echo_findings(findings)
    text = sheet.write(rows)
    if out is None:
        click.echo(text.encode(), nl=False)
        return
    write_all([(Path(out), text.encode("utf-8-sig"))], force=force)
    click.echo(out)


def _rows(
    library: Library, ids: Sequence[str], groups: Sequence[str], day: date
) -> tuple[list[dict[str, str]], list[Finding]]:
    """Return the rows of everybody asked for, each once, and who cannot be addressed on that day."""
    from letterkit.outreach import cards
    from letterkit.outreach.groups import resolve

    rows: dict[str, dict[str, str]] = {}
    findings: list[Finding] = []
    for name in [*groups, *ids] or library.recipients:
        try:
            addressees, said = resolve(library, name, day)
        except LetterkitError as problem:
            if groups or ids:
                raise
            findings.append(Finding("not-in-office", "warning", problem.message, hint=problem.hint))
            continue
        findings += said
        for each in addressees:
            rows.setdefault(each.recipient.id, cards.card(library, each.recipient, day))
    return list(rows.values()), findings
