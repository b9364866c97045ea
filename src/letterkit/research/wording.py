"""Drafts the sentence of a claim from a candidate: dates as letters print them, the speaker named.

It is a start to rewrite in one's own words, not a claim.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from letterkit.checks.tokens import Token, of_kind
from letterkit.library.edtf import parse, printed
from letterkit.research.passages.sentences import Sentence, is_speech, speeches
from letterkit.research.time.span import When, on
from letterkit.research.time.when import resolved
from letterkit.research.voices.speakers import Speaker

_RELATIVE = re.compile(r"\b(?:today|yesterday|(?:over|at|this) (?:the )?weekend)\b", re.IGNORECASE)


def sentence(quote: str, source: Sentence, speaker: Speaker, own: date | None, happened: When | None) -> str:
    """Return a first wording of a claim that rests on `quote`, the printed words of the sentence."""
    spoken = _spoken(quote, source) if not speaker.own else ""
    if spoken:
        role = f", {_curly(speaker.role)}," if speaker.role else ""
        day = _plain(own.isoformat()) if speaker.staff and own else ""
        said = f" said on {day}" if day else " said"
        return f"{_curly(speaker.name)}{role}{said}: “{spoken}”"
    text = _curly(_dated(quote, own, happened))
    told = speaker.own or (speaker.where and speaker.where.block == source.block)
    if not told and speaker.name not in text:
        text = f"According to {_curly(speaker.name)}, {text[:1].lower()}{text[1:]}"
    return text if text.endswith((".", "”", "!")) else f"{text}."


def _spoken(quote: str, source: Sentence) -> str:
    """Return the words between quotation marks, when the sentence is direct speech."""
    inside = [(max(first, source.start), min(last, source.end)) for first, last in speeches(source.paragraph)]
    inside = [(first, last) for first, last in inside if first < last]
    if not inside or not is_speech(source):
        return ""
    words = re.search(r"“([^”]*)”?", _curly(quote))
    spoken = words[1] if words else _curly(quote.strip('“”" '))
    return spoken.rstrip(",. ") + "."


def _dated(text: str, own: date | None, happened: When | None) -> str:
    """Write every date with its year, the month first, and `today` as the day it was."""
    done, at = "", 0
    for token in of_kind(text, "date"):
        if token.start >= at:
            pair = [each for each in of_kind(text, "date") if each.start == token.start]
            between = text[: token.start].lower().endswith("between ")
            long = _long([resolved(each, own, happened) for each in pair], token, between=between)
            done += text[at : token.start] + long
            at = token.end
            done += "," if re.match(r" (?!and\b|to\b|or\b)\w", text[at:]) else ""
    return _today(done + text[at:], own, happened)


def _today(text: str, own: date | None, happened: When | None) -> str:
    match = _RELATIVE.search(text)
    meant = (
        {"today": own, "yesterday": own and own - timedelta(days=1)}.get(match[0].lower()) if match else None
    )
    day = on(meant) if meant else happened
    if match is None or day is None:
        return text
    lead = "" if text[: match.start()].endswith(" on ") else "on " if match[0][0].islower() else "On "
    return f"{text[: match.start()]}{lead}{_plain(day.text)}{text[match.end() :]}"


def _long(meant: list[When | None], token: Token, *, between: bool) -> str:
    first, last = meant[0], meant[-1]
    if first is None or last is None:
        return token.text
    if first is last:
        return _plain(first.text)
    days = _plain(f"{first.text}/{last.text}")
    return days.replace("–", " and ") if between else days


def _plain(text: str) -> str:
    return printed(parse(text)).replace("\u00a0", " ")


def _curly(text: str) -> str:
    """Write quotation marks and apostrophes as letters print them."""
    text = re.sub(r'(^|[\s(\[])"', "\\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'(?=\w)", "\\1‘", text).replace("'", "’")
