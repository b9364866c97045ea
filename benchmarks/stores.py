"""Makes large stores that obey every rule: the starter, and beside it made-up reports with claims on them.

    python benchmarks/stores.py DIR --claims 10000 [--sources 1000]

Every made-up claim stands in a made-up report, under one of the starter's topics, with its quote, figures and
date; the villages are made up as well.  The same numbers give the same store.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from letterkit.library.edtf import MONTHS
from letterkit.library.load import load
from letterkit.library.new.newlib import make

SIDES = (("armenia", "Armenian"), ("azerbaijan", "Azerbaijani"), (None, ""))
FIRST = (
    "Bal",
    "Dor",
    "Fen",
    "Gal",
    "Hor",
    "Kel",
    "Lim",
    "Mor",
    "Nev",
    "Pol",
    "Ros",
    "Sul",
    "Tav",
    "Vel",
    "Zor",
)
LAST = ("abad", "dere", "gala", "hat", "kend", "lar", "mez", "nar", "pur", "sar", "tan", "van", "yar", "zan")
BEGIN = date(2016, 1, 1)


def write(folder: Path, claims: int, sources: int = 1000) -> Path:
    """Write a store with about so many claims and made-up sources into a new folder, and return it."""
    make(folder, empty=False)
    library, findings = load(folder)
    assert not findings, findings
    topics = sorted(library.topics)
    wanted = max(claims - len(library.claims), 0)
    for number in range(min(sources, wanted)):
        own = range(number, wanted, sources)
        _report(folder, number, [_sentence(each, number) for each in own], topics[number % len(topics)])
    return folder


def carriers(folder: Path, topic: str) -> set[str]:
    """Return the ids of the made-up claims about a topic, out of the files as they are written."""
    files = (path.read_text("utf-8") for path in (folder / "facts" / "claims").glob("made-up-report-*.yaml"))
    return {
        name for text in files if f"topics: [{topic}]" in text for name in re.findall(r"- id: (\S+)", text)
    }


def _sentence(number: int, source: int) -> dict[str, str]:
    """Return what one claim says: its day, place, figure and who did it."""
    party, forces = SIDES[number % len(SIDES)]
    day = _issued(source) - timedelta(days=1 + number % 27)
    village = f"{FIRST[number % len(FIRST)]}{LAST[number // len(FIRST) % len(LAST)]}"
    told = {"id": f"bench-{number}", "party": party or "", "village": village, "happened": day.isoformat()}
    houses = 3 + number * 7 % 997
    ours = f"On {MONTHS[day.month - 1]} {day.day}, {day.year},"
    theirs = f"On {day.day} {MONTHS[day.month - 1]} {day.year},"
    if party:
        words = f"{forces} forces damaged {houses} houses in {village}."
    else:
        words = f"{houses} houses were damaged in {village}."
    return {**told, "claim": f"{ours} {words}", "quote": f"{theirs} {words}", "houses": str(houses)}


def _issued(source: int) -> date:
    return BEGIN + timedelta(days=40 + source * 2)


def _report(folder: Path, number: int, told: list[dict[str, str]], topic: str) -> None:
    name = f"made-up-report-{number}"
    text = "\n\n".join((f"Made-up report {number}", *(each["quote"] for each in told))) + "\n"
    (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    source = {
        "id": name,
        "type": "report",
        "title": f"Made-up report {number}",
        "publisher": "Amnesty International",
        "issued": _issued(number).isoformat(),
        "originals": [
            {"document": f"{name}.txt", "sha256": sha256(text.encode()).hexdigest(), "kind": "text"}
        ],
    }
    _yaml(folder / "facts" / "sources" / f"{name}.yaml", _lines(source))
    claims = (line for each in told for line in _claim(each, topic))
    _yaml(folder / "facts" / "claims" / f"{name}.yaml", [f"source: {name}", "claims:", *claims])


def _claim(told: dict[str, str], topic: str) -> Iterator[str]:
    yield f"  - id: {told['id']}"
    yield f"    claim: {told['claim']}"
    yield f"    quotes: [{json.dumps(told['quote'])}]"
    yield f"    topics: [{topic}]"
    yield "    role: evidence"
    yield f"    parties: [{told['party']}]"
    yield f'    happened: "{told["happened"]}"'
    yield f"    place: {told['village']}"
    yield "    certainty: documented"
    yield "    attributed_to: Amnesty International"
    yield f"    figures: [{{value: {told['houses']}, unit: houses}}]"


def _lines(entry: dict[str, object]) -> list[str]:
    return [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]


def _yaml(path: Path, lines: list[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--sources", type=int, default=1000)
    asked = parser.parse_args()
    print(write(asked.folder, asked.claims, asked.sources))
