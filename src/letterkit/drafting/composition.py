"""From a selection to a letter: render the templates, set notes, address, close and record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from letterkit.drafting import ending, review
from letterkit.drafting.address import Address, address
from letterkit.drafting.brief import Brief, lookup
from letterkit.drafting.notes import Annotator, Use
from letterkit.drafting.standing import standing
from letterkit.drafting.templates import Templates
from letterkit.drafting.values import Deferred, LeftOut, Selection
from letterkit.errors import LetterkitError
from letterkit.findings import Finding
from letterkit.letter.markup import Slots, as_inline, parse, parse_line
from letterkit.letter.model import Block, Claim, Inline, Letter, Line, ListBlock, Text
from letterkit.library import edtf
from letterkit.library.csl import csl
from letterkit.library.load import Library
from letterkit.library.record import Model

_Part = TypeVar("_Part")
REPLY_DAYS = 21  # what a company gets to answer a request for information
_DATE = re.compile(rf"\b(?:{'|'.join(edtf.MONTHS)}) \d{{1,2}}(?:–\d{{1,2}})?(?:, \d{{4}})?\b")


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
    words = _words(library, brief, selection, to)
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
        letterhead=tuple(_line(text) for text in (brief.sender.name, *brief.sender.address)),
        date=_line(edtf.long_date(brief.date)),
        delivery=_line(brief.recipient.delivery or ""),
        addressees=tuple(tuple(_line(text) for text in block) for block in to.blocks),
        subject=_typeset(subject),
        salutation=_line(to.salutation),
        body=tuple(_typeset_block(block) for block in body),
        close=_line(brief.form.close),
        signatures=tuple(tuple(_line(text) for text in block) for block in ending.signatures(brief.sender)),
        enclosures=tuple(map(_line, ending.enclosures((*brief.sender.enclosures, *brief.enclosures)))),
        copies=tuple(map(_line, ending.copies((*brief.sender.copies, *brief.copies)))),
        notes=tuple(replace(note, content=_typeset(note.content)) for note in annotator.notes),
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


def _words(library: Library, brief: Brief, selection: Selection, to: Address) -> dict[str, Any]:
    """Return what templates can speak of, as plain data without methods that reach further."""
    audience, phase = brief.recipient.audience, brief.topic.phase(brief.date)
    wordings = brief.topic.wording.get(phase) or brief.topic.wording.get("always") or {}
    wording = wordings.get(audience) or wordings.get("any")
    at_occasion = wording.at_occasion if wording and brief.occasion else None
    if wording is None:
        raise LetterkitError(
            f"topic '{brief.topic.id}' has no wording for {audience} in the phase '{phase}'",
            f"add wording: {phase}: {audience}: in facts/topics/{brief.topic.id}.yaml",
        )
    sections = _sections(library, brief, selection)
    concerned = [code for ask in selection.asks for code in ask.committees]
    return {
        "audience": audience,
        "audience_template": f"{audience}.md.j2",
        "phase": phase,
        "date": edtf.long_date(brief.date),
        "reply_by": edtf.long_date(_reply_by(brief.date)),
        "recipient": view(brief.recipient) | standing(library, brief.recipient, brief.date, concerned),
        "holder": view(to.holder) if to.holder else None,
        "sender": view(brief.sender) | {"joined_by": ending.counted(brief.sender.coalition)},
        "remarks": list(brief.remarks),
        "occasion": _occasion(brief, to),
        "topic": view(brief.topic),
        "request": view(at_occasion or wording),
        "parties": [view(lookup(library.parties, name, "party")) for name in brief.topic.parties],
        "sections": sections,
        "asks": [view(ask) for ask in selection.asks],
    }


def _reply_by(day: date) -> date:
    return day + timedelta(days=REPLY_DAYS) if date.max - day > timedelta(days=REPLY_DAYS) else date.max


def _sections(library: Library, brief: Brief, selection: Selection) -> list[dict[str, Any]]:
    """Return the plan's sections.

    `first`, `last` and `several` place one among those of its block, `sides` counts the parties that these
    hold responsible; `own` is the first of them where it concerns the addressee's own country.
    """
    # A slot without roles is a block of the template's own; one that found no claims is left out.
    printed = [section for section in selection.sections if section.claims or not section.slot.roles]
    slots = [section.slot for section in printed]
    filled = [slot.block for slot in slots]
    parties = library.parties
    own = {name for name, party in parties.items() if party.name == brief.recipient.country}
    sections = []
    for number, section in enumerate(printed):
        block = section.slot.block
        party = parties.get(section.slot.party or "")
        sections.append(
            {
                "block": block,
                "party": view(party) if party else None,
                "claims": [Claim(claim.id, (Text(claim.claim),)) for claim in section.claims],
                "first": block not in filled[:number],
                "last": block not in filled[number + 1 :],
                "several": filled.count(block) > 1,
                "own": block not in filled[:number] and bool(own & {section.slot.party, *section.slot.about}),
                "sides": len({slot.party for slot in slots if slot.block == block and slot.party in parties}),
                "joins": section.slot.joins and number > 0 and filled[number - 1] != "opening",
            }
        )
    return sections


def _occasion(brief: Brief, to: Address) -> dict[str, Any] | None:
    """Return the occasion with its day in words; the addressee is no `principal` beside himself."""
    occasion = brief.occasion
    if occasion is None:
        return None
    own = to.holder and f" {occasion.principal}".endswith(f" {to.holder.surname}")
    principal = None if own else occasion.principal
    return {**view(occasion), "day": edtf.long_date(occasion.date), "principal": principal}


def view(value: Any) -> Any:
    """Return a value of the store as plain data for templates, with every key present."""
    if isinstance(value, Model):
        return {name: view(getattr(value, name)) for name in value.fields}
    if isinstance(value, Mapping):
        return {str(key): view(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [view(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


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


def _line(text: str) -> Line:
    return (as_inline(_bind(text)),) if text else ()


def _bind(text: str) -> str:
    """Join month, day and year so that a line never breaks inside a date."""
    return _DATE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def _typeset(content: Line) -> Line:
    return tuple(_typeset_inline(part) for part in content)


def _typeset_inline(part: Inline) -> Inline:
    return (
        replace(part, children=tuple(map(_typeset_text, part.children)))
        if isinstance(part, Claim)
        else _typeset_text(part)
    )


def _typeset_text(part: _Part) -> _Part:
    return replace(part, text=_bind(part.text)) if isinstance(part, Text) else part


def _typeset_block(block: Block) -> Block:
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(_typeset(item) for item in block.items))
    return replace(block, content=_typeset(block.content))
