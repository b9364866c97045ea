import json
import subprocess
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.docx.letters import two_pages
from tests.tools import require_tool

from letterkit.letter.markdown import write
from letterkit.letter.model import (
    Claim,
    Heading,
    Inline,
    Letter,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Placeholder,
    Text,
    line,
    lines,
    paragraph,
    plain,
)

EMPTY = Letter((), (), (), (), (), (), (), ())
URL = "https://x.org/a-b_c/(d)?q=1&copy=2"


def source(*content: Inline | str) -> str:
    """Return the Markdown of one paragraph."""
    return write(replace(EMPTY, body=(paragraph(*content),))).removesuffix("\n")


def test_a_letter_in_markdown():
    letter = Letter(
        letterhead=lines("Sender", "1 Street"),
        date=line("October 21, 2020"),
        delivery=line("Via e-mail"),
        addressees=(lines("An Addressee", "", "Washington"), lines("Another")),
        subject=line("A subject"),
        salutation=line("Dear Ambassador:"),
        body=(
            paragraph(Claim("c", (Text("A fact."),)), NoteRef(1), " ", Text("Really", italic=True), "."),
            Heading(line("Law")),
            ListBlock(lines("One", "Two")),
            ListBlock(lines("First", "Second\nline"), ordered=True),
        ),
        close=line("Sincerely,"),
        signatures=(((Placeholder("[Name]"),), *lines("Director")),),
        enclosures=lines("Enclosure"),
        copies=lines("cc: A", "B"),
        notes=(Note(1, (Text("A source, "), Link("https://x.org/", (Text("https://x.org/"),)), Text("."))),),
    )
    assert write(letter) == (
        "**Sender**\\\n1 Street\n\n"
        "October 21, 2020\n\n"
        "Via e-mail\n\n"
        "An Addressee\\\n\\\nWashington\n\n"
        "Another\n\n"
        "# Re: A subject\n\n"
        "Dear Ambassador:\n\n"
        "A fact.[^1] *Really*.\n\n"
        "## Law\n\n"
        "- One\n- Two\n\n"
        "1. First\n2. Second\\\n   line\n\n"
        "Sincerely,\n\n"
        "**\\[Name\\]**\\\nDirector\n\n"
        "Enclosure\n\n"
        "cc: A\\\nB\n\n"
        "[^1]: A source, <https://x.org/>.\n"
    )


def test_what_a_letter_lacks_leaves_no_trace():
    assert write(EMPTY) == "\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            (Link(URL, (Text(URL),)),),
            r"[https://x.org/a-b\_c/(d)?q=1\&copy=2](<https://x.org/a-b_c/(d)?q=1\&copy=2>)",
        ),
        ((Link("https://x.org/ <b>", (Text("here "),)), "and"), "[here](<https://x.org/%20%3Cb%3E>) and"),
        ((Link("javascript:alert(1)", (Text("here"),)),), "here"),
        ((Text("a"), Text("“b”", italic=True), Text("c")), "&#97;*“b”*&#99;"),
        ((Text(" b ", bold=True), Text("c", italic=True)), "**b** *c*"),
        ((Text("b", bold=True), Text("c", italic=True)), "**b**c"),
        ((Text("b", bold=True, italic=True), Text("c", bold=True, italic=True)), "***bc***"),
        ((NoteRef(2), ": a note"), "[^2]\\: a note"),
        (("3.5 km, 1. 2) a. (b) -c",), "3.5 km, 1. 2) a. (b) -c"),
    ],
)
def test_links_emphasis_and_calls_are_written_so_that_they_hold(content, expected):
    assert source(*content) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. A", r"1\. A"),
        ("iv) A", r"iv\) A"),
        ("(a) A", r"\(a) A"),
        ("- A", r"\- A"),
        ("# A", r"\# A"),
        ("    A", "A"),
        ("{{ 7*7 }}", r"\{\{ 7\*7 \}\}"),
        ("<b>", r"\<b\>"),
        ("[@x]", r"\[\@x\]"),
        ("R&D &amp;", r"R\&D \&amp;"),
        ("it's -- --- ...", r"it\'s -\- -\-\- \..."),
        ("% A", r"\% A"),
        ("-- A", r"\-\- A"),
        ("محمد بن سلمان", "محمد بن سلمان"),
    ],
)
def test_signs_are_escaped(text, expected):
    assert source(text) == expected


SIGNS = r"""
a B x1 1. 2) (1) (a) iv) i. A. - -- --- + * ** _ __ # ## > : ::: ~ ~~~ ``` ` [ ] ( ) [^1] [@x] @x & &amp;
&#65; < <b> </b> <!-- {{ }} {#id} {.c} $ $$ \ \begin{x} \( \[ | a|b = === % ! “q” "q" 'q' it's … ... ....
^ ^2^ . , ; '' – — (@) #. é ə محمد שלום / ? e.g. <http://x> e@x.org [x]: ~~a~~ H~2~O *a* _a_b_
"""
PIECES = st.tuples(st.sampled_from(SIGNS.split()), st.sampled_from(["", " ", "\u00a0", "\n"])).map("".join)
TEXTS = st.lists(PIECES, min_size=1, max_size=5).map("".join)
INLINES = st.one_of(
    st.builds(Text, TEXTS, st.booleans(), st.booleans()),
    st.builds(lambda text: Claim("x", (Text(text),)), TEXTS),
    st.builds(lambda url, text: Link(url, (Text(text),)), st.sampled_from([URL, "http://é.org/%20ü"]), TEXTS),
    TEXTS.map(Placeholder),
)
PARAGRAPHS = st.lists(INLINES, min_size=1, max_size=4).map(tuple)
LETTERS = st.lists(PARAGRAPHS, min_size=20, max_size=20).map(
    lambda contents: replace(EMPTY, body=tuple(Paragraph(content) for content in contents))
)
MANY = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)


def folded(text: str) -> str:
    return " ".join(text.split())


def printed(letter: Letter) -> list[str]:
    """Return what each paragraph of a letter says."""
    return [folded(plain(block.content)) for block in letter.body]


@settings(MANY, max_examples=100)
@given(LETTERS)
def test_commonmark_prints_every_text_as_itself(letter):
    tokens = MarkdownIt("commonmark").parse(write(letter))
    assert {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}
    assert [folded("".join(map(said, token.children))) for token in tokens if token.children] == printed(
        letter
    )


def said(token: Token) -> str:
    """Return what a token of markdown-it prints."""
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "text_special"} else ""


@settings(MANY, max_examples=20)
@given(LETTERS)
def test_pandoc_prints_every_text_as_itself(letter):
    for dialect in ("markdown", "commonmark_x"):
        blocks = pandoc(write(letter), dialect)
        assert {block["t"] for block in blocks} == {"Para"}
        assert [folded(spoken(block["c"])) for block in blocks] == printed(letter)


def pandoc(text: str, dialect: str) -> list[dict]:
    """Return the blocks that pandoc reads in a text."""
    require_tool("pandoc")
    command = ["pandoc", f"--from={dialect}", "--to=json"]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)["blocks"]


def spoken(inlines: list[dict]) -> str:
    """Return what pandoc prints of inlines; a kind that no letter has prints as its name."""
    return "".join(_spoken(each["t"], each.get("c")) for each in inlines)


def _spoken(kind: str, content) -> str:
    match kind:
        case "Str":
            text = content
        case "Space" | "SoftBreak" | "LineBreak":
            text = " "
        case "Emph" | "Strong":
            text = spoken(content)
        case "Link":
            text = spoken(content[1])
        case "Quoted":
            signs = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            text = signs[0] + spoken(content[1]) + signs[1]
        case _:
            text = f"<{kind}>"
    return text


def test_pandoc_reads_the_notes_with_number_text_and_link():
    letter = two_pages()
    blocks = pandoc(write(letter), "markdown")
    notes = [
        each["c"][0]["c"]
        for block in blocks
        if block["t"] == "Para"
        for each in block["c"]
        if each["t"] == "Note"
    ]
    assert [folded(spoken(note)) for note in notes] == [folded(plain(note.content)) for note in letter.notes]
    links = [each["c"][2][0] for note in notes for each in note if each["t"] == "Link"]
    assert links == [part.url for note in letter.notes for part in note.content if isinstance(part, Link)]


def test_pandoc_reads_the_subject_as_the_only_heading_and_the_asks_as_a_list():
    blocks = pandoc(write(two_pages()), "markdown")
    assert [block["c"][0] for block in blocks if block["t"] == "Header"] == [1]
    assert [len(block["c"]) for block in blocks if block["t"] == "BulletList"] == [5]
