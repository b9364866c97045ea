"""The bar is for people who wait: it is shown in a terminal, for a large document, and nowhere else."""

import io
import os
import re
import subprocess
import sys
from contextlib import suppress

from letterkit.commands.progress import reading


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_small_document_or_no_terminal_shows_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with reading("a.pdf", 10_000_000) as tell:
        assert tell is None
    monkeypatch.setattr(sys, "stderr", Terminal())
    with reading("a.pdf", 1000) as tell:
        assert tell is None
    assert sys.stderr.getvalue() == ""


def test_in_a_terminal_the_pages_of_a_large_document_are_counted(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with reading("a.pdf", 10_000_000) as tell:
        tell(3, 400)
    assert "a.pdf" in sys.stderr.getvalue()


def test_verifying_moves_a_bar_in_a_terminal_and_leaves_no_trace_of_it_in_what_is_piped():
    answer = re.compile(r"\d+ quotes checked, \d+ found\n")
    said, seen = verified_at_a_terminal()
    bars = [len(bar) for bar in re.findall(r"checking the store (━*) *\d:\d\d:\d\d", seen)]
    assert len(set(bars)) > 3
    assert bars[-1] == max(bars)
    assert answer.fullmatch(said)
    piped = subprocess.run(VERIFY, capture_output=True, text=True, check=True)
    assert (piped.stdout, piped.stderr) == (said, "")


VERIFY = [sys.executable, "-m", "letterkit", "facts", "verify"]


def verified_at_a_terminal() -> tuple[str, str]:
    """Verify the store at a terminal without colors; return what went down the pipe and what was seen."""
    ours, theirs = os.openpty()
    terminal = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "80"}
    with subprocess.Popen(VERIFY, stdout=subprocess.PIPE, stderr=theirs, env=terminal, text=True) as process:
        os.close(theirs)
        seen = b""
        with suppress(OSError):  # how Linux says that nobody holds the other end any more
            while part := os.read(ours, 4096):
                seen += part
        os.close(ours)
        return process.stdout.read(), seen.decode()
