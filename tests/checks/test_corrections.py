"""What a new version of a source takes away."""

from tests.archive.builders import work
from tests.checks.stores import CLAIM, ITEM, library, opened

from letterkit.checks.corrections import correction, findings

QUOTE = CLAIM["quotes"][0]
MORE = {**CLAIM, "id": "bridge-mended", "quotes": [QUOTE], "supersedes": ["bridge-destroyed"]}


def test_quotes_that_still_stand_are_counted_and_the_others_named_with_what_differs(tmp_path):
    store = opened(library(tmp_path))
    new = work(QUOTE.replace("19 October", "18 October") + ".", item=ITEM)
    found = correction(store.library, "watch-2020", ITEM, [new])
    assert (found.source, found.standing, found.claims) == ("watch-2020", 0, ("bridge-destroyed",))
    (said,) = findings(found)
    assert (said.rule, said.severity, said.claim) == ("quote-lost", "warning", "bridge-destroyed")
    assert said.message.startswith(
        "in the new version of watch-2020 the quote does not stand in the source: “"
    )
    assert "the source has “18”, the quote “19”" in said.hint
    assert "`supersedes: [bridge-destroyed]`" in said.hint
    assert said.place.file == "facts/claims/watch-2020.yaml"


def test_where_all_stand_there_is_nothing_to_say(tmp_path):
    store = opened(library(tmp_path))
    found = correction(store.library, "watch-2020", ITEM, [work(f"{QUOTE}.", item=ITEM)])
    assert (found.standing, found.lost, list(findings(found))) == (1, (), [])


def test_what_supersedes_the_claim_already_is_named(tmp_path):
    store = opened(library(tmp_path, CLAIM, MORE))
    found = correction(store.library, "watch-2020", ITEM, [work("It rained.", item=ITEM)])
    assert [lost.superseded_by for lost in found.lost] == [("bridge-mended",), ()]
    assert "superseded already by bridge-mended" in next(findings(found)).hint


def test_a_quote_that_moved_to_another_item_of_the_document_is_lost(tmp_path):
    store = opened(library(tmp_path))
    works = [work("It rained.", item=ITEM), work(f"{QUOTE}.", item="https://example.org/other")]
    (said,) = findings(correction(store.library, "watch-2020", ITEM, works))
    assert "the quote stands in another item: https://example.org/other" in said.message
