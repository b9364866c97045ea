"""Reads when a work says it was published or last changed, in its own offset."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any


def issued(entry: Any, version: str) -> tuple[datetime | date | None, tuple[str, ...]]:
    """Return when an item was published, as far as the feed says, and what is doubtful about it."""
    text = _text(entry, "published")
    if not text and version.startswith("rss"):
        text = _text(entry, "updated")  # `dc:date`, which RSS has for the day of publication
    if not text:
        changed = _text(entry, "updated")
        return None, (
            f"the feed says when it was changed ({changed}), not when it was published",
        ) if changed else ()
    when = moment(text)
    if when is None:
        return None, (f"its date cannot be read: {text[:60]}",)
    return when, ()


def modified(entry: Any) -> datetime | date | None:
    """Return when an item was last changed, None when that was not after it was published."""
    changed, published = moment(_text(entry, "updated")), moment(_text(entry, "published"))
    if isinstance(changed, datetime) and isinstance(published, datetime):
        return changed if changed > published else None
    return changed if published is not None and changed != published else None


def moment(text: str | None) -> datetime | date | None:
    """Read a date of RFC 2822 or ISO 8601; without an offset a time is taken as UTC."""
    when: datetime | None
    text = (text or "").strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        day: date | None = _try(date.fromisoformat, text)
        return day
    if re.match(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d", text):
        when = _try(datetime.fromisoformat, re.sub(r"\s+(?=[+-]\d|Z$)", "", text))
    else:
        when = _try(parsedate_to_datetime, text)
    return when.replace(tzinfo=UTC) if when is not None and when.tzinfo is None else when


def _try(parse: Any, text: str) -> Any:
    try:
        return parse(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(entry: Any, key: str) -> str:
    value = dict.get(entry, key)
    return value.strip() if isinstance(value, str) else ""
