"""RSS and Atom: one work for each item, and nothing believed that the feed does not say."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.archive.documents import item, rss

from letterkit.archive import Kind, Status, find, read, sniff
from letterkit.archive.web.feed import read_feed
from letterkit.errors import LetterkitError

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/blog/"><title>Watch</title>
<entry><title type="html">A &lt;b&gt;flood&lt;/b&gt;</title><id>tag:1</id><link href="flood"/>
<published>2020-10-20T08:00:00-04:00</published><updated>2020-10-22T08:00:00-04:00</updated>
<author><name>Jo Reed</name><email>jo@example.org</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It came at night.</p></div></content>
</entry></feed>"""


def only(document):
    (work,) = read_feed(document)
    return work


def test_an_item_of_wordpress_has_title_link_date_author_language_and_full_text():
    more = (
        '<dc:creator><![CDATA[Jo Reed]]></dc:creator><guid isPermaLink="false">'
        "https://example.org/?p=7</guid><category>Press Release</category>"
    )
    work = only(
        rss(item(more=more), channel="<title>Floods – Example Watch</title><language>en-US</language>")
    )
    assert (work.title, work.link) == ("A flood in Milltown", "https://example.org/news/flood/")
    assert work.item == work.link
    assert work.issued == datetime(2020, 10, 20, 10, tzinfo=UTC)
    assert work.text == "A flood destroyed the bridge."
    about = work.about
    assert (about.publisher, about.authors, about.language) == ("Example Watch", ("Jo Reed",), "en-US")
    assert (about.guid, about.container, about.kind) == (
        "https://example.org/?p=7",
        "Floods – Example Watch",
        "Press release",
    )
    assert (about.remarks, about.doubts) == ((), ())


def test_excerpt_title_and_footer_are_not_quotable():
    work = only(rss(item()))
    assert [block.kind for block in work.blocks] == [
        Kind.TITLE,
        Kind.EXCERPT,
        Kind.EXCERPT,
        Kind.PARAGRAPH,
        Kind.BOILERPLATE,
    ]
    for words in ("A flood in Milltown", "appeared first on Example Watch"):
        assert find(words, [work], work.item).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "footer",
    [
        "L’article Une crue est apparu en premier sur Example Watch.",
        "La entrada Una crecida se publicó primero en Example Watch.",
        "Запись Паводок впервые появилась на Example Watch.",
    ],
)
def test_the_footer_is_known_in_other_languages_too(footer):
    work = only(rss(f"<item><description>&lt;p>It came.&lt;/p>&lt;p>{footer}&lt;/p></description></item>"))
    assert work.text == "It came."
    assert work.about.publisher == "Example Watch"


def test_an_atom_entry_is_completed_by_its_base_and_keeps_its_offset():
    work = only(ATOM.encode())
    assert (work.title, work.link) == ("A flood", "https://example.org/blog/flood")
    assert work.issued == datetime(2020, 10, 20, 8, tzinfo=timezone(-timedelta(hours=4)))
    assert work.about.modified == datetime(2020, 10, 22, 8, tzinfo=timezone(-timedelta(hours=4)))
    assert work.text == "It came at night."


def test_the_address_of_an_author_is_nowhere():
    feed = rss(
        item(more="<author>jo@example.org (Jo Reed)</author>"), item(more="<author>jo@example.org</author>")
    )
    works = read(feed)
    assert [work.about.authors for work in works] == [("Jo Reed",), ()]
    assert "jo@example.org" not in repr(works)
    assert "jo@" not in repr(read(ATOM.encode()))


def test_an_entry_with_nothing_but_its_last_change_has_no_day_of_publication():
    work = only(ATOM.replace("<published>2020-10-20T08:00:00-04:00</published>", "").encode())
    assert work.issued is None
    assert work.about.doubts == (
        "the feed says when it was changed (2020-10-22T08:00:00-04:00), not when it was published",
    )


@pytest.mark.parametrize(
    ("given", "issued"),
    [
        ("Tue, 20 Oct 2020 10:00:00 EST", datetime(2020, 10, 20, 10, tzinfo=timezone(-timedelta(hours=5)))),
        ("2020-10-20", date(2020, 10, 20)),
        ("Tue, 20 Oct 2020 10:00:00 -0000", datetime(2020, 10, 20, 10, tzinfo=UTC)),
    ],
)
def test_dates_of_many_forms_are_read(given, issued):
    assert only(rss(item(date=given))).issued == issued


def test_a_date_that_cannot_be_read_is_said_and_not_replaced():
    work = only(rss(item(date="the other day")))
    assert (work.issued, work.about.doubts) == (None, ("its date cannot be read: the other day",))


def test_a_description_that_breaks_off_is_an_excerpt():
    work = only(rss("<item><title>T</title><description>A flood came to [&amp;hellip;]</description></item>"))
    assert work.text == ""
    assert work.about.remarks == ("the feed gives an excerpt only: archive the page itself",)


def test_a_description_without_a_full_text_is_the_text_and_said_to_be_perhaps_not_all():
    work = only(rss("<item><title>T</title><description>A flood came.\n\nIt went.</description></item>"))
    assert work.text == "A flood came.\nIt went."
    assert work.about.remarks == ("the feed gives a description, perhaps not the whole text",)


def test_a_feed_that_is_broken_off_gives_its_whole_items_and_says_so():
    feed = rss(item(), item(link="https://example.org/2/"))[:-40]
    works = read_feed(feed)
    assert [work.item for work in works] == ["https://example.org/news/flood/", "https://example.org/2/"]
    assert works[0].text == "A flood destroyed the bridge."
    assert works[0].about.remarks[0].startswith("the feed is not well-formed XML (")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_a_feed_is_read_in_the_encoding_that_it_declares(encoding):
    text = rss(item("<p>Crue à Müllstadt: 21 morts</p>")).decode().replace("UTF-8", encoding)
    assert [work.text for work in read(text.encode(encoding))] == ["Crue à Müllstadt: 21 morts"]


def test_a_few_letters_in_an_undeclared_encoding_are_read_with_a_remark_and_many_are_refused():
    words = "<p>“The flood killed 21 people in Milltown and the café was empty.”</p>"
    work = only(rss(item(words)).decode().encode("cp1252"))
    assert "café" in work.text
    assert work.about.remarks == (
        "the feed does not say how its letters are encoded; read as windows-1252: compare the accents",
    )
    with pytest.raises(LetterkitError, match="does not say how its letters are encoded"):
        read_feed(rss(item("<p>" + "Паводок в городе " * 30 + "</p>")).decode().encode("cp1251"))


def test_an_item_without_a_link_is_named_by_its_guid_or_its_place():
    feed = rss(
        "<item><guid isPermaLink='false'>x7</guid><description>One.</description></item>",
        "<item><description>Two.</description></item>",
    )
    assert [(work.item, work.link) for work in read_feed(feed)] == [("x7", None), ("item-2", None)]


def test_tracking_is_taken_off_the_address_and_the_item_keeps_its_name():
    work = only(rss(item(link="https://example.org/a?utm_source=rss&amp;p=1")))
    assert (work.item, work.link) == ("https://example.org/a?utm_source=rss&p=1", "https://example.org/a?p=1")


def test_a_script_in_an_item_never_reaches_its_text():
    assert only(rss(item("<p>Safe.</p><script>alert('x')</script>"))).text == "Safe."


def test_a_feed_is_recognised_by_its_root_even_below_comments():
    assert sniff(b"<!-- <html> --><?xml version='1.0'?>\n" + rss()[39:]) == "feed"
    assert sniff(ATOM.encode("utf-16")) == "feed"


def test_a_feed_without_items_is_no_success():
    with pytest.raises(LetterkitError, match="no work was found in the document, read as feed"):
        read(rss())
