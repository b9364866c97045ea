"""Recognizes in folded text the names of persons and bodies, and what is said of them beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_PARTICLE = r"(?:al|bin|da|de|del|den|der|di|du|el|ibn|la|le|van|von|of)"
_CAPITAL = rf"[{UPPER}](?:[\w'-]*\w|\.)?"
# Two words or more; an initial may stand for the last: `Malik C.`
NAME = rf"{_CAPITAL}(?: {_PARTICLE}(?= [{UPPER}]))?(?: {_CAPITAL}(?: {_PARTICLE}(?= [{UPPER}]))?)+"
_TITLES = re.compile(
    r"^(?:(?:[Tt]he )?(?:[A-Z]\w+ )?(?:President|Prime Minister|Minister|Judge|General|Colonel|Professor|"
    r"Prof\.|"
    r"Doctor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Ambassador|Senator|Governor|King|Queen) )(?=\w)"
)
_KIN = re.compile(r"^(?:his|her|their|the victim's|whose) (?:\w+-)?[a-z]+ (?=[A-Z])")
_APPOSITION = re.compile(rf"(?P<name>{NAME}), (?P<role>(?:an?|the|aged|who|whose|\d|[{UPPER}])[^.;:\"]*)")
_BODY = re.compile(
    r"\b(?:Agency|Alliance|Army|Association|Bank|Centre|Center|Commission|Committee|Convention|Council|Court|"
    r"Covenant|Federation|Force|Forces|Foundation|Fund|Government|Group|Institute|International|Law|League|"
    r"Ministry|Mission|Nations|Network|Office|Organi[sz]ation|Parliament|Party|Police|Protocol|Republic|"
    r"Security|Service|State|States|Street|Treaty|Union|University|Watch)\b"
)


@dataclass(frozen=True)
class Person:
    """Somebody named in a text, and the role that stands beside the name."""

    name: str
    role: str = ""

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


def is_person(name: str) -> bool:
    """Say whether a name may be that of a person: two words or more, and not one that bodies bear."""
    return bool(re.fullmatch(NAME, name)) and not _BODY.search(name)


def without_title(name: str) -> str:
    """Return a name without `President` or `their mother` before it."""
    return _TITLES.sub("", _KIN.sub("", name))


def introduced(text: str) -> Iterator[Person]:
    """Yield the persons whom a sentence names with a role: `Ada Brook, a nurse from Milltown, …`."""
    for match in _APPOSITION.finditer(text):
        name = without_title(match["name"])
        if is_person(name):
            yield Person(name, _role(match["role"]))


def opening_person(text: str) -> Person | None:
    """Return the person whom a sentence begins with."""
    found = next(introduced(text), None)
    if found and text.lstrip('"').startswith(found.name):
        return found
    match = re.match(NAME, without_title(text))
    return Person(match[0]) if match and is_person(match[0]) else None


def _role(text: str) -> str:
    """Cut a role where the sentence goes on; commas inside `Head of Europe, Asia and Africa` stay."""
    role = re.split(r", (?=said|told|who\b|was|were|is|has|had|saw|added|[a-z]+ed\b)", text)[0]
    return role.strip(" ,") if not re.match(r"who\b|whose\b", role) else ""


def named(text: str) -> Iterator[Person]:
    """Yield every name of two words or more that may be a person's, with or without a role."""
    for match in re.finditer(NAME, text):
        name = without_title(re.sub(r"'s?$", "", match[0]))
        if is_person(name):
            yield Person(name)
