"""Whether the dates of a claim are absolute, complete, in the American form, and those of its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterkit.checks.calendar import Known, known_by, spoken_of
from letterkit.checks.store import Store, about, sentences
from letterkit.checks.tokens import Token, of_kind
from letterkit.checks.words import own_words
from letterkit.findings import Finding
from letterkit.library.edtf import MONTHS

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
    sources = store.library.sources
    spoken = {name: spoken_of(source, store.originals.text(source)) for name, source in sources.items()}
    for claim, key, text in sentences(store):
        source = sources.get(claim.source)
        known = known_by(source, claim.quotes, claim.happened)
        for token in of_kind(text, "date", "month", "year"):
            if not known.gives(token) and not (source and _spoken(spoken[source.id], token)):
                message = f"“{token.text}” in the {key} is in no quote and no date of the claim or its source"
                hint = "quote the words that give it, or set 'happened'"
                yield about(store, claim, "date-not-quoted", message, key, hint=hint)


def _spoken(known: Known, token: Token) -> bool:
    """Say whether the source speaks of a month or a year; one that cannot be read may speak of any."""
    return token.kind != "date" and (not known.years or known.gives(token))


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
