import json

import pytest
from tests.drafting.stores import source

from letterkit.drafting.citation import full, short
from letterkit.letter.model import Link, Text, plain
from letterkit.library.csl.export import csl
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.model import CslType

URL = "https://example.org/a"
RELEASE = {
    "type": "webpage",
    "title": "Civilians must be protected",
    "URL": URL,
    "issued": "2020-10-05T16:57:07+00:00",
}


def said(inlines):
    """Return the words of a citation, with plain spaces."""
    return plain(inlines).replace("\u00a0", " ")


def work(**more):
    given = {"name": "a-work", "publisher": "Amnesty International", **RELEASE, **more}
    return source(**{key: value for key, value in given.items() if value is not None})


def test_a_release_is_cited_by_publisher_title_day_and_address():
    release = work(**{"title-short": "Civilians"})
    assert said(full(release)) == (
        "Amnesty International, “Civilians must be protected,” October 5, 2020, https://example.org/a"
    )
    assert said(short(release)) == "Amnesty International, “Civilians,” October 5, 2020"


def test_the_address_is_a_link_to_itself_and_the_date_does_not_break():
    assert full(work())[-1] == Link(URL, (Text(URL),))
    assert "October\u00a05,\u00a02020" in plain(full(work()))


def test_an_unknown_address_is_left_out():
    assert (
        said(full(work(URL=None))) == "Amnesty International, “Civilians must be protected,” October 5, 2020"
    )


def test_a_work_without_a_short_title_repeats_the_whole_one():
    assert said(short(work())) == "Amnesty International, “Civilians must be protected,” October 5, 2020"


@pytest.mark.parametrize("kind", ["report", "book", "treaty", "legislation", "thesis"])
def test_the_title_of_a_whole_work_stands_in_italics(kind):
    report = work(type=kind, title="Last to flee", URL=None)
    assert full(report)[1] == Text("Last to flee", italic=True)
    assert said(full(report)) == said(short(report)) == "Amnesty International, Last to flee, October 5, 2020"


def test_a_letter_is_cited_by_its_recipient_its_day_and_the_day_of_its_publication():
    letter = work(
        type="personal_communication", title="Request", recipient="Philip T. Reeker", URL=None,
        issued="2020-10-23", dated="2020-10-21",
    )  # fmt: skip
    assert said(full(letter)) == (
        "Amnesty International, “Request,” letter to Philip T. Reeker, October 21, 2020, "
        "published October 23, 2020"
    )
    assert said(short(letter)) == "Amnesty International, letter to Reeker, October 21, 2020"


def test_a_letter_published_on_its_own_day_is_cited_by_one_day():
    letter = work(issued="2020-10-21", dated="2020-10-21", recipient="A B")
    assert "published" not in said(full(letter))


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Who is to blame?", "“Who is to blame?”"),
        ("Stop!", "“Stop!”"),
        ("It is ‘over’", "“It is ‘over,’”"),
        ("They ask, ‘Why?’", "“They ask, ‘Why?’”"),
        ("They say, “No more”", "“They say, ‘No more,’”"),
        ("They ask, “Why?”", "“They ask, ‘Why?’”"),
        ("The “war” goes on", "“The ‘war’ goes on,”"),
        ("In the U.S.", "“In the U.S.,”"),
        ("*a* <b> {{ 7*7 }} [@x] &", "“*a* <b> {{ 7*7 }} [@x] &,”"),
    ],
)
def test_a_title_in_quotation_marks_ends_as_american_type_does(title, printed):
    assert said(full(work(title=title, URL=None))) == f"Amnesty International, {printed} October 5, 2020"


def test_a_title_in_italics_keeps_its_quotation_marks():
    assert full(work(type="report", title="“We have nobody”"))[1].text == "“We have nobody”"


def test_the_csl_of_a_work_has_what_is_known():
    known = work(
        **{"title-short": "Civilians", "container-title": "News", "genre": "News release",
           "number": "EUR 04/1", "language": "en", "author": ["Denis Krivosheev"],
           "originals": [{"document": "d", "sha256": "0", "accessed": "2020-10-06"},
                         {"document": "e", "sha256": "0"}]}
    )  # fmt: skip
    assert csl(known) == {
        "id": "a-work",
        "type": "webpage",
        "title": "Civilians must be protected",
        "title-short": "Civilians",
        "container-title": "News",
        "author": [{"literal": "Denis Krivosheev"}],
        "publisher": "Amnesty International",
        "issued": {"date-parts": [[2020, 10, 5]]},
        "accessed": {"date-parts": [[2020, 10, 6]]},
        "genre": "News release",
        "number": "EUR 04/1",
        "language": "en",
        "URL": URL,
    }


def test_the_csl_of_a_work_leaves_out_what_is_not_known():
    assert csl(work(URL=None)) == {
        "id": "a-work",
        "type": "webpage",
        "title": "Civilians must be protected",
        "author": [{"literal": "Amnesty International"}],
        "publisher": "Amnesty International",
        "issued": {"date-parts": [[2020, 10, 5]]},
    }


def test_the_csl_of_a_letter_names_its_recipient():
    assert csl(work(recipient="Philip T. Reeker"))["recipient"] == [{"literal": "Philip T. Reeker"}]


def test_the_day_of_issue_is_that_of_the_sources_own_offset():
    assert csl(work(issued="2020-10-05T23:30:00-07:00"))["issued"] == {"date-parts": [[2020, 10, 5]]}


NAMES = {"author", "recipient"}
DATES = {"issued", "accessed"}
STRINGS = {"id", "title", "title-short", "container-title", "publisher", "genre", "number", "language", "URL"}


def test_every_source_of_the_starter_is_csl_json_of_known_types_and_shapes():
    for each in load(starter())[0].sources.values():
        item = json.loads(json.dumps(csl(each)))
        assert item.pop("type") in CslType.__args__
        assert item.keys() <= NAMES | DATES | STRINGS
        for key, value in item.items():
            if key in NAMES:
                assert all(set(name) == {"literal"} and name["literal"] for name in value)
            elif key in DATES:
                ((parts,),) = value.values()
                assert [type(part) for part in parts] == [int, int, int]
            else:
                assert isinstance(value, str)
                assert value


def test_no_citation_of_the_starter_says_ibid_or_prints_a_gap():
    for each in load(starter())[0].sources.values():
        for text in (said(full(each)), said(short(each))):
            assert not any(gap in text for gap in (" ,", ",,", "  ", "None", "ibid", "Ibid", "“”"))
            assert str(each.printed_date.year) in text
