import pytest
from tests.checks.stores import ITEM, feed, library, source, write

from letterkit.archive import pins
from letterkit.library.claims.given import given
from letterkit.library.yaml import yamlfile

TEXT = (
    "Example Watch documented a flood that destroyed the bridge of Milltown on 19 October.",
    "At least 12 people died in Milltown, according to the mayor. The water was cold.",
    "“The Uplandic authorities must rebuild the bridge,” said Ada Brook, Director at Example Watch.",
)


@pytest.fixture
def small(tmp_path):
    """Return a library whose one source has a claim on its first paragraph."""
    root = library(tmp_path)
    document = feed(*TEXT)
    write(root, "seeds/feed.txt", document)
    known = source()
    known["originals"][0]["sha256"] = pins(document.encode(), ITEM).sha256
    write(root, "facts/sources/watch-2020.yaml", known)
    return root


def test_what_is_printed_is_a_file_that_facts_add_takes(run, small):
    done = run("--library", str(small), "facts", "suggest", "watch-2020")
    assert done.code == 0
    read = given(done.out, "out.yaml", "watch-2020")
    assert read.findings == []
    assert len(read.claims) == 2
    assert yamlfile.read(done.out, "out.yaml").findings == []
    assert "# 1. score " in done.out
    assert '- "At least 12 people died in Milltown, according to the mayor."' in done.out


def test_covered_sentences_are_counted_and_shown_when_asked_for(run, small):
    done = run("--library", str(small), "facts", "suggest", "watch-2020")
    assert "bridge-destroyed" not in done.out
    assert "1 sentences are covered by claims or left uncited: --all shows them" in done.err
    everything = run("--library", str(small), "facts", "suggest", "watch-2020", "--all")
    assert "covered by bridge-destroyed" in everything.out
    assert everything.out.index("according to the mayor") < everything.out.index(
        "covered by bridge-destroyed"
    )
    assert "covered" not in everything.err


def test_a_limit_shows_the_first_and_counts_the_rest(run, small):
    done = run("--library", str(small), "facts", "suggest", "watch-2020", "--limit", "1")
    assert done.out.count("- id: ") == 1
    assert "1 more sentences: raise --limit" in done.err
    assert run("--library", str(small), "facts", "suggest", "watch-2020", "--limit", "0").code == 2


def test_as_json_every_key_has_its_place(run, small):
    rows = run("--library", str(small), "facts", "suggest", "watch-2020", "--all", "--json").json
    assert [row["rank"] for row in rows] == [1, 2, 3]
    assert set(rows[0]) == {
        "rank", "score", "reasons", "id", "claim", "quotes", "topics", "role", "parties", "party_from",
        "happened", "place", "certainty", "attributed_to", "figures", "speaker", "heading", "page", "covered",
        "uncited", "yaml",
    }  # fmt: skip
    call = next(row for row in rows if row["role"] == "call")
    assert call["speaker"] == {"name": "Ada Brook", "role": "Director at Example Watch"}
    assert (call["certainty"], call["parties"], call["happened"]) == ("call", ["upland"], "2020-10-20")
    toll = next(row for row in rows if row["figures"])
    assert toll["figures"] == [{"value": 12.0, "unit": "people died", "qualifier": "at least"}]
    assert [row["covered"] for row in rows if row["covered"]] == [["bridge-destroyed"]]
    assert call["yaml"].startswith(f"- id: {call['id']}\n")


def test_the_store_is_left_as_it_was(run, small):
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    run("--library", str(small), "facts", "suggest", "watch-2020")
    assert {path: path.read_bytes() for path in small.rglob("*") if path.is_file()} == before


def test_an_unknown_source_is_refused_with_the_nearest(run, small):
    done = run("--library", str(small), "facts", "suggest", "watch-2002")
    assert (done.code, done.out) == (1, "")
    assert "did you mean 'watch-2020'?" in done.err


def test_a_source_without_its_original_is_refused(run, small):
    write(small, "facts/sources/bare.yaml", source("bare", originals=[]))
    done = run("--library", str(small), "facts", "suggest", "bare")
    assert (done.code, done.out) == (1, "")
    assert "there is no original of 'bare' to read" in done.err
    assert "letterkit sources add FILE --for bare" in done.err


def test_a_source_with_nothing_in_it_says_so(run, small):
    document = feed("Words.")
    write(small, "seeds/feed.txt", document)
    write(small, "facts/claims/watch-2020.yaml", {"source": "watch-2020", "claims": []})
    done = run("--library", str(small), "facts", "suggest", "watch-2020")
    assert (done.code, done.out) == (0, "")
    assert "no sentence of it looks like a claim" in done.err


def test_the_starter_can_be_read_too(run):
    done = run("facts", "suggest", "amnesty-2021-12-15-opposition-politicians", "--all", "--limit", "3")
    assert done.code == 0
    assert done.out.startswith("source: amnesty-2021-12-15-opposition-politicians\nclaims:\n  # 1. ")
