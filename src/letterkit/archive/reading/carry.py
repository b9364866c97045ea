"""Carries works from one process to another as JSON, so that nothing but text ever crosses over."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from letterkit.archive.model import About, Block, Kind, Page, Work


def packed(works: list[Work]) -> str:
    """Return works as one line of JSON."""
    return json.dumps([asdict(work) for work in works], default=_day, ensure_ascii=True)


def unpacked(text: str) -> list[Work]:
    """Return the works that `packed` made the text of; raises ValueError or the like for any other."""
    return [_work(each) for each in json.loads(text)]


def _day(value: Any) -> str:
    if isinstance(value, datetime):
        return f"T{value.isoformat()}"
    if isinstance(value, date):
        return f"D{value.isoformat()}"
    raise TypeError(f"a work holds no {type(value).__name__}")


def _when(text: str | None) -> Any:
    if text is None:
        return None
    return datetime.fromisoformat(text[1:]) if text.startswith("T") else date.fromisoformat(text[1:])


def _work(data: dict[str, Any]) -> Work:
    about: dict[str, Any] = data["about"]
    lists = {key: tuple(each) for key, each in about.items() if isinstance(each, list)}
    return Work(
        data["item"],
        data["title"],
        _when(data["issued"]),
        tuple(map(_block, data["blocks"])),
        data["link"],
        _when(data["dated"]),
        About(**{**about, **lists, "modified": _when(about["modified"])}),
    )


def _block(data: dict[str, Any]) -> Block:
    pages = tuple((at, Page(**page)) for at, page in data["pages"])
    return Block(Kind(data["kind"]), data["text"], data["start"], pages)
