"""Changes that are still open, and comments: what the letter says with them and without, and whether that matters."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.checks.edited.applied import Draft, W, text_run

from letterkit.checks.edited.check import Checked, check_letter

LETTER = "2021-02-01"
CLAIM = "armenia-8-strikes-72-killed"
SENTENCE = (
    "Amnesty International documented eight strikes by Armenian forces on towns and villages in Azerbaijan, in which "
    "{} civilians in total were killed during the 2020 conflict."
)


def tracked(kind: str, *content: etree._Element) -> etree._Element:
    change = etree.Element(
        W + kind, {W + "id": "9000", W + "author": "Colleague", W + "date": "2021-02-01T09:00:00Z"}
    )
    change.extend(content)
    return change


def deleted(text: str) -> etree._Element:
    run = text_run(text)
    run.find(W + "t").tag = W + "delText"
    return tracked("del", run)


def inserted(text: str) -> etree._Element:
    return tracked("ins", text_run(text))


def with_claim(*content: etree._Element) -> Draft:
    """Return the letter with other runs inside the marks of a claim."""
    draft = Draft(LETTER)
    holder = draft.control(CLAIM).find(W + "sdtContent")
    for each in list(holder):
        holder.remove(each)
    holder.extend(content)
    return draft


def around(old: str, new: str) -> Draft:
    """Return the letter with a figure of a claim replaced, as Word tracks it."""
    before, after = SENTENCE.split("{}")
    return with_claim(text_run(before), deleted(old), inserted(new), text_run(after))


def check(draft: Draft, shelf) -> Checked:
    return check_letter(draft.save(), shelf)


def one(checked: Checked, rule: str):
    (finding,) = (each for each in checked.findings if each.rule == rule)
    return finding


def test_a_tracked_digit_counts_as_accepted_and_the_views_differ(starters) -> None:
    result = check(around("72", "73"), starters)
    (use,) = (each for each in result.uses if each.id == CLAIM)
    assert (use.status, use.now) == ("altered", SENTENCE.format(73))
    differ = one(result, "views-differ")
    assert differ.severity == "warning"
    assert differ.message == f"the open changes matter: accepted they bring figure-changed ({CLAIM})"


def test_a_tracked_change_that_puts_a_claim_right_leaves_the_error_where_it_is_rejected(starters) -> None:
    result = check(around("73", "72"), starters)
    assert {each.status for each in result.uses} == {"intact"}
    assert one(result, "views-differ").message == (
        f"the open changes matter: rejected they leave figure-changed ({CLAIM})"
    )


def test_open_changes_of_which_nothing_depends_are_told_and_no_more(starters) -> None:
    draft = Draft(LETTER)
    paragraph = next(
        each for each in draft.document.iter(W + "p") if "take each side" in "".join(each.itertext())
    )
    paragraph.insert(1, inserted("Fairly, "))
    result = check(draft, starters)
    assert one(result, "tracked-changes").severity == "warning"
    assert [each for each in result.findings if each.rule == "views-differ"] == []


def test_a_claim_that_is_deleted_with_changes_tracked_is_removed(starters) -> None:
    draft = with_claim(deleted(SENTENCE.format(72)))
    result = check(draft, starters)
    assert {each.id: each.status for each in result.uses if each.status != "intact"} == {CLAIM: "removed"}


@pytest.mark.parametrize("kind", ["commentRangeStart", "commentReference"])
def test_a_comment_is_told(kind, starters) -> None:
    draft = Draft(LETTER)
    draft.parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="Colleague" w:initials="C">'
        "<w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    draft.parts["[Content_Types].xml"] = draft.parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.comments+xml"/></Types>',
    )
    rels = "word/_rels/document.xml.rels"
    draft.parts[rels] = draft.parts[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        b'Target="comments.xml"/></Relationships>',
    )
    run = etree.SubElement(etree.Element(W + "x"), W + "r")
    etree.SubElement(run, W + "commentReference", {W + "id": "7"})
    draft.control(CLAIM).addprevious(run)
    if kind == "commentRangeStart":
        draft.control(CLAIM).addprevious(etree.Element(W + kind, {W + "id": "7"}))
        run.addprevious(etree.Element(W + "commentRangeEnd", {W + "id": "7"}))
    finding = one(check(draft, starters), "comment")
    assert "Is this so?" in finding.message
