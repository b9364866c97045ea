"""The United States Congress, from the public congress-legislators files to recipients.

Takes what an inside address and a salutation need, and the terms and seats that decide it; telephone and fax
numbers, e-mail addresses, contact forms and accounts are never taken over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from letterkit.findings import Finding, Place, has_errors
from letterkit.library.model import Recipient
from letterkit.library.yaml import yamlfile
from letterkit.library.yaml.explain import explain
from letterkit.outreach import members
from letterkit.outreach.committees import NamedFile, Seats
from letterkit.outreach.committees import read as read_committees
from letterkit.outreach.names import text

LONGEST = 200  # characters of a name or an address line


@dataclass(frozen=True, slots=True)
class Imported:
    """What the files give: recipients in their order, and what there is to know; none beside an error."""

    recipients: tuple[Recipient, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Files:
    """The files by what stands in them."""

    members: list[NamedFile] = field(default_factory=list)
    committees: NamedFile | None = None
    membership: NamedFile | None = None
    findings: list[Finding] = field(default_factory=list)


def read(files: Sequence[tuple[str, str]], as_of: date) -> Imported:
    """Read files, each a name and a text, that show Congress as of a day; what a file is shows by itself."""
    given = _sort_out(files)
    entries = list(_entries(given.members))
    known = {text(entry["id"], "bioguide") for entry, _ in entries if isinstance(entry.get("id"), dict)}
    seated = read_committees(given.committees, given.membership, known)
    found = [_member(entry, place, as_of, seated.seats) for entry, place in entries]
    found += [_typed(data | {"as_of": as_of}, place) for data, place in seated.offices]
    recipients = [recipient for recipient, _ in found if recipient is not None]
    findings = [*given.findings, *seated.findings, *(each for _, said in found for each in said)]
    recipients = _told_apart(recipients)
    findings += _twice(recipients)
    if has_errors(findings):
        return Imported(findings=tuple(findings))
    return Imported(tuple(sorted(recipients, key=_order)), tuple(findings))


def _sort_out(files: Sequence[tuple[str, str]]) -> _Files:
    given = _Files()
    for name, content in files:
        parsed = yamlfile.read(content, name)
        given.findings += parsed.findings
        first = _first(parsed.data)
        if isinstance(parsed.data, list) and "terms" in first:
            given.members.append((name, parsed))
        elif isinstance(parsed.data, list) and "thomas_id" in first:
            given.committees = (name, parsed)
        elif isinstance(parsed.data, dict) and "bioguide" in first:
            given.membership = (name, parsed)
        elif "offices" in first:
            message = "district offices are left out: letters go to Washington"
            given.findings.append(Finding("ignored", "info", message, Place(name)))
        elif not parsed.findings:
            given.findings.append(_stranger("this is none of the congress-legislators files", Place(name, 1)))
    if not given.members and not has_errors(given.findings):
        given.findings.append(_stranger("no file holds the members of Congress", Place()))
    return given


def _stranger(message: str, place: Place) -> Finding:
    hint = "give legislators-current.yaml, with --committees and --membership for the committees"
    return Finding("not-congress", "error", message, place, hint)


def _first(data: Any) -> Mapping[str, Any]:
    """Return the first entry of a file, whether it is one list or several under keys."""
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list) and value), None)
    return data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}


def _entries(files: Iterable[NamedFile]) -> Iterator[tuple[dict[str, Any], Place]]:
    for name, parsed in files:
        for number, entry in enumerate(parsed.data):
            yield entry if isinstance(entry, dict) else {}, Place(name, parsed.line((number,)))


def _member(
    entry: Mapping[str, Any], place: Place, as_of: date, seats: Seats
) -> tuple[Recipient | None, list[Finding]]:
    recipient, findings = _typed(members.as_data(entry, as_of, seats), place)
    return recipient, [*findings, *(_remarks(recipient, place, as_of) if recipient else ())]


def _typed(data: dict[str, Any], place: Place) -> tuple[Recipient | None, list[Finding]]:
    """Return the recipient, or why the entry at a place cannot be one."""
    recipient, findings = explain(Recipient, data, lambda *_: place)
    long = [words for words in _words(data) if len(words) > LONGEST]
    if long:
        message = f"'{long[0][:40]}…' has {len(long[0])} characters"
        findings.append(Finding("too-long", "error", message, place, "take it out"))
    return (recipient if isinstance(recipient, Recipient) and not findings else None), findings


def _words(data: Mapping[str, Any]) -> Iterator[str]:
    yield data["name"]
    yield from data["address"]
    yield from (holder["name"] or "" for holder in data.get("holders", ()))


def _remarks(recipient: Recipient, place: Place, as_of: date) -> Iterator[Finding]:
    """Yield what somebody should know of a member before letters go out."""
    holder, named = recipient.holders[0], f"{recipient.holders[0].name} ({recipient.id})"
    if not recipient.address:
        hint = "letters to groups leave this name out and say so; write the address into a list of your own"
        yield Finding("no-address", "warning", f"{named} has no address in the data", place, hint)
    first, last = min(term.start for term in holder.terms), max(term.last for term in holder.terms)
    if last < as_of:
        message = f"the last term of {named} ended on {last}, before {as_of}"
        hint = "give the day of the data with --as-of, or import newer data"
        yield Finding("term-ended", "warning", message, place, hint)
    if max(term.start for term in holder.terms) > as_of or first > as_of:
        message = f"a term of {named} begins after {as_of}"
        yield Finding("as-of-too-early", "error", message, place, "give the day of the data with --as-of")
    if holder.surname not in holder.name:
        message = f"{named} is greeted as '{holder.surname}', which the official name does not contain"
        yield Finding("name-differs", "info", message, place, "see how the office itself writes it")


def _told_apart(recipients: list[Recipient]) -> list[Recipient]:
    """Add the person's code to ids that several share: two of one name in one seat, old data and new."""
    counts = Counter(recipient.id for recipient in recipients)
    return [
        each.model_copy(update={"id": f"{each.id}-{each.person.lower()}"})
        if counts[each.id] > 1 and each.person
        else each
        for each in recipients
    ]


def _twice(recipients: Iterable[Recipient]) -> Iterator[Finding]:
    counts = Counter(recipient.id for recipient in recipients)
    for name in (name for name, number in counts.items() if number > 1):
        message = f"'{name}' stands twice in the data"
        yield Finding("duplicate-id", "error", message, hint="give each file once")


def _order(recipient: Recipient) -> tuple[object, ...]:
    """Return the key of the file's order: senators, representatives by state and district, committees."""
    if not recipient.person:
        return (2, recipient.id)
    term = recipient.holders[0].terms[-1]
    chamber = 0 if term.chamber == "senate" else 1
    return (chamber, term.state, term.district or term.class_ or 0, recipient.id)
