"""Cleans what documents say about themselves: persons, languages, kinds of release, index numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NO_NAMES = {
    "admin",
    "administrator",
    "author",
    "editor",
    "root",
    "webmaster",
    "unknown",
    "anonymous",
    "user",
    "guest",
}
_KINDS = {
    "press release": "Press release",
    "news release": "News release",
    "statement": "Statement",
    "public statement": "Public statement",
    "urgent action": "Urgent action",
    "open letter": "Open letter",
    "report": "Report",
    "briefing": "Briefing",
}
_AMNESTY = r"\b[A-Z]{3} ?\d{2}/\d{3,4}/(?:19|20)\d{2}\b"  # EUR 55/1234/2021
_UNITED_NATIONS = (  # A/HRC/40/58, S/RES/822 (1993)
    r"(?<![\w/.])(?:A|S|E|ST|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|HRI)(?:/[A-Z\d][A-Z\d.-]*)+/"
    r"(?:Add\.|Corr\.|Rev\.)?\d+(?!\w)(?: ?\((?:19|20)\d{2}\))?"
)
_NUMBERS = f"{_AMNESTY}|{_UNITED_NATIONS}"
_NUMBER = re.compile(_NUMBERS)
_LABELLED = re.compile(rf"\bIndex(?: number| No\.?)?:?\s+(?:AI Index:?\s+)?({_NUMBERS})")


def person_names(found: Iterable[str | None]) -> tuple[str, ...]:
    """Return the names among what a document gives as authors; addresses and user names are none."""
    names = (" ".join(re.sub(r"<[^<>]*>|\(\s*\)", " ", name or "").split()) for name in found)
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))


def _is_name(name: str) -> bool:
    if not name or "@" in name or "://" in name or len(name) > 120 or name.casefold() in _NO_NAMES:
        return False
    return not (re.fullmatch(r"[a-z0-9._-]+", name) and " " not in name)


def language_tag(text: str | None) -> str | None:
    """Return a language as BCP 47 writes it (`en-US`), None for anything else."""
    match = re.fullmatch(
        r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?", (text or "").strip()
    )
    if match is None or match[1].casefold() in {"und", "mul", "zxx"}:
        return None
    parts = (match[1].lower(), match[2] and match[2].title(), match[3] and match[3].upper())
    return "-".join(part for part in parts if part)


def release_kind(terms: Iterable[str | None]) -> str | None:
    """Return what the publisher calls a release, when one of its terms says so."""
    singular = (re.sub(r"s$", "", (term or "").strip().casefold()) for term in terms)
    return next((_KINDS[term] for term in singular if term in _KINDS), None)


def index_number(texts: Iterable[str], *, labelled: bool = False) -> str | None:
    """Return the one index number that texts give; of several, or if asked so, one labelled as such."""
    joined = "\n".join(" ".join(text.split()) for text in texts)
    named = list(dict.fromkeys(_spaced(match[1]) for match in _LABELLED.finditer(joined)))
    plain = list(dict.fromkeys(_spaced(match[0]) for match in _NUMBER.finditer(joined)))
    for found in (named, [] if labelled else plain):
        if len(found) == 1:
            return found[0]
    return None


def _spaced(number: str) -> str:
    return re.sub(r"^([A-Z]{3}) ?(\d{2}/\d)", r"\1 \2", number)


def number_in_address(address: str | None) -> str | None:
    """Return the index number that an address of Amnesty International's library holds."""
    match = re.search(
        r"amnesty\.org/(?:\w\w/)?documents/([a-z]{3})(\d{2})/(\d{3,4})/(\d{4})(?:/|$)", address or ""
    )
    return f"{match[1].upper()} {match[2]}/{match[3]}/{match[4]}" if match else None


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_PRINTED_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d)\b"
)


def printed_days(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the days that are printed in texts, as printed, each once; three at most."""
    found = (match[0] for text in texts for match in _PRINTED_DAY.finditer(" ".join(text.split())))
    return tuple(dict.fromkeys(found))[:3]
