"""Refuses XML that declares entities, before a parser sees it: no bomb, file or address is ever expanded."""

from __future__ import annotations

import re

from letterkit.errors import LetterkitError

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def prolog(text: str) -> tuple[str, str]:
    """Return what stands before the first element, without comments, and that element's local name."""
    bare = _COMMENT.sub("", text)
    root = _ROOT.search(bare)
    return (bare[: root.start()], root[1]) if root else (bare, "")


def refuse_entities(text: str) -> None:
    """Raise LetterkitError when an XML document declares entities of its own."""
    if re.search(r"<!ENTITY", prolog(text)[0]):
        raise LetterkitError(
            "the document declares XML entities, which can hide files, addresses or endless text",
            "a feed or a Word file needs none: get it again from its publisher",
        )
