"""Headers and footers: by section and page, with their words and without page numbers."""

import pytest
from tests.docx.made import SPACES, docx, field, p, read, rules, run, shown, styles

from letterkit.docx.read import read as read_file
from letterkit.letter.model import Text, lines

PAGE = field(" PAGE ", run("2"))


def head(*content, tag="hdr"):
    return f"<w:{tag} {SPACES}>{''.join(content)}</w:{tag}>"


def section(*references, first=False):
    made = "".join(f'<w:{tag}Reference w:type="{kind}" r:id="{key}"/>' for tag, kind, key in references)
    return f"<w:sectPr>{made}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def letter(*heads, first=False, settings="", body=p("Text.")):
    """Read a file with these headers and footers: tag, kind, content."""
    names = [f"part{number}.xml" for number, _ in enumerate(heads)]
    related = [
        (f"r{name}", {"hdr": "header", "ftr": "footer"}[tag], name)
        for name, (tag, _, _) in zip(names, heads, strict=True)
    ]
    references = [
        ({"hdr": "header", "ftr": "footer"}[tag], kind, f"r{name}")
        for name, (tag, kind, _) in zip(names, heads, strict=True)
    ]
    parts = {
        name.replace(".", "__"): head(content, tag=tag)
        for name, (tag, _, content) in zip(names, heads, strict=True)
    }
    own = {"settings": f"<w:settings {SPACES}>{settings}</w:settings>"} if settings else {}
    return docx(body, end=section(*references, first=first), related=related, **parts, **own)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (p("Mr. X\tOctober 21, 2020\tPage\xa0", PAGE), ("Mr. X", "October 21, 2020")),
        (p("Mr. X") + p("October 21, 2020") + p("Page ", PAGE, " of ", field(" NUMPAGES ", run("9"))), ("Mr. X", "October 21, 2020")),
        (p("- ", PAGE, " -"), ()),
        (p("<w:r><w:pgNum/></w:r>"), ()),
        (p("Mr. X, page ", PAGE), ("Mr. X",)),
        (p("Page 2"), ("Page 2",)),
    ],
)  # fmt: skip
def test_the_running_head_is_the_header_of_later_pages_without_page_numbers(content, words):
    made, findings = read_file(letter(("hdr", "default", content), ("hdr", "first", p("")), first=True))
    assert (made.running, made.letterhead, findings) == (words, (), [])


def test_where_the_writer_s_style_is_used_its_words_alone_are_the_running_head():
    extra = '<w:style w:type="paragraph" w:styleId="RH"><w:name w:val="Running Head"/></w:style>'
    data = letter(
        ("hdr", "default", p("A logo's words") + p("Mr. X\tPage\xa0", PAGE, style="RH")),
        ("hdr", "first", p("")),
        first=True,
    )
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    from tests.docx.made import zipped

    made, findings = read_file(zipped(members | {"word/styles.xml": styles(extra)}))
    assert made.running == ("Mr. X",)
    assert [(each.rule, each.message) for each in findings] == [
        ("header", "these words of a header would be lost: “A logo's words”")
    ]


def test_the_header_of_the_first_page_is_its_letterhead():
    made, findings = read_file(
        letter(("hdr", "first", p("Amnesty") + p("Street\tCity")), ("hdr", "default", p("Mr. X")), first=True)
    )
    assert (made.letterhead, made.running) == (lines("Amnesty", "Street", "City"), ("Mr. X",))
    assert findings == []


def test_a_header_of_all_pages_is_the_letterhead_of_a_letter_that_begins_without_one():
    made, findings = read_file(letter(("hdr", "default", p("Amnesty"))))
    assert (made.letterhead, made.running, findings) == (lines("Amnesty"), ("Amnesty",), [])


def test_a_header_that_no_page_shows_is_not_read_into_the_letter():
    data = letter(("hdr", "first", p("Old")), ("hdr", "even", p("Older")), ("ftr", "first", p("Oldest")))
    made, findings = read_file(data)
    assert (made.letterhead, made.running, findings) == ((), (), [])


def test_the_words_of_a_footer_are_an_error_and_its_page_number_is_none():
    number = read_file(letter(("ftr", "default", p("Page ", PAGE, " of ", field(" NUMPAGES ", run("2"))))))
    assert number[1] == []
    _, findings = read_file(letter(("ftr", "default", p("Registered charity 123"))))
    assert [(each.rule, each.severity, each.message) for each in findings] == [
        ("footer", "error", "the footer would be lost: “Registered charity 123”")
    ]


def test_a_header_of_even_pages_that_says_something_else_is_named():
    _, findings = read_file(
        letter(("hdr", "default", p("Mr. X")), ("hdr", "even", p("Mr. Y")), settings="<w:evenAndOddHeaders/>")
    )
    assert rules(findings) == [("header", "warning", None)]


def test_heads_are_told_with_their_section_and_page():
    first = section(("header", "default", "r1"))
    document = shown(
        p("a", properties=first), p("b"),
        end=section(("header", "default", "r2"), ("header", "first", "r1"), first=True),
        related=[("r1", "header", "one.xml"), ("r2", "header", "two.xml")],
        one__xml=head(p("One")), two__xml=head(p("Two")),
    )  # fmt: skip
    assert [(each.name, each.kind, each.section, each.on_first, each.text) for each in document.heads] == [
        ("word/one.xml", "default", 1, True, "One"),
        ("word/two.xml", "default", 2, False, "Two"),
        ("word/one.xml", "first", 2, False, "One"),
    ]


def test_a_header_with_a_table_is_read_and_named_as_losing_its_shape():
    table = f"<w:tbl><w:tr><w:tc>{p('Amnesty')}</w:tc><w:tc>{p('Street')}</w:tc></w:tr></w:tbl>"
    made, findings = read_file(letter(("hdr", "first", table + p("")), first=True))
    assert made.letterhead == ((Text("Amnesty"),), (Text("Street"),))
    assert rules(findings) == [("table", "warning", None)]


def test_what_a_header_hides_or_shows_without_text_is_named():
    hidden = p("Amnesty", run(" secret", "<w:vanish/>"), field(" EQ x ", ""))
    made, findings = read_file(letter(("hdr", "first", hidden), first=True))
    assert made.letterhead == lines("Amnesty")
    assert [(each.rule, each.message) for each in findings] == [
        ("field", "a field of the kind EQ (in the header) shows something that cannot be read"),
        ("hidden-text", "hidden text (in the header) is in the file, but not in the letter: “secret”"),
    ]


def test_a_letter_without_headers_has_no_running_head():
    assert read(p("a"))[0].running == ()
