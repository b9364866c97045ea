import pytest
from tests.checks.stores import fair, holder, judged, library, office, opened, rules, shown, write

from letterkit.checks.references import references_resolve, topics_resolve
from letterkit.findings import Place


@pytest.mark.parametrize("key", ["supersedes", "conflicts_with", "same_as"])
def test_a_misspelt_claim_is_named_with_its_line_and_the_nearest_id(tmp_path, key):
    claims = ({"id": "mill-flooded"}, {key: ["mill-floded"]})
    (finding,) = judged(references_resolve, tmp_path, *claims)
    assert finding.rule == "unknown-reference"
    assert finding.message == "unknown claim 'mill-floded'"
    assert finding.hint == "did you mean 'mill-flooded'?"
    text = (tmp_path / "facts/claims/watch-2020.yaml").read_text().splitlines()
    assert text[(finding.place.line or 0) - 1] == "  - mill-floded"


@pytest.mark.parametrize("key", ["lead_in", "pair"])
def test_a_claim_that_leads_in_or_goes_along_must_exist(tmp_path, key):
    assert rules(judged(references_resolve, tmp_path, {key: "nobody"})) == ["unknown-reference"]
    assert judged(references_resolve, tmp_path, {"id": "mill-flooded"}, {key: "mill-flooded"}) == []


def test_a_party_must_stand_in_parties_yaml(tmp_path):
    (finding,) = judged(references_resolve, tmp_path, {"parties": ["lowlands"]})
    assert finding.message == "unknown party 'lowlands'"
    assert finding.hint == "did you mean 'lowland'?"
    assert judged(references_resolve, tmp_path, {"parties": ["lowland"]}) == []


def test_a_misspelt_source_is_one_finding_at_the_head_of_the_file(tmp_path):
    root = library(tmp_path, {}, {"id": "mill-flooded"})
    text = (root / "facts/claims/watch-2020.yaml").read_text()
    (root / "facts/claims/watch-2020.yaml").unlink()
    write(root, "facts/claims/wotch-2020.yaml", text.replace("source: watch-2020", "source: wotch-2020"))
    (finding,) = references_resolve(opened(root))
    assert finding.place == Place("facts/claims/wotch-2020.yaml", 1)
    assert finding.hint == "did you mean 'watch-2020'?"


def test_a_claim_that_could_not_be_read_still_counts_as_known(tmp_path):
    root = library(tmp_path, {"supersedes": ["mill-flooded"]})
    write(
        root, "facts/claims/torn.yaml", "source: watch-2020\nclaims:\n- id: mill-flooded\n  clam: misspelt\n"
    )
    from letterkit.checks.store import Store
    from letterkit.library.disk.files import fact_texts
    from letterkit.library.load import load
    from letterkit.library.originals import Originals

    read, findings = load(root)
    assert "mill-flooded" not in read.claims
    assert {finding.rule for finding in findings} >= {"unknown-key", "missing-key"}
    assert list(references_resolve(Store(read, Originals(root), facts=fact_texts(root)))) == []


TOPIC = {
    "id": "floods",
    "title": "Floods",
    "parties": ["uplnd"],
    "draws_on": ["floods", "flods"],
    "plan": [
        {
            "block": "evidence",
            "party": "lowlnd",
            "roles": ["evidence"],
            "topics": ["metodology"],
            "prefer": ["flod-1"],
        }
    ],
    "instruments": [{"id": "treaty", "name": "A treaty", "bound": ["lowlnd"], "claims": ["no-such-claim"]}],
    "asks": {"us-state": [{"id": "rebuild", "text": "Rebuild", "grounds": ["bridge-destoyed"]}]},
}


def test_everything_that_a_topic_names_must_exist(tmp_path):
    store = opened(library(tmp_path, facts__topics__floods=TOPIC))
    assert [finding.message for finding in references_resolve(store)] == [
        "unknown party 'uplnd'",
        "unknown party 'lowlnd'",
        "unknown claim 'flod-1'",
        "unknown party 'lowlnd'",
        "unknown claim 'no-such-claim'",
        "unknown claim 'bridge-destoyed'",
    ]
    assert [finding.message for finding in topics_resolve(store)] == [
        "unknown topic 'flods'",
        "unknown topic 'metodology'",
    ]


def test_offices_and_occasions_name_forms_sources_and_offices_that_exist(tmp_path):
    seen = shown(source="wach-2020")
    mayor = office(form="plane", counterpart="mayr", address_source=seen, holders=[holder(seen)])
    occasion = fair(recipients=["mayer"], topics=["floodz"], shown=seen)
    store = opened(library(tmp_path, facts__recipients__mayor=mayor, facts__occasions__fair=occasion))
    assert [finding.message for finding in references_resolve(store)] == [
        "unknown form of address 'plane'",
        "unknown recipient 'mayr'",
        "unknown source 'wach-2020'",
        "unknown source 'wach-2020'",
        "unknown recipient 'mayer'",
        "unknown source 'wach-2020'",
    ]
    assert [finding.message for finding in topics_resolve(store)] == ["unknown topic 'floodz'"]


def test_a_tag_that_many_claims_carry_is_a_topic_still_to_be_written(tmp_path):
    claims = [{"id": f"flood-{number}", "topics": ["floods", "methodology"]} for number in range(3)]
    (finding,) = judged(topics_resolve, tmp_path, *claims)
    assert (finding.rule, finding.severity) == ("topic-without-file", "warning")
    assert finding.message == "3 claims carry the topic 'floods', which has no file"


def test_a_rare_tag_near_a_common_one_is_a_misspelling(tmp_path):
    claims = [{"id": f"flood-{number}", "topics": ["floods"]} for number in range(3)]
    findings = judged(topics_resolve, tmp_path, *claims, {"id": "flood-x", "topics": ["flods"]})
    assert rules(findings) == ["topic-without-file", "unknown-reference"]
    assert findings[1].hint == "did you mean 'floods'?"
