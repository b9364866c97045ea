"""Files of sources: new ones are read back as they are, and a further original changes only its own lines."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.stores import source

from letterkit.errors import LetterkitError
from letterkit.library.intake.sourcefile import scalar, with_original, written
from letterkit.library.model import Original, Source
from letterkit.library.yaml import yamlfile

NEW = Original(document="b.pdf", sha256="2", item=None, text_sha256="3", kind="pdf")


def read(text):
    parsed = yamlfile.read(text, "x.yaml")
    assert parsed.findings == []
    return Source.model_validate(parsed.data)


def test_a_source_is_read_back_as_it_is():
    full = source(
        author=["Watch: the team", {"family": "Beauvoir", "given": "Anne", "non-dropping-particle": "de"}],
        URL="https://example.org/a",
        csl={"DOI": "10.1/x"},
        language="en",
        title="“Yes”: no # comment, null",
        originals=[{"document": "a.pdf", "sha256": "1", "kind": "pdf"}],
    )
    assert read(written(full)) == full


def test_what_nobody_has_decided_is_not_written():
    text = written(source())
    assert "rank" not in text
    assert "kind" not in text
    assert "null" not in text


@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"))
)
def test_any_text_stands_in_quotes(text):
    assert yamlfile.read(f"a: {scalar(text)}\n", "x").data == {"a": text}


@pytest.mark.parametrize(
    "before",
    [
        """\
        id: a # who
        originals:
          - document: "a.pdf"
            sha256: "1" # of the file

        # what comes next
        note: >-
          two
          lines
        """,
        """\
        originals:
        - document: a.pdf
          sha256: '1'
        - {document: c.pdf, sha256: '4'}
        note: x
        """,
        """\
        id: a
        originals:
          - document: a.pdf
            sha256: "1"
            item: >-
              https://example.org/
              a""",
        "id: a\n",
        "id: a",
    ],
)
def test_another_original_is_the_last_and_every_other_line_stays(before):
    before = dedent(before)
    after = with_original(before, NEW, "a.yaml")
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines())
    parsed, was = yamlfile.read(after, "a.yaml").data, yamlfile.read(before, "a.yaml").data
    assert parsed["originals"] == [
        *was.get("originals", []),
        {"document": "b.pdf", "sha256": "2", "text_sha256": "3", "kind": "pdf"},
    ]
    assert {**parsed, "originals": None} == {**was, "originals": None}


def test_originals_in_one_line_are_left_to_a_person():
    with pytest.raises(LetterkitError, match=r"a.yaml: the originals are written in one line"):
        with_original("originals: [{document: a.pdf, sha256: '1'}]\n", NEW, "a.yaml")
