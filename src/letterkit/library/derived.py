"""A table that is worked out entry by entry, when somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

_Value = TypeVar("_Value")


class Derived(Mapping[str, _Value]):
    """What `derive` gives for each of the names, without those for which it gives None."""

    def __init__(self, names: Collection[str], derive: Callable[[str], _Value | None]) -> None:
        self._names = names
        self._derive = derive
        self._known: dict[str, _Value | None] = {}

    def __getitem__(self, name: str) -> _Value:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str, default: _Value | None = None) -> _Value | None:  # type: ignore[override]
        """Return what stands for a name, else the default."""
        if name not in self._known:
            self._known[name] = self._derive(name)
        found = self._known[name]
        return default if found is None else found

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
