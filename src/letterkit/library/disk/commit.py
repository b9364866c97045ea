"""Adds several files to a library, all of them or none, whatever happens in between.

The new files wait in facts/.adding/ with a plan of where they go; the plan is complete on the disk before the
first file gets its place, and its removal is the moment from which all of them count.  While there is a plan
the library is read as it was before; the next writing, or the same one when it is interrupted, undoes what a
plan has begun.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from letterkit.errors import LetterkitError

_FOLDER = Path("facts") / ".adding"
_PLAN = "plan.json"
_FEW = 40


@dataclass(frozen=True)
class Pending:
    """What a begun writing has put into the library: `added` files, and the old bytes of `replaced` ones."""

    added: frozenset[Path] = frozenset()
    replaced: Mapping[Path, bytes] = field(default_factory=dict)


def pending(root: Path) -> Pending:
    """Return what is to be overlooked in reading the library at `root`."""
    try:
        plan = _plan(root)
    except FileNotFoundError:
        return Pending()
    added = {path for path, _, old in plan if old is None}
    return Pending(frozenset(added), {path: old.read_bytes() for path, _, old in plan if old is not None})


def commit(root: Path, files: Mapping[Path, bytes]) -> None:
    """Write files below `root`, all or none; those that exist are replaced.

    Raises LetterkitError when another process is writing or the disk does not take them.
    """
    with _alone(root):
        undo(root)
        try:
            _stage(root, files)
            for path, new, old in _plan(root):
                _place(new, path, replace=old is not None)
            (root / _FOLDER / _PLAN).unlink()
        except OSError as error:
            undo(root)
            raise LetterkitError(
                f"cannot write {error.filename or root}: {error.strerror}",
                "free some space or check the rights; nothing was changed",
            ) from error
        except BaseException:
            undo(root)
            raise
        shutil.rmtree(root / _FOLDER, ignore_errors=True)


def undo(root: Path) -> None:
    """Take back what an interrupted writing has begun."""
    folder = root / _FOLDER
    if not folder.is_dir():
        return
    try:
        plan = _plan(root)
    except FileNotFoundError:
        plan = []
    for path, new, old in plan:
        if old is not None:
            _place(old, path, replace=True)
        elif path.is_file() and path.read_bytes() == new.read_bytes():
            path.unlink()
    (folder / _PLAN).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _stage(root: Path, files: Mapping[Path, bytes]) -> None:
    """Write the new bytes, the old ones of files to be replaced, and last the plan."""
    folder = root / _FOLDER
    folder.mkdir(parents=True)
    sync = len(files) <= _FEW  # of many files the system writes all at once
    plan = []
    for number, (path, data) in enumerate(files.items()):
        _write(folder / f"{number}.new", data, sync=sync)
        entry = {"path": path.relative_to(root).as_posix(), "new": f"{number}.new", "old": ""}
        if path.exists():
            entry["old"] = f"{number}.old"
            _write(folder / f"{number}.old", path.read_bytes(), sync=sync)
        plan.append(entry)
    if not sync:
        os.sync()
    _write(folder / "plan.part", json.dumps(plan).encode(), sync=True)
    (folder / "plan.part").replace(folder / _PLAN)


def _plan(root: Path) -> list[tuple[Path, Path, Path | None]]:
    """Return for each file its place, its new bytes, and its old ones if it had any."""
    folder = root / _FOLDER
    entries = json.loads((folder / _PLAN).read_bytes())
    return [(root / e["path"], folder / e["new"], folder / e["old"] if e["old"] else None) for e in entries]


def _place(staged: Path, path: Path, *, replace: bool) -> None:
    """Put a copy of a staged file in its place; a new one never over a file that has appeared there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if replace:
        copy = staged.with_suffix(".copy")
        shutil.copyfile(staged, copy)
        copy.replace(path)
        return
    try:
        os.link(staged, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("xb") as stream:
            stream.write(staged.read_bytes())


def _write(path: Path, data: bytes, *, sync: bool) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        if sync:
            stream.flush()
            os.fsync(stream.fileno())


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the library against other writers; the system lets go when this process ends, however it does."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        number = os.open(root / "facts", os.O_RDONLY)
    except OSError as error:
        raise LetterkitError(f"cannot open {root / 'facts'}: {error.strerror}", "check its rights") from error
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise LetterkitError(
            "another letterkit is writing to this library", "wait until it has ended"
        ) from None
    finally:
        os.close(number)
