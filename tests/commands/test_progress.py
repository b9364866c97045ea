"""The bar is for people who wait: it is shown in a terminal, for a large document, and nowhere else."""

import io
import sys

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
