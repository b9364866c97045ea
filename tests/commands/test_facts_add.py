import difflib
import io
import sys

import pytest
import yaml
from tests.checks.stores import MAYOR_SAYS as NEW
from tests.checks.stores import library

from letterkit.commands import common, facts_add
from letterkit.errors import LetterkitError
from letterkit.library.claims.text import claim_text

TEXT = (
    "Example Watch documented a flood that destroyed the bridge of Milltown on 19 October. At least 12 "
    "people died in Milltown, according to the mayor. It rained."
)


@pytest.fixture
def small(tmp_path):
    return library(tmp_path / "small", text=TEXT)


@pytest.fixture
def add(run, small, tmp_path):
    """Return a function that writes a file of claims and adds it to the small library."""

    def call(text, *options: str):
        file = tmp_path / "new.yaml"
        file.write_text(text if isinstance(text, str) else "".join(claim_text(each) for each in text))
        return run("--library", str(small), "facts", "add", "watch-2020", "--from", str(file), *options)

    return call


def claims_file(root):
    return root / "facts" / "claims" / "watch-2020.yaml"


def tree(root) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_claim_goes_into_the_file_of_its_source_and_no_other_line_changes(add, run, small):
    before = claims_file(small).read_text()
    done = add([NEW])
    assert (done.code, done.out) == (0, f"{claims_file(small)}\n")
    assert done.err == "added: twelve-died\n"
    after = claims_file(small).read_text()
    assert [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] == "-"] == []
    assert run("--library", str(small), "facts", "show", "twelve-died").code == 0
    assert run("--library", str(small), "facts", "verify").code == 0


def test_several_claims_are_added_at_once(add):
    second = {
        **NEW,
        "id": "it-rained",
        "claim": "It rained in Milltown.",
        "quotes": ["It rained"],
        "figures": [],
    }
    del second["happened"]
    second["certainty"] = "background"
    done = add([NEW, second])
    assert done.code == 0, done.err
    assert "added: twelve-died, it-rained" in done.err


def test_with_an_error_nothing_is_written_and_everything_is_said(add, small):
    before = tree(small)
    wrong = {**NEW, "quotes": ["At least 21 people died"], "topics": ["impartialty"]}
    wrong["claim"] = "12 people died today."
    done = add([wrong])
    assert (done.code, done.out) == (1, "")
    assert "new.yaml:5: error[quote-not-found]" in done.err
    assert "new.yaml:6: error[unknown-reference] unknown topic 'impartialty'" in done.err
    assert "error[relative-time]" in done.err
    assert "error: nothing was added: " in done.err
    assert tree(small) == before


def test_an_id_that_is_taken_is_refused_with_its_place(add, small):
    before = tree(small)
    done = add([{**NEW, "id": "bridge-destroyed"}])
    assert done.code == 1
    assert "'bridge-destroyed' is used already at facts/claims/watch-2020.yaml:" in done.err
    assert tree(small) == before


def test_a_warning_stops_nothing(add):
    same = {
        **NEW,
        "claim": "On October 19, 2020, a flood destroyed the bridge of Milltown, Example Watch documented.",
        "quotes": ["a flood that destroyed the bridge of Milltown", "Example Watch documented"],
        "attributed_to": "Example Watch",
        "figures": [],
    }
    done = add([same])
    assert done.code == 0, done.err
    assert "warning[likely-duplicate] it says much the same as bridge-destroyed" in done.err
    assert "hint: leave it out, or name it: same_as: [bridge-destroyed]" in done.err


def test_the_standard_input_is_a_file_too(run, small, monkeypatch):
    text = yaml.safe_dump([NEW])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    done = run("--library", str(small), "facts", "add", "watch-2020", "--from", "-")
    assert done.code == 0, done.err
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    again = run("--library", str(small), "facts", "add", "watch-2020", "--from", "-")
    assert again.code == 1
    assert "<stdin>:" in again.err


def test_a_dry_run_says_what_would_be_and_writes_nothing(add, small):
    before = tree(small)
    done = add([NEW], "--dry-run")
    assert (done.code, done.out, done.err) == (0, "", "would add: twelve-died\n")
    assert tree(small) == before


def test_as_json_added_and_findings_are_told(add, small):
    done = add([NEW], "--json")
    assert done.json == {"added": ["twelve-died"], "path": str(claims_file(small)), "findings": []}
    wrong = add([{**NEW, "id": "other-id", "topics": ["floods"]}], "--json")
    assert wrong.code == 1
    assert (wrong.json["added"], wrong.json["path"]) == ([], None)
    assert {finding["rule"] for finding in wrong.json["findings"]} >= {"unknown-reference"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no claim stands here"),
        ("- [", "this is not valid YAML"),
        ("source: other\nclaims:\n- id: x\n", "these claims are of 'other', not of 'watch-2020'"),
    ],
)
def test_what_holds_no_claims_is_refused(add, small, text, message):
    before = tree(small)
    done = add(text)
    assert done.code == 1
    assert message in done.err
    assert tree(small) == before


def test_a_file_that_cannot_be_read_is_named(run, small, tmp_path):
    done = run("--library", str(small), "facts", "add", "watch-2020", "--from", str(tmp_path / "none.yaml"))
    assert done.code == 1
    assert "none.yaml cannot be read: No such file or directory" in done.err
    (tmp_path / "bad.yaml").write_bytes(b"\xff")
    assert "is not UTF-8" in run(
        "--library", str(small), "facts", "add", "watch-2020", "--from", str(tmp_path / "bad.yaml")
    ).err  # fmt: skip


def test_the_library_inside_letterkit_is_read_only(add, monkeypatch, small):
    monkeypatch.setattr(common, "is_read_only", bool)
    before = tree(small)
    done = add([NEW])
    assert done.code == 1
    assert "read-only" in done.err
    assert "letterkit new DIR" in done.err
    assert tree(small) == before


def test_a_file_that_somebody_changes_meanwhile_is_left_alone(add, small, monkeypatch):
    real = facts_add.checked

    def slow(*arguments):
        result = real(*arguments)
        claims_file(small).write_text(claims_file(small).read_text() + "# somebody's edit\n")
        return result

    monkeypatch.setattr(facts_add, "checked", slow)
    done = add([NEW])
    assert done.code == 0  # it was read after the edit, which is kept
    assert "# somebody's edit" in claims_file(small).read_text()


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), OSError(28, "No space left on device"), LetterkitError("no")]
)
def test_a_run_that_is_cut_off_leaves_the_store_as_it_was(add, small, monkeypatch, error):
    from letterkit.library.disk import commit

    real = commit._place

    def cut(*arguments, **options):
        monkeypatch.setattr(commit, "_place", real)  # what undoes it works again
        raise error

    monkeypatch.setattr(commit, "_place", cut)
    before = tree(small)
    done = add([NEW])
    assert done.code in (1, 130)
    assert tree(small) == before


def test_json_is_for_files(run, small):
    done = run("--library", str(small), "facts", "add", "watch-2020", "--json")
    assert done.code == 2
    assert "--json needs --from" in done.err
