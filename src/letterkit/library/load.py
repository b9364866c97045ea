"""Where a library comes from: the index where that is sound, else the YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from letterkit.findings import Finding
from letterkit.library.store import Library

Judge = Callable[[Library], Iterable[Finding]]


def load(
    root: Path, starter: Path | None = None, judge: Judge | None = None, *, trusting: bool = True
) -> tuple[Library, list[Finding]]:
    """Return the library at `root`; offices and forms of address it lacks come from the library `starter`.

    Where nothing is wrong and `judge` finds nothing either, the library is sound, and is kept in the index,
    out of which it comes the next time, unless the caller is not `trusting`.
    Raises LetterkitError only when `root` is no library at all.
    """
    from letterkit.library import index

    if starter is not None and starter.resolve() == root.resolve():
        starter = None
    found = index.find(root, starter, read) if trusting else None
    if found is not None:
        return found, []
    stamp = index.stamp(root, starter) if judge else None
    library, findings = read(root, starter, reuse=trusting)
    if judge is None or findings or any(True for _ in judge(library)):
        return library, findings
    index.keep(library, starter, stamp)
    return replace(library, sound=True), []


def read(root: Path, starter: Path | None = None, *, reuse: bool = False) -> tuple[Library, list[Finding]]:
    """Return the library as its YAML has it; with `reuse`, what has not changed comes from an older index."""
    from letterkit.library.yaml.reader import read as read_yaml

    return read_yaml(root, starter, reuse=reuse)
