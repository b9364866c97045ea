"""The user's cache folder: where it is, how a file gets there, and which code has made what lies in it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

_PACKAGE = Path(__file__).parents[2]


def folder(name: str) -> Path | None:
    """Return letterkit's folder of that name in the user's cache, None for a user without a home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "letterkit" / name
    except RuntimeError:
        return None


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes take the place of a file once all of them are written.

    Raises OSError where they cannot be; then nothing is left behind.
    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".tmp", delete=False) as stream:
        try:
            yield stream  # type: ignore[misc]
            stream.close()
            Path(stream.name).replace(path)
        except BaseException:
            Path(stream.name).unlink(missing_ok=True)
            raise


def kept(path: Path, maker: str) -> bytes | None:
    """Return what `keep` has put into a file; None unless this user and maker have, and it is whole."""
    try:
        with path.open("rb") as stream:
            if is_foreign(os.fstat(stream.fileno())):
                return None
            head, data = stream.readline(), stream.read()
    except OSError:
        return None
    return data if head == _head(data, maker) else None


def keep(path: Path, maker: str, data: bytes) -> bool:
    """Put into a file what code named `maker` has made, and say whether it could be written."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replacing(path) as stream:
            stream.write(_head(data, maker) + data)
        return True
    return False


def _head(data: bytes, maker: str) -> bytes:
    return f"{sha256(data).hexdigest()} {maker}\n".encode()


@cache
def code(*rooms: str) -> str:
    """Return what changes whenever code of these rooms, or any installed package, is another.

    A room is meant with all rooms in it; `.` is the package's own files alone.
    """
    modules = [seen for room in rooms for seen in _modules(str(_PACKAGE / room), deep=room != ".")]
    found = find_spec("pydantic")
    packages = [look(Path(found.origin).parent.parent)] if found and found.origin else []
    return short("".join((*modules, *packages)))


def _modules(folder: str, *, deep: bool) -> Iterator[str]:
    """Yield what the file system tells of the modules in a folder, sorted; nothing of one that is none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(".py"):
            yield _told(entry.name, entry.stat())
        elif deep and entry.name != "__pycache__" and entry.is_dir():
            yield from _modules(entry.path, deep=deep)


def look(path: Path) -> str:
    """Return all that the file system tells of a file without reading it; raises OSError as `stat` does."""
    return _told(path.name, path.stat())


def _told(name: str, about: os.stat_result) -> str:
    parts = about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino, about.st_dev, about.st_mode
    return f"{name} {parts}\n"


def short(text: str) -> str:
    """Return a digest of a text that can be part of a file's name."""
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def is_foreign(about: os.stat_result) -> bool:
    """Say whether a file is another user's, whom nothing here is believed."""
    return hasattr(os, "geteuid") and about.st_uid != os.geteuid()
