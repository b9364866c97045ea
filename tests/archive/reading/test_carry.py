from datetime import UTC, date, datetime

from tests.archive.conftest import ROOT

from letterkit.archive import Archive
from letterkit.archive.model import About, Block, Kind, Page, Work
from letterkit.archive.reading.carry import packed, unpacked


def test_a_work_crosses_over_as_it_is():
    pages = ((0, Page(1)), (4, Page(2, "iv")))
    about = About(
        "Watch",
        ("Jo Reed",),
        "en",
        "A/1",
        "Report",
        "g",
        "Site",
        date(2020, 1, 2),
        "T",
        ("2 May 2020",),
        ("r",),
        ("d",),
    )
    work = Work(
        "i",
        "T",
        datetime(2020, 1, 1, tzinfo=UTC),
        (Block(Kind.NOTE, "Text “é”\n\ud7ff", 3, pages),),
        "l",
        date(2020, 1, 1),
        about,
    )
    bare = Work(None, "", None, ())
    assert unpacked(packed([work, bare])) == [work, bare]


def test_the_works_of_our_own_archive_cross_over_as_they_are():
    for name in ("amnesty-azerbaijan-feed.txt", "aiusa-reeker-letter.txt"):
        works = list(Archive(ROOT / "seeds").works(name).values())
        assert unpacked(packed(works)) == works
