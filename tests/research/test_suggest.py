from dataclasses import replace

from tests.research.works import LOWLAND, alone, claim, library, source, work

from letterkit.archive import Block, Kind, Passage
from letterkit.library.model import Topic, Uncited
from letterkit.research.block import block, entry
from letterkit.research.suggest import at, candidates

SEVEN = (
    "Mines laid by Lowlandic forces have killed at least seven farmers near Hollin since 3 January, "
    "Example Watch said"
)
REPORT = work(
    Block(Kind.TITLE, "Mines kill seven"),
    f"{SEVEN}.",
    "“We lost everything that we had,” Ada Brook, a nurse from Hollin, told Example Watch. “Nobody came.”",
    "# Background",
    "Lowland is a country of hills.",
    "The authorities must:",
    "- clear the fields of the valley at once;",
    "- let experts in.",
    Block(Kind.BOILERPLATE, "Donate 5 euros on 3 May to help 12 people."),
)
STORE = library(source(), LOWLAND)


def first():
    return candidates(STORE, source(), REPORT)[0]


def test_the_sentence_with_most_to_it_comes_first():
    found = first()
    assert found.quotes == (f"{SEVEN}.",)
    assert set(found.reasons) == {"figures", "date", "place", "party", "deed"}


def test_what_can_be_read_is_prefilled():
    made = entry(first(), source(), {})
    assert made["happened"] == "2024-01-03/2024-05-14"
    assert (made["place"], made["parties"]) == ("Hollin", ["lowland"])
    assert (made["certainty"], made["role"], made["attributed_to"]) == (
        "documented",
        "evidence",
        "Example Watch",
    )
    assert made["figures"] == [{"value": 7.0, "unit": "farmers killed", "qualifier": "at least"}]
    assert made["topics"] == []


def test_the_block_is_yaml_with_remarks_where_a_person_must_look():
    text = block(first(), source(), {})
    assert text.startswith("- id: ")
    assert "  topics: []  # choose: no topic of the library is near\n" in text
    assert "  figures: [{value: 7, unit: farmers killed, qualifier: at least}]\n" in text


def test_a_testimony_names_its_speaker_and_quotes_the_words_that_do():
    found = [each for each in candidates(STORE, source(), REPORT) if each.certainty == "testimony"]
    assert [each.speaker.name for each in found] == ["Ada Brook", "Ada Brook"]
    later = next(each for each in found if "Nobody" in each.quotes[0])
    assert later.quotes == ("Nobody came.", "Ada Brook, a nurse from Hollin, told")


def test_a_bullet_of_a_call_is_a_call_with_its_lead():
    found = next(each for each in candidates(STORE, source(), REPORT) if "clear" in each.quotes[0])
    assert found.certainty == "call"
    assert found.quotes[1] == "The authorities must:"
    assert found.when is not None
    assert found.when.text == "2024-05-14"


def test_boilerplate_titles_and_headings_are_never_candidates():
    text = " ".join(quote for each in candidates(STORE, source(), REPORT) for quote in each.quotes)
    assert "Donate" not in text
    assert "Background" not in text


def test_sentences_with_nothing_to_them_are_no_candidates():
    assert all("country of hills" not in each.quotes[0] for each in candidates(STORE, source(), REPORT))


def test_what_a_claim_rests_on_is_marked_and_what_was_set_aside():
    taken = claim("seven", "x", quotes=["have killed at least seven farmers near Hollin since 3 January"])
    aside = {"watch-1": (Uncited(quote="let experts in", reason="Too vague."),)}
    store = replace(library(source(), LOWLAND, taken), uncited=aside)
    found = {each.quotes[0]: each for each in candidates(store, source(), REPORT)}
    assert next(each.covered for quote, each in found.items() if "seven" in quote) == ("seven",)
    assert next(each.set_aside for quote, each in found.items() if "experts" in quote) == "Too vague."
    assert sum(each.is_open for each in found.values()) == len(found) - 2


def test_topics_are_guessed_from_the_words_of_the_library():
    topics = [Topic(id="mines", title="Mines in fields"), Topic(id="spyware", title="Spyware on telephones")]
    known = claim("one", "Mines that soldiers laid in fields killed farmers.", topics=["mines"])
    store = library(source(), LOWLAND, *topics, known)
    assert candidates(store, source(), REPORT)[0].topics == ("mines",)


def test_a_party_of_the_heading_is_said_to_be_from_there():
    report = work("# Beatings by Lowlandic guards", "On 3 May, twelve men were beaten.")
    found = candidates(STORE, source(), report)[0]
    assert (found.parties, found.party_from) == (("lowland",), "heading")


def test_a_sentence_that_stands_twice_is_told_apart_or_left_out():
    twice = work("On 3 May, ten men died.", "On 3 May, ten men died. They were farmers.")
    found = candidates(STORE, source(), twice)
    assert [each.quotes[0] for each in found if "ten" in each.quotes[0]] == [
        "On 3 May, ten men died. They were farmers."
    ]


def test_a_day_told_before_is_marked_as_such():
    report = work("On 3 May, soldiers shelled Hollin. Ten men were killed.")
    found = next(each for each in candidates(STORE, source(), report) if "Ten" in each.quotes[0])
    assert found.when_from == "before"
    assert "# the day told of before this sentence: check it" in block(found, source(), {})


def test_the_year_of_the_war_and_a_day_told_later_are_marked_too():
    war = work("The 2023 war killed 300 people.", "Soldiers shelled Hollin with cluster munitions.")
    found = next(each for each in candidates(STORE, source(), war) if "Soldiers" in each.quotes[0])
    assert "# when the report says that the war was: check it" in block(found, source(), {})
    lead = work("Soldiers killed ten men in an attack on Hollin.", "Hollin was shelled on 3 May.")
    found = next(each for each in candidates(STORE, source(), lead) if "ten" in each.quotes[0])
    assert entry(found, source(), {})["happened"] == "2024-05-03"
    assert "# the day told of after this sentence: check it" in block(found, source(), {})


def test_a_call_of_another_day_is_not_dated_by_the_source():
    report = work("Last week, Example Watch also called for an end to the use of mines.")
    found = candidates(STORE, source(), report)[0]
    assert (found.certainty, found.when) == ("call", None)


def test_a_source_without_a_date_has_candidates_too():
    undated = source(issued=None)
    found = candidates(library(undated, LOWLAND), undated, REPORT)
    assert found
    assert all(each.when is None for each in found)


def test_words_that_somebody_chose_become_the_quote():
    words = "killed at least seven farmers near Hollin"
    start = REPORT.blocks[1].text.index(words)
    passage = Passage(None, 1, Kind.PARAGRAPH, start, start + len(words), words, words)
    found = at(STORE, source(), REPORT, passage)
    assert found is not None
    assert found.quotes == (words,)
    assert found.parties == ("lowland",)
    assert at(STORE, source(), REPORT, replace(passage, block=3)) is None


def test_ids_are_free_short_and_telling():
    taken: set[str] = set()
    for each in candidates(STORE, source(), REPORT):
        name = entry(each, source(), taken)["id"]
        assert 3 <= len(name) <= 29
        assert name not in taken
        taken.add(name)
    one = first()
    again = entry(one, source(), {entry(one, source(), set())["id"]})["id"]
    assert again.endswith("-2")


def test_an_id_without_words_is_still_one():
    strange = replace(first(), sentence=alone("—!"), place=None)
    assert entry(strange, source(), set())["id"] == "claim"
