"""Tracked changes in both views: as if all were accepted, as if none had been made."""

import pytest
from tests.docx.made import field, gone, ins, noted, notes, p, read, rules, run, shown, texts
from tests.docx.made import note_call as call

from letterkit.docx.reading.document import Change
from letterkit.letter.model import NoteRef, Text

MARK_INSERTED = '<w:rPr><w:ins w:id="7" w:author="Ann"/></w:rPr>'
MARK_DELETED = '<w:rPr><w:del w:id="8" w:author="Bob"/></w:rPr>'


def both(*body, **parts):
    return texts(*body, **parts), texts(*body, view="rejected", **parts)


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells, properties=""):
    made = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def test_inserted_text_is_there_or_not_and_deleted_text_not_or_there():
    body = p("killed ", gone("12"), ins(run("21")), " people")
    assert both(body) == (["killed 21 people"], ["killed 12 people"])


def test_text_that_was_inserted_and_deleted_again_is_in_neither_view():
    body = p("a", ins(gone("b")), gone("c"), "d")
    assert both(body) == (["ad"], ["acd"])


def test_moved_text_is_at_its_new_or_at_its_old_place():
    body = (
        p("a ", f"<w:moveFrom>{run('moved ')}</w:moveFrom>", "b"),
        p("c ", f"<w:moveTo>{run('moved ')}</w:moveTo>", "d"),
    )
    assert both(*body) == (["a b", "c moved d"], ["a moved b", "c d"])


def test_a_changed_look_is_the_new_or_the_old_one():
    body = p(run("a", "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>"))
    assert shown(body).blocks[0].content == (Text("a", bold=True),)
    assert shown(body, view="rejected").blocks[0].content == (Text("a", italic=True),)


def test_a_changed_style_is_the_new_or_the_old_one():
    old = '<w:pPrChange w:id="3" w:author="Ann"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:pPrChange>'
    body = p("a", style="Heading2", properties=old)
    assert shown(body).blocks[0].level == 2
    assert shown(body, view="rejected").blocks[0].styles == ("body text",)


def test_paragraphs_run_together_where_the_end_between_them_is_deleted_or_was_inserted():
    assert both(p("a", properties=MARK_DELETED), p("b"), p("c")) == (["ab", "c"], ["a", "b", "c"])
    assert both(p("a", properties=MARK_INSERTED), p("b"), p("c")) == (["a", "b", "c"], ["ab", "c"])
    three = p("a", properties=MARK_DELETED), p("b", properties=MARK_DELETED), p("c")
    assert both(*three) == (["abc"], ["a", "b", "c"])


def test_a_deleted_paragraph_leaves_nothing_and_its_neighbour_as_it_was():
    body = (
        p("a", style="BodyText"),
        p(gone("b"), style="Heading2", properties=MARK_DELETED),
        p("c", style="BodyText"),
    )
    accepted = shown(*body).blocks
    assert [(block.text, block.level, block.place) for block in accepted] == [("a", 0, 1), ("c", 0, 3)]


def test_joined_paragraphs_look_like_the_first_that_shows_something():
    body = p("Heading", style="Heading2", properties=MARK_DELETED), p(" and text", style="BodyText")
    assert [(block.text, block.level) for block in shown(*body).blocks] == [("Heading and text", 2)]


def test_a_paragraph_without_its_end_does_not_run_into_a_table_or_another_cell():
    body = p("a", properties=MARK_DELETED), table(row(p("b", properties=MARK_DELETED), p("c"))), p("d")
    assert texts(*body) == ["a", "b", "c", "d"]


def test_an_empty_paragraph_without_its_end_is_gone_where_nothing_follows():
    body = p("a"), p(gone("b"), properties=MARK_DELETED), table(row(p("c")))
    assert texts(*body) == ["a", "c"]


def test_the_place_of_a_moved_paragraph_stays_empty_and_a_moved_end_inside_text_joins():
    moved = '<w:rPr><w:moveFrom w:id="9" w:author="Ann"/></w:rPr>'
    whole = p(f"<w:moveFrom>{run('a')}</w:moveFrom>", properties=moved), p("b")
    assert texts(*whole) == ["", "b"]
    partly = p("a", f"<w:moveFrom>{run(' gone')}</w:moveFrom>", properties=moved), p(" b")
    assert texts(*partly) == ["a b"]


def test_rows_and_cells_come_and_go_as_a_whole():
    body = table(
        row(p("head")),
        row(p("new"), properties='<w:ins w:id="4" w:author="Ann"/>'),
        row(p("old"), properties='<w:del w:id="5" w:author="Bob"/>'),
        f"<w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr>{p('new cell')}</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('old cell')}</w:tc></w:tr>",
    )
    assert both(body) == (["head", "new", "new cell"], ["head", "old", "old cell"])


def test_places_are_counted_alike_in_both_views():
    body = p(ins(run("a")), properties=MARK_INSERTED), table(row(p("b"), properties="<w:ins/>")), p("c")
    assert [block.place for block in shown(*body).blocks] == [1, 2, 3]
    assert [(block.text, block.place) for block in shown(*body, view="rejected").blocks] == [("c", 3)]


def test_a_deleted_call_takes_its_note_along_and_the_others_are_counted_anew():
    body = p("a", f"<w:del>{call(1)}</w:del>", " b", call(2))
    part = notes(n1=noted("first"), n2=noted("second"))
    accepted, rejected = shown(body, footnotes=part), shown(body, footnotes=part, view="rejected")
    assert accepted.blocks[0].content == (Text("a b"), NoteRef(1))
    assert [(note.number, note.text) for note in accepted.notes] == [(1, "second")]
    assert [(note.number, note.text) for note in rejected.notes] == [(1, "first"), (2, "second")]


def test_changes_inside_notes_are_seen_and_listed():
    part = notes(n1=noted("killed ", gone("12"), ins(run("21"))))
    accepted = shown(p("a", call(1)), footnotes=part)
    assert accepted.notes[0].text == "killed 21"
    assert shown(p("a", call(1)), footnotes=part, view="rejected").notes[0].text == "killed 12"
    assert [(each.kind, each.text, each.part) for each in accepted.changes] == [
        ("deletion", "12", "notes"),
        ("insertion", "21", "notes"),
    ]


def test_every_change_is_listed_with_its_author_and_place_alike_in_both_views():
    body = (
        p("a", gone("b"), ins(run("c"))),
        p(
            run("d", '<w:rPrChange w:id="1" w:author="Ann" w:date="x"><w:rPr/></w:rPrChange>'),
            properties=MARK_DELETED,
        ),
        p("e", properties='<w:pPrChange w:id="2" w:author="Bob"><w:pPr/></w:pPrChange>'),
        table(row(p("f"), properties='<w:ins w:id="3" w:author="Ann"/>')),
    )
    day = "2026-01-02T03:04:05Z"
    expected = (
        Change("deletion", "text", "Bob", day, "b", 1),
        Change("insertion", "text", "Ann", day, "c", 1),
        Change("deletion", "paragraph", "Bob", "", "", 2),
        Change("format", "text", "Ann", "x", "d", 2),
        Change("format", "paragraph", "Bob", "", "", 3),
        Change("insertion", "row", "Ann", "", "", 3),
    )
    assert shown(*body).changes == expected
    assert shown(*body, view="rejected").changes == expected


@pytest.mark.parametrize("view", ["accepted", "rejected"])
def test_one_finding_counts_the_changes_and_names_their_authors(view):
    _, findings = read(p("a"), p("b", gone("c"), ins(run("d"))), view=view)
    assert [each.message for each in findings] == [
        "tracked changes (1 deletion, 1 insertion) by Ann, Bob; this is the text with all of them " + view
    ]
    assert rules(findings) == [("tracked-changes", "warning", 2)]


def test_a_field_that_was_changed_inside_shows_the_view_s_result():
    body = p(field(" DATE ", gone("2020") + ins(run("2021"))))
    assert both(body) == (["2021"], ["2020"])
