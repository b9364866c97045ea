from datetime import UTC, datetime, timedelta, timezone

import pytest

from letterkit.archive import Kind, Work, read
from letterkit.archive.text.flatfeed import is_flat_feed
from letterkit.errors import LetterkitError

# A feed that never was: another site, authors, terms in words, addresses of comments, another offset.
FEED = """\
River Watch News: All posts https://river.example/news/ Water for all: since 1999. \
Sat, 04 Mar 2023 08:00:00 +0000 en-US hourly 1 https://wordpress.org/?v=6.1 \
Milltown: dam failed after warnings: new report https://river.example/?p=31 \
https://river.example/?p=31#comments Jo Reed Fri, 03 Mar 2023 23:30:00 -0500 Floods Milltown \
https://river.example/?p=31 \
The dam above Milltown failed after three warnings, River Watch said today. Our engineers examined […]

The post Milltown: dam failed after warnings: new report appeared first on River Watch.

]]>
  • Three warnings went unheard
  • The dam above Milltown failed after three warnings, River Watch said today.
    It had not been inspected since 2012.

    “The river rose in a night. Nobody had warned us,” said Ada Brook, a baker.

    Nobody had warned us

    Ada Brook, a baker in Milltown

    A street in Milltown © Jo Reed

    What must happen now

    The owner must pay, and call (202) 555-0143 for the rest.

    The post Milltown: dam failed after warnings: new report appeared first on River Watch.

    ]]> https://river.example/?p=31/feed/ 0
    Uptown: second dam “safe” https://river.example/?p=30 Thu, 02 Mar 2023 10:00:00 GMT \
https://river.example/?p=30 A second dam is safe, the owner says.

The post Uptown: second dam “safe” appeared first on River Watch.

]]>
    A second dam is safe, the owner says.

    It is safe as houses are.

    Sam Hill, 64

    “We looked. It is safe as houses are. We looked again,” said Sam Hill.

    The post Uptown: second dam “safe” appeared first on River Watch.

    ]]>
    An update https://river.example/?p=29 Wed, 01 Mar 2023 10:00:00 +0000 https://river.example/?p=29 […]

The post An update appeared first on River Watch.

]]>
    The post An update appeared first on River Watch.

    ]]>"""


@pytest.fixture(scope="module")
def works() -> list[Work]:
    return read(FEED.encode())


def kinds(work: Work, kind: Kind) -> list[str]:
    return [block.text for block in work.of_kind(kind)]


def test_another_flattened_feed_is_recognised():
    assert is_flat_feed(FEED)


def test_each_item_has_its_title_whole_and_nothing_of_the_channel(works):
    assert [work.title for work in works] == [
        "Milltown: dam failed after warnings: new report",
        "Uptown: second dam “safe”",
        "An update",
    ]


def test_each_item_has_its_own_link_and_not_that_of_its_comments(works):
    links = [f"https://river.example/?p={number}" for number in (31, 30, 29)]
    assert [work.link for work in works] == links
    assert [work.item for work in works] == links


def test_each_item_has_its_time_in_its_own_offset(works):
    assert [work.issued for work in works] == [
        datetime(2023, 3, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
        datetime(2023, 3, 2, 10, tzinfo=UTC),
        datetime(2023, 3, 1, 10, tzinfo=UTC),
    ]
    assert works[0].issued.date().isoformat() == "2023-03-03"


def test_the_quotable_text_is_the_body_alone(works):
    assert works[0].text.split("\n") == [
        "Three warnings went unheard",
        "The dam above Milltown failed after three warnings, River Watch said today.",
        "It had not been inspected since 2012.",
        "“The river rose in a night. Nobody had warned us,” said Ada Brook, a baker.",
        "What must happen now",
        "The owner must pay, and call [telephone masked] for the rest.",
    ]
    assert works[1].text.split("\n") == [
        "A second dam is safe, the owner says.",
        "“We looked. It is safe as houses are. We looked again,” said Sam Hill.",
    ]


def test_what_is_not_quotable_says_what_it_is(works):
    assert kinds(works[0], Kind.PULL_QUOTE) == ["Nobody had warned us"]
    assert kinds(works[1], Kind.PULL_QUOTE) == ["It is safe as houses are."]
    assert kinds(works[0], Kind.ATTRIBUTION) == ["Ada Brook, a baker in Milltown"]
    assert kinds(works[1], Kind.ATTRIBUTION) == ["Sam Hill, 64"]
    assert kinds(works[0], Kind.CAPTION) == ["A street in Milltown © Jo Reed"]
    assert kinds(works[0], Kind.TITLE) == [works[0].title]
    assert kinds(works[0], Kind.HEADING) == ["What must happen now"]
    assert [text[-3:] for text in kinds(works[0], Kind.EXCERPT)] == ["[…]"]
    assert [len(kinds(work, Kind.BOILERPLATE)) for work in works] == [2, 2, 2]


def test_an_item_without_a_body_is_kept_with_nothing_to_quote(works):
    assert works[2].text == ""


def test_every_block_stands_where_it_says(works):
    for work in works:
        for block in work.blocks:
            line = block.text.partition("\n")[0].partition("[telephone")[0]
            assert FEED[block.start :].startswith(line)


def test_line_ends_of_windows_change_nothing(works):
    assert read(FEED.replace("\n", "\r\n").encode()) == works


def test_a_footer_in_another_language_still_gives_the_title():
    feed = FEED.replace("The post ", "La entrada ").replace(" appeared first on ", " se publicó primero en ")
    assert [work.title for work in read(feed.encode())] == [work.title for work in read(FEED.encode())]
    assert "La entrada" not in read(feed.encode())[0].text


def test_without_footers_the_fields_of_the_channel_are_known_by_their_shape():
    lines = [line for line in FEED.split("\n") if "appeared first" not in line]
    assert [work.title for work in read("\n".join(lines).encode())][:1] == [
        "Milltown: dam failed after warnings: new report"
    ]


def test_a_last_paragraph_that_holds_the_title_is_no_footer():
    lines = [line for line in FEED.split("\n") if "appeared first" not in line]
    title = "Milltown: dam failed after warnings: new report"
    feed = "\n".join(lines).replace("pay, and call", f"pay for {title}, and call")
    assert read(feed.encode())[0].text.endswith(f"pay for {title}, and call [telephone masked] for the rest.")


def test_a_short_post_without_a_footer_keeps_its_text():
    head = "Dam safe https://r.example/1 Wed, 01 Mar 2023 10:00:00 +0000 https://r.example/1"
    (work,) = read(f"{head} The dam safe\n]]>\nThe dam safe\n]]>".encode())
    assert (work.title, work.text) == ("Dam safe", "The dam safe")


def test_a_truncated_feed_gives_what_is_there():
    cut = FEED[: FEED.index("What must happen now")]
    (work,) = read(cut.encode())
    assert work.text.endswith("said Ada Brook, a baker.")


@pytest.mark.parametrize(
    "document", [b"", b"]]>", b" " * 300_000, b"https://x.example " * 20_000, b"a@" * 100_000]
)
def test_what_is_no_feed_is_refused_at_once(document):
    with pytest.raises(LetterkitError, match=r"no work was found in the document, read as flat-feed"):
        read(document, "flat-feed")
