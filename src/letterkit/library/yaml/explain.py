"""Type one entry of the store, and turn what pydantic says into findings that tell what to do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from letterkit.findings import Finding, Place, did_you_mean
from letterkit.library.model.record import Model
from letterkit.library.model.typed import twin, typed

_Value = TypeVar("_Value", bound=Model)

# What pydantic calls a fault -> what is wrong in words of YAML, and what to write instead.
_LIST = ("is not a list", "write [a, b], or one line each beginning with '- '")
_TEXT = ("is not a text", "write words, in quotes if they look like something else")
_KEYS = ("is not made of keys with values", "write `key: value`")
_WHOLE = ("is no whole number", "write digits alone")
_YES_NO = ("is neither true nor false", "write true or false")
_EMPTY = ("is empty", "give at least one, or leave the key out")
_FAULTS: Mapping[str, tuple[str, str]] = {
    "string_type": _TEXT, "tuple_type": _LIST, "model_type": _KEYS, "mapping_type": _KEYS, "dict_type": _KEYS,
    "bool_parsing": _YES_NO, "bool_type": _YES_NO, "int_parsing": _WHOLE, "int_type": _WHOLE,
    "too_short": _EMPTY, "string_too_short": _EMPTY,
}  # fmt: skip


def explain(
    model: type[_Value], data: Any, place: Callable[..., Place]
) -> tuple[_Value | None, list[Finding]]:
    """Return the typed entry and every finding; `place` maps a path inside it to its line.

    An entry that is wrong in some keys is returned without them, with a misspelt key taken for its nearest,
    so that the checks can go on to what else is wrong; it is None where nothing sound is left.
    """
    if not isinstance(data, Mapping):
        finding = Finding(
            "not-a-mapping", "error", "expected keys with values", place(), "write `key: value`"
        )
        return None, [finding]
    given = _given(data)
    try:
        return typed(model, given), []
    except ValidationError as error:
        findings = [_finding(model, problem, place) for problem in _causes(error)]
        return _mended(model, given, error), findings


def _mended(model: type[_Value], given: dict[str, Any], error: ValidationError) -> _Value | None:
    """Return the entry as it would be without its faults, if that is an entry at all.

    What is wrong deep inside is left out there, or with the whole of its key where it cannot be missed.
    """
    problems = [problem for problem in error.errors() if problem["loc"]]
    for mend in (_mend_inside, _mend_at_the_top):
        sound = deepcopy(given)
        for problem in sorted(problems, key=_last_first, reverse=True):
            mend(model, sound, problem)
        try:
            return typed(model, sound)
        except ValidationError:
            continue
    return None


def _last_first(problem: Any) -> list[str]:
    return [f"{part:09}" if isinstance(part, int) else part for part in problem["loc"]]


def _mend_inside(model: type[Model], sound: dict[str, Any], problem: Any) -> None:
    """Take a fault out of the mapping or list that holds it."""
    *way, name = (part for part in problem["loc"] if part != "[key]")
    holder: Any = sound
    for part in way:
        try:
            holder = holder[part]
        except (LookupError, TypeError):
            return
    if isinstance(holder, dict):
        _mend(_model_at(model, tuple(way)).keys(), holder, str(name), problem)
    elif isinstance(holder, list) and isinstance(name, int) and name < len(holder):
        del holder[name]


def _mend_at_the_top(model: type[Model], sound: dict[str, Any], problem: Any) -> None:
    _mend(model.keys(), sound, str(problem["loc"][0]), problem, deep=len(problem["loc"]) > 1)


def _mend(known: list[str], holder: dict[str, Any], name: str, problem: Any, *, deep: bool = False) -> None:
    """Take a key out, or write it, or its value, as it was meant."""
    given = name in holder
    value = holder.pop(name, None)
    if problem["type"] == "extra_forbidden" and not deep:
        meant = _nearest(name, known)
        holder |= {meant: value} if meant and meant not in holder else {}
    elif problem["type"] == "literal_error" and not deep:
        likely = _nearest(str(problem["input"]), _allowed(problem))
        if "[key]" in problem["loc"]:
            holder |= {likely: value} if likely and likely not in holder else {}
        elif given and likely:
            holder[name] = likely


def _nearest(word: str, known: list[str]) -> str:
    return next(iter(difflib.get_close_matches(word, known, n=1)), "")


def _allowed(problem: Any) -> list[str]:
    """Return the words that a key takes, from pydantic's list of them."""
    return [word.strip(" '") for word in problem["ctx"]["expected"].replace(" or ", ", ").split(", ")]


def _given(data: Any) -> Any:
    """Leave out the keys without a value: `follow: null` says the same as no `follow` at all."""
    if isinstance(data, Mapping):
        return {key: _given(value) for key, value in data.items() if value is not None}
    return [_given(item) for item in data] if isinstance(data, list) else data


def _causes(error: ValidationError) -> Iterator[Any]:
    """Yield the problems, without a list found empty only because what stands in it is wrong."""
    problems = error.errors()
    paths = [problem["loc"] for problem in problems]
    for problem in problems:
        size = len(problem["loc"])
        inside = any(len(path) > size and path[:size] == problem["loc"] for path in paths)
        if not (inside and problem["type"] == "too_short"):
            yield problem


def _finding(model: type[Model], problem: Any, place: Callable[..., Place]) -> Finding:
    path = tuple(part for part in problem["loc"] if part != "[key]")
    name = str(path[-1]) if path else ""
    where = place(*path)
    kind = problem["type"]
    if kind == "extra_forbidden":
        known = _model_at(model, path[:-1]).keys()
        hint = did_you_mean(name, known) or f"known keys: {', '.join(known)}"
        return Finding("unknown-key", "error", f"unknown key '{name}'", where, hint)
    if kind == "missing":
        return Finding("missing-key", "error", f"'{name}' is missing", place(*path[:-1]), f"add '{name}: …'")
    if kind == "literal_error":
        allowed = _allowed(problem)
        given = str(problem["input"])
        label = _label(path[:-1] if "[key]" in problem["loc"] else path)
        hint = did_you_mean(given, allowed) or f"one of: {', '.join(allowed)}"
        return Finding("unknown-value", "error", f"'{given}' is not known for '{label}'", where, hint)
    fault, hint = _FAULTS.get(kind, ("", ""))
    message = f"'{_label(path)}' {fault}" if fault else f"{_label(path)}: {_message(problem)}"
    return Finding("bad-value", "error", message, where, hint)


def _label(path: tuple[Any, ...]) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "value")


def _message(problem: Any) -> str:
    """Return what a validator of ours, or pydantic itself, says."""
    return str(problem["msg"]).removeprefix("Value error, ").removeprefix("Input ")


def _model_at(model: type[Model], path: tuple[Any, ...]) -> type[Model]:
    """Return the model that a path inside a model leads to."""
    for part in path:
        names = {key.alias or name: name for name, key in model.fields.items()}
        if part in names:
            model = next(_models(twin(model).model_fields[names[part]].annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
