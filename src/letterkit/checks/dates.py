"""Whether the dates of a claim are absolute, complete, in the American form, and those of its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from letterkit.checks.store import Store, about, sentences
from letterkit.checks.tokens import Token, of_kind
from letterkit.checks.words import own_words
from letterkit.findings import Finding
from letterkit.library.edtf import MONTHS
from letterkit.library.model import Claim, Source

_MONTH = "|".join(MONTHS)
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|nowadays|recently|lately|so far|to date|until now|"
    r"(?:last|this|next|past|coming) (?:week|weekend|month|year|summer|winter|spring|autumn|fall)|"
    r"in (?:the )?(?:last|past|recent) (?:\w+ )?(?:days|weeks|months|years|decades)|in recent \w+|"
    r"(?:days?|weeks?|months?|years?|decades?) ago)\b",
    re.IGNORECASE,
)
# These say something only beside a day.  A capital inside the sentence makes a name of them: Access Now.
_AT_A_TIME = re.compile(
    r"\b(?:now|current(?:ly)?|presently|ongoing|recent|latest|upcoming|newly)\b|^(?:Now|Currently)\b"
)
_FORMS = (
    (re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\b"), "the day stands before the month"),
    (re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)\b"), "the day is an ordinal"),
    (re.compile(rf"\b(?:{_MONTH}) \d{{1,2}} (?:19|20)\d\d\b"), "a comma is missing before the year"),
    (re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}, (?:19|20)\d\d(?=\s\w)"), "a comma is missing after the year"),
    (re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.? \d"), "the month is cut short"),
    (re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b"), "it is all digits"),
    (re.compile(r"(?<![\d.])\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b"), "it is all digits"),
)  # fmt: skip
_DATED_BY_SOURCE = re.compile(
    r"\b(?:today|yesterday|tomorrow|week(?:s|end)?|days?|months?|years?|earlier|later|now|currently|recent)\b",
    re.IGNORECASE,
)


def time_is_absolute(store: Store) -> Iterator[Finding]:
    """Yield words of our own that mean another time on every day they are read."""
    for claim, key, text in sentences(store):
        ours = own_words(text)
        found = list(_RELATIVE.finditer(ours))
        if not any(token.kind == "date" for token in of_kind(text, "date")):
            covered = {place for match in found for place in range(*match.span())}
            found += (match for match in _AT_A_TIME.finditer(ours) if match.start() not in covered)
        for match in found:
            hint = "write the date that the source's day gives, or “as of” with that day"
            yield about(
                store, claim, "relative-time", f"“{match[0]}” in the {key} is relative", key, hint=hint
            )


def years_are_present(store: Store) -> Iterator[Finding]:
    """Yield dates without a year; a month without a day may take it from elsewhere in the sentence."""
    for claim, key, text in sentences(store):
        for token in _without_year(own_words(text)):
            message = f"“{token.text}” in the {key} has no year"
            yield about(
                store, claim, "missing-year", message, key, hint="write the year, also where it seems clear"
            )


def dates_are_american(store: Store) -> Iterator[Finding]:
    """Yield dates of our own that are not written like `October 17, 2020`."""
    for claim, key, text in sentences(store):
        for form, problem in _FORMS:
            for match in form.finditer(own_words(text)):
                message = f"the date “{match[0]}” in the {key}: {problem}"
                hint = "write October 17, 2020, with a comma after the year where the sentence goes on"
                yield about(store, claim, "date-form", message, key, hint=hint)


def dates_stand_in_quotes(store: Store) -> Iterator[Finding]:
    """Yield dates that neither the quotes, nor `happened`, nor the source's own day gives.

    A month or a year may also stand elsewhere in the source: it need not be quoted for that alone.
    """
    for claim, key, text in sentences(store):
        source = store.library.sources.get(claim.source)
        for token in of_kind(text, "date", "month", "year"):
            known = _is_quoted(token, claim) or _is_known(token, _known_days(claim, source))
            if not (known or _stands_in_source(store, token, source)):
                message = f"“{token.text}” in the {key} is in no quote and no date of the claim or its source"
                hint = "quote the words that give it, or set 'happened'"
                yield about(store, claim, "date-not-quoted", message, key, hint=hint)


def _without_year(text: str) -> Iterator[Token]:
    found = list(of_kind(text, "date", "month", "year"))
    for number, token in enumerate(found):
        if token.kind == "year" or not isinstance(token.value, tuple) or token.value[-1] is not None:
            continue
        later = found[number + 1] if number + 1 < len(found) else None
        pair = later is not None and later.kind == "date" and later.start - token.end <= len(" through ")
        elsewhere = any(other.kind == "year" or _year(other) for other in found)
        if not (elsewhere if token.kind == "month" else pair and later and _year(later)):
            yield token


def _year(token: Token) -> int | None:
    return token.value[-1] if isinstance(token.value, tuple) else int(float(token.value))


def _is_quoted(token: Token, claim: Claim) -> bool:
    """Say whether the quotes give a date, or speak of time so that only the source's day resolves it."""
    for quote in claim.quotes:
        if token.kind == "date" and _DATED_BY_SOURCE.search(quote):
            return True
        if any(_same(token, other) for other in of_kind(quote, "date", "month", "year")):
            return True
    return False


def _stands_in_source(store: Store, token: Token, source: Source | None) -> bool:
    text = store.originals.text(source) if source and token.kind != "date" else ""
    return any(_same(token, other) for other in of_kind(text, "date", "month", "year"))


def _same(token: Token, other: Token) -> bool:
    if token.kind == "year":
        return _year(token) == _year(other)
    if not isinstance(token.value, tuple) or not isinstance(other.value, tuple):
        return False
    years = {token.value[-1], other.value[-1]} - {None}
    known = other.value[: len(token.value) - 1]
    return len(years) < 2 and token.value[: len(known)] == known and len(other.value) >= len(token.value)


def _known_days(claim: Claim, source: Source | None) -> list[date]:
    days = [source.issued_on, source.printed_date] if source else []
    return [*days, claim.happened.first, claim.happened.last] if claim.happened else days


def _is_known(token: Token, days: list[date]) -> bool:
    if not isinstance(token.value, tuple):
        return any(day.year == token.value for day in days)
    year = token.value[-1]
    fitting = [day for day in days if year in (None, day.year)]
    if token.kind == "month":
        return any(day.month == token.value[0] for day in fitting)
    return any((day.month, day.day) == token.value[:2] for day in fitting)
