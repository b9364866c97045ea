"""What the cluster-munitions letter to the State Department must say, and must not, on each day."""

from __future__ import annotations

from datetime import date

import pytest

from letterkit.drafting.brief import brief
from letterkit.drafting.draft import draft_letter
from letterkit.errors import LetterkitError
from letterkit.letter.model import Claim, ListBlock, NoteRef, body_words, letter_lines, plain, walk
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source

DAYS = ("2020-10-05", "2020-10-21", "2020-10-30", "2021-02-01", "2026-11-23")


def text_of(draft):
    return "\n".join(plain(content).replace("\u00a0", " ") for content in letter_lines(draft.letter))


def used(draft):
    return {use.id for use in draft.uses}


def sources(draft, library):
    return {library.claims[use.id].source for use in draft.uses}


def findings(draft):
    return {finding.rule for finding in draft.findings}


def test_the_letter_of_october_21_has_every_part_of_a_letter(drafted):
    letter = drafted("2020-10-21").letter
    assert plain(letter.date) == "October\u00a021,\u00a02020"
    assert [plain(content) for content in letter.addressees[0]] == [
        "The Honorable Philip T. Reeker",
        "Acting Assistant Secretary",
        "Bureau of European and Eurasian Affairs",
        "U.S. Department of State",
        "2201 C Street, NW",
        "Washington, DC 20520",
    ]
    assert "October\u00a023,\u00a02020" in plain(letter.subject)
    assert plain(letter.salutation) == "Dear Ambassador Reeker:"
    assert plain(letter.close) == "Sincerely,"
    assert [plain(content) for content in letter.signatures[0]][-1] == "Amnesty International USA"
    assert letter.running == ("Ambassador Philip T. Reeker", "October\u00a021,\u00a02020")


def test_the_letter_of_october_21_holds_evidence_about_azerbaijan_at_its_certainty(drafted):
    text = text_of(drafted("2020-10-21"))
    assert "M095 cluster munitions that Azerbaijani forces appear to have fired" in text
    assert "Stepanakert" in text


def test_the_letter_of_october_21_holds_evidence_on_the_armenian_side_at_its_certainty(drafted):
    text = text_of(drafted("2020-10-21"))
    assert "Smerch" in text
    assert "appear to have" in text.split("Smerch", 1)[1]
    ganja = next(sentence for sentence in text.split(". ") if "Ganja" in sentence)
    assert "from the Armenian side" in ganja
    assert "Armenian forces" not in ganja


def test_the_letter_of_october_21_names_no_user_of_ballistic_missiles(drafted, library):
    draft = drafted("2020-10-21")
    told = [use for use in draft.uses if "ballistic" in use.text]
    assert told
    for use in told:
        assert library.claims[use.id].parties == ()
        assert "Armenia" not in use.text
        assert "Azerbaijan" not in use.text


def test_the_letter_of_october_21_speaks_of_armenian_cluster_munitions_only_as_unverified(drafted, library):
    for use in drafted("2020-10-21").uses:
        claim = library.claims[use.id]
        if "armenia" in claim.parties and claim.role == "evidence" and "cluster munitions" in use.text:
            assert claim.certainty == "unverified"
            assert "not" in use.text.split()


def test_the_letter_of_october_21_cites_nothing_published_later(drafted, library):
    draft = drafted("2020-10-21")
    assert sources(draft, library) == {
        "amnesty-2020-10-05-cluster-bombs",
        "amnesty-2020-10-20-artillery-salvos",
    }
    assert "Scud" not in text_of(draft)


def test_the_letter_of_october_21_is_as_long_as_a_letter_and_well_noted(drafted):
    letter = drafted("2020-10-21").letter
    asks = [block for block in letter.body if isinstance(block, ListBlock)]
    assert 450 <= body_words(letter) <= 850
    assert len(plain(letter.body[0].content).split()) <= 70
    assert len(letter.notes) >= 6
    assert len(asks) == 1
    assert 3 <= len(asks[0].items) <= 5


def test_on_october_30_armenian_use_is_verified_and_the_toll_of_barda_has_its_speaker(drafted):
    draft = drafted("2020-10-30")
    text = text_of(draft)
    assert "armenia-cluster-verified" in used(draft)
    assert "armenia-cluster-unverified" not in used(draft)
    toll = next(use.text for use in draft.uses if use.id == "barda-21-killed-prosecutor")
    assert "Prosecutor General" in toll
    assert "at least 21" in toll
    assert "an estimated 70" in toll
    assert "not yet been able to verify" not in text


def test_in_february_2021_the_report_of_january_stands_and_nothing_it_superseded(drafted, library):
    draft = drafted("2021-02-01")
    text = text_of(draft)
    assert "amnesty-2021-01-14-unlawful-strikes" in sources(draft, library)
    assert "72 civilians" in text
    assert "11 civilians" in text
    assert "at least 21" not in text
    assert "an estimated 70" not in text
    assert "12 people" not in text
    assert (
        "have denied striking civilian areas indiscriminately and have denied using cluster munitions" in text
    )


def test_in_february_2021_our_own_letter_carries_the_record_of_the_united_states_alone(drafted, library):
    draft = drafted("2021-02-01")
    own = {
        use.id for use in draft.uses if library.sources[library.claims[use.id].source].rank == "own-letter"
    }
    assert own
    assert all("us-policy" in library.claims[name].topics for name in own)


def test_in_february_2021_the_office_is_addressed_and_the_further_concern_joins(drafted, library):
    draft = drafted("2021-02-01")
    assert plain(draft.letter.addressees[0][0]) == "The Assistant Secretary"
    assert plain(draft.letter.salutation) == "Dear Assistant Secretary:"
    assert "holder-unknown" in findings(draft)
    assert any("war-crimes-prisoners" in library.claims[name].topics for name in used(draft))
    assert "Pompeo" not in text_of(draft)


def test_in_february_2021_the_difference_about_the_end_of_the_fighting_stands_in_a_note(drafted):
    draft = drafted("2021-02-01")
    note = next(use.note for use in draft.uses if use.id == "conflict-ended-nov-10")
    assert "November\u00a09,\u00a02020" in plain(draft.letter.notes[note - 1].content)


@pytest.mark.parametrize("day", ["2020-12-10", "2021-01-13"])
@pytest.mark.parametrize("to", ["state-dept", "house-foreign-affairs", "mfa-azerbaijan", "mfa-armenia"])
def test_a_letter_says_that_the_fighting_had_ended_as_soon_as_a_source_does(drafted, to, day):
    ended = "The fighting ended with the signing of the Nagorno-Karabakh ceasefire agreement"
    assert f"{ended} on November 9, 2020." in text_of(drafted(day, to=to))
    assert ended not in text_of(drafted("2020-12-09", to=to))


def test_before_the_first_source_the_refusal_says_when_it_appears(library):
    asked = brief(library, to="state-dept", topic="cluster-munitions", day=date(2020, 10, 4))
    with pytest.raises(LetterkitError) as refused:
        draft_letter(library, asked, template_source(starter()))
    assert "2020-10-05" in refused.value.hint


@pytest.mark.parametrize("day", DAYS)
def test_every_sentence_of_a_claim_is_the_stores_claim_in_one_of_its_two_forms(drafted, library, day):
    letter = drafted(day).letter
    claims = [part for content in letter_lines(letter) for part in walk(content) if isinstance(part, Claim)]
    assert claims
    for claim in claims:
        stored = library.claims[claim.id]
        assert plain(claim.children).replace("\u00a0", " ") in {stored.claim, stored.follow}


@pytest.mark.parametrize("day", DAYS)
def test_every_run_ends_in_a_note_of_its_source_and_every_note_is_called_once_in_order(drafted, library, day):
    draft = drafted(day)
    letter = draft.letter
    calls = [
        part.number for content in letter_lines(letter) for part in walk(content) if isinstance(part, NoteRef)
    ]
    assert calls == list(range(1, len(letter.notes) + 1))
    for use in draft.uses:
        source = library.sources[library.claims[use.id].source]
        assert source.publisher in plain(letter.notes[use.note - 1].content)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_inadmissible_is_cited(drafted, library, day):
    limit = date.fromisoformat(day)
    later = {
        old
        for claim in library.claims.values()
        if library.sources[claim.source].issued_on <= limit
        for old in claim.supersedes
    }
    for name in used(drafted(day)):
        assert library.sources[library.claims[name].source].issued_on <= limit
        assert name not in later


@pytest.mark.parametrize("day", DAYS)
def test_every_claim_of_the_store_is_used_or_left_out_with_a_reason(drafted, library, day):
    draft = drafted(day)
    left = {left.id: left.reason for left in draft.left_out}
    assert used(draft) | set(left) == set(library.claims)
    assert not used(draft) & set(left)
    assert all(left.values())


def test_the_same_brief_gives_the_same_letter(library):
    asked = brief(library, to="state-dept", topic="cluster-munitions", day=date(2020, 10, 21))
    first = draft_letter(library, asked, template_source(starter()))
    second = draft_letter(library, asked, template_source(starter()))
    assert first.letter == second.letter


def test_include_and_exclude_overrule_the_selection_but_never_the_date(library):
    asked = brief(
        library,
        to="state-dept",
        topic="cluster-munitions",
        day=date(2020, 10, 21),
        include=("ganja-attack-azerbaijan-says", "ganja-scud-21-killed"),
        exclude=("stepanakert-m095-azerbaijan",),
    )
    draft = draft_letter(library, asked, template_source(starter()))
    reasons = {left.id: left.reason for left in draft.left_out}
    assert "ganja-attack-azerbaijan-says" in used(draft)
    assert reasons["stepanakert-m095-azerbaijan"] == "excluded by --exclude"
    assert reasons["ganja-scud-21-killed"].startswith("not yet published")
