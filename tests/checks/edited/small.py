"""A letter of three claims and a store that knows them: as small as the rules of an edited letter can be tried on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.docx.letters import LOOK

from letterkit.checks.edited.check import Checked, check_letter
from letterkit.checks.edited.shelf import (
    KnownClaim,
    KnownHolder,
    KnownOffice,
    KnownSource,
    KnownTopic,
    Shelf,
)
from letterkit.docx.write import write
from letterkit.letter.model import Claim, Inline, Letter, Note, NoteRef, Text, line, lines, paragraph

NORTH = "On May 4, 2020, Northland forces shelled the town of Aba, killing five civilians."
SOUTH = "On May 6, 2020, Southland forces shelled the town of Oda, killing seven civilians."
DENIAL = "Authorities of Northland denied that they had shelled any town."
FOLLOW = "Strikes there on May 5, 2020, injured nine civilians."
FULL = "On May 5, 2020, strikes by Northland forces on Aba injured nine civilians."
URL = "https://example.org/towns"


def known(name: str, text: str, source: str = "towns", role: str = "evidence", **more: Any) -> KnownClaim:
    return KnownClaim(name, source, (text,), role, **more)


SHELF = Shelf(
    "small",
    {
        "north-5": known("north-5", NORTH, parties=("north",), topics=("towns",)),
        "south-7": known("south-7", SOUTH, parties=("south",), topics=("towns",)),
        "denied": known("denied", DENIAL, "answer", "response", parties=("north",)),
        "north-9": known("north-9", FULL, parties=("north",), topics=("towns",))._replace(
            texts=(FULL, FOLLOW)
        ),
    },
    {
        "towns": KnownSource(
            "towns", "Watch", ("Towns under fire", "Towns"), date(2020, 6, 1), (date(2020, 6, 1),), URL
        ),
        "answer": KnownSource("answer", "Daily", ("We deny it",), date(2020, 6, 3), (date(2020, 6, 3),)),
    },
    {
        "minister": KnownOffice(
            "minister",
            ("Ministry of Towns",),
            ("The Minister",),
            (KnownHolder("Ada Long", (date(2020, 7, 1),)), KnownHolder("Ben Short", (date(2015, 1, 1),))),
        )
    },
    {
        "towns": KnownTopic(
            "towns", conflict=True, one_sided=False, parties=("north", "south"), draws_on=("towns",)
        )
    },
    {"north": "Northland", "south": "Southland"},
)
ENTRIES = [
    {"id": "north-5", "use": 1, "text": NORTH},
    {"id": "south-7", "use": 1, "text": SOUTH},
    {"id": "denied", "use": 1, "text": DENIAL},
]


def said(name: str, text: str, use: int = 1) -> Claim:
    return Claim(name, (Text(text),), use)


def note(number: int, *content: Inline | str) -> Note:
    return Note(number, paragraph(*content).content)


TOWNS = note(1, f"Watch, “Towns under fire,” June 1, 2020, {URL}.")
ANSWER = note(2, "Daily, “We deny it,” June 3, 2020.")
BODY = (
    paragraph("I write to you for our members."),
    paragraph(said("north-5", NORTH), " ", said("south-7", SOUTH), NoteRef(1)),
    paragraph(said("denied", DENIAL), NoteRef(2)),
)


def letter(**parts: Any) -> Letter:
    """Return the letter with parts put in the place of its own."""
    own: dict[str, Any] = {
        "letterhead": lines("Friends of Towns"),
        "date": line("July 10, 2020"),
        "addressees": (lines("The Minister", "Ministry of Towns", "1 High Street"),),
        "subject": line("Re: Towns"),
        "salutation": line("Dear Minister:"),
        "body": BODY,
        "close": line("Sincerely,"),
        "signatures": (lines("Jo Writer", "Director"),),
        "notes": (TOWNS, ANSWER),
        "running": ("The Minister", "July 10, 2020"),
        "record": {"brief": {"to": "minister", "topic": "towns", "date": "2020-07-10"}, "claims": ENTRIES},
    }
    return Letter(**(own | parts))


def checked(letter: Letter, shelf: Shelf = SHELF) -> Checked:
    return check_letter(write(letter, LOOK), shelf)


def found(letter: Letter, shelf: Shelf = SHELF) -> list[tuple[str, str]]:
    """Return the severity and the rule of everything that is found."""
    return [(each.severity, each.rule) for each in checked(letter, shelf).findings]


def with_claim(name: str, **keys: Any) -> Shelf:
    """Return the store with one claim changed."""
    return replace(SHELF, claims=SHELF.claims | {name: SHELF.claims[name]._replace(**keys)})


def with_source(name: str, **keys: Any) -> Shelf:
    return replace(SHELF, sources=SHELF.sources | {name: SHELF.sources[name]._replace(**keys)})
