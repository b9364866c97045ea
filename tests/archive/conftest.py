from pathlib import Path

import pytest

from letterkit.archive import Archive, Work

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seeds() -> Archive:
    return Archive(ROOT / "seeds")


@pytest.fixture(scope="session")
def feed(seeds: Archive) -> list[Work]:
    return list(seeds.works("amnesty-azerbaijan-feed.txt").values())
