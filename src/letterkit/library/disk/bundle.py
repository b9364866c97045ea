"""A library as one piece of bytes, for a machine that has none: facts, templates and originals."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from letterkit.errors import LetterkitError
from letterkit.library.disk.locate import template_folders

_FOLDERS = ("facts", "templates", "seeds")


def pack(root: Path) -> bytes:
    """Return all that letters of a library are made from; raises LetterkitError where it cannot be read."""
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in _files(root):
                archive.write(path, path.relative_to(root).as_posix())
    except OSError as error:
        raise LetterkitError(f"cannot read {error.filename}: {error.strerror}", "check its rights") from error
    return stream.getvalue()


def unpack(bundle: bytes, within: str) -> Path:
    """Return a new folder with the library in it; who asked for it removes it."""
    folder = Path(tempfile.mkdtemp(prefix="letterkit-library-", dir=within))
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        archive.extractall(folder)
    return folder


def templates_digest(root: Path) -> str:
    """Return the sha256 of every template and look that letters of a library can be made with."""
    whole = hashlib.sha256()
    for folder in template_folders(root):
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            data = path.read_bytes()
            whole.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for name in _FOLDERS:
        found = (path for path in (root / name).rglob("*") if path.is_file())
        yield from sorted(path for path in found if not _hidden(path, root))


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
