from dataclasses import replace
from datetime import date

import pytest
from tests.checks.changes import with_brief, with_draft, with_letter
from tests.checks.stores import rules

from letterkit.checks import draft_form
from letterkit.findings import Place
from letterkit.letter.model import ListBlock, Paragraph, Placeholder, line, paragraph


def test_placeholders_are_one_warning_that_names_each_once(draft):
    signature = ((Placeholder("[Name]"),), (Placeholder("[Title]"),), (Placeholder("[Name]"),))
    (finding,) = draft_form.placeholders_are_named(with_letter(draft, signatures=(signature,)))
    assert (finding.rule, finding.severity) == ("placeholder", "warning")
    assert finding.message == "to be filled in: [Name], [Title]"


def test_a_letter_without_placeholders_is_not_warned_of(draft):
    changed = with_letter(
        draft, signatures=((line("Ada Brook"),),), addressees=((line("[in brackets] only"),),)
    )
    assert list(draft_form.placeholders_are_named(changed)) == []


@pytest.mark.parametrize(
    ("part", "value", "name"),
    [
        ("date", (), "date"),
        ("addressees", (), "inside address"),
        ("addressees", ((),), "inside address"),
        ("subject", line(" "), "subject"),
        ("salutation", (), "salutation"),
        ("close", (), "complimentary close"),
        ("signatures", (), "signature"),
    ],
)
def test_a_letter_without_one_of_its_parts_is_an_error(draft, part, value, name):
    assert list(draft_form.parts_are_present(draft)) == []
    (finding,) = draft_form.parts_are_present(with_letter(draft, **{part: value}))
    assert (finding.rule, finding.severity, finding.message) == (
        "missing-part",
        "error",
        f"the letter has no {name}",
    )


def test_a_name_on_the_page_out_of_its_time_in_office_is_an_error(first_draft):
    assert list(draft_form.holders_are_in_office(first_draft)) == []
    (finding,) = draft_form.holders_are_in_office(with_brief(first_draft, date=date(2021, 2, 1)))
    assert (finding.rule, finding.severity) == ("holder-out-of-office", "error")
    assert list(draft_form.holders_are_in_office(with_brief(first_draft, date=date(2020, 11, 22)))) == []


def test_too_few_or_too_many_asks_are_an_error(draft):
    asks = draft.draft.selection.asks
    for number, expected in ((2, ["ask-count"]), (3, []), (5, []), (6, ["ask-count"])):
        changed = with_draft(draft, selection=replace(draft.draft.selection, asks=(asks * 2)[:number]))
        assert rules(draft_form.asks_are_few_and_hold(changed)) == expected


def test_a_letter_to_the_united_nations_may_have_two_asks(draft):
    changed = with_draft(draft, selection=replace(draft.draft.selection, asks=draft.draft.selection.asks[:2]))
    office = draft.draft.brief.recipient.model_copy(update={"audience": "un-ohchr"})
    assert list(draft_form.asks_are_few_and_hold(with_brief(changed, recipient=office))) == []


@pytest.mark.parametrize("window", [{"valid_until": date(2021, 1, 31)}, {"valid_from": date(2021, 2, 2)}])
def test_an_ask_out_of_its_time_is_an_error(draft, window):
    first, *rest = draft.draft.selection.asks
    changed = replace(draft.draft.selection, asks=(first.model_copy(update=window), *rest))
    (finding,) = draft_form.asks_are_few_and_hold(with_draft(draft, selection=changed))
    assert finding.rule == "ask-expired"
    assert first.id in finding.message


def test_an_ask_that_the_list_does_not_print_is_an_error(draft):
    assert list(draft_form.asks_are_printed(draft)) == []
    body = tuple(
        replace(block, items=block.items[1:]) if isinstance(block, ListBlock) else block
        for block in draft.draft.letter.body
    )
    (finding,) = draft_form.asks_are_printed(with_letter(draft, body=body))
    assert (finding.rule, finding.severity) == ("ask-missing", "error")
    assert draft.draft.selection.asks[0].id in finding.message


@pytest.mark.parametrize(("words", "expected"), [(449, ["length"]), (450, []), (850, []), (851, ["length"])])
def test_a_body_of_450_to_850_words_fits_two_pages(draft, words, expected):
    changed = with_letter(draft, body=(paragraph("word " * words),))
    findings = list(draft_form.length_fits_two_pages(changed))
    assert rules(findings) == expected
    assert all(finding.severity == "warning" for finding in findings)


@pytest.mark.parametrize(("words", "expected"), [(70, []), (71, ["opening-length"])])
def test_an_opening_of_up_to_70_words_is_short(draft, words, expected):
    changed = with_letter(draft, body=(paragraph("word " * words), *draft.draft.letter.body[1:]))
    findings = list(draft_form.opening_is_short(changed))
    assert rules(findings) == expected
    assert [finding.place for finding in findings] == [Place(paragraph=1)] * len(expected)


def test_a_sentence_over_60_words_is_named_with_its_paragraph(draft):
    assert list(draft_form.sentences_are_short(draft)) == []
    long = f"One sentence. {'word ' * 61}. Another one."
    body = (Paragraph(line("A start.")), Paragraph(line(long)))
    (finding,) = draft_form.sentences_are_short(with_letter(draft, body=body))
    assert (finding.rule, finding.severity, finding.place) == (
        "sentence-length",
        "warning",
        Place(paragraph=2),
    )


def test_two_sentences_of_40_words_are_no_long_one(draft):
    body = (Paragraph(line(f"{'Word ' * 40}. {'Word ' * 40}.")),)
    assert list(draft_form.sentences_are_short(with_letter(draft, body=body))) == []
