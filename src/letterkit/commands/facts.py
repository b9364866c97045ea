"""`letterkit facts`: list, show and verify claims; `suggest`, `add` and `used-by` have files of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit import report
from letterkit.commands.common import (
    DAY,
    completer,
    echo_findings,
    echo_json,
    library_folder,
    read_library,
    today,
)
from letterkit.commands.facts_add import add_facts
from letterkit.commands.facts_suggest import suggest_facts
from letterkit.commands.progress import checking
from letterkit.commands.usedby import used_by
from letterkit.commands.views import claims_as_json, echo_table, readable_library
from letterkit.errors import LetterkitError
from letterkit.findings import did_you_mean, has_errors
from letterkit.library.model import Claim
from letterkit.library.store import Library

if TYPE_CHECKING:
    from letterkit.checks.store import Store


@click.group()
def facts() -> None:
    """List, show and verify the claims of the store; find and add new ones.

    \b
    Examples:
      letterkit facts list --topic cluster-munitions --as-of 2020-10-21
      letterkit facts show ganja-scud-21-killed
      letterkit facts verify
      letterkit facts suggest amnesty-2021-01-14-unlawful-strikes
      letterkit facts add amnesty-2021-01-14-unlawful-strikes
      letterkit facts used-by ganja-scud-21-killed letters/
    """


facts.add_command(suggest_facts)
facts.add_command(add_facts)
facts.add_command(used_by)


@facts.command("list")
@click.option(
    "--topic", metavar="TOPIC", shell_complete=completer("topics"), help="Only claims that carry it."
)
@click.option("--as-of", "day", type=DAY, help="Only what a letter of that day could cite.")
@click.option("--json", "as_json", is_flag=True, help="Print everything about each claim.")
@click.pass_context
def list_facts(ctx: click.Context, *, topic: str | None, day: date | None, as_json: bool) -> None:
    """List claims in the order of their sources."""
    library = readable_library(ctx)
    chosen = library.about([topic]) if topic else list(library.claims.values())
    if topic and not chosen:
        raise _no_claims(library, topic)
    rows = claims_as_json(library, chosen, day or today())
    if day:
        rows = [row for row in rows if row["admissible"]]
    if as_json:
        echo_json(rows)
        return
    echo_table(
        ("id", "role", "certainty", "known from", "claim"),
        [(row["id"], row["role"], row["certainty"], row["known_from"] or "?", row["claim"]) for row in rows],
    )


@facts.command("show")
@click.argument("claim", metavar="CLAIM", shell_complete=completer("claims"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def show_fact(ctx: click.Context, *, claim: str, as_json: bool) -> None:
    """Show a claim with its quotes in their places, its source, and what replaces or contradicts it."""
    from letterkit.commands.factsheet import as_json as sheet_as_json
    from letterkit.commands.factsheet import echo_sheet
    from letterkit.drafting.brief import lookup
    from letterkit.library.originals import Originals

    library = readable_library(ctx)
    found: Claim = lookup(library.claims, claim, "claim")
    originals = Originals(library.root)
    if as_json:
        echo_json(sheet_as_json(library, found, originals, today()))
    else:
        echo_sheet(library, found, originals, today())


@facts.command()
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def verify(ctx: click.Context, *, as_json: bool) -> None:
    """Prove that every quote stands in its source, and that the store keeps its own rules.

    Ends with exit code 1 when anything is an error. Findings name file and line and say what to do.
    """
    from letterkit.archive import Status
    from letterkit.checks.quotes import count
    from letterkit.checks.rules import check_store

    with checking("the store") as tell:
        library, findings = read_library(ctx, trusting=False)
        store = _store(library_folder(ctx), library, whole=not has_errors(findings))
        findings = [*findings, *check_store(store, tell)]
    counts = count(store)
    unchecked = counts.get(Status.UNCHECKED, 0)
    numbers: dict[str, int] = {"checked": sum(counts.values()) - unchecked}
    numbers |= {str(status): counts.get(status, 0) for status in Status}
    if as_json:
        echo_json({**numbers, "findings": [finding.as_json() for finding in findings]})
    else:
        echo_findings(findings)
        click.echo(_line(numbers, report.summary(findings)))
    ctx.exit(1 if has_errors(findings) else 0)


def _store(root: Path, library: Library, *, whole: bool) -> Store:
    """Gather what the rules look at; entries that a library borrows from the starter are not judged."""
    from letterkit.checks.store import Store
    from letterkit.library.disk.files import fact_texts, template_texts
    from letterkit.library.disk.texts import template_source
    from letterkit.library.originals import Originals

    return Store(
        library,
        Originals(root),
        template_source(root),
        template_texts(root),
        fact_texts(root),
        frozenset(library.origins.keys() - library.borrowed),
        whole,
    )


def _line(numbers: dict[str, int], summary: str) -> str:
    words = [f"{numbers['checked']} quotes checked", f"{numbers['found']} found"]
    rest = [key for key in numbers if key not in ("checked", "found") and numbers[key]]
    words += [f"{numbers[key]} {key.replace('_', ' ')}" for key in rest]
    return f"{', '.join(words)}{f'; {summary}' if summary else ''}"


def _no_claims(library: Library, topic: str) -> LetterkitError:
    known = {*library.topics, *(name for claim in library.claims.values() for name in claim.topics)}
    hint = did_you_mean(topic, known) or f"known: {', '.join(sorted(known))}"
    return LetterkitError(f"no claim carries the topic '{topic}'", hint)
