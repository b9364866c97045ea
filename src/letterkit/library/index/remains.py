"""What an index still tells of a store that has changed since: of each file that is as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from letterkit.library.index.opened import Read, opened
from letterkit.library.index.packed import Damaged, Packed
from letterkit.library.store import Origin

Entry = tuple[str, str, Any, Origin]  # kind, id, value, where it stands


class Remains:
    """The entries of an index, file by file; `name` is the library's."""

    def __init__(self, path: Path, root: Path, starter: Path | None, read: Read) -> None:
        """Open an index; raises Damaged or OSError where there is none to be read."""
        packed = Packed(path)
        self._library = opened(packed, root, starter, read)
        self._files: dict[str, Any] = packed.json(packed.root["contents"])
        self.name = self._library.name

    def entries(self, file: str, sha256: str) -> list[Entry] | None:
        """Return the entries of a file with these bytes; None where the index knows another file, or none."""
        known, keys = self._files.get(file, ("", ()))
        if known != sha256:
            return None
        return [
            (kind, name, self._value(kind, name), self._library.origins[kind, name]) for kind, name in keys
        ]

    def _value(self, kind: str, name: str) -> Any:
        if kind == "uncited":
            source, _, number = name.rpartition("#")
            return self._library.uncited[source][int(number)]
        return self._library.entries(kind)[name]


def remains(path: Path, root: Path, starter: Path | None, read: Read) -> Remains | None:
    """Return what an index still tells, None where there is none that can be read."""
    try:
        return Remains(path, root, starter, read)
    except (OSError, LookupError, TypeError, Damaged):
        return None
