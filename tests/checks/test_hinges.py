import pytest
from tests.checks.stores import judged, rules

from letterkit.checks.hinges import templates_can_be_read, templates_state_no_fact
from letterkit.findings import Place

NAME = "templates__letters__topics__floods"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("All 12 of them.", "figure"),
        ("On October 19 it was.", "date"),
        ("It goes back to September.", "date"),
        ("Cluster munitions are the matter.", "weapon"),
        ("A Smerch is the matter.", "weapon"),
        ("We know that Lowland shelled the town.", "beside"),
        ("Uplandic units attacked it.", "beside"),
        ("Upland’s forces, as all know, fired on it.", "beside"),
    ],
)
def test_a_fact_in_a_templates_own_text_is_an_error_at_its_line(tmp_path, text, what):
    (finding,) = judged(
        templates_state_no_fact, tmp_path, **{NAME: f"{{# 1 #}}\n{{% if day %}}\n{text}\n{{% endif %}}\n"}
    )
    assert (finding.rule, finding.severity) == ("template-fact", "error")
    assert what in finding.message
    assert finding.place == Place("templates/letters/topics/floods.md.j2", 3)


@pytest.mark.parametrize(
    "text",
    [
        "{# On October 19, 2020, Lowland shelled 12 rockets. #}",
        "{{ claims[12] }} {% if part == 'October 12' %}rocket{% endif %}".replace("rocket", "yes"),
        "I take each side in turn.",
        "We ask Lowland to listen.",
        "They attacked nobody. Upland may answer.",
        "The conduct of the other side concerns us no less. It may be so.",
    ],
)
def test_expressions_comments_and_hinges_state_no_fact(tmp_path, text):
    assert judged(templates_state_no_fact, tmp_path, **{NAME: text}) == []


def test_a_template_that_is_none_is_named_with_its_line(tmp_path):
    (finding,) = judged(templates_can_be_read, tmp_path, **{NAME: "One.\n{% if %}\n"})
    assert (finding.rule, finding.place.line) == ("template-syntax", 2)
    assert judged(templates_state_no_fact, tmp_path, **{NAME: "One.\n{% if %}\n"}) == []
    assert rules(judged(templates_can_be_read, tmp_path, **{NAME: "One.\n{% if day %}{% endif %}\n"})) == []
