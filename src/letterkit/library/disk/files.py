"""The files of a library as they are written: for checks that look at the text and not at its meaning."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path


def fact_texts(root: Path) -> Mapping[str, str]:
    """Return the text of every file below facts/ by its path from the library's root."""
    return _texts(root, root / "facts", "*.yaml")


def template_texts(root: Path) -> Mapping[str, str]:
    """Return the text of every letter template that the library holds itself, by its path from the root."""
    return _texts(root, root / "templates" / "letters", "*.md.j2")


def second_reading(root: Path) -> Mapping[str, Mapping[str, str]]:
    """Return by claim what docs/second-reading.tsv records, where a library has one."""
    path = root / "docs" / "second-reading.tsv"
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["claim"]: row for row in rows if row.get("claim")}


def _texts(root: Path, folder: Path, pattern: str) -> Mapping[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob(pattern))
        if path.is_file()
    }
