"""What the parts of a letter look like when no style names them: a date line, “Re:”, “Dear …:”, “Sincerely,”."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_YEAR: Final = r"(?:1[89]|20)\d\d"
_GAP: Final = r"[\s\xa0]+"
_DATE: Final = re.compile(
    rf"(?:[\w.,\s\xa0]{{0,40}},?[\s\xa0])??"  # place, or day of the week
    rf"(?:{_MONTH}{_GAP}{_DAY},?{_GAP}{_YEAR}|{_DAY}{_GAP}(?:of{_GAP})?{_MONTH},?{_GAP}{_YEAR}|"
    rf"{_YEAR}-[01]\d-[0-3]\d|[0-3]?\d[./][0-3]?\d[./]{_YEAR})\.?",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"(?:re|in re|ref|reference|subject|subj)[\s\xa0]*[:.–—](?:\t|[\s\xa0]*)", re.IGNORECASE)
_DELIVERY: Final = re.compile(
    r"(?:sent |delivered |transmitted )?(?:via|by|per)\b.{0,60}|\[?(?:certified|registered) mail\b.{0,40}|"
    r"(?:confidential|urgent|personal)(?: and \w+)?",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(
    r"(?:dear\b.{1,150}|to whom it may concern|(?:your )?excellenc(?:y|ies)\b.{0,80}|(?:honou?rable|esteemed) .{1,100}|"
    r"(?:mr|ms|mrs|madam|sir|mme)\b\.?.{0,80}|ladies and gentlemen|hello\b.{0,60}|greetings\b.{0,60})[\s\xa0]*[:,]",
    re.IGNORECASE,
)
_CLOSE: Final = re.compile(
    r"(?:(?:yours?|very|most)[\s,]+)*(?:sincerely|respectfully|faithfully|truly|cordially|regards)"
    r"(?:[\s,]+(?:yours?|submitted))*|"
    r"(?:(?:with|in) )?(?:my |our )?(?:best|kind|kindest|warm|warmest|high|highest)[\w\s]{0,40}(?:regards|wishes|esteem|"
    r"consideration)|with (?:appreciation|gratitude|respect|thanks)[\w\s]{0,40}|in solidarity|"
    r"(?:please )?accept,?[\w\s,.’']{0,80}assurances?[\w\s,.’']{0,60}",
    re.IGNORECASE,
)
_ENCLOSURES: Final = re.compile(r"(?:enclosures?|encl?s?|attachments?|annex(?:es)?)\b[.:\s(\d].*|enclosures?|attachments?|encl?s?\.?", re.IGNORECASE)
_COPIES: Final = re.compile(r"(?:b?cc|c\.c\.|copy to|copies to|copies|copy)[\s\xa0]*:.*|cc\b.*", re.IGNORECASE | re.DOTALL)


def is_date(text: str) -> bool:
    """Tell whether a line is a date, perhaps with a place or the day of the week before it."""
    return _DATE.fullmatch(text.strip()) is not None


def subject_mark(text: str) -> str:
    """Return the “Re:” that a subject line begins with and the gap behind it, or an empty string."""
    found = _SUBJECT.match(text)
    return found[0] if found else ""


def is_delivery(text: str) -> bool:
    """Tell whether a line says how the letter is sent."""
    return _DELIVERY.fullmatch(text.strip()) is not None


def is_salutation(text: str) -> bool:
    """Tell whether a line greets the reader."""
    return _SALUTATION.fullmatch(text.strip()) is not None


def is_close(text: str) -> bool:
    """Tell whether a line takes leave of the reader."""
    return _CLOSE.fullmatch(text.strip().rstrip(",.").rstrip()) is not None


def is_enclosures(text: str) -> bool:
    """Tell whether a line begins the list of what is enclosed."""
    return _ENCLOSURES.fullmatch(text.strip()) is not None


def is_copies(text: str) -> bool:
    """Tell whether a line begins the list of those who get a copy."""
    return _COPIES.fullmatch(text.strip()) is not None
