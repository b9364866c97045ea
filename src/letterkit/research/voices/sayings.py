"""Finds in one sentence who says what it says, by the words that report speech; sees no other sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterkit.checks.tokens import tokens
from letterkit.research.voices.names import NAME

_PAST = (
    r"said|told|added|explained|stated|noted|warned|recalled|described|reported|confirmed|claimed|alleged|"
    r"announced|argued|insisted|testified|commented|declared|denied|acknowledged|admitted|replied|"
    r"responded|complained|accused|put it|registered|recorded"
)
_PRESENT = r"says|tells|adds|explains|warns|recalls|alleges|insists|believes|argues|denies|admits|estimates"
# These have other senses too: `dozens of states`, `the fighting concluded`.
_LINKED = (
    r"(?:states?|notes?|reports?|claims?|confirms?|believed?|say|concluded?|estimated|remembered|found|"
    r"suspects?|suspected)(?= that\b)"
)
_AUXILIARY = r"(?:have |has |had |also |later |then |since |again |further |(?!only)\w+ly ){0,3}"
_FINDING = r"revealed|identified|discovered|documented|established|exposed"  # of bodies with a name alone
_VERB = re.compile(rf"(?<![\w'-])(?P<aux>{_AUXILIARY})(?P<verb>{_PAST}|{_PRESENT}|{_LINKED}|{_FINDING})\b")
_INVERTED = re.compile(
    rf"(?:\"|',|\0,) (?P<verb>{_PAST}|{_PRESENT}) (?P<who>[^\W\d_]\.?[^\":;\0]*?)"
    r"(?=(?<! [A-Z])\.|[:;\"]|$)"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,:;\"]+(?:, (?:an?|the) [^,:;\"]+(?=,))?)")
_PASSIVE = re.compile(
    r"\b(?:reported|claimed|alleged|announced|stated|published|released) by (?P<who>[^,.;:\"]+?)"
    r"(?= as\b| that\b| to\b| in\b| on\b|[,.;:\"]|$)"
)
# Before a comma these open a sentence with something other than its subject.
_OPENER = re.compile(
    r"\"?(?:After|Although|Among|Amid|As|At|Before|Because|By|Despite|Due|During|Even|Following|For|From|"
    r"However|"
    r"If|In|Instead|Meanwhile|Nonetheless|On|Over|Reacting|Responding|Since|Through|Under|Until|Upon|When|"
    r"While|"
    r"With|Without|Yet|Speaking|Commenting)\b"
)
_CUT = re.compile(
    r"\b(?:after|as|because|before|but|if|since|so|that|until|when|where|whereas|which|while|who|yet) "
)
_NOT_SAID = re.compile(
    r"\d$|\b(?:be|is|are|was|were|been|being|as|not|widely|and|or|about|of|by|for|with|in|on|at|from|the|an?|"
    r"these|those|their|its|his|her)$"
)
# What a law lays down, what a figure counts and what a test shows is no speech.
_NOBODY = re.compile(
    r"(?i:\b(?:terms?|agreement|convention|law|treaty|constitution|article|protocol|plan|schedule|"
    r"analys[ie]s|"
    r"evidence|tests?|investigations?|footage|images|videos?|interviews?|research|findings|records?|it)$"
    r"|^(?:it|this|that)$|^there\b|\b(?:we|our|us)\b)"
    r"|(?i:\b(?:terms|provisions) of\b)"
)
_CARRIER = re.compile(
    r"^(?:.*\b(?:data|figures?|statistics|estimates?|reports?|information|testimon(?:y|ies)|accounts?|"
    r"statement|"
    r"survey|study|analysis)) (?:from|of|by|provided by|published by|given by) "
)
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Saying:
    """Who speaks, in the words of the sentence, and where the words stand that say so."""

    who: str
    start: int
    end: int
    verb: str = ""


def saying(text: str, speech: Spans = ()) -> Saying | None:
    """Return who says what a sentence says, if words outside its direct speech tell."""
    for start, end in speech:
        text = text[:start] + "\0" * (end - start) + text[end:]
    found = (find(text) for find in (_according, _inverted, _direct, _passive))
    return next((each for each in found if each and _can_speak(each)), None)


def _can_speak(found: Saying) -> bool:
    """Tell a speaker from a text, a test, and the numbers of a survey: `three of five women reported`."""
    surveyed = found.verb == "reported" and tokens(found.who.split()[0] if found.who else "")
    return bool(found.who) and not surveyed and not _NOBODY.search(found.who)


def _according(text: str) -> Saying | None:
    match = _ACCORDING.search(text)
    if not match:
        return None
    return Saying(_carried(match["who"]), match.start(), match.end())


def _carried(who: str) -> str:
    """Return who stands behind `recent data from the ministry`."""
    return _CARRIER.sub("", who).strip()


def _inverted(text: str) -> Saying | None:
    """Find who comes after the verb, as in `…," said Ada Brook, a nurse`."""
    match = _INVERTED.search(text)
    if not match:
        return None
    return Saying(match["who"].strip(" ,"), match.start("verb"), match.end(), match["verb"])


def _direct(text: str) -> Saying | None:
    """Find who comes before the verb, as in `Ada Brook, a nurse, told …`."""
    for match in _VERB.finditer(text):
        before = text[: match.start()].rstrip()
        if not _NOT_SAID.search(before):
            start, who = _subject(before)
            named = not re.fullmatch(_FINDING, match["verb"]) or re.search(r"(?:^| )[A-Z][\w-]*$", who)
            if who and named:
                return Saying(_carried(who), start, match.end(), match["verb"])
    return None


def _passive(text: str) -> Saying | None:
    match = _PASSIVE.search(text)
    return Saying(match["who"].strip(), match.start(), match.end()) if match else None


def _subject(before: str) -> tuple[int, str]:
    """Return where the subject begins whose verb comes next, and its words; none where it cannot be told."""
    start = max((match.end() for match in re.finditer(r"[\0\";:]|(?<=\w) - ", before)), default=0)
    if before.endswith(","):
        return _with_role(before, start)
    start = max([start, *(match.end() for match in _CUT.finditer(before, start))])
    rest = before[start:]
    if ", " in rest and (_OPENER.match(rest.strip()) or not _is_list(rest)):
        start += rest.rindex(", ") + 2
    elif re.match(r"\"?As (?=[a-z])", rest):
        start += rest.index("As ") + 3
    elif _OPENER.match(rest.strip()):
        return start, ""
    return start, before[start:].strip()


def _with_role(before: str, start: int) -> tuple[int, str]:
    """Return `Ada Brook, a nurse` before `, said`, and of `People, including old ones,` the first part."""
    for match in reversed(list(re.finditer(NAME, before))):
        role = before[match.end() : -1]
        if match.start() >= start and role.startswith(", ") and "\0" not in role:
            return match.start(), f"{match[0]}{role}"
    start = max([start, *(match.end() for match in _CUT.finditer(before, start) if match[0] != "who ")])
    first = before.find(",", start)
    name = re.fullmatch(rf", (?P<name>{NAME}),", before[first:])  # `The governor, Omar Dahl,`
    return start, before[start : -1 if name else first].strip()


def _is_list(text: str) -> bool:
    """Tell `health workers, older people and people with disabilities` from a clause before a comma."""
    last = text.rpartition(", ")[2]
    has_verb = re.search(rf"\b(?:{_PAST}|is|are|was|were|has|have|must|should|will)\b", text)
    return " and " in f" {last}" and not has_verb
