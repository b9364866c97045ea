"""Whether a draft's words are plain: acronyms expanded, no emotive adjective in our own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterkit.checks.drafted import Drafted, one_line
from letterkit.checks.words import own_words
from letterkit.findings import Finding, Place
from letterkit.letter.model import Claim, Line, block_lines, plain

_ACRONYM = re.compile(r"(?<![\w“-])[A-Z]{2,6}(?:/[A-Z]{2,6})*(?=s?\b)(?![\w-])")
# Read as words or names by every reader of these letters, or no acronyms at all.
_KNOWN = frozenset(["EU", "EXTRA", "NATO", "NSO", "SCUD", "TV", "UK", "UN", "US", "USA", "II", "III", "IV"])
_EMOTIVE = re.compile(
    r"\b(?:appalling|atrocious|barbar(?:ic|ous)|bloodthirsty|brutal|callous|cowardly|cruel|despicable|"
    r"disgraceful|disgusting|dreadful|evil|ghastly|gruesome|heinous|hideous|horr(?:endous|ible|ific|ifying)|"
    r"innocent|merciless|monstrous|outrageous|reckless|relentless|ruthless|savage|senseless|shameful|shocking|"
    r"sickening|terrible|terrifying|unconscionable|unspeakable|vicious|vile|wanton|wicked)(?:ly)?\b",
    re.IGNORECASE,
)
# What a claim of these says is somebody else's word, and the sentence names who.
_ANOTHERS_WORD = ("opinion", "call", "legal-finding", "testimony", "reported", "widely-believed")


def acronyms_are_expanded(drafted: Drafted) -> Iterator[Finding]:
    """Yield acronyms whose first use does not stand in brackets behind what they stand for."""
    seen = set(_KNOWN)
    for number, text in drafted.paragraphs():
        for match in _ACRONYM.finditer(text):
            if match[0] in seen:
                continue
            seen.add(match[0])
            if not text[: match.start()].endswith("(") and not text[match.end() :].startswith(" ("):
                message = f"“{match[0]}” is not expanded at its first use"
                hint = f"write it out, then “({match[0]})”, or do without it"
                yield Finding("acronym", "warning", message, Place(paragraph=number), hint)


def our_voice_is_sober(drafted: Drafted) -> Iterator[Finding]:
    """Yield adjectives that feel for the reader, outside of quotation marks and of what others said."""
    for number, line in enumerate(block_lines(drafted.draft.letter.body), 1):
        for match in _EMOTIVE.finditer(own_words(_ours(drafted, line))):
            message = f"“{match[0]}” is an emotive word in our own voice"
            hint = "say what happened; or quote who calls it so"
            yield Finding("emotive", "warning", message, Place(paragraph=number), hint)


def _ours(drafted: Drafted, line: Line) -> str:
    """Return the words of a paragraph that the letter says itself."""
    return one_line(
        plain(part for part in line if not (isinstance(part, Claim) and _anothers(drafted, part)))
    )


def _anothers(drafted: Drafted, part: Claim) -> bool:
    stored = drafted.library.claims.get(part.id)
    return stored is not None and stored.certainty in _ANOTHERS_WORD
