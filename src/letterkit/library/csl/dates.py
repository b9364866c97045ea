"""Reads the dates of CSL-JSON: `date-parts`, `raw` and `literal`, as far as they are certain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from letterkit.library import edtf

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(edtf.MONTHS, 1)}
_FORMS = (
    re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?(?:[T ]\d\d:\d\d.*)?"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})\.? (?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<name>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"),
)


def read_date(value: Any) -> tuple[str | None, str]:
    """Return a date as the store writes it, a day, a month or a year, or None and what is wrong with it."""
    if isinstance(value, str):
        return _of_text(value)
    if not isinstance(value, Mapping):
        return None, "it is no date of CSL"
    if value.get("circa"):
        return None, "it is only about that time"
    if value.get("date-parts"):
        return _of_parts(value["date-parts"])
    text = value.get("raw") or value.get("literal")
    return _of_text(str(text)) if text else (None, "it is empty")


def _of_parts(parts: Any) -> tuple[str | None, str]:
    if not isinstance(parts, list) or not parts or not all(isinstance(each, list) for each in parts):
        return None, "its parts are no lists"
    if len(parts) > 1 and parts[0] != parts[1]:
        return None, "it is a span of time"
    try:
        numbers = [int(str(part)) for part in parts[0] if str(part).strip()]
    except ValueError:
        return None, f"{parts[0]} are no numbers"
    return _valid(numbers)


def _of_text(text: str) -> tuple[str | None, str]:
    text = " ".join(text.split())
    for form in _FORMS:
        if match := form.fullmatch(text):
            found = match.groupdict()
            month = found.get("month") or _MONTHS.get((found.get("name") or "").lower()[:3])
            if month is None and found.get("name"):
                break
            return _valid([int(each) for each in (found["year"], month, found.get("day")) if each])
    return None, f"“{text[:40]}” can be read in more than one way"


def _valid(numbers: list[int]) -> tuple[str | None, str]:
    if not 1 <= len(numbers) <= 3:
        return None, "it has no year"
    text = "-".join(f"{number:0{4 if not place else 2}}" for place, number in enumerate(numbers))
    try:
        edtf.parse(text)
    except ValueError as error:
        return None, str(error)
    return text, ""
