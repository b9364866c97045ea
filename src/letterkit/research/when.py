"""Reads out of a sentence when it happened: dates with their year, and relative time counted from a source's day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from letterkit.checks.tokens import Token, of_kind, tokens

_DAY = timedelta(days=1)
_SPAN = re.compile(
    r"\b(?:in|within|over|during) the (?:last|past) (?P<number>\w+ )?(?P<unit>days?|weeks?|months?)\b", re.IGNORECASE
)
_AGO = re.compile(r"\b(?P<number>\w+) days? ago\b", re.IGNORECASE)
_STEP = (
    (re.compile(r"\b(?:the )?(?:following|next) (?:day|morning)|\ba day later\b", re.IGNORECASE), _DAY),
    (re.compile(r"\b(?:the )?previous day\b|\bthe day before(?=[,.;]|$)", re.IGNORECASE), -_DAY),
    (re.compile(r"\b(?:on |that |later )?(?:the |that )?same (?:day|evening|night)\b", re.IGNORECASE), 0 * _DAY),
)
_PART = r"(?:(?:early|late|mid|the|the beginning of|the end of)[ -])?"
_JOIN = re.compile(rf",? (?:and|to|until|till|through|-) {_PART}(?:in )?{_PART}")
_SINCE = re.compile(r"\b(?:since|as of) (?:the |early |late |mid-)?$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:by|until|till|before|prior to|ahead of) (?:the |early |late )?$", re.IGNORECASE)
_PAPER = re.compile(
    r" (?:\w+ ){0,2}(?:agreement|treaty|convention|ceasefire|statement|declaration|resolution|law|deal|truce|accord|"
    r"decree|report|letter|protocol|constitution|order|judgment|ruling|meeting)\b"
)
_RELATIVE_CLAUSE = re.compile(r"[a-z] (?:that|which|who|whose|where) [^,;]*$")
_BESIDE = re.compile(r"\b(?:an?|the|its|his|her|their|this|of) $", re.IGNORECASE)


@dataclass(frozen=True)
class When:
    """A stretch of time: its first and last day, and how the store writes it."""

    first: date
    last: date
    text: str

    @property
    def is_day(self) -> bool:
        """Say whether it is a single day."""
        return self.first == self.last


def on(day: date) -> When:
    """Return a single day."""
    return When(day, day, day.isoformat())


def when(text: str, own: date, before: When | None = None) -> When | None:
    """Return when a sentence says that its matter happened; `own` is the source's day.

    `before` is the last time that the paragraph spoke of: it settles years, and `the following day`.
    """
    dated = list(_dated(text, own, before))
    if dated:
        finest = min(_coarseness(each) for each in dated)
        return next(each for each in dated if _coarseness(each) == finest)
    return _relative(text, own) or _stepped(text, before) or _attack(text, own, before)


def _attack(text: str, own: date, before: When | None) -> When | None:
    """Return the day of `a 17 October attack`, where nothing else says when."""
    for token in of_kind(text, "date"):
        if _BESIDE.search(text[: token.start]) and not _PAPER.match(text[token.end :]):
            return _resolved(token, own, before)
    return None


def _dated(text: str, own: date, before: When | None) -> Iterator[When]:
    """Yield the dates of a sentence that say when, in their order; ranges are one."""
    found = list(of_kind(text, "date", "month", "year"))
    skip = -1
    for number, token in enumerate(found):
        if number <= skip or _names_a_thing(text, token):
            continue
        first = _resolved(token, own, before)
        other = found[number + 1] if number + 1 < len(found) else None
        if first and other and _is_range(text, token, other):
            last = _resolved(other, own, before)
            skip = number + 1
            if last and first.first <= last.last:
                yield _joined(first, last)
        elif first and _SINCE.search(text[: token.start]):
            yield _joined(first, When(own, own, own.isoformat())) if len(first.text) > 4 else first
        elif first:
            yield first


def _names_a_thing(text: str, token: Token) -> bool:
    """Tell a date that names something (`the 2020 war`) or is a bound (`by 1 May`) from one that says when."""
    before, after = text[: token.start], text[token.end :]
    if token.kind == "year" and _RELATIVE_CLAUSE.search(before):
        return True
    return bool(_BOUND.search(before) or (_BESIDE.search(before) and re.match(r" [a-z]", after)))


def _is_range(text: str, first: Token, second: Token) -> bool:
    if (first.start, first.end) == (second.start, second.end):
        return True
    between = text[first.end : second.start]
    return bool(_JOIN.fullmatch(between)) and bool(re.search(rf"\b(?:between|from|in) {_PART}$", text[: first.start], re.IGNORECASE))


def _resolved(token: Token, own: date, before: When | None) -> When | None:
    """Return what days a date means; a year that it lacks is the one nearest to what was spoken of before."""
    if not isinstance(token.value, tuple):
        year = int(float(token.value))
        return When(date(year, 1, 1), date(year, 12, 31), str(year))
    *rest, year = token.value
    month, day = (*(part or 1 for part in rest), 1)[:2]
    try:
        if year is None:
            near = [date(base, month, day) for base in range(own.year - 1, own.year + 2)]
            anchor = before.first if before else own
            year = min(near, key=lambda each: abs(each - anchor)).year
        if len(rest) == 2:
            exact = date(year, month, day)
            return When(exact, exact, exact.isoformat())
        return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year}-{month:02}")
    except ValueError:  # what the calendar does not have
        return None


def _joined(first: When, last: When) -> When:
    return When(first.first, last.last, f"{first.text}/{last.text}")


def _coarseness(when: When) -> int:
    return {10: 0, 7: 1, 4: 2}[len(when.text.partition("/")[0])]


def _relative(text: str, own: date) -> When | None:
    """Return the days that today, the weekend, last week and the like are on the source's own day."""
    lower = text.lower()
    monday = own - own.weekday() * _DAY
    first_of_month = own.replace(day=1)
    spans = (
        (r"\byesterday\b|\blast night\b", own - _DAY, own - _DAY),
        (r"\b(?:over|during|at|this|last) (?:the )?(?:last |past )?weekend\b", monday - 2 * _DAY, monday - _DAY),
        (r"\blast week\b", monday - 7 * _DAY, monday - _DAY),
        (r"\btoday\b|\btonight\b|\bthis morning\b", own, own),
    )
    for words, first, last in spans:
        if re.search(words, lower):
            return _between(first, last)
    if re.search(r"\b(?:this|earlier this|later this) month\b", lower):
        return When(first_of_month, own, f"{own:%Y-%m}")
    if re.search(r"\blast month\b", lower):
        last = first_of_month - _DAY
        return When(last.replace(day=1), last, f"{last:%Y-%m}")
    if re.search(r"\blast year\b", lower):
        return When(date(own.year - 1, 1, 1), date(own.year - 1, 12, 31), str(own.year - 1))
    return _counted(text, own)


def _counted(text: str, own: date) -> When | None:
    """Return `within the last three weeks` or `two days ago`, counted back from the source's day."""
    match = _SPAN.search(text)
    if match:
        number = _number(match["number"] or "one")
        days = {"d": 1, "w": 7, "m": 30}[match["unit"][0].lower()]
        return _between(own - number * days * _DAY, own) if number else None
    match = _AGO.search(text)
    number = _number(match["number"]) if match else 0
    return _between(own - number * _DAY, own - number * _DAY) if number else None


def _stepped(text: str, before: When | None) -> When | None:
    """Return `the following day` and the like, counted from the day that the paragraph spoke of."""
    if before is None or not before.is_day:
        return None
    for words, step in _STEP:
        if words.search(text):
            return _between(before.first + step, before.first + step)
    return None


def _between(first: date, last: date) -> When:
    text = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return When(first, last, text)


def _number(word: str) -> int:
    found = [token for token in tokens(word.strip()) if token.kind == "amount"]
    return int(float(str(found[0].value))) if found else 0
