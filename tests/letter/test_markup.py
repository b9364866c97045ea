import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.letter import commonmark
from letterkit.letter.markup import Slots, as_inline, merged, parse, parse_line, simple
from letterkit.letter.model import (
    Claim,
    Heading,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Placeholder,
    Text,
    line,
    paragraph,
    plain,
)

FACT = Claim("abc", (Text("A fact."),))
# Everything that could be read as markup, as a template, as a token or as the end of something.
TRAPS = [
    *("{{ 7*7 }}", "{% raw %}", "<b>", "</w:t>", "&", "&amp;", "*a*", "**a**", "_a_", "`a`", "# h", "1. x"),
    *("- x", "> x", "[text](http://x)", "[x] (y)", "](http://x)", "![a](b)", "[^1]", "<http://x.org>"),
    *("\\", "\\*"),
    *("---", "===", "```", "", " ", "  leading", "trailing  ", "\ttab", "a\n\nb", "a\n- b", "\n", "    code"),
    *("a\\\nb", "a  \nb", "\r\n", "Ó Cearbhaill", "שָׁלוֹם", "\u202eevil\u202c", "\ue000", "\ue001"),
    *("\ue0000\ue001", "\ue000999\ue001", "\u00a0", "\u2028", "\ufffd"),
]  # fmt: skip
data = st.one_of(
    st.sampled_from(TRAPS), st.text(max_size=30), st.lists(st.sampled_from(TRAPS), max_size=4).map("".join)
)


LINES = [
    "A word",
    "- An item",
    "and, more; (text)",
    "\ue0000\ue001",
    "- \ue0001\ue001;",
    "",
    "x - y",
    "\u00a0x",
    "=",
    "> a",
]


@settings(max_examples=600)
@given(st.lists(st.one_of(st.sampled_from(LINES), data), max_size=9))
def test_simple_markup_is_read_as_the_parser_of_commonmark_reads_it(lines):
    slots = Slots([as_inline("one"), FACT])
    text = "\n".join(lines)
    found = simple(text, slots)
    if found is not None:
        assert found == tuple(commonmark.blocks(text, slots))


def test_a_letter_without_emphasis_is_simple_and_loads_no_parser():
    slots = Slots([as_inline("one"), FACT])
    text = "\n\nA \ue0000\ue001 b.\n\n\n\ue0001\ue001 and\nmore, to:\n\n- one;\n- two.\n\n- three\n\nEnd.\n"
    assert simple(text, slots) == (
        paragraph("A one b."),
        Paragraph((FACT, Text(" and more, to:"))),
        ListBlock((line("one;"), line("two."), line("three"))),
        paragraph("End."),
    )


def rendered(pattern, *values):
    """Parse a pattern whose {} are filled with the tokens of values."""
    slots = Slots()
    return parse(pattern.format(*(slots.put(value) for value in values)), slots)


@pytest.mark.parametrize("value", TRAPS)
def test_data_prints_as_its_own_characters(value):
    assert rendered("Said: {}, and so on", f"“{value}”") == (paragraph(f"Said: “{value}”, and so on"),)


@settings(max_examples=150, deadline=None)
@given(st.lists(data, min_size=1, max_size=4))
def test_data_comes_back_untouched_wherever_a_template_prints_it(values):
    (only,) = rendered("{}".join(["", *["|"] * (len(values) - 1), "."]), *values)
    assert isinstance(only, Paragraph)
    assert plain(only.content) == "|".join(values) + "."


@settings(max_examples=60, deadline=None)
@given(data, data)
def test_data_at_the_start_of_a_line_makes_no_block(first, second):
    assert rendered("{}\n{}", first, second) == (
        Paragraph(merged([as_inline(first), Text(" "), as_inline(second)])),
    )


@settings(max_examples=60, deadline=None)
@given(data)
def test_data_in_a_list_a_heading_and_in_emphasis_stays_data(value):
    item = merged([as_inline(value)])
    assert rendered("- {}\n- *x*\n", value) == (ListBlock((item, (Text("x", italic=True),))),)
    assert rendered("## {}\n", value) == (Heading(item, 2),)
    (only,) = rendered("x *{}* y", value)
    assert plain(only.content) == f"x {value} y"


def test_emphasis_reaches_across_values():
    assert rendered("*{} and {}*, **{}**", "one", "two", "three") == (
        Paragraph((Text("one and two", italic=True), Text(", "), Text("three", bold=True))),
    )
    assert rendered("***{}***", "x") == (Paragraph((Text("x", bold=True, italic=True),)),)


def test_emphasis_leaves_claims_and_placeholders_as_they_are():
    assert rendered("*so {} and {}*", FACT, "[name]") == (
        Paragraph((Text("so ", italic=True), FACT, Text(" and ", italic=True), Placeholder("[name]"))),
    )


@pytest.mark.parametrize("text", ["[name]", "[Name of signatory]", "[@x]", "[2020]"])
def test_a_value_that_stands_in_brackets_as_a_whole_is_a_placeholder(text):
    assert as_inline(text) == Placeholder(text)
    assert rendered("Dear {}:", text) == (Paragraph((Text("Dear "), Placeholder(text), Text(":"))),)


@pytest.mark.parametrize(
    "text", ["[a] b", "a [b]", "[a] [b]", "[a][b]", "[[a]]", "[]", "[", " [a]", "[a] ", "(a)"]
)
def test_a_value_with_brackets_in_it_is_no_placeholder(text):
    assert as_inline(text) == Text(text)


def test_brackets_of_the_template_are_no_placeholder():
    assert rendered("[{}]", "name") == (paragraph("[name]"),)


def test_a_paragraph_ends_at_an_empty_line_and_lines_join_with_a_space():
    assert rendered("one\ntwo  \nthree\\\nfour\n\n\nfive") == (
        paragraph("one two three four"),
        paragraph("five"),
    )
    assert rendered("") == ()
    assert rendered(" \n\n ") == ()


def test_lists_are_real_lists():
    assert rendered("to:\n\n- one;\n- two.\n\nthen") == (
        paragraph("to:"),
        ListBlock((line("one;"), line("two."))),
        paragraph("then"),
    )
    assert rendered("1. one\n2. {}", FACT) == (ListBlock((line("one"), (FACT,)), ordered=True),)
    assert rendered("- one\n\n- two\n") == (ListBlock((line("one"), line("two"))),)


def test_headings_begin_at_level_two_since_the_subject_is_the_first():
    assert rendered("# a\n\n## b\n\n### c") == (
        Heading(line("a"), 2),
        Heading(line("b"), 2),
        Heading(line("c"), 3),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- a\n  - b", "a list inside a list"),
        ("1. a\n   - b", "a list inside a list"),
        ("- a\n\n  b", "an item of a list that is not one paragraph"),
        ("- # a", "an item of a list that is not one paragraph"),
        ("-\n- a", "an item of a list that is not one paragraph"),
        ("[a](javascript:alert(1))", "a link leads to 'javascript:alert(1)'"),
        ("[a](file:///etc/passwd)", "a link leads to 'file:///etc/passwd'"),
        ("[a](below)", "a link leads to 'below'"),
        ("[a]()", "a link leads to ''"),
    ],
)
def test_markup_that_letters_do_not_have_is_refused(text, fault):
    with pytest.raises(ValueError, match=fault.replace("(", r"\(").replace(")", r"\)")):
        rendered(text)


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "&amp;", "`x`", "~~x~~", "> x", "```", "---", "| a |", "https://x.org"]
)
def test_other_signs_are_text(text):
    assert rendered(text) == (paragraph(text),)


def test_a_backslash_takes_the_meaning_from_a_sign():
    assert rendered(r"\*a\* \# 1\. {}", "x") == (paragraph("*a* # 1. x"),)


def test_links_hold_their_text_as_one_and_may_lead_to_an_address_from_the_store():
    assert rendered("[the *whole* report](https://x.org/a?b=c&d)") == (
        Paragraph(
            (Link("https://x.org/a?b=c&d", (Text("the "), Text("whole", italic=True), Text(" report"))),)
        ),
    )
    assert rendered("see [{}]({}), [mail](mailto:{})", "*it*", "https://x.org/a_b_c", "a@x.org") == (
        Paragraph(
            (
                Text("see "),
                Link("https://x.org/a_b_c", (Text("*it*"),)),
                Text(", "),
                Link("mailto:a@x.org", (Text("mail"),)),
            )
        ),
    )


def test_an_address_from_the_store_cannot_end_its_link():
    (only,) = rendered("[a]({}) b", "https://x.org/) [evil](https://evil.org")
    assert [type(part) for part in only.content] == [Link, Text]
    assert only.content[0].url.startswith("https://x.org/)%20%5Bevil")
    with pytest.raises(ValueError, match="a link leads to 'javascript:"):
        rendered("[a]({})", "javascript:alert(1)")


def test_a_claim_inside_a_link_stays_a_claim():
    assert rendered("[see {} there](https://x.org)", FACT) == (
        Paragraph((Link("https://x.org", (Text("see "),)), FACT, Link("https://x.org", (Text(" there"),)))),
    )


def test_a_token_without_a_value_prints_as_its_characters():
    assert rendered("\ue0007\ue001 \ue000\ue001") == (paragraph("\ue0007\ue001 \ue000\ue001"),)


def test_a_claim_is_put_back_as_the_same_claim_each_time():
    slots = Slots()
    token = slots.put(FACT)
    assert parse(f"{token} and {token}", slots) == (Paragraph((FACT, Text(" and "), FACT)),)


def test_a_line_must_be_one_paragraph():
    slots = Slots()
    assert parse_line(f"Re {slots.put('*x*')}", slots) == line("Re *x*")
    for text in ("", "a\n\nb", "- a", "# a"):
        with pytest.raises(ValueError, match="expected one paragraph"):
            parse_line(text, Slots())


def test_neighbouring_texts_of_one_look_are_joined_and_empty_ones_dropped():
    content = [
        Text("a"),
        Text(""),
        Text("b"),
        Text("c", bold=True),
        Text("d", bold=True),
        NoteRef(1),
        Text("", italic=True),
    ]
    assert merged(content) == (Text("ab"), Text("cd", bold=True), NoteRef(1))
