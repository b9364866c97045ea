"""Our own facts/sources/ against the originals they stand for."""

from pathlib import Path

import pytest
import yaml

from letterkit.archive import pins

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "facts" / "sources").glob("*.yaml"))


def source(path: Path) -> dict:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # strings only


def test_every_work_of_every_original_is_a_source_once(seeds):
    originals = [original for path in FILES for original in source(path)["originals"]]
    named = sorted((original["document"], original["item"]) for original in originals)
    documents = [path.name for path in (ROOT / "seeds").glob("*.txt")]
    assert named == sorted((name, item) for name in documents for item in seeds.works(name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_source_is_named_and_pinned_as_its_original_is(seeds, path):
    entry = source(path)
    for original in entry["originals"]:
        found = pins(seeds.document(original["document"]), original["item"])
        assert (original["sha256"], original["text_sha256"]) == (found.sha256, found.text_sha256)
    assert entry["id"] == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_source_is_titled_dated_and_addressed_as_its_original_is(seeds, path):
    entry = source(path)
    work = seeds.work(entry["originals"][-1]["document"], entry["originals"][-1]["item"])
    assert entry["title"] == work.title
    assert entry["issued"] == work.issued.isoformat()
    assert entry.get("dated") == (work.dated and work.dated.isoformat())
    assert entry.get("URL") == work.link


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_short_title_is_a_part_of_the_title_that_no_other_source_has(path):
    short = source(path)["title-short"]
    assert [other.stem for other in FILES if short in source(other)["title"]] == [path.stem]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_id_carries_the_date_that_a_citation_prints(path):
    entry = source(path)
    assert entry.get("dated", entry["issued"])[:10] in entry["id"]
