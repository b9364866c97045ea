"""Reads out of a sentence when it happened: its dates with their year, else relative time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from letterkit.checks.tokens import Token, of_kind
from letterkit.research.time.relative import from_paragraph, from_source
from letterkit.research.time.span import When, joined, month_of, on, year_of

_AHEAD = timedelta(days=45)  # a report tells what was, and names a meeting of the next weeks
_PART = r"(?:(?:early|late|mid|the|the beginning of|the end of)[ -])?"
_JOIN = re.compile(rf",? (?:and|to|until|till|through|-) {_PART}(?:in )?{_PART}")
_RANGE = re.compile(rf"\b(?:between|from|in) {_PART}$", re.IGNORECASE)
_SINCE = re.compile(rf"\bsince {_PART}$", re.IGNORECASE)
_BOUND = re.compile(rf"\b(?:by|until|till|before|prior to|ahead of) {_PART}$", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:an?|the|its|his|her|their|this) $", re.IGNORECASE)
_NOUN = re.compile(r" (?:[A-Z][\w'-]* ){0,3}[a-z]")
_INTO = re.compile(
    rf"\b(?:continued|lasted|went on|dragged on|stretched|extended|spilled over) (?:well |on )?into {_PART}$"
)
_AGAIN = re.compile(r"\bfirst\b.*\b(?:then|again|later|once more)\b")
_RELATIVE_CLAUSE = re.compile(r"[a-z] (?:that|which|who|whose|where) [^,;]*$")
_PAPER = re.compile(
    r" (?:\w+ ){0,2}(?:agreement|treaty|convention|ceasefire|statement|declaration|resolution|law|deal|truce|"
    r"accord|decree|report|letter|protocol|constitution|order|judgment|ruling|meeting)\b"
)


def when(
    text: str,
    own: date | None,
    before: When | None = None,
    story: When | None = None,
    *,
    is_said: bool = False,
) -> When | None:
    """Return when a sentence says that its matter happened; `own` is the source's day.

    `before` is the last time that the paragraph spoke of: it settles years.  It or `story`, the last of the
    section, settles `the following day`.  Where somebody `is_said` to say it, a statement's day counts.
    """
    dated = list(_dated(text, own, before))
    if re.search(r"\brespectively\b", text) and any("/" in each.text for each in dated):
        return None  # each of two people or places has a date of its own
    if len(dated) > 1 and dated[0].last < dated[1].first and _AGAIN.search(text):
        return None  # it happened more than once
    if dated:
        within = [each for each in dated if dated[0].first <= each.first and each.last <= dated[0].last]
        return min(within, key=_coarseness)  # the first date, or what a later one narrows it to
    relative = from_source(text, own) if own else None
    return relative or from_paragraph(text, before or story) or _attack(text, own, before, is_said)


def _dated(text: str, own: date | None, before: When | None) -> Iterator[When]:
    """Yield the dates of a sentence that say when, in their order; ranges are one."""
    found = list(of_kind(text, "date", "month", "year"))
    near = before if before and before.last - before.first < timedelta(days=32) else None
    skip = -1
    for number, token in enumerate(found):
        other = found[number + 1] if number + 1 < len(found) else None
        if number <= skip:
            continue
        if other and _is_range(text, token, other):
            skip = number + 1
            told = _range(text, token, other, own, near)
        elif number and _INTO.search(text[: token.start]):
            told = _range(text, found[number - 1], token, own, near)
        elif _names_a_thing(text, token):
            continue
        else:
            told = _since(text, token, _listed(text, token, own, near), own)
        if told:
            near = told
            yield told


def _since(text: str, token: Token, told: When | None, own: date | None) -> When | None:
    """Return the stretch up to the source's day, where the date is said to be its beginning."""
    return joined(told, on(own)) if told and own and _SINCE.search(text[: token.start]) else told


def _names_a_thing(text: str, token: Token) -> bool:
    """Tell dates that name something (`the 2020 war`) or bound it (`by 1 May`) from those that say when."""
    before, after = text[: token.start], text[token.end :]
    if token.kind == "year" and _RELATIVE_CLAUSE.search(before):
        return True
    return bool(_BOUND.search(before) or (_BESIDE.search(before) and _NOUN.match(after)))


def _is_range(text: str, first: Token, second: Token) -> bool:
    if (first.start, first.end) == (second.start, second.end):  # `3-5 March` is one match, two days
        return True
    between = text[first.end : second.start]
    return bool(_JOIN.fullmatch(between) and _RANGE.search(text[: first.start]))


def _range(text: str, first: Token, second: Token, own: date | None, before: When | None) -> When | None:
    last = resolved(second, own, before)
    start = _listed(text, first, own, last)
    if start is None or last is None or start.first > last.last:
        return None
    return joined(on(start.first) if "/" in start.text else start, last)


def _listed(text: str, token: Token, own: date | None, before: When | None) -> When | None:
    """Return the day of a date, or the days from the first on of `9, 11 and 12 August`."""
    meant = resolved(token, own, before)
    days = re.search(r"(?<![\d,])(\d{1,2}),(?: \d{1,2},)* $", text[: token.start])
    if meant is None or days is None or not meant.is_day or int(days[1]) >= meant.first.day:
        return meant
    return joined(on(meant.first.replace(day=int(days[1]) or 1)), on(meant.last))


def resolved(token: Token, own: date | None, before: When | None) -> When | None:
    """Return what days a date means; a year that it lacks is the nearest to what was spoken of before."""
    if not isinstance(token.value, tuple):
        return year_of(int(float(token.value)))
    *rest, year = token.value
    month, day = (*(part or 1 for part in rest), 1)[:2]
    try:
        if year is None:
            anchor = before.first if before else own
            if anchor is None:  # nobody knows when the source appeared
                return None
            near = [date(base, month, day) for base in range(anchor.year - 1, anchor.year + 2)]
            past = [each for each in near if each <= (own or anchor) + _AHEAD] or near
            year = min(past, key=lambda each: abs(each - anchor)).year
        return on(date(year, month, day)) if len(rest) == 2 else month_of(date(year, month, 1))
    except ValueError:  # what the calendar does not have
        return None


def _coarseness(when: When) -> int:
    return -len(when.text.partition("/")[0])


def _attack(text: str, own: date | None, before: When | None, is_said: bool) -> When | None:  # noqa: FBT001
    """Return the day of `a 17 October attack`, where nothing else says when."""
    for token in of_kind(text, "date"):
        if _BESIDE.search(text[: token.start]) and (is_said or not _PAPER.match(text[token.end :])):
            return resolved(token, own, before)
    return None
