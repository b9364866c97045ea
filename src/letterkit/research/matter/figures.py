"""Reads the figures of a sentence: numbers that count something, what they count and what limits them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterkit.checks import bounds
from letterkit.checks.tokens import Token, of_kind
from letterkit.research.matter.units import unit

_CALIBRE = re.compile(r"\s?-?(?:mm|millimet(?:er|re)s?|cm)\b")
_MEASURED = r"(?:litre|liter|kilo|kilogram|kilomet(?:re|er)|month|week|year|day|hour|person|per ?cent)\b"
_LIMIT = re.compile(r"\b(an average of|a total of|exactly|fewer than|less than|under|below) $", re.IGNORECASE)
_LIMITED_ONE = re.compile(
    rf"\b(?P<limit>at least|more than|over|up to|nearly|almost|around|about) an? (?={_MEASURED})",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(r"-[a-z]| (?:another|sides?)\b|'s\b")
_TIME = re.compile(r" (?:days?|weeks?|months?|years?) (?:ago|earlier|later|before|after)\b")
_PAST = re.compile(r"\b(?:in|within|over|during|for) the (?:last|past|next|coming) $", re.IGNORECASE)
_AGED = re.compile(r"\b[Aa]ge[ds]? (?:of |over |under |between |from )?(?:\S+ (?:and|to|or) )?$")
_PARENT = re.compile(r"\b(?:mother|father|parent) of $")
_SHARES = re.compile(r"\s?(?:to|or|and|out of|out of every|of)\s")


@dataclass(frozen=True)
class Found:
    """A figure as the store writes it, and where the number stands in the sentence."""

    value: float
    unit: str
    qualifier: str | None
    start: int
    end: int


def figures(text: str) -> list[Found]:
    """Return the figures of a sentence in their order."""
    found = [_figure(text, token) for token in of_kind(text, "amount") if _counts(text, token)]
    found += [_one(text, match) for match in _LIMITED_ONE.finditer(text)]
    return list(_completed(text, sorted(found, key=lambda each: each.start)))


def _counts(text: str, token: Token) -> bool:
    """Tell numbers that count something from `one of the men`, `mother of two`, `300mm`, `two weeks ago`."""
    before, after = text[: token.start], text[token.end :]
    if _CALIBRE.match(after) or _NO_COUNT.match(after) or _TIME.match(after):
        return False
    if token.text.isalpha() and re.search(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth) $", before):
        return False
    if _PARENT.search(before) or _PAST.search(before) or _is_age(before, after):
        return False
    if token.value == 1 and not token.text[0].isdigit():
        if re.match(r" of (?:the|these|those|his|her|their|its|our|my|them)\b", after):
            return False
        limited = re.search(r"\bonly $", before) or _LIMIT.search(before) or bounds.before(text, token.start)
        return (
            bool(limited)
            or bool(re.match(rf"\s{_MEASURED}", after))
            or bool(re.match(r"[^.;]{0,60}\bfor every\b", after))
        )
    return True


def _is_age(before: str, after: str) -> bool:
    """Tell `Maryam, six, and Laman, 18`, and `aged between 60 and 90`, from numbers of things."""
    if _AGED.search(before):
        return True
    return bool(re.search(r"\b[A-Z][\w'-]*, $", before) and re.match(r"[,.;)]| and\b|$", after))


def _figure(text: str, token: Token) -> Found:
    counted = unit(text[: token.start], text[token.end :])
    return Found(float(str(token.value)), counted, _qualifier(text, token), token.start, token.end)


def _one(text: str, match: re.Match[str]) -> Found:
    """Read `up to a kilometre` as one kilometer."""
    return Found(1.0, unit("", text[match.end() - 1 :]), match["limit"].lower(), match.start(), match.end())


def _qualifier(text: str, token: Token) -> str | None:
    before = bounds.before(text, token.start)
    limit = before or _LIMIT.search(text[: token.start])
    if limit:
        return limit[1].lower()
    after = re.match(r"\s?(?:\S+ ){0,2}?(or more|or so|on average)\b", text[token.end :])
    if after:
        return after[1]
    return "estimated" if re.match(r"\"?It is estimated\b", text) else None


def _completed(text: str, found: list[Found]) -> Iterator[Found]:
    """Give `30` of `30 to 40 patients`, and `seven` of `eleven videos …, and seven by …`, what they count."""
    for number, each in enumerate(found):
        later = next((other for other in found[number + 1 :] if other.unit), None)
        earlier = next((other for other in found[:number] if other.unit), None)
        if each.unit:
            yield each
        elif later and _SHARES.match(text[each.end :]) and later.start - each.end <= 16:
            yield replace(each, unit=later.unit, qualifier=each.qualifier or later.qualifier)
        elif earlier and re.match(r" (?:by|in|from|were|of them)\b|[.,]", text[each.end :]):
            yield replace(each, unit=earlier.unit)
