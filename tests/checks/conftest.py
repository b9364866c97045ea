"""Letters drafted from the starter library, each made once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from letterkit.checks.drafted import Drafted
from letterkit.drafting.brief import brief
from letterkit.drafting.draft import draft_letter
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load
from letterkit.library.originals import Originals

DAYS = ("2020-10-21", "2020-10-30", "2021-02-01")


@cache
def _drafted(day: str) -> Drafted:
    library, _ = load(starter())
    asked = brief(library, to="state-dept", topic="cluster-munitions", day=date.fromisoformat(day))
    draft = draft_letter(library, asked, template_source(starter()))
    return Drafted(library, draft, Originals(starter()))


@pytest.fixture(params=DAYS)
def each_draft(request: pytest.FixtureRequest) -> Drafted:
    return _drafted(request.param)


@pytest.fixture
def draft() -> Drafted:
    return _drafted("2021-02-01")


@pytest.fixture
def first_draft() -> Drafted:
    return _drafted("2020-10-21")


@pytest.fixture
def drafted_on() -> Callable[[str], Drafted]:
    return _drafted
