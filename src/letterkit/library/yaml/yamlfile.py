"""Read one YAML file into plain data and the line of every value; says what is wrong, never raises for it.

Scalars stay strings (`NO`, `0123`, `12:30` and dates are traps of YAML 1.1); only a plain `null`, `~` or
nothing is None.  Typing is the model's work.  Anchors, tags and a key given twice are findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import ReaderError

from letterkit.findings import Finding, Place
from letterkit.library import lines as known

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # a PyYAML built without libyaml: slower, same answer
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Path = known.Path
_NULLS = {"", "null", "~", "Null", "NULL"}
# Signs that no page and no XML can show: YAML lets them in by escapes such as "\\0".
_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
_DEEPEST = 20  # the store nests six deep; a file that nests without end must not exhaust the stack
_MOST = 1_000_000  # values; the members of Congress are 45,000, and as many as here fit into 400 MB


@dataclass
class YamlFile:
    """`data` is None when the file cannot be read at all; `lines` gives the line (from 1) of each path."""

    data: Any
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest thing around it."""
        return known.nearest(self.lines, path)


def read(text: str, file: str) -> YamlFile:
    """Parse `text`; `file` names it in findings."""
    result = YamlFile(None)
    loader = None
    try:
        loader = _Loader(text)
        _Builder(loader, result, file).document()
    except yaml.YAMLError as error:
        result.data = None
        result.findings.append(_syntax(error, text, file))
    finally:
        if loader is not None:
            loader.dispose()
    return result


class _Builder:
    """Builds data from the parser's events: unlike its nodes, these tell of every anchor and tag."""

    def __init__(self, loader: Any, result: YamlFile, file: str) -> None:
        self.next = loader.get_event
        self.result = result
        self.file = file

    def document(self) -> None:
        self.next()  # the stream begins
        if isinstance(self.next(), yaml.StreamEndEvent):
            return
        self.result.data = self.value(self.next(), ())
        self.next()  # the document ends
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._say("yaml-syntax", after, "a second document begins here", "write one document to a file")

    def value(self, event: Any, path: Path) -> Any:
        self.result.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            self._say("yaml-alias", event, f"the anchor '{event.anchor}' is used here", "write the value out")
            return None
        self._refuse_marks(event)
        if len(self.result.lines) > _MOST:
            problem = f"this holds more than {_MOST:,} values"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= _DEEPEST:
            problem = f"this nests more than {_DEEPEST} levels deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _scalar(self, event: Any) -> str | None:
        value: str = event.value
        if sign := _CONTROL.search(value):
            message = f"the control character U+{ord(sign[0]):04X} is not allowed"
            self._say("control-character", event, message, "delete it")
        return None if event.implicit[0] and value in _NULLS else value

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None:
                self._say("yaml-key", event, "a key must be a plain word", "write `key: value`")
                self.value(event, (*path, ""))
            elif key in data:
                self._say("yaml-duplicate-key", event, f"'{key}' stands twice", "keep one of them")
            else:
                self._refuse_marks(event)
                self.result.lines.setdefault((*path, key), event.start_mark.line + 1)
            value = self.value(self.next(), (*path, key or ""))
            if key is not None:
                data.setdefault(key, value)
        return data

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._say("yaml-anchor", event, f"the anchor '{event.anchor}' is not allowed", "take it out")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._say("yaml-tag", event, f"the tag {tag} is not allowed", "write a plain value")

    def _say(self, rule: str, event: Any, message: str, hint: str) -> None:
        place = Place(self.file, event.start_mark.line + 1)
        self.result.findings.append(Finding(rule, "error", message, place, hint))


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    hint = "check indentation and quotes around this line; a text with ': ' or a leading '[' needs quotes"
    if isinstance(error, ReaderError):
        sign = chr(error.character) if isinstance(error.character, int) else str(error.character)
        line = text.count("\n", 0, text.find(sign)) + 1
        return _invalid(f"the control character U+{ord(sign):04X} is not allowed", file, line, "delete it")
    mark, last = getattr(error, "problem_mark", None), text.rstrip().count("\n") + 1
    problem = getattr(error, "problem", None) or str(error)
    return _invalid(problem, file, min(mark.line + 1, last) if mark else 1, hint)


def _invalid(problem: str, file: str, line: int, hint: str) -> Finding:
    return Finding("yaml-syntax", "error", f"this is not valid YAML: {problem}", Place(file, line), hint)
