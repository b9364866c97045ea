"""Read a library's YAML into one `Library` value, with findings for everything that is wrong in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place, did_you_mean
from letterkit.library import index
from letterkit.library.disk.commit import pending
from letterkit.library.disk.storefiles import add_to, files
from letterkit.library.model import Uncited
from letterkit.library.model.heading import Named
from letterkit.library.store import FALLS_BACK, KINDS, LIST_KEYS, Library, Origin
from letterkit.library.yaml import yamlfile
from letterkit.library.yaml.explain import explain

if TYPE_CHECKING:
    from letterkit.library.index.remains import Entry, Remains
    from letterkit.library.model.record import Model


def read(root: Path, starter: Path | None = None, *, reuse: bool = False) -> tuple[Library, list[Finding]]:
    """Read the library at `root`; offices and forms of address it lacks come from the library `starter`.

    With `reuse`, files that an older index knows as they are now are taken from there.

    Raises LetterkitError only when `root` is no library at all.
    """
    reader = _Reader(root, index.before(root, starter, read) if reuse else None)
    library = reader.read()
    if starter is None:
        return library, reader.findings
    other = index.find(starter, None, read) if reuse else None
    if other is None:
        other = _Reader(starter, index.before(starter, None, read) if reuse else None).read(FALLS_BACK)
    return _with_starter(library, other, index.digest(starter, FALLS_BACK)), reader.findings


def _with_starter(library: Library, other: Library, digest: str) -> Library:
    merged: dict[str, Any] = {kind: {**other.entries(kind), **library.entries(kind)} for kind in FALLS_BACK}
    lent = {key for key in other.origins if key[0] in FALLS_BACK}
    return replace(
        library,
        **merged,
        origins={**{key: other.origins[key] for key in lent}, **library.origins},
        starter_digest=digest,
        borrowed=frozenset(lent - library.origins.keys()),
    )


class _Reader:
    """Reads a library; what the `remains` of an older index have of a file as it is, is not read again."""

    def __init__(self, root: Path, remains: Remains | None) -> None:
        self.root = root
        self.remains = remains
        self.files: dict[str, str] = {}
        self.findings: list[Finding] = []
        self.entries: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self.uncited: dict[str, tuple[Uncited, ...]] = {}
        self.origins: dict[tuple[str, str], Origin] = {}
        self.hash = hashlib.sha256()
        self.pending = pending(root)

    def read(self, kinds: tuple[str, ...] = tuple(KINDS)) -> Library:
        name = self._heading()
        for kind in kinds:
            for file in files(self.root, kind, self.pending.added):
                if file.suffix == ".yml":
                    place = Place(self._shown(file))
                    self._say("file-name", place, f"{file.name} is not read", "end its name with .yaml")
                else:
                    self._file(kind, file)
        entries: dict[str, Any] = self.entries
        return Library(
            self.root,
            name,
            **entries,
            uncited=self.uncited,
            origins=self.origins,
            files=self.files,
            digest=self.hash.hexdigest(),
        )

    def _heading(self) -> str:
        path = self.root / "facts" / "library.yaml"
        if not path.is_file():
            raise LetterkitError(
                f"{self.root} is no library: it has no facts/library.yaml",
                "run `letterkit new DIR` to make one, or name another folder with --library",
            )
        if self.remains and self._remains(path) is not None:
            return self.remains.name
        content = self._parse(path)
        heading = self._typed(Named, content, ())
        if heading is None:
            return path.parent.parent.name
        if heading.format != 1:
            raise LetterkitError(
                f"{path} has format {heading.format}; this letterkit reads format 1", "update letterkit"
            )
        return str(heading.name)

    def _parse(self, path: Path) -> _Content:
        name = self._shown(path)
        try:
            data = self._bytes(path)
            parsed = yamlfile.read(data.decode("utf-8-sig"), name)
        except UnicodeDecodeError as error:
            place = Place(name, data[: error.start].count(b"\n") + 1)
            parsed = _unread("encoding", place, "this is not UTF-8", "save the file as UTF-8")
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            parsed = _unread("unreadable", Place(name), message, "check the file's rights")
        self.findings += parsed.findings
        return _Content(name, parsed)

    def _shown(self, path: Path) -> str:
        """Name a file as a user at the library's root would."""
        return path.relative_to(self.root).as_posix()

    def _bytes(self, path: Path) -> bytes:
        data = self.pending.replaced.get(path) or path.read_bytes()
        if self._shown(path) not in self.files:
            add_to(self.hash, self.root, path, data)
            self.files[self._shown(path)] = hashlib.sha256(data).hexdigest()
        return data

    def _remains(self, path: Path) -> list[Entry] | None:
        """Return what an older index has of a file; None where it has nothing of the file as it is now."""
        try:
            self._bytes(path)
        except OSError:
            return None
        name = self._shown(path)
        return self.remains.entries(name, self.files[name]) if self.remains else None

    def _file(self, kind: str, path: Path) -> None:
        known = self._remains(path) if self.remains else None
        if known is None:
            self._content(kind, path, self._parse(path))
            return
        for its, name, entry, origin in known:
            self._known(its, name, entry, origin)

    def _content(self, kind: str, path: Path, content: _Content) -> None:
        if content.parsed.data is None:
            if not content.parsed.findings:
                self._say("empty-file", Place(content.file, 1), "the file is empty", "fill it or delete it")
            return
        if not isinstance(content.parsed.data, dict):
            self._say("not-a-mapping", Place(content.file, 1), "expected keys with values", "see the README")
            return
        if kind == "claims":
            self._claims(content, path.stem)
        elif kind in content.parsed.data or path.parent.name == "facts":
            self._known_keys(content, (kind, *LIST_KEYS.get(kind, ())))
            for number in self._numbers(content, kind):
                self._inherit(content, kind, number)
                self._one(kind, content, (kind, number))
        else:
            self._one(kind, content, (), path.stem)

    def _inherit(self, content: _Content, kind: str, number: int) -> None:
        """Give an entry of a list what the head of the list says of all."""
        data = content.parsed.data
        entry = data[kind][number]
        for key in LIST_KEYS.get(kind, ()):
            if key in data and isinstance(entry, dict):
                entry.setdefault(key, data[key])

    def _known_keys(self, content: _Content, known: tuple[str, ...]) -> None:
        for key in content.parsed.data:
            if key not in known:
                hint = did_you_mean(key, known) or f"here stand only: {', '.join(known)}"
                self._say("unknown-key", content.place((key,)), f"unknown key '{key}'", hint)

    def _numbers(self, content: _Content, key: str) -> range:
        """Return the numbers of the entries under a key of the file; a missing list has none."""
        items = content.parsed.data.get(key)
        if items is None:
            return range(0)
        if not isinstance(items, list):
            place = content.place((key,))
            self._say("not-a-list", place, f"'{key}' must be a list", "begin each entry with '- '")
            return range(0)
        return range(len(items))

    def _one(self, kind: str, content: _Content, path: yamlfile.Path, stem: str | None = None) -> None:
        entry = self._typed(KINDS[kind], content, path)
        if entry is None:
            return
        origin = Origin(content.file, content.parsed, path)
        if stem is not None and stem != entry.id:
            self._say(
                "file-name",
                origin.place("id"),
                f"the file holds '{entry.id}' but is named '{stem}'",
                f"rename it to {entry.id}.yaml",
            )
        self._take(kind, entry, origin)

    def _known(self, kind: str, name: str, entry: Any, origin: Origin) -> None:
        """Take an entry out of the remains."""
        if kind == "uncited":
            source = name.rpartition("#")[0]
            self.uncited[source] = (*self.uncited.get(source, ()), entry)
            self.origins[kind, name] = origin
        else:
            self._take(kind, entry, origin)

    def _take(self, kind: str, entry: Any, origin: Origin) -> None:
        if entry.id in self.entries[kind]:
            first = self.origins[kind, entry.id].place("id")
            self._say(
                "duplicate-id",
                origin.place("id"),
                f"'{entry.id}' is used already at {first}",
                "choose another id",
            )
            return
        self.entries[kind][entry.id] = entry
        self.origins[kind, entry.id] = origin

    def _claims(self, content: _Content, stem: str) -> None:
        data = content.parsed.data
        self._known_keys(content, ("source", "claims", "uncited"))
        source = self._source_of(content, stem)
        for number in self._numbers(content, "claims"):
            item = data["claims"][number]
            if isinstance(item, dict):
                if "source" in item:
                    place = content.place(("claims", number, "source"))
                    self._say("unknown-key", place, "unknown key 'source'", "it stands once, above 'claims'")
                item["source"] = source
            self._one("claims", content, ("claims", number))
        for number in self._numbers(content, "uncited"):
            passage = self._typed(Uncited, content, ("uncited", number))
            if passage is not None:
                self.uncited[source] = (*self.uncited.get(source, ()), passage)
                key = ("uncited", f"{source}#{len(self.uncited[source]) - 1}")
                self.origins[key] = Origin(content.file, content.parsed, ("uncited", number))

    def _source_of(self, content: _Content, stem: str) -> str:
        """Return the source that a file of claims names; the file is named after it."""
        source = content.parsed.data.get("source")
        if source is None:
            self._say("missing-key", content.place(()), "'source' is missing", f"add 'source: {stem}'")
            return ""
        if not isinstance(source, str):
            self._say("bad-value", content.place(("source",)), "'source' is not a text", "name one source")
            return ""
        if source != stem:
            message = f"the file holds claims of '{source}' but is named '{stem}'"
            hint = f"rename it to {source}.yaml, or correct 'source'"
            self._say("file-name", content.place(("source",)), message, hint)
        return source

    def _typed(self, model: type[Model], content: _Content, path: yamlfile.Path) -> Any:
        entry, findings = explain(model, content.value(path), lambda *sub: content.place((*path, *sub)))
        self.findings += findings
        return entry

    def _say(self, rule: str, place: Place, message: str, hint: str) -> None:
        self.findings.append(Finding(rule, "error", message, place, hint))


def _unread(rule: str, place: Place, message: str, hint: str) -> yamlfile.YamlFile:
    return yamlfile.YamlFile(None, findings=[Finding(rule, "error", message, place, hint)])


@dataclass(frozen=True)
class _Content:
    file: str
    parsed: yamlfile.YamlFile

    def place(self, path: yamlfile.Path) -> Place:
        return Place(self.file, self.parsed.line(path))

    def value(self, path: yamlfile.Path) -> Any:
        value = self.parsed.data
        for key in path:
            value = value[key]
        return value
