"""Which sources a note cites, and what in it is not theirs: publisher, date, address."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from letterkit.checks.tokens import of_kind
from letterkit.checks.wording.fold import alike, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from letterkit.checks.edited.shelf import KnownClaim, KnownSource
    from letterkit.docx.reading.document import DocumentNote

_ADDRESS: Final = re.compile(r"https?://[^\s,;)]+[^\s,;).]")
_DIFFER: Final = re.compile(r"Accounts differ: (.+?) \((?=[A-Z])")


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """Return a note's words as they are compared: one sign for each quotation mark, dash and space."""
    return fold(text.replace("\u00a0", " "))


def cites(note: DocumentNote, source: KnownSource) -> bool:
    """Say whether a note names a source by its title or by its address."""
    text = plain_text(note.text).casefold()
    titled = any(_title(title) in text for title in source.titles)
    return titled or (bool(source.url) and source.url in (*note.links, *_ADDRESS.findall(note.text)))


@lru_cache(maxsize=4096)
def _title(title: str) -> str:
    """Return a title without what a citation may change at its end or inside: quotation marks."""
    folded = plain_text(title).casefold()
    return re.sub(r"[\"']", "", folded) if '"' in folded else folded.rstrip("'")


def gaps(note: DocumentNote, cited: Iterable[KnownSource]) -> Iterator[str]:
    """Yield what a note leaves out: a quotation mark; of a first, full citation also its address."""
    if note.text.count("“") != note.text.count("”"):
        yield "a quotation mark is missing"
    text = plain_text(note.text)
    printed, days = _ADDRESS.findall(note.text), set(days_in(text))
    for source in cited:
        if _title(source.titles[0]) not in text.casefold() or len(source.titles) < 2:
            continue
        if source.url and not printed:
            yield "the address of its source is gone"
        if days & set(source.dates) and set(source.dates) - days:
            yield f"{_long(min(set(source.dates) - days))} is gone, the other day of its source"


def faults(note: DocumentNote, cited: Iterable[KnownSource], rivals: Iterable[KnownClaim]) -> Iterator[str]:
    """Yield what a note says otherwise than the sources that it cites and the accounts beside them."""
    known = list(cited)
    text = plain_text(note.text)
    accounts = _accounts(text, list(rivals))
    yield from _addresses(note, known)
    days = set(days_in(text))
    for source in known:
        if source.by and fold(source.by).casefold() not in text.casefold():
            yield f"{source.by} is no longer named as who published it"
        if not any(_title(title) in text.casefold() for title in source.titles):
            yield f"its title is no longer “{source.titles[0]}”"
        if source.dates and not days & set(source.dates):
            yield f"its date is no longer {_long(source.dates[0])}"
    allowed = {day for source in known for day in source.dates}
    allowed |= {day for source in known for title in source.titles for day in days_in(title)}
    allowed |= {day for account in accounts.values() for day in days_in(account)}
    if known and days - allowed:
        yield f"{_long(min(days - allowed))} is the date of none of its sources"
    yield from _changed(accounts)


def _addresses(note: DocumentNote, known: list[KnownSource]) -> Iterator[str]:
    printed = _ADDRESS.findall(note.text)
    ours = {source.url for source in known if source.url}
    for address in dict.fromkeys((*printed, *note.links)):
        if address.rstrip("/") not in {each.rstrip("/") for each in ours}:
            yield f"the address {address} is that of none of its sources"


def _accounts(text: str, rivals: list[KnownClaim]) -> Mapping[str, str]:
    """Return the accounts that a note puts beside a claim, each with the words of the store nearest to it."""
    found = {}
    texts = [each for claim in rivals for each in claim.texts]
    for match in _DIFFER.finditer(text):
        said = match[1].rstrip(".") + "."
        found[said] = max(texts, key=lambda each: len(set(each.split()) & set(said.split())), default="")
    return found


def _changed(accounts: Mapping[str, str]) -> Iterator[str]:
    for said, stored in accounts.items():
        if not stored or alike(said, stored):
            continue
        from letterkit.checks.wording.compare import compare

        for difference in compare(stored, said).differences:
            if difference.severity == "error":
                yield f"in the account that differs, {difference.text}"


def days_in(text: str) -> Iterator[date]:
    """Yield the whole dates that a text names."""
    for token in of_kind(plain_text(text), "date"):
        if isinstance(token.value, tuple) and None not in token.value:
            month, number, year = (part or 0 for part in token.value)
            try:
                yield date(year, month, number)
            except ValueError:
                continue


def _long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
