"""Turns archived originals into works with quotable text, and finds quotes in them.

The readers are loaded when one of them is asked for: who looks at what was read does without them.
"""

from typing import TYPE_CHECKING

from letterkit.archive.folder import Archive
from letterkit.archive.mask import mask
from letterkit.archive.matching.explain import explain
from letterkit.archive.matching.fold import Folded, fold
from letterkit.archive.matching.match import find, places
from letterkit.archive.matching.verdict import Difference, Nearest, Passage, Reason, Status, Verdict
from letterkit.archive.model import Block, Kind, Work
from letterkit.archive.pins import Pins, pins, sha256, text_sha256

if TYPE_CHECKING:
    from letterkit.archive.reading.readers import READERS, Reader, read, sniff, works

_OF_THE_READERS = ("READERS", "Reader", "read", "sniff", "works")

__all__ = [
    "READERS",
    "Archive",
    "Block",
    "Difference",
    "Folded",
    "Kind",
    "Nearest",
    "Passage",
    "Pins",
    "Reader",
    "Reason",
    "Status",
    "Verdict",
    "Work",
    "explain",
    "find",
    "fold",
    "mask",
    "pins",
    "places",
    "read",
    "sha256",
    "sniff",
    "text_sha256",
    "works",
]


def __getattr__(name: str) -> object:
    if name not in _OF_THE_READERS:
        raise AttributeError(f"letterkit.archive has no {name}")
    from letterkit.archive.reading import readers

    found: object = getattr(readers, name)
    return found
