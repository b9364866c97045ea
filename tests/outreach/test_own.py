"""A list of one's own in the library: everything but the e-mail addresses."""

from dataclasses import replace
from datetime import timedelta

from tests.outreach.capitol import DAY, library, rules
from tests.outreach.test_listed import CLAIM, NEW

from letterkit.drafting.offices import holder_on
from letterkit.library.model import as_plain
from letterkit.outreach import own, sheet


def imported(*rows):
    store = library()
    bare = replace(store, recipients={key: each for key, each in store.recipients.items() if not each.as_of})
    return own.read(bare, sheet.write(rows).encode(), "list.csv", DAY)


def test_a_person_enters_the_library_without_the_e_mail_address():
    found = imported({**NEW, "email": "ana@example.org", "claims": CLAIM, "salutation": "Dear Dr. Peña:"})
    (recipient,) = found.recipients
    assert rules(found.findings) == ["email-dropped"]
    assert "example.org" not in str(as_plain(recipient))
    assert (recipient.claims, recipient.salutation) == ((CLAIM,), "Dear Dr. Peña:")
    assert recipient.holders[0].listed_on == DAY


def test_the_person_is_addressed_within_thirty_days_of_the_list():
    (recipient,) = imported(NEW).recipients
    assert holder_on(recipient, DAY + timedelta(days=30)) == recipient.holders[0]
    assert holder_on(recipient, DAY + timedelta(days=31)) is None


def test_what_the_library_has_and_what_it_never_keeps_are_errors():
    found = imported(
        {"id": "state-dept"},
        {**NEW, "organisation": "Example Bureau, U.S. Department of State, 202-555-0100"},
        {**NEW, "id": "third", "full_name": "Eva", "claims": "You promised it."},
    )
    assert found.recipients == ()
    assert [(finding.rule, finding.message[:5]) for finding in found.findings] == [
        ("unsourced", "row 4"),
        ("duplicate-id", "row 2"),
        ("contact-data", "row 3"),
    ]
