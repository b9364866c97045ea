import json

import pytest
from tests.library.new.jsonschemas import as_editors_read

from letterkit.errors import LetterkitError
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.new import newlib
from letterkit.library.new.newlib import make
from letterkit.library.new.schema import schemas
from letterkit.library.store import KINDS


def tree(root) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_copy_of_the_starter_says_the_same_under_its_own_name(tmp_path):
    folder = tmp_path / "my library"
    number = make(folder, empty=False)
    own, findings = load(folder)
    theirs, _ = load(starter())
    assert findings == []
    assert own.name == "my library"
    assert list(own.claims) == list(theirs.claims)
    assert list(own.recipients) == list(theirs.recipients)
    assert len(tree(folder)) == number
    for part in ("seeds", "templates"):
        copied = {name: data for name, data in tree(folder).items() if name.startswith(f"{part}/")}
        kept = {f"{part}/{name}": data for name, data in tree(starter() / part).items() if name[0] != "."}
        assert copied == kept


def test_an_empty_one_has_folders_examples_and_nothing_to_cite(tmp_path):
    make(tmp_path / "own", empty=True)
    own, findings = load(tmp_path / "own", starter())
    assert findings == []
    assert (own.claims, own.topics, own.senders) == ({}, {}, {})
    assert "state-dept" in own.recipients  # letterkit's own offices serve until there are others
    names = set(tree(tmp_path / "own"))
    assert {"README.md", ".gitignore", ".gitattributes", ".vscode/settings.json"} <= names
    for kind in ("sources", "claims", "topics", "recipients", "senders", "occasions"):
        assert (tmp_path / "own" / "facts" / kind).is_dir()


@pytest.mark.parametrize("empty", [True, False])
def test_editors_are_told_which_schema_is_for_which_file(tmp_path, empty):
    make(tmp_path / "own", empty=empty)
    settings = json.loads((tmp_path / "own" / ".vscode" / "settings.json").read_text("utf-8"))
    wired = settings["yaml.schemas"]
    assert {f"./schemas/{kind}.json" for kind in (*KINDS, "library")} == set(wired)
    for name, schema in schemas().items():
        assert json.loads((tmp_path / "own" / "schemas" / f"{name}.json").read_text("utf-8")) == schema
    assert wired["./schemas/claims.json"] == ["facts/claims.yaml", "facts/claims/*.yaml"]


def test_every_example_points_to_its_schema_from_here_and_from_facts(tmp_path):
    make(tmp_path / "own", empty=True)
    for path in (tmp_path / "own" / "examples").rglob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        target = first.partition("=")[2]
        place = tmp_path / "own" / "facts" / path.relative_to(tmp_path / "own" / "examples")
        assert (path.parent / target).resolve().is_file()
        assert (place.parent / target).resolve().is_file()


def test_originals_are_kept_from_git_and_letters_too(tmp_path):
    make(tmp_path / "own", empty=True)
    assert "seeds/** -text" in (tmp_path / "own" / ".gitattributes").read_text("utf-8")
    assert "/*.docx" in (tmp_path / "own" / ".gitignore").read_text("utf-8")


def test_an_empty_folder_that_is_there_is_used(tmp_path):
    (tmp_path / "own").mkdir()
    make(tmp_path / "own", empty=True)
    assert (tmp_path / "own" / "facts" / "library.yaml").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


@pytest.mark.parametrize("what", ["file", "full", "link"])
def test_nothing_is_ever_overwritten(tmp_path, what):
    own = tmp_path / "own"
    if what == "file":
        own.write_text("mine")
    elif what == "full":
        own.mkdir()
        (own / "mine.txt").write_text("mine")
    else:
        own.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LetterkitError) as refused:
        make(own, empty=True)
    assert refused.value.hint.startswith("choose another name")
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


def test_a_disk_that_takes_no_more_leaves_nothing(tmp_path, monkeypatch):
    def full(root, files):
        (root / "facts").mkdir()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(newlib, "_write", full)
    with pytest.raises(LetterkitError, match="No space left on device"):
        make(tmp_path / "own", empty=True)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_run_leaves_nothing(tmp_path, monkeypatch):
    def stopped(root, files):
        (root / "facts").mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(newlib, "_write", stopped)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "own", empty=True)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_awkward_in_yaml_is_kept(tmp_path):
    make(tmp_path / 'no: "one"', empty=True)
    text = (tmp_path / 'no: "one"' / "facts" / "library.yaml").read_text("utf-8")
    assert as_editors_read(text) == {"name": 'no: "one"', "format": 1}
