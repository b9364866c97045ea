"""The files of `recipients import`: what is read, where it goes, what is said about it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from letterkit.commands.common import echo_findings, echo_json
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors
from letterkit.library.disk.locate import starter
from letterkit.library.disk.write import write_all
from letterkit.library.load import load
from letterkit.library.model import Recipient
from letterkit.library.store import Library
from letterkit.library.yaml import dump
from letterkit.outreach import congress, own
from letterkit.outreach.changes import changes
from letterkit.outreach.congress import Imported
from letterkit.outreach.names import slug

CONGRESS = "us-congress"
LARGEST = 16 * 2**20  # bytes; the members of Congress with all their terms are 1 MB


@dataclass(frozen=True, slots=True)
class Target:
    """The list file that an import writes, what an earlier one wrote there, and the day of the data."""

    root: Path
    path: Path
    before: dict[str, Recipient]
    day: date


def target(root: Path, stem: str, day: date) -> Target:
    """Return the file of an import; raises LetterkitError for one that was written by hand."""
    path = root / "facts" / "recipients" / f"{slug(stem) or 'list'}.yaml"
    if os.path.lexists(path) and not dump.is_made(read(path)):
        raise LetterkitError(f"{path} was not made by an import", "give the list another name")
    library, _ = load(root)
    name = path.relative_to(root).as_posix()
    made = {
        key: entry
        for key, entry in library.recipients.items()
        if library.origins["recipients", key].file == name
    }
    return Target(root, path, made, day)


def from_list(goal: Target, name: str) -> Imported:
    """Read a list of one's own beside the library, the earlier import of the list left out."""
    library, _ = load(goal.root, starter())
    others = {key: each for key, each in library.recipients.items() if key not in goal.before}
    return own.read(replace(library, recipients=others), read(Path(name)), name, goal.day)


def from_congress(goal: Target, names: Sequence[str]) -> Imported:
    """Read the public data, and see that nothing in the library bears the same ids."""
    imported = congress.read([(name, _text(name)) for name in names], goal.day)
    library, _ = load(goal.root)
    return replace(imported, findings=(*imported.findings, *_clashes(library, goal, imported.recipients)))


def _clashes(library: Library, goal: Target, new: Iterable[Recipient]) -> Iterator[Finding]:
    for recipient in new:
        if recipient.id in library.recipients and recipient.id not in goal.before:
            place = library.place("recipients", recipient.id)
            message = f"'{recipient.id}' is in the library already"
            yield Finding("duplicate-id", "error", message, place, "give that entry another id")


def dated(day: date | None, now: date) -> list[Finding]:
    """Return what to know of the day that the data are of: where nobody says it, and where it is to come."""
    if day is None:
        hint = "give --as-of if they are older: roles on committees count within 30 days of it"
        return [Finding("as-of", "info", f"the data are taken to be of today, {now}", hint=hint)]
    if day > now:
        hint = "import again with the day that they were published"
        return [Finding("as-of", "warning", f"--as-of {day} is still to come", hint=hint)]
    return []


def write(goal: Target, imported: Imported, what: str, *, as_json: bool) -> None:
    """Write the list file and say what changed; raises LetterkitError, and writes nothing, for an error."""
    if has_errors(imported.findings):
        echo_findings(imported.findings)
        raise LetterkitError("nothing was imported", "mend what the findings name")
    news = list(changes(goal.before.values(), imported.recipients)) if goal.before else []
    text = dump.recipients(imported.recipients, what, goal.day)
    write_all([(goal.path, text.encode())], force=True)
    if as_json:
        echo_json(_report(goal, imported, news))
        return
    echo_findings([*imported.findings, *news])
    changed = f"{len(news)} changes" if news else "nothing has changed" if goal.before else "all new"
    click.echo(f"{len(imported.recipients)} recipients as of {goal.day}: {changed}", err=True)
    click.echo(goal.path)


def _report(goal: Target, imported: Imported, news: Iterable[Finding]) -> dict[str, Any]:
    held_back = [each.id for each in imported.recipients if each.person and not each.address]
    return {
        "path": str(goal.path),
        "as_of": goal.day.isoformat(),
        "recipients": [each.id for each in imported.recipients],
        "held_back": held_back,
        "findings": [finding.as_json() for finding in (*imported.findings, *news)],
    }


def _text(name: str) -> str:
    try:
        return read(Path(name)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LetterkitError(f"{name} is not UTF-8", "take the file as it was published") from error


def read(path: Path) -> bytes:
    """Return the bytes of a file; raises LetterkitError for one larger than any that is meant."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise LetterkitError(
            f"{path} cannot be read: {error.strerror}", "check its name and rights"
        ) from error
    if len(data) > LARGEST:
        raise LetterkitError(f"{path} has more than {LARGEST // 2**20} MB", "is it the right file?")
    return data
