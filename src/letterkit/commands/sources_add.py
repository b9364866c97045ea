"""`letterkit sources add`: archive documents and enter the works in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letterkit.commands.common import DAY, completer, echo_findings, echo_json, sound_library, writable_folder
from letterkit.commands.progress import reading
from letterkit.commands.sources_letters import echo_touched, touched_letters
from letterkit.commands.views import source_as_json
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors

if TYPE_CHECKING:
    from letterkit.checks.corrections import Correction
    from letterkit.library.intake.documents import Document, Intake, Version
    from letterkit.library.model import Source

_LARGEST = 128 * 2**20
_SHOWN = 3  # findings of one sort, and known works, before they are only counted


@click.command("add")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--url", metavar="URL", help="Its address; it is recorded, not fetched.")
@click.option(
    "--for", "source", metavar="SOURCE", shell_complete=completer("sources"), help="Attach it to this source."
)
@click.option("--publisher", metavar="NAME")
@click.option("--title", metavar="TITLE")
@click.option(
    "--issued", metavar="DATE", help="When it was published: YYYY-MM-DD, or YYYY-MM where no more is known."
)
@click.option("--accessed", type=DAY, help="When it was taken from its address.")
@click.option(
    "--letters",
    type=click.Path(exists=True, path_type=Path),
    metavar="FOLDER",
    help="Where letters are: those that a new version touches are named.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def add_sources(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    url: str | None,
    source: str | None,
    publisher: str | None,
    title: str | None,
    issued: str | None,
    accessed: date | None,
    letters: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Archive reports: feeds, saved web pages, PDF, Word documents, plain text.

    Each FILE is kept byte for byte in seeds/, and each work in it becomes a source; a feed holds many. What a
    document does not say of itself is named, never guessed. The same work again is nothing new; the same
    address with another text is a new version, and the quotes that no longer stand in it are named with their
    claims and the letters that rest on them, sent ones and those in --letters. Nothing is fetched. All is
    written, or nothing.

    \b
    Examples:
      letterkit sources add feed.xml
      letterkit sources add page.html --url https://www.example.org/report --publisher "Example Watch"
      letterkit sources add report.pdf --issued 2021-01-14 --publisher "Amnesty International"
      letterkit sources add original.pdf --for watch-2021-01-14-mines-in-the-valley
      letterkit sources add page-again.html --url https://www.example.org/report --letters letters/
    """
    from letterkit.checks.corrections import correction
    from letterkit.drafting.brief import lookup
    from letterkit.library.disk.commit import commit
    from letterkit.library.intake.described import Given, checked
    from letterkit.library.intake.documents import take_in
    from letterkit.library.readings import remember

    root = writable_folder(ctx)
    library = sound_library(ctx)
    given = checked(Given(url, publisher, title, issued, accessed, source))
    if source:
        lookup(library.sources, source, "source")
    documents = [_document(name) for name in files]
    intake = take_in(library, documents, given, _archived(root))
    corrections = [
        correction(library, each.source.id, each.original.item, each.works)
        for each in intake.versions
        if not each.is_first
    ]
    findings = _all_findings(intake, corrections)
    touched = touched_letters(ctx, root, corrections, letters)
    _refuse_nothing(intake, findings)
    if not dry_run:
        commit(root, intake.files)
        for document in documents:
            remember(document.data, document.kind, list(document.works))
    if as_json:
        echo_json({**_report(intake, corrections, findings, dry_run=dry_run), "letters": touched})
        return
    echo_findings(grouped(findings))
    _echo_summary(intake, corrections, dry_run=dry_run)
    echo_touched(touched, corrections, letters)
    for path in () if dry_run else intake.files:
        click.echo(path)


def _document(name: str) -> Document:
    """Read one file; raises LetterkitError, with its name, for one that is not taken."""
    from letterkit.archive import read, sniff
    from letterkit.library.intake.documents import Document

    data = read_file(Path(name))
    try:
        kind = sniff(data)
        with reading(Path(name).name, len(data)) as progress:
            works = read(data, kind, progress)
    except LetterkitError as error:
        raise LetterkitError(f"{name}: {error.message}", error.hint) from None
    return Document(name, data, kind or "", tuple(works))


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raises LetterkitError for what is none, is empty, or is too large."""
    if path.is_dir() or (path.exists() and not path.is_file()):
        raise LetterkitError(f"{path} is no file", "name the documents themselves")
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise LetterkitError(
            f"{path} cannot be read: {error.strerror}", "check its name and rights"
        ) from None
    if not data:
        raise LetterkitError(f"{path} is empty", "get it again from its publisher")
    if len(data) > _LARGEST:
        raise LetterkitError(f"{path} has more than {_LARGEST >> 20} MB", "archive a part of it")
    return data


def _archived(root: Path) -> list[str]:
    folder = root / "seeds"
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _all_findings(intake: Intake, corrections: Iterable[Correction]) -> list[Finding]:
    from letterkit.checks.corrections import findings

    return [*intake.findings, *(finding for each in corrections for finding in findings(each))]


def _refuse_nothing(intake: Intake, findings: Sequence[Finding]) -> None:
    """Raise LetterkitError when something is wrong, or when nothing at all was recognised."""
    if has_errors(findings):
        echo_findings(grouped(findings))
        raise LetterkitError("nothing was archived", "mend what the findings name")
    if not (intake.added or intake.versions or intake.known):
        echo_findings(grouped(findings))
        raise LetterkitError(
            "nothing was archived: no work in it can be quoted", "archive the pages themselves"
        )


def grouped(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with those that say the same of many works made one."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        said = finding.message.partition(": “")[0] if finding.claim is None else finding.message
        groups.setdefault((finding.rule, said), []).append(finding)
    shown = []
    for (_, said), group in groups.items():
        if len(group) > _SHOWN:
            message = f"{said} ({len(group)} works; the first: {group[0].message.partition(': ')[2]})"
            shown.append(replace(group[0], message=message))
        else:
            shown += group
    return shown


def _echo_summary(intake: Intake, corrections: Iterable[Correction], *, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    for _, found in intake.known[:_SHOWN]:
        click.echo(f"nothing new: {found.source} ({found.why})", err=True)
    if len(intake.known) > _SHOWN:
        click.echo(f"nothing new: {len(intake.known)} works in all are archived already", err=True)
    for version in (each for each in intake.versions if each.is_first):
        click.echo(f"{version.source.id}: its original {would}archived", err=True)
    for each in corrections:
        lost = (
            f"{len(each.lost)} no longer stand: {', '.join(each.claims) or 'no claim'}"
            if each.lost
            else "none is lost"
        )
        click.echo(
            f"{each.source}: a new version {would}archived; {each.standing} quotes stand in it, {lost}",
            err=True,
        )
    for source in intake.added[:_SHOWN]:
        click.echo(f"{source.id} {would}added: “{source.title}”", err=True)
    if len(intake.added) > _SHOWN:
        click.echo(f"{len(intake.added)} sources {would}added in all", err=True)


def _report(
    intake: Intake, corrections: Iterable[Correction], findings: Iterable[Finding], *, dry_run: bool
) -> dict[str, Any]:
    by_source = {each.source: each for each in corrections}
    return {
        "added": [_added(source) for source in intake.added],
        "known": [
            {"id": found.source, "item": work.item, "reason": found.why} for work, found in intake.known
        ],
        "versions": [_version(version, by_source.get(version.source.id)) for version in intake.versions],
        "left_out": intake.left_out,
        "paths": [str(path) for path in intake.files],
        "dry_run": dry_run,
        "findings": [finding.as_json() for finding in findings],
    }


def _added(source: Source) -> dict[str, Any]:
    original = source.originals[-1]
    placed = {"document": original.document, "item": original.item}
    return {**source_as_json(source), "publisher": source.publisher, **placed}


def _version(version: Version, found: Correction | None) -> dict[str, Any]:
    lost = [
        {"quote": each.quoted.quote, "claim": each.quoted.claim, "superseded_by": list(each.superseded_by)}
        for each in (found.lost if found else ())
    ]
    return {
        "id": version.source.id,
        "document": version.original.document,
        "item": version.original.item,
        "first": version.is_first,
        "standing": found.standing if found else 0,
        "lost": lost,
        "claims": list(found.claims) if found else [],
    }
