"""Rules about the edited letter as a whole: its parts, its addressee, its sides, what is left open in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.checks.edited.case import Case
from letterkit.checks.edited.citing import days_in
from letterkit.checks.parts import missing_parts
from letterkit.findings import Finding, Place
from letterkit.letter.model import Link, Placeholder, Text, letter_lines, plain, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from letterkit.checks.edited.shelf import KnownHolder, KnownTopic
    from letterkit.checks.edited.uses import Use
    from letterkit.letter.model import Line

_DAYS: Final = 30  # how long a source shows somebody in an office
# Words in brackets, but for those that editors put into quotations; signs that stand for what is not known.
_OPEN: Final = re.compile(
    r"\[(?!sic\b|emphasis|\.\.\.|…|[A-Za-z]{1,2}\])[^\[\]]+\]|\b(?:X{3,}|TK(?:TK)?|TB[ACD])\b|_{3,}|\?{3,}"
)
_CONDUCT: Final = ("evidence", "pattern", "testimony")


def placeholders_are_filled(case: Case) -> Iterator[Finding]:
    """Yield one error that names everything that somebody must still fill in."""
    letter = case.page.letter
    content = [*letter_lines(letter), *(note.content for note in letter.notes)]
    blanks = [part.text for line in content for part in walk(line) if isinstance(part, Placeholder)]
    blanks += [words for line in content for words in _left_open(line)]
    drafted = " ".join(use.was for use in case.uses)
    blanks += [words for use in case.standing for words in _OPEN.findall(use.now) if words not in drafted]
    if blanks:
        hint = "fill them in; names and addresses live in facts/senders and facts/recipients"
        message = f"to be filled in: {', '.join(dict.fromkeys(blanks))}"
        yield Finding("placeholder", "error", message, hint=hint)


def _left_open(line: Line) -> list[str]:
    """Return what is written like a placeholder; claims may hold what they quote."""
    return [
        words for part in line if isinstance(part, Text | Link) for words in _OPEN.findall(plain((part,)))
    ]


def parts_are_present(case: Case) -> Iterator[Finding]:
    """Yield the parts that a letter cannot go without."""
    for name in missing_parts(case.page.letter):
        yield Finding("missing-part", "error", f"the letter has no {name}", hint="put it back")


def date_can_be_read(case: Case) -> Iterator[Finding]:
    """Yield an error where the dateline names no day, since the date rules cannot be asked then."""
    if case.page.letter.date and case.page.day is None:
        hint = "write it like October 21, 2020"
        yield Finding("date-unreadable", "error", "the dateline names no day", hint=hint)


def later_pages_say_the_same(case: Case) -> Iterator[Finding]:
    """Yield a warning where the head of the later pages has another day than the dateline."""
    days = [day for line in case.page.letter.running for day in days_in(line)]
    if case.page.day is not None and days and case.page.day not in days:
        day = f"{days[0]:%B} {days[0].day}, {days[0].year}"
        message = f"the head of the later pages says {day}; the dateline does not"
        yield Finding("head-differs", "warning", message, hint="write the same day in both")


def holders_are_in_office(case: Case) -> Iterator[Finding]:
    """Yield names on the page whose bearer no source shows in the office around the letter's date."""
    day, office = case.page.day, case.office
    if day is None or office is None:
        return
    named = [holder for holder in office.holders if holder.name in case.address]
    for holder in named:
        if not _serves(holder, day):
            message = f"no source shows {holder.name} in office within {_DAYS} days of {day}"
            hint = "address the office, or add the day and its source to facts/recipients"
            yield Finding("holder-out-of-office", "error", message, hint=hint)
    if not named and _names_somebody(case.address):
        message = "the library does not know the addressee in this office"
        hint = "see that the name is right, or add the holder with a source to facts/recipients"
        yield Finding("holder-unknown", "warning", message, hint=hint)


def _serves(holder: KnownHolder, day: date) -> bool:
    near = any(abs((shown - day).days) <= _DAYS for shown in holder.days)
    return near or any(first <= day <= last for first, last in holder.terms)


def _names_somebody(address: str) -> bool:
    first = address.splitlines()[0] if address else ""
    return first.startswith(
        (
            "The Honorable",
            "Mr.",
            "Ms.",
            "Mrs.",
            "Dr.",
            "H.E.",
            "His Excellency",
            "Her Excellency",
            "Ambassador",
        )
    )


def every_side_is_covered(case: Case) -> Iterator[Finding]:
    """Yield the sides of a conflict that the letter no longer holds evidence about."""
    topic = case.topic
    if topic is None or not topic.conflict or topic.one_sided:
        return
    for party in topic.parties:
        name = case.shelf.parties.get(party, party)
        if not any(_is_about(case, use, party) for use in case.standing):
            message = f"the letter holds no evidence about {name}"
            yield Finding(
                "one-sided", "error", message, hint="put a claim about it back, or draft anew with --include"
            )
        elif _lost_all_of_its_own(case, topic, party):
            message = f"all that is held against {name} alone is gone"
            yield Finding(
                "side-thin", "warning", message, hint="see that the letter is still fair to both sides"
            )


def _is_about(case: Case, use: Use, party: str) -> bool:
    known = case.shelf.claims.get(use.id)
    return known is not None and known.role in _CONDUCT and party in known.parties


def _lost_all_of_its_own(case: Case, topic: KnownTopic, party: str) -> bool:
    """Say whether no claim about the subject itself is left that holds one side alone responsible."""
    known = ((use, case.shelf.claims[use.id]) for use in case.uses if _is_about(case, use, party))
    own = [
        use for use, claim in known if claim.parties == (party,) and set(claim.topics) & set(topic.draws_on)
    ]
    return bool(own) and not any(use.stands for use in own)


def denials_are_told(case: Case) -> Iterator[Finding]:
    """Yield what a party said to the accusations, where it was taken out of the letter."""
    for use in case.uses:
        known = case.shelf.claims.get(use.id)
        if known is not None and known.role == "response" and not use.stands:
            message = f"what a party says to it is gone: {use.id}"
            hint = "put the denial back, or see that no violation is alleged"
            yield Finding("denial-gone", "warning", message, Place(), hint, use.id)
