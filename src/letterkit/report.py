"""Findings and tables as text for people; plain outside a terminal, so that it can be searched and cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letterkit.findings import Finding


def text(findings: Iterable[Finding]) -> str:
    """Return `file:line: severity[rule] message` and `hint: …`, one finding after the other."""
    return "\n".join(_lines(finding) for finding in findings)


def _lines(finding: Finding) -> str:
    place = f"{finding.place}: " if str(finding.place) else ""
    claim = f" ({finding.claim})" if finding.claim and finding.claim not in finding.message else ""
    first = f"{place}{finding.severity}[{finding.rule}] {finding.message}{claim}"
    return f"{first}\n  hint: {finding.hint}" if finding.hint else first


def summary(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 warning`, or an empty string."""
    severities = [finding.severity for finding in findings]
    counts = ((severities.count(name), name) for name in ("error", "warning"))
    return ", ".join(f"{number} {name}{'s' * (number > 1)}" for number, name in counts if number)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> str:
    """Return a table: for a terminal of that width ruled and with headings, else lines in plain columns.

    The lines of a cell stand below each other in a terminal, and divided by bars elsewhere.
    """
    cells = [[[" ".join(line.split()) for line in str(cell).splitlines()] for cell in row] for row in rows]
    divider = " | " if width is None else "\n"
    joined = [[divider.join(lines) for lines in row] for row in cells]
    return _plain(joined) if width is None else _ruled(headings, joined, width)


def _plain(rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def _ruled(headings: Sequence[str], rows: list[list[str]], width: int) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    ruled = Table(box=None, pad_edge=False, header_style="bold")
    for number, heading in enumerate(headings):
        ruled.add_column(heading, no_wrap=not number, overflow="fold")
    for row in rows:
        ruled.add_row(*(Text(cell) for cell in row))
    stream = StringIO()
    Console(file=stream, width=width, force_terminal=True, highlight=False).print(ruled)
    return stream.getvalue().rstrip("\n")
