"""A library out of its index: mappings that read an entry when it is asked for.

Where a block turns out damaged, the index is deleted and everything further is read from the YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from letterkit.findings import Finding
from letterkit.library.index.packed import Damaged, Packed
from letterkit.library.index.shapes import Maker, alike_as_text, alike_of_text
from letterkit.library.index.table import Opened, Table, Truth
from letterkit.library.lines import KnownLines
from letterkit.library.links import Alike, Line, Links
from letterkit.library.store import KINDS, Library, Origin

Read = Callable[[Path, Path | None], tuple[Library, list[Finding]]]  # what reads the YAML


def opened(packed: Packed, root: Path, starter: Path | None, read: Read) -> Library:
    """Return the library that an index holds; `read` gives it where that fails; raises Damaged."""
    try:
        return _Opened(packed, root, starter, read).library()
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Damaged from error


class _Opened:
    def __init__(self, packed: Packed, root: Path, starter: Path | None, read: Read) -> None:
        self.packed = packed
        self._root = root
        self._starter = starter
        self._read = read

    def library(self) -> Library:
        head = self.packed.root
        maker = Maker(head["shapes"])
        tables: dict[str, Any] = {
            kind: Table(self, head["tables"][kind], maker.of(model.__name__), _entries(kind))
            for kind, model in KINDS.items()
            if kind != "claims"
        }
        uncited = Table(
            self, head["tables"]["uncited"], maker.by(["list", "Uncited"]), lambda library: library.uncited
        )
        own, starters = head["digests"]
        return Library(
            self._root,
            head["name"],
            claims=_Claims(self, head["tables"]["claims"], maker.of("Claim"), _entries("claims")),
            uncited=uncited,
            origins=_Origins(self),
            digest=own,
            starter_digest=starters,
            borrowed=frozenset((kind, name) for kind, name in head["borrowed"]),
            sound=True,
            **tables,
        )

    @cached_property
    def truth(self) -> Library:
        """The library as its YAML has it, once the index has shown itself damaged."""
        with suppress(OSError):  # a cache folder that may not be written
            self.packed.path.unlink()
        return self._read(self._root, self._starter)[0]


def _entries(kind: str) -> Truth:
    return lambda library: library.entries(kind)


class _Claims(Table):
    """The claims, with what binds them to topics and to each other."""

    @cached_property
    def links(self) -> Links:
        head = self._index.packed.root
        carriers = Table(self._index, head["carriers"], self._ids, lambda library: library.links.carriers)
        resting = Table(self._index, head["resting"], self._ids, lambda library: library.links.resting)
        tables = {kind: self._link(kind, block) for kind, block in head["links"].items()}
        alike = _Alike(Table(self._index, head["alike"], self._line, _lines_alike))
        return Links(positions=_Positions(self), carriers=carriers, alike=alike, resting=resting, **tables)

    def place(self, name: str) -> int:
        """Return the place of a claim in the store; raises KeyError where there is no such claim."""
        try:
            return self.number(name)
        except Damaged:
            return self._index.truth.links.positions[name]

    def _line(self, written: Any) -> Line:
        line = Line(*map(tuple, written))
        self._near.update(zip(line.names, line.places, strict=True))
        return line

    def _ids(self, written: Any) -> tuple[str, ...]:
        names, numbers = written
        self._near.update(zip(names, numbers, strict=True))
        return tuple(names)

    def _link(self, kind: str, block: Any) -> Mapping[str, Any]:
        """Return the links of a kind: few, and so read as a whole, when they are first looked at."""
        return _Whole(self._index, kind, block)


def _lines_alike(library: Library) -> Mapping[str, Line]:
    return {alike_as_text(kind): line for kind, line in library.links.alike.items()}


class _Alike(Mapping[Alike, Line]):
    """The lines of claims that are alike, each read when it is asked for."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @cached_property
    def _texts(self) -> Mapping[Alike, str]:
        return {alike_of_text(text): text for text in self._table}

    def __getitem__(self, kind: Alike) -> Line:
        line: Line = self._table[self._texts[kind]]
        return line

    def __iter__(self) -> Iterator[Alike]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._table)


class _Whole(Mapping[str, Any]):
    def __init__(self, index: Opened, kind: str, block: Any) -> None:
        self._index = index
        self._kind = kind
        self._block = block

    @cached_property
    def _all(self) -> Mapping[str, Any]:
        try:
            read: dict[str, Any] = self._index.packed.json(self._block)
        except Damaged:
            truth: Mapping[str, Any] = getattr(self._index.truth.links, self._kind)
            return truth
        return {name: tuple(other) if isinstance(other, list) else other for name, other in read.items()}

    def __getitem__(self, name: str) -> Any:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class _Positions(Mapping[str, int]):
    def __init__(self, claims: _Claims) -> None:
        self._claims = claims

    def __getitem__(self, name: str) -> int:
        return self._claims.place(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)


class _Origins(Mapping[tuple[str, str], Origin]):
    """Where each entry stands: by kind and id."""

    def __init__(self, index: _Opened) -> None:
        head = index.packed.root
        self._files = Table(index, head["files"], _lines, lambda _: {})
        self._index = index
        self._kinds = {kind: self._table(kind, its) for kind, its in head["origins"].items()}

    def _table(self, kind: str, head: Mapping[str, Any]) -> Table:
        def truth(library: Library) -> Mapping[str, Origin]:
            return {name: origin for (its, name), origin in library.origins.items() if its == kind}

        return Table(self._index, head, self._origin, truth)

    def _origin(self, written: Any) -> Origin:
        file, path, lines = written[0], tuple(written[1]), _lines(written[2])
        own = {(*path, *rest): line for rest, line in lines.items()}
        return Origin(file, KnownLines({**self._files[file], **own}), path)

    def __getitem__(self, key: tuple[str, str]) -> Origin:
        kind, name = key
        origin: Origin = self._kinds[kind][name]
        return origin

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((kind, name) for kind, names in self._kinds.items() for name in names)

    def __len__(self) -> int:
        return sum(map(len, self._kinds.values()))


def _lines(written: Any) -> dict[tuple[str | int, ...], int]:
    return {tuple(path): line for path, line in written}
