"""Rules about the sentences of an edited letter that no claim stands behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.edited.case import Case
from letterkit.checks.edited.factual import assertion
from letterkit.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.checks.edited.page import Passage

_LONGEST: Final = 80


def statements_have_a_source(case: Case) -> Iterator[Finding]:
    """Yield sentences that state a figure, a dated event or an allegation, and that no claim stands behind.

    The note of a run does not cover what is typed into it; a note of its own is a source that nobody checked.
    """
    for passage in case.page.passages:
        if passage.role not in ("body", "subject"):
            continue
        for place, stretch in enumerate(passage.stretches):
            if stretch.kind != "sentence":
                continue
            found = assertion(stretch.text, ours=passage.item, subject=passage.role == "subject")
            if found is None:
                continue
            if _has_own_note(passage, place):
                yield _said(
                    passage, "note-unchecked", "warning", stretch.text, "a note, but no claim of the store"
                )
            else:
                yield _said(
                    passage, "unsourced", found.severity, stretch.text, f"{found.what} without a source"
                )


def _said(passage: Passage, rule: str, severity: str, text: str, what: str) -> Finding:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    hint = "add a claim with its quote to the store, or take the sentence out"
    return Finding(rule, severity, f"“{short}” states {what}", Place(paragraph=passage.place), hint)  # type: ignore[arg-type]


def _has_own_note(passage: Passage, place: int) -> bool:
    """Say whether a note follows that closes no claim."""
    row = passage.stretches
    if place + 1 >= len(row) or row[place + 1].kind != "call":
        return False
    for stretch in reversed(row[:place]):
        if stretch.kind == "call":
            return True
        if stretch.kind == "claim":
            return False
    return True
