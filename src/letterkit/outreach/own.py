"""A list of one's own as recipients of the library: all but the e-mail addresses, which stay in the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from letterkit.findings import Finding, Place, has_errors
from letterkit.library.contact import has_contact_data
from letterkit.library.model import Recipient, as_plain
from letterkit.library.store import Library
from letterkit.outreach import listed
from letterkit.outreach.congress import Imported
from letterkit.outreach.groups import Addressee


def read(library: Library, data: bytes, file: str, as_of: date) -> Imported:
    """Return the recipients of a CSV that is of a day; `library` is without an earlier import of the list."""
    addressees, found = listed.resolve(library, data, file, as_of)
    findings = [*found, *_misplaced(library, addressees, file)]
    dropped = sum(bool(each.email) for each in addressees)
    if dropped:
        message = f"{dropped} e-mail addresses stay in the list: the library keeps none"
        findings.append(Finding("email-dropped", "info", message, Place(file)))
    if has_errors(findings):
        return Imported(findings=tuple(findings))
    return Imported(tuple(_recipient(each) for each in addressees), tuple(findings))


def _recipient(addressee: Addressee) -> Recipient:
    return addressee.recipient.model_copy(update={"claims": addressee.claims})


def _misplaced(library: Library, addressees: tuple[Addressee, ...], file: str) -> Iterator[Finding]:
    """Yield recipients that the library has already, and contact data in cells that it would keep."""
    for each in addressees:
        name, row = each.recipient.id, f"row {each.row}"
        place = Place(file, each.row)
        if name in library.recipients:
            message = f"{row}: the library has '{name}' already"
            hint = "use the list itself for what differs: `letterkit batch --to LIST.csv`"
            yield Finding("duplicate-id", "error", message, place, hint)
        if has_contact_data(str(as_plain(each.recipient))):
            message = f"{row}: a telephone number or an e-mail address stands beside the e-mail column"
            hint = "take it out: facts/ is public, and contact data lives in your own list"
            yield Finding("contact-data", "error", message, place, hint)
