from tests.checks.stores import judged, source

from letterkit.checks.sources import sources_are_dated, sources_name_who_speaks
from letterkit.findings import Finding, Place


def without(*keys):
    """Return the file of the source with claims, without some of its keys."""
    bare = {key: value for key, value in source().items() if key not in keys}
    return {"facts__sources__watch-2020": bare}


def test_a_source_with_claims_and_without_a_day_is_named(tmp_path):
    assert judged(sources_are_dated, tmp_path, **without("issued")) == [
        Finding(
            "source-undated",
            "warning",
            "no letter can cite 'watch-2020': it is not known when it was published",
            Place("facts/sources/watch-2020.yaml", 1),
            "add `issued:` once it is known",
        )
    ]


def test_a_source_with_claims_that_nobody_is_said_to_have_published_is_named(tmp_path):
    (found,) = judged(sources_name_who_speaks, tmp_path, **without("publisher"))
    assert (found.rule, found.message) == ("source-unnamed", "a note cannot say who published 'watch-2020'")


def test_a_source_that_says_both_and_one_without_claims_are_in_order(tmp_path):
    unused = {**without("issued", "publisher")["facts__sources__watch-2020"], "id": "unused"}
    for rule in (sources_are_dated, sources_name_who_speaks):
        assert judged(rule, tmp_path / rule.__name__, facts__sources__unused=unused) == []
