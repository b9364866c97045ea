from datetime import date

from letterkit.library.sent import SentFile, SentLetter
from letterkit.outreach.ics import write


def letter(to="mayor", **keys):
    known = {"name": f"The {to}", "topic": "mines", "date": date(2026, 7, 10), "sent": date(2026, 7, 11)}
    files = (SentFile(name="a.docx", sha256="0" * 64),)
    return SentLetter(**{"to": to, "files": files, "follow_up": date(2026, 7, 25), **known, **keys})


def unfolded(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_a_day_to_follow_up_is_one_entry_for_all_its_letters():
    rows = unfolded(write([letter("b"), letter("a"), letter("c", follow_up=None)]))
    assert rows[0] == "BEGIN:VCALENDAR"
    assert rows.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20260725" in rows
    assert "DTEND;VALUE=DATE:20260726" in rows
    assert "DTSTAMP:20260711T000000Z" in rows
    assert "SUMMARY:Follow up on mines: 2 letters" in rows
    assert r"DESCRIPTION:Letter of July 10\, 2026\, sent July 11\, 2026\, to:\nThe a\nThe b" in rows


def test_other_days_and_topics_are_entries_of_their_own():
    data = write([letter(), letter(topic="water"), letter(follow_up=date(2026, 8, 1))])
    assert unfolded(data).count("BEGIN:VEVENT") == 3
    assert len({row for row in unfolded(data) if row.startswith("UID:")}) >= 2


def test_lines_are_short_and_no_character_is_cut():
    data = write([letter(name="Ambassadør Þórr 🕊 " * 20)])
    assert all(len(row) <= 75 for row in data.split(b"\r\n"))
    assert all(row.decode() is not None for row in data.split(b"\r\n"))


def test_what_divides_values_is_escaped_and_control_characters_are_left_out():
    rows = unfolded(write([letter(name="A;B,C\\D\x07\r\nEND:VEVENT")]))
    assert rows.count("END:VEVENT") == 1
    assert r"SUMMARY:Follow up on mines: A\;B\,C\\D\nEND:VEVENT" in rows


def test_equal_letters_give_equal_bytes_in_any_order():
    letters = [letter("a"), letter("b"), letter("c")]
    assert write(letters) == write(reversed(letters))
    empty = b"BEGIN:VCALENDAR VERSION:2.0 PRODID:-//letterkit//outreach//EN CALSCALE:GREGORIAN END:VCALENDAR "
    assert write([]) == empty.replace(b" ", b"\r\n")
