"""What `letterkit batch` does: looks for faults, makes and writes the letters, and ends with the index."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from letterkit import __version__
from letterkit.commands import batchfolder
from letterkit.commands.batchfolder import Row
from letterkit.commands.common import echo_findings
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place, has_errors
from letterkit.library import bundle
from letterkit.library.load import Library
from letterkit.outreach import index, likeness, press
from letterkit.outreach.groups import Addressee, resolve
from letterkit.outreach.listed import resolve as resolve_list
from letterkit.outreach.orders import Check, Made, Order, Task, brief_of, faults, placeholders, tasks
from letterkit.outreach.work import processes, work

# What opens an executor, what makes a letter on it, and how many letters are under way at once.
How = tuple[Callable[[], Executor], Callable[[Task], Made], int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    to: str
    topic: str
    out: Path
    day: date | None
    sender: str | None
    occasion: str | None
    formats: tuple[str, ...]
    email: bool
    allow: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that can be run: its letters, what there is to say of each, and those finished before."""

    asked: Asked
    order: Order
    tasks: tuple[Task, ...]
    about: dict[str, Row]
    findings: tuple[Finding, ...]
    kept: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a batch."""

    rows: list[Row]
    findings: list[Finding]
    paths: list[Path]
    kept: int


def prepare(library: Library, asked: Asked, check: Check, now: date, *, resume: bool, dry_run: bool) -> Batch:
    """Return a batch without faults; raises LetterkitError after naming all of them on stderr."""
    head, before = (None, []) if dry_run else batchfolder.earlier(asked.out)
    order = _order(library, asked, check, asked.day or _begun(head if resume else None) or now)
    addressees, found = _addressees(library, asked.to, order.date)
    findings = [*press.judged(list(found), asked.allow)]
    file = asked.to if _is_list(asked.to) else None
    findings += faults(library, order, addressees, file)
    about, made = dict[str, Row](), tuple[Task, ...]()
    if not has_errors(findings):
        made = tasks(order, addressees)
        about = {each.recipient.id: _about(library, order, each) for each in addressees}
        findings += _open_placeholders(library, order, made, dry_run=dry_run)
    if not dry_run:
        findings += _in_the_way(asked.out, order, made, head, before, resume=resume)
    if has_errors(findings):
        echo_findings(findings)
        number = sum(finding.severity == "error" for finding in findings)
        message = f"nothing was written: {number} error{'s' * (number > 1)}"
        raise LetterkitError(message, "mend what is named above")
    kept = tuple(row for row in before if _is_kept(asked.out, row))
    return Batch(asked, order, made, about, tuple(findings), kept)


def _order(library: Library, asked: Asked, check: Check, day: date) -> Order:
    return Order(
        root=str(library.root.resolve()),
        library=library.digest,
        templates=bundle.templates_digest(library.root),
        topic=asked.topic,
        date=day,
        occasion=asked.occasion,
        sender=asked.sender,
        formats=asked.formats,
        email=asked.email,
        check=check,
        allow=asked.allow,
        version=__version__,
    )


def _begun(head: dict[str, Any] | None) -> date | None:
    return date.fromisoformat(head["date"]) if head else None


def _is_list(to: str) -> bool:
    """Say whether the letters go to a list: no group and no id of a recipient has a dot or a slash."""
    return bool(re.search(r"[./\\]", to)) and not to.casefold().startswith(("committee:", "state:", "party:"))


def _addressees(library: Library, to: str, day: date) -> tuple[tuple[Addressee, ...], tuple[Finding, ...]]:
    """Return whom the letters go to; an unknown group is a finding like all other faults."""
    if not _is_list(to):
        try:
            return resolve(library, to, day)
        except LetterkitError as problem:
            return (), (Finding("recipients", "error", problem.message, hint=problem.hint),)
    try:
        data = Path(to).read_bytes()
    except OSError as error:
        finding = Finding("recipients", "error", f"{to} cannot be read: {error.strerror}", Place(to))
        return (), (finding,)
    return resolve_list(library, data, to, day)


def _about(library: Library, order: Order, addressee: Addressee) -> Row:
    about = index.proof(brief_of(library, order, addressee), addressee.email)
    return {**about, "unsourced": list(addressee.unsourced)}


def _open_placeholders(
    library: Library, order: Order, made: tuple[Task, ...], *, dry_run: bool
) -> Iterator[Finding]:
    if not made:
        return
    sender = brief_of(library, order, made[0].addressee).sender
    if found := placeholders(sender):
        message = f"the sender '{sender.id}' is not filled in: {', '.join(found)}"
        hint = f"fill it in in facts/senders/{sender.id}.yaml, or pass --allow placeholder"
        finding = Finding("placeholder", "error", message, hint=hint)
        allow = ("placeholder",) if dry_run else order.allow
        yield replace(finding, severity="warning") if "placeholder" in allow else finding


def _in_the_way(
    out: Path,
    order: Order,
    made: tuple[Task, ...],
    head: dict[str, Any] | None,
    before: list[Row],
    *,
    resume: bool,
) -> Iterator[Finding]:
    """Yield what stands in the folder and would be lost or mixed up."""
    if not resume:
        yield from _occupied(out, order, made, begun=head is not None)
    elif head is not None:
        told = index.differences(head, order)
        if told:
            message = f"the batch in {out} was begun with another {', '.join(told)}"
            yield Finding("outdated", "error", message, hint="begin again in a folder of its own")
        elif made:
            yield from index.outdated(before, made)


def _occupied(out: Path, order: Order, made: tuple[Task, ...], *, begun: bool) -> Iterator[Finding]:
    if begun:
        hint = "go on with it: --resume; or choose another folder with --out"
        yield Finding("exists", "error", f"there is a batch in {out} already", hint=hint)
        return
    kinds = (*order.formats, *(("eml",) if order.email else ()))
    letters = (f"{task.stem}.{kind}" for task in made for kind in kinds)
    names = (batchfolder.INDEX, batchfolder.TABLE, *letters)
    existing = [name for name in names if os.path.lexists(out / name)]
    if existing:
        message = f"{out} holds files of these names already: {', '.join(existing[:3])}"
        yield Finding("exists", "error", message, hint="choose another folder with --out")


def _is_kept(out: Path, row: Row) -> bool:
    """Say whether all files of a letter stand in their places, edited or not."""
    return row["status"] == "made" and len(batchfolder.state(out, row)) == len(row["files"])


def run(batch: Batch, jobs: int | None, cluster: str | None) -> Done:
    """Make the letters that are not finished, and write the index."""
    order, out = batch.order, batch.asked.out
    finished = {row["id"]: row for row in batch.kept}
    todo = [task for task in batch.tasks if task.id not in finished]
    paths: list[Path] = []
    head = {"to": batch.asked.to, **order.as_json()}
    with (
        _executor(order, jobs, cluster, len(todo)) as how,
        batchfolder.journal(out, head, batch.kept) as journal,
    ):
        try:
            for task, outcome in _outcomes(todo, how):
                finished[task.id], written = _stored(out, batch, task, outcome)
                journal.add(finished[task.id])
                paths += written
        except KeyboardInterrupt:
            _say_how_far(len(finished), len(batch.tasks))
            raise
        return _ended(batch, [finished[task.id] for task in batch.tasks], paths)


def _outcomes(todo: list[Task], how: How) -> Iterator[tuple[Task, Made | Exception]]:
    """Yield each letter when it is made, and move the bar when it has been seen to."""
    opened, function, window = how
    with _progress(len(todo)) as advance, closing(work(opened, function, todo, window)) as outcomes:
        for outcome in outcomes:
            yield outcome
            advance()


def _say_how_far(done: int, of: int) -> None:
    text = f"{done} of {of} letters are finished; the same command with --resume makes the rest"
    click.echo(text, err=True)


def _stored(out: Path, batch: Batch, task: Task, outcome: Made | Exception) -> tuple[Row, list[Path]]:
    """Write the files of a letter, and return its row of the index and their paths."""
    made = outcome if isinstance(outcome, Made) else _lost(task, outcome)
    try:
        digests = batchfolder.store(out, made.files)
    except LetterkitError as problem:
        digests = {}
        made = replace(made, findings=(*made.findings, Finding("not-written", "error", problem.message)))
    return index.row(task, batch.about[task.id], made, digests), [out / name for name in digests]


def _lost(task: Task, problem: Exception) -> Made:
    message = f"the letter was lost: {str(problem) or type(problem).__name__}"
    return Made(task.id, findings=(Finding("lost", "error", message, hint="run again with --resume"),))


def _ended(batch: Batch, rows: list[Row], paths: list[Path]) -> Done:
    bodies = {row["id"]: row["sentences"] for row in rows if row["status"] == "made"}
    near = likeness.nearest(bodies)
    rows = index.with_likeness(rows, near)
    lasting = [*batch.findings, *likeness.remarks(bodies, near)]
    whole = index.whole(batch.order, batch.asked.to, rows, lasting)
    written = batchfolder.finish(batch.asked.out, index.as_json(whole), index.as_csv(rows))
    findings = [*lasting, *_edited(batch)]
    return Done(rows, findings, [*sorted(paths), *written], len(batch.kept))


def _edited(batch: Batch) -> Iterator[Finding]:
    """Yield finished files that are not as the batch wrote them."""
    for row in batch.kept:
        for name, same in batchfolder.state(batch.asked.out, row).items():
            if not same:
                message = f"{batch.asked.out / name} is not as the batch wrote it; it is kept as it is"
                hint = "an edited letter: `letterkit check` says what has changed"
                yield Finding("edited", "warning", message, hint=hint)


@contextmanager
def _executor(order: Order, jobs: int | None, cluster: str | None, number: int) -> Iterator[How]:
    """Give what opens an executor, what makes a letter on it, and how many letters are under way at once."""
    if cluster is None:
        workers = max(1, min(jobs or _cores(), number))
        yield processes(workers), partial(press.make, order), 2 * workers
        return
    try:
        from letterkit.outreach import cluster as dask
    except ImportError as error:
        message = "--cluster needs Dask, which is not installed"
        raise LetterkitError(message, "pip install 'letterkit[cluster]'") from error
    with dask.connected(cluster, order) as (executor, workers):
        yield lambda: executor, partial(dask.make, order), 4 * workers


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _progress(number: int) -> Iterator[Callable[[], None]]:
    """Give what to call after each letter; in a terminal a bar with the time left moves on stderr."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("letters"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("letters", total=number)
        yield lambda: bar.advance(task)


def shown(row: Row) -> Row:
    """Return a row without what only --resume needs."""
    return {key: value for key, value in row.items() if key not in ("made_from", "sentences")}


def told(rows: Iterable[Row]) -> Iterator[Finding]:
    """Yield the findings of letters; one that several share once, with their number."""
    shared: dict[tuple[str, str, str, str], list[str]] = {}
    for row in rows:
        for each in row["findings"]:
            key = (each["severity"], each["rule"], each["message"], each["hint"])
            shared.setdefault(key, []).append(row["id"])
    for (severity, rule, message, hint), names in shared.items():
        whom = names[0] if len(names) == 1 else f"{len(names)} letters"
        yield Finding(rule, severity, f"{whom}: {message}", hint=hint)  # type: ignore[arg-type]
