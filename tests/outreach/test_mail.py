import email
import email.policy
from email.parser import BytesParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.letter.model import Letter, ListBlock, NoteRef, line, lines, paragraph
from letterkit.outreach import mail
from letterkit.outreach.mail import Mailbox, write

PDF = b"%PDF-1.7 \x00\xff not really"
NAME = "2026-07-10-the-office-mines.pdf"
BENIGN = {"content-type", "mime-version", "subject", "to", "x-unsent", "content-language"}


def letter(**parts):
    known = {
        "letterhead": lines("Watch"),
        "date": line("July 10, 2026"),
        "addressees": (lines("The Honorable Ana Núñez"),),
        "subject": line("Clear the valley — at once"),
        "salutation": line("Dear Senator Núñez:"),
        "body": (
            paragraph("I write to ask that mines <be> cleared.", NoteRef(1)),
            paragraph("Evidence that stays in the letter."),
            paragraph("We urge you to:"),
            ListBlock((line("Clear the valley;"), line("Pay & warn."))),
            paragraph("Thank you."),
        ),
        "close": line("Sincerely,"),
        "signatures": (lines("Jane Example", "Director"),),
    }
    return Letter(**{**known, **parts})


def parsed(data):
    return BytesParser(policy=email.policy.default).parsebytes(data)


def text(message, kind):
    return message.get_body((kind,)).get_content().replace("\r\n", "\n")


def squeezed(text):
    return "".join(text.split())


def draft(name="Ana Núñez", address="ana@example.org", **parts):
    return write(letter(**parts), Mailbox(name, address), PDF, NAME)


def test_a_draft_opens_with_names_charset_and_attachment_intact():
    message = parsed(draft())
    assert message["subject"] == "Clear the valley — at once"
    (to,) = message["to"].addresses
    assert (to.display_name, to.addr_spec) == ("Ana Núñez", "ana@example.org")
    assert message["x-unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == NAME
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF
    assert {
        part.get_content_charset() for part in message.walk() if part.get_content_maintype() == "text"
    } == {"utf-8"}
    assert [part.defects for part in message.walk() if part.defects] == []


def test_a_second_parser_that_shares_no_code_sees_the_same():
    other = pytest.importorskip("fast_mail_parser").parse_email(draft())
    assert other.subject == "Clear the valley — at once"
    assert other.headers["To"] == ["Ana Núñez <ana@example.org>"]
    assert "Dear Senator Núñez:" in other.text_plain[0]
    assert "mines &lt;be&gt; cleared" in other.text_html[0]
    assert [(each.filename, each.mimetype, each.content) for each in other.attachments] == [
        (NAME, "application/pdf", PDF)
    ]


def test_the_message_says_opening_and_asks_and_leaves_the_evidence_to_the_letter():
    message = parsed(draft())
    assert text(message, "plain") == (
        "Dear Senator Núñez:\n\nI write to ask that mines <be> cleared.\n\nWe urge you to:\n\n"
        "- Clear the valley;\n\n- Pay & warn.\n\n"
        f"{mail.ATTACHED}\n\nSincerely,\n\nJane Example\nDirector\n"
    )
    html = text(message, "html")
    assert "<li>Clear the valley;</li>\n<li>Pay &amp; warn.</li>" in html
    assert "mines &lt;be&gt; cleared" in html
    assert "Evidence" not in html


def test_a_letter_without_asks_gives_its_opening_alone():
    message = parsed(draft(body=(paragraph("One thing."),)))
    assert f"One thing.\n\n{mail.ATTACHED}" in text(message, "plain")
    assert "<ul>" not in text(message, "html")


def test_without_an_address_there_is_no_to_line():
    message = parsed(draft(address=""))
    assert "to" not in message
    assert [(each.rule, each.severity) for each in mail.remarks("")] == [("no-email", "info")]


@pytest.mark.parametrize(
    "address",
    [
        "ana@exämple.org",
        "ána@example.org",
        "=?utf-8?q?x?=@example.org",
        "a b@example.org",
        "a@example.org\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "a@b",
        "<a@example.org>",
        "a..b@example.org",
        f"{'a' * 300}@example.org",
    ],
)
def test_an_address_that_no_header_can_hold_is_left_out_and_said(address):
    message = parsed(draft(address=address))
    assert "to" not in message
    assert "bcc" not in message
    assert [(each.rule, each.severity) for each in mail.remarks(address)] == [("email-unusable", "warning")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana\nBcc: evil@example.org", "Ana Bcc: evil@example.org"),
        ("Ana\r\n\r\n<b>body</b>", "Ana <b>body</b>"),
        ("Ana\u2028Bcc: x@example.org", "Ana Bcc: x@example.org"),
        ("Ana\x00\x85Bcc: x@example.org", "Ana Bcc: x@example.org"),
        ("=?utf-8?q?evil=0ABcc=3A_x?=", "=?utf-8?q?evil=0ABcc=3A_x?="),
        ('Ana" <evil@example.org>, "', 'Ana" <evil@example.org>, "'),
        ("O'Brien, Ana (Jr.)", "O'Brien, Ana (Jr.)"),
        ("Luján \u202eevil", "Luján evil"),
        (("Núñez " * 30).strip(), ("Núñez " * 30).strip()),
    ],
)
def test_a_name_is_a_name_whatever_it_holds(name, shown):
    data = draft(name=name)
    message = parsed(data)
    assert set(map(str.casefold, message.keys())) == BENIGN
    (to,) = message["to"].addresses
    assert (" ".join(to.display_name.split()), to.addr_spec) == (shown, "ana@example.org")
    head = data.split(b"\r\n\r\n")[0]
    assert all(len(row) <= 998 and row.isascii() for row in head.split(b"\r\n"))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_and_no_subject_adds_a_header(name, subject):
    data = draft(name=name, subject=line(subject))
    message = parsed(data)
    assert set(map(str.casefold, message.keys())) == BENIGN
    assert [each.addr_spec for each in message["to"].addresses] == ["ana@example.org"]
    # Python's parser puts a space between two encoded words of a name.
    assert squeezed(message["to"].addresses[0].display_name) == squeezed(mail.one_line(name))
    assert squeezed(message["subject"]) == squeezed(mail.one_line(subject or "Letter"))
    assert len(list(message.iter_attachments())) == 1


def test_a_subject_that_looks_encoded_is_shown_as_it_is():
    assert parsed(draft(subject=line("=?utf-8?q?no?=")))["subject"] == "=?utf-8?q?no?="


def test_equal_letters_give_equal_bytes_without_a_date_or_a_sender():
    assert draft() == draft()
    assert {"date", "message-id", "from", "sender"}.isdisjoint(map(str.casefold, parsed(draft()).keys()))


def test_lines_end_as_mail_has_them_and_stay_short():
    data = draft()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 78
