import pytest

from letterkit.library.disk import cache


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with a room that has a room within."""
    for name in ("cli.py", "room/plain.py", "room/inner/deep.py", "room/inner/notes.txt", "other/far.py"):
        path = tmp_path / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "package")
    return tmp_path / "package"


def told(*rooms):
    return cache.code.__wrapped__(*rooms)


@pytest.mark.parametrize("name", ["room/plain.py", "room/inner/deep.py"])
def test_code_is_another_when_a_module_of_a_room_or_of_a_room_within_changes(package, name):
    before = told("room")
    (package / name).write_text("x = 12\n")
    assert told("room") != before


@pytest.mark.parametrize("name", ["room/inner/new.py", "room/new/__init__.py"])
def test_code_is_another_when_a_module_comes_or_goes(package, name):
    before = told("room")
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("")
    with_it = told("room")
    (package / name).unlink()
    assert with_it != before
    assert told("room") == before


@pytest.mark.parametrize(
    "name", ["cli.py", "other/far.py", "room/inner/notes.txt", "room/__pycache__/deep.py"]
)
def test_code_is_the_same_whatever_else_changes(package, name):
    before = told("room")
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("x = 12\n")
    assert told("room") == before


def test_the_code_of_the_package_itself_is_without_its_rooms(package):
    before = told(".")
    (package / "room" / "inner" / "deep.py").write_text("x = 12\n")
    assert told(".") == before
    (package / "cli.py").write_text("x = 12\n")
    assert told(".") != before
