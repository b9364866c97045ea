"""What a batch is to make: one order for all letters, one task for each, and what comes back for each."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from letterkit.drafting.brief import Brief, brief, unknown
from letterkit.drafting.composition import Draft
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place
from letterkit.library.model import Sender, as_plain
from letterkit.library.originals import Originals
from letterkit.library.store import Library
from letterkit.outreach.groups import Addressee

Check = Callable[[Library, Draft, Originals], list[Finding]]
LONGEST_STEM = 150  # characters, so that a name with its ending fits every file system
_PLACEHOLDER = re.compile(r"\[[^\[\]]+\]")


@dataclass(frozen=True, slots=True)
class Order:
    """What all letters of a batch have in common.  `check` is a function that can be sent by its name.

    `templates` is the sha256 of all templates and looks, `allow` names the rules that somebody lets pass.
    """

    root: str
    library: str
    templates: str
    topic: str
    date: date
    occasion: str | None
    sender: str | None
    formats: tuple[str, ...]
    email: bool
    check: Check
    allow: tuple[str, ...] = ()
    version: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return what decides the bytes of every letter, and no path of this machine."""
        return {
            "topic": self.topic,
            "date": self.date.isoformat(),
            "occasion": self.occasion,
            "sender": self.sender,
            "formats": list(self.formats),
            "email": self.email,
            "allow": sorted(self.allow),
            "library": self.library,
            "templates": self.templates,
            "letterkit": self.version,
        }


@dataclass(frozen=True, slots=True)
class Task:
    """One letter to make: for whom, and the name of its files without ending."""

    addressee: Addressee
    stem: str

    @property
    def id(self) -> str:
        """The recipient's id."""
        return self.addressee.recipient.id

    @property
    def made_from(self) -> str:
        """The sha256 of all that this letter has and others have not."""
        each = self.addressee
        plain = [as_plain(each.recipient), each.email, list(each.claims), list(each.unsourced)]
        return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a task: bytes by file name, none beside an error.

    `sentences` are fingerprints of the body's sentences, in their order.
    """

    id: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    words: int = 0
    sentences: tuple[str, ...] = ()


def brief_of(library: Library, order: Order, addressee: Addressee) -> Brief:
    """Return the brief of one letter; raises LetterkitError for what the library does not have."""
    return brief(
        library,
        to=addressee.recipient,
        topic=order.topic,
        day=order.date,
        occasion=order.occasion,
        sender=order.sender,
        include=addressee.claims,
        remarks=addressee.unsourced,
    )


def tasks(order: Order, addressees: Iterable[Addressee]) -> tuple[Task, ...]:
    """Return a task for each addressee; raises LetterkitError where two would be written to one file."""
    made = [Task(each, _stem(order, each.recipient.id)) for each in addressees]
    named: dict[str, Task] = {}
    for task in made:
        other = named.setdefault(task.stem.casefold(), task)
        if other is not task:
            names = f"'{other.addressee.recipient.name}' and '{task.addressee.recipient.name}'"
            raise LetterkitError(
                f"the letters to {names} would have one file name, {task.stem}", "give one another id"
            )
    return tuple(made)


def _stem(order: Order, name: str) -> str:
    stem = f"{order.date.isoformat()}-{name}-{order.topic}"
    if len(stem) <= LONGEST_STEM:
        return stem
    return f"{stem[: LONGEST_STEM - 9]}-{hashlib.sha256(stem.encode()).hexdigest()[:8]}"


def faults(
    library: Library, order: Order, wanted: Sequence[Addressee], file: str | None
) -> Iterator[Finding]:
    """Yield, once each, what stands against the letters before any is drafted; a row of a list is named."""
    said: set[str] = set()
    for problem in unknown(library, topic=order.topic, sender=order.sender, occasion=order.occasion):
        said.add(problem.message)
        yield Finding("not-possible", "error", problem.message, hint=problem.hint)
    for each in wanted if not said else ():
        try:
            brief_of(library, order, each)
        except LetterkitError as problem:
            # What concerns the recipient names it; what concerns all is said once, without a row.
            own = each.row is not None and f"'{each.recipient.id}'" in problem.message
            message = f"row {each.row}: {problem.message}" if own else problem.message
            if message not in said:
                said.add(message)
                place = Place(file, each.row) if own else Place()
                yield Finding("not-possible", "error", message, place, problem.hint)


def placeholders(sender: Sender) -> list[str]:
    """Return what somebody must still fill in of the sender."""
    return list(dict.fromkeys(filter(_PLACEHOLDER.fullmatch, _texts(as_plain(sender)))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
