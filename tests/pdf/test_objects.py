"""A PDF's objects are made into bytes once, and the file is the same."""

from collections import Counter

import pydyf
from tests.docx.letters import two_pages
from tests.pdf.letters import CSS, DAY

from letterkit.pdf import objects
from letterkit.pdf.pdf import Renderer


def test_the_file_is_the_one_that_pydyf_writes_of_its_own(monkeypatch):
    kept = Renderer(CSS).write(two_pages(), created=DAY)
    monkeypatch.setattr(objects, "keep", lambda _pdf: None)
    assert Renderer(CSS).write(two_pages(), created=DAY) == kept


def test_each_page_is_compressed_once(monkeypatch):
    made, data = Counter(), pydyf.Stream.data
    monkeypatch.setattr(
        pydyf.Stream, "data", property(lambda self: made.update([id(self)]) or data.fget(self))
    )
    Renderer(CSS).write(two_pages(), created=DAY)
    assert len(made) > 10
    # Those that the writing itself adds, and the identifier needs: the table of objects, and all the small ones.
    assert sum(count > 1 for count in made.values()) <= 2
