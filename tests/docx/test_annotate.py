"""Comments in a copy of an edited letter: at their place, and nothing else changed."""

import re

import pytest
from lxml import etree
from tests.docx.letters import LOOK, two_pages
from tests.docx.made import SPACES, bookmark, control, docx, gone, ins, p, run
from tests.docx.reading import faults, members
from tests.docx.test_read_corpus import CORPUS, FILES, REFUSED
from tests.docx.test_read_corpus import pytestmark as needs_corpus
from tests.tools import libreoffice, ooxml_integrity, openxml_audit

from letterkit.docx.annotate import Remark, annotate
from letterkit.docx.read import read_document
from letterkit.docx.write import write
from letterkit.errors import LetterkitError

LISTS = re.compile(r"\[Content_Types\]\.xml|(.*/)?_rels/[^/]*\.rels|(.*/)?comments\d*\.xml")
# Its theme, which nobody needs to read it, cannot be unpacked.
TORN = "poi/clusterfuzz-testcase-minimized-POIXWPFFuzzer-6733884933668864.docx"
LONG = "poi/bug65649.docx"  # hundreds of pages, which take as many seconds as all the others
REMARK = ("error: “21” became “31”", "put it back")


def commented(data, *remarks):
    """Return what our comments in a copy say and are about."""
    found = read_document(annotate(data, remarks)).comments
    return [(each.place, each.anchor, each.text) for each in found if each.author == "letterkit"]


def both_views(data):
    return [read_document(data, view) for view in ("accepted", "rejected")]


def on_pages(data):
    """Return what both views of a file show, without its comments."""
    return [each._replace(comments=()) for each in both_views(data)]


def test_a_comment_stands_around_the_words_of_its_claim():
    marked = control("fact:a", run("killed 31"))
    booked = bookmark("_fact_b_c__2", run("two "), run("dead"))
    data = docx(p("x"), p("In it ", marked, " and ", booked, "."))
    assert commented(data, Remark(2, REMARK, "a"), Remark(2, ("hm",), "b-c")) == [
        (2, "killed 31", "\n".join(REMARK)),
        (2, "two dead", "hm"),
    ]


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (ins(control("fact:a", run("new"))), "new"),
        (f'<w:hyperlink w:anchor="x">{control("fact:a", run("linked"))}</w:hyperlink>', "linked"),
        (f'<w:bookmarkStart w:id="4" w:name="_fact_a"/>{run("one ")}</w:p><w:p>{run("two")}<w:bookmarkEnd w:id="4"/>', "one two"),
        (f'<w:bookmarkStart w:id="4" w:name="_fact_a"/>{run("open")}', "open"),
        (control("fact:a", gone("old")), ""),
    ],
    ids=["in an insertion", "in a link", "over two paragraphs", "without an end", "with all its words deleted"],
)  # fmt: skip
def test_a_claim_that_lies_otherwise_is_commented_as_well(words, about):
    data = docx(p(words), p("after"))
    assert commented(data, Remark(1, REMARK, "a")) == [(1, about, "\n".join(REMARK))]
    assert on_pages(annotate(data, [Remark(1, REMARK, "a")])) == on_pages(data)


def test_what_has_no_claim_is_about_its_paragraph_and_what_has_no_place_about_the_first_with_words():
    data = docx(p(""), p("The head"), p("More", style="BodyText"))
    assert commented(data, Remark(3, ("a",)), Remark(0, ("b",)), Remark(3, ("c",), "unknown"), Remark(99, ("d",))) == [
        (3, "More", "a"),
        (2, "The head", "b"),
        (3, "More", "c"),
        (2, "The head", "d"),
    ]  # fmt: skip


def test_a_place_in_a_text_box_is_that_of_the_paragraph_around_it():
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert commented(docx(p("a"), p("around", box)), Remark(3, REMARK))[0][0] == 2


def test_comments_that_are_there_are_kept_and_keep_their_numbers():
    theirs = f'<w:comments {SPACES}><w:comment w:id="7" w:author="Ann"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment></w:comments>'
    marks = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    data = docx(p("a ", marks.format(run("b"))), comments=theirs)
    found = read_document(annotate(data, [Remark(1, ("x",))])).comments
    assert [(each.author, each.anchor, each.text) for each in found] == [
        ("Ann", "b", "Sure?"),
        ("letterkit", "a b", "x"),
    ]
    assert b'w:id="7" w:author="Ann"' in members(annotate(data, [Remark(1, ("x",))]))["word/comments.xml"]


def test_a_relation_to_comments_that_are_not_in_the_file_is_used():
    data = docx(p("a"), related=[("rId9", "comments", "lost.xml")])
    made = annotate(data, [Remark(1, ("x",))])
    assert "word/lost.xml" in members(made)
    assert [each.text for each in read_document(made).comments] == ["x"]


def test_signs_that_no_xml_can_hold_are_left_out_of_a_comment():
    assert commented(docx(p("a")), Remark(1, ("x\x07y\nz",))) == [(1, "a", "xy z")]


def test_without_findings_the_copy_is_the_file():
    data = docx(p("a"))
    assert annotate(data, []) == data


def test_a_file_that_is_no_letter_is_refused():
    with pytest.raises(LetterkitError, match="The file is a PDF"):
        annotate(b"%PDF-1.7", [Remark(1, ("x",))])


@needs_corpus
def test_a_file_that_cannot_be_copied_whole_is_refused():
    data = (CORPUS / TORN).read_bytes()
    assert read_document(data).blocks
    with pytest.raises(LetterkitError, match=r"theme1\.xml cannot be unpacked"):
        annotate(data, [Remark(1, ("x",))])


@needs_corpus
@pytest.mark.parametrize("name", [name for name in FILES if name not in {*REFUSED, TORN, LONG}])
def test_in_a_file_of_any_program_nothing_but_comments_is_new(name):
    data = (CORPUS / name).read_bytes()
    before = both_views(data)
    places = [0, *(block.place for block in before[0].blocks[:25])]
    made = annotate(data, [Remark(place, (f"at {place}",)) for place in places])
    after = both_views(made)
    assert [each._replace(comments=()) for each in after] == [each._replace(comments=()) for each in before]
    comments = after[0].comments
    assert tuple(each for each in comments if each.author != "letterkit") == before[0].comments
    assert [each.text for each in comments if each.author == "letterkit"] == [
        f"at {place}" for place in places
    ]
    assert all(each.place for each in comments if each.author == "letterkit")
    old, new = members(data), members(made)
    [main] = [part for part in old if new[part] != old[part] and not LISTS.fullmatch(part)]
    known = marked(old[main])
    assert without_marks(new[main], known) == without_marks(old[main], known)


def without_marks(part, known):
    """Return the canonical form of a text without the marks of comments that are not known."""
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    marks = [
        each
        for each in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
        if identifier(each) not in known
    ]
    for each in marks:
        run = each.getparent() if each.tag.endswith("Reference") else each
        run.getparent().remove(run)
    return etree.tostring(root, method="c14n")


def identifier(element):
    return next(value for name, value in element.items() if name.endswith("}id"))


def marked(part):
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    return {
        identifier(each)
        for each in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
    }


@pytest.mark.parametrize("formats", [(), ("doc", "docx")], ids=["as drafted", "doc docx"])
def test_a_copy_of_our_letter_is_sound_and_libreoffice_shows_every_comment_at_its_words(tmp_path, formats):
    path = tmp_path / "letter.docx"
    path.write_bytes(write(two_pages(), LOOK))
    for kind in formats:
        path = libreoffice(path, kind)
    data = path.read_bytes()
    wanted = [(claim.place, claim.text, claim.id) for claim in read_document(data).claims if claim.use == 1]
    made = tmp_path / "commented.docx"
    made.write_bytes(annotate(data, [Remark(place, (name,), name) for place, _, name in wanted]))
    if not formats:
        assert openxml_audit(made) == []
        assert ooxml_integrity(made) == []
        assert faults(made.read_bytes()) == []
    assert [
        (each.place, each.anchor, each.text) for each in read_document(made.read_bytes()).comments
    ] == wanted
    saved = read_document(libreoffice(made, "docx").read_bytes())
    assert [(each.anchor, each.text) for each in saved.comments] == [
        (words, name) for _, words, name in wanted
    ]
    assert [note.content for note in saved.notes] == [note.content for note in read_document(data).notes]
