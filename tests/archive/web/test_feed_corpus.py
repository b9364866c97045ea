"""Feeds that others made, with what their own tests expect of them; skipped where the corpus is absent."""

import pytest
from tests.archive.documents import corpus

from letterkit.archive import read, sniff
from letterkit.archive.web.feed import read_feed
from letterkit.errors import LetterkitError

NO_ITEMS = [
    "feedparser_encoding/euc-kr.xml",
    "feedparser_encoding/http_i18n.xml",
    "feedparser_encoding/utf-16le-bom.xml",
    "feedparser_illformed/aaa_illformed.xml",
    "feedparser_illformed/always_strip_doctype.xml",
    "feedparser_wellformed/rss_channel_title_gt.xml",
    "feedparser_wellformed/rss_rss_namespace_1.xml",
]


@pytest.mark.parametrize("name", NO_ITEMS)
def test_a_feed_without_items_is_recognised_and_refused(name):
    document = corpus("feeds", name).read_bytes()
    assert sniff(document) == "feed"
    with pytest.raises(LetterkitError, match="no work was found in the document, read as feed"):
        read(document)


@pytest.mark.parametrize(
    ("name", "item", "title", "text"),
    [
        ("feedparser_wellformed/rss_item_guid_isPermaLink_map_link.xml", "http://guid.example.com/", "", ""),
        ("feedparser_wellformed/rss_item_enclosure_multiple.xml", "http://example.com/", "", ""),
        ("feedparser_wellformed/rss_item_description_code_br.xml", "http://www.example.com/", "", "<br />"),
        ("feedparser_wellformed/rss_item_xhtml_body.xml", "item-1", "", "Example content"),
        ("feedparser_wellformed/atom10_entry_content_base64.xml", "item-1", "", "Example Atom"),
        ("feedparser_wellformed/atom10_entry_content_src.xml", "item-1", "", ""),
        ("feedparser_wellformed/atom10_entry_link_alternate_map_link.xml", "http://www.example.com/", "", ""),
        ("feedparser_wellformed/base_unsafe_base.xml", "item-1", "Example test", ""),
        ("feedparser_encoding/double-encoded-html.xml", "item-1", "", ""),
        ("feedparser_illformed/rdf_channel_empty_textinput.xml", "http://example.com/1", "crashes here", ""),
        ("../xml-attacks/feeds/entry_content_script.xml", "item-1", "", "safe description"),
    ],
)
def test_one_item_has_the_link_title_and_text_that_its_makers_expect(name, item, title, text):
    (work,) = read_feed(corpus("feeds", *name.split("/")).read_bytes())
    assert (work.item, work.title, work.text) == (item, title, text)


@pytest.mark.parametrize("name", ["eucjp", "gb2312", "shiftjis"])
def test_letters_that_nobody_names_are_refused_and_not_guessed(name):
    with pytest.raises(LetterkitError, match="the feed does not say how its letters are encoded"):
        read(corpus("feeds", "feedparser_illformed", f"chardet_{name}.xml").read_bytes())
