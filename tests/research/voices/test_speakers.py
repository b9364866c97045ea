from tests.research.works import PUBLISHER, work

from letterkit.research.voices.speakers import speakers


def told(*blocks: str) -> list[tuple[str, str]]:
    """Return the speaker of each sentence; the publisher is an empty text."""
    found = speakers(work(*blocks), PUBLISHER)
    return [("" if each.own else each.name, each.role) for each in found.values()]


def test_what_nobody_says_is_the_publishers():
    assert told("Rain fell. Example Watch said so. The organization’s experts agreed.") == [("", "")] * 3


def test_a_speech_of_several_paragraphs_has_one_speaker():
    role = "Research Director at Example Watch"
    assert told(
        "“They took all of it. We could do nothing,” said Ben Field, Research Director at Example Watch.",
        "“They must give it back at once, all of it.”",
        "It rained.",
    ) == [("Ben Field", role)] * 3 + [("", "")]


def test_somebody_who_speaks_for_the_publisher_is_staff():
    found = speakers(
        work("“They took all that we had,” said Ben Field, a director at Example Watch."), PUBLISHER
    )
    assert [each.staff for each in found.values()] == [True]


def test_a_speech_may_be_announced_in_the_paragraph_before():
    assert (
        told(
            "Reacting to the news that Omar Dahl, a farmer, was beaten, Ben Field, an aid worker, said:",
            "“This is a blow to all of us here.”",
        )
        == [("Ben Field", "an aid worker")] * 2
    )


def test_he_and_she_are_who_was_named_last():
    assert told(
        "Ada Brook, a nurse from Hollin, saw 30 patients. She told Example Watch that many had died.",
        "“We have nothing left at all here,” she said.",
    ) == [("", ""), ("Ada Brook", "a nurse from Hollin"), ("Ada Brook", "a nurse from Hollin")]


def test_he_may_be_somebody_without_a_name():
    assert [name for name, _ in told("A former guard said that he had orders. He estimated the number.")] == [
        "A former guard",
        "",
    ]
    assert told("A former guard said so. He said that there were 30.")[1] == ("A former guard", "")


def test_they_are_the_group_that_spoke():
    blocks = "Footage was published by the region’s de facto authorities. They also reported casualties."
    assert [name for name, _ in told(blocks)] == ["de facto authorities"] * 2


def test_a_first_name_or_surname_alone_is_somebody_named_before_or_after():
    names = [name for name, _ in told(
        "“She was all that I ever had,” Sudaba said.",
        "Sudaba Asgarova’s daughter died. “We left everything behind us,” said Asgarova.",
    )]  # fmt: skip
    assert names == ["Sudaba Asgarova", "", "Sudaba Asgarova"]


def test_names_lose_titles_kin_and_brackets():
    assert told("President Omar Dahl said that it rains.")[0][0] == "Omar Dahl"
    assert told("“My little boy still wakes up,” their mother Ada Brook said.")[0][0] == "Ada Brook"
    assert told("“They hit us,” said his sister, Lela M., 31.")[0] == ("Lela M.", "his sister, 31")


def test_the_words_that_name_the_speaker_have_a_place():
    found = speakers(work("“They took all that we had,” said Ben Field, a farmer."), PUBLISHER)
    (each,) = found.values()
    assert each.where is not None
    assert each.where.text == "said Ben Field, a farmer"
