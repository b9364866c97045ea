"""The forms of English words: what a form may be the form of, and one stem for what the lexicon lacks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_IRREGULAR: Final = """
strike struck struck stricken|shoot shot|hit hit|leave left|flee fled|hold held|lose lost|find found|say said
|tell told|make made|take took taken|give gave given|bring brought|buy bought|sell sold|send sent|put \
put|cut cut
|come came come|go went gone|begin began begun|break broke broken|speak spoke spoken|write wrote written
|show showed shown|see saw seen|know knew known|think thought|hide hid hidden|fight fought|build built
|rebuild rebuilt|lead led|meet met|keep kept|feel felt|fall fell fallen|rise rose risen|grow grew grown
|throw threw thrown|fly flew flown|bear bore borne|wear wore worn|wake woke woken|sleep slept|beat beat beaten
|burn burnt|lay laid|lie lay lain|bind bound|forbid forbade forbidden|overthrow overthrew overthrown|stand \
stood
|understand understood|spread spread|let let|set set|shut shut|get got gotten|become became become|do did done
|withdraw withdrew withdrawn|draw drew drawn|seek sought|catch caught|teach taught|deal dealt|feed fed|pay \
paid
|choose chose chosen|run ran run|win won|drive drove driven|give gave given|forsake forsook forsaken|mean \
meant
|hurt hurt|read read|quote quoted|broadcast broadcast|forswear forswore forsworn|slay slew slain|be was been
""".replace("\n", "")
_PAST: Final = {form: verb.split()[0] for verb in _IRREGULAR.split("|") if verb for form in verb.split()[1:]}
_PLURALS: Final = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "wives": "wife", "lives": "life",
    "servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman",
    "militaries": "military",
    "crises": "crisis", "analyses": "analysis", "spokesmen": "spokesman", "knives": "knife", "halves": "half",
    "gunmen": "gunman", "feet": "foot", "media": "media", "data": "data", "troops": "troop",
}  # fmt: skip
_BRITISH: Final = (
    (re.compile(r"(?<=[a-z])our(?=s?$|ed$|ing$|hood|able|al)"), "or"),
    (re.compile(r"is(?=e[ds]?$|ing$|ation)"), "iz"),
    (re.compile(r"ys(?=e[ds]?$|ing$)"), "yz"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[vbdsc]e)ll(?=ed$|ing$)"), "l"),
    (re.compile(r"(?:(?<=def)|(?<=off))ence(?=s?$)"), "ense"),
    (re.compile(r"mme(?=s?$)"), "m"),
)
_BRITISH_SIGNS: Final = ("our", "is", "ys", "re", "ell", "ence", "mme")


def bases(word: str) -> Iterator[tuple[str, str]]:
    """Yield what a form may come from, the likeliest first, each with its form: base, s, ed or ing."""
    yield word, "base"
    if word in _PAST:
        yield _PAST[word], "ed"
    if word in _PLURALS:
        yield _PLURALS[word], "s"
    for ending, form in (("s", "s"), ("ed", "ed"), ("ing", "ing")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            for base in _without(word, ending):
                yield base, form


def _without(word: str, ending: str) -> Iterator[str]:
    rest = word[: -len(ending)]
    if ending == "s":
        if rest.endswith("ie"):
            yield rest[:-2] + "y"
        yield rest
        if rest.endswith("e"):
            yield rest[:-1]
        return
    if rest.endswith("i"):
        yield rest[:-1] + "y"
    yield rest
    yield rest + "e"
    if rest[-1:] == rest[-2:-1]:
        yield rest[:-1]


def is_past(word: str) -> bool:
    """Say whether a word is the irregular past of some verb."""
    return word in _PAST


@lru_cache(maxsize=8192)
def american(word: str) -> str:
    """Return a word in American spelling, so that British spelling is no other word."""
    if any(sign in word for sign in _BRITISH_SIGNS):
        for pattern, letters in _BRITISH:
            word = pattern.sub(letters, word)
    return word


def stem(word: str) -> str:
    """Return one stem for the forms of a word that the lexicon does not know."""
    word = american(word.replace("-", ""))
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.rstrip("e") if len(word) > 4 else word
