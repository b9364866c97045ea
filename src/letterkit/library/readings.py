"""Remembers what was read out of archived documents, so that a long report is read once.

A reading is kept in the user's cache folder under the digest of the document and of all that reads it, with a
check sum of its own; another user's is not believed.  Without a cache, or with a damaged one, the answer is
the same and takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from letterkit.archive import Work
from letterkit.archive.reading.carry import packed, unpacked
from letterkit.library.disk.cache import code, folder, keep, kept

_SMALL = 4096  # bytes; to read so few takes no longer than to look them up


def remembered(document: bytes, kind: str | None = None) -> Mapping[str | None, Work]:
    """Return the works of a document by their item, from the cache where they are known.

    Raises LetterkitError as `read` does; what cannot be read is not remembered.
    """
    found = _remembered(_path(document, kind))
    if not found:
        from letterkit.archive import read

        found = read(document, kind)
        if len(document) >= _SMALL:
            remember(document, kind, found)
    return _by_item(found)


def remember(document: bytes, kind: str | None, works: list[Work]) -> None:
    """Keep what was read in a document, in place of what other versions have read."""
    path = _path(document, kind)
    if path is not None:
        keep(path, code("archive"), packed(works).encode())


def _remembered(path: Path | None) -> list[Work]:
    """Return the works of a kept reading, none when there is no such reading or a damaged one."""
    data = kept(path, code("archive")) if path else None
    try:
        return unpacked(data.decode()) if data else []
    except (ValueError, LookupError, TypeError, AttributeError):
        return []


def _path(document: bytes, kind: str | None) -> Path | None:
    readings = folder("readings")
    return readings and readings / f"{sha256(document).hexdigest()}-{kind}.json"


def _by_item(works: Iterable[Work]) -> Mapping[str | None, Work]:
    found: dict[str | None, Work] = {}
    for work in works:
        found.setdefault(work.item, work)
    return found
