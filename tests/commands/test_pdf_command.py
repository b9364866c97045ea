"""`letterkit pdf`: what it makes of an edited letter, what it refuses, and what it keeps to itself."""

import json
import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
from tests.commands.letters import (
    complete_library,
    deleted,
    drafted,
    edit,
    hiding,
    holds,
    inserted,
    retyped,
    with_a_block,
)
from tests.docx.letters import LOOK
from tests.pictures import pictures
from tests.tools import outloud
from tests.verapdf import validate

from letterkit.commands.pdf import target_of
from letterkit.docx.read import read
from letterkit.docx.write import write

DAYS = ("2020-10-21", "2020-10-30", "2021-02-01")
SECRET = "Words that nobody outside may read"
GREETING = "Dear Assistant Secretary:"


@pytest.fixture
def letter(tmp_path):
    """Return the file of the letter of February 2021, to be edited."""
    path = tmp_path / "letter.docx"
    path.write_bytes(drafted("2021-02-01")[0])
    return path


@pytest.fixture
def pdf(run):
    """Return a function that runs `letterkit pdf` on a file with the complete library."""

    def call(path, *arguments):
        ran = run("--library", str(complete_library()), "pdf", str(path), *map(str, arguments))
        assert "Traceback" not in ran.err
        assert "this is a defect" not in ran.err
        return ran

    return call


def rules(ran, severity: str) -> list[str]:
    """Return the rules of the findings that were printed with a severity."""
    return re.findall(rf"{severity}\[([\w-]+)\]", ran.err)


# What it makes.


@pytest.mark.parametrize("day", DAYS)
def test_an_unedited_letter_gives_the_pdf_that_draft_makes_byte_for_byte(pdf, tmp_path, day):
    path = tmp_path / f"{day}.docx"
    docx, directly = drafted(day)
    path.write_bytes(docx)
    ran = pdf(path)
    assert (ran.code, ran.out) == (0, f"{path.with_suffix('.pdf')}\n")
    assert path.with_suffix(".pdf").read_bytes() == directly


def test_the_pdf_of_an_edited_letter_says_what_was_typed(letter, pdf):
    edit(letter, retyped, GREETING, "Dear Madam Assistant Secretary:")
    assert pdf(letter).code == 0
    assert holds(letter.with_suffix(".pdf"), "Dear Madam Assistant Secretary:")
    assert validate(letter.with_suffix(".pdf"), "ua1") == []
    assert validate(letter.with_suffix(".pdf"), "3a") == []
    assert outloud(letter.with_suffix(".pdf"), least="warning") == []


def test_json_says_what_was_written_and_found(letter, pdf):
    ran = pdf(letter, "--json")
    assert ran.code == 0
    assert ran.json["paths"] == [str(letter.with_suffix(".pdf"))]
    about = {"date": "2021-02-01", "recipient": "state-dept", "topic": "cluster-munitions"}
    assert about.items() <= ran.json["letter"].items()
    assert not [each for each in ran.json["findings"] if each["severity"] == "error"]


# Where it goes.


def test_an_existing_file_is_kept_unless_force_is_given(letter, pdf):
    target = letter.with_suffix(".pdf")
    target.write_bytes(b"mine")
    refused = pdf(letter)
    assert (refused.code, refused.out) == (1, "")
    assert f"error: {target} exists already" in refused.err
    assert target.read_bytes() == b"mine"
    forced = pdf(letter, "--force")
    assert (forced.code, forced.out) == (0, f"{target}\n")
    assert rules(forced, "info")[-1] == "replaced"
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("out", "expected"),
    [(None, "a/b.pdf"), ("x.pdf", "x.pdf"), ("x.PDF", "x.PDF"), ("new/", "new/b.pdf")],
)
def test_the_pdf_stands_beside_the_letter_or_where_it_is_asked_for(out, expected):
    assert target_of(Path("a/b.docx"), out) == Path(expected)


def test_out_may_be_a_folder(tmp_path):
    assert target_of(Path("a/b.docx"), str(tmp_path)) == tmp_path / "b.pdf"


@pytest.mark.parametrize("out", ["x.docx", "x", "b.docx.odt"])
def test_a_pdf_is_never_named_as_something_else(out):
    with pytest.raises(click.UsageError, match=r"the name of a PDF ends in \.pdf"):
        target_of(Path("b.docx"), out)


@pytest.mark.parametrize(("letter", "out"), [("a/b.pdf", None), ("b.pdf", "b.pdf"), ("b.pdf", "./")])
def test_a_letter_is_never_replaced_by_its_own_pdf(letter, out):
    with pytest.raises(click.UsageError, match="the PDF would replace the letter"):
        target_of(Path(letter), out)


# What it refuses.


def test_a_missing_file_is_one_clear_line(pdf, tmp_path):
    ran = pdf(tmp_path / "none.docx")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error: there is no file {tmp_path / 'none.docx'}\n")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", b"{\\rtf1 words}", b"Just words."])
def test_what_is_no_docx_is_one_clear_line(pdf, tmp_path, data):
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    ran = pdf(path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error: {path}: The file is ")
    assert ran.err.count("\n") == 2


@pytest.mark.parametrize("how", [inserted, deleted])
def test_tracked_changes_must_be_settled_first(letter, pdf, how):
    edit(letter, how, GREETING, SECRET)
    for arguments in ((), ("--allow", "placeholder")):
        ran = pdf(letter, *arguments)
        assert (ran.code, ran.out) == (1, "")
        assert "tracked-changes" in rules(ran, "error")
        assert "hint: accept or reject them in Word" in ran.err
    assert not letter.with_suffix(".pdf").exists()
    assert pdf(letter, "--allow", "tracked-changes").code == 1


BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>In a box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
TABLE = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>In a table'
    "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
EQUATION = (
    '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>e=mc</m:t>'
    "</m:r></m:oMath></w:p>"
)


@pytest.mark.parametrize(
    ("rule", "block"),
    [("table", TABLE), ("text-box", BOX), ("equation", EQUATION)],
    ids=lambda each: each[:8],
)
def test_what_a_letter_cannot_hold_is_named_and_refused_never_dropped(letter, pdf, rule, block):
    edit(letter, with_a_block, "Closing", block)
    ran = pdf(letter)
    assert (ran.code, ran.out) == (1, "")
    assert rule in rules(ran, "error")
    assert re.search(rf"paragraph \d+: error\[{rule}\]", ran.err)
    assert not letter.with_suffix(".pdf").exists()
    allowed = pdf(letter, "--allow", rule)
    assert allowed.code == 1
    assert allowed.err.startswith(f"error: '{rule}' cannot be allowed: ")


def test_placeholders_are_refused_unless_somebody_lets_them_pass(letter, pdf):
    edit(letter, retyped, "Jordan Example", "[Name of signatory]")
    style = '<w:r><w:t xml:space="preserve">[Name of signatory]'
    edit(
        letter, retyped, style, style.replace("<w:t ", '<w:rPr><w:rStyle w:val="Placeholder"/></w:rPr><w:t ')
    )
    refused = pdf(letter)
    assert (refused.code, rules(refused, "error")) == (1, ["placeholder"])
    assert "[Name of signatory]" in refused.err
    ran = pdf(letter, "--allow", "placeholder")
    assert ran.code == 0
    assert "placeholder" in rules(ran, "warning")
    assert "hint: let pass by --allow placeholder" in ran.err
    assert holds(letter.with_suffix(".pdf"), "[Name of signatory]")


def test_an_altered_claim_is_refused_and_whoever_lets_it_pass_is_on_record(letter, pdf):
    edit(letter, retyped, "killed four civilians", "killed five civilians")
    refused = pdf(letter)
    assert (refused.code, refused.out) == (1, "")
    assert rules(refused, "error") == ["figure-changed"]
    assert not letter.with_suffix(".pdf").exists()
    ran = pdf(letter, "--allow", "figure-changed", "--json")
    assert ran.code == 0
    [told] = [each for each in ran.json["findings"] if each["rule"] == "figure-changed"]
    assert (told["severity"], told["hint"]) == ("warning", "let pass by --allow figure-changed")
    assert told["claim"] == "stepanakert-oct4-4-killed"
    assert holds(letter.with_suffix(".pdf"), "killed five civilians")


def test_the_words_of_one_claim_may_be_let_pass_and_no_others(letter, pdf):
    edit(letter, retyped, "killed four civilians", "killed five civilians")
    edit(letter, retyped, "October\u00a04,", "October\u00a05,")
    ran = pdf(letter, "--allow", "altered:stepanakert-oct4-4-killed")
    assert (ran.code, rules(ran, "error")) == (0, [])
    assert "hint: let pass by --allow altered:stepanakert-oct4-4-killed" in ran.err
    slip = pdf(letter, "--allow", "altered:stepanakert-oct4-4-kiled", "--force")
    assert slip.code == 1
    assert "did you mean 'stepanakert-oct4-4-killed'?" in slip.err


def test_several_rules_may_be_let_pass(letter, pdf):
    edit(letter, retyped, "killed four civilians", "killed five civilians")
    edit(letter, retyped, "October\u00a04,", "October\u00a05,")
    assert sorted(rules(pdf(letter), "error")) == ["date-changed", "figure-changed"]
    assert pdf(letter, "--allow", "figure-changed").code == 1
    assert pdf(letter, "--allow", "figure-changed", "--allow", "date-changed").code == 0


def test_a_refusal_is_told_in_json_as_well(letter, pdf):
    edit(letter, with_a_block, "Closing", TABLE)
    ran = pdf(letter, "--json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told["paths"] == []
    assert "table" in [each["rule"] for each in told["findings"] if each["severity"] == "error"]
    assert "no PDF was written" in ran.err


def test_an_unknown_rule_gets_a_did_you_mean_before_anything_is_read(pdf, tmp_path):
    ran = pdf(tmp_path / "none.docx", "--allow", "placholder")
    assert (ran.code, ran.err) == (
        1,
        "error: no rule is called 'placholder'\n  hint: did you mean 'placeholder'?\n",
    )
    ran = pdf(tmp_path / "none.docx", "--allow", "xyz")
    assert "hint: rules that can be allowed: " in ran.err


# What it says beside.


def test_comments_and_hidden_text_are_reported(letter, pdf):
    edit(letter, hiding, GREETING, "Hidden words")
    ran = pdf(letter)
    assert ran.code == 0
    assert "hidden-text" in rules(ran, "warning")


def test_a_picture_without_a_text_is_refused_with_what_to_do(letter, pdf):
    mute = tuple(replace(each, alternative="") for each in pictures()[:1])
    letter.write_bytes(write(replace(read(letter.read_bytes())[0], pictures=mute), LOOK))
    ran = pdf(letter)
    assert (ran.code, rules(ran, "error")) == (1, ["picture-text"])
    assert "hint: right-click it in Word: Edit Alt Text" in ran.err
