"""Drafts the sentence of a claim from a candidate: dates as letters print them, the speaker named.

It is a start to rewrite in one's own words, not a claim.
"""

from __future__ import annotations

import re
from datetime import date

from letterkit.checks.tokens import Token, of_kind
from letterkit.library.edtf import parse, printed
from letterkit.research.sentences import Sentence, speeches
from letterkit.research.span import When
from letterkit.research.speakers import Speaker
from letterkit.research.when import resolved

_RELATIVE = re.compile(r"\b(?P<words>today|yesterday|(?:over|at|this) (?:the )?weekend)\b", re.IGNORECASE)


def sentence(quote: str, source: Sentence, speaker: Speaker, own: date, happened: When | None) -> str:
    """Return a first wording of a claim that rests on `quote`, the printed words of the sentence."""
    spoken = _spoken(quote, source) if not speaker.own else ""
    if spoken:
        role = f", {_curly(speaker.role)}," if speaker.role else ""
        day = printed(parse(own.isoformat())).replace("\u00a0", " ") if speaker.staff else ""
        said = f" said on {day}" if day else " said"
        return f"{_curly(speaker.name)}{role}{said}: “{spoken}”"
    text = _dated(quote, own, happened)
    told = speaker.own or (speaker.where and speaker.where.block == source.block)
    if not told and speaker.name not in text:
        text = f"According to {_curly(speaker.name)}, {text[:1].lower()}{text[1:]}"
    return text if text.endswith((".", "”", "!")) else f"{text}."


def _spoken(quote: str, source: Sentence) -> str:
    """Return the words between quotation marks, when the sentence is direct speech."""
    inside = [(max(first, source.start), min(last, source.end)) for first, last in speeches(source.paragraph)]
    inside = [(first, last) for first, last in inside if first < last]
    if not inside or sum(last - first for first, last in inside) < 0.5 * (source.end - source.start):
        return ""
    words = re.search(r"“([^”]*)”?", quote)
    spoken = words[1] if words else quote.strip('“”" ')
    return spoken.replace('"', "").rstrip(",. ") + "."


def _dated(text: str, own: date, happened: When | None) -> str:
    """Write every date with its year, the month first, and `today` as the day it was."""
    at = 0
    done = ""
    for token in of_kind(text, "date"):
        if token.start < at:
            continue
        meant = [resolved(each, own, happened) for each in of_kind(text, "date") if each.start == token.start]
        done += text[at : token.start] + _long([each for each in meant if each], token)
        at = token.end
        done += "," if re.match(r" (?!and\b|to\b|or\b)\w", text[at:]) else ""
    text = done + text[at:]
    match = _RELATIVE.search(text)
    if match and happened:
        lead = "" if text[: match.start()].endswith(" on ") else "on " if match["words"].islower() else "On "
        text = f"{text[: match.start()]}{lead}{_plain(happened.text)}{text[match.end() :]}"
    return text


def _long(meant: list[When], token: Token) -> str:
    if not meant:
        return token.text
    first, last = meant[0], meant[-1]
    return _plain(first.text if first is last else f"{first.text}/{last.text}")


def _plain(text: str) -> str:
    return printed(parse(text)).replace("\u00a0", " ")


def _curly(text: str) -> str:
    return text.replace("'", "’")
