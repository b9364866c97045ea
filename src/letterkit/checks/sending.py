"""What stands between an edited letter and its PDF: findings made severe, and those that somebody accepts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterkit.checks.edited.told import CHANGES
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
_ALTERED = (
    "altered"  # the status of a claim whose words say something else, and the name for all that they say
)
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


def accept(findings: Iterable[Finding], allowed: Iterable[str]) -> list[Finding]:
    """Return findings with those errors as warnings that somebody lets pass; they say so.

    Allowed is a RULE; RULE:CLAIM, for what it says of one claim; or altered:CLAIM, for whatever else the page
    says in the words of one claim.
    """
    passed = frozenset(allowed)
    return [_passed(each, passed) if each.severity == "error" else each for each in findings]


def _passed(finding: Finding, allowed: frozenset[str]) -> Finding:
    for name in _names(finding):
        if name in allowed:
            return replace(finding, severity="warning", hint=f"let pass by --allow {name}")
    return finding


def _names(finding: Finding) -> tuple[str, ...]:
    """Return by what names a finding can be let pass."""
    altered = (f"{_ALTERED}:{finding.claim}",) if finding.rule in CHANGES else ()
    return (finding.rule, f"{finding.rule}:{finding.claim}", *altered)


def refuse_unknown(allowed: Iterable[str], known: Iterable[str]) -> None:
    """Raise LetterkitError for a rule that is none, or that nobody can let pass."""
    names = sorted(set(known) - REFUSED)
    for name in allowed:
        rule, of_one, _ = name.partition(":")
        if rule in REFUSED:
            raise LetterkitError(
                f"'{rule}' cannot be allowed: the PDF would not be what the letter says",
                "mend the letter in Word",
            )
        if rule == _ALTERED and not of_one:
            raise LetterkitError("which claim may be altered?", "name it: --allow altered:CLAIM")
        if rule not in (*names, _ALTERED):
            hint = did_you_mean(rule, names) or f"rules that can be allowed: {', '.join(names)}"
            raise LetterkitError(f"no rule is called '{rule}'", hint)


def refuse_idle(allowed: Iterable[str], findings: Iterable[Finding]) -> None:
    """Raise LetterkitError for a claim of which nothing is said that could be let pass, as of a slip."""
    said = sorted({name for each in findings if each.claim for name in _names(each) if ":" in name})
    for name in allowed:
        rule, of_one, claim = name.partition(":")
        if of_one and name not in said:
            claims = [each.partition(":")[2] for each in said if each.startswith(f"{rule}:")]
            rest = f"'{rule}' is said of {', '.join(claims)}" if claims else f"nothing is said of '{rule}'"
            hint = did_you_mean(claim, claims) or rest
            raise LetterkitError(f"there is no '{rule}' of the claim '{claim}' to let pass", hint)
