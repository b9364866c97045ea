"""Makes a library of one's own: the starter's files or none, a README, examples, schemas for editors."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from letterkit.errors import LetterkitError
from letterkit.library.disk.locate import starter
from letterkit.library.new.schema import schemas
from letterkit.library.store import KINDS

_BLANK = Path(__file__).parent / "blank"
_COPIED = ("facts", "seeds", "templates")
_FOLDERS = ("facts/sources", "facts/claims", "facts/topics", "facts/recipients", "facts/senders",
            "facts/occasions", "seeds", "templates/letters/topics")  # fmt: skip
_NAME = re.compile(r"^name:.*$", re.MULTILINE)


def make(folder: Path, *, empty: bool) -> int:
    """Write a new library and return how many files it has; all of it is there at once, or nothing is.

    Raises LetterkitError when there is something at `folder` already, or the disk does not take it.
    """
    _must_be_free(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        waiting = Path(tempfile.mkdtemp(prefix=".letterkit-", dir=folder.parent))
        try:
            number = _write(waiting, dict(_files(folder.name, empty=empty)))
            waiting.chmod(0o755)
            with suppress(FileNotFoundError):
                folder.rmdir()  # an empty one may be there; a filled one refuses
            waiting.rename(folder)
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    except OSError as error:
        raise LetterkitError(
            f"cannot make {folder}: {error.strerror}", "choose another place; nothing was written"
        ) from error
    return number


def _must_be_free(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise LetterkitError(f"{folder} exists and is no folder", "choose another name")
    if folder.is_dir() and any(folder.iterdir()):
        raise LetterkitError(f"{folder} is not empty", "choose another name; nothing is ever overwritten")


def _write(root: Path, files: Mapping[str, bytes]) -> int:
    for name in _FOLDERS:
        (root / name).mkdir(parents=True)
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(files)


def _files(name: str, *, empty: bool) -> Iterator[tuple[str, bytes]]:
    if empty:
        yield "facts/library.yaml", f"name: {_quoted(name)}\nformat: 1\n".encode()
        yield from ((f"{folder}/.gitkeep", b"") for folder in _FOLDERS)
    else:
        yield from _of_starter(name)
    readme = (_BLANK / "README.md").read_text(encoding="utf-8")
    first = (_BLANK / ("first-empty.sh" if empty else "first.sh")).read_text(encoding="utf-8").strip()
    yield "README.md", readme.replace("{name}", name).replace("{commands}", first).encode()
    yield ".gitignore", (_BLANK / "gitignore").read_bytes()
    yield ".gitattributes", (_BLANK / "gitattributes").read_bytes()
    for path in sorted((_BLANK / "examples").rglob("*")):
        if path.is_file():
            yield f"examples/{path.relative_to(_BLANK / 'examples').as_posix()}", path.read_bytes()
    yield from _for_editors()


def _of_starter(name: str) -> Iterator[tuple[str, bytes]]:
    root = starter()
    for folder in _COPIED:
        for path in sorted((root / folder).rglob("*")):
            place = path.relative_to(root)
            if path.is_file() and not any(part.startswith((".", "__")) for part in place.parts):
                yield (
                    place.as_posix(),
                    _renamed(path, name) if path.name == "library.yaml" else path.read_bytes(),
                )


def _renamed(path: Path, name: str) -> bytes:
    text = path.read_text(encoding="utf-8")
    return _NAME.sub(lambda _: f"name: {_quoted(name)}", text, count=1).encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _for_editors() -> Iterator[tuple[str, bytes]]:
    """Yield the schemas, and the settings that say which files each is for."""
    made = schemas()
    for kind, schema in made.items():
        yield f"schemas/{kind}.json", _json(schema)
    globs = {f"./schemas/{kind}.json": [f"facts/{kind}.yaml", f"facts/{kind}/*.yaml"] for kind in KINDS}
    wired = {"./schemas/library.json": ["facts/library.yaml"], **globs}
    settings = {"yaml.schemas": wired, "files.associations": {"*.md.j2": "jinja-md"}}
    yield ".vscode/settings.json", _json(settings)


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
