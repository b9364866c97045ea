"""A DOCX as a letter: what its pages show, in the view with all tracked changes accepted, or all rejected.

`read` is enough for the letter; who needs comments, changes, claims and places takes `read_document`, and
`letter_of` for the letter in it.  Opens no file: give the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.docx.reading.letter import letter_of
from letterkit.docx.reading.reading import read_document, read_views

if TYPE_CHECKING:
    from letterkit.docx.reading.document import View
    from letterkit.findings import Finding
    from letterkit.letter.model import Letter

__all__ = ["letter_of", "read", "read_document", "read_views"]


def read(data: bytes, view: View = "accepted") -> tuple[Letter, list[Finding]]:
    """Return the letter that a DOCX shows, and what no letter can hold of it.

    Raises LetterkitError where the file is no DOCX, is damaged, or is not safe to read.
    """
    return letter_of(read_document(data, view))
