"""What the parts of a letter look like where no style names them: a date, “Re:”, “Dear …:”, “Sincerely,”."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 300
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_DATE: Final = (
    rf"(?:[^\d\n]{{1,40}}[,\s])?"  # a place, or the day of the week
    rf"(?:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|"
    rf"{_YEAR}-[01]\d-[0-3]\d|[0-3]?\d[./][0-3]?\d[./]{_YEAR})\.?"
)
_SUBJECT: Final = r"(?:(?:in\s)?re|ref|reference|subject)\s?[:.](?:\t|\s*)"
_DELIVERY: Final = (
    r"(?:(?:sent|delivered|transmitted)\s)?(?:via|by|per)\s.{1,60}|"
    r"(?:certified|registered)\s.{0,20}mail.{0,40}"
)
_SALUTATION: Final = (
    r"dear\s(?:(?:mr|mrs|ms|dr|prof|sen|rep|hon)\.\s?)?[^.:,]{1,80}|"
    r"(?:dear\s.{1,150}|to\swhom\sit\smay\sconcern|(?:your\s)?excellenc(?:y|ies)(?:\s.{1,80})?|"
    r"(?:honou?rable|esteemed|distinguished)\s.{1,100}|(?:mr|ms|mrs|mme|madam|sir)\b.{0,80}|"
    r"ladies\sand\sgentlemen|greetings)\s?[:,]"
)
_CLOSE: Final = (
    r"(?:(?:yours?|very|most|with|in|my|our|best|kind|kindest|warm|warmest|high|highest|personal)[\s,]+)*"
    r"(?:sincerely|respectfully|faithfully|truly|cordially|regards|wishes|respect|appreciation|gratitude|"
    r"esteem|consideration|solidarity|thanks)(?:[\s,]+(?:yours?|submitted))*|"
    r"(?:please\s)?accept\b.{0,120}\bassurances?\b.{0,80}"
)
_ENCLOSURES: Final = r"(?:enclosures?|encls?|attachments?)(?:\s?[:.(].*|\s\d+)?"
_COPIES: Final = r"(?:b?cc|c\.c\.|cop(?:y|ies)(?:\sto)?)\s?:.*"


def is_date(text: str) -> bool:
    """Tell whether a line is a date, perhaps with a place or the day of the week before it."""
    return _is(_DATE, text)


def subject_mark(text: str) -> str:
    """Return the “Re:” that a subject line begins with and the gap behind it, or an empty string."""
    found = re.match(_SUBJECT, text, re.IGNORECASE)
    return found[0] if found else ""


def is_delivery(text: str) -> bool:
    """Tell whether a line says how the letter is sent."""
    return _is(_DELIVERY, text)


def is_salutation(text: str) -> bool:
    """Tell whether a line greets the reader."""
    return _is(_SALUTATION, text)


def is_close(text: str) -> bool:
    """Tell whether a line takes leave of the reader."""
    return _is(_CLOSE, text.strip().rstrip(",."))


def is_enclosures(text: str) -> bool:
    """Tell whether a line begins the list of what is enclosed."""
    return _is(_ENCLOSURES, text)


def is_copies(text: str) -> bool:
    """Tell whether a line begins the list of those who get a copy."""
    return _is(_COPIES, text)


def _is(form: str, text: str) -> bool:
    """Match a whole line; forms are compiled when they are first asked for, which most letters never do."""
    return len(text) <= _LONGEST and re.fullmatch(form, text.strip(), re.IGNORECASE | re.DOTALL) is not None
