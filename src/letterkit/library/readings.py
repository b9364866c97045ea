"""Remembers what was read out of archived documents, so that a long report is read once.

A reading is kept in the user's cache folder under the digest of the document and of all that reads it, with a
check sum of its own.  Without a cache, or with a damaged one, the answer is the same and takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from letterkit.archive import Work
from letterkit.archive.reading.carry import packed, unpacked
from letterkit.library.disk.cache import code, folder, replacing

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
    if path is None:
        return
    data = packed(works).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as stream:
            stream.write(f"{crc32(data)} {code('archive')}\n".encode() + data)


def _remembered(path: Path | None) -> list[Work]:
    """Return the works of a kept reading, none when there is no such reading or a damaged one."""
    try:
        head, _, data = path.read_bytes().partition(b"\n") if path else (b"", b"", b"")
        is_known = head.decode() == f"{crc32(data)} {code('archive')}"
        return unpacked(data.decode()) if is_known else []
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return []


def _path(document: bytes, kind: str | None) -> Path | None:
    readings = folder("readings")
    return readings and readings / f"{sha256(document).hexdigest()}-{kind}.json"


def _by_item(works: Iterable[Work]) -> Mapping[str | None, Work]:
    found: dict[str | None, Work] = {}
    for work in works:
        found.setdefault(work.item, work)
    return found
