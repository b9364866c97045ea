"""Remembers what was read out of archived documents, so that a long report is read once.

A reading is kept in the user's cache folder under the digest of the document and of all that reads it.
Without a cache, or with a damaged one, the answer is the same and takes longer.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from letterkit import archive
from letterkit.archive import READERS, Work, read, sniff
from letterkit.archive.carry import packed, unpacked

_PARSERS = ("feedparser", "lxml", "pypdfium2", "pyphen", "selectolax")


def remembered(document: bytes, kind: str | None = None) -> Mapping[str | None, Work]:
    """Return the works of a document by their item, from the cache where they are known.

    Raises LetterkitError as `read` does; what cannot be read is not remembered.
    """
    name = kind or sniff(document)
    if name is None or name not in READERS or not READERS[name].apart:
        return _by_item(read(document, kind))
    found = _remembered(_path(document, name))
    if not found:
        found = read(document, name)
        remember(document, name, found)
    return _by_item(found)


def _remembered(path: Path) -> list[Work]:
    """Return the works of a kept reading, none when there is no such reading or a damaged one."""
    try:
        return unpacked(path.read_text("utf-8"))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return []


def remember(document: bytes, kind: str, works: list[Work]) -> None:
    """Keep what was read in a document; what cannot be written is done without."""
    if READERS[kind].apart:
        _keep(_path(document, kind), packed(works))


def _path(document: bytes, kind: str) -> Path:
    return _folder() / f"{sha256(document).hexdigest()}-{kind}-{_version()}.json"


def _by_item(works: Iterable[Work]) -> Mapping[str | None, Work]:
    found: dict[str | None, Work] = {}
    for work in works:
        found.setdefault(work.item, work)
    return found


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "letterkit" / "readings"


def _keep(path: Path, text: str) -> None:
    """Write a reading in place of those of other versions."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{path.name[:64]}-*"):
            old.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as stream:
            stream.write(text)
        Path(stream.name).replace(path)
    except OSError:
        return


@cache
def _version() -> str:
    """Return a digest of everything that decides how a document is read."""
    from importlib.metadata import PackageNotFoundError, version

    digest = sha256()
    for path in sorted(Path(archive.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    for name in _PARSERS:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()[:16]
