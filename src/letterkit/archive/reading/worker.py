"""Reads one document in a process of its own, which ends itself when it needs too much memory or time.

So no document can take the machine with it.  The process is started with
`python -m letterkit.archive.reading.worker KIND SECONDS < document`; on stdout come lines: `p DONE OF` while
pages are read, at the end `w WORKS` or `e ERROR`, each as JSON.
"""

from __future__ import annotations

import json
import signal
import sys

from letterkit.archive.mask import masked
from letterkit.archive.reading.carry import packed
from letterkit.archive.reading.readers import READERS
from letterkit.errors import LetterkitError

MEMORY = 480 * 1024 * 1024
_ALL_PAGES = 300


def main() -> None:
    """Read the document and say what it holds."""
    kind, seconds = sys.argv[1], float(sys.argv[2])
    document = sys.stdin.buffer.read()
    _limit(seconds)

    def progress(done: int, of: int) -> None:
        _wait(seconds)
        _say("p", [done, of])

    try:
        works = READERS[kind].read(document, progress)
    except LetterkitError as error:
        _say("e", [error.message, error.hint])
    except MemoryError:
        _say("e", ["memory", ""])
    except RecursionError:
        _say("e", ["the document nests too deep", "get it again from its publisher"])
    else:
        sys.stdout.write(f"w {packed([masked(work) for work in works])}\n")


def _say(mark: str, value: list[object]) -> None:
    sys.stdout.write(f"{mark} {json.dumps(value)}\n")
    sys.stdout.flush()


def _limit(seconds: float) -> None:
    """Set the most memory and time that this process may use, where the system knows such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_ALL_PAGES, _ALL_PAGES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(10 * _ALL_PAGES)
    _wait(seconds)


def _wait(seconds: float) -> None:
    """End this process after so many seconds of its own work, unless it is called again."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    main()
