"""Says how surely a source states a sentence, and what part the sentence could play in a letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from letterkit.checks.hedges import FAMILIES
from letterkit.library.model import Certainty, Role
from letterkit.research.passages.sentences import Sentence
from letterkit.research.voices.speakers import Speaker

_CALL = re.compile(
    r"\b(?:(?<!that )call(?:s|ed|ing)? (?:up)?on\b|(?<!that )call(?:s|ed|ing)? for\b|in calling for\b|"
    r"urg(?:es?|ed|ing)\b|"
    r"demand(?:s|ed)? (?:that|an?)\b|must(?! have\b)\b|should\b|needs? to be\b|it is (?:high time|essential|"
    r"crucial|vital|"
    r"imperative|time)\b|has to be\b|have to be\b|need to\b)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:international (?:humanitarian |human rights |criminal )?(?:law|standards)|laws? of war|"
    r"Conventions?\b|Covenant|"
    r"Protocol|treaty|(?:is|are|be) (?:\w+ )?(?:prohibited|banned|illegal|unlawful)|prohibits?|oblig(?:ed|"
    r"ation|ations)|legal(?:ly)?\b|"
    r"criminali[sz]|constitution)",
    re.IGNORECASE,
)
_BREACH = re.compile(
    r"\b(?:violat|unlawful|illegal|war crimes?|crimes? against humanity|indiscriminate|disproportionate|"
    r"arbitrar|breach|discriminat|obligation|ill-treat|tortur|wilful kill|willful kill)",
    re.IGNORECASE,
)
_PROOF = re.compile(r"\b(?:verif(?:ied|ying|y)|authenticat\w+|corroborat\w+|confirm(?:ed|s)?)\b")
_STRONG = re.compile(
    r"\b(?:strongly (?:suggest|indicat)\w*|(?:clear|strong|overwhelming) evidence|"
    r"evidence (?:strongly )?shows)\b"
)
_FORECAST = re.compile(
    r"\b(?:will|is set to|are set to|is expected to|are expected to|would)\b(?! not be able)"
)
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refuted)\b")
_JUDGED = re.compile(
    r"\b(?:catastroph|appalling|shocking|outrage|cruel|reckless|shameful|chilling|devastat|unacceptable|"
    r"horrendous|"
    r"particularly|deeply|utter|blatant|bogus|serious(?:ly)? (?:threat|blow)|welcome|disgrace|unsuitable)\w*",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:often|typically|usually|generally|increasingly|widespread|many|most|several|in practice|pattern)\b"
)
_OFFICE = re.compile(
    r"\b(?:ministry|minister|government|authorit(?:y|ies)|police|army|military|officials?|spokes\w+|commission|"
    r"court|office|agency|company|media|organi[sz]ation|president|parliament|council|union|state|sides?|group|"
    r"prosecutor|embassy|court|bank|party|UN|EU)\b",
    re.IGNORECASE,
)
_FAMILY: Mapping[str, Certainty] = {
    "appears": "apparent", "likely": "apparent", "suggests": "apparent", "may": "apparent",
    "consistent with": "apparent", "widely believed": "widely-believed", "believed": "apparent",
    "estimated": "estimated", "reportedly": "reported", "alleged": "reported",
    "could not verify": "unverified", "according to": "reported",
}  # fmt: skip
# The weakest first: where two hedges stand, the weaker counts.
_ORDER: tuple[Certainty, ...] = ("unverified", "widely-believed", "reported", "estimated", "apparent")


def is_call(text: str) -> bool:
    """Say whether a sentence asks somebody to do something."""
    return bool(_CALL.search(text)) and not re.search(r"\bmust at all times\b|\bit should be noted\b", text)


def certainty(sentence: Sentence, speaker: Speaker) -> Certainty:
    """Return how surely the sentence is stated, by its hedge words, its speaker and its kind."""
    text = sentence.text
    if is_call(text):
        return "call"
    if _FORECAST.search(text) and not re.search(r"\b(?:would have|would be required)\b", text):
        return "forecast"
    found = {
        _FAMILY[family.name] for family in FAMILIES if family.name in _FAMILY and family.quoted.search(text)
    }
    hedge = next((each for each in _ORDER if each in found), None)
    if hedge == "unverified":
        return hedge
    return _of_others(text, speaker, hedge) if not speaker.own else hedge or _of_publisher(text, sentence)


def _of_others(text: str, speaker: Speaker, hedge: Certainty | None) -> Certainty:
    """Return how surely somebody else's words are stated: a spokesperson's, a witness's, a body's."""
    if speaker.staff:
        return hedge or ("legal-finding" if _BREACH.search(text) or _LAW.search(text) else "opinion")
    if speaker.person:
        return "testimony"
    heard = speaker.verb in ("told", "said", "recalled", "described") and not _OFFICE.search(speaker.name)
    return "testimony" if heard else "reported"


def _of_publisher(text: str, sentence: Sentence) -> Certainty:
    for test, value in _VOICES:
        if test(text, sentence):
            return value
    return "documented"


_VOICES: tuple[tuple[Callable[[str, Sentence], bool], Certainty], ...] = (
    (lambda text, _: bool(_STRONG.search(text)), "strong-evidence"),
    (lambda text, _: bool(_PROOF.search(text)), "verified"),
    (lambda text, _: bool(_LAW.search(text)) and not _BREACH.search(text), "legal-norm"),
    (lambda text, _: bool(_BREACH.search(text)), "legal-finding"),
    (lambda text, _: bool(_JUDGED.search(text)), "opinion"),
    (lambda _, sentence: "background" in sentence.heading.lower(), "background"),
)


def role(text: str, certainty: Certainty, speaker: Speaker, *, dated: bool, counted: bool) -> Role:
    """Return the part that a sentence could play in a letter."""
    if certainty in ("call", "testimony"):
        return "call" if certainty == "call" else "testimony"
    if certainty in ("legal-norm", "legal-finding"):
        return "law"
    if _DENIAL.search(text) and not speaker.own:
        return "response"
    if certainty == "background":
        return "context"
    if certainty == "opinion" or (_GENERAL.search(text) and not (dated or counted)):
        return "pattern"
    return "evidence" if dated or counted or speaker.own else "pattern"
