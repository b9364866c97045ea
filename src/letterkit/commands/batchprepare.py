"""What `letterkit batch` looks at before it makes anything: who gets a letter, and what is in the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from letterkit import __version__
from letterkit.commands import batchfolder
from letterkit.commands.batchfolder import Row
from letterkit.commands.common import echo_findings
from letterkit.drafting.brief import sender_of
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place, has_errors
from letterkit.library.disk import bundle
from letterkit.library.store import Library
from letterkit.outreach import index, press
from letterkit.outreach.groups import Addressee, resolve
from letterkit.outreach.listed import resolve as resolve_list
from letterkit.outreach.orders import Check, Order, Task, brief_of, faults, placeholders, tasks


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    to: str
    topic: str
    out: Path
    day: date | None
    sender: str | None
    occasion: str | None
    formats: tuple[str, ...]
    email: bool
    allow: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that can be run: its letters, what there is to say of each, and those finished before."""

    asked: Asked
    order: Order
    tasks: tuple[Task, ...]
    about: dict[str, Row]
    findings: tuple[Finding, ...]
    kept: tuple[Row, ...] = ()


def prepare(library: Library, asked: Asked, check: Check, now: date, *, resume: bool, dry_run: bool) -> Batch:
    """Return a batch without faults; raises LetterkitError after naming all of them on stderr."""
    head, before = (None, []) if dry_run else batchfolder.earlier(asked.out)
    order = _order(library, asked, check, asked.day or _begun(head if resume else None) or now)
    addressees, found = _addressees(library, asked.to, order.date)
    findings = [*press.judged(list(found), asked.allow)]
    file = asked.to if _is_list(asked.to) else None
    findings += faults(library, order, addressees, file)
    findings += _open_placeholders(library, order, dry_run=dry_run)
    about, made = dict[str, Row](), tuple[Task, ...]()
    if not has_errors(findings):
        made = tasks(order, addressees)
        about = {each.recipient.id: _about(library, order, each) for each in addressees}
    if not dry_run:
        findings += _in_the_way(asked.out, order, made, head, before, resume=resume)
    if has_errors(findings):
        echo_findings(findings)
        number = sum(finding.severity == "error" for finding in findings)
        message = f"nothing was written: {number} error{'s' * (number > 1)}"
        raise LetterkitError(message, "mend what is named above")
    kept = tuple(row for row in before if _is_kept(asked.out, row))
    return Batch(asked, order, made, about, tuple(findings), kept)


def _order(library: Library, asked: Asked, check: Check, day: date) -> Order:
    return Order(
        root=str(library.root.resolve()),
        library=library.whole_digest,
        templates=bundle.templates_digest(library.root),
        topic=asked.topic,
        date=day,
        occasion=asked.occasion,
        sender=asked.sender,
        formats=asked.formats,
        email=asked.email,
        check=check,
        allow=asked.allow,
        version=__version__,
    )


def _begun(head: dict[str, Any] | None) -> date | None:
    return date.fromisoformat(head["date"]) if head else None


def _is_list(to: str) -> bool:
    """Say whether the letters go to a list: no group and no id of a recipient has a dot or a slash."""
    return bool(re.search(r"[./\\]", to)) and not to.casefold().startswith(("committee:", "state:", "party:"))


def _addressees(library: Library, to: str, day: date) -> tuple[tuple[Addressee, ...], tuple[Finding, ...]]:
    """Return whom the letters go to; an unknown group is a finding like all other faults."""
    if not _is_list(to):
        try:
            return resolve(library, to, day)
        except LetterkitError as problem:
            return (), (Finding("recipients", "error", problem.message, hint=problem.hint),)
    try:
        data = Path(to).read_bytes()
    except OSError as error:
        message = f"{to} cannot be read: {error.strerror}"
        hint = "see whether the name is right; `letterkit recipients export --out FILE` writes a list"
        finding = Finding("recipients", "error", message, Place(to), hint)
        return (), (finding,)
    return resolve_list(library, data, to, day)


def _about(library: Library, order: Order, addressee: Addressee) -> Row:
    about = index.proof(brief_of(library, order, addressee), addressee.email)
    return {**about, "unsourced": list(addressee.unsourced)}


def _open_placeholders(library: Library, order: Order, *, dry_run: bool) -> Iterator[Finding]:
    """Yield what is not filled in of the sender; one that is unknown has been named."""
    try:
        sender = sender_of(library, order.sender)
    except LetterkitError:
        return
    if found := placeholders(sender):
        message = f"the sender '{sender.id}' is not filled in: {', '.join(found)}"
        hint = f"fill it in in facts/senders/{sender.id}.yaml, or pass --allow placeholder"
        finding = Finding("placeholder", "error", message, hint=hint)
        allow = ("placeholder",) if dry_run else order.allow
        yield replace(finding, severity="warning") if "placeholder" in allow else finding


def _in_the_way(
    out: Path,
    order: Order,
    made: tuple[Task, ...],
    head: dict[str, Any] | None,
    before: list[Row],
    *,
    resume: bool,
) -> Iterator[Finding]:
    """Yield what stands in the folder and would be lost or mixed up."""
    if not resume:
        yield from _occupied(out, order, made, begun=head is not None)
    elif head is not None:
        told = index.differences(head, order)
        if told:
            message = f"the batch in {out} was begun with another {', '.join(told)}"
            yield Finding("outdated", "error", message, hint="begin again in a folder of its own")
        elif made:
            yield from index.outdated(before, made)


def _occupied(out: Path, order: Order, made: tuple[Task, ...], *, begun: bool) -> Iterator[Finding]:
    if begun:
        hint = "go on with it: --resume; or choose another folder with --out"
        yield Finding("exists", "error", f"there is a batch in {out} already", hint=hint)
        return
    kinds = (*order.formats, *(("eml",) if order.email else ()))
    letters = (f"{task.stem}.{kind}" for task in made for kind in kinds)
    names = (batchfolder.INDEX, batchfolder.TABLE, *letters)
    existing = [name for name in names if os.path.lexists(out / name)]
    if existing:
        message = f"{out} holds files of these names already: {', '.join(existing[:3])}"
        yield Finding("exists", "error", message, hint="choose another folder with --out")


def _is_kept(out: Path, row: Row) -> bool:
    """Say whether all files of a letter stand in their places, edited or not."""
    return row["status"] == "made" and len(batchfolder.state(out, row)) == len(row["files"])
