"""Reads whom a sentence or the heading above it holds responsible: a party that acts, not one named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterkit.library.model import Party

_AGENT = (
    r"(?:-backed |-supported |-led |-aligned )?(?:(?:security|armed|military|ground|special|government|"
    r"state|police|air|border|peacekeeping|de facto|de-facto|"
    r"prison|local|law enforcement) )*(?:forces?|authorities|military|army|soldiers?|troops|police|"
    r"government|officials?|"
    r"peacekeepers?|peacekeeping (?:mission|forces?|contingent)|mission|fighters|militias?|militants|navy|"
    r"parliament|"
    r"president|prosecutors?|courts?|servicemen|service members|(?:military )?members|personnel|air force|"
    r"guards?|"
    r"security services?|state|leaders?|leadership|regime|side)"
)
_ACT = re.compile(
    r"^(?:'s? [\w' -]{3,40}?)?,?(?: (?:has|have|had|also|continues? to|continued to|repeatedly|deliberately|"
    r"even|must|should|may|appears? to have|are|is|were|was|openly|immediately|manifestly))* "
    r"(?!said\b|says\b|reported\b|announced\b|stated\b|claimed\b|denied\b|told\b|to\b|in\b|on\b|and\b|or\b|"
    r"of\b|for\b|at\b|as\b|with\b|by\b|from\b|over\b|who\b|which\b|that\b|border\b|killed\b|arrested\b|detained\b|"
    r"released\b|injured\b)[a-z]"
)
# What a party is, and what was done to it, is not its doing.
_SUFFERED = re.compile(
    r" (?:(?:has|have|had) )?(?:was|were|been|is|are|being) "
    r"(?:(?:an?|the|one|among|not|part)\b|(?:\w+ly )?\w+(?:ed|en|lt|ot|it)\b)"
)
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|demand(?:s|ed|ing)?(?: that)?|appeal(?:s|ed|"
    r"ing)? to) "
    r"(?P<whom>.{0,90}?)(?: to\b|[,.;]|$)"
)


def parties(text: str, known: Iterable[Party], *, is_call: bool = False) -> tuple[str, ...]:
    """Return the ids of the parties that a sentence names as actors, or that a call is made on."""
    found: dict[str, int] = {}
    for party in known:
        at = next(_acts(text, party), None)
        if at is None and is_call:
            at = _asked(text, party)
        if at is not None:
            found[party.id] = at
    return tuple(sorted(found, key=lambda name: found[name]))


def _acts(text: str, party: Party) -> Iterator[int]:
    """Yield where the sentence names a party as the one who acts: `by X forces`, `X forces struck`."""
    agents = rf"(?:{_either(_adjectives(party))}) {_AGENT}"
    names = _either([party.name, *party.forms])
    agent = rf"(?:{agents}|{names})"
    for match in re.finditer(rf"\bby (?:the |both |dozens of )?(?:\w+ and )?(?P<who>{agent})\b(?!'s)", text):
        yield match.start("who")
    for match in re.finditer(rf"(?<![\w-])(?P<who>{agent})(?![\w-])", text):
        if _is_subject(text, match) and _does(text[match.end() :]):
            yield match.start()


def _does(after: str) -> bool:
    """Say whether the words after a party's name are what it does."""
    return bool(_ACT.match(after)) and not _SUFFERED.match(after)


def _is_subject(text: str, match: re.Match[str]) -> bool:
    """Say whether a party's name may be the subject: no `against` or other preposition stands before it."""
    before = re.split(
        r"[,;:\"]|\b(?:while|that|after|when|and|but|because|where|For its part|as)\b", text[: match.start()]
    )[-1]
    return not re.search(
        r"\b(?:in|of|against|with|between|to|from|on|at|into|near|for|inside|across|by|an?|dead|captured|former|ex)\b",
        before,
    )


def _asked(text: str, party: Party) -> int | None:
    names = _either(
        [party.name, *party.forms, *(f"{word} {_AGENT}" for word in _adjectives(party))], raw=True
    )
    for match in _CALLED.finditer(text):
        if re.search(rf"\b(?:{names})\b", match["whom"]):
            return match.start("whom")
    bound = re.search(rf"\b(?:{names})\b(?=[^.;]{{0,60}}\b(?:must|should)\b)", text)
    return bound.start() if bound else None


def _adjectives(party: Party) -> list[str]:
    return [word for word in (party.adjective, party.people) if word]


def _either(words: Iterable[str], *, raw: bool = False) -> str:
    parts = [word if raw else re.escape(word) for word in words if word]
    return "|".join(sorted(parts, key=len, reverse=True)) or "(?!)"
