import os

import pytest
from tests.checks.stores import feed, library

from letterkit.errors import LetterkitError
from letterkit.library.claims.place import Change, added, position
from letterkit.library.load import load
from letterkit.library.originals import Originals

TEXT = "Rain fell at one. Snow fell at two. Hail fell at three. Fog came at four."


def opened(root):
    store, findings = load(root)
    assert findings == []
    return store, Originals(root)


def claim(store, name: str, *quotes: str):
    first = next(iter(store.claims.values()))
    return first.model_copy(update={"id": name, "quotes": quotes})


@pytest.fixture
def root(tmp_path):
    return library(
        tmp_path, {"id": "snow", "quotes": ["Snow fell"]}, {"id": "fog", "quotes": ["Fog came"]}, text=TEXT
    )


def order(change: Change) -> list[str]:
    return [line.split("id: ")[1] for line in change.data.decode().splitlines() if "id: " in line]


def test_a_claim_goes_where_its_words_stand_in_the_source(root):
    store, originals = opened(root)
    new = [
        claim(store, "hail", "Hail fell"),
        claim(store, "rain", "Rain fell"),
        claim(store, "end", "at four"),
    ]
    change = added(store, originals, "watch-2020", new, {each.id: f"- id: {each.id}\n" for each in new})
    assert order(change) == ["rain", "snow", "hail", "fog", "end"]


def test_the_longest_quote_says_where_a_claim_stands(root):
    store, originals = opened(root)
    assert position(store, originals, claim(store, "x", "Rain", "Hail fell at three"))[1] == TEXT.index(
        "Hail"
    )
    assert position(store, originals, claim(store, "x", "not there")) is None


def test_a_claim_whose_words_are_not_found_goes_last(root):
    store, originals = opened(root)
    new = [claim(store, "gone", "not there")]
    assert order(added(store, originals, "watch-2020", new, {"gone": "- id: gone\n"})) == [
        "snow",
        "fog",
        "gone",
    ]


def test_the_order_of_a_file_that_has_none_is_disturbed_the_least(tmp_path):
    root = library(
        tmp_path,
        {"id": "fog", "quotes": ["Fog came"]},
        {"id": "rain", "quotes": ["Rain fell"]},
        {"id": "hail", "quotes": ["Hail fell"]},
        text=TEXT,
    )
    store, originals = opened(root)
    change = added(
        store, originals, "watch-2020", [claim(store, "snow", "Snow fell")], {"snow": "- id: snow\n"}
    )
    assert order(change) == ["fog", "rain", "snow", "hail"]


def test_a_source_without_claims_gets_a_file(root):
    store, originals = opened(root)
    (root / "facts" / "claims" / "watch-2020.yaml").unlink()
    change = added(
        store, originals, "watch-2020", [claim(store, "hail", "Hail fell")], {"hail": "- id: hail\n"}
    )
    assert change.path == root / "facts" / "claims" / "watch-2020.yaml"
    assert change.data == b"source: watch-2020\nclaims:\n  - id: hail\n"
    assert change.before is None


def test_a_byte_order_mark_stays(root):
    path = root / "facts" / "claims" / "watch-2020.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    store, originals = opened(root)
    change = added(
        store, originals, "watch-2020", [claim(store, "hail", "Hail fell")], {"hail": "- id: hail\n"}
    )
    assert change.data.startswith(b"\xef\xbb\xbf")
    assert change.data.count(b"\xef\xbb\xbf") == 1


def test_a_file_that_changed_in_the_meantime_is_not_replaced(root):
    store, originals = opened(root)
    change = added(
        store, originals, "watch-2020", [claim(store, "hail", "Hail fell")], {"hail": "- id: hail\n"}
    )
    change.must_be_unchanged()
    change.path.write_text("somebody's edit")
    with pytest.raises(LetterkitError, match="changed in the meantime"):
        change.must_be_unchanged()


def test_a_file_that_cannot_be_read_is_named(root):
    store, originals = opened(root)
    path = root / "facts" / "claims" / "watch-2020.yaml"
    path.write_bytes(b"source: \xff")
    with pytest.raises(LetterkitError, match="is not UTF-8"):
        added(store, originals, "watch-2020", [claim(store, "hail", "Hail fell")], {"hail": "- id: hail\n"})
    path.unlink()
    os.mkdir(path)  # noqa: PTH102
    with pytest.raises(LetterkitError, match="cannot be read"):
        added(store, originals, "watch-2020", [claim(store, "hail", "Hail fell")], {"hail": "- id: hail\n"})
    assert feed("x")
