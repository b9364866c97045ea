"""Small works and libraries for the tests of research."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from letterkit.archive import Block, Kind, Work
from letterkit.library.model import Claim, Party, Source, Topic
from letterkit.library.store import Library
from letterkit.research.passages.sentences import Sentence

PUBLISHER = "Example Watch"
LOWLAND = Party(id="lowland", name="Lowland", adjective="Lowlandic", people="Lowlander", forms=("Lowland",))
UPLAND = Party(id="upland", name="Upland", adjective="Uplandic", forms=("Upland",))


def work(*blocks: str | Block) -> Work:
    """Return a work; a text that begins with `# ` is a heading, with `- ` a bullet."""
    return Work(
        None,
        "A report",
        None,
        tuple(block if isinstance(block, Block) else _block(block) for block in blocks),
    )


def _block(text: str) -> Block:
    for start, kind in (("# ", Kind.HEADING), ("- ", Kind.BULLET)):
        if text.startswith(start):
            return Block(kind, text.removeprefix(start))
    return Block(Kind.PARAGRAPH, text)


def alone(text: str, heading: str = "") -> Sentence:
    """Return a sentence that is a paragraph of its own."""
    return Sentence(0, 0, len(text), text, heading, first=True)


def source(**more: Any) -> Source:
    given = {
        "id": "watch-1",
        "type": "report",
        "title": "A report",
        "publisher": PUBLISHER,
        "issued": "2024-05-14",
    }
    return Source.model_validate({**given, **more})


def claim(name: str, text: str, **more: Any) -> Claim:
    given = {
        "source": "watch-1", "claim": text, "quotes": [text], "topics": ["floods"], "role": "evidence",
        "parties": [], "certainty": "documented",
    }  # fmt: skip
    return Claim.model_validate({"id": name, **given, **more})


def library(*entries: Source | Claim | Party | Topic, root: Path = Path("nowhere")) -> Library:
    kinds: dict[str, dict[str, Any]] = {"sources": {}, "claims": {}, "parties": {}, "topics": {}}
    for entry in entries:
        kind = {Source: "sources", Claim: "claims", Party: "parties", Topic: "topics"}[type(entry)]
        kinds[kind][entry.id] = entry
    return Library(root, "small", **kinds)
