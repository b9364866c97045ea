"""A recipient as the cells of a row, and a row as a recipient: what the cells say is what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from letterkit.drafting.address import address
from letterkit.drafting.brief import Brief, lookup
from letterkit.drafting.offices import holder_on
from letterkit.library.model import Holder, Recipient, Sender, Signatory, Topic
from letterkit.library.store import Library

Cells = Mapping[str, str]
PERSON = frozenset({"honorific", "full_name", "surname"})
PLACE = frozenset({"office", "organisation"})
PRINTED = PERSON | PLACE | {"address", "salutation"}
_NOBODY = Sender(id="nobody", name="nobody", constituency="nobody", signatories=(Signatory(name="nobody"),))
_NO_TOPIC = Topic(id="none", title="none")
# These stand before a whole name, never before a surname alone.
_WHOLE_NAME = {"the honorable", "the hon.", "hon.", "honorable", "h.e.", "his excellency", "her excellency"}
# Whose office is no line of the address, by organisation and office.
_FORMS = {
    ("united states senate", "senator"): "us-senator",
    ("u.s. house of representatives", "representative"): "us-representative",
}


def card(library: Library, recipient: Recipient, day: date) -> dict[str, str]:
    """Return the cells that print what a letter of the day prints; of a joint letter only the salutation."""
    form = lookup(library.forms, recipient.form, "form of address")
    to, _ = address(Brief(recipient, form, _NO_TOPIC, day, _NOBODY))
    cells = {"id": recipient.id, "salutation": to.salutation, "claims": " ".join(recipient.claims)}
    if len(to.blocks) > 1:
        return cells
    lines = (to.holder.address if to.holder else ()) or recipient.address
    above = to.blocks[0][1 : -(len(lines) or 1)]
    named = tuple(line for line in (recipient.bureau, recipient.organisation) if line in above)
    cells |= {"office": recipient.office, "organisation": "|".join(named), "address": "|".join(lines)}
    if to.holder:
        cells["office"] = "|".join(above[: len(above) - len(named)])
        cells["honorific"] = to.holder.honorific or form.honorific or ""
        cells |= {"full_name": to.holder.name, "surname": to.holder.surname}
    return cells


def changed(recipient: Recipient, printed: Cells, cells: Cells, day: date) -> Recipient:
    """Return a recipient of the library with what its row says otherwise; an empty cell says nothing."""
    new = {column for column in PRINTED if cells.get(column) and cells[column] != printed.get(column, "")}
    merged = {**printed, **{column: cell for column, cell in cells.items() if cell}}
    update: dict[str, Any] = {}
    if "address" in new:
        bare = tuple(holder.model_copy(update={"address": ()}) for holder in recipient.holders)
        update |= {"address": lines(merged["address"]), "holders": bare}
    if new & PERSON:
        update |= {"holders": (_renamed(recipient, merged, day),), "jointly": ()}
    if new & PLACE:
        update |= _moved(recipient.model_copy(update=update), merged, day)
        if not new & PERSON:
            update["salutation"] = merged["salutation"]
    if "salutation" in new:
        update["salutation"] = cells["salutation"]
    return recipient.model_copy(update=update) if update else recipient


def person(cells: Cells, audience: str, called: str, day: date) -> Recipient:
    """Return a recipient that only the list knows, as plain as its row; it has an organisation."""
    *bureau, organisation = lines(cells["organisation"])
    office = cells.get("office", "")
    plain = {
        "id": cells["id"],
        "name": f"{cells['full_name']}, {organisation}",
        "audience": audience,
        "form": _FORMS.get((organisation.casefold(), office.casefold()), _form(office)),
        "office": office or organisation,
        "bureau": ", ".join(bureau) or None,
        "organisation": organisation,
        "called": called,
        "address": lines(cells.get("address", "")),
        "salutation": cells.get("salutation") or None,
        "holders": [_holder(cells, office or organisation, day)],
    }
    return Recipient.model_validate(plain)


def lines(cell: str) -> tuple[str, ...]:
    """Return the lines of a cell: divided by bars, or as typed."""
    return tuple(line for part in cell.replace("|", "\n").splitlines() if (line := " ".join(part.split())))


def _form(office: str) -> str:
    """Return the form of address that prints every cell of the row."""
    return "person" if office else "person-alone"


def _holder(cells: Cells, office: str, day: date) -> Holder:
    """Return the person of a row; an honorific that goes with a surname also stands in the salutation."""
    honorific = cells.get("honorific") or None
    return Holder(
        name=cells["full_name"],
        surname=cells.get("surname") or cells["full_name"],
        office=office,
        honorific=honorific,
        title=honorific if honorific and honorific.casefold() not in _WHOLE_NAME else None,
        listed_on=day,
    )


def _renamed(recipient: Recipient, merged: Cells, day: date) -> Holder:
    """Return the holder under the name of the row; who was known keeps title and terms."""
    named = _holder({"full_name": recipient.name, **merged}, recipient.office, day)
    known = None if recipient.jointly else holder_on(recipient, day)
    if known is None:
        return named
    kept = {"office": known.office, "terms": known.terms, "address": known.address, "title": known.title}
    return named.model_copy(update=kept)


def _moved(recipient: Recipient, merged: Cells, day: date) -> dict[str, Any]:
    """Return what changes with office or organisation: every line of the row is printed."""
    *bureau, organisation = lines(merged.get("organisation", "")) or (recipient.organisation,)
    office = ", ".join(lines(merged.get("office", "")))
    update: dict[str, Any] = {"organisation": organisation, "bureau": ", ".join(bureau) or None}
    holder = None if recipient.jointly else holder_on(recipient, day)
    if holder is None:
        return update | ({"office": office} if office else {})
    honorific = merged.get("honorific") or holder.honorific
    held = holder.model_copy(update={"office": office or organisation, "honorific": honorific})
    return update | {"form": _form(office), "office": office or organisation, "holders": (held,)}
