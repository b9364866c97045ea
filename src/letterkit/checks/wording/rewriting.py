"""Rules that put one way of writing for another, each tried only where a text has the signs that it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

Replacement = str | Callable[[re.Match[str]], str]


class Rewriting(NamedTuple):
    """A pattern and what is put in its place; every match holds one of the lower-case `signs`."""

    signs: tuple[str, ...]
    pattern: str
    to: Replacement
    flags: re.RegexFlag = re.NOFLAG


def rewritten(text: str, rules: Iterable[Rewriting]) -> str:
    """Return the text after every rule, in their order."""
    low = text.lower()
    for rule in rules:
        if any(sign in low for sign in rule.signs):
            text = _compiled(rule.pattern, rule.flags).sub(rule.to, text)
            low = text.lower()
    return text


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
