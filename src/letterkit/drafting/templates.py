"""Render letter templates in a sandbox: no file but templates, no code, no unknown word, no work without end.

Everything that a template prints becomes a slot of the markup, so that data can never act as markup or as
template code; only the template's own text is markup.  Jinja marks that text as `Markup`: what would mix it
with data in one value is refused.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup

from letterkit.drafting import budget
from letterkit.drafting.budget import Budget
from letterkit.drafting.compiled import Compiled
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
    budget: Budget
    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for kind, message in _REFUSED.items():
            for node in tree.find_all(kind):
                raise TemplateSyntaxError(message, node.lineno, name, filename)
        for loop in tree.find_all(nodes.For):
            if loop.recursive:
                raise TemplateSyntaxError(
                    "a loop cannot be 'recursive': use one inside the other", loop.lineno, name, filename
                )
            loop.iter = nodes.Filter(loop.iter, _ROUNDS, [], [], None, None, lineno=loop.lineno)
        return tree

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        self.budget.spend()
        return super().get_template(*args, **kwargs)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.budget.spend()
        return super().call(context, called, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may see an attribute; of a claim it sees the id and prints the whole."""
        if isinstance(obj, Claim | Markup):
            return isinstance(obj, Claim) and attr == "id"
        if isinstance(obj, str) and attr in budget.GROWING_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        owner = getattr(value, "__self__", None)
        formatting = None if isinstance(owner, Markup) else super().wrap_str_format(value)
        if formatting is not None:
            budget.narrow(owner)
        return formatting

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator in ("*", "**"):
            raise SecurityError("templates do not multiply")
        if operator == "%":
            budget.narrow(left)
        return budget.bounded(_unmixed(super().call_binop(context, operator, left, right)))


_UNFIT = ("e", "escape", "forceescape", "safe", "xmlattr", "urlize", "tojson", "pprint", "random")
_ROUNDS = "_rounds"  # the filter through which every loop goes

# What no template of a letter needs, and why it may not be there.
_REFUSED: Mapping[type[nodes.Node], str] = {
    nodes.Concat: "'~' mixes text and data: print them one after the other",
    nodes.ScopedEvalContextModifier: "'autoescape' cannot be switched",
}


def _unmixed(value: Any) -> Any:
    """Return a value that is data alone."""
    if isinstance(value, Markup):
        raise SecurityError("text of the template is mixed with data: print them one after the other")
    return value


def _for_data(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that gives data and never text of a template."""

    @wraps(function)
    def filtered(*args: Any, **kwargs: Any) -> Any:
        return budget.bounded(_unmixed(function(*args, **kwargs)))

    return filtered


@pass_context
def _rounds(context: Any, items: Any) -> list[Any]:
    rounds: list[Any] = context.environment.budget.rounds(items)
    return rounds


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
            bytecode_cache=Compiled(),
        )
        filters = self._environment.filters
        for name in (*_UNFIT, *budget.GROWING_FILTERS):
            filters.pop(name, None)
        filters["replace"] = budget.replacing(filters["replace"])
        filters["join"] = budget.joining(filters["join"])
        filters.update({name: _for_data(function) for name, function in filters.items()})
        filters[_ROUNDS] = _rounds
        self._environment.globals.pop("lipsum", None)

    def has(self, name: str) -> bool:
        """Say whether there is such a template."""
        return self._source(name) is not None

    def render(self, name: str, words: Mapping[str, Any], slots: Slots) -> str:
        """Render a template to markup; raises LetterkitError that names template, line and word."""
        self._environment.slots = slots
        self._environment.budget = spent = Budget()
        _Renderer.words = tuple(words)
        try:
            return "".join(spent.printed(self._environment.get_template(name).generate(**words)))
        except TemplateSyntaxError as error:
            place = f"{error.filename or error.name}:{error.lineno}"
            raise LetterkitError(f"{place}: {error.message}", "mend the template") from error
        except TemplateNotFound as error:
            message = f"{_place(error, name)}: there is no template '{error.name}'"
            raise LetterkitError(message, "see templates/letters/") from error
        except LetterkitError:
            raise
        except Exception as error:  # a template may go wrong in any way that code can
            message, _, hint = (str(error) or type(error).__name__).partition("\x00")
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
    if isinstance(value, list | tuple):
        return Markup(" ".join(str(_finalize(context, item)) for item in value))  # noqa: S704
    slots: Slots = context.environment.slots
    return Markup(slots.put(value if isinstance(value, Claim) else _words_of(value)))  # noqa: S704 (a token)


def _words_of(value: Any) -> str:
    if isinstance(value, str | Undefined) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return str(value)
    what = "nothing" if value is None else f"a {type(value).__name__}"
    raise TemplateRuntimeError(
        f"{what} is printed here\x00print words, or {{{{ … or '' }}}} where there may be none"
    )
