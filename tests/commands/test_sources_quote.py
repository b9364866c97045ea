"""`sources show --quote`: every place of some words, or what differs; and what a source carries."""

import pytest
from tests.archive.documents import pdf

NAME = "amnesty-2021-01-14-unlawful-strikes"


@pytest.fixture
def report(run, tmp_path, monkeypatch):
    """Return a function that asks about quotes of a report of two pages."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "mine"
    (root / "facts").mkdir(parents=True)
    (root / "facts" / "library.yaml").write_text("name: mine\nformat: 1\n")
    body = (
        "<h1>A flood</h1><p>The flood killed 21 people.</p><p style='break-before: "
        "page'>On 20 October the flood killed 21 people in Milltown.</p>"
    )
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(body))
    at = ("--library", str(root), "sources")
    assert (
        run(
            *at, "add", str(path), "--publisher", "Watch", "--issued", "2020-10-21", "--title", "A flood"
        ).code
        == 0
    )
    return lambda *options: run(*at, "show", "watch-2020-10-21-flood", *options)


def test_every_place_is_shown_with_page_and_context(report):
    done = report("--quote", "the flood killed 21 people in Milltown", "--quote", "killed 21 people")
    assert done.code == 0
    first, second = done.out.split("\n\n")
    assert "verdict         found\n" in first
    assert "page 2, paragraph, under “A flood”" in first
    assert "ambiguous: the quote stands at 2 places" in second
    assert ("page 1, " in second, "page 2, " in second) == (True, True)


def test_of_absent_words_the_nearest_passage_and_each_difference_is_shown(report):
    done = report("--quote", "On 20 October the flood did not kill 21 people in Milltown")
    assert done.code == 1
    assert "nearest         On 20 October the flood killed 21 people in Milltown." in done.out
    assert "differs         quote “did not kill”, source “killed”" in done.out


def test_json_has_places_pages_and_differences(report):
    found, absent = report(
        "--quote", "The flood killed 21 people", "--quote", "The flood killed 22 people", "--json"
    ).json
    assert (found["status"], found["places"][0]["page"], found["places"][0]["printed"]) == ("found", 1, None)
    assert (absent["status"], absent["reason"], absent["places"]) == ("not_found", "absent", [])
    assert absent["nearest"]["differences"] == [{"quote": "22", "source": "21"}]


def test_a_source_is_shown_with_its_length_and_what_rests_on_it(report, run):
    assert "length          17 words, 2 pages" in report().out
    shown = run("sources", "show", NAME)
    assert "rest on it      " in shown.out
    ids = run("sources", "show", NAME, "--json").json["claim_ids"]
    assert ids
    assert all(name in shown.out for name in ids)
