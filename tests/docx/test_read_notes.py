"""Notes and comments: numbered in the order of their calls, with what stands in them."""

import pytest
from tests.docx.made import SPACES, noted, notes, p, read, rules, run, shown, texts
from tests.docx.made import note_call as call

from letterkit.docx.reading.document import Comment
from letterkit.letter.model import Note, NoteRef, Text


def comments(*made):
    return f"<w:comments {SPACES}>{''.join(made)}</w:comments>"


def comment(number, *content, author="Ann"):
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z">{"".join(content)}</w:comment>'


def around(number, *content):
    return (
        f'<w:commentRangeStart w:id="{number}"/>{"".join(content)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_numbered_by_their_calls_whatever_their_ids(kind):
    part = notes(kind, n2=noted("second", kind=kind), n9=noted("first ", run("italic", "<w:i/>"), kind=kind))
    letter, findings = read(p("a", call(9, kind), " b"), p("c", call(2, kind)), **{f"{kind}s": part})
    assert [block.content for block in letter.body] == [
        (Text("a"), NoteRef(1), Text(" b")),
        (Text("c"), NoteRef(2)),
    ]
    assert letter.notes == (
        Note(1, (Text("first "), Text("italic", italic=True))),
        Note(2, (Text("second"),)),
    )
    assert (letter.notes_kind, findings) == (f"{kind}s", [])


def test_separators_and_notes_that_nothing_calls_are_no_notes():
    assert shown(p("a"), footnotes=notes(n1=noted("uncalled"))).notes == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>" + run(" x"), " x"),
        ("<w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r><w:r><w:tab/></w:r>" + run("x"), "\tx"),
        ("<w:r><w:footnoteRef/></w:r>" + run(" x"), "x"),
        ("<w:r><w:footnoteRef/></w:r>" + run("\xa0x"), "x"),
        ("<w:r><w:footnoteRef/></w:r>" + run("x"), "x"),
        (run(" typed without a number"), " typed without a number"),
        ("", ""),
    ],
)
def test_the_number_of_a_note_and_one_gap_are_not_its_words(content, text):
    (note,) = shown(p("a", call(1)), footnotes=notes(n1=f"<w:p>{content}</w:p>")).notes
    assert note.text == text


def test_the_paragraphs_of_a_note_are_lines_of_one():
    (note,) = shown(p("a", call(1)), footnotes=notes(n1=noted("one") + p("two"))).notes
    assert note.content == (Text("one\ntwo"),)


def test_a_sign_of_the_author_s_own_is_no_text_and_is_named():
    marked = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    letter, findings = read(p("a", marked, " b"), footnotes=notes(n1=p(run("* the note"))))
    assert letter.body[0].content == (Text("a"), NoteRef(1), Text(" b"))
    assert letter.notes == (Note(1, (Text("the note"),)),)
    assert rules(findings) == [("note-mark", "warning", 1)]


def test_a_call_without_its_note_is_an_empty_note_and_an_error():
    letter, findings = read(p("a"), p("b", call(4)))
    assert letter.notes == (Note(1, ()),)
    assert rules(findings) == [("note-missing", "error", 2)]


def test_notes_of_both_kinds_are_counted_together_and_named():
    parts = {
        "footnotes": notes(n1=noted("f"), n2=noted("g")),
        "endnotes": notes("endnote", n1=noted("e", kind="endnote")),
    }
    letter, findings = read(p("a", call(1), "b", call(1, "endnote"), "c", call(2)), **parts)
    assert [note.content for note in letter.notes] == [(Text("f"),), (Text("e"),), (Text("g"),)]
    assert letter.notes_kind == "footnotes"
    assert [(each.rule, each.message) for each in findings] == [
        ("notes-mixed", "2 footnotes and 1 endnotes; a letter has one kind")
    ]


def test_a_hidden_call_calls_nothing():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    letter, findings = read(p("a", hidden), footnotes=notes(n1=noted("x")))
    assert (letter.notes, rules(findings)) == ((), [("hidden-text", "warning", 1)])


def test_a_comment_is_read_with_its_author_its_place_and_the_words_it_is_about():
    body = p("a"), p("b ", around(0, run("at least "), run("21")), " c")
    document = shown(
        *body, comments=comments(comment(0, p("<w:r><w:annotationRef/></w:r>", "Is it?"), p("Check.")))
    )
    assert document.comments == (Comment("Ann", "2026-01-02T03:04:05Z", "Is it?\nCheck.", 2, "at least 21"),)
    assert texts(*body) == ["a", "b at least 21 c"]


def test_a_comment_without_a_range_stands_where_it_is_referred_to():
    body = p("a"), p("b", '<w:r><w:commentReference w:id="3"/></w:r>')
    document = shown(*body, comments=comments(comment(3, p("x")), comment(4, p("nowhere"))))
    assert [(each.text, each.place, each.anchor) for each in document.comments] == [
        ("x", 2, ""),
        ("nowhere", 0, ""),
    ]


def test_no_message_can_move_the_cursor_of_a_screen():
    body = p("a ", around(0, run("b\x9b31m\u202ec")))
    _, findings = read(body, comments=comments(comment(0, p("x\x9by"), author="A\x9bB")))
    assert [each.message for each in findings][1:] == ["a comment of AB on “b31mc”: “xy”"]


def test_comments_are_named_and_are_not_in_the_letter():
    letter, findings = read(
        p("a ", around(0, run("b"))), comments=comments(comment(0, p("Really?"), author=""))
    )
    assert letter.body[0].content == (Text("a b"),)
    assert [each.message for each in findings] == ["a comment of somebody on “b”: “Really?”"]
    assert rules(findings) == [("comment", "warning", 1)]
