"""A drafted letter changed in one thing, so that one rule has something to say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from letterkit.checks.drafted import Drafted


def with_letter(drafted: Drafted, **parts: Any) -> Drafted:
    """Return the draft with parts of its letter changed."""
    return with_draft(drafted, letter=replace(drafted.draft.letter, **parts))


def with_draft(drafted: Drafted, **parts: Any) -> Drafted:
    return replace(drafted, draft=replace(drafted.draft, **parts))


def with_brief(drafted: Drafted, **parts: Any) -> Drafted:
    return with_draft(drafted, brief=replace(drafted.draft.brief, **parts))


def with_topic(drafted: Drafted, **keys: Any) -> Drafted:
    return with_brief(drafted, topic=drafted.draft.brief.topic.model_copy(update=keys))


def with_claim(drafted: Drafted, name: str, **keys: Any) -> Drafted:
    """Return the draft beside a library in which one claim is another."""
    claims = dict(drafted.library.claims)
    claims[name] = claims[name].model_copy(update=keys)
    return replace(drafted, library=replace(drafted.library, claims=claims))
