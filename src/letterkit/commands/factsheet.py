"""All about one claim: its quotes in their places, its source, its chains, both sides of a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from letterkit.archive import Verdict, explain
from letterkit.commands.views import claims_as_json, echo_lines
from letterkit.library.asof import inadmissible, known_from, successors
from letterkit.library.disk.files import second_reading
from letterkit.library.model import Claim, Figure, Source, as_plain
from letterkit.library.originals import Originals
from letterkit.library.store import Library

Lines = Iterator[tuple[str, str]]


def as_json(library: Library, claim: Claim, originals: Originals, day: date) -> dict[str, Any]:
    """Return the claim as `facts list --json` has it, with everything else that the store knows of it."""
    row = claims_as_json(library, [claim], day)[0]
    rest = {key: value for key, value in as_plain(claim).items() if key not in row}
    others = claims_as_json(library, _rivals(library, claim), day)
    return {
        **row,
        **rest,
        "second_reading": second_reading(library.root).get(claim.id),
        "places": [_place(verdict) for verdict in _verdicts(library, claim, originals)],
        "reason": inadmissible(library, day).get(claim.id),
        "conflicts": [
            {key: other[key] for key in ("id", "claim", "source", "admissible")} for other in others
        ],
    }


def echo_sheet(library: Library, claim: Claim, originals: Originals, day: date) -> None:
    """Print the claim for a reader who checks it."""
    click.echo(f"{claim.id}\n\n{claim.claim}\n")
    echo_lines(_facts(library, claim, day))
    click.echo()
    echo_lines(_quotes(library, claim, originals))
    click.echo()
    echo_lines(_source(library, claim))
    rivals = list(_rivals(library, claim))
    if rivals:
        click.echo("\nAccounts differ; no letter cites one as if the other did not exist:")
        for side in (claim, *rivals):
            click.echo(f"\n  {side.id}: {side.claim}")
            echo_lines((f"    {label}", text) for label, text in _source(library, side))


def _facts(library: Library, claim: Claim, day: date) -> Lines:
    yield "follow", claim.follow or ""
    yield "role", claim.role
    yield "certainty", claim.certainty
    yield "", ""
    yield "parts", ", ".join(f"{part} {value}" for part, value in claim.component_certainty.items())
    yield "attributed to", claim.attributed_to or ""
    named = ", ".join(claim.parties) or "nobody named"
    yield "parties", f"{named} (by the heading above)" if claim.party_from == "heading" else named
    yield "happened", ", ".join(filter(None, (claim.happened.text if claim.happened else "", claim.place)))
    yield "figures", "; ".join(_figure(figure) for figure in claim.figures)
    yield "topics", ", ".join(claim.topics)
    yield (
        "sensitivity",
        ", ".join(f"{key} {value}" for key, value in as_plain(claim.sensitivity).items() if value),
    )
    yield from (("persons", _person(person)) for person in as_plain(claim.persons))
    yield "note", claim.note or ""
    yield from _standing(library, claim, day)


def _standing(library: Library, claim: Claim, day: date) -> Lines:
    yield "known from", str(known_from(library, claim))
    yield "valid until", str(claim.valid_until or "")
    yield "second reading", _second_reading(library, claim)
    overdue = ", overdue" if claim.review_by and claim.review_by < day else ""
    yield "review by", f"{claim.review_by}{overdue}" if claim.review_by else ""
    yield "admissible", inadmissible(library, day).get(claim.id, "yes")
    yield from (("supersedes", _other(library, name)) for name in sorted(_earlier(library, claim)))
    later = successors(library).get(claim.id, frozenset())
    yield from (("superseded by", _other(library, name)) for name in sorted(later))
    twins = library.links.twins.get(claim.id, ())
    yield from (("same as", _other(library, name)) for name in sorted(twins))


def _quotes(library: Library, claim: Claim, originals: Originals) -> Lines:
    for number, verdict in enumerate(_verdicts(library, claim, originals), 1):
        yield f"quote {number}", f"“{verdict.quote}”"
        passage = verdict.passage
        if passage is None:
            yield "", ". ".join(explain(verdict))
            continue
        yield "  under", passage.heading or ""
        yield "  stands in", passage.context


def _source(library: Library, claim: Claim) -> Lines:
    source = library.sources.get(claim.source)
    yield "source", claim.source
    if source:
        yield "title", source.title
        yield "publisher", f"{source.by}, {_dates(source)}"
        yield "address", source.url or ""


def _dates(source: Source) -> str:
    if source.issued is None:
        return f"{source.dated or 'undated'} (no date of publication)"
    return f"{source.dated or source.issued_text} (published {source.issued_text})"


def _verdicts(library: Library, claim: Claim, originals: Originals) -> list[Verdict]:
    source = library.sources.get(claim.source)
    return [originals.verdict(source, quote) for quote in claim.quotes]


def _place(verdict: Verdict) -> dict[str, Any]:
    passage = verdict.passage
    return {
        "quote": verdict.quote,
        "status": str(verdict.status),
        "heading": passage.heading if passage else None,
        "context": passage.context if passage else None,
    }


def _rivals(library: Library, claim: Claim) -> Iterator[Claim]:
    names = (name for name in library.links.rivals.get(claim.id, ()) if name in library.claims)
    yield from (library.claims[name] for name in sorted(names, key=library.links.positions.__getitem__))


def _earlier(library: Library, claim: Claim) -> set[str]:
    found: set[str] = set()
    queue = list(claim.supersedes)
    while queue:
        name = queue.pop()
        if name not in found and name in library.claims:
            found.add(name)
            queue += library.claims[name].supersedes
    return found


def _second_reading(library: Library, claim: Claim) -> str:
    reading = second_reading(library.root).get(claim.id)
    if reading is None:
        return "none on record"
    return reading.get("reason") or "both readers agreed"


def _other(library: Library, name: str) -> str:
    other = library.claims.get(name)
    return f"{name} ({known_from(library, other)}): {other.claim}" if other else f"{name} (not in the store)"


def _figure(figure: Figure) -> str:
    return " ".join(filter(None, (figure.qualifier, f"{figure.value:,}", figure.unit)))


def _person(person: dict[str, Any]) -> str:
    name = person.pop("name")
    rest = "; ".join(f"{key} {value}" for key, value in person.items() if value)
    return f"{name} ({rest})" if rest else name
