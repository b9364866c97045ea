"""What was found in edited letters, as lines: each claim that changed, then all else by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from letterkit.checks.wording.difference import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.checks.edited.check import Checked
    from letterkit.checks.edited.uses import Use
    from letterkit.findings import Finding

ORDER: Final = ("altered", "uncited", "removed", "reworded", "intact")
_PLAIN: Final = frozenset(("figure-changed", "date-changed"))  # another one never says the same
CHANGES: Final = frozenset((*(f"{kind}-changed" for kind in get_args(Kind)), "wording-unsure"))
_GRAVITY: Final = {"error": 0, "warning": 1, "info": 2}


def lines(name: str, checked: Checked) -> Iterator[str]:
    """Yield the report on one letter: changed claims with what they were, the other findings, counts."""
    yield f"{name}: {heading(checked)}"
    changed = [use for status in ORDER[:-1] for use in checked.uses if use.status == status]
    shown = [each for use in changed for each in _own(use, checked.findings)]
    for use in changed:
        yield ""
        yield from _claim(use, _own(use, checked.findings))
    rest = [each for each in checked.findings if not any(each is other for other in shown)]
    for finding in sorted(rest, key=lambda each: (each.place.paragraph or 0, _GRAVITY[each.severity])):
        yield ""
        yield from _finding(finding)
    yield ""
    yield counts(checked)


def touched(letters: Iterable[tuple[str, str | None, list[Finding]]]) -> Iterator[str]:
    """Yield which letters rest on what has changed since: name, day when sent, what was found."""
    for name, sent, findings in letters:
        if findings:
            yield f"{name} ({f'sent on {sent}' if sent else 'not recorded as sent'}):"
            yield from (f"  {each.severity}[{each.rule}] {each.message}" for each in findings)


def heading(checked: Checked) -> str:
    """Return when the letter is dated, whom it is for and what it is about."""
    about = checked.about
    known = (
        about["date"],
        about["recipient"] and f"to {about['recipient']}",
        about["topic"] and f"on {about['topic']}",
    )
    told = ", ".join(each for each in known if each)
    return f"a letter of {told}" if about["date"] else "a letter of unknown date"


def counts(checked: Checked) -> str:
    """Return how many claims have each status, and how grave the findings are."""
    statuses = [use.status for use in checked.uses]
    told = ", ".join(f"{statuses.count(name)} {name}" for name in reversed(ORDER) if name in statuses)
    severities = [each.severity for each in checked.findings]
    found = ", ".join(
        f"{severities.count(name)} {name}{'s' * (severities.count(name) > 1)}"
        for name in _GRAVITY
        if name in severities
    )
    return f"claims: {told or 'none'}; findings: {found or 'none'}"


def _own(use: Use, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings about the words or the note of one use of a claim."""
    place = use.place or None
    return [
        each
        for each in findings
        if each.claim == use.id
        and each.place.paragraph == place
        and each.rule in {*CHANGES, "claim-uncited", "denial-gone"}
    ]


def _claim(use: Use, findings: list[Finding]) -> Iterator[str]:
    place = [f"paragraph {use.place}"] if use.place else []
    place += [f"note {use.note}"] if use.note else ["no note"] if use.stands else []
    yield f"{use.status}: {use.id}" + (f" ({', '.join(place)})" if place else "")
    yield f"  was   {use.was}"
    if use.now and use.now != use.was:
        yield f"  now   {use.now}"
    for finding in findings:
        yield f"  {finding.severity}[{finding.rule}] {finding.message.removeprefix(f'{use.id}: ')}"
        if finding.hint and finding.rule not in CHANGES:
            yield f"  hint: {finding.hint}"
    changed = {each.rule for each in findings if each.severity == "error" and each.rule in CHANGES}
    if changed:
        yield "  hint: put the words back, or add what the page says to the store, with its quote"
    if changed - _PLAIN:
        yield f"  hint: if it says the same in other words: letterkit pdf --allow altered:{use.id}"


def _finding(finding: Finding) -> Iterator[str]:
    place = f"paragraph {finding.place.paragraph}: " if finding.place.paragraph else ""
    yield f"{place}{finding.severity}[{finding.rule}] {finding.message}"
    if finding.hint:
        yield f"  hint: {finding.hint}"
