import pytest
from tests.library.stores import write

from letterkit.errors import LetterkitError
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source

OWN = "own.md.j2"


@pytest.fixture
def folder(tmp_path):
    """Return the folder of templates of a small library."""
    folder = write(tmp_path, {}) / "templates" / "letters"
    (folder / "topics").mkdir(parents=True)
    (folder / OWN).write_text("ours", "utf-8")
    (folder / "topics" / "t.md.j2").write_text("of a topic", "utf-8")
    return folder


@pytest.fixture
def read(folder):
    return template_source(folder.parent.parent)


def test_a_template_is_read_by_its_name_from_the_librarys_folder(read):
    assert read(OWN) == "ours"
    assert read("topics/t.md.j2") == "of a topic"


def test_a_template_that_the_library_lacks_is_the_starters(read):
    assert read("letter.md.j2") == (starter() / "templates/letters/letter.md.j2").read_text("utf-8")


def test_a_librarys_template_comes_before_the_starters(folder, read):
    (folder / "letter.md.j2").write_text("mine", "utf-8")
    assert read("letter.md.j2") == "mine"


@pytest.mark.parametrize(
    "name",
    [
        *("nothing.md.j2", "", ".", "..", "topics", "letter.css", "letterhead.docx"),
        *(
            "../../facts/library.yaml",
            "../../secret.md.j2",
            "/etc/passwd",
            "/secret.md.j2",
            "topics/../../../secret.md.j2",
        ),
        *("a\0b.md.j2", f"{'x' * 300}.md.j2", "x/" * 3000 + "a.md.j2"),
    ],
)
def test_nothing_but_a_template_of_the_two_folders_is_read(folder, read, name):
    (folder.parent.parent / "secret.md.j2").write_text("secret", "utf-8")
    assert read(name) is None


def test_an_absolute_name_outside_is_not_read(folder, read):
    secret = folder.parent.parent / "secret.md.j2"
    secret.write_text("secret", "utf-8")
    assert read(str(secret)) is None


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder, read):
    secret = folder.parent.parent / "secret.md.j2"
    secret.write_text("secret", "utf-8")
    (folder / "link.md.j2").symlink_to(secret)
    (folder / "away").symlink_to(folder.parent.parent)
    (folder / "style.md.j2").symlink_to("letter.css")
    assert [read(name) for name in ("link.md.j2", "away/secret.md.j2", "style.md.j2")] == [None, None, None]


def test_a_link_inside_the_folder_is_followed(folder, read):
    (folder / "again.md.j2").symlink_to(OWN)
    assert read("again.md.j2") == "ours"


def test_a_template_that_is_not_utf_8_is_named(folder, read):
    (folder / OWN).write_bytes("é".encode("latin-1"))
    with pytest.raises(LetterkitError, match=r"templates/letters/own.md.j2 cannot be read: 'utf-8'"):
        read(OWN)


def test_a_template_that_is_larger_than_any_letter_is_refused(folder, read):
    (folder / OWN).write_text("x" * 200_001, "utf-8")
    with pytest.raises(
        LetterkitError, match=r"own.md.j2 is too large for a template of a letter: 200001 bytes"
    ):
        read(OWN)
    (folder / OWN).write_text("x" * 200_000, "utf-8")
    assert len(read(OWN)) == 200_000
