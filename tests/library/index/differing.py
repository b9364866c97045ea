"""Compares a library out of its index with the same library out of its YAML, in everything that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from letterkit.library.links import Links
from letterkit.library.load import load, read
from letterkit.library.store import KINDS, Library, Origin

DEEPER = ("nothing", 7)


def differences(one: Library, other: Library) -> list[str]:
    """Return what two libraries answer differently."""
    return [what for what, a, b in _answers(one, other) if a != b]


def compared(root: Path, starter: Path | None = None) -> list[str]:
    """Return what `load`, with or without an index, answers differently from the YAML."""
    library, findings = load(root, starter, lambda _: ())
    truth, said = read(root, starter)
    return [*differences(library, truth), *(["findings"] if findings != said else [])]


def _answers(one: Library, other: Library) -> Iterator[tuple[str, Any, Any]]:
    for kind in (*KINDS, "uncited"):
        a: dict[str, Any] = dict(getattr(one, kind))
        b: dict[str, Any] = dict(getattr(other, kind))
        yield kind, list(a.items()), list(b.items())
        yield f"{kind}: repr", repr(list(a.values())), repr(list(b.values()))
        yield f"{kind}: size", len(getattr(one, kind)), len(b)
    for name in ("name", "digest", "starter_digest", "borrowed"):
        yield name, getattr(one, name), getattr(other, name)
    for table in fields(Links):
        a, b = dict(getattr(one.links, table.name)), dict(getattr(other.links, table.name))
        yield f"links: {table.name}", a, b
    topics = {topic for claim in other.claims.values() for topic in claim.topics}
    for topic in topics:
        yield f"about {topic}", one.about([topic]), other.about([topic])
    yield "origins", set(one.origins), set(other.origins)
    for key, origin in other.origins.items():
        yield f"places of {key}", _places(one.origins[key], origin), _places(origin, origin)


def _places(origin: Origin, truth: Origin) -> list[str]:
    """Return the places of every value of an entry, of its file's head, and of what is not there."""
    own = [path[len(truth.path) :] for path in truth.lines.lines if path[: len(truth.path)] == truth.path]
    return [
        *(str(origin.place(*path)) for path in [*own, DEEPER]),
        str(origin.lines.line(("source",))),
        str(origin.lines.line(("claims",))),
    ]
