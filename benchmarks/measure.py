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
said = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
quiet = os.open(os.devnull, os.O_RDWR)
files = [(os.POSIX_SPAWN_DUP2, said, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
begun = time.perf_counter()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], surroundings, file_actions=files)
_, status, used = os.wait4(process, 0)
print([time.perf_counter() - begun, used.ru_maxrss, status])
"""


@dataclass(frozen=True)
class Run:
    """One process: seconds from its start to its end, and the most memory that it or a child held, in MB."""

    seconds: float
    megabytes: float


def run(command: Command, folder: Path, codes: Sequence[int] = (0,), said: str = os.devnull) -> Run:
    """Run a command to its end; raises RuntimeError where it ends with none of these codes.

    What it prints goes to the file `said`.
    """
    # A small process starts it: what a large one starts would seem to hold as much memory.  Python keeps
    # what it has compiled, as it does for everybody who has not forbidden it.
    starter = [sys.executable, "-I", "-S", "-c", STARTER, said, *map(str, command)]
    done = subprocess.run(starter, cwd=folder, capture_output=True, text=True, check=True).stdout
    seconds, kilobytes, status = json.loads(done)
    if os.waitstatus_to_exitcode(status) not in codes:
        raise RuntimeError(f"{' '.join(map(str, command))} failed")
    return Run(seconds, kilobytes / 1024)


@dataclass(frozen=True)
class Row:
    """What came of a pair: medians of both, and of the ratios of runs that followed each other.

    What stands alone has no peer and no ratio.
    """

    name: str
    ours: float
    our_memory: float
    runs: int
    limit: str
    peer: float | None = None
    peer_memory: float | None = None
    ratio: float | None = None

    def line(self) -> str:
        """Return the row in Markdown."""
        peer, ratio, memory = "", "", f"{self.our_memory:.0f} MB"
        if self.peer is not None:
            peer, ratio = f"{self.peer:.2f} s", f"{self.ratio:.2f}"
            memory = f"{self.our_memory:.0f} / {self.peer_memory:.0f} MB"
        cells = (self.name, f"{self.ours:.2f} s", peer, ratio, self.limit, memory, str(self.runs))
        return f"| {' | '.join(cells)} |"


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
    """Measure a pair in turn; `before` is called before each of our runs, and its time does not count.

    Before several runs one more warms up; a single one measures nothing and only shows that all is there.
    """
    results: list[tuple[Run, Run]] = []
    for _ in range(runs + (runs > 1)):
        before()
        results.append((run(ours, folder, codes), run(peer, folder, codes)))
    results = results[-runs:]
    middle = statistics.median
    return Row(
        name,
        middle(a.seconds for a, _ in results),
        middle(a.megabytes for a, _ in results),
        runs,
        limit,
        middle(b.seconds for _, b in results),
        middle(b.megabytes for _, b in results),
        middle(a.seconds / b.seconds for a, b in results),
    )


def alone(name: str, ours: Command, folder: Path, *, runs: int, limit: str, said: str) -> Row:
    """Measure a command that has a limit in seconds and no peer; what it prints goes to the file `said`."""
    results = [run(ours, folder, said=said) for _ in range(runs)]
    seconds = statistics.median(each.seconds for each in results)
    return Row(name, seconds, statistics.median(each.megabytes for each in results), runs, limit)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    head = ("what", "letterkit", "peer", "ratio", "limit", "memory", "runs")
    return "\n".join([f"| {' | '.join(head)} |", f"| --- |{' ---: |' * 6}", *(row.line() for row in rows)])
