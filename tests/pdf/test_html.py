import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html
from tests.docx.letters import two_pages
from tests.pdf.letters import CSS, note, short

from letterkit.errors import LetterkitError
from letterkit.letter.model import (
    Claim,
    Heading,
    Letter,
    Link,
    ListBlock,
    NoteRef,
    Placeholder,
    Text,
    line,
    lines,
    paragraph,
)
from letterkit.pdf import html


def body(letter: Letter) -> str:
    """Return the markup of the stand-alone page's body."""
    return html.write(letter, "").partition("<body>\n")[2].removesuffix("</body>\n</html>\n")


def main(letter: Letter) -> str:
    """Return the markup inside main, without line ends."""
    return re.search("<main>(.*)</main>", body(letter), re.DOTALL)[1].replace("\n", "")


def test_every_part_of_a_letter_has_its_element():
    letter = two_pages()
    page = lxml_html.fromstring(html.write(letter, CSS))
    assert page.get("lang") == "en-US"
    assert page.findtext("head/title") == letter.title
    assert page.find('head/meta[@name="author"]').get("content") == "Amnesty International USA"
    assert page.findtext('body/header/p[@class="organization"]') == "Amnesty International USA"
    assert [each.get("class") for each in page.find("body/main")][:5] == [
        *("date", "delivery", "addressee", "subject", "salutation")
    ]
    assert page.find("body/main/h1").text_content() == f"Re: {letter.title}"
    assert len(page.findall("body/main/ul/li")) == 5
    assert page.findtext('body/main/div[@class="end"]/p[@class="closing"]') == "Sincerely,"


def test_the_page_needs_no_other_file_and_no_script():
    page = lxml_html.fromstring(html.write(two_pages(), CSS))
    assert page.xpath("//@src | //link | //script | //img") == []
    assert {address[:4] for address in page.xpath("//@href")} == {"http", *{f"#{x}" for x in ("not", "cal")}}
    assert "url(" not in page.findtext("head/style").partition("*/")[2]
    assert "default-src 'none'" in page.find("head/meta[@http-equiv]").get("content")


def test_a_style_sheet_cannot_end_its_element():
    page = lxml_html.fromstring(html.write(short(), "p::after { content: '</style><b>' }"))
    assert page.findtext("head/style") == "\np::after { content: '<\\/style><b>' }"
    assert page.find("body//b") is None


def test_calls_and_notes_lead_to_each_other():
    page = lxml_html.fromstring(html.write(two_pages(), CSS))
    calls, notes = page.xpath('//a[@role="doc-noteref"]'), page.xpath('//section[@role="doc-endnotes"]/ol/li')
    assert [call.get("href") for call in calls] == [f"#{each.get('id')}" for each in notes]
    back = [each.find("span/a[@role='doc-backlink']") for each in notes]
    assert [each.get("href") for each in back] == [f"#{call.get('id')}" for call in calls]
    assert [each.text for each in back] == [f"{number}. " for number in range(1, 11)]


def test_a_claim_is_marked_with_its_id_and_its_use():
    claims = Claim("a-b", (Text("Once."),)), Claim("a-b", (Text("Twice."),), use=2)
    assert main(short(paragraph(claims[0], " ", claims[1]))) == (
        '<p><span data-fact="a-b">Once.</span> <span data-fact="a-b" data-use="2">Twice.</span></p>'
    )


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "<b>", "[@x]", "&", "&amp;", "</p>", "'\"", "محمد بن سلمان", "a\tb"]
)
def test_every_text_prints_as_itself(text):
    letter = short(paragraph(text), letterhead=lines(text), running=(text,))
    for written in (html.write(letter, ""), html.write_paged(letter)):
        page = lxml_html.fromstring(written)
        assert page.find("body/main/p").text_content() == text
        assert page.find("head/meta[@name='author']").get("content") == text
    assert page.find("body/div/span").text_content() == text


@pytest.mark.parametrize("part", [paragraph("a\x07b"), paragraph(Link("https://x.org/\ud800", (Text("x"),)))])
def test_a_character_that_no_page_can_hold_is_refused(part):
    with pytest.raises(LetterkitError, match=r"unprintable character U\+(0007 after “a|D800 after “https)"):
        html.write(short(part), "")


def test_words_from_right_to_left_keep_what_follows_them_in_place():
    assert main(short(paragraph("Ask محمد بن سلمان, 5 times.", NoteRef(1)))) == (
        '<p>Ask <bdi>محمد بن سلمان</bdi>, 5 times.<sup class="call">1</sup></p>'
    )


def test_a_figure_among_words_from_right_to_left_stays_among_them():
    assert (
        main(short(paragraph("Say שלום 21 עולם, 5 times."))) == "<p>Say <bdi>שלום 21 עולם</bdi>, 5 times.</p>"
    )


def test_a_placeholder_is_marked():
    letter = short(signatures=(((Placeholder("[Name]"),), line("Director")),))
    assert main(letter) == (
        '<div class="end"><p class="signature"><mark class="placeholder">[Name]</mark><br/>Director</p></div>'
    )


def test_a_link_that_leads_to_a_script_is_no_link():
    links = [Link(url, (Text("here"),)) for url in ("javascript:alert(1)", "https://x.org/?a=1&b=2")]
    assert main(short(paragraph(*links))) == '<p>here<a href="https://x.org/?a=1&amp;b=2">here</a></p>'


def test_emphasis_is_kept():
    content = (Text("a", bold=True), Text("b", italic=True), Text("c", bold=True, italic=True))
    assert main(short(paragraph(*content))) == (
        "<p><strong>a</strong><em>b</em><strong><em>c</em></strong></p>"
    )


def test_headings_leave_out_no_level():
    body = (Heading(line("a"), 4), Heading(line("b"), 4), Heading(line("c"), 1))
    assert main(short(*body, subject=line("S"))).endswith("<h2>a</h2><h3>b</h3><h2>c</h2>")
    assert main(short(*body)) == "<h1>a</h1><h2>b</h2><h1>c</h1>"  # where no subject is the first heading


def test_a_paragraph_before_a_list_leads_it_in():
    letter = short(paragraph("We ask:"), ListBlock(lines("One", "Two"), ordered=True))
    assert main(letter) == '<p class="lead-in">We ask:</p><ol><li>One</li><li>Two</li></ol>'


def test_several_addressees_stand_side_by_side():
    letter = short(addressees=(lines("A", "B"), lines("C")))
    assert main(letter) == (
        '<div class="cells"><div class="cell"><p class="addressee">A<br/>B</p></div>'
        '<div class="cell"><p class="addressee">C</p></div></div>'
    )


def test_what_is_too_long_to_stand_side_by_side_is_stacked():
    letter = short(signatures=(lines(*"abcdefghijklm"), lines("n")))
    assert '<p class="signature">a<br/>b<br/>' in main(letter)
    assert "cell" not in main(letter)


def test_what_a_letter_lacks_leaves_no_trace():
    assert body(short()) == "<main>\n</main>\n"


def test_on_paper_a_footnote_stands_beside_its_first_call():
    letter = short(paragraph("A.", NoteRef(1), " B.", NoteRef(1)), notes=(note(1, "Source."),))
    assert re.search("<main>\n(.*)\n</main>", html.write_paged(letter))[1] == (
        "<p>A."
        '<sup class="call"><a id="call-1" href="#note-1" role="doc-noteref">\u20601</a></sup>'
        '<span class="footnote" id="note-1">'
        '<span class="number"><a href="#call-1" role="doc-backlink">1. </a></span>Source.</span>'
        ' B.<sup class="call"><a href="#note-1" role="doc-noteref">\u20601</a></sup></p>'
    )


def test_on_paper_what_may_begin_a_page_is_numbered():
    body = (
        *(Heading(line("Law")), paragraph("One."), paragraph("Asks:")),
        *(ListBlock(lines("Two.", "Three.")), paragraph("Four.")),
    )
    page = lxml_html.fromstring(html.write_paged(short(*body), {2}))
    assert [(each.get("id"), each.text) for each in page.find("body/main").iter() if each.get("id")] == [
        *(("start-0", "Law"), ("start-1", "Asks:"), ("start-2", "Three."), ("start-3", "Four."))
    ]
    assert [each.text for each in page.find_class("new-page")] == ["Three."]


def test_on_paper_endnotes_are_a_list_at_the_end():
    letter = replace(two_pages(), notes_kind="endnotes")
    page = lxml_html.fromstring(html.write_paged(letter))
    assert page.xpath('//*[@class="footnote"]') == []
    assert len(page.xpath('//section[@role="doc-endnotes"]/ol/li')) == 10


def test_a_note_that_nothing_calls_is_not_dropped():
    letter = short(paragraph("A."), notes=(note(3, "Source."),))
    for written in (html.write(letter, ""), html.write_paged(letter)):
        assert lxml_html.fromstring(written).get_element_by_id("note-3").text_content() == "3. Source."


def test_on_paper_compounds_and_ranges_do_not_break_but_addresses_do():
    letter = short(paragraph("anti-personnel anti\u2011tank 3–4 – x Armenia/Azerbaijan-wide"))
    written = lxml_html.fromstring(html.write_paged(letter)).find("body/main/p").text_content()
    assert written == "anti-\u2060personnel anti-\u2060tank 3–\u20604 – x Armenia/Azerbaijan-wide"
    url = "https://x.org/a-b?c!d"
    page = lxml_html.fromstring(html.write_paged(short(paragraph(Link(url, (Text(url),))))))
    assert page.find("body/main/p/a").text == "https://x.org/a-b?\u2060c!\u2060d"
    assert page.find("body/main/p/a").get("href") == url
