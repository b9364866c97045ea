"""A list of one's own: every fault in one run with its row, and what each row changes."""

from __future__ import annotations

import pytest
from tests.outreach.capitol import DAY, library, rules

from letterkit.drafting.address import address
from letterkit.drafting.brief import Brief, brief
from letterkit.drafting.draft import draft_letter
from letterkit.letter.markdown import write as markdown
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.model import Sender, Signatory, Topic
from letterkit.outreach import cards, groups, listed, sheet

NOBODY = Sender(id="nobody", name="N", constituency="N", signatories=(Signatory(name="N"),))
CLAIM, OTHER = "ganja-scud-21-killed", "stepanakert-m095-azerbaijan"
NEW = {
    "id": "example-director",
    "honorific": "Dr.",
    "full_name": "Ana Peña de la Torre",
    "surname": "Peña de la Torre",
    "office": "Director",
    "organisation": "Bureau of Something|U.S. Department of State",
    "address": "1 Example Street|Washington, DC 20520",
}


def listing(*rows, store=None):
    """Return addressees and findings of rows as cells."""
    return listed.resolve(store or library(), sheet.write(rows).encode(), "list.csv", DAY)


def page(recipient, store=None):
    """Return what a letter prints: the blocks of the address and the salutation."""
    store = store or library()
    to, _ = address(Brief(recipient, store.forms[recipient.form], Topic(id="t", title="t"), DAY, NOBODY))
    return to.blocks, to.salutation


def test_one_run_names_everything_that_is_wrong_with_its_row():
    text = (
        "id,full_name,sirname,organisation,address,salutation,email,claims\n"
        "one,Ana,,United States Senate,1 Street,Dear {titel} Ana:,a@b,no-such-claim\n"
        'one,"Ana\nBcc: x",,United States Senate,2 Street,Dear {{ surname }}:,,\n'
        ",Ana,,United States Senate,3 Street,,,\n"
        "Bad Id,Ana,,United States Senate,4 Street,,,\n"
        "four,,,,,,,\n"
        f"five,{'A' * 501},,United States Senate,5 Street,,,\n"
        f"six,Eva,,United States Senate,6 Street,,e@example.org,{CLAIM} Please act on your word.\n"
        "seven,Eva,,United States Senate,6 Street,,E@example.org,ganja-scud-21-kiled\n"
        "eight,Ida,,Example Ltd,8 Street,,,,more\n"
        "sen-wa-o-cearbhail,,,,,,,\n"
    )
    found, findings = listed.resolve(library(), text.encode(), "list.csv", DAY)
    told = [(finding.rule, finding.message.partition(":")[0]) for finding in findings]
    assert told == [
        ("unknown-column", "row 1"),
        ("unknown-placeholder", "row 2"),
        ("bad-email", "row 2"),
        ("unknown-claim", "row 2"),
        ("control-character", "row 3"),
        ("unknown-placeholder", "row 3"),
        ("duplicate-id", "row 3"),
        ("missing-cell", "row 4"),
        ("bad-id", "row 5"),
        ("missing-cell", "row 6"),
        ("missing-cell", "row 6"),
        ("missing-cell", "row 6"),
        ("audience-unknown", "row 6"),
        ("too-long", "row 7"),
        ("unsourced", "row 8"),
        ("unknown-claim", "row 9"),
        ("extra-cell", "row 10"),
        ("audience-unknown", "row 10"),
        ("missing-cell", "row 11"),
        ("missing-cell", "row 11"),
        ("missing-cell", "row 11"),
        ("audience-unknown", "row 11"),
    ]
    assert all(finding.severity == "error" and finding.hint for finding in findings)
    assert [each.recipient.id for each in found] == ["six"]
    hints = {(finding.rule, finding.hint) for finding in findings}
    assert ("unknown-column", "did you mean 'surname'?") in hints
    assert ("unknown-claim", f"did you mean '{CLAIM}'?") in hints
    assert ("unknown-placeholder", "write {surname}") in hints
    assert ("missing-cell", "did you mean 'sen-wa-o-cearbhaill'?") in hints


def test_one_person_under_two_ids_is_an_error_and_one_mailbox_of_two_a_warning():
    twin = {**NEW, "id": "other-id", "full_name": "ANA PEÑA DE LA TORRE", "email": "A@example.org"}
    _, findings = listing({**NEW, "email": "a@example.org"}, twin)
    assert rules(findings) == ["duplicate-recipient", "duplicate-email"]
    assert findings[0].message == "row 3: 'other-id' has name and address of row 2"
    assert [finding.severity for finding in findings] == ["error", "warning"]
    copied = [
        {"id": name, "full_name": "Siobhán Ó Cearbhaill"}
        for name in ("sen-wa-o-cearbhaill", "sen-wa-de-la-cruz")
    ]
    _, findings = listing(
        copied[0], {**copied[1], "address": "101 Example Senate Office Building|Washington, DC 20510"}
    )
    assert rules(findings) == ["duplicate-recipient"]


def test_a_new_person_is_printed_as_the_row_has_it():
    (only,), findings = listing({**NEW, "email": "ana@example.org", "claims": f"{CLAIM}, {OTHER}"})
    assert findings == ()
    assert page(only.recipient) == (
        (
            (
                "Dr. Ana Peña de la Torre",
                "Director",
                "Bureau of Something",
                "U.S. Department of State",
                "1 Example Street",
                "Washington, DC 20520",
            ),
        ),
        "Dear Dr. Peña de la Torre:",
    )
    assert (only.email, only.claims, only.row) == ("ana@example.org", (CLAIM, OTHER), 2)
    assert (only.recipient.audience, only.recipient.called) == ("us-state", "the Department of State")
    assert "example.org" not in str(only.recipient)


@pytest.mark.parametrize(
    ("honorific", "surname", "salutation", "expected"),
    [
        ("Ms.", "Peña", "", "Dear Ms. Peña:"),
        ("The Honorable", "Peña", "", "Dear Ana Peña:"),
        ("", "Peña", "", "Dear Ana Peña:"),
        ("", "", "", "Dear Ana Peña:"),
        ("H.E.", "Peña", "Your Excellency:", "Your Excellency:"),
        ("Dr.", "Peña", "Dear {honorific} {surname}:", "Dear Dr. Peña:"),
        ("Dr.", "Peña", "Dear {full_name}, {office}:", "Dear Ana Peña, Director:"),
    ],
)
def test_nobody_is_greeted_by_a_guessed_title(honorific, surname, salutation, expected):
    row = {
        **NEW,
        "full_name": "Ana Peña",
        "honorific": honorific,
        "surname": surname,
        "salutation": salutation,
    }
    (only,), _ = listing(row)
    assert page(only.recipient)[1] == expected


@pytest.mark.parametrize(
    ("organisation", "office", "lines", "greeting", "called"),
    [
        ("United States Senate", "Senator", 4, "Dear Senator Peña de la Torre:", "the Senate"),
        ("United States Senate", "Chief Clerk", 5, "Dear Dr. Peña de la Torre:", "the Senate"),
        (
            "U.S. House of Representatives",
            "Representative",
            4,
            "Dear Representative Peña de la Torre:",
            "the House of Representatives",
        ),
        ("Congress of the United States", "", 4, "Dear Dr. Peña de la Torre:", "Congress"),
    ],
)
def test_a_senator_of_ones_own_list_is_addressed_as_one(organisation, office, lines, greeting, called):
    (only,), findings = listing({**NEW, "organisation": organisation, "office": office})
    (block,), salutation = page(only.recipient)
    assert findings == ()
    assert (len(block), salutation, only.recipient.called) == (lines, greeting, called)
    assert only.recipient.audience == "us-congress"


def test_a_row_of_a_known_id_says_only_what_differs():
    store = library()
    (same,), _ = listing({"id": "sen-wa-o-cearbhaill"})
    assert same.recipient == store.recipients["sen-wa-o-cearbhaill"]
    (moved,), _ = listing({"id": "sen-wa-o-cearbhaill", "address": "9 New Hall|Washington, DC 20510"})
    assert page(moved.recipient)[0][0][-2:] == ("9 New Hall", "Washington, DC 20510")
    assert page(moved.recipient)[1] == "Dear Senator Ó Cearbhaill:"
    (renamed,), _ = listing({"id": "sen-wa-o-cearbhaill", "full_name": "Siobhán Healy", "surname": "Healy"})
    assert page(renamed.recipient)[0][0][0] == "The Honorable Siobhán Healy"
    assert page(renamed.recipient)[1] == "Dear Senator Healy:"
    (greeted,), _ = listing({"id": "sen-wa-o-cearbhaill", "salutation": "Dear Madam Chair:"})
    assert page(greeted.recipient)[1] == "Dear Madam Chair:"
    chair = {
        "id": "sen-wa-o-cearbhaill",
        "office": "Chair",
        "organisation": "Committee on X|United States Senate",
    }
    (led,), _ = listing(chair)
    assert page(led.recipient)[0][0][:4] == (
        "The Honorable Siobhán Ó Cearbhaill",
        "Chair",
        "Committee on X",
        "United States Senate",
    )


def test_an_office_without_a_known_holder_gets_one_from_the_list():
    (held,), _ = listing({"id": "state-dept", "honorific": "Ms.", "full_name": "Ana Peña", "surname": "Peña"})
    block = page(held.recipient)[0][0]
    assert (block[0], page(held.recipient)[1]) == ("Ms. Ana Peña", "Dear Ms. Peña:")
    (moved,), _ = listing({"id": "state-dept", "address": "9 Hall|City"})
    assert page(moved.recipient)[0][0][0] == "The Assistant Secretary"
    assert page(moved.recipient)[0][0][-2:] == ("9 Hall", "City")


def test_the_address_that_the_data_lack_comes_from_the_list():
    (found,), findings = listing({"id": "rep-vt-reyes-lund", "address": "7 Hall|Washington, DC 20515"})
    assert findings == ()
    assert page(found.recipient)[0][0][-2:] == ("7 Hall", "Washington, DC 20515")


def test_a_joint_letter_stays_joint_and_may_be_greeted_otherwise():
    (joint,), _ = listing({"id": "committee-ssfr", "salutation": "Dear Senators:"})
    blocks, salutation = page(joint.recipient)
    assert (len(blocks), salutation) == (2, "Dear Senators:")


@pytest.mark.parametrize("group", ["senate", "house", "committee:SSFR", "committee:HSHA", "state:WA"])
def test_a_list_that_was_exported_prints_the_same_letters(group):
    store = library()
    before, _ = groups.resolve(store, group, DAY)
    rows = [cards.card(store, each.recipient, DAY) for each in before]
    after, findings = listing(*rows)
    assert findings == ()
    assert [page(each.recipient) for each in after] == [page(each.recipient) for each in before]
    if not group.startswith("committee"):
        assert [each.recipient for each in after] == [each.recipient for each in before]


def test_a_cell_that_begins_like_a_formula_is_data():
    (only,), findings = listing(
        {**NEW, "full_name": "=cmd()", "surname": "@home", "address": "+1 Street|-City"}
    )
    assert findings == ()
    assert page(only.recipient)[0][0][0] == "Dr. =cmd()"
    assert page(only.recipient)[0][0][-2:] == ("+1 Street", "-City")
    assert page(only.recipient)[1] == "Dear Dr. @home:"


def test_a_cell_of_bars_alone_says_nothing():
    (same,), findings = listing({"id": "sen-wa-o-cearbhaill", "organisation": "|", "address": " | "})
    assert (same.recipient, findings) == (library().recipients["sen-wa-o-cearbhaill"], ())
    _, findings = listing({**NEW, "organisation": "||", "address": "|"})
    assert rules(findings) == ["missing-cell", "missing-cell", "audience-unknown"]


def test_who_is_not_in_office_on_the_day_is_named_with_the_row():
    text = sheet.write([{"id": "sen-wa-o-cearbhaill"}])
    found, findings = listed.resolve(library(), text.encode(), "list.csv", DAY.replace(year=2024))
    assert found == ()
    assert findings[0].message == "row 2: Siobhán Ó Cearbhaill is not in the Senate on 2024-07-01"


def test_the_example_of_the_template_is_no_recipient():
    found, findings = listing(listed.EXAMPLE)
    assert found == ()
    assert rules(findings) == ["example-row"]


def test_an_audience_may_be_given_for_a_new_id_and_must_agree_with_a_known_one():
    text = (
        "id,full_name,organisation,address,audience\nx,Ana,Example Ltd,1 Street,{}\nsen-wa-de-la-cruz,,,,{}\n"
    )
    found, findings = listed.resolve(library(), text.format("company", "").encode(), "list.csv", DAY)
    assert findings == ()
    assert found[0].recipient.audience == "company"
    assert found[0].recipient.called == "Example Ltd"
    _, findings = listed.resolve(library(), text.format("compny", "russia").encode(), "list.csv", DAY)
    assert [(finding.rule, finding.hint) for finding in findings] == [
        ("audience-unknown", "did you mean 'company'?"),
        ("audience-differs", "leave the cell empty, or give another id"),
    ]


def test_free_text_is_an_error_that_can_be_allowed_and_stays_with_its_row():
    (only,), findings = listing({**NEW, "claims": f"{CLAIM}; You voted for it in March. | {OTHER}"})
    assert (only.claims, only.unsourced) == ((CLAIM, OTHER), ("You voted for it in March.",))
    assert rules(findings) == ["unsourced"]
    assert "--allow unsourced" in findings[0].hint


def test_claims_of_a_row_join_its_letter_but_never_against_the_date():
    store = library()
    (only,), findings = listing({"id": "sen-wa-o-cearbhaill", "claims": f"{CLAIM} {OTHER}"})
    assert findings == ()
    asked = brief(
        store, to=only.recipient, topic="cluster-munitions", day=DAY, include=only.claims, remarks=["Free."]
    )
    text = markdown(draft_letter(store, asked, template_source(starter())).letter)
    assert "Mukhtar Hajiyev" in text
    assert "\nFree.\n" in text
    early = DAY.replace(year=2020, month=10, day=21)
    rows = sheet.write([{**NEW, "claims": CLAIM}]).encode()
    (kept,), findings = listed.resolve(store, rows, "list.csv", early)
    assert [(finding.rule, finding.severity, finding.claim) for finding in findings] == [
        ("claim-inadmissible", "warning", CLAIM)
    ]
    asked = brief(store, to=kept.recipient, topic="cluster-munitions", day=early, include=kept.claims)
    assert CLAIM not in {use.id for use in draft_letter(store, asked, template_source(starter())).uses}


def test_state_and_committee_make_letters_differ():
    store = library()

    def text(name):
        asked = brief(store, to=name, topic="cluster-munitions", day=DAY)
        return markdown(draft_letter(store, asked, template_source(starter())).letter)

    assert "As Chair of the Committee on Foreign Relations and a Senator from Washington, you can" in text(
        "sen-wa-o-cearbhaill"
    )
    assert "As the Representative from the 1st District of New York, you can" in text("rep-ny-1-nunez")
    assert "As the Delegate from Guam, you can" in text("del-gu-taitano")
    assert "to you jointly" in text("committee-ssfr")
    assert "jointly" not in text("rep-ny-1-nunez")
