"""`letterkit sources`: list and show what the claims rest on."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from letterkit.commands.common import completer, echo_json
from letterkit.commands.views import echo_lines, echo_table, flat, readable_library, source_as_json
from letterkit.errors import LetterkitError
from letterkit.library.load import Library
from letterkit.library.model import Source, as_plain
from letterkit.library.originals import Originals


@click.group()
def sources() -> None:
    """List and show the archived sources.

    \b
    Examples:
      letterkit sources list
      letterkit sources show amnesty-2021-01-14-unlawful-strikes --text
    """


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
    headings = ("id", "published", "claims", "title")
    echo_table(headings, [(row["id"], row["issued"], str(row["claims"]), row["title"]) for row in rows])


@sources.command("show")
@click.argument("source", metavar="SOURCE", shell_complete=completer("sources"))
@click.option("--text", "with_text", is_flag=True, help="Print the quotable text, contact data masked.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def show_source(ctx: click.Context, *, source: str, with_text: bool, as_json: bool) -> None:
    """Show what a source is, how much rests on it, and whether its original is unchanged."""
    from letterkit.drafting.brief import lookup

    library = readable_library(ctx)
    found: Source = lookup(library.sources, source, "source")
    originals = Originals(library.root)
    paragraphs = _paragraphs(found, originals) if with_text else []
    if as_json:
        text = {"text": "\n\n".join(paragraphs)} if with_text else {}
        echo_json({**as_plain(found), **_row(library, found), "original": _state(found, originals), **text})
    elif with_text:
        click.echo("\n\n".join(paragraphs))
    else:
        echo_lines(flat(found))
        echo_lines([("claims", str(_row(library, found)["claims"])), ("original", _state(found, originals))])


def _row(library: Library, source: Source) -> dict[str, Any]:
    counted = Counter(claim.source for claim in library.claims.values())
    return {
        **source_as_json(source),
        "publisher": source.publisher,
        "kind": source.kind,
        "rank": source.rank,
        "dated": source.dated.isoformat() if source.dated else None,
        "claims": counted[source.id],
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
