from tests.checks.stores import library, opened, source, write

from letterkit.archive import Status
from letterkit.library.model import Original, Source
from letterkit.library.originals import Originals


def test_a_quote_is_looked_up_in_the_latest_original(tmp_path):
    root = library(tmp_path)
    known = opened(root).library.sources["watch-2020"]
    older = known.model_copy(
        update={"originals": (Original(document="gone.txt", sha256="0"), *known.originals)}
    )
    quote = "a flood that destroyed the bridge of Milltown"
    assert Originals(root).verdict(older, quote).status is Status.FOUND
    assert [fault.kind for fault in Originals(root).faults(older)] == ["missing"]


def test_without_a_source_or_an_original_a_quote_is_unchecked(tmp_path):
    originals = Originals(tmp_path)
    bare = Source.model_validate({**source(), "originals": []})
    for known in (None, bare):
        assert originals.verdict(known, "words").status is Status.UNCHECKED
    assert originals.work(bare) is None
    assert originals.text(bare) == ""


def test_a_document_that_no_reader_knows_leaves_quotes_unchecked_and_is_a_fault(tmp_path):
    root = library(tmp_path)
    write(root, "seeds/feed.txt", '{"no": "reader"}')
    known = opened(root).library.sources["watch-2020"]
    originals = Originals(root)
    assert originals.verdict(known, "nothing").status is Status.UNCHECKED
    assert originals.text(known) == ""
    assert {fault.kind for fault in originals.faults(known)} == {"changed", "unreadable"}
