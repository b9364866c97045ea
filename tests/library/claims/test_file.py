import difflib

import pytest

from letterkit.errors import LetterkitError
from letterkit.library.claims.file import New, new_file, with_claims
from letterkit.library.disk.locate import starter
from letterkit.library.yaml import yamlfile

FILES = sorted((starter() / "facts" / "claims").glob("*.yaml"))
BLOCK = '- id: new-one\n  claim: >-\n    It rained.\n  quotes:\n    - "rain"\n'
TWO = """\
# A head that stays
source: s   # and this
claims:
  # about one
  - id: one
    claim: One.

  # about two
  - id: two
    claim: Two.   # why

uncited:
  - quote: "x"
    reason: y
"""


def added(text: str, before: int, block: str = BLOCK) -> str:
    return with_claims(text, "f.yaml", [New(block, before)])


def removed(old: str, new: str) -> list[str]:
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line.startswith("- ")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_of_the_starters_files_changes_wherever_a_claim_goes(path):
    text = path.read_text("utf-8")
    number = len(yamlfile.read(text, "").data["claims"])
    for before in range(0, number + 1, 3):
        new = added(text, before)
        assert removed(text, new) == []
        claims = yamlfile.read(new, "").data["claims"]
        assert claims[before]["id"] == "new-one"
        assert len(claims) == number + 1


def test_comments_belong_to_the_claim_below_them():
    assert added(TWO, 1).splitlines()[5:15] == [
        "    claim: One.",
        "",
        "  - id: new-one",
        "    claim: >-",
        "      It rained.",
        "    quotes:",
        '      - "rain"',
        "",
        "  # about two",
        "  - id: two",
    ]


def test_the_last_place_is_before_what_follows_the_list():
    lines = added(TWO, 2).splitlines()
    at = lines.index("  - id: new-one")
    assert lines[at - 2 : at] == ["    claim: Two.   # why", ""]
    assert lines[at + 5 : at + 7] == ["", "uncited:"]


def test_several_claims_keep_their_order():
    text = with_claims(
        TWO, "f", [New("- id: a-1\n", 1), New("- id: a-2\n", 1), New("- id: z-1\n", 2), New("- id: o-1\n", 0)]
    )
    ids = [each["id"] for each in yamlfile.read(text, "").data["claims"]]
    assert ids == ["o-1", "one", "a-1", "a-2", "two", "z-1"]


@pytest.mark.parametrize(
    "text",
    [
        "source: s\nclaims:\n- id: one\n  claim: One.\n",
        "source: s\nclaims:\n- id: one\n  claim: One.",
        "source: s\r\nclaims:\r\n  - id: one\r\n    claim: One.\r\n",
        "source: s\nclaims:\n    - id: one\n      claim: One.\n    - id: two\n      claim: Two.\n",
        "source: s\nclaims:\n",
        "source: s\nclaims: []\n",
        "source: s\nclaims: null  # none yet\nuncited:\n  - {quote: a, reason: b}\n",
        "uncited: []\nclaims:\n  - {id: one, claim: One.}\nsource: s\n",
    ],
)
def test_other_styles_of_the_list_are_kept(text: str):
    new = added(text, 9)
    read = yamlfile.read(new, "")
    assert read.findings == []
    assert read.data["claims"][-1]["id"] == "new-one"
    assert {key: value for key, value in read.data.items() if key != "claims"} == {
        key: value for key, value in yamlfile.read(text, "").data.items() if key != "claims"
    }
    assert ("\r\n" in new) == ("\r\n" in text)
    assert new.count("\r\n") in (0, new.count("\n"))


def test_claims_without_blank_lines_between_them_stay_so():
    text = "source: s\nclaims:\n  - id: one\n    claim: One.\n  - id: two\n    claim: Two.\n"
    assert "\n\n" not in added(text, 1)


def test_a_new_file_has_its_source_and_its_claims():
    text = new_file("s", [BLOCK, BLOCK.replace("new-one", "new-two")])
    assert text.startswith("source: s\nclaims:\n  - id: new-one\n")
    assert [each["id"] for each in yamlfile.read(text, "").data["claims"]] == ["new-one", "new-two"]
    assert text.endswith('- "rain"\n')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source: s\nclaims: [{id: one}, {id: two}]\n", "not written as a list of lines"),
        ("source: s\n", "has no list 'claims'"),
        ("source: s\nclaims: {", "cannot be read"),
        ("[]", "cannot be read"),
        ("", "cannot be read"),
    ],
)
def test_what_takes_no_line_is_refused(text: str, message: str):
    with pytest.raises(LetterkitError, match=message) as refused:
        added(text, 0)
    assert refused.value.hint


def test_a_block_that_would_break_the_file_is_refused():
    with pytest.raises(LetterkitError, match="could not be put between its lines"):
        added(TWO, 1, "- id: a\nclaims: x\n")
