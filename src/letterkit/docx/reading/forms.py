"""What the parts of a letter look like where no style names them: a date, “Re:”, “Dear …:”, “Sincerely,”."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_DATE: Final = re.compile(
    rf"(?:[^\d\n]{{1,40}}[,\s])?"  # a place, or the day of the week
    rf"(?:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|"
    rf"{_YEAR}-[01]\d-[0-3]\d|[0-3]?\d[./][0-3]?\d[./]{_YEAR})\.?",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"(?:(?:in\s)?re|ref|reference|subject)\s?[:.](?:\t|\s*)", re.IGNORECASE)
_DELIVERY: Final = re.compile(
    r"(?:(?:sent|delivered|transmitted)\s)?(?:via|by|per)\s.{1,60}|(?:certified|registered)\s.{0,20}mail.{0,40}",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(
    r"(?:dear\s.{1,150}|to\swhom\sit\smay\sconcern|(?:your\s)?excellenc(?:y|ies)(?:\s.{1,80})?|"
    r"(?:honou?rable|esteemed|distinguished)\s.{1,100}|(?:mr|ms|mrs|mme|madam|sir)\b.{0,80}|"
    r"ladies\sand\sgentlemen|greetings)\s?[:,]",
    re.IGNORECASE,
)
_CLOSE: Final = re.compile(
    r"(?:(?:yours?|very|most|with|in|my|our|best|kind|kindest|warm|warmest|high|highest|personal)[\s,]+)*"
    r"(?:sincerely|respectfully|faithfully|truly|cordially|regards|wishes|respect|appreciation|gratitude|"
    r"esteem|consideration|solidarity|thanks)(?:[\s,]+(?:yours?|submitted))*|"
    r"(?:please\s)?accept\b.{0,120}\bassurances?\b.{0,80}",
    re.IGNORECASE,
)
_ENCLOSURES: Final = re.compile(r"(?:enclosures?|encls?|attachments?)(?:\s?[:.(].*|\s\d+)?", re.IGNORECASE)
_COPIES: Final = re.compile(r"(?:b?cc|c\.c\.|cop(?:y|ies)(?:\sto)?)\s?:.*", re.IGNORECASE | re.DOTALL)


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
