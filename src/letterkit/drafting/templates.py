"""Render letter templates in a sandbox: no file but templates, no code, no unknown word.

Everything that a template prints becomes a slot of the markup, so that data can never act as markup or as
template code; only the template's own text is markup.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup

from letterkit.errors import LetterkitError
from letterkit.findings import did_you_mean
from letterkit.letter.markup import Slots
from letterkit.letter.model import Claim

TemplateSource = Callable[[str], str | None]


class _Loader(BaseLoader):
    def __init__(self, source: TemplateSource) -> None:
        self.source = source

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        text = self.source(template)
        if text is None:
            raise TemplateNotFound(template)
        return text, f"templates/letters/{template}", lambda: True


class _Unknown(StrictUndefined):
    """An unknown word that names its nearest neighbour."""

    @property
    def _undefined_message(self) -> str:
        message = super()._undefined_message
        around = self._undefined_obj
        known = list(around) if isinstance(around, Mapping) else _Renderer.words
        hint = did_you_mean(str(self._undefined_name), [str(name) for name in known])
        return f"{message}\x00{hint}" if hint else str(message)


class _Renderer(ImmutableSandboxedEnvironment):
    words: tuple[str, ...] = ()
    slots: Slots


class Templates:
    """The templates of a library; one value serves many letters, one after the other."""

    def __init__(self, source: TemplateSource) -> None:
        self._source = source
        self._environment = _Renderer(
            loader=_Loader(source),
            autoescape=True,
            undefined=_Unknown,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_finalize,
        )
        for unsafe in ("safe", "xmlattr", "urlize", "tojson", "pprint"):
            self._environment.filters.pop(unsafe, None)
        self._environment.globals.pop("lipsum", None)

    def has(self, name: str) -> bool:
        """Say whether there is such a template."""
        return self._source(name) is not None

    def render(self, name: str, words: Mapping[str, Any], slots: Slots) -> str:
        """Render a template to markup; raises LetterkitError that names template, line and word."""
        self._environment.slots = slots
        _Renderer.words = tuple(words)
        try:
            return str(self._environment.get_template(name).render(**words))
        except TemplateSyntaxError as error:
            place = f"{error.filename or error.name}:{error.lineno}"
            raise LetterkitError(f"{place}: {error.message}", "mend the template") from error
        except TemplateNotFound as error:
            raise LetterkitError(
                f"the template {error.name} does not exist", "see templates/letters/"
            ) from error
        except (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as error:
            message, _, hint = str(error).partition("\x00")
            raise LetterkitError(f"{_place(error, name)}: {message}", hint or "mend the template") from error


def _place(error: Exception, name: str) -> str:
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "templates/letters/" in frame.filename
    ]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else f"templates/letters/{name}"


@pass_context
def _finalize(context: Any, value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    environment: _Renderer = context.environment
    if isinstance(value, Claim):
        return Markup(environment.slots.put(value))  # noqa: S704 (a token, not data)
    if isinstance(value, list | tuple):
        return Markup(" ".join(str(_finalize(context, item)) for item in value))  # noqa: S704
    return Markup(environment.slots.put(str(value)))  # noqa: S704
