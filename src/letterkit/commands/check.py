"""`letterkit check`: whether the citations of an edited letter still hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from letterkit.checks.edited.check import Checked


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="LETTER.docx|FOLDER")
@click.option(
    "--json", "as_json", is_flag=True, help="Print claims with their status, and findings, as JSON."
)
@click.pass_context
def check(ctx: click.Context, path: Path, as_json: bool) -> None:
    """Check an edited letter: whether each claim is still what its source carries and has its note.

    Every claim is intact, reworded, altered, removed or uncited. An error stops sending; a warning asks for a
    decision. For a folder every .docx in it is checked. Exits 1 where there are errors.

    \b
    Examples:
      letterkit check letter.docx
      letterkit check letters/ --json
    """
    from letterkit.commands.common import echo_findings, echo_json
    from letterkit.findings import has_errors

    files = _files(path)
    results = [(file, *_checked(ctx, file)) for file in files]
    if as_json:
        lists = [{**_json(file, checked, findings), "file": str(file)} for file, checked, findings in results]
        echo_json(lists if path.is_dir() else _json(*results[0]))
    for file, checked, findings in results if not as_json else ():
        _say(file, checked)
        echo_findings(findings)
    if any(has_errors(findings) for _, _, findings in results):
        ctx.exit(1)


def _files(path: Path) -> list[Path]:
    from letterkit.errors import LetterkitError

    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.glob("*.docx") if not file.name.startswith("~$"))
    if not files:
        raise LetterkitError(f"{path} holds no .docx", "name a letter, or a folder that holds some")
    return files


def _checked(ctx: click.Context, file: Path) -> tuple[Checked, list[Any]]:
    from letterkit.commands.edited import check_file
    from letterkit.commands.text import in_file

    checked = check_file(ctx, file)
    return checked, [in_file(finding, file) for finding in checked.findings]


def _json(file: Path, checked: Checked, findings: list[Any]) -> dict[str, Any]:
    return {**checked.as_json(), "findings": [finding.as_json() for finding in findings]}


def _say(file: Path, checked: Checked) -> None:
    """Print each claim that is not intact with what it was and what it is now, then the count."""
    for use in checked.uses:
        shown = use.as_json()
        if shown["status"] != "intact":
            click.echo(f"{shown['status']}: {shown['id']} (note {shown['note']})")
            click.echo(f"  was  {shown['was']}")
            if shown["now"]:
                click.echo(f"  now  {shown['now']}")
    intact = sum(use.as_json()["status"] == "intact" for use in checked.uses)
    click.echo(f"{file}: {intact} of {len(checked.uses)} claims intact")
