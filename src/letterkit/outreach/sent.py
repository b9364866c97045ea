"""What went out: letters of a batch, or single ones, as entries of the library's record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from letterkit.docx.read import read
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.letter.model import Claim, Letter, letter_lines, plain, walk
from letterkit.library import sent as record
from letterkit.library.sent import SentFile, SentLetter
from letterkit.library.store import Library


@dataclass(frozen=True, slots=True)
class Merged:
    """The whole record with new letters in it, and what is to be said of them."""

    letters: tuple[SentLetter, ...] = ()
    findings: tuple[Finding, ...] = ()
    changed: tuple[SentLetter, ...] = field(default=())


def letters(library: Library) -> tuple[tuple[SentLetter, ...], tuple[Finding, ...]]:
    """Return all letters that went out, by the day they left, and what of the record cannot be read."""
    return record.load(library.root)


def using(library: Library, claim: str) -> tuple[SentLetter, ...]:
    """Return the letters that went out with a claim."""
    return tuple(each for each in letters(library)[0] if claim in each.claims)


def from_row(
    head: Mapping[str, Any],
    row: Mapping[str, Any],
    files: Mapping[str, str],
    on: date,
    follow_up: date | None,
) -> SentLetter:
    """Return the entry of a letter that an index tells of; `files` are sha256 by name, as they are now."""
    return SentLetter(
        to=row["id"],
        name=row["name"],
        topic=head["topic"],
        date=date.fromisoformat(head["date"]),
        sent=on,
        follow_up=follow_up,
        claims=tuple(row["claims"]),
        files=tuple(SentFile(name=name, sha256=digest) for name, digest in files.items()),
    )


def from_docx(
    name: str, data: bytes, files: Mapping[str, str], on: date, follow_up: date | None
) -> SentLetter:
    """Return the entry of a letter that its DOCX tells of: its claims are those that still stand in it.

    Raises LetterkitError for a file that is no letter of ours.
    """
    letter, _ = read(data)
    brief = _brief(letter)
    if brief is None or not letter.addressees:
        message = f"{name} does not say which letter it is: its record is lost"
        raise LetterkitError(message, "draft it again, or write the entry into sent/ by hand")
    row = {"id": brief["to"], "name": _addressed(letter), "claims": claims(letter)}
    return from_row(brief, row, files, on, follow_up)


def _brief(letter: Letter) -> Mapping[str, str] | None:
    """Return `to`, `topic` and `date` of the letter's record, None where it does not tell them."""
    brief = letter.record.get("brief")
    if not isinstance(brief, Mapping):
        return None
    told = {key: value for key in ("to", "topic", "date") if isinstance(value := brief.get(key), str)}
    try:
        date.fromisoformat(told["date"])
    except (KeyError, ValueError):
        return None
    return told if all(map(told.get, ("to", "topic"))) else None


def _addressed(letter: Letter) -> str:
    return " and ".join(plain(lines[0]) for lines in letter.addressees if lines)


def claims(letter: Letter) -> list[str]:
    """Return the ids of the claims that stand in a letter, each once."""
    parts = (part for line in letter_lines(letter) for part in walk(line))
    return list(dict.fromkeys(part.id for part in parts if isinstance(part, Claim)))


def merged(known: Iterable[SentLetter], new: Iterable[SentLetter]) -> Merged:
    """Return the record with new letters; one that is known by its files is not added again."""
    whole, findings, changed = list(known), list[Finding](), list[SentLetter]()
    for letter in new:
        place = next((number for number, each in enumerate(whole) if _same(each, letter)), None)
        if place is None:
            whole.append(letter)
            changed.append(letter)
        elif whole[place].sent != letter.sent:
            message = f"{letter.to}: these files were marked as sent on {whole[place].sent}"
            hint = "if they did go out twice, write the second entry into sent/ by hand"
            findings.append(Finding("sent-already", "error", message, hint=hint))
        else:
            both = _both(whole[place], letter)
            if both != whole[place]:
                changed.append(both)
            whole[place] = both
            findings.append(Finding("sent-already", "info", f"{letter.to}: on record already"))
    return Merged(tuple(whole), tuple(findings), tuple(changed))


def unlikely(letters: Iterable[SentLetter], now: date) -> Iterator[Finding]:
    """Yield days that somebody may have mistyped, once each."""
    hint = "if the day is wrong, mend the entry in sent/"
    for sent, dated in dict.fromkeys((each.sent, each.date) for each in letters):
        if sent > now:
            yield Finding(
                "sent-day", "warning", f"marked as sent on {sent}, which is still to come", hint=hint
            )
        elif sent < dated:
            message = f"marked as sent on {sent}, before the letter's own date {dated}"
            yield Finding("sent-day", "warning", message, hint=hint)


def _same(one: SentLetter, other: SentLetter) -> bool:
    return (one.to, one.topic, one.date) == (other.to, other.topic, other.date) and bool(
        one.digests & other.digests
    )


def _both(old: SentLetter, new: SentLetter) -> SentLetter:
    files = (*old.files, *(file for file in new.files if file not in old.files))
    return old.model_copy(update={"files": files, "follow_up": new.follow_up or old.follow_up})
