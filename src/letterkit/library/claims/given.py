"""Reads claims that somebody wrote for one source: one of them in YAML, a list, or a whole file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from letterkit.findings import Finding, Place
from letterkit.library.claims.text import claim_text
from letterkit.library.model import Claim
from letterkit.library.store import Origin
from letterkit.library.yaml import yamlfile
from letterkit.library.yaml.explain import explain


@dataclass
class Given:
    """The claims by id, where each was read, its text as an item of a list, and what is wrong."""

    claims: dict[str, Claim] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def given(text: str, file: str, source: str) -> Given:
    """Read `text`, which the user knows as `file`, for claims of `source`."""
    parsed = yamlfile.read(text.replace("\r\n", "\n"), file)
    result = Given(findings=list(parsed.findings))
    if parsed.findings and parsed.data is None:
        return result
    path = _list_at(parsed, file, source, result)
    items = _at(parsed.data, path)
    if not isinstance(items, list) or not items:
        hint = "write `- id: …` with the keys of a claim below it; `letterkit facts suggest` shows how"
        result.findings.append(Finding("no-claims", "error", "no claim stands here", Place(file, 1), hint))
        return result
    for number, item in enumerate(items):
        _take(result, Origin(file, parsed, (*path, number)), item, source)
        _keep_text(result, parsed, text.replace("\r\n", "\n"), (*path, number), item)
    return result


def _list_at(parsed: yamlfile.YamlFile, file: str, source: str, result: Given) -> yamlfile.Path:
    """Return where the list of claims stands; a single claim becomes a list of one."""
    data = parsed.data
    if not isinstance(data, dict):
        return ()
    if "claims" not in data:
        parsed.data = [data]
        parsed.lines = {(0, *path): line for path, line in parsed.lines.items()}
        return ()
    if data.get("source") not in (None, source):
        message = f"these claims are of '{data['source']}', not of '{source}'"
        hint = f"correct 'source', or say `letterkit facts add {data['source']}`"
        result.findings.append(
            Finding("other-source", "error", message, Place(file, parsed.line(("source",))), hint)
        )
    for key in data:
        if key not in ("source", "claims"):
            place = Place(file, parsed.line((key,)))
            hint = "only claims are added; write the rest into the file by hand"
            result.findings.append(Finding("unknown-key", "error", f"'{key}' is not added", place, hint))
    return ("claims",)


def _at(data: Any, path: yamlfile.Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _take(result: Given, origin: Origin, item: Any, source: str) -> None:
    if isinstance(item, dict):
        if item.get("source") not in (None, source):
            message = f"this claim is of '{item['source']}', not of '{source}'"
            result.findings.append(
                Finding("other-source", "error", message, origin.place("source"), "leave 'source' out")
            )
        item["source"] = source
    claim, findings = explain(Claim, item, origin.place)
    result.findings += findings
    if not isinstance(claim, Claim):
        return
    if claim.id in result.claims:
        message = f"'{claim.id}' stands twice"
        result.findings.append(
            Finding("duplicate-id", "error", message, origin.place("id"), "choose another id")
        )
        return
    result.claims[claim.id] = claim
    result.origins[claim.id] = origin


def _keep_text(result: Given, parsed: yamlfile.YamlFile, text: str, path: yamlfile.Path, item: Any) -> None:
    """Keep the lines of a claim as they were written, its comments too, or write it anew."""
    name = item.get("id") if isinstance(item, dict) else None
    if not isinstance(name, str) or name in result.texts:
        return
    lines = text.split("\n")
    start = parsed.line(path) - 1
    below = (line - 1 for other, line in parsed.lines.items() if _is_next(other, path))
    end = min((line for line in below if line > start), default=len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    kept = _item(lines[start:end])
    again = yamlfile.read(kept, "") if kept else None
    plain = {key: value for key, value in item.items() if key != "source"}
    same = again is not None and isinstance(again.data, list) and _without_source(again.data[0]) == plain
    result.texts[name] = kept if same else claim_text(plain)


def _is_next(other: yamlfile.Path, path: yamlfile.Path) -> bool:
    """Say whether a path begins a later item of the same list, or a key behind the list."""
    size = len(path)
    later = len(other) == size and other[:-1] == path[:-1] and other[-1] != path[-1]
    return later or (len(other) < size and other != path[: len(other)])


def _without_source(item: Any) -> Any:
    return {key: value for key, value in item.items() if key != "source"} if isinstance(item, dict) else item


def _item(lines: list[str]) -> str:
    """Return the lines of a claim as an item at the left edge; empty where they are no lines of their own."""
    lines = [line for line in lines if not re.match(r"\s*(?:- )?source:", line)]
    if not lines:
        return ""
    first = re.match(r"(\s*)(- +)?(?=\w)", lines[0])
    if first is None:
        return ""
    indent = len(first[0])
    body = [line[indent:] if not line[:indent].strip() else "\0" for line in lines[1:]]
    if "\0" in body:
        return ""
    item = [f"- {lines[0][indent:]}", *(f"  {line}" if line else line for line in body)]
    return "\n".join(line.rstrip() for line in item) + "\n"
