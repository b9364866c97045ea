"""Small libraries: written as YAML text into a folder, or built as values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

from letterkit.findings import Finding
from letterkit.library.load import load
from letterkit.library.model import Claim, Source
from letterkit.library.store import Library

SOURCE = """\
    id: report-one
    type: report
    title: One
    publisher: Publisher
    issued: "2020-10-05"
"""
CLAIM = """\
  - id: {name}
    claim: A sentence.
    quotes: ["A sentence"]
    topics: [mines]
    role: evidence
    parties: []
    certainty: verified
"""


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below facts/ of a library, with a heading unless one is given; return its folder."""
    for name, text in {"library.yaml": "name: small\nformat: 1\n", **files}.items():
        path = folder / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    return folder


def read(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Library, list[Finding]]:
    """Write and load a library."""
    return load(write(folder, files))


def claims(*names: str, source: str = "report-one") -> str:
    """Return a file of claims that have nothing but ids of their own."""
    return f"source: {source}\nclaims:\n" + "".join(CLAIM.format(name=name) for name in names)


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return rule and place of each finding."""
    return [(finding.rule, str(finding.place)) for finding in findings]


def source(name: str = "report-one", issued: str = "2020-10-05", **more: Any) -> Source:
    given = {"type": "report", "title": name.capitalize(), "publisher": "Publisher", **more}
    return Source.model_validate({"id": name, "issued": issued, **given})


def claim(name: str, source: str = "report-one", **more: Any) -> Claim:
    given = {
        "claim": f"The fact {name}.",
        "quotes": ["quote"],
        "topics": ["mines"],
        "role": "evidence",
        "parties": [],
        "certainty": "verified",
        **more,
    }
    return Claim.model_validate({"id": name, "source": source, **given})


def library(*entries: Source | Claim, **more: Any) -> Library:
    """Build a library of sources and claims without any file."""
    return Library(
        Path("nowhere"),
        "small",
        sources={entry.id: entry for entry in entries if isinstance(entry, Source)},
        claims={entry.id: entry for entry in entries if isinstance(entry, Claim)},
        digest="0" * 64,
        **more,
    )


FILES = {
    "sources/report-one.yaml": SOURCE,
    "claims/report-one.yaml": claims("one-claim", "two-claim", "six-claim"),
    "parties.yaml": "parties:\n  - {id: north, name: North}\n",
}
