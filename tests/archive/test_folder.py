import pytest

from letterkit.archive import Archive, Status
from letterkit.errors import LetterkitError

FEED = b"T https://x.example/1 Wed, 01 Mar 2023 10:00:00 +0000 https://x.example/1 A [...]\n]]>\nOne.\n\n]]>"


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "secret.txt").write_text("not archived")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "feed.txt").write_bytes(FEED)
    return Archive(tmp_path / "seeds")


def test_a_document_is_read_once_and_its_works_are_known_by_item(archive):
    assert archive.document("feed.txt") == FEED
    assert archive.works("feed.txt") is archive.works("feed.txt")
    assert archive.work("feed.txt", "https://x.example/1").text == "One."
    assert archive.work("feed.txt", "https://x.example/2") is None


def test_a_document_that_is_not_there_has_no_works_and_its_quotes_are_unchecked(archive):
    assert archive.document("other.txt") is None
    assert archive.works("other.txt") == {}
    assert archive.find("One", "other.txt").status is Status.UNCHECKED
    assert archive.find("One", None).status is Status.UNCHECKED


def test_a_quote_is_looked_for_in_its_item(archive):
    assert archive.find("One", "feed.txt", "https://x.example/1").status is Status.FOUND


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "a/../../secret.txt"])
def test_no_name_leads_out_of_the_folder(archive, name):
    with pytest.raises(LetterkitError) as caught:
        archive.document(name)
    assert caught.value.message == f"'{name}' is outside the archive"
    assert caught.value.hint == "name a file of the folder seeds/"


def test_no_link_leads_out_of_the_folder(archive, tmp_path):
    (tmp_path / "seeds" / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(LetterkitError, match=r"'link.txt' is outside the archive"):
        archive.document("link.txt")


def test_what_is_no_file_is_refused_in_words(archive):
    (archive.folder / "folder").mkdir()
    with pytest.raises(LetterkitError, match=r"'folder' cannot be read: Is a directory"):
        archive.document("folder")
