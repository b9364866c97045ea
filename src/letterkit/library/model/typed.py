"""Types the entries of the store with pydantic; loaded where YAML is read, and never to read the index.

The model's annotations are read here: what `Slug`, `Day` or `Prose` ask for is said by the validators below.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, TypeVar, cast, get_type_hints

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    create_model,
)
from pydantic_core import CoreSchema, core_schema

from letterkit.library import edtf
from letterkit.library.model import record
from letterkit.library.model.record import ID, NOTHING, Model

_Value = TypeVar("_Value", bound=Model)


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return edtf.parse_day(str(value))


def _span(value: object) -> edtf.Span:
    return value if isinstance(value, edtf.Span) else edtf.parse(str(value))


def _slug(value: str) -> str:
    if not ID.fullmatch(value):
        raise ValueError(f"'{value}' is no id: small letters and digits, joined by single hyphens")
    return value


def _claim_id(value: str) -> str:
    if not 3 <= len(value) <= 29:
        raise ValueError(f"'{value}' has {len(value)} characters; a claim's id has 3 to 29")
    return _slug(value)


def _one_line(value: str) -> str:
    return " ".join(part for part in re.split(r"[ \t\r\n]+", value) if part)


def _number(value: object) -> int | float:
    text = str(value)
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(f"'{text}' is no number: write digits alone, with a point before decimals")
    return float(text) if "." in text else int(text)


def _format(value: object) -> int:
    if not re.fullmatch(r"[0-9]+", str(value)):
        raise ValueError(f"'{value}' is no format: write 1")
    return int(str(value))


def _moment(value: str) -> str:
    """Return the value when a time, day, month or year of publication can be read from it."""
    try:
        edtf.published(value)
    except ValueError:
        raise ValueError(
            f"'{value}' is no day or time: write 2020-10-17 or 2020-10-17T09:30:00+00:00"
        ) from None
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]\S*", value):
        raise ValueError(f"'{value}' is no web address: it begins with https:// or http://")
    return value


Day = Annotated[date, BeforeValidator(_day)]
SpanField = Annotated[edtf.Span, BeforeValidator(_span)]
Slug = Annotated[str, AfterValidator(_slug)]
ClaimId = Annotated[str, AfterValidator(_claim_id)]
CommitteeCode = Annotated[str, Field(pattern=r"^[A-Z]{4}$")]  # as congress-legislators has it: SSFR
Prose = Annotated[str, AfterValidator(_one_line), Field(min_length=1)]
Number = Annotated[int | float, BeforeValidator(_number)]
Format = Annotated[int, BeforeValidator(_format)]
Moment = Annotated[str, AfterValidator(_moment)]
WebAddress = Annotated[str, AfterValidator(_web_address)]

_ADAPTERS: dict[type[Model], TypeAdapter[Any]] = {}
_TWINS: dict[type[Model], type[BaseModel]] = {}
_CONFIG = ConfigDict(extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)


def typed(model: type[_Value], data: Any) -> _Value:
    """Return plain data as a value of the model; raises pydantic's ValidationError."""
    return cast("_Value", adapter(model).validate_python(data))


def adapter(model: type[Model]) -> TypeAdapter[Any]:
    """Return what types data for a model and knows its JSON Schema."""
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(model)
    return _ADAPTERS[model]


def twin(model: type[Model]) -> type[BaseModel]:
    """Return the pydantic model of the same name and keys."""
    if model not in _TWINS:
        hints = hints_of(model, include_extras=True)
        keys: dict[str, Any] = {name: (hints[name], _field(key)) for name, key in model.fields.items()}
        _TWINS[model] = create_model(model.__name__, __config__=_CONFIG, __doc__=model.__doc__, **keys)
    return _TWINS[model]


def hints_of(model: type[Model], *, include_extras: bool = False) -> dict[str, Any]:
    """Return the types of a model's keys, with their validators where these are asked for."""
    names = {**vars(record), **vars(sys.modules[model.__module__]), **globals()}
    return get_type_hints(model, globalns=names, include_extras=include_extras)


def _field(key: record.Key) -> Any:
    default = ... if key.required else {} if key.default is NOTHING else key.default
    return Field(default, alias=key.alias, **key.limits)


def schema(model: type[Model], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return how pydantic makes a value of the model: by its twin, keeping the keys that were given."""

    def made(data: Any, by_twin: Callable[[Any], BaseModel]) -> Model:
        if isinstance(data, model):
            return data
        checked = by_twin(data)
        given = checked.model_fields_set
        value = model.from_keys({name: getattr(checked, name) for name in model.fields if name in given})
        value.check()
        return value

    return core_schema.no_info_wrap_validator_function(made, handler.generate_schema(twin(model)))
