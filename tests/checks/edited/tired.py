"""What tired staff do to a letter in Word: several edits at once, words across the marks, things pasted and typed over."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from tests.checks.edited.applied import (
    OPERATIONS,
    Draft,
    W,
    drop_call,
    is_call,
    substitute,
    text_run,
)

Step = Callable[[Draft], None]


def words(claim: str, old: str, new: str) -> Step:
    """Type over words of a claim."""
    return lambda draft: substitute(list(draft.control(claim).iter(W + "t")), old, new)


def hinge(old: str, new: str) -> Step:
    """Type over words that belong to no claim."""
    return lambda draft: OPERATIONS["replace-in-letter"](draft, {"replace": old, "with": new})


def note(number: int, old: str, new: str) -> Step:
    """Type over words of a note."""
    return lambda draft: OPERATIONS["replace-in-note"](draft, {"note": number, "replace": old, "with": new})


def whole_note(number: int, text: str) -> Step:
    """Type over a whole note."""

    def typed(draft: Draft) -> None:
        found = next(each for each in draft.notes if each.get(W + "id") == str(number))
        texts = list(found.iter(W + "t"))
        for each in texts:
            each.text = ""
        texts[0].text = text

    return typed


def do(operation: str, claim: str, **more: Any) -> Step:
    """Do one of the operations of the labelled edits."""
    return lambda draft: OPERATIONS[operation](draft, {"claim": claim, **more})


def between(claim: str, text: str) -> Step:
    """Put words in the place of the space behind a claim."""

    def typed(draft: Draft) -> None:
        following = draft.words(claim)[-1].getnext()
        while following is not None and is_call(following):
            following = following.getnext()
        found = following.find(W + "t")
        assert found.text == " "
        found.text = text

    return typed


def behind(claim: str, text: str) -> Step:
    """Type words behind a claim and the call there, without a space."""

    def typed(draft: Draft) -> None:
        end = draft.words(claim)[-1]
        call = draft.call_behind(end)
        (end if call is None else call).addnext(text_run(text))

    return typed


def before(claim: str, text: str) -> Step:
    """Type words directly before a claim."""
    return lambda draft: draft.words(claim)[0].addprevious(text_run(text))


def without_call(claim: str) -> Step:
    """Delete the call behind a claim, and its note."""
    return lambda draft: drop_call(draft, draft.closing_call(claim))


def new_paragraph(behind_claim: str, text: str) -> Step:
    """Paste a paragraph."""
    return lambda draft: OPERATIONS["insert-paragraph"](draft, {"after": behind_claim, "with": text})


def unmarked(claim: str) -> Step:
    """Take the marks away and leave the words, as when a sentence is cut and pasted as plain text."""

    def pasted(draft: Draft) -> None:
        start, control, end = draft.words(claim)
        text = "".join(each.text or "" for each in control.iter(W + "t"))
        control.addprevious(text_run(text))
        for each in (start, control, end):
            each.getparent().remove(each)

    return pasted


def copied_call(claim: str, to: str) -> Step:
    """Put a second call of the same note behind another claim."""

    def put(draft: Draft) -> None:
        call = deepcopy(draft.closing_call(claim))
        draft.words(to)[-1].addnext(call)

    return put


def moved_call(claim: str, to: str) -> Step:
    """Move the call that closes a claim's run behind another claim, of another paragraph too."""
    return lambda draft: draft.words(to)[-1].addnext(draft.closing_call(claim))


def paragraph_gone(claim: str) -> Step:
    """Delete the paragraph of a claim and leave nothing of it, its notes neither."""
    return do("delete-paragraph", claim)


def line(old: str, new: str) -> Step:
    """Type over words of the head or the foot of the letter, which may run over several runs."""

    def typed(draft: Draft) -> None:
        for paragraph in draft.document.iter(W + "p"):
            texts = list(paragraph.iter(W + "t"))
            whole = "".join(each.text or "" for each in texts).replace("\u00a0", " ")
            if whole.count(old) == 1:
                substitute(texts, old, new)
                if not "".join(each.text or "" for each in texts).strip():
                    paragraph.getparent().remove(paragraph)
                return
        raise AssertionError(old)

    return typed
