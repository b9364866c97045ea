"""What the templates of a letter can speak of, as plain data without methods that reach further."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from letterkit.drafting import ending
from letterkit.drafting.address import Address
from letterkit.drafting.brief import Brief, lookup
from letterkit.drafting.standing import standing
from letterkit.drafting.values import Selection
from letterkit.errors import LetterkitError
from letterkit.letter.model import Claim, Text
from letterkit.library import edtf
from letterkit.library.model.record import Model
from letterkit.library.store import Library

REPLY_DAYS = 21  # what a company gets to answer a request for information


def words_for(library: Library, brief: Brief, selection: Selection, to: Address) -> dict[str, Any]:
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
