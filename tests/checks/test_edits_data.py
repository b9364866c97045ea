"""The labelled edits themselves: complete, unambiguous, and about words that the frozen letters have."""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import etree

HERE = Path(__file__).resolve().parent / "edits"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = {
    "figures",
    "swaps",
    "dates",
    "names",
    "parties",
    "qualifiers",
    "hedges",
    "negations",
    "verbs",
    "designations",
    "intent-and-labels",
    "structure",
    "unsourced",
    "harmless",
}
ALTERING = KINDS - {"structure", "unsourced", "harmless"}
STATUSES = {"intact", "reworded", "altered", "removed", "uncited"}
NEEDED = {"id", "letter", "claim", "replace", "with", "operation", "expect", "severity", "why"}
OPTIONAL = {"after", "to", "before-call", "note", "others", "like"}
REPLACING = {"replace", "replace-in-note", "replace-in-letter"}
TYPING = {"insert-after", "insert-paragraph"}
GOING_SOMEWHERE = {
    "move-claim",
    "move-claim-with-note",
    "move-claim-to-paragraph",
    "move-paragraph",
    "copy-claim",
    "copy-claim-with-note",
    "move-note",
}
STAYING = {
    "delete-claim",
    "delete-note",
    "delete-claim-keep-note",
    "delete-paragraph",
    "merge-paragraphs",
    "split-paragraph",
}

FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("*.yaml"))}
EDITS = [edit for content in FILES.values() for edit in content["edits"]]
each_kind = pytest.mark.parametrize("kind", sorted(KINDS))


def _text(element: etree._Element) -> str:
    return "".join(word.text or "" for word in element.iter(WORD + "t")).replace("\N{NO-BREAK SPACE}", " ")


@cache
def _part(letter: str, name: str) -> etree._Element:
    with zipfile.ZipFile(HERE / "letters" / f"{letter}.docx") as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


@cache
def _claims(letter: str) -> dict[str, str]:
    """Return the words of each claim of a frozen letter, out of its content controls, by id."""
    found = {}
    for control in _part(letter, "document").iter(WORD + "sdt"):
        tag = control.find(f"{WORD}sdtPr/{WORD}tag")
        if tag is not None and tag.get(WORD + "val").startswith("fact:"):
            found[tag.get(WORD + "val").removeprefix("fact:")] = _text(control)
    return found


def _note(letter: str, number: int) -> str:
    notes = _part(letter, "footnotes").iter(WORD + "footnote")
    return next(_text(note) for note in notes if note.get(WORD + "id") == str(number))


def _outside_claims(letter: str) -> str:
    """Return the letter's text, a line for each paragraph, without the words of its claims."""
    lines = []
    for paragraph in deepcopy(_part(letter, "document")).iter(WORD + "p"):
        for control in paragraph.findall(WORD + "sdt"):
            paragraph.remove(control)
        lines.append(_text(paragraph))
    return "\n".join(lines)


def test_every_kind_has_its_file_and_says_so() -> None:
    assert set(FILES) == KINDS
    assert {content["kind"] for content in FILES.values()} == KINDS


def test_every_file_says_how_its_edits_were_judged() -> None:
    for kind in KINDS:
        head = (HERE / f"{kind}.yaml").read_text("utf-8").split("kind:")[0]
        assert head.startswith("# ")
        assert "How I judged" in head


def test_there_are_enough_of_each_kind() -> None:
    assert len(EDITS) >= 220
    assert len(FILES["harmless"]["edits"]) >= 40
    assert min(len(content["edits"]) for content in FILES.values()) >= 15


def test_no_two_edits_share_an_id_or_do_the_same() -> None:
    assert len({edit["id"] for edit in EDITS}) == len(EDITS)
    done = [
        (edit["letter"], edit["claim"], edit["operation"], edit["replace"], edit["with"], edit.get("to"))
        for edit in EDITS
    ]
    assert len(set(done)) == len(done)


def test_every_letter_and_every_claim_is_edited() -> None:
    letters = {path.stem for path in (HERE / "letters").glob("*.docx")}
    touched = {(edit["letter"], edit["claim"]) for edit in EDITS if edit["claim"]}
    assert touched == {(letter, claim) for letter in letters for claim in _claims(letter)}


def test_the_readme_counts_what_is_there() -> None:
    rows = re.findall(r"^\| ([a-z-]+) \| (\d+) \|", (HERE / "README.md").read_text("utf-8"), re.MULTILINE)
    assert {kind: int(count) for kind, count in rows} == {
        kind: len(content["edits"]) for kind, content in FILES.items()
    }


@each_kind
def test_an_edit_has_the_agreed_keys(kind: str) -> None:
    for edit in FILES[kind]["edits"]:
        assert NEEDED <= set(edit) <= NEEDED | OPTIONAL, edit["id"]
        assert edit["operation"] in REPLACING | TYPING | GOING_SOMEWHERE | STAYING, edit["id"]
        assert edit["expect"] in STATUSES | {"new-claim", "nothing"}, edit["id"]
        assert edit["severity"] in {"error", "warning", "none"}, edit["id"]
        assert edit["why"].endswith("."), edit["id"]


@each_kind
def test_the_words_to_replace_stand_there_exactly_once(kind: str) -> None:
    for edit in FILES[kind]["edits"]:
        if edit["operation"] == "replace":
            place = _claims(edit["letter"])[edit["claim"]]
        elif edit["operation"] == "replace-in-note":
            place = _note(edit["letter"], edit["note"])
        elif edit["operation"] == "replace-in-letter":
            place = _outside_claims(edit["letter"])
        else:
            assert edit["replace"] is None, edit["id"]
            continue
        assert place.count(edit["replace"]) == 1, edit["id"]
        assert edit["with"] is not None, edit["id"]
        assert edit["with"] != edit["replace"], edit["id"]


@each_kind
def test_every_claim_named_is_in_the_letter(kind: str) -> None:
    for edit in FILES[kind]["edits"]:
        others = edit.get("others", {})
        named = {edit["claim"], edit.get("after"), edit.get("to"), *others} - {None}
        assert named <= set(_claims(edit["letter"])), edit["id"]
        assert set(others.values()) <= STATUSES, edit["id"]
        assert edit["claim"] not in others, edit["id"]


@each_kind
def test_an_operation_has_what_it_needs(kind: str) -> None:
    for edit in FILES[kind]["edits"]:
        operation = edit["operation"]
        assert ("to" in edit) == (operation in GOING_SOMEWHERE), edit["id"]
        assert ("after" in edit) == (operation in TYPING), edit["id"]
        assert ("note" in edit) == (operation == "replace-in-note"), edit["id"]
        assert (edit["with"] is None) == (operation in GOING_SOMEWHERE | STAYING), edit["id"]
        assert (edit["claim"] is None) == (operation in TYPING | {"replace-in-letter"}), edit["id"]


@pytest.mark.parametrize("kind", sorted(ALTERING))
def test_what_alters_is_labelled_altered(kind: str) -> None:
    for edit in FILES[kind]["edits"]:
        assert edit["operation"] == "replace", edit["id"]
        assert edit["expect"] == "altered", edit["id"]
        assert edit["severity"] in {"error", "warning"}, edit["id"]


def test_what_is_harmless_gives_no_error_and_names_the_kind_it_resembles() -> None:
    for edit in FILES["harmless"]["edits"]:
        assert edit["operation"] == "replace", edit["id"]
        assert edit["expect"] in {"reworded", "intact"}, edit["id"]
        assert edit["severity"] == "none", edit["id"]
        assert edit["like"] in KINDS - {"harmless"}, edit["id"]


def test_a_new_sentence_is_a_new_claim_or_nothing() -> None:
    for edit in FILES["unsourced"]["edits"]:
        assert edit["expect"] in {"new-claim", "nothing"}, edit["id"]
        assert (edit["severity"] == "none") == (edit["expect"] == "nothing"), edit["id"]


def test_a_claim_without_its_note_is_an_error() -> None:
    for edit in FILES["structure"]["edits"]:
        statuses = {edit["expect"], *edit.get("others", {}).values()}
        assert statuses <= STATUSES, edit["id"]
        assert "uncited" not in statuses or edit["severity"] == "error", edit["id"]
