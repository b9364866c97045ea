"""Which letters rest on claims whose quotes a new version of a source no longer has: those to correct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from letterkit.checks.corrections import Correction


def touched_letters(
    ctx: click.Context, root: Path, corrections: Sequence[Correction], folder: Path | None
) -> list[dict[str, Any]]:
    """Return the uses of claims that lost a quote: in what was sent, and in the letters of a folder.

    A letter of the folder has a `file`, one that was sent the day as `sent`.
    """
    claims = list(dict.fromkeys(claim for each in corrections for claim in each.claims))
    return [*_sent(root, claims), *(_in_folder(ctx, claims, folder) if folder else ())] if claims else []


def _sent(root: Path, claims: Sequence[str]) -> Iterator[dict[str, Any]]:
    from letterkit.commands.common import echo_findings
    from letterkit.library.sent import load

    letters, findings = load(root)
    echo_findings(findings)
    for letter in letters:
        for claim in letter.claims:
            if claim in claims:
                about = {"to": letter.to, "name": letter.name, "topic": letter.topic}
                yield {"claim": claim, **about, "date": str(letter.date), "sent": str(letter.sent)}


def _in_folder(ctx: click.Context, claims: Sequence[str], folder: Path) -> Iterator[dict[str, Any]]:
    from letterkit.commands.edited import store_shelf
    from letterkit.commands.usedby import uses

    shelf = store_shelf(ctx)
    for claim in claims:
        yield from (row for row in uses(folder, claim, shelf)[0] if row["claim"] == claim)


def echo_touched(
    touched: Sequence[dict[str, Any]], corrections: Sequence[Correction], folder: Path | None
) -> None:
    """Say on stderr which letters are to be corrected, or how to find them."""
    for row in touched:
        where = row["file"] if "file" in row else f"sent to {row['name']} on {row['sent']}"
        click.echo(
            f"to correct: {where}: {row['claim']}, letter of {row['date'] or 'unknown date'}", err=True
        )
    claims = [claim for each in corrections for claim in each.claims]
    if claims and folder is None:
        click.echo(
            f"letters in a folder: `letterkit facts used-by {claims[0]} FOLDER`, or --letters FOLDER",
            err=True,
        )
