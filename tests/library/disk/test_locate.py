from pathlib import Path

import pytest
from tests.library.stores import write

from letterkit.errors import LetterkitError
from letterkit.library.disk import locate as module
from letterkit.library.disk.locate import is_library, locate, starter, template_file, template_folders


def test_a_named_library_is_taken_as_it_is_named(tmp_path):
    write(tmp_path / "mine", {})
    assert locate(str(tmp_path / "mine"), Path("/")) == tmp_path / "mine"


def test_a_named_folder_that_is_no_library_is_refused(tmp_path):
    write(tmp_path, {})
    with pytest.raises(LetterkitError) as refused:
        locate(str(tmp_path / "facts"), tmp_path)
    assert refused.value.message == f"{tmp_path / 'facts'} is no library: it has no facts/library.yaml"
    assert "letterkit new" in refused.value.hint


@pytest.mark.parametrize("name", ["~nobody-of-that-name/x", "x" * 5000, "facts/library.yaml", "/"])
def test_a_name_that_can_be_no_library_is_refused(name, tmp_path, monkeypatch):
    monkeypatch.chdir(write(tmp_path, {}))
    with pytest.raises(LetterkitError, match="is no library"):
        locate(name, tmp_path)


def test_a_tilde_is_the_users_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    write(tmp_path / "mine", {})
    assert locate("~/mine", Path("/")) == tmp_path / "mine"


@pytest.mark.parametrize("unnamed", [None, ""])
def test_without_a_name_the_nearest_folder_above_is_taken(tmp_path, unnamed):
    write(tmp_path, {})
    inner = write(tmp_path / "inner", {}) / "letters" / "october"
    inner.mkdir(parents=True)
    assert locate(unnamed, inner) == tmp_path / "inner"
    assert locate(unnamed, tmp_path / "inner") == tmp_path / "inner"
    assert locate(unnamed, tmp_path / "elsewhere") == tmp_path


def test_where_no_folder_above_is_one_the_starter_is_taken(tmp_path):
    assert locate(None, tmp_path) == starter()


def test_the_starter_of_the_wheel_comes_before_the_checkout(tmp_path, monkeypatch):
    package = tmp_path / "site" / "letterkit"
    write(package / "_data", {})
    monkeypatch.setattr(module, "_PACKAGE", package)
    assert starter() == package / "_data"
    write(tmp_path, {})
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "src" / "letterkit")
    assert starter() == tmp_path
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "a" / "b" / "c")
    with pytest.raises(LetterkitError, match="letterkit's own library is missing"):
        starter()


def test_a_folder_with_the_heading_of_a_library_is_one(tmp_path):
    assert not is_library(tmp_path)
    (tmp_path / "facts" / "library.yaml").mkdir(parents=True)
    assert not is_library(tmp_path)
    assert is_library(write(tmp_path / "mine", {}))


def test_templates_are_the_librarys_own_and_then_the_starters(tmp_path):
    ours = tmp_path / "templates" / "letters"
    assert template_folders(tmp_path) == ((starter() / "templates" / "letters").resolve(),)
    ours.mkdir(parents=True)
    (ours / "letter.css").write_bytes(b"ours")
    assert template_folders(tmp_path)[0] == ours
    assert template_file(tmp_path, "letter.css") == b"ours"
    assert template_file(tmp_path, "letterhead.docx") == template_file(starter(), "letterhead.docx")
    with pytest.raises(LetterkitError, match="templates/letters/nothing is missing"):
        template_file(tmp_path, "nothing")


def test_the_starters_own_templates_are_looked_at_once():
    assert len(template_folders(starter())) == 1


def test_a_template_file_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(LetterkitError, match=r"letter.css cannot be read: Permission denied"):
        template_file(tmp_path, "letter.css")
