import pytest
from tests.checks.stores import library, write

from letterkit.library.disk.locate import starter
from letterkit.library.load import load

LISTED = {
    "id", "claim", "quotes", "source", "topics", "role", "parties", "certainty", "attributed_to", "happened",
    "known_from", "supersedes", "superseded_by", "admissible",
}  # fmt: skip


def test_the_list_has_every_claim_with_the_keys_of_the_design(run):
    done = run("facts", "list", "--json")
    assert (done.code, done.err) == (0, "")
    assert [row["id"] for row in done.json] == list(load(starter())[0].claims)
    assert all(set(row) == LISTED for row in done.json)
    assert all(set(row["source"]) == {"id", "title", "issued", "url"} for row in done.json)


def test_a_claim_is_listed_with_its_source_and_successor(run):
    rows = {row["id"]: row for row in run("facts", "list", "--json").json}
    row = rows["ganja-12-killed-media"]
    assert row["superseded_by"] == ["ganja-scud-21-killed"]
    assert row["admissible"] is False
    assert (row["known_from"], row["happened"]) == ("2020-10-23", "2020-10-17")
    assert row["source"]["id"] == "aiusa-2020-10-21-reeker-letter"
    assert row["source"]["issued"] == "2020-10-23"


def test_as_of_lists_only_what_a_letter_of_that_day_could_cite(run):
    before = {row["id"] for row in run("facts", "list", "--as-of", "2020-10-30", "--json").json}
    after = {row["id"] for row in run("facts", "list", "--as-of", "2021-02-01", "--json").json}
    assert {"ganja-12-killed-media", "barda-21-killed-prosecutor"} <= before
    assert "ganja-scud-21-killed" in after - before
    assert "ganja-12-killed-media" not in after
    assert run("facts", "list", "--as-of", "2020-10-04", "--json").json == []


def test_a_topic_narrows_the_list(run):
    rows = run("facts", "list", "--topic", "pegasus-spyware", "--json").json
    assert rows
    assert all("pegasus-spyware" in row["topics"] for row in rows)


def test_outside_a_terminal_the_list_is_plain_lines_without_tabs(run):
    done = run("facts", "list", "--topic", "cluster-munitions", "--as-of", "2020-10-21")
    lines = done.out.splitlines()
    assert any(line.startswith("stepanakert-m095-azerbaijan ") for line in lines)
    assert "\t" not in done.out
    assert "\x1b" not in done.out
    assert len({line.index("2020-10-") for line in lines}) == 1


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ("show", "ganja-scud-21-kiled"),
            "unknown claim 'ganja-scud-21-kiled'",
            "did you mean 'ganja-scud-21-killed'?",
        ),
        (
            ("list", "--topic", "pegasus-spywar"),
            "no claim carries the topic",
            "did you mean 'pegasus-spyware'?",
        ),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(run, arguments, message, hint):
    done = run("facts", *arguments)
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert hint in done.err


def test_a_day_that_is_none_is_wrong_usage(run):
    done = run("facts", "list", "--as-of", "2020-13-01")
    assert done.code == 2
    assert "'2020-13-01' is not in the calendar" in done.err


def test_a_claim_is_shown_with_its_quotes_in_their_places(run):
    done = run("facts", "show", "ganja-scud-21-killed")
    assert done.code == 0
    for words in (
        "quote 1         “In the city of Ganja on 17 October",
        "  under         Attacks by Armenian forces\n",
        "  stands in     … Azerbaijan which killed a total of 72 civilians. In the city of Ganja",
        "figures         21 civilians killed; more than 50 injured",
        "supersedes      ganja-12-killed-media (2020-10-23): ",
        "Amnesty International, 2021-01-14",
    ):
        assert words in done.out


def test_a_claim_says_how_its_second_reading_ended(run, tmp_path):
    root = library(tmp_path)
    show = ("--library", str(root), "facts", "show", "bridge-destroyed")
    assert "second reading  none on record" in run(*show).out
    write(root, "docs/second-reading.tsv", "claim\treason\nbridge-destroyed\t\n")
    assert "second reading  both readers agreed" in run(*show).out
    write(root, "docs/second-reading.tsv", "claim\treason\nbridge-destroyed\tFirst reader right.\n")
    assert run(*show, "--json").json["second_reading"]["reason"] == "First reader right."


def test_both_sides_of_a_conflict_are_shown_with_both_sources(run):
    out = run("facts", "show", "conflict-ended-nov-10").out
    sides = out.split("Accounts differ")[1]
    assert "conflict-ended-nov-10: " in sides
    assert "conflict-ended-nov-9: " in sides
    assert "amnesty-2021-01-14-unlawful-strikes" in sides
    assert "amnesty-2020-12-10-war-crimes-videos" in sides
    assert "Accounts differ" not in run("facts", "show", "ganja-scud-21-killed").out


def test_a_claim_as_json_holds_the_list_entry_and_more(run):
    shown = run("facts", "show", "conflict-ended-nov-10", "--json").json
    assert set(shown) > LISTED
    assert [rival["id"] for rival in shown["conflicts"]] == ["conflict-ended-nov-9"]
    assert shown["places"][0]["status"] == "found"
    assert shown["places"][0]["heading"] == "Dozens of strike sites visited"


def test_a_superseded_claim_says_by_what(run):
    shown = run("facts", "show", "ganja-12-killed-media", "--json").json
    assert shown["reason"].startswith("superseded by ganja-scud-21-killed")
    assert (
        "superseded by   ganja-scud-21-killed (2021-01-14)"
        in run("facts", "show", "ganja-12-killed-media").out
    )


def test_a_sound_store_verifies_with_one_line(run, tmp_path):
    done = run("--library", str(library(tmp_path)), "facts", "verify")
    assert (done.code, done.out, done.err) == (0, "1 quotes checked, 1 found\n", "")


def test_verify_counts_and_names_what_is_wrong_and_fails(run, tmp_path):
    root = library(tmp_path, {"quotes": ["words of 19 October that nobody printed"]}, text="The river rose.")
    done = run("--library", str(root), "facts", "verify")
    assert (done.code, done.out) == (1, "1 quotes checked, 0 found, 1 not found; 1 error\n")
    assert "facts/claims/watch-2020.yaml:6: error[quote-not-found]" in done.err
    assert "  hint: nothing in the source is like it" in done.err


def test_verify_as_json_has_the_keys_of_the_design(run, tmp_path):
    root = library(tmp_path, {"parties": ["uplnd"]})
    (root / "seeds/feed.txt").unlink()
    done = run("--library", str(root), "facts", "verify", "--json")
    assert (done.code, done.err) == (1, "")
    counted = {"checked": 0, "found": 0, "not_found": 0, "wrong_item": 0, "ambiguous": 0, "unchecked": 1}
    assert {key: value for key, value in done.json.items() if key != "findings"} == counted
    rules = [finding["rule"] for finding in done.json["findings"]]
    assert sorted(rules) == ["original-missing", "quote-unchecked", "unknown-reference"]
    assert all(
        set(finding) == {"rule", "severity", "message", "location", "claim", "hint"}
        for finding in done.json["findings"]
    )


def test_what_loading_finds_stands_with_the_rest_and_hides_nothing_else(run, tmp_path):
    root = library(tmp_path, {"claim": "It fell yesterday."})
    write(root, "facts/claims/torn.yaml", "source: torn\nclaims:\n- id: torn-claim\n  clam: misspelt\n")
    findings = run("--library", str(root), "facts", "verify", "--json").json["findings"]
    rules = [finding["rule"] for finding in findings]
    assert "unknown-key" in rules
    assert "relative-time" in rules


def test_a_broken_store_is_shown_as_far_as_it_can_be_read(run, tmp_path):
    root = library(tmp_path)
    write(root, "facts/parties.yaml", "parties:\n- {id: upland, nam: Upland}\n")
    done = run("--library", str(root), "facts", "list", "--json")
    assert done.code == 0
    assert [row["id"] for row in done.json] == ["bridge-destroyed"]
    assert "error[unknown-key]" in done.err
    assert "warning: the store has errors" in done.err


def test_a_warning_alone_does_not_fail(run, tmp_path):
    done = run("--library", str(library(tmp_path, {}, {"id": "bridge-gone"})), "facts", "verify")
    assert (done.code, done.out) == (0, "2 quotes checked, 2 found; 1 warning\n")
    assert "warning[quotes-twice]" in done.err
