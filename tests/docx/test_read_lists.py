"""Lists by numbering: bullets and numbers, through styles, begun anew, nested."""

import pytest
from tests.docx.made import SPACES, p, read, rules, shown, styles

from letterkit.docx.reading.numbering import counted
from letterkit.letter.model import Heading, ListBlock, Paragraph, Text


def level(form="decimal", text="%1.", depth=0, start=1):
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*kinds, lists=""):
    """A numbering part: kinds 0, 1 … and for each a list 1, 2 …"""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{kind}</w:abstractNum>'
        for number, kind in enumerate(kinds)
    )
    own = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _ in enumerate(kinds)
    )
    return f"<w:numbering {SPACES}>{made}{own}{lists}</w:numbering>"


def item(text, number=1, depth=0, style=""):
    return p(
        text,
        style=style,
        properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def labels(*body, **parts):
    return [block.item.label if block.item else None for block in shown(*body, **parts).blocks]


def block(*texts, ordered=False):
    return ListBlock(tuple((Text(text),) for text in texts), ordered)


BULLETS = level("bullet", "\uf0b7")
NUMBERS = level() + level("lowerLetter", "%2)", 1) + level("lowerRoman", "%1.%2.%3", 2)


def test_bullets_and_numbers_are_lists_with_their_items():
    body = item("a"), item("b"), p("between"), item("c", 2), item("d", 2)
    letter, findings = read(*body, numbering=numbering(BULLETS, NUMBERS))
    assert letter.body == (block("a", "b"), Paragraph((Text("between"),)), block("c", "d", ordered=True))
    assert findings == []


def test_a_list_may_be_named_by_a_style_or_by_one_that_it_is_based_on():
    extra = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="M"/><w:basedOn w:val="L"/></w:style>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", style="L"), p("b", style="M"), p("c", style="M", properties=off)
    assert labels(*body, numbering=numbering(NUMBERS), styles=styles(extra)) == ["1.", "2.", None]


def test_a_kind_that_only_names_a_style_counts_as_the_kind_that_defines_it():
    kinds = numbering('<w:numStyleLink w:val="S"/>', f'<w:styleLink w:val="S"/>{NUMBERS}')
    assert labels(item("a"), item("b"), numbering=kinds) == ["1.", "2."]


def test_lists_of_one_kind_count_on_until_one_begins_anew():
    anew = (
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="6"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("a"), item("b"), item("c", 5), item("d", 6), item("e", 5)
    letter, findings = read(*body, numbering=numbering(NUMBERS, lists=anew))
    assert labels(*body, numbering=numbering(NUMBERS, lists=anew)) == ["1.", "2.", "1.", "2.", "3."]
    assert letter.body == (block("a", "b", ordered=True), block("c", "d", "e", ordered=True))
    assert findings == []


def test_a_list_that_goes_on_after_a_paragraph_is_named_since_a_letter_counts_from_one():
    letter, findings = read(item("a"), p("between"), item("b"), numbering=numbering(NUMBERS))
    assert letter.body[2] == block("b", ordered=True)
    assert [(each.rule, each.place.paragraph, each.message) for each in findings] == [
        ("list-number", 3, "the list begins with “2.”; a letter counts from 1: “b”")
    ]


def test_a_list_inside_a_list_is_flat_in_the_letter_and_named():
    body = (
        item("a"),
        item("b", depth=1),
        item("c", depth=1),
        item("d", depth=2),
        item("e"),
        item("f", depth=1),
    )
    assert labels(*body, numbering=numbering(NUMBERS)) == ["1.", "a)", "b)", "1.b.i", "2.", "a)"]
    letter, findings = read(*body, numbering=numbering(NUMBERS))
    assert letter.body == (block(*"abcdef", ordered=True),)
    assert rules(findings) == [("list-nested", "warning", place) for place in (2, 3, 4, 6)]


def test_a_level_may_be_defined_by_the_list_itself():
    own = f'<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level("upperRoman", "%1)", start=4)}</w:lvlOverride></w:num>'
    assert labels(item("a", 7), numbering=numbering(BULLETS, lists=own)) == ["IV)"]


@pytest.mark.parametrize("number", ["0", "99", "x"])
def test_a_list_that_is_not_there_is_no_list(number):
    assert labels(item("a", number), numbering=numbering(NUMBERS)) == [None]


def test_a_list_without_any_mark_is_no_list():
    assert labels(item("a"), numbering=numbering(level("none", ""))) == [None]


def test_a_list_that_a_program_kept_by_its_style_alone_is_a_list():
    letter, findings = read(p("a", style="ListBullet"), p("b", style="ListBullet"))
    assert (letter.body, findings) == ((block("a", "b"),), [])


def test_a_number_before_a_heading_is_named():
    letter, findings = read(p("x"), item("Why", style="Heading2"), numbering=numbering(NUMBERS))
    assert letter.body[1] == Heading((Text("Why"),))
    assert rules(findings) == [("heading-number", "warning", 2)]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (27, "lowerLetter", "aa"), (3, "upperLetter", "C"),
        (1994, "upperRoman", "MCMXCIV"), (4, "lowerRoman", "iv"), (0, "lowerLetter", "0"),
        (5000, "upperRoman", "5000"), (2, "chineseCounting", "2"),
    ],
)  # fmt: skip
def test_numbers_are_shown_in_the_form_of_their_level(number, form, shown):
    assert counted(number, form) == shown


def test_words_before_the_items_of_a_list_are_named():
    words = numbering(level("bullet", "NOT"), level("bullet", "o"))
    letter, findings = read(item("a"), p("between"), item("b", 2), numbering=words)
    assert letter.body == (block("a"), Paragraph((Text("between"),)), block("b"))
    assert [(each.rule, each.severity, each.message) for each in findings] == [
        ("list-number", "warning", "“NOT” before an item of a list would be lost: “a”")
    ]
