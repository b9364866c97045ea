"""The starter library as the check of edited letters asks it."""

from __future__ import annotations

import pytest

from letterkit.checks.edited.shelf import Shelf, shelf
from letterkit.library.load import load
from letterkit.library.locate import starter


@pytest.fixture(scope="session")
def starters() -> Shelf:
    library, _ = load(starter())
    return shelf(library)
