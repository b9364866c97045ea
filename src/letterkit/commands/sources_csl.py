"""`letterkit sources export` and `import`: CSL-JSON, as Zotero and pandoc read and write it."""

from __future__ import annotations

from pathlib import Path

import click

from letterkit.commands.common import completer, echo_findings, echo_json, sound_library, writable_folder
from letterkit.commands.sources_add import grouped, read_file
from letterkit.commands.views import readable_library, source_as_json
from letterkit.errors import LetterkitError


@click.command("export")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, shell_complete=completer("sources"))
@click.option("--format", "_format", type=click.Choice(["csl-json"]), default="csl-json", show_default=True)
@click.pass_context
def export_sources(ctx: click.Context, *, sources: tuple[str, ...], _format: str) -> None:
    """Print sources, by default all of them, as CSL-JSON for Zotero, pandoc and other reference managers.

    \b
    Examples:
      letterkit sources export > library.json
      letterkit sources export amnesty-2021-01-14-unlawful-strikes
    """
    from letterkit.drafting.brief import lookup
    from letterkit.library.csl.export import csl

    library = readable_library(ctx)
    wanted = [lookup(library.sources, name, "source") for name in dict.fromkeys(sources)]
    chosen = wanted or sorted(library.sources.values(), key=lambda source: (source.issued_on, source.id))
    echo_json([csl(source) for source in chosen])


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def import_sources(ctx: click.Context, *, file: str, dry_run: bool, as_json: bool) -> None:
    """Enter works from a CSL-JSON FILE, as Zotero exports it: what they are, without their text.

    Attach each original with `letterkit sources add FILE --for SOURCE`; until then quotes from it are
    unchecked, an error in `facts verify`. What is in the library already is left as it is.

    \b
    Example:
      letterkit sources import "My Library.json"
    """
    from letterkit.library.csl.imports import read
    from letterkit.library.disk.commit import commit
    from letterkit.library.intake.sourcefile import written

    root = writable_folder(ctx)
    imported = read(sound_library(ctx), read_file(Path(file)), file)
    if not (imported.sources or imported.known):
        echo_findings(grouped(imported.findings))
        raise LetterkitError(
            f"nothing was imported from {file}: it holds no work with a title",
            "export from Zotero as CSL JSON",
        )
    files = {
        root / "facts" / "sources" / f"{source.id}.yaml": written(source).encode()
        for source in imported.sources
    }
    if files and not dry_run:
        commit(root, files)
    if as_json:
        known = [{"id": name, "title": title} for name, title in imported.known]
        findings = [finding.as_json() for finding in imported.findings]
        added = [source_as_json(source) for source in imported.sources]
        echo_json(
            {
                "added": added,
                "known": known,
                "paths": list(map(str, files)),
                "dry_run": dry_run,
                "findings": findings,
            }
        )
        return
    echo_findings(grouped(imported.findings))
    would = " would be" if dry_run else ""
    said = f"{len(imported.sources)} sources{would} imported, {len(imported.known)} known already"
    click.echo(
        f"{said if imported.sources else f'nothing new: {len(imported.known)} sources known already'}",
        err=True,
    )
    for path in () if dry_run else files:
        click.echo(path)
