"""Who said it, in front: a claim that ends on its speaker, or has it in the middle, as one that begins with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.lexicon.lookup import other, verb
from letterkit.checks.wording.lexicon.proper import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE: Final = rf"(?:(?:{_MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{4}})"
_VERB: Final = (
    r"(?:said|says|reported|reports|concluded|concludes|found|finds|stated|states|noted|notes|added|adds|warned|"
    r"warns|explained|explains|stressed|recalled|confirmed|confirms|observed|observes|claimed|claims|alleged|wrote)"
)
_NAME: Final = r"[A-Z][\w'/-]+(?: (?:of |for |and |the |on |to |with |at )*[A-Z][\w'/-]*\.?)*"
_SPEAKER: Final = rf"(?:he|she|it|they|the (?:organization|group|report|researchers?)|{_NAME}(?:, {_NAME}(?:'s [^,;:]+)?,)?)"
_WHEN: Final = rf"(?:,? ((?:on|in) {_DATE}),?)?"
_BEHIND: Final = re.compile(rf"^([^\";:]+?), ({_SPEAKER}) (?:has |have |had )?({_VERB}){_WHEN}\.$")
_TURNED: Final = re.compile(rf"^([^\";:]+?), ({_VERB}) ({_NAME}(?:, [^\";:]+?)?){_WHEN}\.$")
_ASIDE: Final = re.compile(rf"^([^\";:]+?), ({_SPEAKER}) ({_VERB}){_WHEN}, ([^\";:]+)\.$")
_FRONT_DATE: Final = re.compile(rf"^[Oo]n {_DATE}$")


def in_front(text: str, beside: str) -> str:
    """Return a sentence with its speaker in front: `On May 4, she said that …`.

    `beside` is the other text; what it writes small is no name at the start of a sentence.
    """
    return next((turned for turned in _turned(text, beside)), text)


def _turned(text: str, beside: str) -> Iterator[str]:
    if found := _BEHIND.match(text):
        said, speaker, act, when = found.groups()
        yield _said(speaker, act, when, lowered(said, beside))
    if found := _TURNED.match(text):
        said, act, speaker, when = found.groups()
        yield _said(speaker + ("," if "," in speaker else ""), act, when, lowered(said, beside))
    if found := _ASIDE.match(text):
        first, speaker, act, when, rest = found.groups()
        if _FRONT_DATE.match(first):
            return  # `On May 4, she said, …`: she said it then
        yield _said(speaker, act, when, f"{lowered(first, beside)}{_joint(first)}{rest}")


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
