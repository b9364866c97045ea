"""`letterkit pdf`: the accessible PDF of an edited letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit import report
from letterkit.commands.common import echo_findings, echo_json, library_folder, today
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors
from letterkit.library.disk.locate import template_file

if TYPE_CHECKING:
    from letterkit.letter.model import Letter


@click.command()
@click.argument("letter", metavar="LETTER.docx")
@click.option("--out", metavar="FILE", help="Default: the letter's name with .pdf, beside it.")
@click.option(
    "--allow",
    multiple=True,
    metavar="RULE[:CLAIM]",
    help="Let errors of this rule pass, or those of one claim; may be given again.",
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.option("--json", "as_json", is_flag=True, help="Say on stdout what was written and what was found.")
@click.pass_context
def pdf(
    ctx: click.Context, letter: str, out: str | None, allow: tuple[str, ...], force: bool, as_json: bool
) -> None:
    """Make the accessible PDF of an edited letter, after the same check as `letterkit check`.

    Nothing is written while there are errors, tracked changes, or things that a letter cannot hold. Comments,
    hidden text and properties of the DOCX never reach the PDF, which carries the sources still cited.

    \b
    Examples:
      letterkit pdf 2020-10-21-state-dept-cluster-munitions.docx
      letterkit pdf letter.docx --out sent/letter.pdf --json

    \b
    Accept what an error says, and have it reported:
      letterkit pdf letter.docx --allow placeholder

    \b
    Accept the new words of one sentence, and of no other:
      letterkit pdf letter.docx --allow altered:ganja-scud-21-killed
    """
    from letterkit.checks.sending import accept, before_sending, refuse_idle, refuse_unknown
    from letterkit.commands.edited import known_rules, read_edited
    from letterkit.library.disk.write import write_all
    from letterkit.pdf.worker import drawing

    refuse_unknown(allow, known_rules())
    path = Path(letter)
    target = target_of(path, out)
    with drawing(_look(ctx)) as draw:  # gets ready beside the check
        edited = read_edited(ctx, path)
        refuse_idle(allow, edited.findings)
        findings = accept(before_sending(edited.findings), allow)
        refused = has_errors(findings)
        made = [] if refused else [(target, draw(_to_draw(edited.letter), edited.day or today()))]
    replaced = write_all(made, force=force)
    findings += [Finding("replaced", "info", f"{each} was replaced") for each in replaced]
    _say(edited.about, [path for path, _ in made], findings, as_json=as_json)


def _look(ctx: click.Context) -> str:
    return template_file(library_folder(ctx), "letter.css").decode("utf-8")


def _to_draw(letter: Letter) -> Letter:
    """Return a letter with the sources that it still cites, and nothing else of its record."""
    from letterkit.pdf.sources import still_cited

    return replace(letter, record={"csl": still_cited(letter)})


def _say(
    about: dict[str, str | None], written: list[Path], findings: list[Finding], *, as_json: bool
) -> None:
    """Report what was found and written; raises LetterkitError where nothing was."""
    if as_json:
        found = [finding.as_json() for finding in findings]
        echo_json({"paths": [str(path) for path in written], "letter": about, "findings": found})
    else:
        echo_findings(findings)
        for path in written:
            click.echo(path)
    if not written:
        raise LetterkitError(
            f"the letter has {report.summary(findings)}; no PDF was written",
            "mend what the findings name in Word; --allow RULE or RULE:CLAIM lets pass what is decided on",
        )


def target_of(letter: Path, out: str | None) -> Path:
    """Return the path of the PDF; raises click.UsageError where it cannot be one, or is the letter's own."""
    path = _path(letter, out)
    if path.suffix.lower() != ".pdf":
        raise click.UsageError(f"--out names {path.name}: the name of a PDF ends in .pdf")
    if path.resolve() == letter.resolve():
        raise click.UsageError(f"the PDF would replace the letter: name another file than {path} with --out")
    return path


def _path(letter: Path, out: str | None) -> Path:
    if out is None:
        return letter.with_suffix(".pdf")
    path = Path(out)
    return path / f"{letter.stem}.pdf" if out.endswith(("/", "\\")) or path.is_dir() else path
