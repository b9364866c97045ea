from pathlib import Path

import pytest
from tests.checks.stores import fair, holder, judged, library, office, opened, rules, shown, source, write

from letterkit.archive import Status
from letterkit.checks.quotes import count, originals_are_unchanged, quotes_stand_in_originals
from letterkit.findings import Place

STANDS = "Example Watch documented a flood that destroyed the bridge of Milltown on 19 October"


def test_a_quote_that_its_source_prints_once_is_found(tmp_path):
    store = opened(library(tmp_path, text=f"{STANDS}."))
    assert list(quotes_stand_in_originals(store)) == []
    assert count(store) == {Status.FOUND: 1}


def test_one_changed_character_is_named_with_line_and_nearest_passage(tmp_path):
    (finding,) = judged(
        quotes_stand_in_originals,
        tmp_path,
        {"quotes": [STANDS.replace("bridge", "fridge")]},
        text=f"{STANDS}.",
    )
    assert (finding.rule, finding.severity, finding.claim) == ("quote-not-found", "error", "bridge-destroyed")
    assert finding.place == Place("facts/claims/watch-2020.yaml", line(tmp_path, "fridge"))
    assert "nearest passage: “Example Watch documented" in finding.hint
    assert "the source has “bridge”, the quote “fridge”" in finding.hint


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{STANDS}. Then, again: {STANDS}.", "quote-ambiguous"),
        ("The river rose.", "quote-not-found"),
        (f"{STANDS.replace('the bridge', 'the footbridge')}.", "quote-not-found"),
    ],
)
def test_a_quote_that_stands_twice_or_not_at_all_is_an_error(tmp_path, text, rule):
    assert rules(judged(quotes_stand_in_originals, tmp_path, text=text)) == [rule]


def test_a_quote_with_a_masked_telephone_number_is_not_quotable(tmp_path):
    quote = "call the town hall of Milltown at 202-555-0100 for help"
    assert rules(judged(quotes_stand_in_originals, tmp_path, {"quotes": [quote]})) == ["quote-not-quotable"]


def test_a_quote_of_another_item_of_the_document_is_named_so(tmp_path):
    root = library(tmp_path)
    known = source(issued="2020-10-20")
    known["originals"][0]["item"] = "https://example.org/news/other"
    write(root, "facts/sources/watch-2020.yaml", known)
    (finding,) = quotes_stand_in_originals(opened(root))
    assert finding.rule == "quote-wrong-item"
    assert "https://example.org/news/flood" in finding.message


def test_quotes_without_an_original_are_unchecked_and_one_error_at_their_source(tmp_path):
    root = library(tmp_path, {}, {"id": "bridge-gone"})
    (root / "seeds/feed.txt").unlink()
    store = opened(root)
    (finding,) = quotes_stand_in_originals(store)
    assert (finding.rule, finding.severity) == ("quote-unchecked", "error")
    assert finding.message.startswith("2 quotes of 'watch-2020' are unchecked")
    assert finding.place == Place(
        "facts/sources/watch-2020.yaml", line(root, "originals:", "sources/watch-2020")
    )
    assert count(store) == {Status.UNCHECKED: 2}


def test_quotes_of_a_source_that_the_store_lacks_are_left_to_the_rule_of_references(tmp_path):
    root = library(tmp_path)
    write(root, "facts/sources/watch-2020.yaml", source("another-source"))
    (root / "facts/sources/watch-2020.yaml").rename(root / "facts/sources/another-source.yaml")
    assert list(quotes_stand_in_originals(opened(root))) == []


def test_uncited_passages_offices_and_occasions_are_looked_up_too(tmp_path):
    mayor = office(address_source=shown(), holders=[holder(shown())])
    root = library(tmp_path, facts__occasions__fair=fair(shown=shown()), facts__recipients__mayor=mayor)
    with (root / "facts/claims/watch-2020.yaml").open("a") as file:
        file.write("uncited:\n- {quote: no such words either, reason: rhetoric}\n")
    places = sorted(finding.place.file for finding in quotes_stand_in_originals(opened(root)))
    assert places == [
        "facts/claims/watch-2020.yaml",
        "facts/occasions/fair.yaml",
        *(2 * ["facts/recipients/mayor.yaml"]),
    ]


def test_offices_borrowed_from_the_starter_are_not_judged(tmp_path):
    from dataclasses import replace

    root = library(tmp_path)
    own = opened(root)
    assert own.owns("recipients", "mayor")
    assert not replace(own, own=frozenset()).owns("recipients", "mayor")


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("sha256", "1", "original-changed"),
        ("text_sha256", "1", "original-changed"),
        ("document", "gone.txt", "original-missing"),
        ("document", "../facts/library.yaml", "original-unreadable"),
        ("item", "https://example.org/none", "original-item"),
    ],
)
def test_an_original_that_is_not_what_was_archived_is_an_error_at_its_line(tmp_path, key, value, rule):
    root = library(tmp_path)
    store = opened(root)
    assert list(originals_are_unchanged(store)) == []
    known = source()
    known["originals"][0] |= {"sha256": store.library.sources["watch-2020"].originals[0].sha256, key: value}
    write(root, "facts/sources/watch-2020.yaml", known)
    (finding,) = originals_are_unchanged(opened(root))
    assert (finding.rule, finding.severity) == (rule, "error")
    assert finding.place == Place(
        "facts/sources/watch-2020.yaml", line(root, f" {key}:", "sources/watch-2020")
    )
    assert finding.hint


def line(root: Path, words: str, file: str = "claims/watch-2020") -> int:
    """Return the number of the line of a file below facts/ that holds some words."""
    lines = (root / f"facts/{file}.yaml").read_text().splitlines()
    return next(number for number, text in enumerate(lines, 1) if words in text)
