from tests.research.works import claim, library, source

from letterkit.library.model import Claim
from letterkit.research.proposed.likeness import likenesses

EARLY, LATE = source(id="early", issued="2024-01-10"), source(id="late", issued="2024-06-10")
WHERE = {"place": "Hollin", "happened": "2024-01-03"}
TWELVE = claim(
    "twelve", "At least 12 civilians were killed in Hollin on January 3, 2024.", source="early",
    figures=[{"value": 12, "unit": "civilians killed"}], parties=["lowland"], **WHERE,
)  # fmt: skip


def new(text: str, **more) -> Claim:
    return claim("new", text, **{"source": "late", **WHERE, **more})


def found(one: Claim, *others: Claim) -> list[tuple[str, str, str]]:
    store = library(EARLY, LATE, *others)
    return [(each.kind, each.other.id, each.hint) for each in likenesses(store, one)]


def test_another_figure_for_the_same_event_is_seen():
    one = new(
        "In Hollin, 21 people were killed on January 3, 2024.",
        figures=[{"value": 21, "unit": "people killed"}],
    )
    hint = "supersedes: [twelve] if this replaces it, conflicts_with: [twelve] if accounts differ"
    assert found(one, TWELVE) == [("figure-differs", "twelve", hint)]


def test_what_is_named_already_is_not_told_again():
    one = new(
        "In Hollin, 21 people were killed on January 3, 2024.",
        figures=[{"value": 21, "unit": "people killed"}],
        supersedes=["twelve"],
    )
    assert found(one, TWELVE) == []


def test_an_earlier_report_supersedes_nothing():
    one = claim(
        "new", "In Hollin, 9 people were killed on January 3, 2024.", source="early",
        figures=[{"value": 9, "unit": "people killed"}], **WHERE,
    )  # fmt: skip
    later = claim("twelve", TWELVE.claim, source="late", figures=TWELVE.figures, **WHERE)
    assert found(one, later)[0][2].startswith("conflicts_with: [twelve]")


def test_figures_of_other_things_places_and_days_do_not_clash():
    injured = new("In Hollin, 21 people were injured.", figures=[{"value": 21, "unit": "people injured"}])
    elsewhere = new(
        "In Odra, 21 people were killed.", figures=[{"value": 21, "unit": "people killed"}], place="Odra"
    )
    another = new(
        "In Hollin, 21 people were killed.",
        figures=[{"value": 21, "unit": "people killed"}],
        happened="2024-02-03",
    )
    for one in (injured, elsewhere, another):
        assert [kind for kind, *_ in found(one, TWELVE) if kind == "figure-differs"] == []


def test_the_same_figure_is_no_other_figure():
    one = new("In Hollin, 12 people were killed.", figures=[{"value": 12, "unit": "people killed"}])
    assert [kind for kind, *_ in found(one, TWELVE)] != ["figure-differs"]


def test_another_author_of_the_same_event_is_seen():
    one = new("Civilians were killed in Hollin on January 3, 2024, by Uplandic forces.", parties=["upland"])
    assert found(one, TWELVE)[0][:2] == ("party-differs", "twelve")


def test_a_sentence_that_says_no_to_another_is_seen():
    one = claim("new", "Lowland denied that its forces used cluster munitions in the valley.", source="late")
    other = claim("used", "Lowland’s forces used cluster munitions in the valley.", source="early")
    assert found(one, other)[0][:2] == ("likely-conflict", "used")


def test_a_sentence_that_is_there_already_is_seen():
    one = claim("new", "Seven farmers were killed by mines in the valley of the Odra.", source="late")
    other = claim("old", "In the Odra valley, mines killed seven farmers.", source="early")
    assert found(one, other) == [("likely-duplicate", "old", "leave it out, or name it: same_as: [old]")]


def test_the_same_words_of_the_source_are_seen():
    one = claim("new", "It rained.", quotes=["Rain fell all day"])
    other = claim("old", "There was water everywhere.", quotes=["Rain fell  all day"])
    assert [kind for kind, *_ in found(one, other)] == ["likely-duplicate"]


def test_claims_about_other_things_are_let_be():
    one = claim("new", "Schools in Marsh End closed in winter.")
    assert found(one, TWELVE) == []
