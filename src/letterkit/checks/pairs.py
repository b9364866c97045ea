"""Whether every audience that a topic has asks for gets a letter on the day after its last source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from letterkit.checks.draft import check_draft
from letterkit.checks.store import Store
from letterkit.drafting.brief import brief
from letterkit.drafting.draft import draft_letter
from letterkit.drafting.templates import Templates
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.library.model import Topic
from letterkit.library.store import Library


def every_pair_drafts(store: Store) -> Iterator[Finding]:
    """Yield topics and audiences for which no letter can be made once all their sources are out.

    A store that could not be read in full is not asked: letters would fail for what is missing.
    """
    if not store.whole:
        return
    templates = Templates(store.template)
    for topic in store.library.topics.values():
        day = _day_after(store.library, topic)
        for audience in topic.audiences:
            problem = _problem(store, templates, topic, audience, day)
            if problem:
                place = store.library.place("topics", topic.id, "asks", audience)
                when = f" on {day}" if day else ""
                message = f"no letter to {audience} can be drafted{when}: {problem.message}"
                yield Finding("pair-undrafted", "error", message, place, problem.hint)


def _problem(
    store: Store, templates: Templates, topic: Topic, audience: str, day: date | None
) -> LetterkitError | None:
    # A member of Congress is no office to try a topic on: the terms need not cover the day.
    known = [each for each in store.library.recipients.values() if not each.person]
    offices = [each.id for each in known if each.audience == audience]
    if day is None:
        return LetterkitError("no claim is about it", "add claims that carry a topic of its draws_on")
    if not offices:
        return LetterkitError("no recipient has this audience", "add an office to facts/recipients/")
    sender = next(iter(store.library.senders), None)
    try:
        asked = brief(store.library, to=offices[0], topic=topic.id, day=day, sender=sender)
        drafted = draft_letter(store.library, asked, templates)
    except LetterkitError as error:
        return error
    findings = [*drafted.findings, *check_draft(store.library, drafted, store.originals)]
    first = next((finding for finding in findings if finding.severity == "error"), None)
    return LetterkitError(first.message, first.hint) if first else None


def _day_after(library: Library, topic: Topic) -> date | None:
    """Return the day after the last source of a topic appeared."""
    days = [
        library.sources[claim.source].issued_on
        for claim in library.claims.values()
        if claim.source in library.sources and set(claim.topics) & set(topic.draws_on)
    ]
    known = [day for day in days if day < date.max]
    return max(known) + timedelta(days=1) if known else None
