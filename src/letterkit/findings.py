"""What a reader or a check has to say about a file: a rule, a severity, a place, a sentence, a hint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding stands: a file with a line (from 1), or a letter's paragraph (from 1)."""

    file: str | None = None
    line: int | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        if self.file is None:
            return f"paragraph {self.paragraph}" if self.paragraph is not None else ""
        if self.line is not None:
            return f"{self.file}:{self.line}"
        return f"{self.file}, paragraph {self.paragraph}" if self.paragraph is not None else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know or to mend; `claim` is the id of the claim it concerns, if it concerns one."""

    rule: str
    severity: Severity
    message: str
    place: Place = Place()
    hint: str = ""
    claim: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the finding as every `--json` prints it."""
        location = {
            key: value
            for key, value in (
                ("file", self.place.file),
                ("line", self.place.line),
                ("paragraph", self.place.paragraph),
            )
            if value is not None
        }
        return {
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "location": location,
            "claim": self.claim,
            "hint": self.hint,
        }


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding stops the work."""
    return any(finding.severity == "error" for finding in findings)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the nearest known word, or an empty string."""
    import difflib  # only what goes wrong needs it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""
