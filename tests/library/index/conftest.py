"""What all tests of the index work on: a small store, a cache folder of their own, a clock set by hand."""

import pytest
from tests.library.stores import FILES, write

from letterkit.library.index import signature


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "letterkit" / "stores"


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand: `clock.now` in seconds."""

    class Clock:
        now = 1000.0

    monkeypatch.setattr(signature.time, "monotonic", lambda: Clock.now)
    return Clock


@pytest.fixture
def store(tmp_path):
    return write(tmp_path / "store", FILES)
