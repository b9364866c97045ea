"""Knows the years of the wars that a report names, and which of its undated sentences tell of one.

`During the recent fighting` is as good as a date where the report says elsewhere when that fighting was. A
war whose end the report does not tell is no date: its matter may have happened at any time since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from letterkit.checks.tokens import Token, of_kind
from letterkit.research.time.span import When, joined, year_of
from letterkit.research.time.tense import is_past
from letterkit.research.time.when import resolved, when

_WAR = r"(?:war(?! crime)|conflict|fighting|hostilities|escalation)(?![\w-])"
_OVER = r"(?: (?:over|in|between|with|and|for) (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)*"
_PART = r"(?:(?:early|late|mid|the (?:beginning|end|spring|summer|autumn|winter) of)[ -])?"
# What may stand between the name of a war and its time: where, and that it was fought.
_FOUGHT = rf"{_OVER},?(?: -)?(?: (?:first|which|that|was|lasted|fought|raged|ran|waged))*"
_SPAN = re.compile(rf"\b{_WAR}{_FOUGHT} (?:from|between) {_PART}$")
_POINT = re.compile(rf"\b{_WAR}{_FOUGHT} (?:in|of|during) {_PART}$")
_JOIN = re.compile(rf" (?:to|and|until|till|through) {_PART}|-")
_NAMED = re.compile(rf" (?:[A-Z][\w'-]* |[a-z]+-[a-z]+ ){{0,3}}{_WAR}")
_BEGIN = re.compile(rf"\b{_WAR}{_OVER} (?:\w+ )?(?:erupted|broke out|began|started|flared)\b")
_END = re.compile(rf"\b{_WAR}{_OVER} (?:\w+ )?(?:ended|concluded|ceased|stopped|was over)\b")
_WITHIN = re.compile(
    r"(?<!involved )(?<!caught )(?<!engaged )\b(?i:in|during|throughout|over the course of|in the course of) "
    r"(?:the (?:early|first|last|final) (?:stages|days|weeks|months) of )?"
    r"(?P<the>(?:the|this) )?(?:most )?(?:(?P<which>first|initial|earlier|recent|latest|last|second) )?"
    rf"(?:[A-Z][\w-]* |\d{{4}} |\d+-day ){{0,3}}{_WAR}"
)
_SINCE = re.compile(rf"\bsince the {_WAR} (?:began|started|broke out)\b.* had (?:been )?\w", re.IGNORECASE)
_ABOUT = re.compile(rf"\b{_WAR}", re.IGNORECASE)
_WEAPON = (
    r"(?:(?:air)?strikes?|attacks?|shelling|bombs?|bombing|bombardment|rockets?|missiles?|artillery|"
    r"cluster (?:munitions|bombs))"
)
_WHO = r"(?:forces|troops|soldiers|army|armies|military|fighters|sides)"
_HARM = r"(?:killed|killing|injured|wounded|hit|struck|destroyed|damaged|landed|carried out|used)"
# An act of war is that of an army, or what a strike did, or what civilians suffered; courts, makers and
# treaties that a sentence about weapons may tell of have done none.
_DEED = re.compile(
    rf"\b{_WHO} (?:(?!and\b)\w+ ){{0,2}}(?:advanced|fired|launched|used|employed|shelled|bombed|attacked|"
    r"struck|targeted|carried out)\b|"
    rf"\b{_WEAPON} [^.;]{{0,60}}\b{_HARM}\b|\blaunched (?:\w+ ){{0,2}}{_WEAPON}\b|"
    r"\bcame under (?:\w+ )?(?:attack|fire|shelling|bombardment)\b|"
    r"\bcivilians?\b[^.;]{0,60} (?:were|was) (?:\w+ )?(?:killed|injured|wounded)\b|"
    r"\bcivilian (?:deaths|casualties)\b|\bto flee\b|(?<!who )(?<!that )\bfled\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:after|following|before|since) (?:the )?(?:\w+ )?"
    rf"(?:{_WAR}|ceasefire|truce|armistice|agreement|(?:year|month|week|day)s?)\b|\bpeacetime\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:analy[sz]ed|examined|interviewed|visited|reviewed|collected|assessed|spoke (?:to|with)|traced?|"
    r"investigat\w+)\b"
)
_FOUND = re.compile(r"\b(?:documented|recorded|revealed|established|found)\b")


@dataclass(frozen=True)
class War:
    """A war by the years of its first and last day; `last` is unknown where the report does not tell it."""

    first: int
    last: int | None = None

    @property
    def when(self) -> When | None:
        """Return its year or years, if its end is told."""
        if self.last is None:
            return None
        first, last = year_of(self.first), year_of(self.last)
        return first if first == last else joined(first, last)


def wars(texts: Iterable[str], own: date | None) -> tuple[War, ...]:
    """Return the wars whose years the sentences of a report tell, the earliest first."""
    texts = tuple(texts)
    told = {each for text in texts for each in _whole(text, own)}
    begun = {found.first.year for text in texts if _BEGIN.search(text) and (found := when(text, own))}
    ended = {found.last.year for text in texts if _END.search(text) and (found := when(text, own))}
    for first in begun:
        if not any(each.first <= first <= (each.last or first) for each in told):
            told.add(War(first, min((year for year in ended if year >= first), default=None)))
    return tuple(sorted(told, key=lambda each: (each.first, each.last or 0)))


def of_war(text: str, known: tuple[War, ...], near: War | None) -> When | None:
    """Return the years of the war in which a sentence places its matter (`in the recent conflict`).

    `near` is the war last named in the section; without it, `the conflict` is the only one of the report.
    """
    match = _WITHIN.search(text)
    if match and not (match["the"] or match["which"]):
        match = None  # `in conflict` is in any
    if _STUDY.search(text) or not (match or _SINCE.search(text)):
        return None
    which = (match["which"] or "").lower() if match else ""
    if which in ("first", "initial", "earlier") and known:
        meant = known[0] if len(known) > 1 else None
    elif which and known:
        meant = known[-1]
    else:
        meant = near or (known[0] if len(known) == 1 else None)
    return meant.when if meant else None


def tells_of_war(text: str) -> bool:
    """Say whether a sentence tells in the past tense of an act of war: strikes, the killed, the fled."""
    if not _DEED.search(text) or _STUDY.search(text) or _LATER.search(text):
        return False
    return is_past(_FOUND.sub("", text, count=1))


def is_about_war(text: str) -> bool:
    """Say whether a title or an opening names a war."""
    return bool(_ABOUT.search(text))


def _whole(text: str, own: date | None) -> Iterator[War]:
    """Yield the wars that a sentence names with all their years: `the 2020 war`, `from 1988 to 1994`."""
    found = list(of_kind(text, "date", "month", "year"))
    end = 0
    for number, token in enumerate(found):
        before, other = text[: token.start], found[number + 1] if number + 1 < len(found) else None
        second = other if other and _JOIN.fullmatch(text[token.end : other.start]) else token
        if token.start < end:
            continue  # the end of a span
        named = token.kind == second.kind == "year" and _NAMED.match(text[second.end :])
        if named or (_POINT if second is token else _SPAN).search(before):
            end = second.end
            yield from _between(token, second, own)


def _between(first: Token, last: Token, own: date | None) -> Iterator[War]:
    end = resolved(last, own, None)
    start = resolved(first, own, end)
    if start and end and start.first <= end.last:
        yield War(start.first.year, end.last.year)
