"""The findings on an edited letter as comments for its margin: one for each claim and each other place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.annotate import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.findings import Finding

# What stands in the margin of the file already.
_SEEN: Final = frozenset({"comment", "tracked-changes"})


def remarks(findings: Iterable[Finding]) -> list[Remark]:
    """Return what to write into the margin; what only informs is left out, what has no place comes first."""
    grouped: dict[tuple[int, str], list[str]] = {}
    for finding in findings:
        if finding.severity != "info" and finding.rule not in _SEEN:
            place = finding.place.paragraph or 0
            lines = grouped.setdefault((place, finding.claim or ""), [])
            lines.append(f"{finding.severity}: {finding.message}")
            lines += [finding.hint] if finding.hint and finding.hint not in lines else []
    return [Remark(place, tuple(lines), claim) for (place, claim), lines in grouped.items()]
