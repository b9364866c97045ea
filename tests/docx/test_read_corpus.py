"""Files that other projects made, against what an independent reader saw in them.

Where the two readers differ, the file was looked at: `OURS` says why ours is right.
"""

import json
from pathlib import Path

import pytest

from letterkit.docx.read import letter_of, read_views
from letterkit.errors import LetterkitError
from letterkit.letter import text
from letterkit.letter.model import plain

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "docx"
FILES = sorted(
    str(file.relative_to(CORPUS))
    for file in (CORPUS.rglob("*") if CORPUS.is_dir() else [])
    if file.is_file() and file.relative_to(CORPUS).parts[0] != "expected"
)
DAMAGED = "The file is damaged: it is cut short or no package."
REFUSED = {
    "poi-opc/62592.thmx": "The file is an Office theme, not a Word document.",
    "poi-opc/PackageRelsHasEntities.ooxml": (
        "The file is not safe to read: _rels/.rels declares a document type, which no DOCX has."
    ),
    "poi-opc/dcterms_bug_56479.zip": "The file is a package of files, but not a Word document.",
    "poi-opc/invalid.xlsx": "The file is a package of files, but not a Word document.",
    "poi-ss/poc-shared-strings.xlsx": "The file is an Excel workbook, not a Word document.",
    "poi/clusterfuzz-testcase-minimized-POIFuzzer-6709287337197568.docx": DAMAGED,
    "poi/clusterfuzz-testcase-minimized-POIXWPFFuzzer-4959857092198400.docx": DAMAGED,
    "poi/clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx": DAMAGED,
    "poi/crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd.docx": DAMAGED,
}
ROW = "an inserted row is rejected whole, with the untracked “2” that was typed into it"
# By file, what differs and why ours is right.
OURS = {
    "docx2python/zen_of_python.docx": {"links": "a tab in a link of the table of contents is text"},
    "oxpt-new/TableOfContents.docx": {"links": "tabs in links of the table of contents are text"},
    "oxpt/CA__CA013-Lots-of-Stuff.docx": {
        "paragraphs_accepted": "w:softHyphen is U+00AD; without xml:space, Word drops blanks around w:t"
    },
    "oxpt/RP__RP001-Tracked-Revisions-01.docx": {"paragraphs_rejected": ROW},
    "oxpt/RP__RP001-Tracked-Revisions-02.docx": {"paragraphs_rejected": ROW},
    "poi/DiffFirstPageHeadFoot.docx": {"headers_footers": "w:ptab parts the words of a header as a tab does"},
    "poi/MultipleBodyBug.docx": {"headers_footers": "no section names the footer, so no page shows it"},
    "poi/bug59058.docx": {
        "paragraphs_accepted": "“Top of Form” is hidden (w:vanish): named as a finding, not part of the text",
        "links": "“Expand All” and “Collapse All” are hidden; links by field are links as well",
    },
    "poi/bug65649.docx": {"paragraphs_accepted": "w:softHyphen is U+00AD"},
}
pytestmark = pytest.mark.skipif(
    not FILES, reason=f"{CORPUS} is not here: files of other projects, which are not part of this one"
)


def expected(name):
    file = CORPUS / "expected" / f"{name.replace('/', '__')}.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else None


def paragraphs(document):
    """Return the paragraphs of the text; the other reader took page breaks for line breaks."""
    return [block.text.replace("\f", "\n") for block in document.blocks if block.where != "text-box"]


def seen(accepted, rejected):
    """Return what we read as the other reader told it."""
    notes = {
        kind: [note.text.strip() for note in accepted.notes if note.kind == kind]
        for kind in ("footnotes", "endnotes")
    }
    boxes = "\n".join(block.text for block in accepted.blocks if block.where == "text-box")
    return {
        "paragraphs_accepted": paragraphs(accepted),
        "paragraphs_rejected": paragraphs(rejected),
        "notes": notes["footnotes"] + notes["endnotes"],
        "comments": [(each.author, each.date, each.text) for each in accepted.comments],
        "links": sorted((plain(link.children), link.url) for link in accepted.links()),
        "headers_footers": {head.name: head.text.strip() for head in accepted.heads if head.text.strip()},
        "text_boxes": boxes.strip(),
    }


def told(theirs, ours):
    """Return what the other reader told; of links by field it told the address alone."""
    notes = [theirs["footnotes"][key].strip() for key in theirs["footnote_refs"]]
    notes += [theirs["endnotes"][key].strip() for key in theirs["endnote_refs"]]
    named = [
        (link["text"], (link["target"] or "") + (f"#{link['anchor']}" if link["anchor"] else ""))
        for link in theirs["hyperlinks"]
        if "text" in link
    ]
    fields = {link["field"] for link in theirs["hyperlinks"] if "field" in link}
    by_field = [link for link in ours["links"] if link[1] in fields and link not in named]
    return {
        "paragraphs_accepted": theirs["paragraphs_accepted"],
        "paragraphs_rejected": theirs.get("paragraphs_rejected", ours["paragraphs_rejected"]),
        "notes": notes,
        "comments": [(each["author"], each["date"], each["text"].strip()) for each in theirs["comments"]],
        "links": sorted([*named, *by_field]),
        "headers_footers": {
            name: words.strip() for name, words in theirs["headers_footers"].items() if words.strip()
        },
        "text_boxes": "\n".join(theirs["text_boxes"]).strip(),
    }


@pytest.mark.parametrize("name", [name for name in FILES if name not in REFUSED])
def test_a_file_is_read_as_another_reader_saw_it(name):
    accepted, rejected = read_views((CORPUS / name).read_bytes())
    letter, findings = letter_of(accepted)
    assert text.write(letter)
    assert all(finding.message and "\n" not in finding.message for finding in findings)
    theirs = expected(name)
    if theirs is None:
        return
    ours = seen(accepted, rejected)
    differs = {key for key, value in told(theirs, ours).items() if value != ours[key]}
    assert differs == OURS.get(name, {}).keys()


@pytest.mark.parametrize("name", [name for name in FILES if name in REFUSED])
def test_a_file_that_is_no_letter_is_refused_in_one_line(name):
    with pytest.raises(LetterkitError) as refused:
        read_views((CORPUS / name).read_bytes())
    assert (refused.value.message, bool(refused.value.hint)) == (REFUSED[name], True)


def test_the_corpus_has_not_shrunk():
    read = [name for name in FILES if name not in REFUSED]
    assert (len(FILES), len(read), sum(expected(name) is not None for name in read)) == (107, 98, 98)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith("-Accepted.docx")])
def test_accepting_gives_what_the_peer_s_own_accepted_file_holds(name):
    tracked = CORPUS / name.replace("-Accepted", "")
    ours = [text for text in paragraphs(read_views(tracked.read_bytes())[0]) if text.strip()]
    theirs = [text for text in paragraphs(read_views((CORPUS / name).read_bytes())[0]) if text.strip()]
    assert ours == theirs


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith("-Rejected.docx")])
def test_rejecting_gives_what_the_peer_s_own_rejected_file_holds(name):
    tracked = CORPUS / name.replace("-Rejected", "")
    ours = [text for text in paragraphs(read_views(tracked.read_bytes())[1]) if text.strip()]
    theirs = [text for text in paragraphs(read_views((CORPUS / name).read_bytes())[0]) if text.strip()]
    assert ours == theirs
