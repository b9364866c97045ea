"""Phrases of time or of who says so that stand elsewhere in their clause and say the same: puts them back."""

from __future__ import annotations

import re
from typing import Final

from letterkit.checks.wording.attributions import lowered
from letterkit.checks.wording.lexer import units

_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE: Final = (
    rf"(?:(?:{_MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{4}}|\d{{4}})"
)
# `in`, `on` and `between` only where they lead to a time or a thing: a place belongs to what is near.
_LEADS: Final = (
    rf"on(?= {_DATE})|by(?= {_DATE})|(?:in|from|under|within)"
    rf"(?= (?:an? |the |its )?(?:{_MONTH}|(?-i:[a-z\d])))|"
    r"between(?= \d)|among(?= the )|as of|during|since|"
    r"(?:even |just |only |shortly |soon |long )?(?:before|after)|until|according to"
)
# What such a phrase may hold: words, dates with their comma, a span of years behind a comma.
_INSIDE: Final = rf"(?:{_DATE}|[^\s,.;:]+)(?: (?:{_DATE}|[^\s,.;:]+))*(?:, from \d{{4}} to \d{{4}})?"
_FRONT: Final = re.compile(rf"^((?:{_LEADS}) {_INSIDE}), (?=\S)", re.IGNORECASE)
_ASIDE: Final = re.compile(rf", ((?:{_LEADS}) {_INSIDE}), (?=\S)", re.IGNORECASE)
_DATED: Final = re.compile(rf"(?<=\w) ((?:on|in|as of|by) {_DATE}),?(?= |\.$)", re.IGNORECASE)
_LAST: Final = re.compile(rf"(?=,? ((?:{_LEADS}) [^.;:]+)\.$)", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b")
# Behind these somebody speaks, or a clause of its own begins: what crosses them is said of something else.
_CROSSING: Final = re.compile(
    r"[;:.!?]|(?<!\bto )(?<!\bof )(?<!\bin )(?<!\bon )\bthat\b|"
    r"\b(?:which|who|whom|whose|where|when|while|because|if|unless|but|whether|although)\b",
    re.IGNORECASE,
)
# A relative clause that is over before the act comes: `the films that experts analyzed were shared`.
_RELATIVE: Final = re.compile(
    r"\bthat (?:(?:the )?[A-Z][\w']*(?: [A-Z][\w']*)*|\w+) \w+ed (?=(?:was|were|had|has|have|is|are)\b)"
)
_WHERE: Final = (_FRONT, _ASIDE, _DATED, _LAST)
_SAYING: Final = "according to"


def put_back(was: str, now: str) -> str:
    """Return the second text with such phrases where the first has them, and its `that` where it is left out.

    A phrase is put back only over one act, and never over the word that opens another clause: `said on May 4
    that` and `said that on May 4` are two things.
    """
    now = _with_that(was, _DAY_FIRST.sub(r"\2 \1, \3", now))
    for words in [match[1] for pattern in _WHERE for match in pattern.finditer(now)]:
        now = _placed(was, now, words)
    return now


def _with_that(was: str, now: str) -> str:
    """Put in the `that` that is left out: `an interview he gave`."""
    for match in re.finditer(r"(\b[\w'-]+) that (he|she|it|they|the|[A-Z][\w'-]+)\b", was):
        short = re.compile(rf"\b{re.escape(match[1])} {re.escape(match[2])}\b")
        if match[0] not in now and len(short.findall(now)) == 1:
            now = short.sub(match[0].replace("\\", ""), now)
    return now


def _placed(was: str, now: str, words: str) -> str:
    """Return the text with one phrase where the first text has it, or as it is."""
    phrase = re.compile(rf",? ?(?<!\w){re.escape(words)}(?!\w),?", re.IGNORECASE)
    theirs, ours = list(phrase.finditer(was)), list(phrase.finditer(now))
    if len(theirs) != 1 or len(ours) != 1:
        return now
    before, after = now[: ours[0].start()], now[ours[0].end() :].lstrip()
    rest = f"{before}{'' if after[:1] in ('', '.') or not before else ' '}{after}"
    target = _target(was, theirs[0], rest)
    if target is None:
        return now
    low, high = sorted((len(before), target))
    crossed = rest[low:high]
    if not crossed.strip(" .,") or not _is_one_clause(crossed, words):
        return now
    return _inserted(was, theirs[0], rest, target, words)


def _target(was: str, place: re.Match[str], rest: str) -> int | None:
    """Return where in the rest of the text a phrase belongs that the first text has at a place."""
    left, right = was[: place.start()], was[place.end() :]
    if not left:
        return 0
    if right.strip(" .") == "":
        return len(rest.rstrip("."))
    word, following = re.escape(left.split(" ")[-1]), re.match(r"\W*\w*", right)
    behind = re.escape(following[0].strip(" ,")) if following else ""
    found = list(re.finditer(rf"(?<![\w-]){word}(?=\W+{behind}\b)", rest, re.IGNORECASE))
    return found[0].end() if len(found) == 1 else None


def _inserted(was: str, place: re.Match[str], rest: str, target: int, words: str) -> str:
    """Return the rest with the phrase at a place, with the commas that the first text has around it."""
    if target == 0:
        return f"{words[:1].upper()}{words[1:]}, {_lowered(was, rest)}"
    comma = "," if place[0].startswith(",") else ""
    closing = "," if place[0].endswith(",") and not rest[target:].startswith(",") else ""
    return f"{rest[:target]}{comma} {words[:1].lower()}{words[1:]}{closing}{rest[target:]}"


def _lowered(was: str, rest: str) -> str:
    """Return a sentence with its first word small, unless the first text writes it so."""
    first = rest.split(" ", maxsplit=1)[0]
    return rest if re.search(rf"(?<!^){re.escape(first)}\b", was) else lowered(rest, was)


def _is_one_clause(crossed: str, words: str) -> bool:
    """Say whether a phrase that is moved over these words still belongs to the same act."""
    if _CROSSING.search(_RELATIVE.sub("", crossed)):
        return False
    if words.lower().startswith(_SAYING):
        return True
    acts = [unit for unit in units(_RELATIVE.sub("", crossed)) if unit.part == "verb"]
    return len(acts) <= 1
