"""A list of one's own, row by row, as addressees; one run names everything wrong in it, with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from letterkit.drafting.offices import on_day
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, did_you_mean, has_errors
from letterkit.library.asof import inadmissible
from letterkit.library.model import ID, Audience, Recipient
from letterkit.library.store import Library
from letterkit.outreach import cards, cells, sheet
from letterkit.outreach.cells import error
from letterkit.outreach.groups import Addressee
from letterkit.outreach.sheet import Row

REQUIRED = ("full_name", "organisation", "address")
# What an organisation's name says of its audience, where a row of a new recipient does not say it.
_AUDIENCES = (
    (r"\bSenate\b|\bHouse of Representatives\b|\bCongress\b", "us-congress"),
    (r"\bDepartment of State\b|\bWhite House\b|\bNational Security Council\b", "us-state"),
    (r"\bHigh Commissioner for Human Rights\b|\bSpecial Procedures\b", "un-ohchr"),
    (r"\bPermanent Mission\b", "un-member-states"),
    (r"\b(?:Embassy|Ministry)\b.*\bAzerbaijan\b", "fm-az"),
    (r"\b(?:Embassy|Ministry)\b.*\bArmenia\b", "fm-am"),
    (r"\b(?:Embassy|Ministry)\b.*\bRussian?\b", "russia"),
)
EXAMPLE = {
    "id": "example",
    "honorific": "The Honorable",
    "full_name": "Maria Ó Cearbhaill",
    "surname": "Ó Cearbhaill",
    "office": "Senator",
    "organisation": "United States Senate",
    "address": "1 Example Senate Office Building|Washington, DC 20510",
    "salutation": "Dear Senator {surname}:",
}


def resolve(
    library: Library, data: bytes, file: str, day: date
) -> tuple[tuple[Addressee, ...], tuple[Finding, ...]]:
    """Return the addressees of a CSV for letters of a day; `file` names it in findings.

    A row whose id the library knows says only what differs from it; an empty cell says nothing.  A row with
    errors gives no addressee; the error `unsourced` alone can be allowed, and its row does.
    """
    rows, findings = sheet.read(data, file)
    reader = _Reader(library, day)
    found = [(row, reader.addressee(row)) for row in rows]
    findings += [*reader.findings, *_twice([(row, each) for row, each in found if each], library, day)]
    return tuple(each for _, each in found if each), tuple(sorted(findings, key=_line))


def _line(finding: Finding) -> int:
    return finding.place.line or 0


class _Reader:
    """Turns rows into addressees and keeps what is wrong with them."""

    def __init__(self, library: Library, day: date) -> None:
        self.library = library
        self.day = day
        self.findings: list[Finding] = []
        self._seen: dict[str, int] = {}
        self._barred = inadmissible(library, day)

    def addressee(self, row: Row) -> Addressee | None:
        """Return the addressee of a row, or None and findings."""
        claims, unsourced = cells.claims(self.library, row.cells.get("claims", ""))
        faults = [*cells.faults(row), *self._identity(row), *self._claims(row, claims)]
        recipient = self._recipient(row, faults) if "id" in row.cells else None
        self.findings += [*faults, *_unsourced(row, unsourced)]
        if recipient is None or has_errors(faults):
            return None
        return Addressee(recipient, row.cells.get("email", ""), claims, unsourced, row.number)

    def _identity(self, row: Row) -> Iterator[Finding]:
        """Yield a missing, impossible or repeated id, and the example of the template."""
        name = row.cells.get("id")
        if name is None:  # the heading lacks the column, and that has been said
            return
        if name == EXAMPLE["id"] and row.cells.get("full_name") == EXAMPLE["full_name"]:
            yield error(row, "example-row", "this is the example of the template", "write your own over it")
        elif not name:
            yield error(row, "missing-cell", "'id' is empty", "give the recipient a short name of its own")
        elif not ID.fullmatch(name):
            hint = "write small letters and digits, joined by single hyphens"
            yield error(row, "bad-id", f"'{name[:40]}' is no id", hint)
        elif name in self._seen:
            message = f"'{name}' stands in row {self._seen[name]} already"
            yield error(row, "duplicate-id", message, "keep one of them")
        self._seen.setdefault(name, row.number)

    def _claims(self, row: Row, named: tuple[str, ...]) -> Iterator[Finding]:
        for name in named:
            if name not in self.library.claims:
                hint = did_you_mean(name, self.library.claims) or "`letterkit facts list` shows the ids"
                yield error(row, "unknown-claim", f"unknown claim '{name}'", hint)
            elif name in self._barred:
                message = f"row {row.number}: {name} stays out of the letter: {self._barred[name]}"
                hint = "a list adds claims, but never against the date"
                yield Finding("claim-inadmissible", "warning", message, row.place, hint, name)

    def _recipient(self, row: Row, faults: list[Finding]) -> Recipient | None:
        """Return the recipient as the row has it, or None and why it cannot be addressed."""
        known = self.library.recipients.get(row.cells["id"])
        if known is None:
            return self._new(row, faults)
        self._agree(row, known, faults)
        try:
            recipient = on_day(self.library, known, self.day)
        except LetterkitError as gone:
            faults.append(error(row, "not-in-office", gone.message, gone.hint))
            return None
        printed = cards.card(self.library, recipient, self.day)
        given = _given(row)
        return cards.changed(recipient, printed, cells.fill(given, {**printed, **given}), self.day)

    def _agree(self, row: Row, known: Recipient, faults: list[Finding]) -> None:
        if row.cells.get("audience") not in (None, "", known.audience):
            message = f"the library has '{known.id}' in the audience {known.audience}"
            faults.append(error(row, "audience-differs", message, "leave the cell empty, or give another id"))

    def _new(self, row: Row, faults: list[Finding]) -> Recipient | None:
        """Return a recipient that the library does not know."""
        given = _given(row)
        near = did_you_mean(row.cells["id"], self.library.recipients)
        for column in REQUIRED:
            if column not in given:
                hint = near or f"a recipient that the library does not know needs {', '.join(REQUIRED)}"
                faults.append(error(row, "missing-cell", f"'{column}' is empty", hint))
        audience = given.get("audience") or audience_of(given)
        if audience not in get_args(Audience):
            known = ", ".join(get_args(Audience))
            message = f"unknown audience '{audience}'" if audience else "which audience this is, is unclear"
            hint = (
                did_you_mean(audience, get_args(Audience)) or f"add a column 'audience' with one of: {known}"
            )
            faults.append(error(row, "audience-unknown", message, hint))
        if has_errors(faults):
            return None
        called = called_by(self.library, audience, cards.lines(given["organisation"])[-1])
        return cards.person(cells.fill(row.cells, given), audience, called, self.day)


def audience_of(given: Mapping[str, str]) -> str:
    """Return the audience that office and organisation speak of; empty where they do not say."""
    text = f"{given.get('office', '')} {given.get('organisation', '')}"
    return next((audience for pattern, audience in _AUDIENCES if re.search(pattern, text)), "")


def called_by(library: Library, audience: str, organisation: str) -> str:
    """Return how a sentence names an organisation: as the library does, else by its name."""
    if audience == "us-congress":
        chamber = "Senate" if "Senate" in organisation else "House of Representatives"
        return f"the {chamber}" if chamber in organisation else "Congress"
    known = (each.called for each in library.recipients.values() if each.organisation == organisation)
    return next(known, organisation)


def _given(row: Row) -> dict[str, str]:
    """Return the cells that say something; one of bars alone has no line."""
    return {column: cell for column, cell in row.cells.items() if cell.strip("| \n")}


def _unsourced(row: Row, texts: tuple[str, ...]) -> Iterator[Finding]:
    for text in texts:
        hint = "name a claim by its id, or approve the text with --allow unsourced"
        yield error(row, "unsourced", f"no claim carries “{text}”", hint)


def _twice(rows: list[tuple[Row, Addressee]], library: Library, day: date) -> Iterator[Finding]:
    """Yield one office or person under two ids, and one e-mail address for two recipients."""
    people: dict[tuple[str, ...], int] = {}
    mailboxes: dict[str, int] = {}
    for row, each in rows:
        card = cards.card(library, each.recipient, day)
        key = tuple(card.get(column, "").casefold() for column in ("full_name", "office", "organisation"))
        first = people.setdefault((*key, card.get("address", "").casefold()), row.number)
        if first != row.number and any(key):
            message = f"'{each.recipient.id}' has name and address of row {first}"
            yield error(row, "duplicate-recipient", message, "keep one of them")
        other = mailboxes.setdefault(each.email.casefold() or each.recipient.id, row.number)
        if other != row.number:
            message = f"row {row.number}: this e-mail address stands in row {other} already"
            hint = "see whether both letters are meant for it"
            yield Finding("duplicate-email", "warning", message, row.place, hint)
