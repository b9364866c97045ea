"""What several commands share: the library of this call, printing, and options with completion."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letterkit import report
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors
from letterkit.library.disk.locate import is_read_only, locate, starter

if TYPE_CHECKING:
    from letterkit.library.store import Library


class DayType(click.ParamType[date]):
    """A day as `YYYY-MM-DD`."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or end with exit code 2 and what a day looks like."""
        from letterkit.library.edtf import parse_day

        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


DAY = DayType()


def today() -> date:
    """Return the day of this call: the one place where the clock is read."""
    return date.today()


def library_folder(ctx: click.Context) -> Path:
    """Return the folder of the library that this call is about."""
    return locate((ctx.find_root().obj or {}).get("library"), Path.cwd())


def writable_folder(ctx: click.Context) -> Path:
    """Return the folder of the library for a command that writes into it."""
    folder = library_folder(ctx)
    if is_read_only(folder):
        raise LetterkitError(
            "the library that comes with letterkit is read-only", "make one of your own: `letterkit new DIR`"
        )
    return folder


def read_library(ctx: click.Context, *, trusting: bool = True) -> tuple[Library, list[Finding]]:
    """Return the library and what is wrong in it; names that nothing bears are left to the checks.

    Who is not `trusting` has it read from the YAML, whatever the index holds.
    """
    from letterkit.library.load import load

    return load(library_folder(ctx), starter(), _judged, trusting=trusting)


def sound_library(ctx: click.Context) -> Library:
    """Return the library, or end with all its errors: a store read in part gives wrong answers."""
    library, findings = read_library(ctx)
    findings = findings if library.sound else [*findings, *_judged(library)]
    if has_errors(findings):
        echo_findings(findings)
        raise LetterkitError(
            f"the library at {library.root} has {report.summary(findings)}",
            "mend them; `letterkit facts verify` shows them again",
        )
    return library


def _judged(library: Library) -> Iterator[Finding]:
    from letterkit.checks.references import unresolved

    return unresolved(library)


def echo_findings(findings: Iterable[Finding]) -> None:
    """Print findings to stderr."""
    text = report.text(findings)
    if text:
        click.echo(text, err=True)


def echo_json(value: Any) -> None:
    """Print a value to stdout as JSON, in UTF-8 whatever the terminal speaks."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace"))


def completer(kind: str) -> Any:
    """Return a shell completion for the ids of a kind of the store (`recipients`, `claims` …)."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        from letterkit.library.load import load

        try:
            named = (ctx.find_root().params or {}).get("library") or os.environ.get("LETTERKIT_LIBRARY")
            library, _ = load(locate(named, Path.cwd()), starter())
        except LetterkitError:
            return []
        return sorted(name for name in library.entries(kind) if name.startswith(incomplete))

    return complete
