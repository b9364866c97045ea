"""Measures letterkit beside its peers and prints the table of the README.

    python benchmarks/run.py [--only PART ...] [--runs 15] [--work DIR]

Run it with the Python that letterkit is installed in, on a machine that does nothing else.  Peers are
installed on the first run into an environment below the working folder.  What comes out is checked: every
letter holds the same notes, and every answer is the known one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import FEW, Bench
from measure import Row, table
from parts import LIMITS, PARTS, growing

WORK = Path.home() / ".cache" / "letterkit-benchmarks"


def rows(asked: argparse.Namespace) -> Iterator[Row]:
    """Measure the parts that were asked for."""
    work = asked.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    peers = (asked.peers or work / "peers").resolve()
    bench = Bench(work, peers, runs=asked.runs, number=asked.letters)
    for part in asked.only:
        yield from growing(bench, asked.sizes) if part == "scale" else PARTS[part](bench)


def main() -> None:
    parts = [*PARTS, "scale"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--only", nargs="+", choices=parts, default=parts, metavar="PART", help=", ".join(parts)
    )
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument(
        "--peers", type=Path, help="where the peers are or go, if not below the working folder"
    )
    parser.add_argument("--letters", type=int, default=100, help="in a batch")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(LIMITS), help="claims of the large stores"
    )
    asked = parser.parse_args()
    os.environ["XDG_CACHE_HOME"] = str(asked.work.resolve() / "cache")
    os.environ.pop("LETTERKIT_LIBRARY", None)
    measured: list[Row] = []
    for row in rows(asked):
        measured.append(row)
        print(row.line(), file=sys.stderr, flush=True)
    print(table(measured))
    print(
        f"\nMedians of {asked.runs} runs of each pair, in turn, after one that warms up; what has a limit in"
    )
    print(f"seconds stands alone and was run {min(FEW, asked.runs)} times.")


if __name__ == "__main__":
    main()
