"""What `letterkit batch` does once nothing is in the way: makes and writes the letters, then the index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from letterkit.commands import batchfolder
from letterkit.commands.batchfolder import Row
from letterkit.commands.batchprepare import Batch
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.outreach import index, likeness, press
from letterkit.outreach.orders import Made, Order, Task
from letterkit.outreach.work import processes, work

# What opens an executor, what makes a letter on it, and how many letters are under way at once.
How = tuple[Callable[[], Executor], Callable[[Task], Made], int]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a batch."""

    rows: list[Row]
    findings: list[Finding]
    paths: list[Path]
    kept: int


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
        press.ready(order)
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
    # It moves when a letter is done, and needs no thread, beside which no process may be copied.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("letters", total=number)
        bar.refresh()
        yield lambda: bar.update(task, advance=1, refresh=True)


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
