"""CSL-JSON as Zotero writes it, into sources and back."""

import json

import pytest
from tests.library.stores import read as store
from tests.library.stores import said

from letterkit.errors import LetterkitError
from letterkit.library.csl.export import csl
from letterkit.library.csl.imports import entries, read

REPORT = {
    "id": "http://zotero.org/users/1234567/items/ABCD2345",
    "type": "report",
    "title": "<i>Axe to grind</i>: Abuses in the war",
    "publisher": "Example Watch",
    "publisher-place": "London",
    "number": "EUR 55/9999/2021",
    "language": "en-GB",
    "URL": "https://example.org/axe?utm_source=x",
    "author": [
        {"family": "Beauvoir", "given": "Anne", "non-dropping-particle": "de"},
        {"literal": "The team"},
    ],
    "issued": {"date-parts": [["2021", 1, 14]]},
    "accessed": {"date-parts": [[2024, 3, 1]]},
    "note": "Shelf 5; ask jo@example.org",
}


@pytest.fixture
def library(tmp_path):
    return store(tmp_path, {})[0]


def imported(library, *entries):
    return read(library, json.dumps(entries).encode(), "z.json")


def test_an_entry_becomes_a_source_without_an_original(library):
    (source,) = imported(library, REPORT).sources
    assert source.id == "example-watch-2021-01-14-abuses-war"
    assert source.title == "Axe to grind: Abuses in the war"
    assert (source.url, str(source.accessed), source.number) == (
        "https://example.org/axe",
        "2024-03-01",
        "EUR 55/9999/2021",
    )
    assert [str(name) for name in source.author] == ["Anne de Beauvoir", "The team"]
    assert source.csl == {"publisher-place": "London", "citation-key": "ABCD2345"}
    assert source.note == "Shelf 5; ask [e-mail masked]"
    assert source.originals == ()


def test_what_is_exported_again_says_the_same(library):
    (source,) = imported(library, REPORT).sources
    item = csl(source)
    kept = ("type", "publisher", "publisher-place", "number", "language", "author", "accessed")
    assert {key: item[key] for key in kept} == {key: REPORT[key] for key in kept}
    assert item["issued"] == {"date-parts": [[2021, 1, 14]]}
    (again,) = imported(library, item).sources
    assert again == source.model_copy(update={"id": again.id, "note": again.note})


def test_a_month_stays_a_month(library):
    (source,) = imported(library, {**REPORT, "issued": {"date-parts": [[2021, 1]]}}).sources
    assert source.issued == "2021-01"
    assert csl(source)["issued"] == {"date-parts": [[2021, 1]]}


def test_an_entry_that_is_known_by_address_doi_or_title_and_date_is_left_alone(library):
    doi = {"type": "article", "title": "Law", "DOI": "10.1/X"}
    bare = {"type": "book", "title": "A book", "issued": {"raw": "2020"}}
    again = (
        {**REPORT, "title": "Renamed"},
        {**doi, "title": "The law", "DOI": "10.1/x"},
        {**bare, "title": "a BOOK"},
    )
    found = imported(library, REPORT, doi, bare, *again)
    assert len(found.sources) == 3
    assert [name for name, _ in found.known] == [source.id for source in found.sources]


def test_what_cannot_be_kept_is_said(library):
    odd = {
        "type": "podcast",
        "title": "T",
        "issued": {"literal": "circa 1990"},
        "URL": "ftp://x",
        "abstract": "long",
        "editor": [{"family": "E"}],
    }
    found = imported(library, odd)
    assert {finding.rule: finding.message for finding in found.findings} == {
        "unknown-type": "'podcast' is no type of CSL; taken as a document: “T”",
        "bad-issued": "its date (issued) was left out: “circa 1990” can be read in more than one way: “T”",
        "no-publisher": "it has no publisher: “T”",
        "no-address": "its URL is no web address and was left out: “T”",
        "field-not-kept": "not kept: abstract, editor: “T”",
    }
    assert (found.sources[0].issued, found.sources[0].type) == (None, "document")


def test_an_author_who_is_an_address_is_left_out(library):
    found = imported(
        library, {"type": "book", "title": "T", "author": [{"family": "jo@example.org"}, {"given": "Plato"}]}
    )
    assert found.sources[0].author == ("Plato",)
    assert "contact-data" in [rule for rule, _ in said(found.findings)]


def test_an_entry_without_a_title_is_left_out_and_named(library):
    found = imported(library, {"type": "book"})
    assert found.sources == []
    assert found.findings[0].message == "entry 1 has no title and was left out"


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"[[]]", b'"x"', b'[{"a": 1}]', b"[" * 100_000, b"\xff"])
def test_what_is_no_csl_json_is_refused(data):
    with pytest.raises(LetterkitError, match=r"z.json is no"):
        entries(data, "z.json")


@pytest.mark.parametrize("wrapped", [REPORT, {"items": [REPORT]}, [REPORT]])
def test_one_entry_a_list_and_a_wrapped_list_are_read(wrapped):
    assert entries(json.dumps(wrapped).encode(), "z.json") == [REPORT]
