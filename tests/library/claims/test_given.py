import pytest

from letterkit.library.claims.given import Given, given
from letterkit.library.disk.locate import starter

REST = (
    "  claim: It rained.\n  quotes: [rain]\n  topics: [t]\n  role: law\n  parties: []\n"
    "  certainty: call # sure\n"
)
ONE = f"- id: one-1\n{REST}"


def read(text: str) -> Given:
    return given(text, "new.yaml", "s")


def said(found: Given) -> list[tuple[str, int | None]]:
    return [(finding.rule, finding.place.line) for finding in found.findings]


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"source: s\nclaims:\n{ONE}",
        "source: s\nclaims:\n" + "".join(f"  {line}\n" for line in ONE.splitlines()),
        f"id: one-1\n{REST.replace(chr(10) + '  ', chr(10))[2:]}",
        ONE.replace("\n", "\r\n"),
        f"# a note\n\n{ONE}\n# the end\n",
    ],
)
def test_one_claim_a_list_and_a_whole_file_are_read_alike(text: str):
    found = read(text)
    assert said(found) == []
    assert list(found.claims) == ["one-1"]
    assert found.claims["one-1"].source == "s"
    assert found.texts == {"one-1": ONE}


def test_the_lines_of_a_claim_keep_their_comments():
    text = f"# of one\n{ONE}  # at the end\n# of two\n- id: two-2\n  # inside\n{REST}"
    found = read(text)
    assert found.texts["one-1"] == ONE
    assert found.texts["two-2"] == f"- id: two-2\n  # inside\n{REST}"


def test_a_claim_on_one_line_is_written_anew():
    found = read(
        "- {id: one-1, claim: It rained., quotes: [rain], topics: [t], role: law, parties: [], "
        "certainty: call}"
    )
    assert said(found) == []
    assert found.texts["one-1"].startswith("- id: one-1\n  claim: >-\n    It rained.\n")


def test_a_source_inside_a_claim_is_left_out():
    found = read(ONE.replace("- id", "- source: s\n  id"))
    assert said(found) == []
    assert "source" not in found.texts["one-1"]


def test_all_that_is_wrong_is_said_at_once_with_its_line():
    text = f"{ONE.replace('role: law', 'role: lwa')}- id: one-1\n{REST}- id: X\n{REST}"
    found = read(text)
    assert said(found) == [("unknown-value", 5), ("duplicate-id", 8), ("bad-value", 15)]
    assert all(finding.place.file == "new.yaml" for finding in found.findings)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "no-claims"),
        ("claims: []", "no-claims"),
        ("just words", "no-claims"),
        ("- [", "yaml-syntax"),
        (f"source: other\nclaims:\n{ONE}", "other-source"),
        (ONE.replace("- id", "- source: other\n  id"), "other-source"),
        (f"claims:\n{ONE}uncited: []\n", "unknown-key"),
        ("- 5", "not-a-mapping"),
        (f"{ONE}  extra: 1\n", "unknown-key"),
        ("- &a\n  id: x", "yaml-anchor"),
    ],
)
def test_what_is_no_claim_of_the_source_is_refused(text: str, rule: str):
    found = read(text)
    assert rule in [finding.rule for finding in found.findings]


@pytest.mark.parametrize(
    "path", sorted((starter() / "facts" / "claims").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_starters_own_files_can_be_given(path):
    text = path.read_text("utf-8").split("\nuncited:")[0] + "\n"
    found = given(text, path.name, path.stem)
    assert found.findings == []
    assert set(found.texts) == set(found.claims)
    for name, block in found.texts.items():
        lines = block.splitlines()
        assert lines[0].startswith(f"- id: {name}")
        assert all(line.strip() in text for line in lines)
