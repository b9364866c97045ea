"""Days to follow up as a calendar (RFC 5545); the same letters give the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from letterkit.library.edtf import long_date
from letterkit.library.sent import SentLetter

_MOST_NAMES = 40
_LONGEST = 75  # octets of a line
_SIGNS = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def write(letters: Iterable[SentLetter]) -> bytes:
    """Return a calendar with one entry for each day to follow up, topic and letter's date."""
    groups: dict[tuple[date, str, date], list[SentLetter]] = {}
    for each in letters:
        if each.follow_up:
            groups.setdefault((each.follow_up, each.topic, each.date), []).append(each)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//letterkit//outreach//EN", "CALSCALE:GREGORIAN"]
    for (day, topic, dated), group in sorted(groups.items()):
        lines += _event(day, topic, dated, sorted(group, key=lambda each: (each.to, each.sent)))
    lines.append("END:VCALENDAR")
    return b"".join(b"\r\n ".join(_folded(line)) + b"\r\n" for line in lines)


def _event(day: date, topic: str, dated: date, letters: Sequence[SentLetter]) -> Iterator[str]:
    number = f"{len(letters)} letters" if len(letters) > 1 else letters[0].name
    seed = "\n".join((topic, dated.isoformat(), *(each.to for each in letters)))
    sent = sorted({each.sent for each in letters})
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(seed.encode()).hexdigest()[:32]}@letterkit.invalid"
    yield f"DTSTAMP:{sent[-1]:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'Follow up on {topic}: {number}')}"
    yield f"DESCRIPTION:{_text(_description(dated, sent, letters))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(dated: date, sent: Sequence[date], letters: Sequence[SentLetter]) -> str:
    days = ", ".join(_printed(day) for day in sent)
    names = [each.name for each in letters[:_MOST_NAMES]]
    more = [f"and {len(letters) - _MOST_NAMES} more"] if len(letters) > _MOST_NAMES else []
    return "\n".join((f"Letter of {_printed(dated)}, sent {days}, to:", *names, *more))


def _printed(day: date) -> str:
    return long_date(day).replace("\u00a0", " ")


def _text(text: str) -> str:
    """Return a text value: what divides values is escaped, other control characters are left out."""
    shown = (sign for sign in text.replace("\r\n", "\n") if sign == "\n" or sign.isprintable())
    return "".join(_SIGNS.get(sign, sign) for sign in shown)


def _folded(line: str) -> Iterator[bytes]:
    """Yield the parts of a line, none longer than 75 octets with the space before it, no character cut."""
    part, room = b"", _LONGEST
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > room:
            yield part
            part, room = b"", _LONGEST - 1
        part += octets
    yield part
