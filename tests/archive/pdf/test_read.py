"""PDF reports: reading order, pages, hyphens, notes and furniture, on files made here with WeasyPrint."""

from functools import cache

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.archive.documents import pdf, raw_pdf
from tests.tools import libreoffice_pdf

from letterkit.archive import Kind, Status, find, read
from letterkit.archive.pdf.read import read_pdf
from letterkit.errors import LetterkitError

SENTENCE = (
    "Report {n} tells that {n} civilians were killed in the town and that more "
    "than {m} were injured by rockets."
)


def sentences(first, last):
    return "".join(
        f"<p>{SENTENCE.format(n=n, m=n * 3)} It goes on for a while, so that it fills lines.</p>"
        for n in range(first, last)
    )


@cache
def two_columns():
    """Two pages: a title over both columns, a heading and a paragraph of full width in between."""
    css = "@page { size: a4; margin: 60pt } .c { columns: 2; column-gap: 16pt } h1 { font-size: 20pt }"
    between = (
        "<h2>What followed</h2><p>This paragraph goes over the whole width of the page,"
        " which is much more than a column has, so that it comes after both of "
        "them.</p>"
    )
    body = (
        f"<h1>A report on the two columns of Port-au-Prince</h1><div class=c>"
        f"{sentences(1, 30)}</div>{between}<div class=c>{sentences(30, 40)}</div>"
    )
    (work,) = read_pdf(pdf(body, css))
    return work


@cache
def report():
    """Pages with a running head, printed numbers that begin at 9, notes, and a paragraph over two pages."""
    css = """@page :first { counter-reset: page 9 }
        @page { @top-center { content: "A flood in Milltown" } @bottom-center { content: counter(page) } }
        .n { float: footnote; font-size: 7pt } sup { font-size: 6pt; vertical-align: super }"""
    note = "<span class=n>Interview with a resident, 3 October 2020.</span>"
    paragraphs = [
        "<h1>A flood in Milltown</h1>",
        f"<p>The flood killed 21 people.{note} It covered 10<sup>6</sup> m<sup>2</sup> of land.</p>",
        f"<p>{'This sentence is long enough to go on over the end of the page, and so it does, ' * 16}</p>",
        *(
            (
                f"<p>Paragraph {n} says what happened to house number {n} by the river, at "
                f"some length, and then to the people in it.</p>"
            )
            for n in range(16)
        ),
        (
            f"<p>The night of the flood was long{note} and nobody in the upper town knew "
            f"of the lower town before the morning came.</p>"
        ),
    ]
    (work,) = read_pdf(
        pdf(
            "".join(paragraphs), css, "<title>A flood in Milltown</title><meta name=author content='Jo Reed'>"
        )
    )
    return work


def texts(work, *kinds):
    return [block.text for block in work.blocks if block.kind in kinds]


def test_two_columns_are_read_one_after_the_other():
    numbers = [text.split()[1] for text in texts(two_columns(), Kind.PARAGRAPH) if text.startswith("Report")]
    assert numbers == [str(number) for number in range(1, 40)]
    assert all(
        "It goes on for a while, so that it fills lines." in text
        for text in texts(two_columns(), Kind.PARAGRAPH)
        if text.startswith("Report")
    )


def test_a_heading_and_a_paragraph_of_full_width_stand_between_their_columns():
    order = texts(two_columns(), Kind.PARAGRAPH, Kind.HEADING)
    at = order.index("What followed")
    assert order[0] == "A report on the two columns of Port-au-Prince"
    assert order[at - 1].startswith("Report 29 ")
    assert order[at + 1].startswith("This paragraph goes over the whole width")
    assert order[at + 2].startswith("Report 30 ")


def test_words_on_both_sides_of_the_gap_between_columns_are_no_quote():
    work = two_columns()
    left, right = "Report 1 tells that 1 civilians", "civilians were killed"
    assert find(left, [work]).status is Status.FOUND
    across = find(
        (
            f"Report 1 tells that 1 {right} in the town and that more than 3 were injured "
            f"by rockets. It goes on for a while, so that it fills lines. Report 3"
        ),
        [work],
    )
    assert across.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "lie",
    [
        "Report 12 tells that 13 civilians were killed in the town",
        "Report 12 tells that 12 civilians were not killed in the town",
        "Report 12 tells that 12 civilians were killed in the city",
        "Report 12 tells that 12 civilians were killed in the town and that more than 360 were injured",
        "Report 12 tells that 12 civilians were killed in the town and that 36 were injured",
    ],
)
def test_a_quote_with_one_word_changed_is_refused(lie):
    truth = "Report 12 tells that 12 civilians were killed in the town and that more than 36 were injured"
    assert find(truth, [two_columns()]).status is Status.FOUND
    verdict = find(lie, [two_columns()])
    assert verdict.status is Status.NOT_FOUND
    assert verdict.nearest.differences


def test_heads_feet_and_page_numbers_are_no_text():
    work = report()
    furniture = texts(work, Kind.BOILERPLATE)
    assert furniture.count("A flood in Milltown") == max(
        page.number for block in work.blocks for _, page in block.pages
    )
    assert {"9", "10", "11"} <= set(furniture)
    assert texts(work, Kind.HEADING) == ["A flood in Milltown"]


def test_a_passage_is_found_with_the_page_of_the_file_and_the_printed_one():
    passage = find("The flood killed 21 people", [report()]).passage
    assert (passage.page.number, passage.page.printed) == (1, "9")
    assert str(passage.page) == "page 1 (printed 9)"
    later = find("what happened to house number 15", [report()]).passage
    assert later.page.number > 1
    assert later.page.printed == str(later.page.number + 8)


def test_numbers_of_an_appendix_and_of_a_part_that_counts_anew_are_the_printed_ones():
    labels = ["A-1", "A-2", "A-3", "40", "41", "42", "44"]
    pages = enumerate(labels, 1)
    css = "".join(
        f"@page p{n} {{ @bottom-right {{ content: '{label}' }} }} .p{n} {{ page: p{n} }}"
        for n, label in pages
    )
    told = "What happened to house number {0} by the river, and then to the people in it, is told here"
    body = (f"<div class=p{n}>{sentences(n, n + 2)}<p>{told.format(n)}.</p></div>" for n in range(1, 8))
    (work,) = read_pdf(pdf("".join(body), css))
    found = [find(told.format(n), [work]).passage.page for n in range(1, 8)]
    assert [page.number for page in found] == [1, 2, 3, 4, 5, 6, 7]
    assert [page.printed for page in found] == [*labels[:-1], None]
    assert not set(labels) & {block.text for block in work.blocks if block.quotable}


def test_columns_of_one_or_two_lines_are_never_read_across():
    for lines in (1, 2):
        columns = "".join(
            (
                f"<div style='display: inline-block; width: 112pt; margin-right: 8pt'>"
                f"{'The left side counts 21 dead. ' * lines}</div>"
            )
            for _ in range(2)
        )
        (work,) = read_pdf(pdf(columns))
        assert find("counts 21 The left", [work]).status is Status.NOT_FOUND
        assert find("dead. The left side counts", [work]).passages == () or lines == 2


def test_a_sentence_that_goes_on_over_the_page_is_one_paragraph_with_two_pages():
    over = [block for block in report().blocks if len(block.pages) == 2]
    assert len(over) == 1
    (block,) = over
    at, page = block.pages[1]
    assert 0 < at < len(block.text)
    assert block.page(at - 1) != block.page(at) == page
    assert find(block.text, [report()]).status is Status.FOUND


def test_notes_stand_apart_and_their_calls_are_not_in_the_text():
    work = report()
    assert find("The flood killed 21 people. It covered 10⁶ m² of land.", [work]).status is Status.FOUND
    notes = texts(work, Kind.NOTE)
    assert len(notes) == 2
    assert notes[0].endswith("Interview with a resident, 3 October 2020.")
    assert find("The night of the flood was long and nobody in the upper town", [work]).status is Status.FOUND


def test_what_the_file_says_of_itself_is_read_and_the_day_it_was_made_is_not_its_day_of_publication():
    work = report()
    assert (work.title, work.about.authors, work.about.language) == (
        "A flood in Milltown",
        ("Jo Reed",),
        "en",
    )
    assert work.issued is None
    (made,) = read_pdf(
        pdf(
            "<h1>A flood in Milltown</h1><p>Index: EUR 55/1234/2021</p><p>14 January 2021</p>",
            head="<meta name=dcterms.created content=2021-01-13>",
        )
    )
    assert made.about.doubts == (
        "the file was made on 2021-01-13; that is not the day on which it was published",
    )
    assert (made.about.number, made.about.seen_dates) == ("EUR 55/1234/2021", ("14 January 2021",))
    assert (made.title, made.about.likely_title) == ("", "A flood in Milltown")


def test_hyphens_at_line_ends_go_and_those_of_names_stay():
    words = "<p>International law holds in Port-au-Prince.</p>" * 2
    narrow = (
        "<p lang=en style='width: 78pt; hyphens: auto'>International observers of "
        "international organisations in Port-au-Prince said that Port-au-Prince was "
        "well-known.</p>"
    )
    (work,) = read_pdf(
        pdf(words + "<p>They are well-known international observers of organisations.</p>" + narrow)
    )
    assert (
        "International observers of international organisations in Port-au-Prince said "
        "that Port-au-Prince was well-known."
    ) in texts(work, Kind.PARAGRAPH)


def test_raised_figures_that_are_no_call_of_a_note_keep_what_they_mean():
    (work,) = read_pdf(
        pdf(
            "<style>sup { font-size: 6pt }</style><p>They found <sup>131</sup>I in 5 m<sup>"
            "3</sup> of water.</p>"
        )
    )
    assert texts(work, Kind.PARAGRAPH) == ["They found ¹³¹I in 5 m³ of water."]


def test_bullets_and_the_contents_are_known():
    dots = "." * 40
    body = (
        f"<p>1. Deaths {dots} 12</p><p>2. Law {dots} 15</p><p>They ask to:</p><ul><li>"
        f"stop the flood</li><li>open the gates</li></ul>"
    )
    (work,) = read_pdf(pdf(body))
    assert texts(work, Kind.BULLET) == ["stop the flood", "open the gates"]
    assert len(texts(work, Kind.BOILERPLATE)) == 2


def test_cells_that_stand_far_apart_are_never_one_sentence():
    (work,) = read_pdf(
        pdf(
            "<table style='width: 100%'><tr><td>Milltown</td><td style='text-align: right'>"
            "21 killed</td></tr></table>"
        )
    )
    assert find("Milltown 21 killed", [work]).status is Status.NOT_FOUND
    assert find("21 killed", [work]).status is Status.FOUND


def test_progress_is_told_page_by_page():
    told = []
    read_pdf(pdf("<p>One</p><p style='break-before: page'>Two</p>"), lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


EMPTY_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"%PDF-1.4\nnothing", "the PDF is broken: its pages cannot be found"),
        (
            raw_pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", EMPTY_PAGE),
            "the PDF holds no text, only pictures of it",
        ),
        (
            raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 100000>>"),
            "the PDF has 100,000 pages; more than 3,000 are not read",
        ),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_one_sentence(document, said):
    with pytest.raises(LetterkitError) as refused:
        read(document)
    assert refused.value.message == said
    assert refused.value.hint


def test_a_locked_pdf_is_refused():
    import io

    import pikepdf

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("<p>Secret</p>"))) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(LetterkitError, match="the PDF is locked with a password"):
        read(stream.getvalue())


def test_a_turned_page_is_read_as_it_is_looked_at():
    html = "<p style='transform: rotate(90deg); transform-origin: left bottom'>Along the edge of the page</p>"
    (work,) = read_pdf(pdf(html))
    assert work.text == "Along the edge of the page"


def test_two_narrow_justified_columns_of_another_program_are_read_in_order(tmp_path):
    """LibreOffice drives words apart as far as columns stand apart; a word gap is no gap between columns."""
    document = Document()
    document.add_heading("A report on floods", 0)
    for n in range(1, 60):
        document.add_paragraph(
            f"{SENTENCE.format(n=n, m=n * 3)} It goes on, so that it fills lines."
        ).alignment = 3
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "400")
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:cols")):
        section.remove(old)
    section.append(columns)
    document.save(str(tmp_path / "columns.docx"))
    (work,) = read_pdf(libreoffice_pdf(tmp_path / "columns.docx").read_bytes())
    found = [text for text in texts(work, Kind.PARAGRAPH) if text.startswith("Report")]
    assert found == [
        f"{SENTENCE.format(n=n, m=n * 3)} It goes on, so that it fills lines." for n in range(1, 60)
    ]
