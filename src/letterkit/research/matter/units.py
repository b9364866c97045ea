"""Says what a number in a sentence counts: the words up to the thing counted, and what was done to it."""

from __future__ import annotations

import re

_SPELLED = {
    "km": "kilometers", "kilometre": "kilometer", "kilometres": "kilometers", "m": "meters", "metre": "meter",
    "metres": "meters", "kg": "kilograms", "litre": "liter", "litres": "liters", "tonnes": "tons",
    "%": "percent", "per cent": "percent", "percent": "percent",
}  # fmt: skip
_MEASURE = re.compile(r"\s?(?P<measure>%|per ?cent\b|(?:km|m|kg)\b)")
_END = re.compile(
    r"\b(?:who|whom|which|that|was|were|is|are|has|have|had|been|being|and|or|but|in|at|on|from|to|by|with|"
    r"since|after|before|during|while|when|where|as|than|out|over|under|between|into|including|because|due|only|"
    r"also|later|earlier|ago|still|now|could|would|can|will|must|may|might|should|did|do|does|left)\b(?!-)"
    r"|[.,;:!?()\"\[\]]| - |(?<!\w)\d[\d.,]*(?!\w)"
)
_PEOPLE = {"people", "women", "men", "children", "persons", "staff", "police", "personnel", "cattle"}
_DONE = re.compile(
    r"\s(?:(?:has|have|had|was|were|been|being|reportedly|allegedly|also) ){1,4}"
    r"(?P<done>(?!been\b)\w+(?:ed|en|lt))\b"
    r"|\s(?:(?:has|have|had|reportedly|also) )*(?P<fate>died|fled|drowned)\b"
)
_OF_THEM = re.compile(r" of (?:them|whom|us)(?= )")
_DOING = re.compile(
    r"\b(?P<doing>kill|injur|wound|displac|maim|destroy|damag|arrest|detain|execut)(?P<form>ing|ed)"
    r"(?: (?!by\b|in\b|and\b)[\w']+){0,2} $"
)
_MOST = 5


def unit(before: str, after: str) -> str:
    """Return what a number counts, given the words on both sides of it; empty where that stands elsewhere."""
    money = re.search(r"(?:US|U\.S\. ?)?([$€£])\s?$", before)
    if money:
        return {"$": "dollars", "€": "euros", "£": "pounds"}[money[1]]
    measure = _MEASURE.match(after)
    if measure:
        return _measured(measure["measure"], after[measure.end() :])
    if re.search(r"\bpopulation of (?:\w+ )?$", before):
        return "people"
    thing = _thing(re.sub(r"^ of (?:the|these|those|his|her|their|its|our|my) ", " ", after))
    among = _OF_THEM.match(after)
    if among or not thing:
        return _deed(before, after[among.end() :] if among else "")
    done = _DONE.match(after[after.find(thing) + len(thing) :])
    if done:
        return f"{_american(thing)} {done['done'] or done['fate']}"
    doing = _DOING.search(before)
    return f"{_american(thing)} {doing['doing']}ed" if doing else _american(thing)


def _deed(before: str, after: str) -> str:
    """Return what was done to those who are named elsewhere: `two of them died`, `injured a dozen more`."""
    done = _DONE.match(after)
    if done:
        return done["done"] or done["fate"]
    deed = re.search(
        r"\b(killed|injured|wounded|displaced|detained|arrested) (?:a |some |another )?$", before
    )
    return deed[1] if deed else ""


def _measured(measure: str, after: str) -> str:
    name = _SPELLED[measure.replace("percent", "per cent")]
    of = re.match(r" of (?:the |all |its |their )?", after)
    thing = _thing(after[of.end() - 1 :]) if of and name == "percent" else ""
    return f"{name} of {_american(thing)}" if thing else name


def _thing(after: str) -> str:
    """Return the words up to the noun: the first plural, with `of …` or `for …` behind it."""
    end = _END.search(after)
    words = (after[: end.start()] if end else after).split()[: _MOST + 3]
    while words and words[0] in {"a", "an", "the", "other", "more", "further", "additional", "different"}:
        words.pop(0)
    if words[:1] == ["of"]:
        return ""
    head = next((at for at, word in enumerate(words) if _is_plural(word)), None)
    if head is None:
        return " ".join(words[:3])
    tail = words[head + 1 :]
    if tail and tail[0] in {"of", "for", "a", "per"} and len(tail) > 1:
        size = next(
            (at + 1 for at, word in enumerate(tail) if at and (_is_plural(word) or word[0].isupper())), 0
        )
        return " ".join(words[: head + 1] + (tail[:2] if tail[0] in {"a", "per"} else tail[:size]))
    return " ".join(words[: head + 1])


def _is_plural(word: str) -> bool:
    return word.lower() in _PEOPLE or (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")))


def _american(words: str) -> str:
    return " ".join(_SPELLED.get(word, word) for word in words.split())
