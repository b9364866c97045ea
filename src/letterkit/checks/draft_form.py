"""Whether a draft has every part of a letter, asks that hold, and the length of two pages."""

from __future__ import annotations

from collections.abc import Iterator

from letterkit.checks.drafted import Drafted, one_line
from letterkit.checks.parts import missing_parts
from letterkit.checks.words import split_sentences
from letterkit.findings import Finding, Place
from letterkit.letter.model import ListBlock, Placeholder, body_words, letter_lines, plain, walk

# The promises themselves, not what drafting takes them to be: a check that shares a mistake finds none.
HOLDER_DAYS = 30
FEWEST_ASKS, FEWEST_ASKS_UN, MOST_ASKS = 3, 2, 5
FEWEST_WORDS, MOST_WORDS = 450, 850
LONGEST_OPENING = 70
LONGEST_SENTENCE = 60


def placeholders_are_named(drafted: Drafted) -> Iterator[Finding]:
    """Yield one warning that names everything that somebody must still fill in."""
    parts = (part for line in letter_lines(drafted.draft.letter) for part in walk(line))
    open_ones = dict.fromkeys(part.text for part in parts if isinstance(part, Placeholder))
    if open_ones:
        hint = "fill them in before sending; names and addresses live in facts/senders and facts/recipients"
        yield Finding("placeholder", "warning", f"to be filled in: {', '.join(open_ones)}", hint=hint)


def parts_are_present(drafted: Drafted) -> Iterator[Finding]:
    """Yield the parts that a letter cannot go without."""
    for name in missing_parts(drafted.draft.letter):
        hint = "see the sender, the office and its form of address, and the template"
        yield Finding("missing-part", "error", f"the letter has no {name}", hint=hint)


def holders_are_in_office(drafted: Drafted) -> Iterator[Finding]:
    """Yield a name on the page whose bearer no source shows in the office around the letter's date."""
    page = "\n".join(plain(line) for lines in drafted.draft.letter.addressees for line in lines)
    for holder in drafted.draft.brief.recipient.holders:
        near = (abs((seen - drafted.day).days) <= HOLDER_DAYS for seen in holder.seen)
        serves = (term.start <= drafted.day <= term.end for term in holder.terms)
        if holder.name in page and not any((*near, *serves)):
            message = f"no source shows {holder.name} in office within {HOLDER_DAYS} days of {drafted.day}"
            hint = "address the office, or add the day and its source to facts/recipients"
            yield Finding("holder-out-of-office", "error", message, hint=hint)


def asks_are_few_and_hold(drafted: Drafted) -> Iterator[Finding]:
    """Yield too few or too many asks, and asks outside their validity."""
    asks, audience = drafted.draft.selection.asks, drafted.draft.brief.recipient.audience
    fewest = FEWEST_ASKS_UN if audience.startswith("un-") else FEWEST_ASKS
    if not fewest <= len(asks) <= MOST_ASKS:
        message = f"the letter has {len(asks)} asks; {fewest} to {MOST_ASKS} can be acted on"
        yield Finding(
            "ask-count", "error", message, hint="see `letterkit topics show` for the asks and their validity"
        )
    for ask in asks:
        if (ask.valid_from and drafted.day < ask.valid_from) or (
            ask.valid_until and ask.valid_until < drafted.day
        ):
            message = f"the ask '{ask.id}' does not hold on {drafted.day}"
            yield Finding(
                "ask-expired", "error", message, hint="take it out, or review its validity in facts/topics"
            )


def asks_are_printed(drafted: Drafted) -> Iterator[Finding]:
    """Yield asks that the template left out of the letter's list."""
    lists = (block for block in drafted.draft.letter.body if isinstance(block, ListBlock))
    items = [one_line(plain(item)) for block in lists for item in block.items]
    for ask in drafted.draft.selection.asks:
        if not any(item.startswith(one_line(ask.text)) for item in items):
            message = f"the letter does not print the ask '{ask.id}'"
            yield Finding(
                "ask-missing", "error", message, hint="let the template's block 'asks' print every ask"
            )


def length_fits_two_pages(drafted: Drafted) -> Iterator[Finding]:
    """Yield a body that is too short to persuade or too long to be read."""
    words = body_words(drafted.draft.letter)
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        message = (
            f"the letter has {words} words between salutation and close, not {FEWEST_WORDS} to {MOST_WORDS}"
        )
        yield Finding(
            "length", "warning", message, hint="--include or --exclude claims, or change 'words' of the topic"
        )


def opening_is_short(drafted: Drafted) -> Iterator[Finding]:
    """Yield an opening paragraph that keeps the reader from the matter."""
    first = next((text for _, text in drafted.paragraphs()), "")
    words = len(first.split())
    if words > LONGEST_OPENING:
        message = f"the opening has {words} words, more than {LONGEST_OPENING}"
        hint = "shorten the wording of the topic or the occasion's phrase"
        yield Finding("opening-length", "warning", message, Place(paragraph=1), hint)


def sentences_are_short(drafted: Drafted) -> Iterator[Finding]:
    """Yield sentences that nobody reads in one breath."""
    for number, text in drafted.paragraphs():
        for sentence in split_sentences(text):
            words = len(sentence.split())
            if words > LONGEST_SENTENCE:
                message = f"a sentence has {words} words, more than {LONGEST_SENTENCE}: “{sentence[:60]} …”"
                place = Place(paragraph=number)
                yield Finding("sentence-length", "warning", message, place, "make two of it")
