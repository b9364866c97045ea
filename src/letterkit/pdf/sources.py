"""The sources that a letter still cites, as CSL-JSON: those of its record whose note still stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from letterkit.letter.model import Letter, Link, Note, plain, walk

# What a citation has; whatever else somebody wrote into a record stays out of the PDF.
_KEYS = (
    "id", "type", "title", "title-short", "author", "container-title", "publisher", "genre", "number",
    "recipient", "issued", "accessed", "language", "URL",
)  # fmt: skip
_WORD = re.compile(r"\w+")


def still_cited(letter: Letter) -> list[dict[str, Any]]:
    """Return the CSL items of the letter's record that a note cites, by address or by title and year."""
    items = letter.record.get("csl")
    known = [each for each in items if isinstance(each, dict)] if isinstance(items, list | tuple) else []
    cited = (each for each in known if any(_cites(note, each) for note in letter.notes))
    return [{key: each[key] for key in _KEYS if key in each} for each in cited]


def _cites(note: Note, item: Mapping[str, Any]) -> bool:
    links = {part.url for part in walk(note.content) if isinstance(part, Link)}
    text = _words(plain(part for part in note.content if not isinstance(part, Link)))
    return str(item.get("URL")) in links or (_year(item) in text.split() and _is_named(item, text))


def _is_named(item: Mapping[str, Any], text: str) -> bool:
    """Say whether words name a work: by a title, or as the letter to somebody."""
    titles = [_words(str(item.get(key) or "")) for key in ("title", "title-short")]
    return any(f" {title} " in f" {text} " for title in titles if title) or _is_letter(item, text)


def _is_letter(item: Mapping[str, Any], text: str) -> bool:
    people = item.get("recipient")
    named = [each for each in people if isinstance(each, dict)] if isinstance(people, list) else []
    names = [words[-1] for each in named if (words := _words(str(each.get("literal", ""))).split())]
    return any(re.search(rf"\bletter to (?:\w+ ){{0,4}}{name}\b", text) for name in names)


def _year(item: Mapping[str, Any]) -> str:
    try:
        return str(item["issued"]["date-parts"][0][0])
    except (KeyError, IndexError, TypeError):
        return ""


def _words(text: str) -> str:
    """Return the words of a text with one space between them, so that typography does not count."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
