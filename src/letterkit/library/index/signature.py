"""Whether the files of a store are those that an index was made of.

Reading 100,000 claims to see that nothing has changed would cost more than the work, so the sizes, times and
numbers of the files stand for their content, but only once they are known to: a file that changes within the
same tick of the file system's clock looks the same.  So what the files looked like is noted beside the digest
of their content; while that note is young, or where something looks different, the content itself is read.
A note is settled when content and looks were the same at two times further apart than any such tick.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from letterkit.library.disk.cache import code, is_foreign, look, replacing, short
from letterkit.library.disk.storefiles import add_to, files, heading
from letterkit.library.store import FALLS_BACK, KINDS

_TICK = 3.0  # seconds; the coarsest clock of a file system in use counts in steps of two
_READERS = (".", "library", "checks")  # whose code decides what is read and is sound


@dataclass(frozen=True)
class Stamp:
    """What files look like, the digests of their content, and when that was, in seconds."""

    looks: str
    digests: tuple[str, str]
    taken: float
    settled: bool = False


def stamp(root: Path, starter: Path | None) -> Stamp | None:
    """Return the stamp of a store as it is; None while something is being written into it."""
    if _being_written(root, starter):
        return None
    looks, taken = _looks(root, starter), time.monotonic()
    return Stamp(looks, _digests(root, starter), taken)


def holds(digests: Iterable[str], path: Path, root: Path, starter: Path | None) -> bool:
    """Say whether a store is the one with these digests, and note what was found out beside the index."""
    if _being_written(root, starter):
        return False
    noted = _noted(path)
    now = _looks(root, starter)
    if noted and noted.settled and noted.looks == now and noted.digests == tuple(digests):
        return True
    fresh = stamp(root, starter)
    if fresh is None or fresh.digests != tuple(digests):
        return False
    if noted and (noted.looks, noted.digests) == (fresh.looks, fresh.digests):
        age = fresh.taken - noted.taken
        if 0 <= age < _TICK:
            return True  # the older note settles sooner
        fresh = replace(fresh, settled=age >= _TICK and os.name == "posix")
    with suppress(OSError):
        remember(fresh, path)
    return True


def remember(found: Stamp, path: Path) -> None:
    """Note a stamp beside an index, with a check sum."""
    text = json.dumps([found.looks, found.digests, found.taken, found.settled])
    with replacing(path.with_suffix(".seen")) as stream:
        stream.write(f"{short(text)}\n{text}".encode())


def _noted(path: Path) -> Stamp | None:
    """Return the stamp beside an index; None unless it is as this user has written it."""
    try:
        with path.with_suffix(".seen").open("rb") as stream:
            if is_foreign(os.fstat(stream.fileno())):
                return None
            check, _, text = stream.read().decode().partition("\n")
        looks, digests, taken, settled = json.loads(text if check == short(text) else "null")
        return Stamp(str(looks), tuple(digests), float(taken), settled is True)
    except (OSError, ValueError, TypeError):
        return None


def name(root: Path, starter: Path | None) -> str:
    """Return the name of the index of a library: by its folder, the starter and the code that reads."""
    folders = "\0".join(str(each.resolve()) for each in (root, starter) if each)
    return f"{short(folders)}-{code(*_READERS)}"


def _stores(root: Path, starter: Path | None) -> Iterator[tuple[Path, Iterable[str]]]:
    yield root, KINDS
    if starter is not None:
        yield starter, FALLS_BACK


def _being_written(root: Path, starter: Path | None) -> bool:
    return any((each / "facts" / ".adding").exists() for each, _ in _stores(root, starter))


def _looks(root: Path, starter: Path | None) -> str:
    """Return the names, sizes, times and numbers of all files that a library is read from, in short."""
    return short("".join(map(look, _files(root, starter))))


def _files(root: Path, starter: Path | None) -> Iterator[Path]:
    for folder, kinds in _stores(root, starter):
        yield heading(folder)
        for kind in kinds:
            yield from files(folder, kind)


def _digests(root: Path, starter: Path | None) -> tuple[str, str]:
    """Return the digests of what is read of the library and of the starter, as reading them gives them."""
    found = [digest(folder, kinds) for folder, kinds in _stores(root, starter)]
    return found[0], found[1] if len(found) > 1 else ""


def digest(root: Path, kinds: Iterable[str]) -> str:
    """Return the digest of the files of these kinds, as reading them gives it."""
    whole = hashlib.sha256()
    for path in (heading(root), *(file for kind in kinds for file in files(root, kind))):
        if path.suffix == ".yaml":
            add_to(whole, root, path, path.read_bytes())
        else:
            whole.update(path.name.encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
