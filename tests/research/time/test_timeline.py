"""When the matter of each sentence of a report was, and where that stands."""

from datetime import date

from tests.research.works import PUBLISHER, work

from letterkit.archive import Block
from letterkit.library.model import Certainty
from letterkit.research.passages.sentences import sentences
from letterkit.research.time.timeline import Timeline
from letterkit.research.voices.speakers import Speaker

OWN = Speaker(PUBLISHER, own=True)
ENVOY = Speaker("Ada Brook", "Example Watch's envoy", staff=True)
WAR = "Forty people died in the 12-day war between early May and mid-May 2016."


def told(
    *blocks: str | Block, surely: Certainty = "documented", speaker: Speaker = OWN
) -> list[tuple[str | None, str]]:
    """Return what each sentence tells: the text of its time and where that stands."""
    listed = list(sentences(work(*blocks)))
    line = Timeline(date(2016, 8, 9), PUBLISHER, "A report", listed)
    found = []
    for sentence in listed:
        line.enter(sentence)
        when, origin = line.tell(sentence, surely, speaker)
        found.append((when.text if when else None, origin))
    return found


def test_a_report_about_one_war_tells_its_acts_without_a_date():
    assert told(WAR, "Uplandic forces used unguided rockets.")[1] == ("2016", "war")


def test_a_report_that_only_mentions_a_war_does_not():
    opening = ("The mill was sold.", "Its owner left.", "Nobody knew why.")
    assert told(*opening, WAR, "# Later", "Soldiers used rockets.")[-1] == (None, "")


def test_a_section_that_names_one_of_two_wars_is_about_it():
    both = "The war of 1991 was followed by the war of 2016."
    report = (
        both,
        "# Then",
        "The war in 1991 was short.",
        "Soldiers used rockets.",
        "# Both",
        "Soldiers used rockets.",
    )
    assert told(*report)[2:] == [("1991", "war"), (None, "")]


def test_a_war_that_is_still_going_on_dates_nothing():
    begun = "On 3 May 2016, fighting broke out in Hollin."
    assert told(begun, "# On the hill", "Soldiers fired rockets at the mill.")[1] == (None, "")


def test_said_today_is_the_day_of_the_saying_and_not_of_the_war():
    assert told(WAR, "Both armies used mines in the recent conflict, the group said today.")[1] == (
        "2016",
        "",
    )
    assert told(WAR, "Both armies use mines, the group said today.")[1] == ("2016-08-09", "")


def test_a_call_and_a_spokesperson_are_not_of_the_time_of_the_war():
    assert told(WAR, "Soldiers used rockets.", surely="call")[1] == (None, "")
    assert told(WAR, "Soldiers used rockets.", speaker=ENVOY)[1] == (None, "")
    assert told(WAR, "Rockets were used in the recent war.", speaker=ENVOY)[1] == ("2016", "war")


def test_a_day_carried_on_is_the_day_of_its_paragraph():
    report = (
        "On 3 May, soldiers shelled the mill.",
        "Ada Brook said that the blast woke her up. Nobody was there until Monday.",
    )
    found = told(*report, surely="testimony", speaker=Speaker("Ada Brook"))
    assert found[1:] == [("2016-05-03", "before")] * 2


def test_the_date_of_the_publishers_finding_is_none_of_the_matter():
    assert told("On 5 May, Example Watch identified mines that soldiers appear to have laid.") == [(None, "")]
