"""`letterkit check --annotate`: the findings as Word comments in a copy."""

import pytest
from tests.commands.letters import complete_library, drafted, edit, inserted, retyped
from tests.docx.reading import members

from letterkit.docx.read import read_document

CLAIM = "stepanakert-oct4-4-killed"
UNTOUCHED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(drafted("2021-02-01")[0])
    return edit(path, retyped, "killed four civilians", "killed five civilians")


@pytest.fixture
def annotate(run, letter, tmp_path):
    """Return a function that checks the letter and has the findings written into copy.docx."""

    def call(*options, path=letter, out=tmp_path / "copy.docx"):
        return run("--library", str(complete_library()), "check", str(path), "--annotate", str(out), *options)

    return call


def said(path):
    return [(each.anchor, each.text) for each in read_document(path.read_bytes()).comments]


def test_each_finding_stands_at_its_place_in_a_copy_that_says_nothing_else(annotate, letter, tmp_path):
    before = letter.read_bytes()
    ran = annotate("--json")
    assert ran.code == 1
    copy = tmp_path / "copy.docx"
    comments = said(copy)
    [(words, text)] = [each for each in comments if CLAIM in each[1]]
    assert words.endswith("killed five civilians and injured a dozen more.")
    assert text.startswith(f"error: {CLAIM}: “4” became “5”\nit said: ")
    decided = [each for each in ran.json["findings"] if each["severity"] != "info"]
    assert all(any(each["message"] in text for _, text in comments) for each in decided)
    assert letter.read_bytes() == before
    old, new = members(before), members(copy.read_bytes())
    assert {name for name in new if new[name] != old.get(name)} == UNTOUCHED
    for view in ("accepted", "rejected"):
        shown = read_document(copy.read_bytes(), view)
        assert shown._replace(comments=()) == read_document(before, view)


def test_checking_the_copy_finds_the_same_and_its_comments(annotate, run, tmp_path):
    first = annotate("--json").json
    second = run("--library", str(complete_library()), "check", str(tmp_path / "copy.docx"), "--json").json
    assert second["claims"] == first["claims"]
    count = len(said(tmp_path / "copy.docx"))
    assert [each["rule"] for each in second["findings"]].count("comment") == count
    left = [each["message"] for each in second["findings"] if each["rule"] != "comment"]
    assert left == [each["message"] for each in first["findings"]]


def test_tracked_changes_stay_open(annotate, letter, tmp_path):
    edit(letter, inserted, "I write for", "With respect, ")
    annotate()
    changes = read_document((tmp_path / "copy.docx").read_bytes()).changes
    assert [(each.kind, each.text) for each in changes] == [("insertion", "With respect, ")]


def test_an_existing_file_is_replaced_only_where_told(annotate, tmp_path):
    copy = tmp_path / "copy.docx"
    copy.write_bytes(b"somebody's")
    refused = annotate()
    assert refused.code == 1
    assert f"{copy} exists already" in refused.err
    assert copy.read_bytes() == b"somebody's"
    assert f"{copy}: replaced, " in annotate("--force").err
    assert said(copy)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"out": "letter.docx"}, "would replace the letter itself"),
        ({"out": "copy.pdf"}, "the name of the copy ends in .docx"),
        ({"path": "."}, "takes one letter, not a folder"),
    ],
)
def test_a_name_that_no_copy_can_have_is_wrong_usage(annotate, tmp_path, names, message):
    ran = annotate(**{name: tmp_path / value for name, value in names.items()})
    assert ran.code == 2
    assert message in ran.err
