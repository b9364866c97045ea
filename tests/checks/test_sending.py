"""What stands between an edited letter and its PDF."""

from dataclasses import replace

import pytest

from letterkit.checks.sending import REFUSED, accept, before_sending, refuse_idle, refuse_unknown
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place


def finding(rule, severity="warning", message="…"):
    return Finding(rule, severity, message, Place("letter.docx", paragraph=3), "a hint")


@pytest.mark.parametrize(
    "rule", ["tracked-changes", "ruby", "header", "heading-number", "picture-text", "list-number"]
)
def test_what_a_pdf_would_lose_is_an_error(rule):
    assert [each.severity for each in before_sending([finding(rule)])] == ["error"]


@pytest.mark.parametrize("rule", ["comment", "hidden-text", "part-order", "stale"])
def test_what_a_pdf_leaves_out_on_purpose_is_no_error(rule):
    assert before_sending([finding(rule)]) == [finding(rule)]


def test_struck_out_text_and_raised_figures_would_be_printed_as_something_else():
    looks = ("struck out", "in superscript", "in subscript", "underlined")
    found = before_sending([finding("formatting", message=f"text {look} would be plain") for look in looks])
    assert [each.severity for each in found] == ["error", "error", "error", "warning"]
    ordinal = finding("formatting", "info", "text in superscript would be plain: “rd”")
    assert before_sending([ordinal]) == [ordinal]


def test_what_is_let_pass_stays_a_finding_that_says_so():
    [passed] = accept([finding("placeholder", "error", "[Name]")], ["placeholder"])
    assert (passed.rule, passed.severity, passed.message) == ("placeholder", "warning", "[Name]")
    assert passed.hint == "let pass by --allow placeholder"
    assert passed.place == Place("letter.docx", paragraph=3)


def test_only_errors_of_the_named_rules_are_let_pass():
    found = [
        finding("placeholder", "error"),
        finding("altered", "error"),
        finding("stale"),
        finding("x", "info"),
    ]
    assert accept(found, ["altered", "stale", "x"]) == [
        finding("placeholder", "error"),
        Finding("altered", "warning", "…", Place("letter.docx", paragraph=3), "let pass by --allow altered"),
        finding("stale"),
        finding("x", "info"),
    ]
    assert accept(found, []) == found


def of(claim, rule="figure-changed"):
    return replace(finding(rule, "error"), claim=claim)


def test_what_is_let_pass_of_one_claim_is_not_let_pass_of_another():
    found = [of("one"), of("two"), of("one", "date-changed"), of("one", "claim-uncited")]
    severities = [each.severity for each in accept(found, ["figure-changed:one"])]
    assert severities == ["warning", "error", "error", "error"]
    assert accept(found, ["figure-changed:one"])[0].hint == "let pass by --allow figure-changed:one"


def test_altered_is_whatever_the_words_of_one_claim_say_otherwise():
    found = [of("one"), of("two"), of("one", "date-changed"), of("one", "claim-uncited")]
    severities = [each.severity for each in accept(found, ["altered:one"])]
    assert severities == ["warning", "error", "warning", "error"]


def test_a_claim_of_which_nothing_is_said_is_a_slip():
    found = [of("one-two-three"), of("other")]
    refuse_idle(["placeholder", "altered:other", "figure-changed:other"], found)
    with pytest.raises(
        LetterkitError, match="there is no 'altered' of the claim 'one-two-thre' to let pass"
    ) as slip:
        refuse_idle(["altered:one-two-thre"], found)
    assert slip.value.hint == "did you mean 'one-two-three'?"
    with pytest.raises(LetterkitError) as settled:
        refuse_idle(["date-changed:other"], found)
    assert settled.value.hint == "nothing is said of 'date-changed'"
    with pytest.raises(LetterkitError) as another:
        refuse_idle(["figure-changed:zzzz"], found)
    assert another.value.hint == "'figure-changed' is said of one-two-three, other"


def test_altered_alone_names_no_claim():
    with pytest.raises(LetterkitError) as caught:
        refuse_unknown(["altered"], ["figure-changed"])
    assert caught.value.hint == "name it: --allow altered:CLAIM"
    refuse_unknown(["altered:one", "figure-changed:two"], ["figure-changed"])


def test_known_rules_may_be_named():
    refuse_unknown(["placeholder", "stale"], ["placeholder", "stale", "table"])
    refuse_unknown([], [])


def test_an_unknown_rule_is_refused_with_the_nearest():
    with pytest.raises(LetterkitError, match="no rule is called 'alterd'") as caught:
        refuse_unknown(["placeholder", "alterd"], ["placeholder", "altered"])
    assert caught.value.hint == "did you mean 'altered'?"
    with pytest.raises(LetterkitError) as caught:
        refuse_unknown(["zzz"], ["placeholder", "altered", "table"])
    assert caught.value.hint == "rules that can be allowed: altered, placeholder"


@pytest.mark.parametrize("rule", sorted(REFUSED))
def test_what_would_be_lost_cannot_be_allowed(rule):
    with pytest.raises(LetterkitError, match=f"'{rule}' cannot be allowed"):
        refuse_unknown([rule], [rule, "placeholder"])


def test_what_the_reader_cannot_represent_is_never_let_pass():
    """Each error of the reader is either refused for good or a matter of judgment that this test knows."""
    from letterkit.docx.reading.findings import _ODDITIES

    errors = {rule for rule, (severity, *_) in _ODDITIES.items() if severity == "error"}
    assert errors <= REFUSED
