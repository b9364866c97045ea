"""Find the library to work on, and the files that come with letterkit."""

from __future__ import annotations

from pathlib import Path

from letterkit.errors import LetterkitError

_PACKAGE = Path(__file__).resolve().parents[2]


def starter() -> Path:
    """Return the library that comes with letterkit: inside the wheel, else the checkout."""
    for folder in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        if is_library(folder):
            return folder
    raise LetterkitError("letterkit's own library is missing", "install letterkit again")


def is_library(folder: Path) -> bool:
    """Say whether a folder holds a library that can be read."""
    try:
        return (folder / "facts" / "library.yaml").is_file()
    except OSError:
        return False


def is_read_only(folder: Path) -> bool:
    """Say whether a library is the one inside an installed letterkit, which the next update replaces."""
    return folder.resolve() == (_PACKAGE / "_data").resolve()


def locate(named: str | None, here: Path) -> Path:
    """Return the library's folder: `named` if given, else the nearest parent of `here`, else the starter."""
    if named:
        folder = _expanded(Path(named))
        if not is_library(folder):
            raise LetterkitError(
                f"{folder} is no library: it has no facts/library.yaml",
                "name the folder that holds facts/, or run `letterkit new DIR` to make one",
            )
        return folder
    for folder in (here, *here.parents):
        if is_library(folder):
            return folder
    return starter()


def _expanded(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError:  # `~somebody` whom this machine does not know
        return folder


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders to look for templates in, the library's own first, then the starter's."""
    folders = (root / "templates" / "letters", starter() / "templates" / "letters")
    return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))


def template_file(root: Path, name: str) -> bytes:
    """Return the bytes of a template file such as `letterhead.docx`."""
    for folder in template_folders(root):
        path = folder / name
        if path.is_file():
            return _bytes(path)
    raise LetterkitError(f"templates/letters/{name} is missing", "install letterkit again")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LetterkitError(f"{path} cannot be read: {error.strerror}", "check the file's rights") from error
