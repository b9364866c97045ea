"""The stores that the benchmarks make obey every rule, whatever their size."""

import importlib.util
from pathlib import Path

import pytest

from letterkit.checks.rules import check_store
from letterkit.checks.store import Store
from letterkit.library.load import read
from letterkit.library.originals import Originals
from letterkit.library.texts import template_source

FOLDER = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def stores():
    spec = importlib.util.spec_from_file_location("stores", FOLDER / "stores.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_made_store_has_the_claims_asked_for_and_nothing_wrong_in_it(stores, tmp_path):
    root = stores.write(tmp_path / "store", 600, sources=12)
    library, findings = read(root)
    assert findings == []
    assert len(library.claims) == 600
    assert sum(name.startswith("made-up-report") for name in library.sources) == 12
    assert check_store(Store(library, Originals(root), template_source(root))) == []


def test_the_same_numbers_make_the_same_store(stores, tmp_path):
    one, other = (read(stores.write(tmp_path / name, 580, sources=4))[0] for name in ("a", "b"))
    assert (one.claims, one.sources) == (other.claims, other.sources)
