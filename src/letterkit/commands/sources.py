"""`letterkit sources`: list and show what the claims rest on; the commands that change it stand beside."""

from __future__ import annotations

from typing import Any

import click

from letterkit.commands.common import completer, echo_json
from letterkit.commands.sources_add import add_sources
from letterkit.commands.sources_csl import export_sources, import_sources
from letterkit.commands.views import echo_lines, echo_table, flat, readable_library, source_as_json
from letterkit.errors import LetterkitError
from letterkit.library.model import Source, as_plain
from letterkit.library.originals import Originals
from letterkit.library.store import Library


@click.group()
def sources() -> None:
    """List, show, archive, export and import sources.

    \b
    Examples:
      letterkit sources list
      letterkit sources show amnesty-2021-01-14-unlawful-strikes --quote "SCUD-B ballistic missile"
      letterkit sources add report.pdf --issued 2021-01-14 --publisher "Example Watch"
    """


for _command in (add_sources, export_sources, import_sources):
    sources.add_command(_command)


@sources.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def list_sources(ctx: click.Context, *, as_json: bool) -> None:
    """List sources in the order in which they were published."""
    library = readable_library(ctx)
    ordered = sorted(library.sources.values(), key=lambda source: (source.issued_on, source.id))
    rows = [_row(library, source) for source in ordered]
    if as_json:
        echo_json(rows)
        return
    columns = (("id", ""), ("issued", "no date"), ("claims", "0"), ("title", ""))
    cells = [[str(row[key] or empty) for key, empty in columns] for row in rows]
    echo_table(("id", "published", "claims", "title"), cells)


@sources.command("show")
@click.argument("source", metavar="SOURCE", shell_complete=completer("sources"))
@click.option("--text", "with_text", is_flag=True, help="Print the quotable text, contact data masked.")
@click.option("--quote", "quotes", metavar="WORDS", multiple=True, help="Say where words stand in it.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def show_source(
    ctx: click.Context, *, source: str, with_text: bool, quotes: tuple[str, ...], as_json: bool
) -> None:
    """Show what a source is, what rests on it, and whether its original is unchanged.

    With --quote: every place where the words stand, with page and context; else the nearest passage and each
    word that differs, and exit code 1.
    """
    from letterkit.commands import sources_quote
    from letterkit.drafting.brief import lookup

    library = readable_library(ctx)
    found: Source = lookup(library.sources, source, "source")
    originals = Originals(library.root)
    if quotes:
        sources_quote.show(found, quotes, originals, as_json=as_json)
        return
    paragraphs = _paragraphs(found, originals) if with_text else []
    if as_json:
        text = {"text": "\n\n".join(paragraphs)} if with_text else {}
        row = {**_row(library, found), "claim_ids": list(library.links.resting.get(found.id, ()))}
        echo_json(
            {
                **as_plain(found),
                **row,
                "original": _state(found, originals),
                **_length(found, originals),
                **text,
            }
        )
    elif with_text:
        click.echo("\n\n".join(paragraphs))
    else:
        echo_lines(flat(found))
        length = (f"{count:,} {what}" for what, count in _length(found, originals).items() if count)
        echo_lines([("length", ", ".join(length)), ("claims", str(_row(library, found)["claims"]))])
        echo_lines(("rest on it", name) for name in library.links.resting.get(found.id, ()))
        echo_lines([("original", _state(found, originals))])


def _length(source: Source, originals: Originals) -> dict[str, int]:
    """Return how many words of a source can be quoted, and on how many pages it stands."""
    try:
        work = originals.work(source)
    except LetterkitError:
        work = None
    pages = {page.number for block in work.blocks for _, page in block.pages} if work else set()
    return {"words": len(work.text.split()) if work else 0, "pages": max(pages, default=0)}


def _row(library: Library, source: Source) -> dict[str, Any]:
    return {
        **source_as_json(source),
        "publisher": source.publisher,
        "kind": source.kind,
        "rank": source.rank,
        "dated": source.dated.isoformat() if source.dated else None,
        "claims": len(library.links.resting.get(source.id, ())),
        "uncited": len(library.uncited.get(source.id, ())),
    }


def _state(source: Source, originals: Originals) -> str:
    if not source.originals:
        return "none archived"
    return "; ".join(fault.message for fault in originals.faults(source)) or "unchanged"


def _paragraphs(source: Source, originals: Originals) -> list[str]:
    work = originals.work(source)
    if work is None:
        raise LetterkitError(
            f"there is no original of '{source.id}' to read",
            "its address is shown by `letterkit sources show`; archive it in seeds/",
        )
    return [" ".join(block.text.split()) for block in work.blocks if block.quotable]
