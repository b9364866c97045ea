"""A compiled template is kept, and never taken for another one or believed when damaged."""

import os

import pytest
from jinja2 import Environment

from letterkit.drafting import compiled
from letterkit.drafting.templates import Templates
from letterkit.errors import LetterkitError
from letterkit.letter.markup import Slots


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return the folder in which compiled templates are kept, empty at first."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "letterkit" / "templates"


@pytest.fixture
def compilations(monkeypatch):
    """Return the names of the templates that have been compiled since."""
    names, compiling = [], Environment._compile
    monkeypatch.setattr(
        Environment,
        "_compile",
        lambda self, source, filename: names.append(filename) or compiling(self, source, filename),
    )
    return names


def render(text, name="x.md.j2", **words):
    return Templates({name: text}.get).render(name, words, Slots())


def test_a_template_is_compiled_once(kept, compilations):
    assert render("One {{ 1 }}.") == render("One {{ 1 }}.")
    assert compilations == ["templates/letters/x.md.j2"]
    assert len(list(kept.iterdir())) == 1


def test_a_changed_template_is_another_one(kept, compilations):
    assert [render("One."), render("Two."), render("One.")] == ["One.", "Two.", "One."]
    assert len(compilations) == 2


def test_the_same_text_under_another_name_is_another_template(kept, compilations):
    for name in ("x.md.j2", "y.md.j2"):
        with pytest.raises(LetterkitError, match=f"templates/letters/{name}:2"):
            render("One.\n{{ nothing }}", name)
    assert len(compilations) == 2


def test_a_kept_template_names_line_and_word_as_before(kept, compilations):
    for _ in range(2):
        with pytest.raises(LetterkitError) as caught:
            render("One.\n\n{{ nam }}")
        assert caught.value.message.startswith("templates/letters/x.md.j2:3: 'nam' is undefined")
    assert len(compilations) == 1


def test_a_refused_template_is_refused_again(kept, compilations):
    for _ in range(2):
        with pytest.raises(LetterkitError, match="'~' mixes text and data"):
            render("{{ 'a' ~ 'b' }}")
    assert not kept.exists()


def test_what_another_release_has_compiled_is_compiled_again(kept, compilations, monkeypatch):
    render("One.")
    monkeypatch.setattr(compiled, "code", lambda *_: "another")
    assert render("One.") == "One."
    assert len(compilations) == 2


@pytest.mark.parametrize("place", [0, 40, 80, -1])
def test_a_damaged_one_is_compiled_again(place, kept, compilations):
    render("One.")
    [path] = kept.iterdir()
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert render("One.") == "One."
    assert len(compilations) == 2
    assert render("One.") == "One."  # it has been mended
    assert len(compilations) == 2


@pytest.mark.parametrize("left", [b"", b"x" * 20, b"x" * 32])
def test_a_cut_one_is_compiled_again(left, kept, compilations):
    render("One.")
    [path] = kept.iterdir()
    path.write_bytes(left)
    assert render("One.") == "One."
    assert len(compilations) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no owners of files")
def test_one_of_another_user_is_not_believed(kept, compilations, monkeypatch):
    render("One.")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert render("One.") == "One."
    assert len(compilations) == 2


def test_where_nothing_can_be_kept_templates_render_all_the_same(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert render("One.") == "One."


def test_without_a_home_nothing_is_kept(monkeypatch):
    def homeless(_name):
        return None

    monkeypatch.setattr(compiled, "folder", homeless)
    assert render("One.") == "One."


def test_only_so_many_are_kept(kept, monkeypatch):
    monkeypatch.setattr(compiled, "_MOST", 3)
    for number in range(5):
        render(f"Number {number}.")
    assert len(list(kept.iterdir())) == 3
