"""The cache of readings: it saves time and changes no answer."""

import os

import pytest
from tests.archive.documents import item, page, rss

from letterkit.archive.reading import readers as archive_readers
from letterkit.errors import LetterkitError
from letterkit.library import readings
from letterkit.library.disk.cache import keep

PAGE = page("<h1>A flood</h1><p>It killed 21 people.</p>" + "<p>And more.</p>" * 300)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "letterkit" / "readings"


def test_a_document_is_read_once(cache, monkeypatch):
    first = readings.remembered(PAGE)
    named = readings.remembered(PAGE, "html")
    monkeypatch.setattr(archive_readers, "read", None)
    assert readings.remembered(PAGE) == readings.remembered(PAGE, "html") == first == named
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", ["", "{}", "0\n[]", '1\n[{"item": 1}]', "\0"])
def test_a_damaged_reading_is_made_again(cache, damage):
    first = readings.remembered(PAGE)
    (path,) = cache.iterdir()
    path.write_text(damage)
    assert readings.remembered(PAGE) == first
    assert path.read_text() != damage


@pytest.mark.parametrize("data", [b"[1]", b"{}", b"\xff", b"null"])
def test_a_kept_file_that_holds_no_reading_is_made_again(cache, data):
    first = readings.remembered(PAGE)
    (path,) = cache.iterdir()
    keep(path, readings.code("archive"), data)
    assert readings.remembered(PAGE) == first
    assert path.read_bytes().partition(b"\n")[2] != data


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no owners of files")
def test_a_reading_of_another_user_is_not_believed(cache, monkeypatch):
    read = []
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    reading = archive_readers.read
    monkeypatch.setattr(archive_readers, "read", lambda *given: read.append(given) or reading(*given))
    assert readings.remembered(PAGE) == readings.remembered(PAGE)
    assert len(read) == 2
    assert len(list(cache.iterdir())) == 1


def test_a_reading_of_another_version_is_replaced(cache, monkeypatch):
    readings.remembered(PAGE)
    monkeypatch.setattr(readings, "code", lambda _: "another")
    readings.remembered(PAGE)
    assert [path.read_text().split()[1] for path in cache.iterdir()] == ["another"]


def test_without_a_cache_the_answer_is_the_same(tmp_path, monkeypatch):
    first = readings.remembered(PAGE)
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert readings.remembered(PAGE) == first


def test_of_a_feed_the_first_of_each_item_counts():
    works = readings.remembered(rss(item("<p>One.</p>"), item("<p>Two.</p>")))
    assert [work.text for work in works.values()] == ["One."]


def test_a_letter_altered_in_a_kept_reading_is_noticed(cache):
    first = readings.remembered(PAGE)
    (path,) = cache.iterdir()
    path.write_text(path.read_text().replace("killed 21", "killed 31"))
    assert readings.remembered(PAGE) == first


def test_what_cannot_be_read_is_refused_and_not_kept(cache):
    with pytest.raises(LetterkitError, match="no reader knows this document"):
        readings.remembered(b"\0")
    assert not cache.exists()
