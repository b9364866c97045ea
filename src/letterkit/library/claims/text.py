"""Writes one claim as YAML text, in the order and style of the starter's files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# The order of the keys; others follow as they come.
ORDER = (
    "id", "claim", "follow", "quotes", "topics", "lead_in", "pair", "role", "parties", "party_from",
    "happened", "place", "certainty", "attributed_to", "component_certainty", "figures", "persons",
    "sensitivity", "supersedes", "conflicts_with", "same_as", "valid_until", "review_by", "note", "weight",
)  # fmt: skip
_FOLDED = ("claim", "follow")
_EVEN_EMPTY = ("topics", "parties", "quotes")
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ](?:[\w .’'“”()/;–-]*[\w.’”)])?")
_TRAP = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)
_WIDTH = 110


def claim_text(entry: Mapping[str, Any], remarks: Mapping[str, str] | None = None) -> str:
    """Return a claim as an item of a list: `- id: …`, its keys below; `remarks` stand behind their keys."""
    keys = [*(key for key in ORDER if key in entry), *(key for key in entry if key not in ORDER)]
    lines: list[str] = []
    for key in keys:
        if entry[key] not in (None, "", [], (), {}) or key in _EVEN_EMPTY:
            first, *rest = _lines(key, entry[key])
            remark = (remarks or {}).get(key)
            lines += [f"{first}  # {remark}" if remark else first, *rest]
    return "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))


def _lines(key: str, value: Any) -> Iterator[str]:
    if key in _FOLDED:
        yield f"{key}: >-"
        yield f"  {' '.join(str(value).split())}"
    elif key == "quotes":
        yield "quotes:" if value else "quotes: []"
        yield from (f"  - {quoted(each)}" for each in value)
    elif isinstance(value, list | tuple) and len(f"{key}: {flow(value)}") > _WIDTH:
        yield f"{key}:"
        yield from (f"  - {flow(each)}" for each in value)
    elif isinstance(value, str) and _is_plain(value.replace(",", "")):
        yield f"{key}: {value}"
    else:
        yield f"{key}: {flow(value)}"


def flow(value: Any) -> str:
    """Return a value on one line, as it may stand inside a list."""
    if isinstance(value, Mapping):
        pairs = (f"{key}: {flow(each)}" for key, each in value.items() if each not in (None, "", [], ()))
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(flow(each) for each in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.10g}" if abs(value) < 1e9 else f"{value:.0f}"
    return str(value) if _is_plain(str(value)) else quoted(str(value))


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and not _TRAP.fullmatch(text)


def quoted(text: str) -> str:
    """Return a text in double quotes as YAML reads it back."""
    shown = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", shown)
