"""The compiled index of a store, in the user's cache folder: what `load` would read from YAML, read faster.

It holds sound libraries only, entry by entry, so that a command reads no more of it than it looks at.  It is
never trusted: `signature` says whether it is of the files as they are now, every block of it carries a check
sum, and what is damaged is read from the YAML.  Nothing in it can be code.  Whatever goes wrong in keeping
it, the answer is that of the YAML.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.library.disk.cache import folder
from letterkit.library.index import signature
from letterkit.library.index.opened import Read, opened
from letterkit.library.index.packed import Damaged, Packed
from letterkit.library.index.signature import Stamp, digest
from letterkit.library.store import Library

if TYPE_CHECKING:
    from letterkit.library.index.remains import Remains

__all__ = ["Stamp", "before", "digest", "find", "keep", "stamp"]
_DAY = 86_400  # seconds
_MOST = 3  # indexes of one library: of several versions of letterkit that take turns


def find(root: Path, starter: Path | None, read: Read) -> Library | None:
    """Return the library from its index, None where there is none of the files as they are.

    What turns out damaged later comes from the YAML, as `read` gives it.
    """
    path = _path(root, starter)
    if path is None:
        return None
    try:
        packed = Packed(path)
        if signature.holds(packed.root["digests"], path, root, starter):
            return opened(packed, root, starter, read)
    except (OSError, LookupError, TypeError, Damaged):
        pass
    return None


def before(root: Path, starter: Path | None, read: Read) -> Remains | None:
    """Return what the index of a library that has changed still tells of its files."""
    from letterkit.library.index.remains import remains as found

    path = _path(root, starter)
    return found(path, root, starter, read) if path else None


def stamp(root: Path, starter: Path | None) -> Stamp | None:
    """Return what the files are before they are read, for `keep`; None where no index may be kept."""
    try:
        return signature.stamp(root, starter) if _path(root, starter) else None
    except OSError:  # a file that cannot be read, which the reading will name
        return None


def keep(library: Library, starter: Path | None, before: Stamp | None) -> None:
    """Keep the index of a sound library; what cannot be written is done without."""
    path = _path(library.root, starter)
    if path is None or before is None or before.digests != (library.digest, library.starter_digest):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        from letterkit.library.index.written import write

        write(library, before.digests, path)
        signature.remember(before, path)
        _tidy(path)
    except (OSError, UnicodeEncodeError):  # a full disk; a file whose name is no text
        return


def _path(root: Path, starter: Path | None) -> Path | None:
    """Return where the index of a library stands for this version of letterkit."""
    if not hasattr(os, "pread"):
        return None
    stores = folder("stores")
    try:
        return stores and stores / f"{signature.name(root, starter)}.index"
    except (OSError, RuntimeError):  # a folder that is gone, or a link that leads to itself
        return None


def _tidy(path: Path) -> None:
    """Delete the indexes of the library that other versions of letterkit have left behind.

    What a process that was killed has left half written goes as well, a day later.
    """
    now = path.stat().st_mtime
    for begun in path.parent.glob(".tmp*"):
        if now - begun.stat().st_mtime > _DAY:
            begun.unlink(missing_ok=True)
    library = path.name.partition("-")[0]
    others = sorted(path.parent.glob(f"{library}-*.index"), key=lambda each: each.stat().st_mtime)
    for old in others[:-_MOST]:
        old.unlink(missing_ok=True)
        old.with_suffix(".seen").unlink(missing_ok=True)
