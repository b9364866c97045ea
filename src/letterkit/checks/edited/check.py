"""The check of an edited letter: every rule, in order, over both views where changes are still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from letterkit.checks.edited import claims, leaning, letter, notes, sentences
from letterkit.checks.edited.case import Case, Rule, case
from letterkit.checks.edited.page import page
from letterkit.docx.read import read_document
from letterkit.errors import LetterkitError
from letterkit.findings import Finding

if TYPE_CHECKING:
    from letterkit.checks.edited.shelf import Shelf
    from letterkit.checks.edited.uses import Use
    from letterkit.docx.reading.document import Document

EDITED_RULES: Final[tuple[Rule, ...]] = (
    claims.words_are_the_claims,
    claims.claims_have_their_note,
    claims.claims_stand_once,
    claims.record_is_there,
    claims.claims_are_known,
    claims.claims_hold_on_the_day,
    claims.claims_are_not_superseded,
    claims.claims_are_still_the_stores,
    notes.notes_cite_their_source,
    notes.notes_hang_on_something,
    notes.added_notes_are_looked_at,
    notes.sources_are_not_later,
    sentences.statements_have_a_source,
    leaning.follow_ups_have_their_lead,
    leaning.hinges_have_their_lead,
    letter.parts_are_present,
    letter.date_can_be_read,
    letter.later_pages_say_the_same,
    letter.placeholders_are_filled,
    letter.holders_are_in_office,
    letter.every_side_is_covered,
    letter.denials_are_told,
)
_CHANGED_SINCE: Final = frozenset(("superseded", "expired", "claim-corrected"))
_MOST_WORDS: Final = 20_000
_MOST_CLAIMS: Final = 300
_MOST_NOTES: Final = 1_000
# What the reader says and the status of the claims says better.
_SAID_BY_STATUS: Final = frozenset(("claim-empty",))


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a letter: when it is dated, whom it is for, its claims, what was found."""

    about: dict[str, str | None]
    uses: tuple[Use, ...]
    findings: tuple[Finding, ...]

    @property
    def since(self) -> list[Finding]:
        """What the store has corrected, superseded or let expire of what still stands in the letter."""
        return [finding for finding in self.findings if finding.rule in _CHANGED_SINCE]

    def as_json(self) -> dict[str, Any]:
        """Return what `letterkit check --json` prints."""
        return {
            "letter": self.about,
            "claims": [use.as_json() for use in self.uses],
            "findings": [finding.as_json() for finding in self.findings],
        }


def check_letter(data: bytes, shelf: Shelf) -> Checked:
    """Check the bytes of a DOCX against the store; LetterkitError where it is none, damaged or not safe.

    Tracked changes count as accepted; where any are open, the letter is checked as if they were rejected too.
    """
    document = _short(read_document(data))
    now = case(page(document), shelf)
    found = _findings(now)
    if document.changes:
        before = case(page(_short(read_document(data, "rejected"))), shelf)
        found += _between_views(found, _findings(before))
    return Checked(_about(now), now.uses, tuple(found))


def _short(document: Document) -> Document:
    """Return a document; LetterkitError where it is longer than any letter: it would take minutes."""
    words = sum(len(block.text.split()) for block in document.blocks)
    claims, notes = len(document.claims), len(document.notes)
    if words > _MOST_WORDS or claims > _MOST_CLAIMS or notes > _MOST_NOTES:
        message = (
            f"The file is too long to be a letter: it has {words} words, {claims} claims, {notes} notes."
        )
        raise LetterkitError(message, "Check that it is the letter, and take out what does not belong to it.")
    return document


def _findings(view: Case) -> list[Finding]:
    said = [finding for finding in view.page.said if finding.rule not in _SAID_BY_STATUS]
    return [finding for rule in EDITED_RULES for finding in rule(view)] + said


def _between_views(accepted: list[Finding], rejected: list[Finding]) -> list[Finding]:
    """Say whether the open changes decide what is found."""
    first, second = _graver(accepted), _graver(rejected)
    if first == second:
        return []
    told = []
    if first - second:
        told.append(f"accepted they bring {_list(first - second)}")
    if second - first:
        told.append(f"rejected they leave {_list(second - first)}")
    message = f"the open changes matter: {'; '.join(told)}"
    hint = "accept or reject them in Word, then check again"
    return [Finding("views-differ", "warning", message, hint=hint)]


def _graver(findings: list[Finding]) -> set[tuple[str, str]]:
    return {
        (each.rule, each.claim or "")
        for each in findings
        if each.severity != "info" and each.rule != "tracked-changes"
    }


def _list(found: set[tuple[str, str]]) -> str:
    return ", ".join(f"{rule}{f' ({claim})' if claim else ''}" for rule, claim in sorted(found))


def _about(view: Case) -> dict[str, str | None]:
    day, brief = view.page.day, view.page.document.record.get("brief")
    topic = brief.get("topic") if isinstance(brief, dict) else None
    return {
        "date": day.isoformat() if day else None,
        "recipient": view.office.id if view.office else None,
        "topic": str(topic) if topic else None,
    }
