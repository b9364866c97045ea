"""Which letters the files are that somebody marks as sent: by a batch's index, else by their DOCX."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from letterkit.commands.batchfolder import INDEX, earlier
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place
from letterkit.library.sent import SentLetter
from letterkit.outreach.sent import from_docx, from_row

Row = dict[str, Any]


def entries(
    paths: Sequence[Path], on: date, follow_up: date | None
) -> tuple[list[SentLetter], list[Finding]]:
    """Return an entry for each letter among the files, and what cannot be told of which."""
    letters: list[SentLetter] = []
    findings: list[Finding] = []
    for folder, stem, files in _grouped(paths, findings):
        try:
            letters.append(_letter(folder, stem, files, on, follow_up, findings))
        except LetterkitError as problem:
            findings.append(Finding("unknown-letter", "error", problem.message, hint=problem.hint))
    return letters, findings


def _grouped(paths: Iterable[Path], findings: list[Finding]) -> Iterator[tuple[Path, str, list[Path]]]:
    """Yield folder, name and files of each letter; a folder stands for all that its index names."""
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in paths:
        if path.is_dir():
            found = list(_indexed(path))
            if not found:
                hint = "name the letters one by one, or the folder of a batch"
                message = f"{path} holds no finished letters of a batch"
                findings.append(Finding("unknown-letter", "error", message, Place(str(path)), hint))
        else:
            found = [path]
        for each in found:
            files = groups.setdefault((each.parent, each.stem), [])
            files += [each] if each not in files else []
    yield from ((folder, stem, files) for (folder, stem), files in groups.items())


def _indexed(folder: Path) -> Iterator[Path]:
    _, rows = earlier(folder)
    for row in rows:
        yield from (folder / each["name"] for each in row["files"] if (folder / each["name"]).is_file())


def _letter(
    folder: Path, stem: str, files: list[Path], on: date, follow_up: date | None, findings: list[Finding]
) -> SentLetter:
    digests = {path.name: hashlib.sha256(_read(path)).hexdigest() for path in files}
    head, row = _row(folder, digests)
    made = {each["name"]: each["sha256"] for each in row["files"]} if row else {}
    edited = [name for name, digest in digests.items() if made.get(name) != digest]
    beside = folder / f"{stem}.docx"
    if head and row and not (edited and beside.is_file()):
        return from_row(head, row, digests, on, follow_up)
    if not beside.is_file():
        message = f"which letter {files[0]} is, is unclear: no index names it, and no DOCX is beside it"
        raise LetterkitError(message, "mark the DOCX, or put it beside under the same name")
    if row:
        message = f"{', '.join(edited)} was edited after the batch: recorded as it is now"
        findings.append(Finding("edited", "info", message))
    return from_docx(str(beside), _read(beside), digests, on, follow_up)


def _row(folder: Path, digests: dict[str, str]) -> tuple[dict[str, Any] | None, Row | None]:
    """Return what the index beside the files says of their letter."""
    try:
        head, rows = _batch(str(folder), (folder / INDEX).stat().st_mtime_ns)
    except (LetterkitError, OSError):  # an index of something else, or none
        return None, None
    return head, next((row for row in rows if any(each["name"] in digests for each in row["files"])), None)


@lru_cache(maxsize=8)
def _batch(folder: str, _changed: int) -> tuple[dict[str, Any] | None, list[Row]]:
    return earlier(Path(folder))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LetterkitError(f"{path} cannot be read: {error.strerror}", "check name and rights") from error
