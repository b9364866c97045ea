"""Finds where new claims belong among those of their source, and makes the file that holds them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from letterkit.errors import LetterkitError
from letterkit.library.claims.file import New, new_file, with_claims
from letterkit.library.model import Claim
from letterkit.library.originals import Originals
from letterkit.library.store import Library

Position = tuple[int, int]


@dataclass(frozen=True)
class Change:
    """The file of a source's claims as it is to be written, and the bytes it had when it was read."""

    path: Path
    data: bytes
    before: bytes | None

    def must_be_unchanged(self) -> None:
        """Raise LetterkitError when the file is no longer what it was: somebody is editing it."""
        if _bytes(self.path) != self.before:
            raise LetterkitError(
                f"{self.path} has changed in the meantime", "run the command again; nothing was written"
            )


def added(
    library: Library, originals: Originals, source: str, claims: Sequence[Claim], texts: Mapping[str, str]
) -> Change:
    """Return the change that puts claims into their source's file, in the order of the source.

    Raises LetterkitError where the file cannot be read, or takes no line between its claims.
    """
    standing = library.resting_on(source)
    path = library.root / (_file(library, standing) or f"facts/claims/{source}.yaml")
    before = _bytes(path)
    ordered = sorted(claims, key=lambda claim: position(library, originals, claim) or (0, 0))
    if before is None:
        return Change(path, new_file(source, [texts[claim.id] for claim in ordered]).encode(), None)
    places = [position(library, originals, claim) for claim in standing]
    news = [New(texts[claim.id], _slot(places, position(library, originals, claim))) for claim in ordered]
    name = path.relative_to(library.root).as_posix()
    marked = before.startswith(b"\xef\xbb\xbf")
    text = with_claims(_text(before, name), name, news)
    return Change(path, text.encode("utf-8-sig" if marked else "utf-8"), before)


def position(library: Library, originals: Originals, claim: Claim) -> Position | None:
    """Return where in its source a claim stands, by the longest of its quotes that is found."""
    source = library.sources.get(claim.source)
    for quote in sorted(claim.quotes, key=len, reverse=True):
        passage = originals.verdict(source, quote).passage
        if passage:
            return passage.block, passage.start
    return None


def _slot(places: Sequence[Position | None], new: Position | None) -> int:
    """Return before which claim a new one belongs: the last place with the fewest on the wrong side."""
    if new is None:
        return len(places)
    wrong = sum(place is not None and place <= new for place in places)
    best, slot = wrong, 0
    for number, place in enumerate(places):
        if place is not None:
            wrong += 1 if place > new else -1
        if wrong <= best:
            best, slot = wrong, number + 1
    return slot


def _file(library: Library, standing: Sequence[Claim]) -> str | None:
    origins = (library.origins.get(("claims", claim.id)) for claim in standing)
    return next((origin.file for origin in origins if origin), None)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LetterkitError(f"{path} cannot be read: {error.strerror}", "check the file's rights") from error


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LetterkitError(f"{name} is not UTF-8", "save the file as UTF-8") from error
