"""Addresses: what is taken off, what stays, and what two of them have in common."""

import pytest

from letterkit.archive.about.address import absolute, clean, key


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        ("https://example.org/a?utm_source=x&utm_medium=rss", "https://example.org/a"),
        ("https://example.org/a?id=7&fbclid=Iw&gclid=1", "https://example.org/a?id=7"),
        ("https://example.org/a?q=a%20b&page=2", "https://example.org/a?q=a%20b&page=2"),
        ("HTTPS://Example.ORG:443/A", "https://example.org/A"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("https://example.org/a?to=jo@example.org&b=1", "https://example.org/a?b=1"),
        ("https://example.org/a#:~:text=killed", "https://example.org/a"),
        ("https://example.org/a#part-2", "https://example.org/a#part-2"),
        ("https://example.org/rapport/é", "https://example.org/rapport/%C3%A9"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_an_address_is_kept_without_what_tracks_or_names_the_reader(address, cleaned):
    assert clean(address) == cleaned


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "example.org",
        "mailto:jo@example.org",
        "file:///etc/passwd",
        "javascript:x",
        "http://[::1",
        "http://a b",
    ],
)
def test_what_is_no_web_address_is_none(address):
    assert clean(address) is None
    assert key(address) is None


def test_two_addresses_of_one_work_have_the_same_key():
    same = ["http://example.org/a", "https://www.example.org/a/", "https://example.org/a?utm_campaign=1#top"]
    assert len({key(address) for address in same}) == 1
    assert key("https://example.org/a?id=1") != key("https://example.org/a?id=2")
    assert key("https://example.org/a?b=2&a=1") == key("https://example.org/a?a=1&b=2")


def test_a_relative_address_is_completed_and_a_broken_one_is_not():
    assert absolute("/news/1", "https://example.org/feed/") == "https://example.org/news/1"
    assert absolute("news/1", None) is None
    assert absolute("http://[", "https://example.org") is None
