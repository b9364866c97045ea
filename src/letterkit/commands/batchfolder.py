"""The folder of a batch: what is finished in it, how it is written to, and its journal.

Each letter's files get their names only when they are whole, and the journal a line when all of them have:
from it an interrupted batch goes on.  The index takes the journal's place at the end.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from letterkit.errors import LetterkitError
from letterkit.library.disk.write import write_all

JOURNAL = ".letterkit-batch.jsonl"
INDEX, TABLE = "index.json", "index.csv"
Row = dict[str, Any]


class Journal:
    """The open journal of a batch that runs."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def add(self, row: Row) -> None:
        """Note a letter whose files are all in their places."""
        _append(self._descriptor, row)


def earlier(out: Path) -> tuple[dict[str, Any] | None, list[Row]]:
    """Return what a batch in this folder was told, None where there is none, and its letters so far."""
    head, rows = None, dict[str, Row]()
    if (out / INDEX).is_file():
        whole = _loaded(out / INDEX, _read(out / INDEX), "batch", "recipients")
        head, rows = whole["batch"], {row["id"]: row for row in whole["recipients"]}
    if (out / JOURNAL).is_file():
        lines = _read(out / JOURNAL).split(b"\n")[:-1]  # the last one is empty, or was never ended
        for number, line in enumerate(lines):
            entry = _loaded(out / JOURNAL, line, "id" if number else "batch")
            if number:
                rows[entry["id"]] = entry
            else:
                head = entry["batch"]
    return head, list(rows.values())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LetterkitError(f"{path} cannot be read: {error.strerror}", "check its rights") from error


def _loaded(path: Path, data: bytes, *keys: str) -> Any:
    try:
        entry = json.loads(data)
    except ValueError:
        entry = None
    if isinstance(entry, dict) and all(key in entry for key in keys):
        return entry
    raise LetterkitError(f"{path} is not as a batch wrote it", "begin again in a folder of its own")


@contextmanager
def journal(out: Path, head: Mapping[str, Any], rows: Iterable[Row]) -> Iterator[Journal]:
    """Open the journal with the letters finished before; raises LetterkitError for a barred folder.

    Of a journal that is there nothing is taken away but a line that was never ended: whenever this process is
    killed, the journal tells of all finished letters.
    """
    path = out / JOURNAL
    try:
        out.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
    except OSError as error:
        hint = "choose another folder with --out, or check its rights"
        raise LetterkitError(f"cannot write to {out}: {error.strerror}", hint) from error
    try:
        _hold(descriptor, out)
        _sweep(out)
        whole = path.read_bytes().rfind(b"\n") + 1
        os.ftruncate(descriptor, whole)
        for line in () if whole else ({"batch": dict(head)}, *rows):
            _append(descriptor, line)
        yield Journal(descriptor)
    finally:
        os.close(descriptor)


def _append(descriptor: int, line: Row) -> None:
    os.write(descriptor, json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _hold(descriptor: int, out: Path) -> None:
    """Keep a second batch out of the folder; the system lets go when this process ends, however it does."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise LetterkitError(f"another batch is writing to {out}", "wait until it has ended") from error


def _sweep(out: Path) -> None:
    """Remove what a killed batch had begun to write under passing names."""
    for path in out.glob(".letterkit-*.part"):
        path.unlink(missing_ok=True)


def store(out: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Write the files of a letter and return the sha256 of each; the same file may stand there already."""
    new = {name: data for name, data in files.items() if not _stands(out / name, data)}
    write_all((out / name, data) for name, data in new.items())
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def _stands(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def state(out: Path, row: Row) -> dict[str, bool]:
    """Return of each file that stands in its place whether it is as the batch wrote it."""
    paths = {each["name"]: (out / each["name"], each["sha256"]) for each in row["files"]}
    return {
        name: hashlib.sha256(_read(path)).hexdigest() == digest
        for name, (path, digest) in paths.items()
        if path.is_file()
    }


def finish(out: Path, index: bytes, table: bytes) -> list[Path]:
    """Write the index over an earlier one, and end the journal."""
    paths = [out / INDEX, out / TABLE]
    write_all(zip(paths, (index, table), strict=True), force=True)
    (out / JOURNAL).unlink(missing_ok=True)
    return paths
