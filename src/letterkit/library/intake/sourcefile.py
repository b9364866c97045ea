"""Writes facts/sources/<id>.yaml: a new file whole, an existing one with a few lines more."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from letterkit.errors import LetterkitError
from letterkit.library.model import Original, Source, as_plain

_BREAKS = re.compile(
    "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
)  # what JSON leaves as it is and YAML does not


def written(source: Source) -> str:
    """Return the text of a new file for a source, without what nobody has decided."""
    given = {Source.fields[name].alias or name for name in source.model_fields_set}
    plain = {key: value for key, value in as_plain(source).items() if key in given}
    return "".join(f"{line}\n" for key, value in plain.items() for line in _lines(key, value))


def with_original(text: str, original: Original, file: str) -> str:
    """Return the text of a source's file with one more original, the latest; every other line stays.

    Raises LetterkitError where the list of originals is written in one line.
    """
    added = "".join(f"  {line}\n" for line in _item(as_plain(original)))
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    found = next((node for key, node in pairs if key.value == "originals"), None)
    if found is None:
        return f"{text}{'' if text.endswith(chr(10)) else chr(10)}originals:\n{added}"
    if not isinstance(found, yaml.SequenceNode) or found.flow_style or not found.value:
        raise LetterkitError(
            f"{file}: the originals are written in one line",
            "write each as `  - document: …` on lines of its own",
        )
    lines = text.splitlines(keepends=True)
    last = _last_line(found.value[-1], lines)
    indent = " " * found.start_mark.column
    item = "".join(f"{indent}{line}\n" for line in _item(as_plain(original)))
    before = "".join(lines[: last + 1])
    return f"{before}{'' if before.endswith(chr(10)) else chr(10)}{item}{''.join(lines[last + 1 :])}"


def _last_line(node: yaml.Node, lines: list[str]) -> int:
    """Return the number of the last line on which something of a node stands."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    end: int = node.end_mark.line
    while (
        end > node.start_mark.line
        and (node.end_mark.column == 0 or end >= len(lines))
        and not _stands_on(node, end, lines)
    ):
        end -= 1
    return end


def _stands_on(node: yaml.Node, line: int, lines: list[str]) -> bool:
    return (
        line < len(lines)
        and bool(lines[line].strip())
        and node.end_mark.line == line
        and node.end_mark.column > 0
    )


def _lines(key: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {name}: {scalar(each)}" for name, each in value.items())]
    if isinstance(value, list):
        return [f"{key}:", *(f"  {line}" for each in value for line in _item(each))]
    return [f"{key}: {scalar(value)}"]


def _item(value: Any) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"- {scalar(value)}"]
    lines = [f"{name}: {scalar(each)}" for name, each in value.items()]
    return [f"{'-' if not number else ' '} {line}" for number, line in enumerate(lines)]


def scalar(value: Any) -> str:
    """Return a text in double quotes as YAML reads it back."""
    quoted = json.dumps(str(value), ensure_ascii=False)
    return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
