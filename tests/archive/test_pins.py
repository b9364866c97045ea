from hashlib import sha256 as plain_sha256

import pytest
from tests.archive.builders import caption, work

from letterkit.archive import Pins, pins, sha256, text_sha256
from letterkit.errors import LetterkitError

FEED = b"T https://x.example/1 Wed, 01 Mar 2023 10:00:00 +0000 https://x.example/1 A\n]]>\nOne.\n\nTwo.\n]]>"


def test_bytes_and_text_are_pinned_apart():
    assert pins(FEED, "https://x.example/1") == Pins(
        sha256=plain_sha256(FEED).hexdigest(), text_sha256=plain_sha256(b"One.\nTwo.").hexdigest()
    )


def test_the_text_digest_covers_what_is_quotable_and_nothing_else():
    assert text_sha256(work("One.", caption("© Jo Reed"))) == text_sha256(work("One."))
    assert text_sha256(work("One.")) != text_sha256(work("One"))


def test_an_item_that_is_not_there_cannot_be_pinned():
    with pytest.raises(LetterkitError) as caught:
        pins(FEED, "https://x.example/2")
    assert caught.value.message == "the document has no item https://x.example/2"
    assert caught.value.hint == "did you mean 'https://x.example/1'?"


def test_a_digest_of_bytes_is_in_hexadecimal():
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
