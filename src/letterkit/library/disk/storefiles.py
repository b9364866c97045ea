"""Which files make up a library's store, in which order, and the digest of their content."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash


def heading(root: Path) -> Path:
    """Return the file that makes a folder a library."""
    return root / "facts" / "library.yaml"


def files(root: Path, kind: str, without: Collection[Path] = ()) -> Iterator[Path]:
    """Yield the files of a kind (`claims` …): one for all, those of its folder, and misnamed ones."""
    folder = root / "facts" / kind
    single = root / "facts" / f"{kind}.yaml"
    if single.is_file():
        yield single
    for ending in (".yaml", ".yml"):
        for name in names(folder, ending):
            if folder / name not in without:
                yield folder / name


def names(folder: Path, ending: str) -> list[str]:
    """Return the names in a folder that end so, sorted; none where the folder cannot be read."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(ending))  # noqa: PTH208 (fast)
    except OSError:
        return []


def add_to(digest: _Hash, root: Path, path: Path, data: bytes) -> None:
    """Add a file to a digest of the store's content."""
    name = path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
    digest.update(name + f"\0{len(data)}\0".encode() + data)
