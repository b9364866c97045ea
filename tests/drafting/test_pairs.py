"""Every topic to every audience that makes sense, soon after its first source, after its last, and today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from letterkit.checks.draft import check_draft
from letterkit.drafting.brief import brief
from letterkit.drafting.composition import Draft
from letterkit.drafting.draft import draft_letter
from letterkit.drafting.templates import Templates
from letterkit.errors import LetterkitError
from letterkit.letter.model import (
    Claim,
    ListBlock,
    Placeholder,
    block_lines,
    body_words,
    letter_lines,
    plain,
    walk,
)
from letterkit.library.asof import inadmissible
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load
from letterkit.library.originals import Originals

AUDIENCES = {
    "cluster-munitions": "us-state us-congress fm-az fm-am un-ohchr",
    "explosive-weapons": "us-state us-congress fm-az fm-am un-member-states",
    "war-crimes-prisoners": "us-state us-congress fm-az fm-am un-ohchr",
    "lachin-blockade": "us-state us-congress fm-az russia un-ohchr",
    "older-people": "us-state fm-az fm-am un-ohchr",
    "displacement-return": "us-state fm-az fm-am un-ohchr",
    "pegasus-spyware": "company us-state us-congress fm-az fm-am un-ohchr",
    "crackdown-on-dissent": "us-state us-congress fm-az un-ohchr",
    "women-activists": "us-state us-congress fm-az un-ohchr",
    "domestic-violence": "us-state fm-az fm-am un-ohchr",
}
TODAY = date(2026, 11, 23)
WEEK = timedelta(days=7)
OTHER_COUNTRIES = re.compile(
    r"Belarus|Georgia|Kazakh|Kyrgyz|Moldova|Moscow|Russia|Tajik|Turk|Ukrain|Uzbek|United States Supreme Court"
)

library, _ = load(starter())
templates = Templates(template_source(starter()))
originals = Originals(starter())


@cache
def outcome(to: str, topic: str, day: date) -> Draft | LetterkitError:
    """Return the letter, or the refusal."""
    try:
        return draft_letter(library, brief(library, to=to, topic=topic, day=day), templates)
    except LetterkitError as error:
        return error


def letter(to: str, topic: str, day: str) -> Draft:
    drafted = outcome(to, topic, date.fromisoformat(day))
    assert isinstance(drafted, Draft), drafted
    return drafted


def refusal(to: str, topic: str, day: str) -> str:
    refused = outcome(to, topic, date.fromisoformat(day))
    assert isinstance(refused, LetterkitError)
    return f"{refused.message} {refused.hint}"


def days(topic: str) -> Iterator[date]:
    wanted = set(library.topics[topic].draws_on)
    issued = [
        library.sources[each.source].issued_on
        for each in library.claims.values()
        if wanted & set(each.topics)
    ]
    yield from (min(issued) + WEEK, max(issued) + WEEK, TODAY)


def offices(audience: str) -> list[str]:
    return sorted(each.id for each in library.recipients.values() if each.audience == audience)


PAIRS = [
    (to, topic, day)
    for topic, audiences in AUDIENCES.items()
    for audience in audiences.split()
    for number, to in enumerate(offices(audience))
    for day in (dict.fromkeys(days(topic)) if number == 0 else sorted(days(topic))[1:2])
]


@pytest.fixture(scope="session")
def drafts() -> list[Draft]:
    return [drafted for pair in PAIRS if isinstance(drafted := outcome(*pair), Draft)]


def name(draft: Draft) -> str:
    return f"{draft.brief.date} {draft.brief.recipient.id} {draft.brief.topic.id}"


def body(draft: Draft) -> str:
    return "\n".join(plain(line) for line in block_lines(draft.letter.body)).replace("\u00a0", " ")


def own_words(draft: Draft) -> list[str]:
    """Return the sentences of the body that are the templates' own."""
    lines = (
        line
        for block in draft.letter.body
        for line in block_lines([block])
        if not isinstance(block, ListBlock)
    )
    texts = (plain(part for part in line if not isinstance(part, Claim)) for line in lines)
    return [sentence for text in texts for sentence in re.split(r"(?<=[.:]) +", text.strip()) if sentence]


def used(draft: Draft) -> list[str]:
    return [use.id for use in draft.uses]


def findings(draft: Draft) -> list[str]:
    return [each.rule for each in (*draft.findings, *check_draft(library, draft, originals))]


# Which letters there are


def test_the_ten_topics_have_letters_to_the_audiences_that_make_sense():
    assert {topic: set(audiences.split()) for topic, audiences in AUDIENCES.items()} == {
        topic.id: set(topic.audiences) for topic in library.topics.values()
    }


def test_every_audience_of_a_topic_has_an_office():
    for topic in library.topics.values():
        assert all(offices(audience) for audience in topic.audiences)


@pytest.mark.parametrize(("to", "topic", "day"), PAIRS)
def test_every_pair_is_drafted_or_refused_with_reason_and_date(to, topic, day):
    drafted = outcome(to, topic, day)
    if isinstance(drafted, LetterkitError):
        assert str(day) in drafted.message
        assert drafted.hint
        known = re.findall(r"\b(?:from|since) (\d{4}-\d{2}-\d{2})", f"{drafted.message} {drafted.hint}")
        assert known


def test_every_pair_is_drafted_on_some_day(drafts):
    drafted = {(draft.brief.recipient.id, draft.brief.topic.id) for draft in drafts}
    assert drafted == {(to, topic) for to, topic, _ in PAIRS}


def test_a_pair_that_makes_no_sense_is_refused_with_the_offices_that_do():
    text = refusal("nso-group", "cluster-munitions", "2021-02-01")
    assert "no letter to the audience company" in text
    assert "us-congress: house-foreign-affairs, senate-foreign-relations" in text
    assert "fm-am: embassy-armenia, mfa-armenia" in text


def test_a_letter_too_early_for_its_asks_names_the_day_from_which_there_are_enough():
    text = refusal("state-dept", "crackdown-on-dissent", "2020-10-30")
    assert "only 2 asks" in text
    assert "from 2021-12-15 there are 3" in text
    assert "from 2021-01-14" in refusal("senate-foreign-relations", "explosive-weapons", "2020-10-30")
    assert "from 2022-05-17" in refusal("embassy-armenia", "older-people", "2021-02-01")


def test_a_letter_before_all_evidence_names_the_days_of_evidence_and_of_asks():
    text = refusal("state-dept", "older-people", "2020-12-17")
    assert "from 2021-01-14 there is evidence in the store, and from 2022-05-17 there are enough asks" in text
    assert refusal("state-dept", "cluster-munitions", "2020-10-04").endswith("there is evidence in the store")


def test_a_letter_too_late_for_its_asks_names_the_day_since_which_there_are_none():
    assert "since 2022-06-18 there are none" in refusal("ewipa-states", "explosive-weapons", "2026-11-23")


# What holds for every letter


def test_no_letter_has_an_error(drafts):
    for draft in drafts:
        found = [*draft.findings, *check_draft(library, draft, originals)]
        assert [each for each in found if each.severity == "error"] == [], name(draft)


def test_letters_have_the_length_of_two_pages_and_openings_and_sentences_that_can_be_read(drafts):
    for draft in drafts:
        assert 450 <= body_words(draft.letter) <= 850, name(draft)
        assert not {"length", "opening-length", "sentence-length", "acronym", "emotive"} & set(
            findings(draft)
        ), name(draft)


def test_letters_have_three_to_five_asks_to_the_united_nations_at_least_two(drafts):
    for draft in drafts:
        fewest = 2 if draft.brief.recipient.audience.startswith("un-") else 3
        asks = [block for block in draft.letter.body if isinstance(block, ListBlock)]
        assert len(asks) == 1, name(draft)
        assert fewest <= len(asks[0].items) <= 5, name(draft)


def test_nothing_inadmissible_is_cited_or_grounds_an_ask_alone(drafts):
    for draft in drafts:
        barred = inadmissible(library, draft.brief.date)
        assert not set(used(draft)) & set(barred), name(draft)
        for ask in draft.selection.asks:
            assert set(ask.grounds) - set(barred), f"{name(draft)}: {ask.id}"


def test_letters_of_a_conflict_hold_evidence_on_each_party_or_the_topic_says_why_not(drafts):
    for draft in drafts:
        topic = draft.brief.topic
        spoken_of = {
            party
            for use in used(draft)
            if library.claims[use].role in ("evidence", "pattern", "testimony")
            for party in library.claims[use].parties
        }
        assert not topic.conflict or topic.one_sided or set(topic.parties) <= spoken_of, name(draft)


def test_topics_that_concern_one_side_say_why():
    one_sided = {topic.id for topic in library.topics.values() if topic.one_sided}
    assert one_sided == {
        "lachin-blockade",
        "displacement-return",
        "pegasus-spyware",
        "crackdown-on-dissent",
        "women-activists",
    }


def test_no_word_of_a_template_leaks_into_a_letter(drafts):
    for draft in drafts:
        for line in letter_lines(draft.letter):
            text = plain(part for part in walk(line) if not isinstance(part, Placeholder | Claim))
            assert not re.search(r"None|\bUndefined\b|[{}\[\]]|\.\.| [,.;:]|  |^ | $", text), (
                f"{name(draft)}: {text}"
            )


def test_every_paragraph_ends_with_a_stop_and_every_ask_as_the_list_wants_it(drafts):
    for draft in drafts:
        for block in draft.letter.body:
            if isinstance(block, ListBlock):
                texts = [plain(item) for item in block.items]
                assert texts[-1].endswith("."), name(draft)
                assert texts[-2].endswith("; and"), name(draft)
                assert all(text.endswith(";") for text in texts[:-2]), name(draft)
            else:
                assert plain(block.content).endswith((".", ".”", ":")), (
                    f"{name(draft)}: {plain(block.content)}"
                )


def test_a_hinge_that_speaks_of_two_sides_stands_only_where_there_are_two(drafts):
    told = re.compile(
        r"each side in turn|the other side|neither side|one after the other|countries in turn", re.IGNORECASE
    )
    for draft in drafts:
        hinges = " ".join(own_words(draft))
        if told.search(hinges):
            sections = [
                each for each in draft.selection.sections if each.slot.block in ("evidence", "impact")
            ]
            assert len([each for each in sections if each.claims]) > 1, name(draft)


def test_every_topic_has_words_of_its_own():
    for audience in ("us-state", "fm-az"):
        spoken = {
            topic: set(own_words(letter(offices(audience)[0], topic, day)))
            for topic, day in {
                "cluster-munitions": "2021-02-01",
                "explosive-weapons": "2021-02-01",
                "war-crimes-prisoners": "2022-06-01",
                "lachin-blockade": "2023-03-15",
                "older-people": "2022-06-01",
                "displacement-return": "2022-06-01",
                "pegasus-spyware": "2023-06-01",
                "crackdown-on-dissent": "2022-01-10",
                "women-activists": "2021-06-01",
                "domestic-violence": "2023-01-10",
            }.items()
        }
        for topic, sentences in spoken.items():
            others = set().union(*(each for other, each in spoken.items() if other != topic))
            assert len(sentences - others) >= 2, (audience, topic)


def paragraphs(draft: Draft) -> Iterator[str]:
    for block in draft.letter.body:
        if not isinstance(block, ListBlock):
            yield plain(block.content).replace("\u00a0", " ")


def test_no_two_sentences_running_begin_alike(drafts):
    for draft in drafts:
        for paragraph in paragraphs(draft):
            begins = [sentence.split()[:2] for sentence in re.split(r"(?<=[.:”]) (?=[A-Z“])", paragraph)]
            alike = [first for first, second in pairwise(begins) if first == second]
            assert not alike, f"{name(draft)}: {alike}"


def test_no_paragraph_names_a_day_three_times(drafts):
    for draft in drafts:
        for paragraph in paragraphs(draft):
            days_named = Counter(re.findall(r"[A-Z][a-z]+ \d{1,2}, \d{4}", paragraph))
            assert not [day for day, times in days_named.items() if times > 2], f"{name(draft)}: {paragraph}"


def test_a_further_concern_is_raised_to_ask_for_something(drafts):
    raised = 0
    for draft in drafts:
        sections = (each for each in draft.selection.sections if each.slot.secondary)
        sources = {claim.source for section in sections for claim in section.claims}
        grounds = {name for ask in draft.selection.asks for name in ask.grounds}
        assert not sources or sources & {library.claims[name].source for name in grounds}, name(draft)
        raised += bool(sources)
    assert raised > 10


def test_the_same_author_is_not_introduced_in_three_sentences_running(drafts):
    for draft in drafts:
        for paragraph in body(draft).split("\n"):
            sentences = re.split(r"(?<=[.”]) (?=[A-Z“])", paragraph)
            begins = [sentence.startswith("Amnesty International ") for sentence in sentences]
            assert not any(all(begins[at : at + 3]) for at in range(len(begins) - 2)), (
                f"{name(draft)}: {paragraph}"
            )


# How letters vary by audience


def test_letters_to_the_united_nations_greet_with_a_comma_and_others_with_a_colon(drafts):
    for draft in drafts:
        greeting, close = plain(draft.letter.salutation), plain(draft.letter.close)
        if draft.brief.recipient.audience.startswith("un-"):
            assert greeting.endswith(","), name(draft)
            assert close == "Yours sincerely,", name(draft)
        else:
            assert greeting.endswith(":"), name(draft)
            assert close in ("Sincerely,", "Respectfully,"), name(draft)


def test_a_committee_is_addressed_through_its_chair_and_ranking_member_together():
    drafted = letter("house-foreign-affairs", "cluster-munitions", "2021-02-01").letter
    assert [[plain(line) for line in lines][:3] for lines in drafted.addressees] == [
        ["The Chair", "Committee on Foreign Affairs", "U.S. House of Representatives"],
        ["The Ranking Member", "Committee on Foreign Affairs", "U.S. House of Representatives"],
    ]
    assert plain(drafted.salutation) == "Dear Chair and Ranking Member:"
    assert drafted.running[0] == "Chair and Ranking Member"


def test_office_holders_are_named_while_a_source_shows_them_and_not_after():
    assert "H.E. Jeyhun Bayramov" in plain(
        letter("mfa-azerbaijan", "cluster-munitions", "2020-10-30").letter.addressees[0][0]
    )
    assert "H.E. Zohrab Mnatsakanyan" in plain(
        letter("mfa-armenia", "cluster-munitions", "2020-10-30").letter.addressees[0][0]
    )
    assert plain(letter("secretary-of-state", "cluster-munitions", "2020-10-30").letter.salutation) == (
        "Dear Secretary Pompeo:"
    )
    later = letter("mfa-armenia", "cluster-munitions", "2021-02-01")
    assert "Mnatsakanyan" not in "".join(plain(line) for line in letter_lines(later.letter))


def test_the_secretary_is_not_asked_to_do_something_together_with_himself():
    drafted = letter("secretary-of-state", "cluster-munitions", "2020-10-21")
    assert "that you use the October 23, 2020, meetings" in body(drafted)
    assert "Pompeo" not in body(drafted)


def test_a_letter_without_a_sourced_address_says_what_is_missing():
    for to in ("embassy-armenia", "mfa-azerbaijan", "un-high-commissioner"):
        lines = [plain(line) for line in letter(to, "cluster-munitions", "2021-02-01").letter.addressees[0]]
        assert "[street address]" in lines


def test_a_government_reads_its_own_conduct_first_and_is_invited_to_reply(drafts):
    for draft in drafts:
        own = {"fm-az": "azerbaijan", "fm-am": "armenia"}.get(draft.brief.recipient.audience)
        if own is None:
            continue
        assert "We would welcome your reply, and will take it into account." in body(draft), name(draft)
        sides = [
            each.slot.party
            for each in draft.selection.sections
            if each.slot.block == "evidence" and each.claims
        ]
        if draft.brief.topic.id not in ("older-people", "displacement-return"):
            assert not sides or sides[0] in (own, "none"), name(draft)


def test_a_government_reads_its_denial_where_the_store_has_one():
    for to in ("embassy-azerbaijan", "embassy-armenia"):
        assert "both-deny-strikes-cluster" in used(letter(to, "cluster-munitions", "2021-02-01"))


def test_the_embassy_of_azerbaijan_reads_its_own_obligations():
    assert "lachin-azerbaijan-obligation" in used(
        letter("embassy-azerbaijan", "lachin-blockade", "2023-03-15")
    )
    assert "gc3-humane-treatment" in used(letter("embassy-azerbaijan", "war-crimes-prisoners", "2021-01-10"))


def test_the_sister_letter_is_offered_to_the_other_side_of_a_conflict():
    offered = {
        (to, topic): [each.message for each in letter(to, topic, day).findings if each.rule == "counterpart"]
        for to, topic, day in (
            ("embassy-azerbaijan", "cluster-munitions", "2021-02-01"),
            ("mfa-armenia", "older-people", "2022-06-01"),
            ("embassy-azerbaijan", "lachin-blockade", "2023-03-15"),
            ("embassy-armenia", "domestic-violence", "2023-01-10"),
            ("state-dept", "cluster-munitions", "2021-02-01"),
        )
    }
    assert "'embassy-armenia'" in offered["embassy-azerbaijan", "cluster-munitions"][0]
    assert "'mfa-azerbaijan'" in offered["mfa-armenia", "older-people"][0]
    assert not offered["embassy-azerbaijan", "lachin-blockade"]
    assert not offered["embassy-armenia", "domestic-violence"]
    assert not offered["state-dept", "cluster-munitions"]


def test_a_company_is_given_three_weeks_to_reply():
    drafted = letter("nso-group", "pegasus-spyware", "2023-06-01")
    assert plain(drafted.letter.subject).startswith("Request for information:")
    assert body(drafted).count("June 22, 2023") == 2
    assert "We would welcome your reply, and will take it into account" in body(drafted)


# What each topic must and must not say


def test_the_blockade_is_held_against_azerbaijan_and_the_russian_peacekeepers():
    assert library.topics["lachin-blockade"].parties == ("azerbaijan", "russia")
    for to in ("state-dept", "embassy-azerbaijan", "mfa-russia", "un-high-commissioner"):
        text = body(letter(to, "lachin-blockade", "2023-03-15"))
        assert "Azerbaijan and the Russian peacekeeping mission" in text
        assert "both governments" not in text


def test_a_letter_of_march_2023_says_when_the_blockade_began_and_how_long_it_had_lasted_by_its_source():
    for to in (
        "state-dept",
        "senate-foreign-relations",
        "embassy-azerbaijan",
        "mfa-russia",
        "un-special-procedures",
    ):
        text = body(letter(to, "lachin-blockade", "2023-03-15"))
        assert "December 12, 2022" in text
        assert "By February 9, 2023, the blockade had reached its ninth week." in text


def test_no_letter_says_that_the_blockade_lasts_still(drafts):
    still = re.compile(
        r"\b(?:still|remains|continues|is blocked|is blockaded|ongoing|to this day|today|now)\b"
    )
    for draft in drafts:
        if draft.brief.topic.id == "lachin-blockade":
            for sentence in re.split(r"(?<=[.:]) ", body(draft)):
                assert not still.search(sentence) or sentence.startswith("As of May 25, 2023,"), sentence


def test_a_letter_on_the_blockade_after_every_ask_has_expired_is_refused_with_the_dates():
    text = refusal("state-dept", "lachin-blockade", "2023-09-19")
    assert "since 2023-09-19 there are none" in text
    assert "lift: valid until 2023-09-18" in text
    assert isinstance(outcome("state-dept", "lachin-blockade", date(2023, 9, 18)), Draft)


def test_letters_on_spyware_name_no_operator(drafts):
    for draft in drafts:
        if draft.brief.topic.id == "pegasus-spyware":
            assert not any(
                library.claims[use].parties for use in used(draft) if library.claims[use].role != "call"
            ), name(draft)
            assert "predator-meta-customer" not in used(draft), name(draft)
            assert not re.search(
                r"\b(?:by|of) (?:the )?(?:Azerbaijani|Armenian) (?:government|authorities)", body(draft)
            )


def test_letters_on_spyware_speak_of_people_in_both_countries(drafts):
    for draft in drafts:
        if draft.brief.topic.id == "pegasus-spyware":
            assert {"pegasus-12-armenians", "pegasus-az-five-infected"} <= set(used(draft)), name(draft)


def test_letters_on_domestic_violence_carry_no_other_countrys_facts(drafts):
    for draft in drafts:
        if draft.brief.topic.id == "domestic-violence":
            assert not OTHER_COUNTRIES.search(body(draft)), name(draft)
            if draft.brief.recipient.audience == "fm-am":
                about_azerbaijan = [
                    use for use in used(draft) if library.claims[use].parties == ("azerbaijan",)
                ]
                assert about_azerbaijan == [], name(draft)


def test_letters_on_women_activists_hold_no_intimate_detail(drafts):
    intimate = re.compile(
        r"sexual|escort|suicid|intimate|Rustamzade|Shahmarzade|Mehdiyeva|photo", re.IGNORECASE
    )
    for draft in drafts:
        if draft.brief.topic.id == "women-activists":
            assert not intimate.search(body(draft)), name(draft)
            for use in used(draft):
                flags = library.claims[use].sensitivity
                assert not any((flags.privacy, flags.sexual, flags.suicide)), name(draft)


def test_letters_on_older_people_mark_pseudonyms_and_hear_both_communities(drafts):
    for draft in drafts:
        if draft.brief.topic.id in ("older-people", "displacement-return"):
            text = body(draft)
            assert "ethnic Armenian" in text, name(draft)
            assert "ethnic Azeri" in text, name(draft)
            named = re.findall(r"\b(?:Manzar|Mehriban|Famil|Malik) [A-Z]\.", text)
            assert len(named) == text.count("(a pseudonym)"), name(draft)


def test_letters_on_older_people_hold_both_sides_to_account():
    drafted = letter("state-dept", "older-people", "2022-06-01")
    assert {"older-wilful-killing-finding", "armenia-mines-violate-ihl"} <= set(used(drafted))


def test_states_in_the_negotiation_read_of_the_weapons_and_of_both_sides():
    drafted = letter("ewipa-states", "explosive-weapons", "2021-03-10")
    assert "ewipa-irish-consultations" in used(drafted)
    assert {"armenia-8-strikes-72-killed", "azerbaijan-strikes-11-killed"} <= set(used(drafted))
    assert plain(drafted.letter.salutation) == "Excellencies,"
