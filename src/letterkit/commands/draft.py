"""`letterkit draft`: one letter from the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letterkit.commands.common import DAY, completer, echo_findings, echo_json, sound_library, today
from letterkit.commands.formats import WRITERS
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors

if TYPE_CHECKING:
    from letterkit.drafting.composition import Draft


@click.command()
@click.option("--to", "to", required=True, metavar="RECIPIENT", shell_complete=completer("recipients"))
@click.option("--topic", required=True, metavar="TOPIC", shell_complete=completer("topics"))
@click.option(
    "--date", "day", type=DAY, help="The letter's date; it decides what may be cited. Default: today."
)
@click.option(
    "--occasion", metavar="ID", shell_complete=completer("occasions"), help="Default: the next one."
)
@click.option("--sender", metavar="ID", shell_complete=completer("senders"))
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(list(WRITERS)), help="May be given again."
)
@click.option("--out", metavar="FILE_OR_DIR", help="Default: ./<date>-<recipient>-<topic>.docx")
@click.option("--notes", type=click.Choice(["footnotes", "endnotes"]), default="footnotes", show_default=True)
@click.option(
    "--review", is_flag=True, help="Comment each claim in the DOCX: quote, source, certainty, who says so."
)
@click.option("--include", multiple=True, metavar="CLAIM", shell_complete=completer("claims"))
@click.option("--exclude", multiple=True, metavar="CLAIM", shell_complete=completer("claims"))
@click.option("--enclosure", "enclosures", multiple=True, metavar="TEXT", help="Named below the signature.")
@click.option("--cc", "copies", multiple=True, metavar="TEXT", help="Who gets a copy: name, title, body.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.option(
    "--json", "as_json", is_flag=True, help="Say on stdout what was chosen, what was left out, and why."
)
@click.pass_context
def draft(
    ctx: click.Context,
    to: str,
    topic: str,
    day: date | None,
    occasion: str | None,
    sender: str | None,
    formats: tuple[str, ...],
    out: str | None,
    notes: Any,
    review: bool,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    enclosures: tuple[str, ...],
    copies: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Draft a letter from the store, dated today or on --date.

    Nothing published after the date is cited, nor anything superseded by then. An existing file is never
    overwritten without --force. Paths written go to stdout, findings to stderr.

    \b
    Examples:
      letterkit draft --to state-dept --topic cluster-munitions
      letterkit draft --to state-dept --topic cluster-munitions --date 2020-10-21 --format docx --format pdf
      letterkit draft --to state-dept --topic cluster-munitions --out letters/ --json

    \b
    A copy for the fact-checker, <name>-review.docx, with a comment on each claim:
      letterkit draft --to state-dept --topic cluster-munitions --review
    """
    from letterkit.checks.draft import check_draft
    from letterkit.drafting.brief import brief
    from letterkit.drafting.draft import draft_letter
    from letterkit.library.disk.texts import template_source
    from letterkit.library.disk.write import write_all

    library = sound_library(ctx)
    asked = brief(
        library,
        to=to,
        topic=topic,
        day=day or today(),
        occasion=occasion,
        sender=sender,
        include=include,
        exclude=exclude,
        notes_kind=notes,
        enclosures=enclosures,
        copies=copies,
    )
    files = targets(asked.date, to, topic, formats, out, review=review)
    made = draft_letter(library, asked, template_source(library.root))
    findings = [*made.findings, *check_draft(library, made)]
    if has_errors(findings):
        echo_findings(findings)
        raise LetterkitError("the letter has errors; nothing was written", "mend what the findings name")
    written = [(path, _bytes(name, made, library.root, review=review)) for name, path in files]
    replaced = write_all(written, force=force)
    findings += [Finding("replaced", "info", f"{path} was replaced") for path in replaced]
    if as_json:
        from letterkit.drafting.draft import as_report

        echo_json(as_report(made, [str(path) for path, _ in written], findings))
        return
    echo_findings(findings)
    for path, _ in written:
        click.echo(path)


def _bytes(kind: str, made: Draft, root: Path, *, review: bool) -> bytes:
    """Return a letter in a format; for review the DOCX has comments, the other formats stay as they are."""
    if not review or kind != "docx":
        return WRITERS[kind](made.letter, root, made.brief.date)
    from letterkit.commands.formats import review_docx
    from letterkit.drafting.review import comments

    return review_docx(made.letter, root, comments(made.letter.record))


def targets(
    day: date, to: str, topic: str, formats: tuple[str, ...], out: str | None, *, review: bool = False
) -> list[tuple[str, Path]]:
    """Return format and path of every file asked for; raises click.UsageError for what cannot be."""
    files = _targets(f"{day.isoformat()}-{to}-{topic}", formats, out, review=review)
    if review and "docx" not in dict(files):
        raise click.UsageError("--review puts comments into a DOCX: add --format docx, or leave --review out")
    return files


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no name that a file can have: writing will say so
        return False


def _targets(name: str, formats: tuple[str, ...], out: str | None, *, review: bool) -> list[tuple[str, Path]]:
    if out is None or out.endswith(("/", "\\")) or _is_folder(Path(out)) or not Path(out).suffix:
        names = {"docx": f"{name}-review"} if review else {}
        kinds = dict.fromkeys(formats or ("docx",))
        return [(kind, Path(out or ".") / f"{names.get(kind, name)}.{kind}") for kind in kinds]
    path = Path(out)
    kind = path.suffix[1:].lower()
    if kind not in WRITERS:
        raise click.UsageError(f"--out ends in {path.suffix}: a letter is one of {', '.join(WRITERS)}")
    wanted = tuple(dict.fromkeys(formats or (kind,)))
    if wanted != (kind,):
        raise click.UsageError(
            f"--out names a {kind} file, --format asks for {', '.join(wanted)}: name a folder"
        )
    return [(kind, path)]
