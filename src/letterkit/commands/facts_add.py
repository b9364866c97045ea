"""`letterkit facts add`: new claims into a source's file, checked before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit import report
from letterkit.commands.common import completer, echo_findings, echo_json, sound_library, writable_folder
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors

if TYPE_CHECKING:
    from letterkit.library.claims.given import Given
    from letterkit.library.model import Source
    from letterkit.library.originals import Originals
    from letterkit.library.store import Library

_LARGEST = 10 * 2**20


@click.command("add")
@click.argument("source", metavar="SOURCE", shell_complete=completer("sources"))
@click.option(
    "--from",
    "file",
    metavar="FILE",
    help="Take the claims from this YAML file; `-` reads the standard input.",
)
@click.option("--dry-run", is_flag=True, help="Say what the checks find, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="With --from: print what was added and found.")
@click.pass_context
def add_facts(ctx: click.Context, *, source: str, file: str | None, dry_run: bool, as_json: bool) -> None:
    """Add claims to a source: passage by passage in the terminal, or from a file.

    Every claim is checked at once: the quote is in the source, its figures, hedges and dates are those of the
    quote, no claim of the store says the same or something else. With an error nothing is written. The claims
    go into facts/claims/SOURCE.yaml in the order of the source; every other line of the file stays.

    \b
    Examples:
      letterkit facts add watch-2021-01-14-mines
      letterkit facts add watch-2021-01-14-mines --from claims.yaml
      letterkit facts add watch-2021-01-14-mines --from - --dry-run < claims.yaml
    """
    from letterkit.drafting.brief import lookup
    from letterkit.library.originals import Originals

    if not dry_run:
        writable_folder(ctx)
    library = sound_library(ctx)
    found: Source = lookup(library.sources, source, "source")
    originals = Originals(library.root)
    if file is None:
        from letterkit.commands.facts_dialog import Dialog

        if as_json:
            raise click.UsageError("--json needs --from", ctx)
        Dialog(library, found, originals, dry_run=dry_run).run()
        return
    given, findings = checked(library, found, originals, *_read(file))
    stopped = has_errors(findings)
    path = None if stopped else save(library, found, originals, given, dry_run=dry_run)
    if as_json:
        _echo_json(given, findings, path, added=not (stopped or dry_run))
    else:
        echo_findings(findings)
    if stopped:
        if as_json:
            ctx.exit(1)
        raise LetterkitError(f"nothing was added: {report.summary(findings)}", "mend them in the file")
    if not as_json:
        _say_done(given, path, dry_run=dry_run)


def checked(
    library: Library, source: Source, originals: Originals, text: str, name: str
) -> tuple[Given, list[Finding]]:
    """Read claims and return them with everything that is to be said of them."""
    from letterkit.library.claims.given import given as read
    from letterkit.research.proposed.review import review

    given = read(text, name, source.id)
    findings = [*given.findings, *_taken(library, given)]
    return given, [*findings, *review(library, originals, given.claims, given.origins)]


def save(
    library: Library, source: Source, originals: Originals, given: Given, *, dry_run: bool = False
) -> Path:
    """Write the claims into their source's file and return its path."""
    from letterkit.library.claims.place import added
    from letterkit.library.disk.commit import commit

    change = added(library, originals, source.id, list(given.claims.values()), given.texts)
    if not dry_run:
        change.must_be_unchanged()
        commit(library.root, {change.path: change.data})
    return change.path


def _taken(library: Library, given: Given) -> list[Finding]:
    return [
        Finding(
            "duplicate-id",
            "error",
            f"'{name}' is used already at {library.place('claims', name, 'id')}",
            origin.place("id"),
            "choose another id",
        )
        for name, origin in given.origins.items()
        if name in library.claims
    ]


def _read(file: str) -> tuple[str, str]:
    """Return the text to take claims from, and what to call it in findings."""
    name = "<stdin>" if file == "-" else file
    try:
        with click.open_file(file, "rb") as stream:
            data: bytes = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise LetterkitError(f"{name} has more than {_LARGEST >> 20} MB", "name a file of claims")
        return data.decode("utf-8-sig"), name
    except OSError as error:
        raise LetterkitError(
            f"{name} cannot be read: {error.strerror}", "check its name and rights"
        ) from None
    except UnicodeDecodeError:
        raise LetterkitError(f"{name} is not UTF-8", "save the file as UTF-8") from None


def _echo_json(given: Given, findings: list[Finding], path: Path | None, *, added: bool) -> None:
    echo_json(
        {
            "added": list(given.claims) if added else [],
            "path": str(path) if path else None,
            "findings": [finding.as_json() for finding in findings],
        }
    )


def _say_done(given: Given, path: Path | None, *, dry_run: bool) -> None:
    names = ", ".join(given.claims)
    click.echo(f"{'would add' if dry_run else 'added'}: {names}", err=True)
    if path and not dry_run:
        click.echo(path)
