"""Type one entry of the store, and turn what pydantic says into findings that tell what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from letterkit.findings import Finding, Place, did_you_mean


def explain(
    model: type[BaseModel], data: Any, place: Callable[..., Place]
) -> tuple[BaseModel | None, list[Finding]]:
    """Return the typed entry, or None and every finding; `place` maps a path inside it to its line."""
    if not isinstance(data, Mapping):
        finding = Finding(
            "not-a-mapping", "error", "expected keys with values", place(), "write `key: value`"
        )
        return None, [finding]
    absent = {key: value for key, value in data.items() if value is not None}
    try:
        return model.model_validate(absent), []
    except ValidationError as error:
        return None, [_finding(model, problem, place) for problem in error.errors()]


def _finding(model: type[BaseModel], problem: Any, place: Callable[..., Place]) -> Finding:
    path = tuple(part for part in problem["loc"] if part != "[key]")
    name = str(path[-1]) if path else ""
    where = place(*path)
    kind = problem["type"]
    if kind == "extra_forbidden":
        known = sorted(set(_keys(model)))
        hint = did_you_mean(name, known) or f"known keys: {', '.join(_own_keys(model))}"
        return Finding("unknown-key", "error", f"unknown key '{name}'", where, hint)
    if kind == "missing":
        return Finding("missing-key", "error", f"'{name}' is missing", place(*path[:-1]), f"add '{name}: …'")
    if kind == "literal_error":
        allowed = problem["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        given = str(problem["input"])
        hint = did_you_mean(given, allowed) or f"one of: {', '.join(allowed)}"
        return Finding("unknown-value", "error", f"'{given}' is no {_label(path)}", where, hint)
    return Finding("bad-value", "error", f"{_label(path)}: {_message(problem)}", where, _advice(kind))


def _label(path: tuple[Any, ...]) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "value")


def _message(problem: Any) -> str:
    message = str(problem["msg"]).removeprefix("Value error, ")
    return message[0].lower() + message[1:] if message else "is wrong"


def _advice(kind: str) -> str:
    advice = {
        "string_type": "write text, in quotes if it looks like something else",
        "tuple_type": "write a list: [a, b], or one line each beginning with '- '",
        "mapping_type": "write `key: value` pairs",
        "bool_parsing": "write true or false",
        "int_parsing": "write a whole number",
        "too_short": "give at least one",
    }
    return advice.get(kind, "")


def _own_keys(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a model and of every model inside it."""
    yield from _own_keys(model)
    for info in model.model_fields.values():
        for inner in _models(info.annotation):
            yield from _keys(inner)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
