"""Does to a frozen letter what a labelled edit says: to the runs of its document, as a word processor would."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

LETTERS = Path(__file__).resolve().parents[1] / "edits" / "letters"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"


class Draft:
    """A frozen letter that can be edited and saved."""

    def __init__(self, letter: str) -> None:
        with zipfile.ZipFile(LETTERS / f"{letter}.docx") as package:
            self.parts = {info.filename: package.read(info) for info in package.infolist()}
        self.document = etree.fromstring(self.parts[DOCUMENT])
        self.notes = etree.fromstring(self.parts[NOTES])
        self._mark_run_ids()

    def save(self) -> bytes:
        """Return the bytes of the letter as it is now."""
        parts = {**self.parts, DOCUMENT: etree.tostring(self.document), NOTES: etree.tostring(self.notes)}
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
        return made.getvalue()

    def _mark_run_ids(self) -> None:
        self.highest = max(int(each.get(W + "id")) for each in self.document.iter(W + "bookmarkStart"))

    def control(self, claim: str) -> etree._Element:
        return next(self.controls(claim))

    def controls(self, claim: str) -> Any:
        for control in self.document.iter(W + "sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            if tag is not None and tag.get(W + "val") == f"fact:{claim}":
                yield control

    def words(self, claim: str) -> list[etree._Element]:
        """Return bookmark and control of a claim: what goes with its words."""
        control = self.control(claim)
        start, end = control.getprevious(), control.getnext()
        assert start.tag == W + "bookmarkStart"
        assert end.tag == W + "bookmarkEnd"
        return [start, control, end]

    def call_behind(self, element: etree._Element) -> etree._Element | None:
        """Return the call that stands directly behind an element."""
        following = element.getnext()
        return following if following is not None and is_call(following) else None

    def closing_call(self, claim: str) -> etree._Element | None:
        """Return the call that closes the run of a claim."""
        return next((each for each in self.control(claim).itersiblings() if is_call(each)), None)

    def run(self, claim: str) -> list[str]:
        """Return the claims that the call behind a claim closes."""
        call = self.closing_call(claim)
        found: list[str] = []
        for each in call.itersiblings(preceding=True):
            if is_call(each):
                break
            tag = each.find(f"{W}sdtPr/{W}tag")
            if tag is not None:
                found.append(tag.get(W + "val").removeprefix("fact:"))
        return found


def is_call(element: etree._Element) -> bool:
    return element.find(W + "footnoteReference") is not None


def drop_call(draft: Draft, call: etree._Element) -> None:
    number = call.find(W + "footnoteReference").get(W + "id")
    call.getparent().remove(call)
    note = next(each for each in draft.notes if each.get(W + "id") == number)
    draft.notes.remove(note)


def paragraph_of(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(W + "p"))


def text_run(text: str) -> etree._Element:
    run = etree.Element(W + "r")
    words = etree.SubElement(run, W + "t")
    words.text = text
    words.set(SPACE, "preserve")
    return run


def substitute(texts: list[etree._Element], old: str, new: str) -> None:
    """Replace words that stand in one or several runs; what is new stands in the first."""
    whole = "".join(each.text or "" for each in texts).replace("\u00a0", " ")
    assert whole.count(old) == 1, (old, whole.count(old))
    start = whole.index(old)
    end, place = start + len(old), 0
    for each in texts:
        own = each.text or ""
        first, last = max(start - place, 0), min(end - place, len(own))
        if first < len(own) and last > 0 and first <= last:
            put = new if place <= start < place + len(own) or (start == place and not new) else ""
            each.text = own[:first] + put + own[last:]
            each.set(SPACE, "preserve")
        place += len(own)


def apply(edit: dict[str, Any]) -> bytes:
    """Return the bytes of the letter after an edit."""
    draft = Draft(edit["letter"])
    OPERATIONS[edit["operation"]](draft, edit)
    return draft.save()


def _replace(draft: Draft, edit: dict[str, Any]) -> None:
    substitute(list(draft.control(edit["claim"]).iter(W + "t")), edit["replace"], edit["with"])


def _replace_in_note(draft: Draft, edit: dict[str, Any]) -> None:
    note = next(each for each in draft.notes if each.get(W + "id") == str(edit["note"]))
    substitute(list(note.iter(W + "t")), edit["replace"], edit["with"])


def _replace_in_letter(draft: Draft, edit: dict[str, Any]) -> None:
    for paragraph in draft.document.iter(W + "p"):
        texts = [
            each
            for each in paragraph.iter(W + "t")
            if not any(up.tag == W + "sdt" for up in each.iterancestors())
        ]
        whole = "".join(each.text or "" for each in texts).replace("\u00a0", " ")
        if edit["replace"] in whole:
            substitute(texts, edit["replace"], edit["with"])
            return
    raise AssertionError(edit["replace"])


def _insert_after(draft: Draft, edit: dict[str, Any]) -> None:
    end = draft.words(edit["after"])[-1]
    behind = draft.call_behind(end)
    (end if behind is None else behind).addnext(text_run(f" {edit['with']}"))


def _insert_paragraph(draft: Draft, edit: dict[str, Any]) -> None:
    paragraph = paragraph_of(draft.control(edit["after"]))
    fresh = etree.Element(W + "p")
    properties = paragraph.find(W + "pPr")
    if properties is not None:
        fresh.append(deepcopy(properties))
    fresh.append(text_run(edit["with"]))
    paragraph.addnext(fresh)


def _remove_words(draft: Draft, claim: str) -> None:
    words = draft.words(claim)
    gap = words[0].getprevious()
    if gap is not None and gap.tag == W + "r" and "".join(gap.itertext()) == " ":
        gap.getparent().remove(gap)
    for each in words:
        each.getparent().remove(each)


def _delete_claim(draft: Draft, edit: dict[str, Any]) -> None:
    claim = edit["claim"]
    call = draft.closing_call(claim)
    paragraph = paragraph_of(draft.control(claim))
    if draft.run(claim) == [claim]:
        drop_call(draft, call)
    _remove_words(draft, claim)
    if not "".join(each.text or "" for each in paragraph.iter(W + "t")).strip():
        paragraph.getparent().remove(paragraph)


def _delete_claim_keep_note(draft: Draft, edit: dict[str, Any]) -> None:
    _remove_words(draft, edit["claim"])


def _delete_note(draft: Draft, edit: dict[str, Any]) -> None:
    drop_call(draft, draft.closing_call(edit["claim"]))


def _delete_paragraph(draft: Draft, edit: dict[str, Any]) -> None:
    paragraph = paragraph_of(draft.control(edit["claim"]))
    for call in [each for each in paragraph if is_call(each)]:
        drop_call(draft, call)
    paragraph.getparent().remove(paragraph)


def _destination(draft: Draft, edit: dict[str, Any]) -> etree._Element:
    end = draft.words(edit["to"])[-1]
    behind = draft.call_behind(end)
    return end if behind is None or edit.get("before-call") else behind


def _put(draft: Draft, edit: dict[str, Any], pieces: list[etree._Element]) -> None:
    place = _destination(draft, edit)
    for each in [text_run(" "), *pieces]:
        place.addnext(each)
        place = each


def _move(draft: Draft, edit: dict[str, Any], *, with_note: bool = False) -> None:
    words = draft.words(edit["claim"])
    call = draft.call_behind(words[-1]) if with_note else None
    paragraph = paragraph_of(words[0])
    _put(draft, edit, [*words, *([] if call is None else [call])])
    if not "".join(each.text or "" for each in paragraph.iter(W + "t")).strip():
        paragraph.getparent().remove(paragraph)


def _copied(draft: Draft, elements: list[etree._Element]) -> list[etree._Element]:
    copies = [deepcopy(each) for each in elements]
    draft.highest += 1
    for each in copies:
        if each.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
            each.set(W + "id", str(draft.highest))
    return copies


def _copy(draft: Draft, edit: dict[str, Any], *, with_note: bool = False) -> None:
    words = draft.words(edit["claim"])
    call = draft.call_behind(words[-1]) if with_note else None
    pieces = _copied(draft, words)
    if call is not None:
        pieces.append(_copied_call(draft, call))
    _put(draft, edit, pieces)


def _copied_call(draft: Draft, call: etree._Element) -> etree._Element:
    fresh = deepcopy(call)
    old = call.find(W + "footnoteReference").get(W + "id")
    number = str(max(int(each.get(W + "id")) for each in draft.notes) + 1)
    note = deepcopy(next(each for each in draft.notes if each.get(W + "id") == old))
    note.set(W + "id", number)
    draft.notes.append(note)
    fresh.find(W + "footnoteReference").set(W + "id", number)
    return fresh


def _move_to_paragraph(draft: Draft, edit: dict[str, Any]) -> None:
    words = draft.words(edit["claim"])
    paragraph = paragraph_of(draft.control(edit["to"]))
    fresh = etree.Element(W + "p")
    fresh.append(deepcopy(paragraph.find(W + "pPr")))
    fresh.extend(words)
    paragraph.addnext(fresh)


def _move_paragraph(draft: Draft, edit: dict[str, Any]) -> None:
    paragraph_of(draft.control(edit["to"])).addnext(paragraph_of(draft.control(edit["claim"])))


def _move_note(draft: Draft, edit: dict[str, Any]) -> None:
    call = draft.closing_call(edit["claim"])
    draft.words(edit["to"])[-1].addnext(call)


def _merge_paragraphs(draft: Draft, edit: dict[str, Any]) -> None:
    paragraph = paragraph_of(draft.control(edit["claim"]))
    before = paragraph.getprevious()
    before.append(text_run(" "))
    for each in list(paragraph):
        if each.tag != W + "pPr":
            before.append(each)
    paragraph.getparent().remove(paragraph)


def _split_paragraph(draft: Draft, edit: dict[str, Any]) -> None:
    words = draft.words(edit["claim"])
    paragraph = paragraph_of(words[0])
    fresh = etree.Element(W + "p")
    fresh.append(deepcopy(paragraph.find(W + "pPr")))
    fresh.extend([words[0], *list(words[0].itersiblings())])
    paragraph.addnext(fresh)


OPERATIONS: dict[str, Any] = {
    "replace": _replace,
    "replace-in-note": _replace_in_note,
    "replace-in-letter": _replace_in_letter,
    "insert-after": _insert_after,
    "insert-paragraph": _insert_paragraph,
    "delete-claim": _delete_claim,
    "delete-claim-keep-note": _delete_claim_keep_note,
    "delete-note": _delete_note,
    "delete-paragraph": _delete_paragraph,
    "move-claim": _move,
    "copy-claim": _copy,
    "move-claim-with-note": lambda draft, edit: _move(draft, edit, with_note=True),
    "copy-claim-with-note": lambda draft, edit: _copy(draft, edit, with_note=True),
    "move-claim-to-paragraph": _move_to_paragraph,
    "move-paragraph": _move_paragraph,
    "move-note": _move_note,
    "merge-paragraphs": _merge_paragraphs,
    "split-paragraph": _split_paragraph,
}


def number_in(identifier: str) -> int:
    """Return the number at the end of an edit's id."""
    found = re.search(r"(\d+)$", identifier)
    return int(found[1]) if found else 0
