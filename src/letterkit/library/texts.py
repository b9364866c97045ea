"""The texts of letter templates, from a library's own folder first and then from the starter's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from letterkit.library.locate import template_folders


def template_source(root: Path) -> Callable[[str], str | None]:
    """Return a function that gives a template's text by name, or None; it reads nothing else."""
    folders = template_folders(root)

    def read(name: str) -> str | None:
        for folder in folders:
            path = (folder / name).resolve()
            if path.is_relative_to(folder) and path.name.endswith(".md.j2") and path.is_file():
                return path.read_text(encoding="utf-8")
        return None

    return read
