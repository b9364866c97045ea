from letterkit.archive import Block, Kind
from letterkit.archive.paragraphs.split import anchored, paragraphs


def test_blank_lines_part_paragraphs_and_line_breaks_stay():
    assert paragraphs("  One\n   two.\u00a0\n \n\n  Three.  ") == [
        Block(Kind.PARAGRAPH, "One\ntwo."),
        Block(Kind.PARAGRAPH, "Three."),
    ]


def test_a_bullet_begins_a_block_and_loses_its_mark():
    assert paragraphs("Among them:\n  • one;\n  • two\n and more.\n\nEnd.") == [
        Block(Kind.PARAGRAPH, "Among them:"),
        Block(Kind.BULLET, "one;"),
        Block(Kind.BULLET, "two\nand more."),
        Block(Kind.PARAGRAPH, "End."),
    ]


def test_empty_text_has_no_paragraphs():
    assert paragraphs(" \n\u00a0\n") == []


def test_each_block_is_placed_where_its_first_character_stands():
    document = "Lead-in\n\n  • Again\n    again\n\n  Again"
    blocks = anchored(paragraphs(document), document)
    assert [block.start for block in blocks] == [0, 13, 32]
    assert all(document[b.start :].startswith(b.text.partition("\n")[0]) for b in blocks)
