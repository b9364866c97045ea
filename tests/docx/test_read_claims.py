"""Claims are found by their content controls, then by their bookmarks, whatever an edit did to either."""

import zlib

import pytest
from tests.docx.made import bookmark, control, field, gone, ins, noted, notes, p, read, rules, run, shown
from tests.docx.made import note_call as call

from letterkit.docx.reading.document import ClaimRange
from letterkit.letter.model import Claim, NoteRef, Placeholder, Text

START = '<w:bookmarkStart w:id="1" w:name="_fact_ganja_21_killed"/>'
END = '<w:bookmarkEnd w:id="1"/>'


def content(*body, **parts):
    (block,) = shown(p(*body), **parts).blocks
    return block.content


def ranges(*body, **parts):
    return [tuple(each) for each in shown(*body, **parts).claims]


def number(claim, use):
    """Return the properties of a control that the writer numbered."""
    return f'<w:id w:val="{zlib.crc32(f"{claim}#{use}".encode()) & 0x7FFFFFFF}"/>'


KILLED = Claim("ganja-21-killed", (Text("21 were killed"),))


@pytest.mark.parametrize(
    "marked",
    [
        control("fact:ganja-21-killed", run("21 were killed")),
        bookmark("_fact_ganja_21_killed", run("21 were killed")),
        bookmark("_fact_ganja_21_killed", control("fact:ganja-21-killed", run("21 were killed"))),
        START + control("", run("21 were "), END, properties="").replace(END, "") + run("killed") + END,
        control("", START, run("21 were killed")) + END,
        START + run("21 ") + field(" X ", run("were ")) + ins(run("kil")) + gone("no") + run("led") + END,
        control(
            "goog_rdk_1", bookmark("_fact_ganja_21_killed", control("goog_rdk_2", run("21 were killed")))
        ),
    ],
    ids=[
        "control",
        "bookmark",
        "both",
        "LibreOffice wrapper",
        "starts inside",
        "spans runs",
        "Google's wrappers",
    ],
)
def test_a_claim_is_the_words_inside_its_mark(marked):
    assert content("Then ", marked, " there.") == (Text("Then "), KILLED, Text(" there."))


def test_a_mark_around_nothing_is_a_claim_whose_words_are_gone():
    letter, findings = read(
        p("Then ", START, control("fact:ganja-21-killed", gone("21 were killed")), END, "there.")
    )
    assert letter.body[0].content == (Text("Then there."),)
    assert rules(findings)[0] == ("claim-empty", "warning", 1)
    assert findings[0].claim == "ganja-21-killed"
    assert ranges(p("a"), p(START, gone("21 were killed"), END)) == [
        ("ganja-21-killed", 1, "", 2, "bookmark")
    ]
    assert ranges(p(control("fact:ganja-21-killed", properties=number("ganja-21-killed", 1)))) == [
        ("ganja-21-killed", 1, "", 1, "control")
    ]


def test_the_words_are_there_in_the_view_that_rejects_their_deletion():
    body = p(START, gone("21 were killed"), END)
    assert ranges(body, view="rejected") == [("ganja-21-killed", 1, "21 were killed", 1, "bookmark")]


def test_the_prompt_of_an_emptied_control_is_no_claim():
    prompt = control("fact:ganja-21-killed", run("Click or tap here"), properties="<w:showingPlcHdr/>")
    assert content(START, prompt, END) == (Placeholder("Click or tap here"),)
    assert ranges(p(START, prompt, END)) == [("ganja-21-killed", 1, "", 1, "bookmark")]


def test_uses_are_told_apart_by_bookmark_then_by_the_number_of_the_control_then_by_their_turn():
    marked = [
        bookmark("_fact_a__3", control("fact:a", run("third ")), number=1),
        control("fact:a", run("second "), properties=number("a", 2)),
        control("fact:a", run("first "), properties='<w:id w:val="5"/>'),
        control("fact:a", run("fourth")),
        bookmark("_fact_a__7", run("seventh"), number=2),
    ]
    assert content(*marked) == (
        Claim("a", (Text("third "),), 3),
        Claim("a", (Text("second "),), 2),
        Claim("a", (Text("first "),), 1),
        Claim("a", (Text("fourth"),), 4),
        Claim("a", (Text("seventh"),), 7),
    )


@pytest.mark.parametrize("copy", ["_fact_a Copy 1", "_fact_a_Copy_1"])
def test_a_copy_of_a_bookmark_is_a_use_of_its_own(copy):
    body = bookmark("_fact_a", run("x")), bookmark(copy, run("y"), number=2)
    assert content(*body) == (Claim("a", (Text("x"),), 1), Claim("a", (Text("y"),), 2))


def test_a_copied_control_with_the_same_number_is_a_use_of_its_own():
    same = number("a", 1)
    body = control("fact:a", run("x"), properties=same), " ", control("fact:a", run("y"), properties=same)
    assert [each[:3] for each in ranges(p(*body))] == [("a", 1, "x"), ("a", 2, "y")]


def test_where_a_control_holds_the_words_its_bookmark_adds_none():
    body = START + run("We are alarmed. ") + control("fact:ganja-21-killed", run("21 were killed")) + END
    assert content(body) == (Text("We are alarmed. "), KILLED)


def test_where_the_control_was_emptied_its_bookmark_holds_the_words():
    body = START + control("fact:ganja-21-killed") + run("21 were killed") + END
    assert content(body) == (KILLED,)


def test_the_inner_of_two_nested_marks_has_the_words():
    body = bookmark("_fact_outer", run("a "), bookmark("_fact_inner", run("b "), number=2), run("c"))
    assert content(body) == (
        Claim("outer", (Text("a "),)),
        Claim("inner", (Text("b "),)),
        Claim("outer", (Text("c"),)),
    )
    assert ranges(p(body)) == [
        ("outer", 1, "a c", 1, "bookmark"),
        ("inner", 1, "b ", 1, "bookmark"),
    ]


def test_a_claim_that_was_cut_in_two_paragraphs_is_one_use_with_all_its_words():
    body = p(START, run("21 were ")), p(run("killed"), END)
    assert [block.content for block in shown(*body).blocks] == [
        (Claim("ganja-21-killed", (Text("21 were "),)),),
        (Claim("ganja-21-killed", (Text("killed"),)),),
    ]
    assert ranges(*body) == [("ganja-21-killed", 1, "21 were killed", 1, "bookmark")]


def test_a_bookmark_that_never_ends_marks_nothing():
    assert content(START, "21 were killed") == (Text("21 were killed"),)
    assert [each[2] for each in ranges(p(START, "21 were killed"))] == [""]


@pytest.mark.parametrize("tag", ["fact:Ganja", "fact:", "fact:a--b", "note:a", "goog_rdk_0"])
def test_a_control_of_another_kind_is_unwrapped(tag):
    assert content(control(tag, run("words"))) == (Text("words"),)


@pytest.mark.parametrize("name", ["_GoBack", "_fact_", "fact_a", "_fact_a___b"])
def test_a_bookmark_of_another_kind_is_passed_over(name):
    assert content(bookmark(name, run("words"))) == (Text("words"),)


def test_a_claim_moved_with_tracked_changes_is_at_its_new_place_and_not_missed_at_the_old():
    old = f"<w:moveFrom>{control('fact:a', run('words'), properties=number('a', 1))}</w:moveFrom>"
    again = control("fact:a", run("words"), properties='<w:id w:val="77"/>')
    new = f"<w:moveTo>{again}</w:moveTo>"
    assert ranges(p(old), p("b ", new)) == [("a", 1, "words", 2, "control")]
    assert ranges(p(old), p("b ", new), view="rejected") == [("a", 1, "words", 1, "control")]


def test_a_call_between_claims_belongs_to_neither():
    body = bookmark("_fact_a", run("x"), call(1)), bookmark("_fact_b", run("y"), number=2)
    assert content(*body, footnotes=notes(n1=noted("n"))) == (
        Claim("a", (Text("x"),)),
        NoteRef(1),
        Claim("b", (Text("y"),)),
    )


def test_a_claim_in_a_note_stands_at_the_call():
    document = shown(p("a"), p("b", call(1)), footnotes=notes(n1=noted(bookmark("_fact_a", run("x")))))
    assert document.claims == (ClaimRange("a", 1, "x", 2, "bookmark"),)
    assert document.notes[0].content == (Claim("a", (Text("x"),)),)
