"""Whole processes side by side: time and peak memory, each pair run in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Run:
    """One process: seconds from its start to its end, and the most memory that it or a child held, in MB."""

    seconds: float
    megabytes: float


def run(command: Command, folder: Path) -> Run:
    """Run a command to its end; raises RuntimeError where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return Run(seconds, used.ru_maxrss / 1024)


@dataclass(frozen=True)
class Row:
    """What came of a pair: medians of both, and of the ratios of runs that followed each other."""

    name: str
    ours: float
    peer: float
    ratio: float
    our_memory: float
    peer_memory: float
    runs: int
    limit: str


def pair(
    name: str,
    ours: Command,
    peer: Command,
    folder: Path,
    *,
    runs: int,
    limit: str = "",
    before: Callable[[], None] = lambda: None,
) -> Row:
    """Measure a pair in turn; `before` is called before each of our runs, and its time does not count."""
    results: list[tuple[Run, Run]] = []
    for number in range(runs + 1):
        before()
        both = run(ours, folder), run(peer, folder)
        if number:  # the first one warms up
            results.append(both)
    middle = statistics.median
    return Row(
        name,
        middle(a.seconds for a, _ in results),
        middle(b.seconds for _, b in results),
        middle(a.seconds / b.seconds for a, b in results),
        middle(a.megabytes for a, _ in results),
        middle(b.megabytes for _, b in results),
        runs,
        limit,
    )


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [
        "| what | letterkit | peer | ratio | limit | memory | runs |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        memory = f"{row.our_memory:.0f} / {row.peer_memory:.0f} MB"
        lines.append(
            f"| {row.name} | {row.ours:.2f} s | {row.peer:.2f} s | {row.ratio:.2f} | {row.limit} | {memory} "
            f"| {row.runs} |"
        )
    return "\n".join(lines)
