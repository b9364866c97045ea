"""What a fact-checker wants to see beside a claim: as data for the record, and as the lines of a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from letterkit.letter.model import Line, Link, Text
from letterkit.library.edtf import parse, printed
from letterkit.library.model import Claim
from letterkit.library.store import Library

# What each certainty of the store says of the source, in plain words.
_CERTAINTIES = {
    "verified": "verified: the source says that it checked and confirmed this",
    "documented": "documented: the source states it flatly, as its own finding",
    "strong-evidence": "strong evidence: the source says that evidence strongly suggests this",
    "apparent": "apparent: the source says that it appears so, or is likely",
    "reported": "reported: the source passes on what others say",
    "testimony": "testimony: a witness or a victim told it",
    "estimated": "estimated: the source gives an estimate",
    "widely-believed": "widely believed: the source says no more than that many believe it",
    "unverified": "unverified: the source says that it could not confirm this",
    "background": "background: context that nobody contests",
    "legal-norm": "legal norm: what the law says",
    "legal-finding": "legal finding: how the source judges it in law",
    "opinion": "opinion: how the source, or a speaker in it, sees it",
    "call": "call: what the source demands",
    "forecast": "forecast: what the source expects, never to be cited",
}


def notes(library: Library, names: Iterable[str]) -> list[dict[str, Any]]:
    """Return the review note of each claim, in the order given, as plain data for the record."""
    return [_note(library, library.claims[name]) for name in names]


def _note(library: Library, claim: Claim) -> dict[str, Any]:
    source = library.sources[claim.source]
    return {
        "id": claim.id,
        "quotes": list(claim.quotes),
        "source": source.title,
        "publisher": source.by,
        "issued": source.issued_text,
        "url": source.url,
        "certainty": claim.certainty,
        "component_certainty": dict(claim.component_certainty),
        "attributed_to": claim.attributed_to,
        "supersedes": [_superseded(library, earlier) for earlier in _earlier(library, claim)],
    }


def _superseded(library: Library, claim: Claim) -> dict[str, Any]:
    source = library.sources[claim.source]
    return {"id": claim.id, "claim": claim.claim, "publisher": source.by, "issued": source.issued_text}


def _earlier(library: Library, claim: Claim) -> list[Claim]:
    """Return the claims that one supersedes, directly or through others, the nearest first."""
    found: dict[str, Claim] = {}
    queue = list(claim.supersedes)
    while queue:
        earlier = library.claims.get(queue.pop(0))
        if earlier is not None and earlier.id not in found and earlier.source in library.sources:
            found[earlier.id] = earlier
            queue += earlier.supersedes
    return list(found.values())


def comments(record: Mapping[str, Any]) -> dict[str, tuple[Line, ...]]:
    """Return the lines of the comment on each claim, by its id, out of a letter's record."""
    return {note["id"]: tuple(_lines(note)) for note in record.get("review", ())}


def _lines(note: Mapping[str, Any]) -> Iterator[Line]:
    yield _line("Claim", note["id"])
    yield from (_line("Quote", f"“{quote}”") for quote in note["quotes"])
    source = f"{note['publisher']}, “{note['source']},” published {_day(note['issued'])}"
    address = (Text(", "), Link(note["url"], (Text(note["url"]),))) if note["url"] else ()
    yield (*_line("Source", source), *address)
    yield _line("Certainty", _CERTAINTIES[note["certainty"]])
    parts = note["component_certainty"].items()
    yield from (_line(f"Certainty of the {part}", _CERTAINTIES[value]) for part, value in parts)
    yield _line("Who says so", note["attributed_to"] or note["publisher"])
    for earlier in note["supersedes"]:
        told = f"{earlier['publisher']}, {_day(earlier['issued'])}, claim {earlier['id']}"
        yield _line("Replaces", f"“{earlier['claim']}” ({told})")


def _line(label: str, text: str) -> Line:
    return Text(f"{label}: ", bold=True), Text(text)


def _day(text: str | None) -> str:
    return printed(parse(text)).replace(" ", "\u00a0") if text else "no date"
