"""The starter library, read once, and letters drafted from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from letterkit.drafting.brief import brief
from letterkit.drafting.composition import Draft
from letterkit.drafting.draft import draft_letter
from letterkit.findings import has_errors
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load
from letterkit.library.store import Library


@cache
def starter_library() -> Library:
    library, findings = load(starter())
    assert not has_errors(findings), findings
    return library


@cache
def _drafted(day: str, **asked: Any) -> Draft:
    library = starter_library()
    wanted = {"to": "state-dept", "topic": "cluster-munitions", **asked}
    return draft_letter(
        library, brief(library, day=date.fromisoformat(day), **wanted), template_source(starter())
    )


@pytest.fixture(scope="session")
def library() -> Library:
    return starter_library()


@pytest.fixture(scope="session")
def drafted() -> Callable[..., Draft]:
    return _drafted
