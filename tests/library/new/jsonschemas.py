"""The part of JSON Schema (draft 7) that the store's schemas use, and YAML as editors read it.

A word of JSON Schema that is not known here raises KeyError, so that no schema is thought to pass unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

Schema = Mapping[str, Any]
_SILENT = {"$schema", "title", "$comment", "description", "default", "definitions", "then", "else"}
_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "null": lambda value: value is None,
}


def faults(schema: Schema, value: Any) -> list[str]:
    """Return what is wrong with a value, each as `path: message`."""
    return list(_check(schema, value, schema, "$"))


def _check(schema: Any, value: Any, root: Schema, path: str) -> Iterator[str]:
    if schema is False:
        yield f"{path}: not allowed"
        return
    if schema is True:
        return
    if "$ref" in schema:  # in draft 7 nothing beside it counts
        target: Any = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        yield from _check(target, value, root, path)
        return
    for word, given in schema.items():
        if word not in _SILENT:
            yield from _WORDS[word](given, value, schema, root, path)


def _type(given, value, schema, root, path):
    names = given if isinstance(given, list) else [given]
    if not any(_TYPES[name](value) for name in names):
        yield f"{path}: {value!r} is not {' or '.join(names)}"


def _properties(given, value, schema, root, path):
    for key, each in given.items():
        if isinstance(value, dict) and key in value:
            yield from _check(each, value[key], root, f"{path}.{key}")


def _additional(given, value, schema, root, path):
    for key in value if isinstance(value, dict) else ():
        if key not in schema.get("properties", {}):
            yield from _check(given, value[key], root, f"{path}.{key}")


def _names(given, value, schema, root, path):
    for key in value if isinstance(value, dict) else ():
        yield from _check(given, key, root, f"{path}.{key}")


def _required(given, value, schema, root, path):
    if isinstance(value, dict):
        yield from (f"{path}: {key} is missing" for key in given if key not in value)


def _items(given, value, schema, root, path):
    for number, each in enumerate(value if isinstance(value, list) else ()):
        yield from _check(given, each, root, f"{path}[{number}]")


def _any_of(given, value, schema, root, path):
    if not any(not list(_check(each, value, root, path)) for each in given):
        yield f"{path}: {value!r} is none of what is allowed"


def _if(given, value, schema, root, path):
    branch = "else" if list(_check(given, value, root, path)) else "then"
    yield from _check(schema.get(branch, True), value, root, path)


def _limit(test: Callable[[Any, Any], bool], kinds: type | tuple[type, ...]):
    def check(given, value, schema, root, path):
        if isinstance(value, kinds) and not isinstance(value, bool) and not test(value, given):
            yield f"{path}: {value!r} against {given!r}"

    return check


_WORDS: Mapping[str, Callable[..., Iterator[str]]] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "required": _required,
    "items": _items,
    "anyOf": _any_of,
    "if": _if,
    "enum": _limit(lambda value, given: value in given, object),
    "const": _limit(lambda value, given: value == given, object),
    "pattern": _limit(lambda value, given: re.search(given, value) is not None, str),
    "minLength": _limit(lambda value, given: len(value) >= given, str),
    "maxLength": _limit(lambda value, given: len(value) <= given, str),
    "minItems": _limit(lambda value, given: len(value) >= given, list),
    "maxItems": _limit(lambda value, given: len(value) <= given, list),
    "minimum": _limit(lambda value, given: value >= given, (int, float)),
    "maximum": _limit(lambda value, given: value <= given, (int, float)),
}


class _Core(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does: no dates, no `yes`, no sexagesimal numbers."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


def as_editors_read(text: str) -> Any:
    """Read YAML as an editor does, with typed scalars."""
    return yaml.load(text, _Core)  # a SafeLoader with fewer types
