"""What tired staff do to a letter, several things at once too: what each leaves, and that nothing slips through.

Written by the one who wrote the check, after it: they show that it holds, and are no measure of it.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from tests.checks.edited import tired
from tests.checks.edited.applied import Draft
from tests.checks.edited.scoring import new_findings, unedited
from tests.checks.edited.tired import do, hinge, line, note, whole_note, words

from letterkit.checks.edited.check import check_letter

OCTOBER, LATE_OCTOBER, FEBRUARY = "2020-10-21", "2020-10-30", "2021-02-01"
RUN_OF_4 = ("azerbaijan-strikes-11-killed", "stepanakert-grad-cluster", "stepanakert-oct4-4-killed")


class Case(NamedTuple):
    """A letter, what is done to it, the claims that are not intact then, and the new findings but for infos."""

    letter: str
    steps: tuple[tired.Step, ...]
    statuses: dict[str, str]
    found: str  # severity:rule, each once


def february(*steps: tired.Step, found: str = "", **statuses: str) -> Case:
    return Case(FEBRUARY, steps, {name.replace("_", "-"): status for name, status in statuses.items()}, found)


CASES = {
    "two claims become one sentence": february(
        words("conflict-ended-nov-10", "to an end.", "to an end"),
        tired.between("conflict-ended-nov-10", ", and "),
        words("conflict-began-sept-27", "The conflict between", "the conflict between"),
        conflict_ended_nov_10="reworded",
        conflict_began_sept_27="reworded",
    ),
    "two claims become one sentence and their figures change hands": february(
        words(
            "qarayusufli-5-killed", "killed five people and injured 14.", "killed 21 people and injured 14"
        ),
        tired.between("qarayusufli-5-killed", ", and "),
        words("barda-21-killed-smerch", "On October 28", "on October 28"),
        words("barda-21-killed-smerch", "killed 21 civilians", "killed five civilians"),
        qarayusufli_5_killed="altered",
        barda_21_killed_smerch="altered",
        found="error:figure-changed error:figure-changed",
    ),
    "a figure moves to the next sentence of its run": february(
        words("qarayusufli-5-killed", " and injured 14", ""),
        words("barda-21-killed-smerch", "killed 21 civilians", "killed 21 civilians and injured 14"),
        qarayusufli_5_killed="altered",
        barda_21_killed_smerch="altered",
        found="warning:figure-changed warning:verb-changed error:figure-changed error:verb-changed",
    ),
    "a negation far from its verb": february(
        words(
            "both-violated-ihl",
            "Amnesty International said",
            "Amnesty International has not at any time said",
        ),
        both_violated_ihl="altered",
        found="error:negation-changed error:date-changed error:quantity-changed",
    ),
    "a doubt behind the claim": february(
        words("qarayusufli-5-killed", "injured 14.", "injured 14"),
        tired.between("qarayusufli-5-killed", ", which was never shown. "),
        qarayusufli_5_killed="altered",
        found="error:negation-changed warning:verb-changed",
    ),
    "the other side in a name": Case(
        LATE_OCTOBER,
        (words("barda-21-killed-prosecutor", "Azerbaijani Prosecutor", "Armenian Prosecutor"),),
        {"barda-21-killed-prosecutor": "altered"},
        "error:party-changed",
    ),
    "dates in other forms": february(
        words("qarayusufli-5-killed", "October 27, 2020,", "10/27/2020"),
        words("stepanakert-oct4-4-killed", "On October 4, 2020,", "On 4 Oct. 2020,"),
        qarayusufli_5_killed="reworded",
        stepanakert_oct4_4_killed="reworded",
    ),
    "a date in digits the other way around": february(
        words("stepanakert-oct4-4-killed", "On October 4, 2020,", "On 4/10/2020,"),
        stepanakert_oct4_4_killed="altered",
        found="error:date-changed",
    ),
    "a claim pasted twice more": february(
        do("copy-claim-with-note", "both-cluster-clear-evidence", to="videos-22-authenticated"),
        do("copy-claim-with-note", "both-cluster-clear-evidence", to="videos-22-authenticated"),
        found="warning:claim-repeated warning:claim-repeated",
    ),
    "a note moved to a sentence of another source": february(
        tired.moved_call("videos-22-authenticated", "us-not-party-convention"),
        us_not_party_convention="uncited",
        videos_22_authenticated="uncited",
        found="error:claim-uncited error:claim-uncited",
    ),
    "a closing quotation mark lost in a note": february(
        note(3, "civilians killed,”", "civilians killed,"), found="warning:note-incomplete"
    ),
    "a quotation mark put before a claim and one behind it": february(
        tired.before("qarayusufli-5-killed", "“"),
        tired.behind("qarayusufli-5-killed", "”"),
        qarayusufli_5_killed="altered",
        found="error:quotation-changed",
    ),
    "a dash that the program made short": Case(
        OCTOBER, (words("stepanakert-footage", "October 3–4", "October 3-4"),), {}, ""
    ),
    "a name that the program corrected": february(
        words("barda-21-killed-smerch", "into Barda", "into Bard"),
        barda_21_killed_smerch="altered",
        found="error:name-changed",
    ),
    "a space put into a caliber": february(
        words("stepanakert-grad-cluster", "122mm", "122 mm"), stepanakert_grad_cluster="reworded"
    ),
    "a note typed over": february(whole_note(4, "See the report."), found="error:note-changed"),
    "ibid. for a note": february(whole_note(4, "Ibid."), found="error:note-changed"),
    "another organization's report in a note": february(
        whole_note(4, "Human Rights Watch, “Cluster Munitions Used in Nagorno-Karabakh,” October 23, 2020."),
        found="error:note-changed",
    ),
    "another of our sources in a note": february(
        whole_note(4, "Amnesty International, “Decapitation and war crimes,” December 10, 2020."),
        **dict.fromkeys(RUN_OF_4, "uncited"),
        found="error:claim-uncited " * 3,
    ),
    "a paragraph with figures pasted from elsewhere": february(
        tired.new_paragraph(
            "stepanakert-oct4-4-killed",
            "Over the 44 days, authorities in Baku reported 93 civilian deaths. Hospitals were hit repeatedly.",
        ),
        found="error:unsourced error:unsourced",
    ),
    "a paragraph without figures pasted from elsewhere": february(
        tired.new_paragraph(
            "stepanakert-oct4-4-killed",
            "Families we spoke to still live in basements. Several of them lost a child to the shelling.",
        ),
        found="warning:unsourced warning:unsourced",
    ),
    "a sentence cut and pasted without its marks": february(tired.unmarked("qarayusufli-5-killed")),
    "a sentence pasted without its marks, two digits turned": february(
        tired.unmarked("qarayusufli-5-killed"),
        hinge("injured 14", "injured 41"),
        qarayusufli_5_killed="altered",
        found="error:figure-changed",
    ),
    "a sentence typed inside the marks of a claim": february(
        words("qarayusufli-5-killed", "injured 14.", "injured 14. Three more people died in hospital."),
        qarayusufli_5_killed="altered",
        found="error:figure-changed error:verb-changed warning:thing-changed",
    ),
    "a hedge lost": Case(
        OCTOBER,
        (words("smerch-armenia-appears", "do appear to have been in use", "have been in use"),),
        {"smerch-armenia-appears": "altered"},
        "error:hedge-changed",
    ),
    "one of two sides left out": february(
        words(
            "both-cluster-clear-evidence",
            "both the Armenian and the Azerbaijani side",
            "the Azerbaijani side",
        ),
        both_cluster_clear_evidence="altered",
        found="error:party-changed",
    ),
    "near a hospital made into a hospital": Case(
        LATE_OCTOBER,
        (words("barda-smerch-attack", "near a hospital", "and a hospital"),),
        {"barda-smerch-attack": "altered"},
        "error:thing-changed",
    ),
    "a village made into a place near it": february(
        words("qarayusufli-5-killed", "on the village of Qarayusufli", "on a village near Qarayusufli"),
        qarayusufli_5_killed="altered",
        found="error:thing-changed",
    ),
    "an accident made of it": february(
        words("azerbaijan-strikes-11-killed", "conflict.", "conflict,"),
        tired.between("azerbaijan-strikes-11-killed", " by accident. "),
        azerbaijan_strikes_11_killed="altered",
        found="error:label-changed",
    ),
    "percent for people": february(
        words("armenia-8-strikes-72-killed", "72 civilians in total", "72 percent of civilians"),
        armenia_8_strikes_72_killed="altered",
        found="error:figure-changed error:date-changed warning:quantity-changed",
    ),
    "the night for the day": Case(
        LATE_OCTOBER,
        (words("barda-smerch-attack", "1:30 p.m.", "1:30 a.m."),),
        {"barda-smerch-attack": "altered"},
        "error:date-changed",
    ),
    "the clock of 24 hours": Case(
        LATE_OCTOBER,
        (words("barda-smerch-attack", "1:30 p.m.", "13:30"),),
        {"barda-smerch-attack": "reworded"},
        "",
    ),
    "elderly for older": february(
        words("civilians-146-died", "older people", "elderly people"), civilians_146_died="reworded"
    ),
    "a hinge that passes judgment": february(
        hinge("The conduct of the other side concerns us no less.", "Azerbaijan’s conduct was far worse."),
        found="warning:unsourced",
    ),
    "a figure behind a hinge": february(
        hinge("each side in turn.", "each side in turn; between them they killed 83 civilians."),
        found="error:unsourced",
    ),
    "an accusation inside an ask": february(
        hinge(
            "Ask both governments to renounce", "Ask Azerbaijan, which has used them since 2016, to renounce"
        ),
        found="error:unsourced",
    ),
    "a figure inside an ask": february(
        hinge("clearance of unexploded munitions", "clearance of 1,200 unexploded munitions"),
        found="error:unsourced",
    ),
    "a question that blames": february(
        hinge(
            "What we object to is a way",
            "Why did Azerbaijani troops kill so many? What we object to is a way",
        ),
        found="warning:unsourced",
    ),
    "a figure in the subject": february(
        line(
            "cluster munitions and explosive weapons used in the 2020 conflict",
            "the killing of 146 civilians",
        ),
        found="error:unsourced",
    ),
    "a letter dated back to before its sources": february(
        line("February 1, 2021", "January 4, 2021"),
        found="error:not-yet-published " * 13 + "warning:head-differs",
    ),
    "the salutation deleted": february(line("Dear Assistant Secretary:", ""), found="error:missing-part"),
    "the close deleted": february(line("Sincerely,", ""), found="error:missing-part"),
    "somebody who has left the office": february(
        line("The Assistant Secretary", "The Honorable Philip T. Reeker"), found="error:holder-out-of-office"
    ),
    "words left in brackets": february(
        hinge("attention to this matter.", "attention to [check the wording]."), found="error:placeholder"
    ),
    "XXX left in the letter": february(hinge("to this matter.", "to XXX."), found="error:placeholder"),
    "an address cut short": february(
        note(1, "-in-conflict-over-nagorno-karabakh-2/", "/"), found="error:note-changed"
    ),
    "another publisher in a note": february(
        note(5, "Amnesty International, “Scores", "Human Rights Watch, “Scores"), found="error:note-changed"
    ),
    "the note's number typed for its call": february(
        tired.without_call("stepanakert-oct4-4-killed"),
        tired.behind("stepanakert-oct4-4-killed", "4"),
        azerbaijan_strikes_11_killed="uncited",
        stepanakert_grad_cluster="uncited",
        stepanakert_oct4_4_killed="altered",
        found="error:claim-uncited " * 3 + "warning:thing-changed",
    ),
    "all that is said of one side alone": february(
        *(do("delete-claim", claim) for claim in RUN_OF_4),
        **dict.fromkeys(RUN_OF_4, "removed"),
        found="warning:side-thin",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_done_is_said(name, starters) -> None:
    case = CASES[name]
    draft = Draft(case.letter)
    for step in case.steps:
        step(draft)
    before, after = unedited(case.letter, starters), check_letter(draft.save(), starters)
    assert {use.id: use.status for use in after.uses if use.status != "intact"} == case.statuses
    new = Counter(f"{each.severity}:{each.rule}" for each in new_findings(before, after))
    assert new == Counter(case.found.split())
