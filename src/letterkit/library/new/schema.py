"""JSON Schemas of the store's files, made from the models, for editors that complete and check YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from letterkit.library.model import Claim, Uncited
from letterkit.library.model.heading import Named
from letterkit.library.model.record import Model
from letterkit.library.model.typed import adapter
from letterkit.library.new.described_keys import words
from letterkit.library.store import KINDS, LIST_KEYS

DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors for YAML speak
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_DATE = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
_YEAR = {"type": "integer", "minimum": 1000, "maximum": 9999}
# What the validators of the model ask for, as far as a schema can say it.
_BY_VALIDATOR: Mapping[str, JsonSchemaValue] = {
    "_slug": {"type": "string", "pattern": f"^{_SLUG}$"},
    "_claim_id": {"type": "string", "pattern": f"^{_SLUG}$", "minLength": 3, "maxLength": 29},
    "_web_address": {"type": "string", "pattern": "^https?://[^\\s/]\\S*$"},
    "_moment": {"anyOf": [{"type": "string", "pattern": f"^({_DATE}|{_DAY}{_TIME})$"}, _YEAR]},
    "_span": {"anyOf": [{"type": "string", "pattern": f"^{_DATE}(/{_DATE})?$"}, _YEAR]},
    "_day": {"type": "string", "pattern": f"^{_DAY}$"},
    "_number": {"type": "number"},
    "_format": {"const": 1},
}
# Where text is asked for, YAML's own numbers will do: they are read as text.
_TEXT: JsonSchemaValue = {"type": ["string", "number"]}


class _Generator(GenerateJsonSchema):
    """Adds the patterns of our own validators, which pydantic does not know of."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        return _own(schema) or super().function_before_schema(schema)

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        return _own(schema) or super().function_after_schema(schema)


def _own(schema: Any) -> JsonSchemaValue | None:
    found = _BY_VALIDATOR.get(getattr(schema["function"]["function"], "__name__", ""))
    return dict(found) if found else None


def schemas() -> dict[str, JsonSchemaValue]:
    """Return the schema of every kind of file by the kind's name, and of `library`."""
    made = {kind: _file(kind, model) for kind, model in KINDS.items() if kind != "claims"}
    return {"library": _whole("library", _entry(Named)), "claims": _claims(), **made}


def _file(kind: str, model: type[Model]) -> JsonSchemaValue:
    """Return the schema of a file that holds one entry, or a list of them below the kind's name."""
    entry = _entry(model)
    definitions = {**entry.pop("$defs", {}), model.__name__: entry}
    reference = {"$ref": f"#/definitions/{model.__name__}"}
    more = {key: entry["properties"][key] for key in LIST_KEYS.get(kind, ())}
    several = {
        "type": "object",
        "properties": {kind: {"type": "array", "items": reference}, **more},
        "required": [kind],
        "additionalProperties": False,
    }
    schema = {"if": {"required": [kind]}, "then": several, "else": reference, "definitions": definitions}
    return _whole(kind, schema)


def _claims() -> JsonSchemaValue:
    claim, uncited = _entry(Claim), _entry(Uncited)
    definitions = {**claim.pop("$defs", {}), **uncited.pop("$defs", {}), "Claim": claim, "Uncited": uncited}
    del claim["properties"]["source"]  # it stands once, above all claims
    claim["required"].remove("source")
    lists = {"claims": "Claim", "uncited": "Uncited"}
    properties: dict[str, JsonSchemaValue] = {"source": dict(_BY_VALIDATOR["_slug"])}
    properties |= {
        key: {"type": ["array", "null"], "items": {"$ref": f"#/definitions/{name}"}}
        for key, name in lists.items()
    }
    for key, value in properties.items():
        value["description"] = words("ClaimFile", key)
    schema = {
        "type": "object",
        "properties": properties,
        "required": ["source"],
        "additionalProperties": False,
        "definitions": definitions,
    }
    return _whole("claims", schema)


def _whole(kind: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    head = {"$schema": DIALECT, "title": f"letterkit: {kind}", "$comment": "made by `letterkit new`"}
    definitions = {**schema.pop("definitions", {}), **schema.pop("$defs", {})}
    return {**head, **schema, **({"definitions": definitions} if definitions else {})}


def _entry(model: type[Model]) -> JsonSchemaValue:
    """Return the schema of a model, with what each key is for, and `null` for what may be left out."""
    made = adapter(model).json_schema(
        by_alias=True, schema_generator=_Generator, ref_template="#/definitions/{model}"
    )
    for name, each in [(model.__name__, made), *made.get("$defs", {}).items()]:
        _tidy(name, each)
    return made


def _tidy(name: str, schema: JsonSchemaValue) -> None:
    schema.pop("title", None)
    required = schema.get("required", [])
    for key, value in schema.get("properties", {}).items():
        tidied = _relaxed(value)
        told = words(name, key)
        if told:
            tidied["description"] = told
        if key not in required and not _takes_null(tidied):
            alone = {name: tidied.pop(name) for name in ("description", "default") if name in tidied}
            tidied = {"anyOf": [tidied, {"type": "null"}], **alone}
        schema["properties"][key] = tidied


def _relaxed(value: Any) -> Any:
    """Leave out pydantic's titles and empty defaults, and take numbers for plain text."""
    if isinstance(value, list):
        return [_relaxed(each) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _relaxed(each) for key, each in value.items() if not (key == "title" and isinstance(each, str))
    }
    if kept.get("default", 0) in (None, [], {}):
        del kept["default"]
    plain = kept.get("type") == "string" and not {"pattern", "enum", "const", "minLength"} & set(kept)
    return {**kept, **_TEXT} if plain else kept


def _takes_null(schema: JsonSchemaValue) -> bool:
    return any(each.get("type") == "null" for each in schema.get("anyOf", ()))


def undescribed() -> Iterator[str]:
    """Yield the keys of the models that no words describe."""
    models: tuple[type[Model], ...] = (Named, Uncited, *KINDS.values())
    for model in models:
        made = adapter(model).json_schema(by_alias=True, schema_generator=_Generator)
        for name, each in [(model.__name__, made), *made.get("$defs", {}).items()]:
            yield from (f"{name}.{key}" for key in each.get("properties", {}) if not words(name, key))
