"""The archived originals as they are; the lists below were made by eye from the documents."""

from datetime import date

import pytest

from letterkit.archive import Kind, Reason, Status, find, pins, sha256, sniff
from letterkit.archive.mask import is_masked

FEED, LETTER = "amnesty-azerbaijan-feed.txt", "aiusa-reeker-letter.txt"

# Title, time, first and last words of the quotable text.
ITEMS = [
    (
        "Armenia/Azerbaijan: Pegasus spyware targeted Armenian public figures amid conflict",
        "2023-05-25T11:14:26+00:00",
        "At least 12 Armenian public figures,",
        "Head of Amnesty International’s Security Lab.",
    ),
    (
        (
            "Azerbaijan: Blockade of Lachin corridor putting thousands of lives in peril"
            " must be immediately lifted"
        ),
        "2023-02-09T00:01:00+00:00",
        "Blockade is a serious blow",
        "by the Russian peacekeeping contingent.",
    ),
    (
        (
            "Eastern Europe and Central Asia: Lack of protection against domestic violence"
            " exacerbated by crises and ‘traditional values’ – new report"
        ),
        "2022-12-14T00:01:00+00:00",
        "The Covid-19 pandemic, Russia’s aggression",
        "at the centre of their policies.”",
    ),
    (
        (
            "Armenia/Azerbaijan: Nagorno-Karabakh conflict caused decades of misery for older people"
            " – new reports"
        ),
        "2022-05-17T00:01:00+00:00",
        "The conflict between Armenia and Azerbaijan",
        "is the right of all displaced people.",
    ),
    (
        "Azerbaijan: Stop crackdown on opposition politicians",
        "2021-12-15T20:17:49+00:00",
        "Reacting on the news that Tofig Yagublu,",
        "probationary period of two years and six months.",
    ),
    (
        "Azerbaijan: Stop the vicious campaign of gendered smears and reprisals against women activists",
        "2021-05-12T00:01:44+00:00",
        "The Azerbaijani authorities must immediately",
        "security services or other state officials.",
    ),
    (
        "States should curb urban slaughter of civilians from explosive weapons",
        "2021-03-03T00:01:00+00:00",
        "Virtual consultations this week move closer",
        "a very welcome step in this direction.”",
    ),
    (
        (
            "Azerbaijan/Armenia: Scores of civilians killed by indiscriminate use of weapons"
            " in conflict over Nagorno-Karabakh"
        ),
        "2021-01-14T00:01:00+00:00",
        "Field investigators visited dozens",
        "the victims get reparations,” said Marie Struthers.",
    ),
    (
        "Armenia/Azerbaijan: Decapitation and war crimes in gruesome videos must be urgently investigated",
        "2020-12-10T07:07:07+00:00",
        "Both Azerbaijani and Armenian forces",
        "Nagorno-Karabakh ceasefire agreement on 9 November.",
    ),
    (
        "Armenia/Azerbaijan: First confirmed use of cluster munitions by Armenia ‘cruel and reckless’",
        "2020-10-29T16:07:07+00:00",
        "Amnesty International has verified the use",
        "who come into contact with the unexploded munitions.",
    ),
    (
        (
            "Armenia/Azerbaijan: Use of artillery salvos and ballistic missiles in populated areas"
            " must stop immediately"
        ),
        "2020-10-20T17:27:37+00:00",
        "Both Armenia and Azerbaijan must immediately",
        "attempts to broker an end to hostilities.",
    ),
    (
        "Armenia/Azerbaijan: Civilians must be protected from use of banned cluster bombs",
        "2020-10-05T16:57:07+00:00",
        "Protection of civilians caught",
        "who come into contact with the unexploded munitions.",
    ),
]
# Every pull quote of the feed: how it begins, and who it is by.
PULL_QUOTES = {
    "2023-05-25": [
        (
            "This investigation highlights",
            "Donncha Ó Cearbhaill, Head of Security Lab, Amnesty International",
        ),
        ("During the first cluster", "Donncha Ó Cearbhaill"),
        ("The use of highly invasive", "Donncha Ó Cearbhaill, Head of Amnesty International’s Security Lab"),
    ],
    "2023-02-09": [
        (
            "It is Azerbaijan’s obligation",
            "Marie Struthers, Amnesty International’s Director for Eastern Europe",
        ),
        ("We are doing 10%", "Vardan Lalayan, a cardiologist at a hospital in Stepanakert (Khankendi)"),
        (
            "The hospital room was often cold",
            "Meline Petrosyan, an eight-months pregnant woman from Martakert",
        ),
        ("We have not had any fruits", "Nara Karapetyan, a mother of two, resident of Nagorno-Karabakh"),
        ("With the blockade now in its ninth week", "Marie Struthers, Amnesty International’s Director"),
    ],
    "2022-12-14": [
        (
            "Amnesty has documented the damaging",
            "Natalia Nozadze, Eastern Europe and Central Asia Researcher",
        ),
        ("Governments across Eastern Europe", "Natalia Nozadze, Eastern Europe and Central Asia Researcher"),
        ("It is absolutely crucial", "Natalia Nozadze, Eastern Europe and Central Asia Researcher"),
    ],
    "2022-05-17": [
        ("The conflict in Nagorno-Karabakh highlights", "Laura Mills, Researcher on Older People"),
        ("While displacement can be devastating", "Laura Mills"),
        ("All displaced persons have the right", "Laura Mills"),
    ],
    "2021-12-15": [
        ("The authorities are using the Covid-19", "Natalia Nozadze, Amnesty International’s Researcher")
    ],
    "2021-05-12": [
        ("The pattern and methods", "Natalia Nozadze, Amnesty International’s Researcher on South Caucasus"),
        (
            "Gender stereotypes are used",
            "Natalia Nozadze, Amnesty International’s Researcher on South Caucasus",
        ),
    ],
    "2021-03-03": [
        (
            "It is high time for states",
            "Donatella Rovera, Senior Crisis Response Adviser at Amnesty International",
        ),
        ("In the 21st century, there is no excuse", "Donatella Rovera"),
    ],
    "2021-01-14": [
        ("By using these imprecise", "Marie Struthers, Amnesty International’s Director for Eastern Europe"),
        ("I looked down", "Rahiz Gahramanov, 64, who lost multiple family members in a strike on Ganja"),
        ("Victoria was our little angel", "Anahit Gevorgyan, whose eight-year-old daughter was killed"),
        ("The Armenian and Azerbaijani authorities must launch", "Marie Struthers"),
    ],
    "2020-12-10": [("The depravity and lack of humanity", "Denis Krivosheev")],
    "2020-10-29": [("The firing of cluster munitions into civilian areas", "Marie Struthers")],
    "2020-10-20": [("Civilians continue to be killed", "Denis Krivosheev")],
    "2020-10-05": [("As fighting continues to escalate", "Denis Krivosheev")],
}
CAPTIONS = {
    "2023-02-09": ["Photo by TOFIK BABAYEV/AFP via Getty Images", "© Amnesty International"],
    "2022-05-17": [
        "Destroyed buildings in the town of Aghdam © AFP/Getty Images",
        "An older woman in Baku, Azerbaijan © Ahmed Muxtar / Amnesty International",
    ],
    "2021-01-14": [
        (
            "Amnesty International investigators visited strike sites on both sides of the conflict."
            " Basemap data: OCHA, ROCCA, ESRI"
        )
    ],
}
HEADINGS = {
    "2023-05-25": [
        "Journalists, human rights defenders and officials victims of surreptitious spyware",
        "Calls to ban highly invasive spyware",
    ],
    "2023-02-09": [
        "Lack of medicines and access to health care",
        "Food and fuel shortages",
        "Worsening humanitarian crisis",
        "Background",
    ],
    "2022-12-14": [
        "Promotion of ‘traditional values’ undermines protections for survivors",
        "Legal shortcomings, misguided approaches",
        "Lack of supporting infrastructure",
        "Further support for survivors of violence crucial",
    ],
    "2022-05-17": ["Last to Flee", "‘Life in a Box’", "Methodology and background"],
    "2021-12-15": ["Background"],
    "2021-05-12": [],
    "2021-03-03": [
        "Urban warfare",
        "Weapons unsuitable for use in populated civilian areas",
        "Global network calling for change",
    ],
    "2021-01-14": [
        "Dozens of strike sites visited",
        "Attacks by Armenian forces",
        "Attacks by Azerbaijani forces",
    ],
    "2020-12-10": [
        "Decapitation and mutilation by Azerbaijani military",
        "Wilful killing of Azerbaijani border guard",
        "Outrages upon personal dignity and inhuman treatment",
        "Background",
    ],
    "2020-10-29": ["Background", "Cluster munitions"],
    "2020-10-20": ["Background"],
    "2020-10-05": ["Background", "Cluster bombs"],
}


def day(work):
    return work.issued.date().isoformat()


def texts(work, kind):
    return [block.text for block in work.of_kind(kind)]


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        (FEED, "ffb8a305e87eae8def3fb2493aa20023c939ef936b437488f093ed2c40ac51db"),
        (LETTER, "9a98d87350b4fe9f5e93f3dac8fb165e7fa956550f3a9c6a9fcf4ecb656fec3d"),
    ],
)
def test_the_originals_are_unchanged_to_the_byte(seeds, name, digest):
    assert sha256(seeds.document(name)) == digest


def test_their_kinds_are_known_without_being_told(seeds):
    assert [sniff(seeds.document(name)) for name in (FEED, LETTER)] == ["flat-feed", "letter-page"]


def test_the_feed_has_twelve_items_with_their_titles_and_times(feed):
    assert [(work.title, work.issued.isoformat()) for work in feed] == [item[:2] for item in ITEMS]


def test_each_item_is_addressed_by_its_own_link(feed):
    assert all(work.item == work.link for work in feed)
    assert all(f"/news/{day(work)[:4]}/{day(work)[5:7]}/" in work.link for work in feed)


def test_each_text_begins_and_ends_where_the_body_does(feed):
    for work, (_, _, first, last) in zip(feed, ITEMS, strict=True):
        assert work.text.startswith(first)
        assert work.text.endswith(last)


def test_every_pull_quote_and_its_speaker_are_recognised_and_nothing_else_is(feed):
    for work in feed:
        expected = PULL_QUOTES[day(work)]
        pulled, speakers = texts(work, Kind.PULL_QUOTE), texts(work, Kind.ATTRIBUTION)
        assert len(pulled) == len(speakers) == len(expected)
        for text, speaker, (begins, by) in zip(pulled, speakers, expected, strict=True):
            assert text.startswith(begins)
            assert speaker.startswith(by)


def test_every_caption_is_recognised_and_nothing_else_is(feed):
    captions = {
        day(work): [line for t in texts(work, Kind.CAPTION) for line in dict.fromkeys(t.split("\n"))]
        for work in feed
    }
    assert {day: lines for day, lines in captions.items() if lines} == CAPTIONS


def test_every_sub_heading_is_recognised_and_nothing_else_is(feed):
    assert {day(work): texts(work, Kind.HEADING) for work in feed} == HEADINGS


def test_footers_and_excerpts_are_never_quotable(feed):
    assert [len(texts(work, Kind.BOILERPLATE)) for work in feed] == [2] * 12
    assert all(text.endswith("[…]") for work in feed for text in texts(work, Kind.EXCERPT))
    assert not any("appeared first on" in work.text for work in feed)


def test_no_telephone_number_is_seen_where_there_is_none(feed):
    assert not any(is_masked(block.text) for work in feed for block in work.blocks)


def test_spelling_of_the_source_stays_as_printed(feed):
    assert "– sawolder people unlawfully killed" in feed[3].text
    assert "Nagorno-Karabakh,but emphasises" in feed[3].text
    assert "told Amnesty International\u00a0of\u00a0extrajudicial" in feed[3].text


@pytest.mark.parametrize(
    ("item", "quote", "heading"),
    [
        (7, "21 civilians were killed and more than 50 injured when a SCUD-B", "Attacks by Armenian forces"),
        (7, "A series of strikes on 4 October killed four civilians", "Attacks by Azerbaijani forces"),
        (11, "identified Israeli-made M095 DPICM cluster munitions that appear to have been fired", None),
        (10, "as yet has been unable to verify these allegations", None),
        (3, "Many interviewees told Amnesty International of extrajudicial executions", "Last to Flee"),
        (6, "Amnesty International said today. Virtual consultations being hosted", None),
    ],
)
def test_a_quote_is_found_under_its_sub_heading(feed, item, quote, heading):
    verdict = find(quote, feed, feed[item].item)
    assert verdict.status is Status.FOUND
    assert verdict.passage.heading == heading


@pytest.mark.parametrize(
    ("item", "quote", "kind"),
    [
        (7, "Rahiz Gahramanov, 64, who lost multiple family members", Kind.ATTRIBUTION),
        (1, "Photo by TOFIK BABAYEV/AFP", Kind.CAPTION),
        (9, "First confirmed use of cluster munitions by Armenia", Kind.TITLE),
    ],
)
def test_what_stands_around_the_text_is_not_quotable(feed, item, quote, kind):
    verdict = find(quote, feed, feed[item].item)
    assert (verdict.status, verdict.reason) == (Status.NOT_FOUND, Reason.NOT_QUOTABLE)
    assert kind in {passage.kind for passage in verdict.passages}


def test_a_quote_of_one_release_is_in_the_wrong_item_under_another(feed):
    verdict = find("In all, at least 146 civilians", feed, feed[11].item)
    assert (verdict.status, [p.item for p in verdict.passages]) == (Status.WRONG_ITEM, [feed[7].item])


def test_page_and_letter_are_dated_apart_and_issued_together(seeds):
    page, letter = seeds.work(LETTER, "page"), seeds.work(LETTER, "letter")
    assert (page.issued, page.dated) == (date(2020, 10, 23), None)
    assert (letter.issued, letter.dated) == (date(2020, 10, 23), date(2020, 10, 21))


def test_the_page_is_headline_date_and_blurb(seeds):
    page = seeds.work(LETTER, "page")
    assert page.text.startswith("Secretary Pompeo should demand Armenia and Azerbaijan protect civilians")
    assert page.text.endswith("protections for civilians on both sides of the front line.")
    assert texts(page, Kind.CAPTION) == ["Valery Sharifulin/TASS"]
    assert texts(page, Kind.BOILERPLATE) == ["To download a copy of the letter, please click here"]


def test_the_letter_goes_from_its_date_to_its_signature_with_contacts_masked(seeds):
    letter = seeds.work(LETTER, "letter")
    assert letter.text.startswith("October 21, 2020\nPhilip T. Reeker\nActing Assistant Secretary of State\n")
    assert letter.text.endswith("Advocacy Director, Europe & Central Asia\nAmnesty International USA")
    assert "contact me at [telephone masked] or [e-mail masked]." in letter.text
    assert "893" not in letter.text
    assert "protected]" not in letter.text


def test_page_and_letter_are_never_mixed(seeds):
    works = list(seeds.works(LETTER).values())
    verdict = find("The meeting came nearly one month into a conflict", works, "letter")
    assert (verdict.status, [p.item for p in verdict.passages]) == (Status.WRONG_ITEM, ["page"])
    assert find("object in the strongest terms", works, "page").status is Status.WRONG_ITEM


def test_the_text_that_is_handed_out_is_pinned(seeds):
    """Whoever changes a reader so that this fails reads every source anew and renews facts/sources/."""
    digests = {work.item: pins(seeds.document(LETTER), work.item) for work in seeds.works(LETTER).values()}
    assert {item: digest.text_sha256[:12] for item, digest in digests.items()} == {
        "page": "2459054af88a",
        "letter": "7ca97383f6f7",
    }
