"""Keep the work of a template within bounds, so that one from a stranger ends: soon, and with a reason.

A letter needs some hundred steps and a few thousand characters.  Counted are rounds of loops, calls and
templates that are opened; measured are the texts and lists that a template makes, and what it prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from typing import Any

from jinja2.exceptions import SecurityError

MOST_STEPS = 20_000
MOST_CHARACTERS = 200_000  # of one text, and items of one list
# What makes texts of any length at a stroke, and no letter needs.
GROWING_FILTERS = ("batch", "center", "format", "indent", "slice", "wordwrap")
GROWING_METHODS = frozenset({
    "center", "expandtabs", "join", "ljust", "replace", "rjust", "translate", "zfill",
})  # fmt: skip
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:\d{3}|\*)|\{[^{}]*:")


class Budget:
    """The steps that one rendering may still take; raises SecurityError when they are used up."""

    def __init__(self) -> None:
        self.steps = MOST_STEPS

    def spend(self, steps: int = 1) -> None:
        """Take steps away."""
        self.steps -= steps
        if self.steps < 0:
            raise SecurityError(f"the template goes on and on: more than {MOST_STEPS} steps")

    def rounds(self, items: Iterable[Any]) -> list[Any]:
        """Return the items of a loop, each of them a step."""
        listed = list(islice(iter(items), self.steps + 1))
        self.spend(len(listed))
        return listed

    def printed(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield what a template prints, as long as it is no more than a letter can hold."""
        length = 0
        for piece in pieces:
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise SecurityError(f"the template prints more than {MOST_CHARACTERS} characters")
            yield piece


def bounded(value: Any) -> Any:
    """Return a text or list that is not too long."""
    if isinstance(value, str | list | tuple) and len(value) > MOST_CHARACTERS:
        raise SecurityError(f"the template makes a {type(value).__name__} of {len(value)} items")
    return value


def narrow(pattern: Any) -> None:
    """Refuse a pattern of formatting that says how wide its result is to be."""
    if isinstance(pattern, str) and _WIDE.search(pattern):
        raise SecurityError("templates print no text of a given width")


def replacing(replace: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter `replace` for results that are not too long."""

    @wraps(replace)
    def filtered(context: Any, text: Any, old: str, new: str, count: int | None = None) -> Any:
        made = len(str(text)) + str(text).count(str(old)) * len(str(new))
        if made > MOST_CHARACTERS:
            raise SecurityError(f"the template makes a text of {made} characters")
        return replace(context, text, old, new, count)

    return filtered


def joining(join: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter `join` for results that are not too long."""

    @wraps(join)
    def filtered(context: Any, items: Iterable[Any], between: str = "", attribute: Any = None) -> Any:
        listed = list(islice(iter(items), MOST_CHARACTERS + 1))
        made = len(listed) * len(str(between)) + sum(len(str(item)) for item in listed)
        if made > MOST_CHARACTERS:
            raise SecurityError(f"the template makes a text of {made} characters")
        return join(context, listed, between, attribute)

    return filtered
