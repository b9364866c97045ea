"""The whole way from a brief to a drafted letter, and what to report about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from letterkit.drafting.brief import Brief
from letterkit.drafting.composition import Draft, compose
from letterkit.drafting.selection import first_admissible, select
from letterkit.drafting.templates import Templates, TemplateSource
from letterkit.drafting.values import LeftOut, Selection
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.letter.model import body_words
from letterkit.library.load import Library

FEWEST_ASKS = 3
FEWEST_ASKS_UN = 2


def draft_letter(library: Library, brief: Brief, source: TemplateSource | Templates) -> Draft:
    """Select and compose; raises LetterkitError when no letter can be made on that date, saying why."""
    selection = select(library, brief)
    _refuse_without_evidence(library, brief, selection)
    _refuse_without_asks(brief, selection)
    templates = source if isinstance(source, Templates) else Templates(source)
    return compose(library, brief, selection, templates)


def _refuse_without_evidence(library: Library, brief: Brief, selection: Selection) -> None:
    if any(claim.role in ("evidence", "pattern", "testimony") for claim in selection.claims()):
        return
    first = first_admissible(library, brief)
    hint = (
        f"the first source on '{brief.topic.id}' appeared on {first}" if first else "add claims to the store"
    )
    raise LetterkitError(f"nothing can be cited on {brief.date} about '{brief.topic.id}'", hint)


def _refuse_without_asks(brief: Brief, selection: Selection) -> None:
    fewest = FEWEST_ASKS_UN if brief.recipient.audience.startswith("un-") else FEWEST_ASKS
    if len(selection.asks) >= fewest:
        return
    reasons = "; ".join(f"{left.id}: {left.reason}" for left in selection.asks_left_out)
    raise LetterkitError(
        f"only {len(selection.asks)} asks of '{brief.topic.id}' hold on {brief.date}, "
        f"a letter to {brief.recipient.audience} needs {fewest}",
        reasons,
    )


def as_report(draft: Draft, paths: list[str], findings: Iterable[Finding]) -> dict[str, Any]:
    """Return what `draft --json` prints."""
    return {
        "paths": paths,
        "date": draft.brief.date.isoformat(),
        "recipient": draft.brief.recipient.id,
        "topic": draft.brief.topic.id,
        "occasion": draft.brief.occasion.id if draft.brief.occasion else None,
        "claims": [{"id": use.id, "note": use.note, "text": use.text} for use in draft.uses],
        "left_out": [_left(left) for left in draft.left_out],
        "asks": [ask.id for ask in draft.selection.asks],
        "asks_left_out": [_left(left) for left in draft.selection.asks_left_out],
        "words": body_words(draft.letter),
        "findings": [finding.as_json() for finding in findings],
    }


def _left(left: LeftOut) -> dict[str, str]:
    return {"id": left.id, "reason": left.reason}
