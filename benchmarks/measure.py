"""Whole processes side by side: time and peak memory, each pair run in turn."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str | Path]
STARTER = """
import os, sys, time
quiet = os.open(os.devnull, os.O_RDWR)
files = [(os.POSIX_SPAWN_DUP2, quiet, number) for number in (1, 2)]
surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
begun = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], surroundings, file_actions=files)
_, status, used = os.wait4(process, 0)
print([time.perf_counter() - begun, used.ru_maxrss, status])
"""


@dataclass(frozen=True)
class Run:
    """One process: seconds from its start to its end, and the most memory that it or a child held, in MB."""

    seconds: float
    megabytes: float


def run(command: Command, folder: Path, codes: Sequence[int] = (0,)) -> Run:
    """Run a command to its end; raises RuntimeError where it ends with none of these codes."""
    # A small process starts it: what a large one starts would seem to hold as much memory.  Python keeps
    # what it has compiled, as it does for everybody who has not forbidden it.
    starter = [sys.executable, "-I", "-S", "-c", STARTER, *map(str, command)]
    done = subprocess.run(starter, cwd=folder, capture_output=True, text=True, check=True).stdout
    seconds, kilobytes, status = json.loads(done)
    if os.waitstatus_to_exitcode(status) not in codes:
        raise RuntimeError(f"{' '.join(map(str, command))} failed")
    return Run(seconds, kilobytes / 1024)


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
    codes: Sequence[int] = (0,),
    before: Callable[[], None] = lambda: None,
) -> Row:
    """Measure a pair in turn; `before` is called before each of our runs, and its time does not count."""
    results: list[tuple[Run, Run]] = []
    for number in range(runs + 1):
        before()
        both = run(ours, folder, codes), run(peer, folder, codes)
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
