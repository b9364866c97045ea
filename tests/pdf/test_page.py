"""What is laid out is the page that WeasyPrint would have read, with the same defaults."""

from dataclasses import replace

import pytest
from tests.docx.letters import two_pages
from tests.pdf.letters import CSS, DAY, note, short

from letterkit.errors import LetterkitError
from letterkit.letter.model import (
    Heading,
    Link,
    ListBlock,
    NoteRef,
    Placeholder,
    Text,
    line,
    lines,
    paragraph,
)
from letterkit.pdf import html, page
from letterkit.pdf.pdf import Renderer

EVERYTHING = short(
    Heading(line("One"), 1),
    paragraph(
        "Words ", Text("slanted", italic=True), Text(" and bold", bold=True), NoteRef(1), "\nand a line."
    ),
    Heading(line("Two"), 2),
    Heading(line("Three"), 3),
    Heading(line("Four"), 4),
    Heading(line("Five"), 5),
    Heading(line("Six"), 6),
    paragraph("Of these:"),
    ListBlock(lines("first", "second"), ordered=True),
    ListBlock(lines("third", "fourth")),
    paragraph(Link("https://example.org/a?b=c&d", (Text("https://example.org/a?b=c&d"),)), " שלום 21."),
    paragraph(Placeholder("[Name]"), Link("https://example.org/e", (Text("linked"),)), NoteRef(2)),
    notes=(note(1, "The first."), note(2, "The second, “quoted” & more.")),
    letterhead=lines("Watch & Co", "1 Street"),
    addressees=(lines("A", "b"), lines("C", "d")),
    running=("Somebody", "today"),
    subject=line("Words < and > & more"),
)
BARE = "@page { @footnote { border-top: 1px solid } @top-left { content: element(running) } }"
BARE += " .running { position: running(running) } .footnote { float: footnote }"


@pytest.mark.parametrize("css", [CSS, BARE])
@pytest.mark.parametrize("letter", [two_pages(), EVERYTHING, replace(EVERYTHING, notes_kind="endnotes")])
def test_a_letter_is_drawn_as_from_a_page_that_weasyprint_reads(letter, css, monkeypatch):
    drawn = Renderer(css).write(letter, created=DAY)
    renderer = Renderer(css)
    read = renderer._weasyprint.HTML
    monkeypatch.setattr(page, "read", lambda markup, fetcher: read(string=markup, url_fetcher=fetcher))
    assert renderer.write(letter, created=DAY) == drawn


@pytest.mark.parametrize(
    "parts",
    [
        {"subject": line("Words\x0bmore")},
        {"letterhead": lines("Words\x01more")},
        {"language": "en\x02"},
        {"running": ("Words\ufffemore",)},
    ],
)
def test_what_xml_cannot_hold_is_refused_with_its_place(parts):
    with pytest.raises(LetterkitError, match="unprintable character"):
        html.write_paged(short(paragraph("Words."), **parts))
