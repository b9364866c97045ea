"""The whole way from a brief to a drafted letter, and what to report about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from letterkit.drafting.brief import Brief
from letterkit.drafting.composition import Draft, compose
from letterkit.drafting.selection import select
from letterkit.drafting.templates import Templates, TemplateSource
from letterkit.drafting.values import LeftOut, Selection
from letterkit.drafting.windows import fewest_asks, first_enough, source_days, when_enough
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.letter.model import body_words
from letterkit.library.store import Library


def draft_letter(library: Library, brief: Brief, source: TemplateSource | Templates) -> Draft:
    """Select and compose; raises LetterkitError when no letter can be made on that date, saying why."""
    selection = select(library, brief)
    _refuse_without_evidence(library, brief, selection)
    _refuse_without_asks(library, brief, selection)
    templates = source if isinstance(source, Templates) else Templates(source)
    draft = compose(library, brief, selection, templates)
    return replace(draft, findings=(*draft.findings, *_not_included(draft), *_sister_letter(library, brief)))


def _refuse_without_evidence(library: Library, brief: Brief, selection: Selection) -> None:
    if _tells(selection):
        return
    later = (replace(brief, date=day) for day in source_days(library, brief) if day > brief.date)
    first = next((each.date for each in later if _tells(select(library, each))), None)
    hint = f"from {first} there is evidence in the store" if first else "add claims to the store"
    enough = first_enough(library, brief) if first else None
    if first and enough and enough > first:
        hint += f", and from {enough} there are enough asks for a letter"
    raise LetterkitError(f"nothing can be cited on {brief.date} about '{brief.topic.id}'", hint)


def _tells(selection: Selection) -> bool:
    """Say whether a letter would tell of anything that happened."""
    return any(claim.role in ("evidence", "pattern", "testimony") for claim in selection.claims())


def _refuse_without_asks(library: Library, brief: Brief, selection: Selection) -> None:
    number, fewest = len(selection.asks), fewest_asks(brief.recipient.audience)
    if number >= fewest:
        return
    held = "no ask" if not number else "only one ask" if number == 1 else f"only {number} asks"
    raise LetterkitError(
        f"{held} of '{brief.topic.id}' {'hold' if number > 1 else 'holds'} on {brief.date}, a letter to "
        f"{brief.recipient.audience} needs {fewest}: {when_enough(library, brief)}",
        "; ".join(f"{left.id}: {left.reason}" for left in selection.asks_left_out),
    )


def _not_included(draft: Draft) -> Iterator[Finding]:
    """Say what was asked for and is not in the letter, and why."""
    left = {each.id: each.reason for each in draft.left_out} if draft.brief.include else {}
    for name in draft.brief.include:
        if name in left:
            message = f"{name} was asked for and is not in the letter: {left[name]}"
            yield Finding(
                "not-included", "warning", message, hint=f"see `letterkit facts show {name}`", claim=name
            )


def _sister_letter(library: Library, brief: Brief) -> Iterator[Finding]:
    """Offer the letter to the other side, where one to a single side of a conflict is drafted."""
    other = library.recipients.get(brief.recipient.counterpart or "")
    if other is None or not brief.topic.conflict or other.audience not in brief.topic.asks:
        return
    yield Finding(
        "counterpart",
        "info",
        f"this letter goes to one side of the conflict; the sister letter goes to '{other.id}'",
        hint=f"letterkit draft --to {other.id} --topic {brief.topic.id} --date {brief.date}",
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
