"""What stands between an edited letter and its PDF: findings made severe, and those that somebody accepts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterkit.errors import LetterkitError
from letterkit.findings import Finding, did_you_mean

# What a PDF would lack, or show without anybody having decided on it.  No --allow passes these.
REFUSED = frozenset(
    ("table", "text-box", "drawing", "picture", "picture-text", "embedded-object", "alternative-format",
     "subdocument", "equation", "field", "symbol", "ruby", "second-body", "macros", "header", "footer",
     "heading-number", "note-missing", "tracked-changes", "invisible-text", "reordered-text")
)  # fmt: skip
# Warnings of a check that are errors here: something printed would be lost, or a change is not settled.
_SEVERE = frozenset(("ruby", "header", "heading-number", "picture-text", "tracked-changes"))
# The same, but a matter of judgment.
_QUESTIONED = frozenset(("list-number", "list-nested"))
# Looks that turn what words say into something else where they are lost; of raised words only figures do.
_MEANT = ("text struck out", "text in superscript", "text in subscript")


def before_sending(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the severity that they have before a PDF is made."""
    return [replace(each, severity="error") if _is_severe(each) else each for each in findings]


def _is_severe(finding: Finding) -> bool:
    meant = finding.rule == "formatting" and finding.message.startswith(_MEANT)
    return finding.rule in _SEVERE | _QUESTIONED or (meant and finding.severity == "warning")


def accept(findings: Iterable[Finding], rules: Iterable[str]) -> list[Finding]:
    """Return findings with the errors of these rules as warnings that say who let them pass."""
    allowed = frozenset(rules)
    return [
        replace(each, severity="warning", hint=f"let pass by --allow {each.rule}")
        if each.severity == "error" and each.rule in allowed
        else each
        for each in findings
    ]


def refuse_unknown(rules: Iterable[str], known: Iterable[str]) -> None:
    """Raise LetterkitError for a rule that is none, or that nobody can let pass."""
    names = sorted(set(known) - REFUSED)
    for rule in rules:
        if rule in REFUSED:
            raise LetterkitError(
                f"'{rule}' cannot be allowed: the PDF would not be what the letter says",
                "mend the letter in Word",
            )
        if rule not in names:
            hint = did_you_mean(rule, names) or f"rules that can be allowed: {', '.join(names)}"
            raise LetterkitError(f"no rule is called '{rule}'", hint)
