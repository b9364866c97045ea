"""Runs a program and measures its own memory: a process of its own stands between it and the tests."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# A process starts with the peak of the one that started it as its own: a small one in between keeps pytest's out.
_BETWEEN = """
import json, os, sys
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
used = [os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]
with open(sys.argv[1], "w") as file:
    json.dump(used, file)
"""


@dataclass(frozen=True)
class Measured:
    """What a program said, its exit code, and what it or a process of its own took: computing time, most memory."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def letterkit(folder: Path, *arguments: str) -> Measured:
    """Run `letterkit` with arguments; `folder` takes the file with the measure."""
    used = folder / "used.json"
    command = [sys.executable, "-S", "-c", _BETWEEN, str(used), sys.executable, "-m", "letterkit", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=300)
    code, seconds, megabytes = json.loads(used.read_text())
    return Measured(code, done.stdout, done.stderr, seconds, megabytes)
