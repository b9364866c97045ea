"""Plain frozen values with named keys, of which the store's model is made; to type them is `typed`'s work.

A value holds only the keys that it was given; the others are the defaults of its class.  What it shares with
pydantic's models is named as there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Final, Self, dataclass_transform

from letterkit.library.edtf import Span

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOTHING: Final[Any] = MappingProxyType({})  # the default of a mapping
_REQUIRED: Final = object()


class Key:
    """What is known of a key: its name in the files, its default, and the limits that a value must keep."""

    __slots__ = ("alias", "default", "limits")

    def __init__(self, default: Any, alias: str | None, limits: Mapping[str, Any]) -> None:
        self.default = default
        self.alias = alias
        self.limits = limits

    @property
    def required(self) -> bool:
        """Whether every entry must have the key."""
        return self.default is _REQUIRED


def key(*, default: Any = _REQUIRED, alias: str | None = None, **limits: Any) -> Any:
    """Describe a key; `limits` are those of pydantic's `Field` (`ge`, `le`, `min_length`, `pattern`)."""
    return Key(default, alias, limits)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
class Model:
    """Every value of the store: frozen, equal to what holds the same, made with keywords."""

    fields: ClassVar[Mapping[str, Key]] = {}

    def __init_subclass__(cls) -> None:
        own: dict[str, Key] = {}
        for name in cls.__annotations__ if "__annotations__" in cls.__dict__ else ():
            given = cls.__dict__.get(name, _REQUIRED)
            found = given if isinstance(given, Key) else Key(given, None, {})
            own[name] = found
            if not found.required:
                setattr(cls, name, found.default)
            elif given is not _REQUIRED:
                delattr(cls, name)
        cls.fields = {**cls.fields, **own}

    def __init__(self, **given: Any) -> None:
        unknown = given.keys() - self.fields
        missing = [name for name, found in self.fields.items() if found.required and name not in given]
        if unknown or missing:
            raise TypeError(f"{type(self).__name__}: unknown {sorted(unknown)}, missing {missing}")
        self.__dict__.update(given)

    @classmethod
    def from_keys(cls, given: dict[str, Any]) -> Self:
        """Return a value of keys that are known to be sound; the dictionary becomes the value's own."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", given)
        return made

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """Return the value of plain data as YAML gives it; raises pydantic's ValidationError."""
        from letterkit.library.model.typed import typed

        return typed(cls, data)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from letterkit.library.model.typed import schema

        return schema(cls, handler)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return the value with some keys changed; nothing is typed anew."""
        return self.from_keys({**self.__dict__, **update})

    @property
    def model_fields_set(self) -> frozenset[str]:
        """The keys that were given."""
        return frozenset(self.__dict__)

    def check(self) -> None:
        """Raise ValueError for what is wrong between the keys of a value; most have nothing of the kind."""

    @classmethod
    def keys(cls) -> list[str]:
        """Return the names of the keys as the files have them."""
        return [found.alias or name for name, found in cls.fields.items()]

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (
            self.__dict__ == other.__dict__ or self._values() == other._values()
        )

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed: make a copy")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")


def as_plain(value: Any) -> Any:
    """Return a value of the store as plain JSON data, dates as ISO text, empty values left out."""
    if isinstance(value, Model):
        pairs = ((key.alias or name, getattr(value, name)) for name, key in value.fields.items())
        return {key: as_plain(item) for key, item in pairs if item not in (None, (), "") and item != {}}
    if isinstance(value, Span):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items()}
    return [as_plain(item) for item in value] if isinstance(value, tuple | list) else value
