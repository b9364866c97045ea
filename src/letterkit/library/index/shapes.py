"""Values of the store as JSON, and how to make them again: `shapes` says which keys are no plain JSON.

A shape is None for what JSON holds as it is, `day`, `span`, the name of a model (a text in its place stays a
text), `[list, shape]` or `[map, shape]`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, get_args, get_origin

from letterkit.library import edtf, model
from letterkit.library.links import Alike
from letterkit.library.model.record import Model

Shape = Any
Make = Callable[[Any], Any]
span = lru_cache(maxsize=4096)(edtf.parse)


def as_json(value: Any) -> Any:
    """Return a value of the store as JSON, with only the keys that it was given."""
    if isinstance(value, Model):
        return {name: as_json(part) for name, part in value.__dict__.items()}
    if isinstance(value, edtf.Span):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    return {key: as_json(part) for key, part in value.items()} if isinstance(value, Mapping) else value


def alike_as_text(kind: Alike) -> str:
    """Return what claims have in common as one text."""
    return json.dumps(kind, ensure_ascii=False)


def alike_of_text(text: str) -> Alike:
    """Return what claims have in common, out of `alike_as_text`."""
    role, topics, parties, *rest = json.loads(text)
    return Alike(role, tuple(topics), tuple(parties), *rest)


def shapes(models: Iterable[type[Model]]) -> dict[str, dict[str, Shape]]:
    """Return the shapes of the keys of models and of all that stand in them."""
    from letterkit.library.model.typed import hints_of

    found: dict[str, dict[str, Shape]] = {}
    waiting = list(models)
    while waiting:
        each = waiting.pop()
        if each.__name__ not in found:
            hints = hints_of(each)
            given = {name: shape for name in each.fields if (shape := _shape(hints[name])) is not None}
            found[each.__name__] = given
            waiting += [inner for hint in hints.values() for inner in _models(hint)]
    return found


def _shape(hint: Any) -> Shape:
    if isinstance(hint, type) and issubclass(hint, Model):
        return hint.__name__
    if hint is date or hint is edtf.Span:
        return "day" if hint is date else "span"
    arguments, origin = get_args(hint), get_origin(hint)
    if origin is tuple:
        return ["list", _shape(arguments[0])]
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        inner = _shape(arguments[1])
        return inner and ["map", inner]
    return next((shape for each in arguments if (shape := _shape(each)) is not None), None)


def _models(hint: Any) -> Iterable[type[Model]]:
    if isinstance(hint, type) and issubclass(hint, Model):
        yield hint
    for argument in get_args(hint):
        yield from _models(argument)


class Maker:
    """Makes values again from JSON, by the shapes that were written beside them."""

    def __init__(self, written: Mapping[str, Mapping[str, Shape]]) -> None:
        self._written = written
        self._known: dict[str, Make] = {}

    def of(self, name: str) -> Make:
        """Return what makes values of the model of that name."""
        if name not in self._known:
            self._known[name] = self._model(name)
        return self._known[name]

    def _model(self, name: str) -> Make:
        kind: type[Model] = getattr(model, name)
        makes = {key: self.by(shape) for key, shape in self._written[name].items()}
        from_keys = kind.from_keys

        def make(given: Any) -> Any:
            if isinstance(given, str):
                return given
            for key in makes.keys() & given.keys():
                if given[key] is not None:
                    given[key] = makes[key](given[key])
            return from_keys(given)

        return make

    def by(self, shape: Shape) -> Make:
        """Return what makes a value of a shape."""
        if shape is None:
            return lambda value: value
        if isinstance(shape, str):
            known: dict[str, Make] = {"day": date.fromisoformat, "span": span}
            return known.get(shape) or self.of(shape)
        kind, inner = shape[0], self.by(shape[1])
        if kind == "map":
            return lambda value: {key: inner(part) for key, part in value.items()}
        return tuple if shape[1] is None else lambda value: tuple(map(inner, value))
