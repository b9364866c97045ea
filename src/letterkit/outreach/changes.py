"""What a new import changes: who joined, who left, and what is different about the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from letterkit.findings import Finding
from letterkit.library.model import Recipient, as_plain

# What is compared, and how it is called; the day of the data itself is no change.
_COMPARED = {
    "name": "name",
    "form": "form of address",
    "office": "office",
    "jointly": "joint offices",
    "bureau": "bureau",
    "organisation": "organisation",
    "address": "address",
    "salutation": "salutation",
    "holders": "person and terms",
    "committees": "committees",
    "leadership": "leadership",
    "claims": "claims",
    "audience": "audience",
}


def changes(before: Iterable[Recipient], after: Iterable[Recipient]) -> Iterator[Finding]:
    """Yield each change from one list of recipients to another, in the order of the new, then who left."""
    old = {recipient.id: recipient for recipient in before}
    new = {recipient.id: recipient for recipient in after}
    for name, recipient in new.items():
        if name not in old:
            yield Finding("joined", "info", f"new: {name}, {recipient.name}")
        else:
            yield from _differences(old[name], recipient)
    for name, recipient in old.items():
        if name not in new:
            yield Finding("left", "info", f"no longer there: {name}, {recipient.name}")


def _differences(old: Recipient, new: Recipient) -> Iterator[Finding]:
    for key, label in _COMPARED.items():
        was, now = (getattr(each, key) for each in (old, new))
        if key == "holders":  # of people in a list of one's own the day is that of the list
            was, now = (_undated(holders) for holders in (was, now))
        if was != now:
            yield Finding("changed", "info", f"{new.id}: {label} {_told(was)} → {_told(now)}")


def _undated(holders: Any) -> Any:
    return tuple(holder.model_copy(update={"listed_on": None}) for holder in holders)


def _told(value: Any) -> str:
    """Return a value in a few words; of long ones, how many parts there are."""
    plain = as_plain(value)
    if not plain:
        return "none"
    if isinstance(plain, list):
        parts = [_part(item) for item in plain]
        return f"“{', '.join(parts)}”" if len(", ".join(parts)) <= 120 else f"{len(parts)} entries"
    return f"“{plain}”"


def _part(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    if "terms" in item:
        last = item["terms"][-1]
        return f"{item['name']}, {last.get('party', 'no party')}, until {last['end']}"
    return " ".join(str(part) for part in item.values())
