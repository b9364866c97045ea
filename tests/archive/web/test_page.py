"""Saved web pages: the text without what stands around it, and what the page says of itself."""

from datetime import UTC, date, datetime

import pytest
from tests.archive.documents import page

from letterkit.archive import Kind, Status, find, read, sniff
from letterkit.archive.web.page import read_page
from letterkit.errors import LetterkitError

TEXT = "".join(
    f"<p>Paragraph {n} tells at length what the flood did to the town and to its people.</p>"
    for n in range(6)
)
ARTICLE = f"""<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><h1>A flood in Milltown</h1><div class="share"><a href="#">Share</a></div>
<article><figure><img alt="x"><figcaption>A bridge. Jo Reed/Reuters</figcaption></figure>{TEXT}<h2>Deaths</h2>
<p>The flood killed 21 people.</p></article>
<div class="related"><h3>More</h3><p>A drought, three years ago, in Hilltown</p></div></main>
<footer><p>© Example Watch</p></footer><script>track("killed 99 people")</script>"""
OG = """<title>A flood in Milltown - Example Watch</title>
<meta property="og:site_name" content="Example Watch"><meta property="og:title" content="A flood in Milltown">
<link rel="canonical" href="https://example.org/flood?utm_source=x">
<meta property="article:published_time" content="2020-10-20T10:00:00+02:00">
<meta property="article:modified_time" content="2020-10-25T10:00:00+02:00">
<meta name="author" content="Jo Reed">"""


def only(body=ARTICLE, head=""):
    (work,) = read_page(page(body, head))
    return work


def test_the_text_is_read_without_navigation_captions_and_related_stories():
    work = only()
    assert work.text.startswith("A flood in Milltown\nParagraph 0 ")
    assert work.text.endswith("Deaths\nThe flood killed 21 people.")
    assert work.text.count("Paragraph") == 6
    for words in ("Home", "Share", "A bridge", "A drought", "Example Watch", "99"):
        assert words not in work.text


def test_the_headline_stands_once_and_heads_no_paragraph():
    work = only()
    assert work.blocks[0].kind is Kind.HEADLINE
    assert find("A flood in Milltown", [work]).status is Status.FOUND
    assert (
        work.heading(next(i for i, block in enumerate(work.blocks) if "21 people" in block.text)) == "Deaths"
    )


def test_a_list_of_other_works_is_no_text_and_a_list_of_the_report_is():
    offered = "<h3>You Might Also Like …</h3><ul><li>A drought in Hilltown killed 99 people</li></ul>"
    own = "<h3>What we found</h3><ul><li>The dam had no keeper</li></ul>"
    work = only(ARTICLE.replace("</article>", f"{own}{offered}<p>The dam has a keeper now.</p></article>"))
    assert find("A drought in Hilltown killed 99 people", [work]).status is Status.NOT_FOUND
    assert find("The dam had no keeper", [work]).status is Status.FOUND
    assert find("The dam has a keeper now", [work]).status is Status.FOUND


def test_what_a_page_says_of_itself_is_read():
    work = only(head=OG)
    assert (work.title, work.link) == ("A flood in Milltown", "https://example.org/flood")
    assert work.issued.isoformat() == "2020-10-20T10:00:00+02:00"
    assert (work.about.publisher, work.about.authors) == ("Example Watch", ("Jo Reed",))
    assert (work.about.language, work.about.modified.isoformat()) == ("en", "2020-10-25T10:00:00+02:00")


def test_a_page_that_says_nothing_of_itself_has_no_date_and_shows_what_it_prints():
    work = only(f"<main><h1>A flood</h1><p>20 October 2020</p>{TEXT}</main>")
    assert (work.title, work.issued, work.link, work.about.publisher) == ("A flood", None, None, None)
    assert work.about.seen_dates == ("20 October 2020",)


@pytest.mark.parametrize(
    ("head", "issued"),
    [
        ('<meta name="citation_publication_date" content="2020/10/20">', date(2020, 10, 20)),
        ('<meta name="dcterms.issued" content="2020-10-20">', date(2020, 10, 20)),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, '
                '{"@type": "NewsArticle", "datePublished": "2020-10-20T10:00:00Z"}]}</script>'
            ),
            datetime(2020, 10, 20, 10, tzinfo=UTC),
        ),
        (
            (
                '<script type="application/ld+json">{broken</script><meta '
                'itemprop="datePublished" content="2020-10-20">'
            ),
            date(2020, 10, 20),
        ),
    ],
)
def test_the_day_of_publication_is_read_where_it_is_called_so(head, issued):
    assert only(head=head).issued == issued


def test_the_time_element_of_the_article_counts_when_there_is_one_day():
    times = '<time datetime="2020-10-20T10:00:00Z">20 October</time>'
    assert only(f"<article>{times}{TEXT}</article>").issued == datetime(2020, 10, 20, 10, tzinfo=UTC)
    two = f'{times}<time datetime="2019-01-01">then</time>'
    assert only(f"<article>{two}{TEXT}</article>").issued is None


def test_a_page_that_names_two_days_of_publication_says_so():
    head = OG + '<meta name="dcterms.issued" content="2020-10-21">'
    assert only(head=head).about.doubts == (
        (
            "it gives several days of publication: article:published_time (2020-10-20) was "
            "taken, not dcterms.issued (2020-10-21)"
        ),
    )


def test_the_address_that_a_browser_saved_the_page_from_is_its_address():
    saved = page(ARTICLE).replace(
        b"<html", b"<!-- saved from url=(0030)https://example.org/flood?fbclid=1 -->\n<html", 1
    )
    assert read_page(saved)[0].link == "https://example.org/flood"


def test_json_ld_names_publisher_and_persons_and_no_e_mail_address():
    data = (
        '{"@type": "Report", "headline": "A flood", "author": [{"name": "Jo Reed"}, '
        '{"name": "jo@example.org"}], "publisher": {"name": "Example Watch"}}'
    )
    work = only(head=f'<script type="application/ld+json">{data}</script>')
    assert (work.title, work.about.publisher, work.about.authors) == (
        "A flood",
        "Example Watch",
        ("Jo Reed",),
    )


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(declared, codec):
    words = {"cp1251": "Паводок", "koi8-r": "Паводок", "gb18030": "洪水", "cp932": "洪水"}.get(
        codec, "“café”"
    )
    html = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; '
        f'charset={declared}"></head><body><p>{words} in Milltown</p>'
    )
    (work,) = read_page(html.encode(codec))
    assert (work.text, work.about.remarks) == (f"{words} in Milltown", ())


def test_a_page_in_letters_that_nobody_names_is_refused():
    with pytest.raises(LetterkitError, match="does not say how its letters are encoded"):
        read_page("<html><body><p>Паводок в городе</p>".encode("cp1251"))


def test_an_xhtml_page_that_declares_entities_is_refused():
    with pytest.raises(LetterkitError, match="declares XML entities"):
        read(b'<!DOCTYPE html [<!ENTITY x "boom">]><html><body><p>&x;</p></body></html>')


@pytest.mark.parametrize(
    "opening", ["<!DOCTYPE html><p>", "<html>", "\ufeff<!-- c -->\n<HTML>", "<article><p>x</p>", "<p>x"]
)
def test_a_page_is_recognised_by_its_first_element(opening):
    assert sniff(opening.encode()) == "html"
