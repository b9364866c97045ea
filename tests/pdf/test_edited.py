"""The PDF of an edited letter: every word and note of it, the sources still cited, and nothing that hides."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from tests.commands.letters import COLLEAGUE, drafted, edit, hiding, holds, letterkit, retyped
from tests.docx.letters import LOOK
from tests.docx.reading import changed, members
from tests.pdf.letters import tagged_text
from tests.pictures import pictures
from tests.tools import libreoffice, outloud, pdf_text
from tests.verapdf import validate

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


def pdf_of(path: Path) -> Path:
    """Return the PDF that `letterkit pdf` makes of a letter."""
    return Path(letterkit("pdf", path).strip())



def test_comments_are_reported_and_never_reach_the_pdf(run, pdf, tmp_path):
    asked = (
        "draft",
        "--to",
        "state-dept",
        "--topic",
        "cluster-munitions",
        "--date",
        "2021-02-01",
        "--review",
    )
    run("--library", str(complete_library()), *asked, "--out", str(tmp_path / "letter.docx"))
    edit(
        tmp_path / "letter.docx",
        changed,
        "word/comments.xml",
        ('w:author="letterkit"', f'w:author="{COLLEAGUE}"'),
    )
    edit(tmp_path / "letter.docx", changed, "word/comments.xml", ("Who says so: ", f"{SECRET}: "))
    ran = pdf(tmp_path / "letter.docx")
    assert ran.code == 0
    assert [rule for rule in rules(ran, "warning") if "comment" in rule]
    assert not holds(tmp_path / "letter.pdf", SECRET, COLLEAGUE, "Certainty: ")


def test_hidden_text_and_properties_never_reach_the_pdf(letter, pdf, drafted):
    edit(letter, hiding, GREETING, SECRET)
    names = (f"<dc:creator>{COLLEAGUE}</dc:creator>", f"<cp:lastModifiedBy>{COLLEAGUE}</cp:lastModifiedBy>")
    for name in names:
        edit(letter, lambda data, name=name: changed_element(data, "docProps/core.xml", name))
    edit(letter, changed, "customXml/item1.xml", ('"letterkit":1', f'"letterkit":1,"by":"{COLLEAGUE}"'))
    edit(letter, changed, "customXml/item1.xml", ('"publisher":', f'"note":"{SECRET}","publisher":'))
    ran = pdf(letter)
    assert ran.code == 0
    assert "hidden-text" in rules(ran, "warning")
    assert not holds(letter.with_suffix(".pdf"), SECRET, COLLEAGUE)
    assert letter.with_suffix(".pdf").read_bytes() == drafted["2021-02-01.pdf"]


def changed_element(data: bytes, member: str, element: str) -> bytes:
    """Return a package in which an element of one of its files has other content."""
    tag = element[1 : element.index(">")]
    from tests.docx.reading import members

    old = re.search(rf"<{tag}>.*?</{tag}>", members(data)[member].decode())[0]
    return changed(data, member, (old, element))


def test_what_was_deleted_and_accepted_is_gone(letter, pdf):
    """A file as Word leaves it once all is settled, with the traces that it keeps of who did it."""
    edit(letter, retyped, GREETING, "Dear Sir:")
    edit(
        letter,
        changed,
        "word/settings.xml",
        ("<w:compat>", '<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:compat>'),
    )
    assert pdf(letter).code == 0
    assert not holds(letter.with_suffix(".pdf"), GREETING, "00AB12CD")


# Sources.


def attached(path: Path) -> list[str]:
    with pikepdf.open(path) as file:
        if "sources.csl.json" not in file.attachments:
            return []
        return [
            each["id"] for each in json.loads(file.attachments["sources.csl.json"].get_file().read_bytes())
        ]


def test_the_sources_still_cited_are_attached(letter, pdf):
    before = [each["id"] for each in read(letter.read_bytes())[0].record["csl"]]
    assert pdf(letter).code == 0
    assert attached(letter.with_suffix(".pdf")) == before


def test_a_letter_without_its_record_has_no_sources_attached(letter, pdf):
    edit(letter, changed, "customXml/item1.xml", ("<record", "<gone"), ("</record>", "</gone>"))
    edit(letter, changed, "docProps/custom.xml", ("letterkit-", "other-"))
    ran = pdf(letter)
    assert ran.code == 0
    assert attached(letter.with_suffix(".pdf")) == []


# Pictures.


def test_pictures_are_kept_with_their_text(drafted, pdf, tmp_path):
    pictured = replace(read(drafted["2021-02-01.docx"])[0], pictures=pictures())
    path = tmp_path / "letter.docx"
    path.write_bytes(write(pictured, LOOK))
    assert pdf(path).code == 0
    assert validate(path.with_suffix(".pdf"), "ua1") == []
    assert holds(path.with_suffix(".pdf"), pictures()[0].alternative)


def test_a_picture_without_a_text_is_refused_with_what_to_do(drafted, pdf, tmp_path):
    mute = tuple(replace(each, alternative="") for each in pictures()[:1])
    path = tmp_path / "letter.docx"
    path.write_bytes(write(replace(read(drafted["2021-02-01.docx"])[0], pictures=mute), LOOK))
    ran = pdf(path)
    assert (ran.code, rules(ran, "error")) == (1, ["picture-text"])
    assert "hint: right-click it in Word: Edit Alt Text" in ran.err
