"""A factual sentence with the quotes that carry it, and whom it can hold responsible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from letterkit.library.model.record import NOTHING, Model, key

if TYPE_CHECKING:
    from letterkit.library.model.typed import ClaimId, Day, Number, Prose, Slug, SpanField

Certainty = Literal[
    "verified", "documented", "strong-evidence", "apparent", "reported", "testimony", "estimated",
    "widely-believed", "unverified", "background", "legal-norm", "legal-finding", "opinion", "call",
    "forecast",
]  # fmt: skip
# How strongly a certainty asserts; what is not a matter of evidence stands with `documented`.
CERTAINTY_RANK: Mapping[str, int] = {
    "verified": 5, "documented": 4, "background": 4, "legal-norm": 4, "legal-finding": 4, "call": 4,
    "strong-evidence": 3, "apparent": 2, "opinion": 2, "reported": 1, "testimony": 1, "estimated": 1,
    "widely-believed": 1, "unverified": 0, "forecast": 0,
}  # fmt: skip
NEEDS_NO_SPEAKER = ("verified", "documented", "background", "legal-norm")
Role = Literal["context", "evidence", "pattern", "law", "call", "testimony", "response"]


class Figure(Model):
    """A number that a claim states, what it counts, and the words that limit it (`at least`)."""

    value: Number
    unit: str
    qualifier: str | None = None


class Sensitivity(Model):
    """What a reader or a person named could be harmed by; `graphic` from 0 (nothing) to 4 (gore)."""

    graphic: int = key(default=0, ge=0, le=4)
    privacy: bool = False
    minor: bool = False
    suicide: bool = False
    sexual: bool = False
    hate_speech: bool = False


class Person(Model):
    """Somebody named in a claim; a status is a dated fact."""

    name: str
    variants: tuple[str, ...] = ()
    pseudonym: bool = False
    minor: bool = False
    status: str | None = None
    status_as_of: Day | None = None
    role: str | None = None
    note: str | None = None


class Claim(Model):
    """One factual sentence in our own words, and the quotes that carry it.  `source` is set by the loader."""

    id: ClaimId
    source: str
    claim: Prose
    follow: Prose | None = None
    quotes: tuple[Prose, ...] = key(min_length=1)
    topics: tuple[Slug, ...] = key(min_length=1)
    role: Role
    parties: tuple[Slug, ...]
    party_from: Literal["sentence", "heading"] = "sentence"
    happened: SpanField | None = None
    place: str | None = None
    certainty: Certainty
    component_certainty: Mapping[str, Certainty] = NOTHING
    attributed_to: str | None = None
    figures: tuple[Figure, ...] = ()
    sensitivity: Sensitivity = Sensitivity()
    supersedes: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    lead_in: str | None = None
    pair: str | None = None
    valid_until: Day | None = None
    review_by: Day | None = None
    persons: tuple[Person, ...] = ()
    note: str | None = None
    weight: int = key(default=1, ge=0, le=3)  # 0: only where `--include` asks for it


class Uncited(Model):
    """A passage that no claim rests on, and why."""

    quote: Prose
    reason: Prose


class Party(Model):
    """Whom a sentence can hold responsible: `name` as letters print it, `forms` as sources name it."""

    id: Slug
    name: str
    adjective: str | None = None
    people: str | None = None
    forms: tuple[str, ...] = ()
