"""Entries of the store as people and programs are shown them: the JSON of a claim, lists, labelled lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import click

from letterkit import report
from letterkit.commands.common import echo_findings, read_library
from letterkit.findings import has_errors
from letterkit.library.asof import inadmissible, known_from
from letterkit.library.model import Claim, Source, as_plain
from letterkit.library.store import Library


def readable_library(ctx: click.Context) -> Library:
    """Return the library as far as it can be read; the rest is named on stderr, and the command goes on."""
    library, findings = read_library(ctx)
    if has_errors(findings):
        echo_findings(findings)
        click.echo("warning: the store has errors; what could be read of it is shown", err=True)
    return library


def echo_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table: ruled in a terminal, plain columns elsewhere."""
    width = None
    if sys.stdout.isatty():
        width = click.get_current_context().terminal_width or _columns()
    text = report.table(headings, rows, width)
    if text:
        click.echo(text)


def echo_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print labelled lines, leaving out those with nothing to say; a label is printed once."""
    told = [(label, text) for label, text in lines if text]
    width = max([14, *(len(label) for label, _ in told)])
    before = ""
    for label, text in told:
        click.echo(f"{'' if label == before else label:{width}}  {text}".rstrip())
        before = label


def claims_as_json(library: Library, claims: Iterable[Claim], day: date) -> list[dict[str, Any]]:
    """Return claims as `facts list --json` prints them; `admissible` is judged on the day."""
    barred = inadmissible(library, day)
    later = library.links.replaced_by
    return [_claim(library, claim, list(later.get(claim.id, ())), claim.id not in barred) for claim in claims]


def source_as_json(source: Source) -> dict[str, Any]:
    """Return the part of a source that stands beside a claim."""
    return {
        "id": source.id,
        "title": source.title,
        "issued": source.issued_text,
        "url": source.url,
    }


def _claim(library: Library, claim: Claim, later: list[str], admissible: bool) -> dict[str, Any]:
    source = library.sources.get(claim.source)
    published = known_from(library, claim)
    unknown = {"id": claim.source, "title": None, "issued": None, "url": None}
    return {
        "id": claim.id,
        "claim": claim.claim,
        "quotes": list(claim.quotes),
        "source": source_as_json(source) if source else unknown,
        "topics": list(claim.topics),
        "role": claim.role,
        "parties": list(claim.parties),
        "certainty": claim.certainty,
        "attributed_to": claim.attributed_to,
        "happened": claim.happened.text if claim.happened else None,
        "known_from": published.isoformat() if published != date.max else None,
        "supersedes": list(claim.supersedes),
        "superseded_by": later,
        "admissible": admissible,
    }


def flat(value: Any, label: str = "") -> Iterator[tuple[str, str]]:
    """Yield an entry of the store as labelled lines, whatever is in it."""
    plain = as_plain(value)
    if isinstance(plain, dict):
        for key, item in plain.items():
            yield from flat(item, f"{label}.{key}" if label else key)
    elif isinstance(plain, list):
        yield from ((label, _one_line(item)) for item in plain)
    else:
        yield label, _one_line(plain)


def _one_line(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_one_line(part)}" for key, part in value.items())
    return "; ".join(map(_one_line, value)) if isinstance(value, list) else str(value)


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns
