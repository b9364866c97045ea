"""Findings become comments: one for each claim, one for each other place, one for the letter as a whole."""

from letterkit.checks.edited.remarks import remarks
from letterkit.docx.annotate import Remark
from letterkit.findings import Finding, Place


def found(rule, severity, place=0, claim=None, hint=""):
    return Finding(rule, severity, f"{rule}!", Place(paragraph=place or None), hint, claim=claim)


def test_findings_of_one_claim_are_one_comment_and_say_the_same_hint_once():
    said = remarks(
        [
            found("figure-changed", "error", 3, "a", "put it back"),
            found("date-changed", "error", 3, "a", "put it back"),
            found("figure-changed", "error", 3, "b"),
            found("placeholder", "error"),
        ]
    )
    assert said == [
        Remark(3, ("error: figure-changed!", "put it back", "error: date-changed!"), "a"),
        Remark(3, ("error: figure-changed!",), "b"),
        Remark(0, ("error: placeholder!",)),
    ]


def test_what_only_informs_and_what_the_margin_shows_already_is_no_comment():
    assert (
        remarks([found("x", "info"), found("comment", "warning", 2), found("tracked-changes", "warning", 2)])
        == []
    )
