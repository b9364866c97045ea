"""How far a long reading or checking is, shown in a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LARGE = 1_000_000  # bytes; smaller documents are read before anybody wonders


@contextmanager
def checking(name: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to tell how many of how many steps are done; in a terminal a bar moves on stderr."""
    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("checking {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


@contextmanager
def reading(name: str, size: int) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to tell how many of how many pages are read, or None where nobody sees it."""
    if size < _LARGE or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def tell(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of, description=f"{name}, page {done} of {of}")

        yield tell
