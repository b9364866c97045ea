"""A table of an index: entries by their names, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol

from letterkit.library.index.packed import Damaged, Packed, part, parts
from letterkit.library.store import Library

Truth = Callable[[Library], Mapping[Any, Any]]


class Opened(Protocol):
    """An open index: its file, and the library as its YAML has it, for where the file is damaged."""

    packed: Packed

    @property
    def truth(self) -> Library:
        """The library as its YAML has it."""


class Table(Mapping[str, Any]):
    """The entries of one kind by id, in the order of the store."""

    def __init__(
        self, index: Opened, head: Mapping[str, Any], make: Callable[[Any], Any], truth: Truth
    ) -> None:
        self._index = index
        self._head = head
        self._make = make
        self._truth = truth
        self._known: dict[str, Any] = {}
        self._near: dict[str, int] = {}  # numbers of entries that are known without reading all names
        self._parts: dict[int, dict[str, int]] = {}
        self._all_names: dict[str, int] | None = None

    def __getitem__(self, name: str) -> Any:
        if name not in self._known:
            try:
                self._known[name] = self._made(self.number(name))
            except Damaged:
                self._known[name] = self._truth(self._index.truth)[name]
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        try:
            return iter(self._numbers)
        except Damaged:
            return iter(self._truth(self._index.truth))

    def __len__(self) -> int:
        size: int = self._head["size"]
        return size

    def __contains__(self, name: object) -> bool:
        try:
            return isinstance(name, str) and self._find(name) is not None
        except Damaged:
            return name in self._truth(self._index.truth)

    def number(self, name: str) -> int:
        """Return the place of an entry in the store; raises KeyError where there is none."""
        found = self._find(name)
        if found is None:
            raise KeyError(name)
        return found

    def _find(self, name: str) -> int | None:
        """Return the place of an entry, without reading all names where nobody has asked for them."""
        if name in self._near:
            return self._near[name]
        if self._all_names is not None:
            return self._all_names.get(name)
        number = part(name, parts(len(self)))
        if number not in self._parts:
            self._parts[number] = self._index.packed.record(self._shards, number)
        return self._parts[number].get(name)

    def _made(self, number: int) -> Any:
        try:
            return self._make(self._index.packed.record(self._places, number))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise Damaged from error

    @property
    def _numbers(self) -> dict[str, int]:
        if self._all_names is None:
            names = self._index.packed.json(self._head["names"])
            self._all_names = {name: number for number, name in enumerate(names)}
        return self._all_names

    @cached_property
    def _shards(self) -> bytes:
        return self._index.packed.places(self._head["shards"])

    @cached_property
    def _places(self) -> bytes:
        return self._index.packed.places(self._head["places"])
