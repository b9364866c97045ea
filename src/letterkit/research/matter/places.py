"""Reads where something happened: a name behind `in` or `near`, or one that the store knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterkit.library.edtf import MONTHS
from letterkit.research.voices.names import UPPER, is_person

_WORD = rf"[{UPPER}][\w'-]*\w"
_PROPER = rf"{_WORD}(?: (?:and |of |the )?{_WORD}){{0,3}}"
_KIND = (
    r"city|town|village|district|region|province|state|governorate|oblast|prefecture|neighbou?rhood|suburb|"
    r"camp|valley|corridor|island|islands|county|department|capital|enclave|port|settlement|area"
)
_OF = re.compile(rf"\b(?i:{_KIND}|outskirts|centre|center)s? of (?:the )?(?P<place>{_PROPER})")
_NAMED = re.compile(rf"\b(?:the )?(?P<place>{_PROPER}) (?!neighbou?rhood|suburb)(?:{_KIND})\b")
_BEHIND = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Tt]hroughout|[Oo]utside|[Aa]round|[Aa]t) (?:the |both )?"
    rf"(?:(?:central|northern|southern|eastern|western|downtown|nearby|north|south|east|west)[a-z-]* )?"
    rf"(?P<place>{_PROPER})"
)
_NO_PLACE = re.compile(
    rf"(?:{'|'.join(MONTHS)}|International|Organi[sz]ation|Committee|Council|Court|Convention|Protocol|"
    r"Agency|Union|Ministry|Commission|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Article|English|Covid-19|"
    r"I|Law)\b"
)


def place(text: str, known: Iterable[str] = ()) -> str | None:
    """Return the place that a sentence names, the most exact one; `known` are places of the store."""
    text = re.sub(r'"[^"]{0,120}"', "", text)  # titles and terms
    told = list(dict.fromkeys(_told(text)))
    if told:
        return told[0]
    named = [name for name in known if re.search(rf"\b{re.escape(name)}\b(?!'s)", text)]
    return max(named, key=len, default=None)


def _told(text: str) -> Iterator[str]:
    for pattern in (_OF, _BEHIND, _NAMED):
        for match in pattern.finditer(text):
            name = re.sub(r"'s?$", "", match["place"])
            following = text[match.end("place") :]
            if _NO_PLACE.search(name) or following.startswith(("'s", "'")) or _is_agent(following):
                continue
            if pattern is not _BEHIND or not is_person(name) or " and " in name:
                kind = re.match(r" (?:corridor|valley|peninsula|islands?|strip|camp)\b", following)
                yield f"{name}{kind[0]}" if kind else name


def _is_agent(following: str) -> bool:
    """Tell `in Azerbaijani custody` and `in Amnesty reports` from a place."""
    return bool(
        re.match(
            r" (?:forces|authorities|soldiers|government|military|police|custody|uniforms?|media)\b",
            following,
        )
    )
