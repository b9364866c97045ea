"""From a selection to a letter: render the templates, set notes, address, close and record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from letterkit.drafting import ending, review
from letterkit.drafting.address import address
from letterkit.drafting.brief import Brief
from letterkit.drafting.notes import Annotator, Use
from letterkit.drafting.templates import Templates
from letterkit.drafting.typeset import line_of, set_block, set_line
from letterkit.drafting.values import Deferred, LeftOut, Selection
from letterkit.drafting.words import words_for
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.letter.markup import Slots, parse, parse_line
from letterkit.letter.model import Block, Letter, Line
from letterkit.library import edtf
from letterkit.library.csl.export import csl
from letterkit.library.store import Library


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted letter with what it rests on; `findings` are what composing it brought up."""

    brief: Brief
    letter: Letter
    uses: tuple[Use, ...]
    left_out: Iterable[LeftOut]
    selection: Selection
    findings: tuple[Finding, ...]


def compose(library: Library, brief: Brief, selection: Selection, templates: Templates) -> Draft:
    """Make the letter; raises LetterkitError when a template cannot be rendered."""
    to, findings = address(brief)
    findings += ending.twice(brief.sender)
    words = words_for(library, brief, selection, to)
    name = _template(brief, templates)
    subject = _subject(templates, name, words)
    annotator = Annotator(library, selection.rivals)
    body = annotator.body(_body(templates, name, words))
    placed = {use.id for use in annotator.uses}
    unplaced = [
        LeftOut(claim.id, "no template block prints its slot")
        for claim in selection.claims()
        if claim.id not in placed
    ]
    letter = Letter(
        letterhead=tuple(line_of(text) for text in (brief.sender.name, *brief.sender.address)),
        date=line_of(edtf.long_date(brief.date)),
        delivery=line_of(brief.recipient.delivery or ""),
        addressees=tuple(tuple(line_of(text) for text in block) for block in to.blocks),
        subject=set_line(subject),
        salutation=line_of(to.salutation),
        body=tuple(set_block(block) for block in body),
        close=line_of(brief.form.close),
        signatures=tuple(tuple(line_of(text) for text in block) for block in ending.signatures(brief.sender)),
        enclosures=tuple(map(line_of, ending.enclosures((*brief.sender.enclosures, *brief.enclosures)))),
        copies=tuple(map(line_of, ending.copies((*brief.sender.copies, *brief.copies)))),
        notes=tuple(replace(note, content=set_line(note.content)) for note in annotator.notes),
        notes_kind=brief.notes_kind,
        running=(to.running, edtf.long_date(brief.date)),
    )
    letter = replace(letter, record=_record(library, brief, annotator))
    left_out = Deferred(lambda: (*selection.left_out, *unplaced))
    return Draft(brief, letter, tuple(annotator.uses), left_out, selection, tuple(findings))


def _template(brief: Brief, templates: Templates) -> str:
    for name in (f"topics/{brief.topic.id}.md.j2", f"{brief.recipient.audience}.md.j2", "letter.md.j2"):
        if templates.has(name):
            return name
    raise LetterkitError("templates/letters/letter.md.j2 is missing", "install letterkit again")


def _subject(templates: Templates, name: str, words: Mapping[str, Any]) -> Line:
    slots = Slots()
    text = templates.render(name, {**words, "part": "subject"}, slots)
    try:
        return parse_line(" ".join(text.split()), slots)
    except ValueError as error:
        raise LetterkitError(
            f"templates/letters/{name}: the block 'subject' must give one line", "mend the template"
        ) from error


def _body(templates: Templates, name: str, words: Mapping[str, Any]) -> tuple[Block, ...]:
    slots = Slots()
    text = templates.render(name, {**words, "part": "body"}, slots)
    try:
        return parse(text, slots)
    except ValueError as error:
        raise LetterkitError(f"templates/letters/{name}: {error}", "mend the template") from error


def _record(library: Library, brief: Brief, annotator: Annotator) -> dict[str, Any]:
    """Return what travels with the file: public facts only, no paths, no names of staff."""
    return {
        "letterkit": 1,
        "brief": brief.as_json(),
        "library": {"name": library.name, "digest": library.whole_digest},
        "claims": [
            {"id": use.id, "use": use.use, "note": use.note, "text": use.text} for use in annotator.uses
        ],
        "csl": [csl(library.sources[name]) for name in annotator.cited],
        "review": review.notes(library, dict.fromkeys(use.id for use in annotator.uses)),
    }
