"""What a batch made, for whom, from which claims: as rows, as JSON and as CSV; and what of it still holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from letterkit.drafting.address import address
from letterkit.drafting.brief import Brief
from letterkit.findings import Finding
from letterkit.outreach import sheet
from letterkit.outreach.likeness import Likeness
from letterkit.outreach.orders import Made, Order, Task

Row = dict[str, Any]
COLUMNS = (
    "id", "name", "office", "organisation", "salutation", "email", "status", "files", "sha256", "claims",
    "unsourced", "words", "alike", "most_like", "findings",
)  # fmt: skip


def proof(brief: Brief, email: str = "") -> Row:
    """Return what to proof-read before anything is made: names, salutation, address."""
    to, _ = address(brief)
    return {
        "id": brief.recipient.id,
        "name": " and ".join(block[0] for block in to.blocks),
        "office": " and ".join((brief.recipient.office, *brief.recipient.jointly)),
        "organisation": brief.recipient.organisation,
        "salutation": to.salutation,
        "address": list(to.lines),
        "email": email or None,
    }


def row(task: Task, about: Row, made: Made, sha256: Mapping[str, str]) -> Row:
    """Return what the index says of one letter; `sha256` by file name, empty where none was made."""
    return {
        **about,
        "status": "made" if sha256 else "failed",
        "files": [{"name": name, "sha256": digest} for name, digest in sha256.items()],
        "claims": list(made.claims),
        "words": made.words,
        "findings": [finding.as_json() for finding in made.findings],
        "made_from": task.made_from,
        "sentences": list(made.sentences),
    }


def whole(order: Order, to: str, rows: Sequence[Row], findings: Iterable[Finding]) -> dict[str, Any]:
    """Return the index as plain data; rows in the order of the recipients."""
    return {
        "batch": {"to": to, **order.as_json()},
        "recipients": list(rows),
        "findings": [finding.as_json() for finding in findings],
    }


def with_likeness(rows: Iterable[Row], near: Mapping[str, Likeness]) -> list[Row]:
    """Return the rows with the share of sentences that stand in the most similar other letter."""
    return [row | {"alike": _likeness(near.get(row["id"]))} for row in rows]


def _likeness(near: Likeness | None) -> dict[str, Any] | None:
    return {"share": round(near.share, 4), "to": near.to} if near else None


def as_json(index: Mapping[str, Any]) -> bytes:
    """Return the index as JSON, one recipient a line, so that two can be compared line by line."""
    head, findings = (json.dumps(index[key], ensure_ascii=False) for key in ("batch", "findings"))
    rows = ",\n".join(json.dumps(each, ensure_ascii=False) for each in index["recipients"])
    return f'{{"batch": {head},\n"recipients": [\n{rows}\n],\n"findings": {findings}}}\n'.encode()


def as_csv(rows: Iterable[Row]) -> bytes:
    """Return the rows as CSV with a mark by which spreadsheets know UTF-8; no cell runs as a formula."""
    return sheet.table([COLUMNS, *map(_cells, rows)]).encode("utf-8-sig")


def _cells(row: Row) -> Iterator[str]:
    near = row.get("alike") or {}
    shown = {
        **row,
        "files": " | ".join(each["name"] for each in row["files"]),
        "sha256": " | ".join(each["sha256"] for each in row["files"]),
        "claims": " ".join(row["claims"]),
        "unsourced": " | ".join(row["unsourced"]),
        "alike": f"{near['share']:.0%}" if near else "",
        "most_like": near.get("to", ""),
        "findings": " | ".join(_told(each) for each in row["findings"]),
    }
    yield from ("" if shown.get(column) is None else str(shown[column]) for column in COLUMNS)


def _told(finding: Mapping[str, Any]) -> str:
    return f"{finding['severity']}[{finding['rule']}] {finding['message']}"


def differences(before: Mapping[str, Any], order: Order) -> list[str]:
    """Return what an earlier beginning of a batch was told otherwise."""
    now = json.loads(json.dumps(order.as_json()))
    return [key for key in now if before.get(key) != now[key] and key != "allow"]


def outdated(rows: Iterable[Row], tasks: Iterable[Task]) -> Iterator[Finding]:
    """Yield the finished letters of an earlier beginning that would now be others, or go to nobody."""
    now = {task.id: task.made_from for task in tasks}
    for each in rows:
        if each["status"] != "made" or now.get(each["id"]) == each["made_from"]:
            continue
        changed = "has other data now" if each["id"] in now else "is not among the recipients any more"
        message = f"{each['id']} {changed}, and a finished letter stands in the folder"
        hint = "begin again in a folder of its own, or move that letter away"
        yield Finding("outdated", "error", message, hint=hint)
