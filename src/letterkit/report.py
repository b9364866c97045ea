"""Findings as text for people, one to a line with its hint below."""

from __future__ import annotations

from collections.abc import Iterable

from letterkit.findings import Finding


def text(findings: Iterable[Finding]) -> str:
    """Return `file:line: severity[rule] message` and `hint: …`, one finding after the other."""
    return "\n".join(_lines(finding) for finding in findings)


def _lines(finding: Finding) -> str:
    place = f"{finding.place}: " if str(finding.place) else ""
    first = f"{place}{finding.severity}[{finding.rule}] {finding.message}"
    return f"{first}\n  hint: {finding.hint}" if finding.hint else first


def summary(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 warning`, or an empty string."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
    words = [f"{number} {name}{'s' * (number > 1)}" for name, number in counts.items() if name != "info"]
    return ", ".join(words)
