"""Reads plain text: paragraphs by blank lines; what it does not say about itself stays unknown."""

from __future__ import annotations

import re

from letterkit.archive.about.names import index_number, printed_days
from letterkit.archive.model import About, Work
from letterkit.archive.paragraphs.classify import classify
from letterkit.archive.paragraphs.split import anchored, paragraphs
from letterkit.archive.raw.decode import decode_plain
from letterkit.errors import LetterkitError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LONGEST_TITLE = 250
_TOP = 8  # paragraphs among which a text gives its title, number and date


def read_text(document: bytes) -> list[Work]:
    """Return the text as one work; its first paragraph, where that is short, may be the title."""
    text, remarks = decode_plain(document)
    if _CONTROL.search(text):
        raise LetterkitError(
            "the document is no plain text: it holds control characters", "of what kind is the file?"
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    blocks = anchored(classify(paragraphs(text)), text)
    top = [block.text for block in blocks[:_TOP]]
    title = " ".join(top[0].split()) if top else ""
    about = About(
        number=index_number(top),
        likely_title=title if 0 < len(title) <= _LONGEST_TITLE else None,
        seen_dates=printed_days(top),
        remarks=remarks,
    )
    return [Work(None, "", None, tuple(blocks), about=about)] if blocks else []
