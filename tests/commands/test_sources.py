from tests.checks.stores import library

NAME = "aiusa-2020-10-21-reeker-letter"


def test_sources_are_listed_in_the_order_of_publication(run):
    rows = run("sources", "list", "--json").json
    assert [row["issued"] for row in rows] == sorted(row["issued"] for row in rows)
    assert {"id", "title", "issued", "url", "claims"} <= set(rows[0])
    assert len(rows) == 14
    assert run("sources", "list").out.splitlines()[0].startswith("amnesty-2020-10-05-cluster-bombs ")


def test_a_source_is_shown_with_its_claims_and_the_state_of_its_original(run):
    out = run("sources", "show", NAME).out
    assert "title           Request for Secretary Pompeo" in out
    assert "dated           2020-10-21" in out
    assert "original        unchanged" in out
    shown = run("sources", "show", NAME, "--json").json
    assert (shown["issued"], shown["dated"], shown["original"]) == ("2020-10-23", "2020-10-21", "unchanged")
    assert shown["claims"] > 20


def test_the_text_of_a_source_is_quotable_and_masked(run):
    out = run("sources", "show", NAME, "--text").out
    assert "we object in the strongest terms to the use of cluster munitions" in " ".join(out.split())
    assert "[telephone masked]" in out
    assert "@" not in out
    assert run("sources", "show", NAME, "--text", "--json").json["text"] == out.strip()


def test_a_source_without_an_original_has_no_text(run, tmp_path):
    root = library(tmp_path)
    (root / "seeds/feed.txt").unlink()
    done = run("--library", str(root), "sources", "show", "watch-2020", "--text")
    assert (done.code, done.out) == (1, "")
    assert "there is no original of 'watch-2020'" in done.err
    assert "seeds/feed.txt is not there" in run("--library", str(root), "sources", "show", "watch-2020").out


def test_an_unknown_source_is_refused_with_the_nearest(run):
    done = run("sources", "show", "amnesty-2023-05-25-pegasos")
    assert done.code == 1
    assert "did you mean 'amnesty-2023-05-25-pegasus'?" in done.err
