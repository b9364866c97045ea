"""CSL-JSON out for Zotero and pandoc, and in from Zotero."""

import json
import subprocess

import pytest
from tests.checks.stores import library
from tests.tools import require_tool

from letterkit.library.load import load

ENTRIES = [
    {
        "id": "http://zotero.org/users/1/items/AAAA1111",
        "type": "report",
        "title": "Mines in the valley",
        "publisher": "Example Watch",
        "author": [{"family": "Reed", "given": "Jo"}],
        "issued": {"date-parts": [["2021", 1, 14]]},
        "URL": "https://example.org/mines",
    },
    {"id": "x", "type": "webpage", "title": "No date", "issued": {"literal": "soon"}},
]


@pytest.fixture
def root(tmp_path):
    return library(tmp_path / "mine")


@pytest.fixture
def take(run, root, tmp_path):
    def call(entries, *options):
        path = tmp_path / "z.json"
        path.write_text(entries if isinstance(entries, str) else json.dumps(entries))
        return run("--library", str(root), "sources", "import", str(path), *options)

    return call


def test_an_export_is_what_an_import_takes_and_knows_again(run, take, root):
    exported = run("--library", str(root), "sources", "export")
    assert exported.code == 0
    assert [each["id"] for each in exported.json] == ["watch-2020"]
    again = take(exported.out)
    assert (again.code, again.out) == (0, "")
    assert "nothing new: 1 sources known already" in again.err


def test_sources_are_exported_in_the_order_asked_for_and_a_wrong_name_is_refused(run):
    names = ["amnesty-2021-01-14-unlawful-strikes", "amnesty-2020-10-05-cluster-bombs"]
    assert [each["id"] for each in run("sources", "export", *names, "--format", "csl-json").json] == names
    refused = run("sources", "export", "amnesty-2021-01-14-unlawful-strikse")
    assert (refused.code, "did you mean" in refused.err) == (1, True)


def test_pandoc_sets_citations_from_the_export(run, take, root, tmp_path):
    require_tool("pandoc")
    take(ENTRIES)
    exported = run("--library", str(root), "sources", "export").out
    (tmp_path / "library.json").write_text(exported)
    text = "@example-watch-2021-01-14-mines-valley and @watch-2020"
    command = [
        "pandoc",
        "--citeproc",
        "--bibliography",
        str(tmp_path / "library.json"),
        "-t",
        "plain",
        "--wrap=none",
    ]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "Reed (2021) and Example Watch (2020)" in done.stdout
    assert "Reed, Jo. 2021. “Mines in the Valley.” Example Watch. https://example.org/mines." in done.stdout


def test_an_import_writes_sources_without_originals(take, root):
    done = take(ENTRIES)
    assert done.code == 0
    assert "warning[bad-issued]" in done.err
    found, findings = load(root)
    assert findings == []
    assert {name for name in found.sources if name != "watch-2020"} == {
        "example-watch-2021-01-14-mines-valley",
        "unknown-undated-no-date",
    }
    assert done.out.split() == [
        str(root / "facts" / "sources" / f"{name}.yaml")
        for name in ("example-watch-2021-01-14-mines-valley", "unknown-undated-no-date")
    ]
    assert take(ENTRIES).out == ""


def test_quotes_of_a_source_without_an_original_are_unchecked_an_error_in_verify(take, run, root):
    take(ENTRIES)
    claim = (root / "facts" / "claims" / "watch-2020.yaml").read_text()
    claim = claim.replace("watch-2020", "example-watch-2021-01-14-mines-valley").replace(
        "bridge-destroyed", "mines-found"
    )
    (root / "facts" / "claims" / "mines.yaml").write_text(claim)
    done = run("--library", str(root), "facts", "verify", "--json")
    assert done.code == 1
    assert done.json["unchecked"] == 1
    assert "quote-unchecked" in {each["rule"] for each in done.json["findings"]}


def test_a_dry_run_and_json_say_what_would_come_in(take, root):
    before = sorted((root / "facts" / "sources").iterdir())
    report = take(ENTRIES, "--dry-run", "--json").json
    assert [each["id"] for each in report["added"]] == [
        "example-watch-2021-01-14-mines-valley",
        "unknown-undated-no-date",
    ]
    assert (report["dry_run"], report["known"], len(report["paths"])) == (True, [], 2)
    assert sorted((root / "facts" / "sources").iterdir()) == before


@pytest.mark.parametrize("entries", ["", "{", "[]", "[1]", '[{"type": "book"}]', "<xml/>"])
def test_a_file_without_works_is_no_success(take, entries):
    done = take(entries)
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err


def test_references_given_to_add_are_sent_to_import(run, root, tmp_path):
    path = tmp_path / "z.json"
    path.write_text(json.dumps(ENTRIES))
    done = run("--library", str(root), "sources", "add", str(path))
    assert done.code == 1
    assert "`letterkit sources import`" in done.err


def test_no_letter_cites_a_source_whose_day_is_not_known(take, run, root):
    take(ENTRIES)
    claim = (root / "facts" / "claims" / "watch-2020.yaml").read_text()
    claim = claim.replace("watch-2020", "unknown-undated-no-date").replace("bridge-destroyed", "mines-found")
    (root / "facts" / "claims" / "undated.yaml").write_text(claim)
    at = ("--library", str(root))
    (row,) = [each for each in run(*at, "facts", "list", "--json").json if each["id"] == "mines-found"]
    assert (row["admissible"], row["known_from"], row["source"]["issued"]) == (False, None, None)
    verified = run(*at, "facts", "verify")
    assert "warning[source-undated]" in verified.err
    assert "Traceback" not in verified.err
    assert "no date of publication" in run(*at, "facts", "show", "mines-found").out
    assert "no date" in run(*at, "sources", "list").out
