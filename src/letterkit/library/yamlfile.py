"""Read one YAML file into plain data and the line of every value; says what is wrong, never raises for it.

Scalars stay strings (`NO`, `0123`, `12:30` and dates are traps of YAML 1.1); only a plain `null`, `~` or
nothing is None.  Typing is the model's work.  Anchors, tags and a key given twice are findings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from letterkit.findings import Finding, Place

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # a PyYAML built without libyaml: slower, same answer
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]
_NULLS = {"", "null", "~", "Null", "NULL"}


@dataclass
class YamlFile:
    """`data` is None when the file cannot be read at all; `lines` gives the line (from 1) of each path."""

    data: Any
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str, file: str) -> YamlFile:
    """Parse `text`; `file` names it in findings."""
    result = YamlFile(None)
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        result.findings.append(_syntax(error, file))
        return result
    if node is not None:
        result.data = _Builder(result, file).value(node, ())
    return result


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


class _Builder:
    def __init__(self, result: YamlFile, file: str) -> None:
        self.result = result
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        self.result.lines.setdefault(path, node.start_mark.line + 1)
        if not isinstance(node, yaml.ScalarNode):
            if id(node) in self.seen:
                self._say("yaml-alias", node, "an anchor is used here", "write the value out")
                return None
            self.seen.add(id(node))
        if node.tag.startswith("!") or node.tag.startswith("tag:yaml.org,2002:python"):
            self._say("yaml-tag", node, f"the tag {node.tag} is not allowed", "write a plain value")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, number)) for number, child in enumerate(node.value)]
        style = getattr(node, "style", None)
        return None if not style and node.value in _NULLS else node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, child in node.value:
            key = str(key_node.value)
            if key in data:
                self._say("yaml-duplicate-key", key_node, f"'{key}' stands twice", "keep one of them")
                continue
            self.result.lines[(*path, key)] = key_node.start_mark.line + 1
            data[key] = self.value(child, (*path, key))
        return data

    def _say(self, rule: str, node: yaml.Node, message: str, hint: str) -> None:
        place = Place(self.file, node.start_mark.line + 1)
        self.result.findings.append(Finding(rule, "error", message, place, hint))


def _syntax(error: yaml.YAMLError, file: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    line = mark.line + 1 if mark else 1
    hint = "check indentation and quotes around this line; a text with ': ' or a leading '[' needs quotes"
    return Finding("yaml-syntax", "error", f"this is not valid YAML: {problem}", Place(file, line), hint)
