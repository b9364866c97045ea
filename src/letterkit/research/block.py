"""Turns a candidate into the keys of a claim, prefilled, and into a YAML block that a person edits."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from letterkit.checks.words import stems
from letterkit.library.claims.text import claim_text
from letterkit.library.intake.ids import slug
from letterkit.library.model import NEEDS_NO_SPEAKER, Source
from letterkit.research.candidate import Candidate
from letterkit.research.time.timeline import Origin
from letterkit.research.wording import sentence

_LONGEST = 29
_WORDS = 4
_ORIGINS: Mapping[Origin, str] = {
    "before": "the day told of before this sentence: check it",
    "after": "the day told of after this sentence: check it",
    "war": "when the report says that the war was: check it",
}


def entry(candidate: Candidate, source: Source, taken: Collection[str]) -> dict[str, Any]:
    """Return a claim as far as it can be read out of the source; what it lacks is left for a person."""
    name = candidate.speaker.name.replace("'", "’")
    speaker = name or None
    if candidate.speaker.own and candidate.certainty in NEEDS_NO_SPEAKER[2:]:
        speaker = None
    return {
        "id": claim_id(candidate, source, taken),
        "claim": sentence(
            candidate.quotes[0],
            candidate.sentence,
            candidate.speaker,
            source.own_day,
            candidate.when,
        ),
        "quotes": list(candidate.quotes),
        "topics": list(candidate.topics),
        "role": candidate.role,
        "parties": list(candidate.parties),
        "party_from": candidate.party_from if candidate.party_from == "heading" else None,
        "happened": candidate.when.text if candidate.when else None,
        "place": candidate.place.replace("'", "’") if candidate.place else None,
        "certainty": candidate.certainty,
        "attributed_to": speaker,
        "figures": [
            {"value": figure.value, "unit": figure.unit, "qualifier": figure.qualifier}
            for figure in candidate.figures
        ],
    }


def block(candidate: Candidate, source: Source, taken: Collection[str]) -> str:
    """Return the claim as an item of a list, with remarks where a person must look."""
    return claim_text(entry(candidate, source, taken), _remarks(candidate))


def _remarks(candidate: Candidate) -> Mapping[str, str]:
    remarks = {}
    if candidate.speaker.role:
        remarks["attributed_to"] = candidate.speaker.role.replace("'", "’")
    if candidate.when_from:
        remarks["happened"] = _ORIGINS[candidate.when_from]
    if not candidate.topics:
        remarks["topics"] = "choose: no topic of the library is near"
    if candidate.certainty == "forecast":
        remarks["certainty"] = "a forecast is never cited"
    return remarks


def claim_id(candidate: Candidate, source: Source, taken: Collection[str]) -> str:
    """Return an id that nothing bears yet: the place, then words and numbers of the sentence."""
    own = stems(source.publisher or "") | stems(candidate.place or "")
    words = re.findall(r"[\w-]*\w", re.sub(r"'s?\b|(?<=\d),(?=\d)", "", candidate.sentence.text))
    telling = [word for word in words if word[0].isdigit() or stems(word) - own]
    parts = [slug(each) for each in ([candidate.place] if candidate.place else []) + telling]
    chosen = list(dict.fromkeys(part for part in parts if part))[:_WORDS]
    while len(chosen) > 1 and len("-".join(chosen)) > _LONGEST:
        chosen.pop()
    name = "-".join(chosen)[:_LONGEST].strip("-") or "claim"
    return _free(name if len(name) >= 3 else f"claim-{name}", taken)


def _free(name: str, taken: Collection[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name[: _LONGEST - 1 - len(str(number))].rstrip('-')}-{number}"
    return found
