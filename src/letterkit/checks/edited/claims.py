"""Rules about the claims of an edited letter: their words, their notes, the store since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.checks.edited.case import Case, about
from letterkit.checks.edited.recorded import claims as recorded_claims
from letterkit.checks.wording.fold import alike

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from letterkit.checks.edited.shelf import KnownClaim
    from letterkit.checks.edited.uses import Use
    from letterkit.findings import Finding

_RULES: Final = {"wording": "wording-unsure"}
_LONGEST: Final = 60


def words_are_the_claims(case: Case) -> Iterator[Finding]:
    """Yield each kind of difference between what a claim said and what the page says."""
    for use in case.standing:
        kinds = dict.fromkeys(difference.kind for difference in use.differences)
        for kind in kinds:
            found = [difference for difference in use.differences if difference.kind == kind]
            severity = "error" if any(each.severity == "error" for each in found) else "warning"
            message = f"{use.id}: {'; '.join(dict.fromkeys(each.text for each in found))}"
            hint = (
                f"it said: “{use.was}”"
                if severity == "error"
                else "put it back, or see that the source bears it out"
            )
            yield about(use, _RULES.get(kind, f"{kind}-changed"), severity, message, hint)  # type: ignore[arg-type]


def claims_have_their_note(case: Case) -> Iterator[Finding]:
    """Yield standing claims that no note of their source closes."""
    for use in case.standing:
        if use.note is None:
            message = f"no note of its source follows {use.id}: “{_short(use.now)}”"
            hint = "put the note back behind the run, or move the sentence before its note"
            yield about(use, "claim-uncited", "error", message, hint)


def claims_stand_once(case: Case) -> Iterator[Finding]:
    """Yield claims that the letter says more often than it was drafted to."""
    drafted = {entry.id: 0 for entry in case.uses}
    for use in case.uses:
        drafted[use.id] += use.recorded and use.was != ""
    recorded = recorded_claims(case.page.document.record)
    for use in case.standing:
        if (use.id, use.use) not in recorded and (use.id, 1) in recorded and use.use > 1:
            message = f"{use.id} is said twice: “{_short(use.now)}”"
            yield about(use, "claim-repeated", "warning", message, "keep it in one place")


def record_is_there(case: Case) -> Iterator[Finding]:
    """Yield one warning where the file does not say what the claims were, and the store's words count."""
    lost = [use for use in case.uses if not use.recorded]
    if lost:
        from letterkit.findings import Finding

        message = f"the file has lost its record; {len(lost)} claims are compared with the words of the store"
        hint = (
            "the program that saved the file dropped it; nothing to mend if the store has not changed since"
        )
        yield Finding("record-lost", "warning", message, hint=hint)


def claims_are_known(case: Case) -> Iterator[Finding]:
    """Yield claims that the store does not have."""
    for use in case.standing:
        if use.id not in case.shelf.claims:
            hint = "check with the library that the letter was drafted from: --library DIR"
            yield about(use, "claim-unknown", "warning", f"the library has no claim {use.id}", hint)


def claims_hold_on_the_day(case: Case) -> Iterator[Finding]:
    """Yield claims that were not out on the letter's date, have ended, or are forecasts."""
    day = case.page.day
    for use in case.standing if day else ():
        known = case.shelf.claims.get(use.id)
        source = case.shelf.sources.get(use.source)
        if known is None or day is None:
            continue
        if source is not None and (source.issued is None or source.issued > day):
            appeared = source.issued or "an unknown day"
            message = f"{use.id} may not be cited on {day}: its source appeared on {appeared}"
            yield about(
                use, "not-yet-published", "error", message, "date the letter later, or take the sentence out"
            )
        if known.valid_until and known.valid_until < day:
            yield about(
                use, "expired", "error", f"{use.id} was valid until {known.valid_until}", "take it out"
            )
        if known.is_forecast:
            yield about(use, "forecast", "error", f"{use.id} is a forecast", "a forecast is never cited")
        if known.review_by and known.review_by < day:
            message = f"{use.id} was to be looked at again by {known.review_by}"
            yield about(use, "stale", "warning", message, "see whether it still holds")


def claims_are_not_superseded(case: Case) -> Iterator[Finding]:
    """Yield claims that a later source replaces: by the letter's date an error, since then a warning."""
    for use in case.standing:
        for since, name in sorted(_successors(case, use.id)):
            known = case.page.day is not None and since <= case.page.day
            when = "by then" if known else "since"
            message = f"{use.id} was superseded {when} by {name}, published on {since}"
            hint = f"`letterkit facts show {name}` gives the words that stand now"
            yield about(use, "superseded", "error" if known else "warning", message, hint)
            break


def _successors(case: Case, name: str) -> Iterator[tuple[date, str]]:
    """Yield what supersedes a claim, directly or through others, with the day it appeared."""
    seen, queue = {name}, [name]
    while queue:
        for newer in case.shelf.replaced_by.get(queue.pop(), ()):
            claim = case.shelf.claims.get(newer)
            if claim is None or newer in seen:
                continue
            seen.add(newer)
            queue.append(newer)
            source = case.shelf.sources.get(claim.source)
            if source is not None and source.issued is not None:
                yield source.issued, newer


def claims_are_still_the_stores(case: Case) -> Iterator[Finding]:
    """Yield claims that the store has corrected since the letter was drafted."""
    for use in case.standing:
        known = case.shelf.claims.get(use.id)
        told = (use.was, use.now)
        if known and use.recorded and not any(alike(own, text) for own in told for text in known.texts):
            yield _corrected(use, known)


def _corrected(use: Use, known: KnownClaim) -> Finding:
    from letterkit.checks.wording.compare import compare

    text = min(known.texts, key=lambda each: len(compare(use.was, each).differences))
    found = compare(use.was, text).differences
    grave = any(difference.severity == "error" for difference in found)
    told = "; ".join(difference.text for difference in found) or "in other words, the same"
    message = f"the store has corrected {use.id} since: {told}"
    return about(use, "claim-corrected", "error" if grave else "warning", message, f"it says now: “{text}”")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
