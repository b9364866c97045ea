"""Write files whole or not at all, and never over somebody's work unless told so."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from letterkit.errors import LetterkitError


def write_all(files: Iterable[tuple[Path, bytes]], *, force: bool = False) -> list[Path]:
    """Write every file, and return the paths that were replaced.

    All bytes are on the disk under other names before the first file gets its own, so that a full disk or a
    killed run leaves no half file.  Raises LetterkitError when a file exists and `force` is not given.
    """
    wanted = list(files)
    existing = [path for path, _ in wanted if os.path.lexists(path)]
    for path in existing:
        if not force:
            raise _exists(path)
        if not path.is_file():
            raise LetterkitError(f"{path} is no file that --force could replace", "choose another name")
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, data in wanted:
            with _named(path):
                waiting.append((_beside(path, data), path))
        for temporary, path in waiting:
            with _named(path):
                _place(temporary, path, force=force)
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
    return existing


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say which file could not be written, not under which passing name."""
    try:
        yield
    except OSError as error:
        raise LetterkitError(
            f"cannot write {path}: {error.strerror}",
            "free some space, or choose another name or folder with --out; nothing was left half written",
        ) from error


def _exists(path: Path) -> LetterkitError:
    return LetterkitError(
        f"{path} exists already and may hold somebody's edits",
        "choose another name, or replace it with --force",
    )


def _beside(path: Path, data: bytes) -> Path:
    """Write the bytes under a hidden name in the same folder and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=".letterkit-", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _place(temporary: Path, path: Path, *, force: bool) -> None:
    """Give the finished file its name; without `force` a file that appeared meanwhile is kept."""
    if force:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:  # a file system without hard links
        if path.exists():
            raise _exists(path) from None
        temporary.replace(path)
