"""`letterkit sources show --quote`: where words stand in a source, or what comes nearest to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from letterkit.archive import Passage, Status, Verdict, explain
from letterkit.commands.common import echo_json
from letterkit.commands.views import echo_lines
from letterkit.library.model import Source
from letterkit.library.originals import Originals

_STANDS = {Status.FOUND, Status.AMBIGUOUS}


def show(source: Source, quotes: tuple[str, ...], originals: Originals, *, as_json: bool) -> None:
    """Print the verdict on each quote, all of its places or what differs; exit with 1 if one is nowhere."""
    found = [originals.verdict(source, quote) for quote in quotes]
    if as_json:
        echo_json([_as_json(verdict) for verdict in found])
    else:
        for number, verdict in enumerate(found):
            click.echo("\n" * bool(number), nl=False)
            echo_lines(_lines(verdict))
    if not all(verdict.status in _STANDS for verdict in found):
        raise click.exceptions.Exit(1)


def _lines(verdict: Verdict) -> Iterator[tuple[str, str]]:
    message, hint = explain(verdict)
    yield "quote", f"“{verdict.quote}”"
    yield "verdict", f"{verdict.status}{f': {message}' if message else ''}"
    for passage in verdict.passages:
        yield from _place(passage)
    if verdict.nearest is None:
        yield "", "" if verdict.passages else hint
        return
    yield from _place(verdict.nearest.passage, "nearest")
    for difference in verdict.nearest.differences:
        yield "differs", f"quote “{difference.quote}”, source “{difference.source}”"


def _place(passage: Passage, label: str = "stands in") -> Iterator[tuple[str, str]]:
    yield label, passage.context
    where = (
        str(passage.page) if passage.page else "",
        str(passage.kind),
        f"under “{passage.heading}”" if passage.heading else "",
    )
    yield "", ", ".join(part for part in where if part)


def _as_json(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as `--json` prints it."""
    message, hint = explain(verdict)
    nearest = verdict.nearest
    return {
        "quote": verdict.quote,
        "status": str(verdict.status),
        "reason": str(verdict.reason) if verdict.reason else None,
        "places": [_place_as_json(passage) for passage in verdict.passages],
        "nearest": {
            **_place_as_json(nearest.passage),
            "similarity": round(nearest.similarity, 3),
            "differences": [{"quote": each.quote, "source": each.source} for each in nearest.differences],
        }
        if nearest
        else None,
        "message": message,
        "hint": hint,
    }


def _place_as_json(passage: Passage) -> dict[str, Any]:
    return {
        "item": passage.item,
        "page": passage.page.number if passage.page else None,
        "printed": passage.page.printed if passage.page else None,
        "kind": str(passage.kind),
        "heading": passage.heading,
        "text": passage.text,
        "context": passage.context,
    }
