"""Who said it, in front: a claim with its speaker at the end or in the middle as one that begins with it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.lookup import other, verb
from letterkit.checks.wording.lexicon.proper import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE: Final = rf"(?:(?:{_MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{4}})"
_ACTS: Final = (
    "said", "say", "report", "conclude", "found", "finds", "state", "note", "added", "adds", "warn",
    "explain", "stressed", "recalled", "confirm", "observe", "claim", "alleged", "wrote",
)  # fmt: skip
_VERB: Final = rf"(?:{'|'.join(_ACTS)})(?:s|d|ed|ned)?"
_NAME: Final = r"[A-Z][\w'/-]+(?: (?:of |for |and |the |on |to |with |at )*[A-Z][\w'/-]*\.?)*"
_THOSE: Final = (
    r"(?:the )?(?:[a-z-]+ ){0,4}(?:authorities|officials|residents|witnesses|survivors|interviewees|experts|"
    rf"relatives|activists|journalists|lawyers|doctors|villagers)(?: (?:of|in|from) {_NAME})?"
)
_SPEAKER: Final = (
    rf"(?:he|she|it|they|the (?:organization|group|report|researchers?)|{_THOSE}|"
    rf"{_NAME}(?:, {_NAME}(?:'s [^,;:]+)?,)?)"
)
_WHEN: Final = rf"(?:,? ((?:on|in) {_DATE}),?)?"
_BEHIND: Final = rf"^([^;:]+?), ({_SPEAKER}) (?:has |have |had )?({_VERB}){_WHEN}\.$"
_TURNED: Final = rf"^([^;:]+?), ({_VERB}) ({_NAME}(?:, [^\";:]+?)?){_WHEN}\.$"
_ASIDE: Final = rf"^([^;:]+?), ({_SPEAKER}) ({_VERB}){_WHEN}, ([^;:]+)\.$"
_QUOTED: Final = rf'," (?:{_VERB}) [A-Z]|," {_SPEAKER} {_VERB}'
_FRONT_DATE: Final = rf"^(?:[Oo]n|[Ii]n) (?:{_DATE}|(?:{_MONTH})(?: \d{{1,2}})?|\d{{4}})$"


def in_front(text: str, beside: str) -> str:
    """Return a sentence with its speaker in front: `On May 4, she said that …`.

    `beside` is the other text; what it writes small is no name at the start of a sentence.
    """
    if not any(f" {act}" in text for act in _ACTS):
        return text
    return next((turned for turned in _turned(text, beside)), text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern where it is first needed: most letters are not edited."""
    return re.compile(pattern)


def _turned(text: str, beside: str) -> Iterator[str]:
    text = text.replace(',"', '",') if _compiled(_QUOTED).search(text) else text
    if (found := _compiled(_BEHIND).match(text)) and not _is_speech(found[1]):
        said, speaker, act, when = found.groups()
        yield _said(speaker, act, when, lowered(said, beside))
    if (found := _compiled(_TURNED).match(text)) and not _is_speech(found[1]):
        said, act, speaker, when = found.groups()
        yield _said(speaker + ("," if "," in speaker else ""), act, when, lowered(said, beside))
    # `On May 4, she said, …`: she said it then, which is another thing than what follows
    if (
        (found := _compiled(_ASIDE).match(text))
        and not _is_speech(found[1])
        and not _compiled(_FRONT_DATE).match(found[1])
    ):
        first, speaker, act, when, rest = found.groups()
        yield _said(speaker, act, when, f"{lowered(first, beside)}{_joint(first)}{rest}")


def _is_speech(words: str) -> bool:
    """Say whether words are what somebody said as it was said, or a part of it."""
    return words.startswith('"') or words.count('"') % 2 == 1


def _joint(first: str) -> str:
    return ", " if re.match(r"(?:As of|In|During|By|Since|Until|After|Before|Under) ", first) else " "


def _said(speaker: str, act: str, when: str | None, what: str) -> str:
    start = f"On {when[3:]}, {speaker}" if when else f"{speaker[:1].upper()}{speaker[1:]}"
    return f"{start} {act} that {what}."


def lowered(words: str, beside: str) -> str:
    """Return a sentence with its first word small, unless it is a name."""
    first = re.match(r"[\w'-]+", words)
    if first is None or first[0] in NAMES:
        return words
    low = first[0].lower()
    known = low in functions.SMALL or verb(low) or other(low) or re.search(rf"\b{re.escape(low)}\b", beside)
    return low + words[first.end() :] if known else words
