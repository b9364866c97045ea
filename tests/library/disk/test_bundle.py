from pathlib import Path

import pytest

from letterkit.errors import LetterkitError
from letterkit.library.disk.bundle import pack, templates_digest, unpack
from letterkit.library.load import load


def library(root: Path) -> Path:
    files = {
        "facts/library.yaml": "name: one\nformat: 1\n",
        "templates/letters/letter.md.j2": "x",
        "seeds/a.txt": "é",
    }
    for name, text in {
        **files,
        "facts/.adding/plan.json": "[]",
        ".git/config": "secret",
        "list.csv": "@",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_library_travels_with_facts_templates_and_originals_and_nothing_else(tmp_path):
    root = library(tmp_path / "one")
    folder = unpack(pack(root), str(tmp_path))
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {"facts/library.yaml", "templates/letters/letter.md.j2", "seeds/a.txt"}
    assert (folder / "seeds/a.txt").read_text(encoding="utf-8") == "é"
    assert load(folder)[0].digest == load(root)[0].digest


def test_the_digest_of_templates_changes_with_any_of_them(tmp_path):
    root = library(tmp_path / "one")
    before = templates_digest(root)
    assert templates_digest(root) == before
    (root / "templates/letters/letter.css").write_text("p {}")
    assert templates_digest(root) != before


def test_what_cannot_be_read_is_named(tmp_path, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied", "a.txt")

    monkeypatch.setattr("zipfile.ZipFile.write", refused)
    with pytest.raises(LetterkitError, match=r"cannot read a.txt: Permission denied"):
        pack(library(tmp_path / "one"))
