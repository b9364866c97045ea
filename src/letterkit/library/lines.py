"""Where the values of a YAML file stand: the line of each by its path in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

Path = tuple[str | int, ...]


class Lines(Protocol):
    """What knows the lines of a file."""

    @property
    def lines(self) -> Mapping[Path, int]:
        """The line (from 1) of each path."""

    def line(self, path: Path, /) -> int:
        """Return the line of a path, or of the nearest thing around it."""


@dataclass(frozen=True, slots=True)
class KnownLines:
    """The lines of a file, or of a part of it."""

    lines: Mapping[Path, int]

    def line(self, path: Path, /) -> int:
        """Return the line of a path, or of the nearest thing around it."""
        return nearest(self.lines, path)


def nearest(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of a path, or of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)
