"""Whether what a draft says stands in its sources and may be said on its date, judged anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from letterkit.archive import Status
from letterkit.checks.drafted import Drafted, one_line
from letterkit.checks.quotes import Quoted, judge
from letterkit.findings import Finding
from letterkit.letter.model import plain
from letterkit.library.model import Claim


def used_quotes_stand(drafted: Drafted) -> Iterator[Finding]:
    """Yield quotes of the letter's claims that their source does not print; one warning for all unchecked."""
    unchecked: Counter[str] = Counter()
    for claim in drafted.claims:
        source = drafted.library.sources.get(claim.source)
        for number, quote in enumerate(claim.quotes):
            verdict = drafted.originals.verdict(source, quote)
            place = drafted.library.place("claims", claim.id, "quotes", number)
            if verdict.status is Status.UNCHECKED:
                unchecked[claim.source] += 1
            elif found := judge(Quoted(quote, claim.source, place, claim.id), verdict):
                yield found
    if unchecked:
        message = f"{unchecked.total()} quotes are unchecked: no original of {', '.join(unchecked)}"
        yield Finding("quote-unchecked", "warning", message, hint="archive the originals in seeds/")


def claims_are_the_stores(drafted: Drafted) -> Iterator[Finding]:
    """Yield places where the letter's words are not those of the claim it names."""
    for use in drafted.draft.uses:
        claim = drafted.library.claims.get(use.id)
        stored = {one_line(text) for text in (claim.claim, claim.follow) if text} if claim else set()
        if one_line(use.text) not in stored:
            message = f"the letter does not print {use.id} as the store has it"
            yield Finding("claim-altered", "error", message, hint="print the claim's own words", claim=use.id)


def nothing_is_too_early(drafted: Drafted) -> Iterator[Finding]:
    """Yield claims whose source was published after the letter's date."""
    for claim in drafted.claims:
        source = drafted.library.sources.get(claim.source)
        if source is None or source.issued_on > drafted.day:
            when = f"was published on {source.issued_on}" if source else "is unknown"
            message = f"{claim.id} may not be cited on {drafted.day}: its source {when}"
            yield _error(drafted, claim, "not-yet-published", message, "give a later --date, or --exclude it")


def nothing_is_superseded(drafted: Drafted) -> Iterator[Finding]:
    """Yield claims that a source published by the letter's date replaces, directly or through others."""
    for claim in drafted.claims:
        if _is_replaced(drafted, claim.id):
            message = f"{claim.id} was superseded by {drafted.day}"
            yield _error(
                drafted,
                claim,
                "superseded",
                message,
                f"`letterkit facts show {claim.id}` names its successor",
            )


def nothing_has_expired(drafted: Drafted) -> Iterator[Finding]:
    """Yield claims past their validity, and forecasts, which never are citable."""
    for claim in drafted.claims:
        if claim.valid_until and claim.valid_until < drafted.day:
            message = f"{claim.id} was valid until {claim.valid_until}"
            yield _error(drafted, claim, "expired", message, "leave it out with --exclude")
        if claim.certainty == "forecast":
            yield _error(drafted, claim, "forecast", f"{claim.id} is a forecast", "a forecast is never cited")


def conflicts_are_explained(drafted: Drafted) -> Iterator[Finding]:
    """Yield claims whose note does not give the other account that could be cited on the letter's date."""
    notes = {note.number: one_line(plain(note.content)) for note in drafted.draft.letter.notes}
    for claim in drafted.claims:
        beside = " ".join(notes.get(use.note, "") for use in drafted.draft.uses if use.id == claim.id)
        for rival in _rivals(drafted, claim):
            if one_line(rival.claim).rstrip(".") not in beside:
                message = f"{claim.id} is contradicted by {rival.id}, and its note does not say so"
                hint = "let the note give both accounts, or leave the claim out"
                yield _error(drafted, claim, "conflict-unexplained", message, hint)


def nothing_is_stale(drafted: Drafted) -> Iterator[Finding]:
    """Yield one warning for a topic past its review day, and one for all claims past theirs."""
    topic = drafted.draft.brief.topic
    if topic.review_by and topic.review_by < drafted.day:
        message = f"the topic '{topic.id}' was to be looked at again by {topic.review_by}"
        place = drafted.library.place("topics", topic.id, "review_by")
        hint = "see whether asks and wording still fit, then set a new review_by"
        yield Finding("stale", "warning", message, place, hint)
    stale = [claim.id for claim in drafted.claims if claim.review_by and claim.review_by < drafted.day]
    if stale:
        message = f"to be looked at again before {drafted.day}: {', '.join(stale)}"
        hint = "see whether the facts still stand, then set a new review_by in facts/claims"
        yield Finding("stale", "warning", message, hint=hint)


def _is_replaced(drafted: Drafted, name: str) -> bool:
    """Say whether what was known on the letter's date replaces a claim, directly or through others."""
    claims, later = drafted.library.claims, drafted.library.links.replaced_by
    queue, seen = list(later.get(name, ())), set()
    while queue:
        other = queue.pop()
        if other not in seen and other in claims:
            if drafted.is_published(claims[other]):
                return True
            seen.add(other)
            queue += later.get(other, ())
    return False


def _rivals(drafted: Drafted, claim: Claim) -> Iterator[Claim]:
    """Yield the claims that contradict one and could be cited on the letter's date."""
    claims = drafted.library.claims
    for name in drafted.library.links.rivals.get(claim.id, ()):
        rival = claims.get(name)
        if rival is None or not drafted.is_published(rival) or _is_replaced(drafted, name):
            continue
        if rival.valid_until is None or drafted.day <= rival.valid_until:
            yield rival


def _error(drafted: Drafted, claim: Claim, rule: str, message: str, hint: str) -> Finding:
    return Finding(rule, "error", message, drafted.library.place("claims", claim.id), hint, claim.id)
