"""`letterkit topics|recipients|senders|occasions`: list and show what letters are made of besides claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import click

from letterkit.commands.common import DAY, completer, echo_json, today
from letterkit.commands.views import echo_lines, echo_table, flat, readable_library
from letterkit.errors import LetterkitError
from letterkit.library.edtf import long_date
from letterkit.library.model import (
    Ask,
    Holder,
    Recipient,
    Sender,
    Signatory,
    Slot,
    Topic,
    as_plain,
)
from letterkit.library.store import Library

Lines = Iterator[tuple[str, str]]
_NOBODY = Sender(id="nobody", name="nobody", constituency="nobody", signatories=(Signatory(name="nobody"),))


@click.group()
def topics() -> None:
    """List and show topics: plan, asks, audiences.

    \b
    Examples:
      letterkit topics list
      letterkit topics show cluster-munitions
    """


@click.group()
def recipients() -> None:
    """List, show, import and export offices and their holders.

    \b
    Examples:
      letterkit recipients list
      letterkit recipients show state-dept --date 2020-10-21
      letterkit recipients import legislators-current.yaml --as-of 2026-07-01
      letterkit recipients export --group committee:SSFR --out list.csv
    """


@click.group()
def senders() -> None:
    """List and show sending organizations and their signatories.

    \b
    Examples:
      letterkit senders list
      letterkit senders show amnesty-usa
    """


@click.group()
def occasions() -> None:
    """List and show dated events that letters hang on.

    \b
    Examples:
      letterkit occasions list
      letterkit occasions show ministers-2020-10-23
    """


def _list_command(group: click.Group, kind: str, columns: Sequence[str]) -> None:
    """Add `list` to a group; the columns are keys of the entries."""

    @group.command("list")
    @click.option("--json", "as_json", is_flag=True)
    @click.pass_context
    def list_entries(ctx: click.Context, *, as_json: bool) -> None:
        library = readable_library(ctx)
        rows = [_row(entry, columns) for entry in library.entries(kind).values()]
        if as_json:
            echo_json(rows)
        else:
            echo_table(columns, [[_cell(row[column]) for column in columns] for row in rows])

    list_entries.help = f"List {kind}."


def _row(entry: Any, columns: Sequence[str]) -> dict[str, Any]:
    return {column: as_plain(getattr(entry, column)) for column in columns}


def _cell(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


_list_command(topics, "topics", ("id", "title", "audiences"))
_list_command(recipients, "recipients", ("id", "name", "audience"))
_list_command(senders, "senders", ("id", "name"))
_list_command(occasions, "occasions", ("id", "title", "date", "recipients", "topics"))


def _show_command(group: click.Group, kind: str) -> Callable[..., None]:
    """Add `show` to a group that shows an entry as it stands in the store."""

    @group.command("show")
    @click.argument("name", metavar=kind.upper()[:-1], shell_complete=completer(kind))
    @click.option("--json", "as_json", is_flag=True)
    @click.pass_context
    def show_entry(ctx: click.Context, *, name: str, as_json: bool) -> None:
        entry = _entry(readable_library(ctx), kind, name)
        if as_json:
            echo_json(as_plain(entry))
        else:
            echo_lines(flat(entry))

    show_entry.help = f"Show one of the {kind}."
    return show_entry


_show_command(senders, "senders")
_show_command(occasions, "occasions")


@topics.command("show")
@click.argument("topic", metavar="TOPIC", shell_complete=completer("topics"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def show_topic(ctx: click.Context, *, topic: str, as_json: bool) -> None:
    """Show a topic: whom its letters can go to, their plan, and the asks with what they rest on."""
    library = readable_library(ctx)
    found: Topic = _entry(library, "topics", topic)
    if as_json:
        echo_json({**as_plain(found), "audiences": list(found.audiences)})
        return
    echo_lines(_topic(found))
    click.echo("\nplan")
    echo_table(("block", "takes", "of", "about"), [_slot(slot) for slot in found.plan])
    for audience, asks in found.asks.items():
        click.echo(f"\nasks of {audience}")
        for ask in asks:
            echo_lines(_ask(library, ask))


@recipients.command("show")
@click.argument("recipient", metavar="RECIPIENT", shell_complete=completer("recipients"))
@click.option("--date", "day", type=DAY, help="The address as of this day. Default: today.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def show_recipient(ctx: click.Context, *, recipient: str, day: date | None, as_json: bool) -> None:
    """Show an office: who held it when and which source shows so, and how it is addressed on a day."""
    library = readable_library(ctx)
    found: Recipient = _entry(library, "recipients", recipient)
    lines, salutation = _addressed(library, found, day or today())
    if as_json:
        address = {"date": str(day or today()), "address_lines": lines, "salutation": salutation}
        echo_json({**as_plain(found), **address})
        return
    echo_lines(_office(found))
    click.echo(f"\naddressed on {_printed(day or today())}")
    echo_lines(("", line) for line in (*lines, salutation))


def _entry(library: Library, kind: str, name: str) -> Any:
    from letterkit.drafting.brief import lookup

    return lookup(library.entries(kind), name, kind[:-1])


def _office(recipient: Recipient) -> Lines:
    yield from flat(recipient.model_copy(update={"holders": (), "address_source": None}))
    shown = recipient.address_source
    yield "address shown", f"{shown.date} by {shown.source}: “{shown.quote}”" if shown else ""
    for holder in recipient.holders:
        yield "holder", _holder(holder)
        for sight in holder.shown_on:
            yield "  shown on", f"{sight.date} by {sight.source}: “{sight.quote}”"
        yield "  listed on", str(holder.listed_on or "")
        for term in holder.terms:
            seat = f"{term.state} {term.district}" if term.district else term.state
            yield "  term", f"{term.start} to {term.end}, {term.chamber}, {seat}, {term.party}"


def _holder(holder: Holder) -> str:
    titled = f", {holder.title}" if holder.title else ""
    return f"{holder.name}, {holder.office}{titled}"


def _topic(topic: Topic) -> Lines:
    yield from flat(topic.model_copy(update={"plan": (), "asks": {}, "wording": {}}))
    yield "audiences", ", ".join(topic.audiences)


def _slot(slot: Slot) -> tuple[str, str, str, str]:
    roles = f"{slot.take} {', '.join(slot.roles)}" if slot.roles else "the template's own words"
    only = ", ".join((*slot.phases, *slot.audiences))
    return (slot.block, roles, slot.party or "", f"{', '.join(slot.topics)}{f' ({only})' if only else ''}")


def _ask(library: Library, ask: Ask) -> Lines:
    yield ask.id, ask.text
    window = f"from {ask.valid_from or 'the first source'} until {ask.valid_until or 'further notice'}"
    yield "  valid", f"{window}, {ask.basis}"
    for name in ask.grounds:
        claim = library.claims.get(name)
        yield "  rests on", f"{name}: {claim.claim if claim else 'not in the store'}"


def _addressed(library: Library, recipient: Recipient, day: date) -> tuple[list[str], str]:
    """Return the inside address and the salutation as a letter of that day has them."""
    from letterkit.drafting.address import address
    from letterkit.drafting.brief import Brief, lookup
    from letterkit.drafting.offices import on_day

    try:
        recipient = on_day(library, recipient, day)
    except LetterkitError as gone:
        return [gone.message], ""
    form = lookup(library.forms, recipient.form, "form of address")
    sender = next(iter(library.senders.values()), _NOBODY)
    # The address depends on no topic, and of the sender only on how it greets.
    formed, _ = address(Brief(recipient, form, Topic(id="none", title="none"), day, sender))
    return list(formed.lines), formed.salutation


def _printed(day: date) -> str:
    return long_date(day).replace("\u00a0", " ")
