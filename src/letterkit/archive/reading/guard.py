"""Has a document read by a process of its own, and says in one sentence when that comes to grief.

What parses feeds, pages, Word files and PDF is large and partly not ours: a document made to break it can eat
memory and time or crash it, and then only that process dies.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable

from letterkit.archive.model import Work
from letterkit.archive.reading.carry import unpacked
from letterkit.errors import LetterkitError

Progress = Callable[[int, int], None]
SECONDS = 8  # of computing, for a document as a whole or for the next page of one
_PER_MEGABYTE = 0.4
_AGAIN = "get it again from its publisher, or archive the text that you need as a file of its own"
_TOO_SLOW = {signal.SIGPROF, signal.SIGXCPU, signal.SIGALRM}


def read_apart(document: bytes, kind: str, progress: Progress | None = None) -> list[Work]:
    """Return the works of a document, masked; raises LetterkitError when that takes more than it may."""
    seconds = SECONDS + _PER_MEGABYTE * len(document) / 1e6
    command = [
        sys.executable,
        "-X",
        "utf8",
        "-P",
        "-m",
        "letterkit.archive.reading.worker",
        kind,
        str(seconds),
    ]
    with subprocess.Popen(  # noqa: S603 (our own module, and a name from our own table)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as worker:
        try:
            return _answer(worker, document, progress)
        finally:
            worker.kill()


def _answer(worker: subprocess.Popen[bytes], document: bytes, progress: Progress | None) -> list[Work]:
    assert worker.stdin is not None and worker.stdout is not None  # noqa: S101, PT018 (both are pipes)
    try:
        worker.stdin.write(document)
        worker.stdin.close()
    except BrokenPipeError:
        pass
    for line in worker.stdout:
        mark, _, text = line.decode("utf-8", "replace").partition(" ")
        if mark == "w":
            return unpacked(text)
        if mark == "e":
            raise _refused(*json.loads(text))
        if mark == "p" and progress is not None:
            progress(*json.loads(text))
    raise _died(worker.wait())


def _refused(message: str, hint: str) -> LetterkitError:
    if message == "memory":
        return LetterkitError("the document needs more memory than any report should", _AGAIN)
    return LetterkitError(message, hint)


def _died(code: int) -> LetterkitError:
    if -code in _TOO_SLOW:
        return LetterkitError("the document cannot be read in reasonable time", _AGAIN)
    said = "the document breaks what reads it, or needs more memory than any report should"
    return LetterkitError(said, _AGAIN)
