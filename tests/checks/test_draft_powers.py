from dataclasses import replace

import pytest
from tests.checks.changes import with_brief, with_draft
from tests.checks.stores import rules

from letterkit.checks.draft_powers import BEYOND, asks_are_in_power


def asking(draft, audience, *texts):
    """Return the draft as a letter to an audience that asks for other things."""
    recipient = draft.draft.brief.recipient.model_copy(update={"audience": audience})
    asks = tuple(draft.draft.selection.asks[0].model_copy(update={"text": text}) for text in texts)
    changed = with_draft(draft, selection=replace(draft.draft.selection, asks=asks))
    return with_brief(changed, recipient=recipient)


@pytest.mark.parametrize(
    ("audience", "ask"),
    [
        ("us-state", "Investigate the strikes of its forces"),
        ("us-state", "Appropriate funds for clearance"),
        ("us-congress", "Ratify the Convention on behalf of Armenia"),
        ("us-congress", "Negotiate with both governments"),
        ("un-ohchr", "Prosecute those responsible"),
        ("fm-az", "Urge both governments to stop"),
        ("fm-am", "Encourage Azerbaijan to join the Convention"),
        ("company", "Prosecute those responsible"),
    ],
)
def test_an_ask_beyond_the_power_of_the_office_is_a_warning(draft, audience, ask):
    (finding,) = asks_are_in_power(asking(draft, audience, ask))
    assert (finding.rule, finding.severity) == ("ask-power", "warning")
    assert f"to “{ask.split()[0]} …”, which is for others to do" in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("audience", "ask"),
    [
        ("us-state", "Press both governments to investigate"),
        ("us-congress", "Legislate against spyware"),
        ("fm-az", "Investigate the strikes of its forces"),
        ("un-ohchr", "Raise the cases with both governments"),
        ("company", "Investigate on the forensic evidence"),
        ("russia", "Carry out the mandate"),
    ],
)
def test_an_ask_that_the_office_can_act_on_is_left_alone(draft, audience, ask):
    assert rules(asks_are_in_power(asking(draft, audience, ask))) == []


def test_every_ask_of_the_starter_is_one_that_its_addressee_can_act_on(draft):
    for topic in draft.library.topics.values():
        for audience, asks in topic.asks.items():
            assert audience in BEYOND
            found = asks_are_in_power(asking(draft, audience, *(ask.text for ask in asks)))
            assert [finding.message for finding in found] == []
