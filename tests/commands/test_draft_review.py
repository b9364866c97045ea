"""`draft --review`: the copy for whoever checks the facts."""

from datetime import date
from pathlib import Path
from typing import get_args

import click
import pytest
from tests.docx.reading import members

from letterkit.commands.draft import targets
from letterkit.docx.read import letter_of, read_document
from letterkit.drafting.review import comments
from letterkit.letter.model import Link, plain
from letterkit.library.model import Certainty

NAME = "2021-02-01-state-dept-cluster-munitions"
ASKED = ("draft", "--to", "state-dept", "--topic", "cluster-munitions", "--date", "2021-02-01")
SLUG = (date(2021, 2, 1), "state-dept", "cluster-munitions")


@pytest.fixture(scope="module")
def note():
    """Return the review note of a claim that has everything."""
    return {
        "id": "ganja-21",
        "quotes": ["21 civilians were killed", "fired by Armenian forces"],
        "source": "Scores of civilians killed",
        "publisher": "Amnesty International",
        "issued": "2021-01-14",
        "url": "https://www.example.org/scores",
        "certainty": "apparent",
        "component_certainty": {"toll": "verified", "author": "apparent"},
        "attributed_to": "Denis Krivosheev",
        "supersedes": [{"id": "ganja-12", "claim": "12 died.", "publisher": "Watch", "issued": "2020-10-17"}],
    }


def test_the_comment_says_all_that_is_needed_to_check_a_claim(note):
    [lines] = comments({"review": [note]}).values()
    assert [plain(line).replace("\u00a0", " ") for line in lines] == [
        "Claim: ganja-21",
        "Quote: “21 civilians were killed”",
        "Quote: “fired by Armenian forces”",
        f"Source: Amnesty International, “{note['source']},” published January 14, 2021, {note['url']}",
        "Certainty: apparent: the source says that it appears so, or is likely",
        "Certainty of the toll: verified: the source says that it checked and confirmed this",
        "Certainty of the author: apparent: the source says that it appears so, or is likely",
        "Who says so: Denis Krivosheev",
        "Replaces: “12 died.” (Watch, October 17, 2020, claim ganja-12)",
    ]


def test_what_is_not_known_is_not_said(note):
    bare = note | {"url": None, "component_certainty": {}, "attributed_to": None, "supersedes": []}
    [lines] = comments({"review": [bare]}).values()
    assert [plain(line).partition(":")[0] for line in lines] == [
        "Claim", "Quote", "Quote", "Source", "Certainty", "Who says so",
    ]  # fmt: skip
    assert plain(lines[-1]) == "Who says so: Amnesty International"
    assert not any(isinstance(part, Link) for line in lines for part in line)


def test_a_letter_without_claims_has_no_comments():
    assert comments({}) == {}


def test_every_certainty_of_the_store_is_put_in_plain_words(note):
    for certainty in get_args(Certainty):
        assert comments({"review": [note | {"certainty": certainty}]})


def test_the_copy_has_a_comment_for_each_use_of_a_claim(run, tmp_path):
    ran = run(*ASKED, "--review", "--json", "--out", f"{tmp_path}/")
    assert ran.json["paths"] == [str(tmp_path / f"{NAME}-review.docx")]
    document = read_document(Path(ran.json["paths"][0]).read_bytes())
    assert len(document.comments) == len(ran.json["claims"])
    for comment, claim in zip(document.comments, ran.json["claims"], strict=True):
        assert comment.author == "letterkit"
        assert comment.date == "2021-02-01T00:00:00Z"
        assert comment.text.startswith(f"Claim: {claim['id']}\nQuote: “")
        assert comment.anchor.replace("\u00a0", " ") == claim["text"].replace("\u00a0", " ")
        for said in ("Source: ", "Certainty: ", "Who says so: "):
            assert said in comment.text


def test_what_a_claim_superseded_stands_in_its_comment(run, tmp_path):
    ran = run(*ASKED, "--review", "--out", f"{tmp_path}/", "--include", "ganja-scud-21-killed")
    document = read_document(Path(ran.out.strip()).read_bytes())
    [text] = [
        each.text for each in document.comments if each.text.startswith("Claim: ganja-scud-21-killed\n")
    ]
    assert "\nReplaces: “" in text
    assert "claim ganja-12-killed" in text


def test_the_letter_is_the_same_with_and_without_comments(run, tmp_path):
    ran = run(*ASKED, "--review", "--out", str(tmp_path / "copy.docx"))
    plain = run(*ASKED, "--out", str(tmp_path / "letter.docx"))
    copy, letter = (Path(each.out.strip()).read_bytes() for each in (ran, plain))
    assert letter_of(read_document(copy))[0] == letter_of(read_document(letter))[0]
    assert "word/comments.xml" in members(copy)
    assert "word/comments.xml" not in members(letter)


def test_only_the_docx_is_a_copy_for_review(run, tmp_path):
    ran = run(*ASKED, "--review", "--out", f"{tmp_path}/", "--format", "docx", "--format", "md")
    assert ran.out.split() == [str(tmp_path / f"{NAME}-review.docx"), str(tmp_path / f"{NAME}.md")]
    plain = run(*ASKED, "--out", str(tmp_path / "plain.md"))
    assert (tmp_path / f"{NAME}.md").read_bytes() == Path(plain.out.strip()).read_bytes()


@pytest.mark.parametrize("formats", [("pdf",), ("md", "html")])
def test_review_without_a_docx_is_refused(formats):
    with pytest.raises(click.UsageError, match="--review puts comments into a DOCX: add --format docx"):
        targets(*SLUG, formats, None, review=True)


def test_a_name_that_is_given_is_kept():
    assert targets(*SLUG, (), "mine.docx", review=True) == [("docx", Path("mine.docx"))]
    assert targets(*SLUG, (), "folder/", review=True) == [("docx", Path(f"folder/{NAME}-review.docx"))]
