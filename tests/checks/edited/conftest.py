"""The starter library as the check of edited letters asks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.checks.edited.applied import LETTERS

from letterkit.checks.edited.shelf import Shelf, shelf
from letterkit.docx.record import read
from letterkit.library.disk.locate import starter
from letterkit.library.load import load


@pytest.fixture(scope="session")
def starters() -> Shelf:
    """Return the starter library with the words that its claims had when the frozen letters were drafted."""
    library, _ = load(starter())
    known = shelf(library)
    claims = dict(known.claims)
    for name, text in _printed():
        if name in claims:
            claims[name] = claims[name]._replace(texts=(*claims[name].texts, text))
    return replace(known, claims=claims)


def _printed() -> Iterator[tuple[str, str]]:
    for letter in sorted(LETTERS.glob("*.docx")):
        record = read(letter.read_bytes())
        assert record is not None
        yield from ((use["id"], use["text"]) for use in record["claims"])
