"""The texts of letter templates, from a library's own folder first and then from the starter's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from letterkit.errors import LetterkitError
from letterkit.library.disk.locate import template_folders

MOST_BYTES = 200_000


def template_source(root: Path) -> Callable[[str], str | None]:
    """Return a function that gives a template's text by name, or None; it reads nothing else."""
    folders = template_folders(root)

    def read(name: str) -> str | None:
        for folder in folders:
            path = folder / name
            if _is_template(path, folder):
                return _text(path, name)
        return None

    return read


def _is_template(path: Path, folder: Path) -> bool:
    """Say whether a path is a template of the folder, wherever its name or a link may lead."""
    try:
        real = path.resolve()
        return real.is_relative_to(folder) and real.name.endswith(".md.j2") and real.is_file()
    except (OSError, ValueError):  # no name that a file can have
        return False


def _text(path: Path, name: str) -> str:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise LetterkitError(
                f"templates/letters/{name} is too large for a template of a letter: {size} bytes",
                f"a template has at most {MOST_BYTES} bytes",
            )
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LetterkitError(
            f"templates/letters/{name} cannot be read: {error}", "save it as UTF-8, and check its rights"
        ) from error
