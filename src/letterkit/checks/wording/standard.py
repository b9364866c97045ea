"""One spelling for what can be spelt in several: contractions, numbers in words, times, dates in digits."""

from __future__ import annotations

import re
from typing import Final

from letterkit.checks.wording.fold import fold
from letterkit.checks.wording.numerals import digits
from letterkit.checks.wording.rewriting import Replacement, Rewriting, rewritten
from letterkit.library.edtf import MONTHS

_SHORT: Final = {month[:3].lower(): month for month in MONTHS} | {"sept": "September"}
_NOON: Final = 12
HOURS: Final = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


def standard(text: str) -> str:
    """Return the text in the one spelling that the lexer reads."""
    return digits(rewritten(fold(text), _SPELLINGS))


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), match[2]
    return f"{(hour - 1) % _NOON + 1}:{minute} {'p.m.' if hour >= _NOON else 'a.m.'}"


def _numeric_date(match: re.Match[str]) -> str:
    """Read a date of digits as the addressee does: month, day, year, unless there is no such month."""
    month, day, year = int(match[1]), int(match[2]), match[3]
    if month > len(MONTHS):
        month, day = day, month
    if not 1 <= month <= len(MONTHS):
        return match[0]
    return f"{MONTHS[month - 1]} {day}, {year if len(year) == 4 else f'20{year}'}"


def _spoken(match: re.Match[str]) -> str:
    """Return `half past one in the afternoon` as a clock shows it."""
    hour = HOURS.get(match[3].lower())
    if hour is None:
        return match[0]
    minute = 30 if match[1].lower() == "half" else 15
    if match[2].lower() == "to":
        hour, minute = (hour - 2) % _NOON + 1, 60 - minute
    return f"{hour}:{minute} {_half_of_day(match[4] or match[5])}"


def _oclock(match: re.Match[str]) -> str:
    return f"{HOURS[match[1].lower()]}:00 {_half_of_day(match[2] or match[3])}"


def _half_of_day(words: str | None) -> str:
    return "p.m." if words and words.lower() in ("afternoon", "evening", "night") else "a.m."


def _rule(signs: tuple[str, ...], pattern: str, to: Replacement) -> Rewriting:
    return Rewriting(signs, pattern, to, re.IGNORECASE)


_AMOUNTS: Final = (
    "kilometer|mile|meter|yard|year|month|week|day|hour|minute|decade|"
    "dozen|hundred|thousand|million|third|half|quarter"
)
_A_DATE: Final = rf"(?:{'|'.join(MONTHS)}) \d{{1,2}},? \d{{4}}|\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
_SPELLINGS: Final = (
    _rule(
        (
            "can't",
            "cannot",
        ),
        r"\bcan't\b|\bcannot\b",
        "can not",
    ),
    _rule(("won't",), r"\bwon't\b", "will not"),
    _rule(("n't",), r"\b(\w+)n't\b", r"\1 not"),
    _rule(("'ve",), r"\b(they|we|you|i)'ve\b", r"\1 have"),
    _rule(("'ll",), r"\b(\w+)'ll\b", r"\1 will"),
    _rule(
        (
            "'re",
            "'s",
        ),
        r"\b(it|he|she|that|there|they|we)'(?:re|s)\b(?= (?:been|not|a|the|clear|said))",
        r"\1 is",
    ),
    _rule(tuple(_SHORT), rf"\b({'|'.join(_SHORT)})\.? (?=\d)", lambda match: f"{_SHORT[match[1].lower()]} "),
    _rule(("/", "."), r"(?<![\d./])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)(?![\d/])", _numeric_date),
    _rule((":",), r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?!\d| ?[ap]\.?m)(?: hours)?", _clock),
    _rule(
        (".m", "pm", "am"),
        r"(?<![\d:.])(\d{1,2})[:.]?(\d\d)? ?([ap])\.?m\b\.?",
        lambda m: f"{m[1]}:{m[2] or '00'} {m[3].lower()}.m.",
    ),
    _rule(
        ("half", "quarter"),
        r"\b(half|(?:a )?quarter) (past|to) (\w+)(?: o'clock)?"
        r"(?: in the (morning|afternoon|evening)| at (night))?",
        _spoken,
    ),
    _rule(
        ("o'clock",),
        rf"\b({'|'.join(HOURS)}) o'clock(?: in the (morning|afternoon|evening)| at (night))?",
        _oclock,
    ),
    _rule(("noon",), r"\bnoon\b", "12:00 p.m."),
    _rule(("midnight",), r"\bmidnight\b", "12:00 a.m."),
    _rule(("%", "per cent"), r"(?<=\d) ?%|(?<= )per cent\b", " percent"),
    _rule(("mm",), r"\b(\d+)[- ]?mm\b", r"\1-millimeter"),
    _rule(("km",), r"\b(\d+)[- ]?km\b", r"\1-kilometer"),
    _rule(("cm",), r"\b(\d+)[- ]?cm\b", r"\1-centimeter"),
    _rule(("kg",), r"\b(\d+)[- ]?kg\b", r"\1-kilogram"),
    _rule(("half ",), r"\b(?:a )?half(?: a|-a)?[ -]million\b", "500,000"),
    _rule(("half ",), r"\b(?:a )?half(?: a|-a)?[ -]billion\b", "500,000,000"),
    _rule(("half a kilo", "half-a-kilo"), r"\bhalf[ -]a[ -]kilomet(?:er|re)\b", "500 meters"),
    _rule(("(",), r" \((\d{4})-(\d{4})\)", r", from \1 to \2"),
    _rule(("one or ",), r"\bone or (?:several|more)\b", "at least one"),
    _rule((" exception",), r"\b(?:with )?(?:a single|one|just one|only one) exception\b", "except once"),
    _rule(("a single",), r"\ba single\b", "one"),
    _rule(
        (" a ", " an "),
        r"\b(up to|at least|at most|more than|less than|fewer than|nearly|almost|over) an? "
        rf"(?=(?:{_AMOUNTS})\b)",
        r"\1 one ",
    ),
    _rule(
        ("on ", "by ", "in ", "since ", "as of ", "before ", "after ", "from ", "until "),
        rf"^((?:on|by|in|since|as of|before|after|from|until) (?:{_A_DATE}))"
        r"(?= (?!and\b|to\b|until\b|or\b|-))",
        r"\1,",
    ),
    _rule(("fail",), r"\b(?:not|never) fail(?:ed)? to\b", ""),
    _rule(("mid-",), r"\bmid-(?=[A-Z])", "mid "),
    _rule(("late-", "early-"), r"\b(late|early)-(?=[A-Z])", r"\1 "),
    _rule((" of ",), r"(?<=\d)(?:st|nd|rd|th) of (?=[A-Z])", " "),
    _rule(("the ",), r"\bthe (\d{1,2})(?:st|nd|rd|th)? of (?=[A-Z])", r"\1 "),
)
