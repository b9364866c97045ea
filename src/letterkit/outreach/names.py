"""The formal name of a member of Congress, and short ids made of names, as the public data spell them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

# What stands in quotation marks or brackets inside a name is a nickname.
_NICKNAME = re.compile(r"""\s*(?:"[^"]*"|“[^”]*”|\([^)]*\))""")
# Letters that have no plain form by decomposition.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


def formal(name: Mapping[str, Any]) -> str:
    """Return the official name, else first, middle and last name with suffix; never a nickname."""
    official = text(name, "official_full")
    if not official:
        official = " ".join(filter(None, (text(name, key) for key in ("first", "middle", "last", "suffix"))))
    return one_line(_NICKNAME.sub("", official))


def slug(words: str) -> str:
    """Return words as part of an id: small letters and digits joined by hyphens; empty if none are Latin."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_PLAIN))
    letters = re.sub(r"['’\u0300-\u036f]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def text(mapping: Mapping[str, Any], key: str) -> str:
    """Return a text of the data on one line; empty where there is none."""
    value = mapping.get(key)
    return one_line(value) if isinstance(value, str) else ""


def one_line(value: str) -> str:
    """Return a text without line breaks and doubled spaces."""
    return " ".join(value.split())
