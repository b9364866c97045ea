"""Small stores on disk: claims that differ from an unremarkable one, a source that prints their quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from letterkit.archive import pins
from letterkit.checks.store import Store
from letterkit.findings import Finding
from letterkit.library.disk.files import fact_texts, template_texts
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load
from letterkit.library.originals import Originals

CLAIM: dict[str, Any] = {
    "id": "bridge-destroyed",
    "claim": "A flood destroyed the bridge of Milltown on October 19, 2020, Example Watch documented.",
    "quotes": ["Example Watch documented a flood that destroyed the bridge of Milltown on 19 October"],
    "topics": ["impartiality"],
    "role": "evidence",
    "parties": [],
    "certainty": "documented",
}
# What somebody else says of the flood.
MAYOR_SAYS: dict[str, Any] = {
    "id": "twelve-died",
    "claim": "At least 12 people died in Milltown in the flood of October 19, 2020, according to the mayor.",
    "quotes": ["At least 12 people died in Milltown, according to the mayor"],
    "topics": ["impartiality"],
    "role": "evidence",
    "parties": [],
    "happened": "2020-10-19",
    "certainty": "reported",
    "attributed_to": "the mayor",
    "figures": [{"value": 12, "unit": "people died", "qualifier": "at least"}],
}

PARTIES = """\
parties:
- {id: upland, name: Upland, adjective: Uplandic, forms: [Upland, Upland's forces]}
- {id: lowland, name: Lowland}
"""
ITEM = "https://example.org/news/flood"


def write(root: Path, name: str, content: Any) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (
        content if isinstance(content, str) else yaml.dump(content, Dumper=_Plain, sort_keys=False, width=999)
    )
    path.write_text(text, encoding="utf-8")
    return path


class _Plain(yaml.SafeDumper):
    """Writes every value out, without anchors."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def feed(*paragraphs: str, item: str = ITEM, title: str = "A flood in Milltown") -> str:
    """Return a flattened feed with one item."""
    footer = f"The post {title} appeared first on Example Watch."
    head = f"    {title} {item} Tue, 20 Oct 2020 10:00:00 +0000 7 https://example.org/?p=7 It begins […]"
    return "\n\n".join((head, footer, "]]>", *paragraphs, footer, "]]>", ""))


def source(name: str = "watch-2020", document: str = "feed.txt", **keys: Any) -> dict[str, Any]:
    original = {"document": document, "item": ITEM, "sha256": "0"}
    known = {"type": "webpage", "title": "A flood", "publisher": "Example Watch", "issued": "2020-10-20"}
    return {"id": name, **known, "originals": [original], **keys}


def shown(quote: str = "words that nobody printed", **keys: Any) -> dict[str, Any]:
    return {"date": "2020-10-20", "source": "watch-2020", "quote": quote, **keys}


def office(**keys: Any) -> dict[str, Any]:
    return {
        "id": "mayor",
        "name": "Office of the Mayor",
        "audience": "us-state",
        "form": "plain",
        "office": "Mayor",
        "organisation": "Milltown",
        "called": "the mayor",
        **keys,
    }


def holder(*sightings: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Ada Brook", "surname": "Brook", "office": "Mayor", "shown_on": list(sightings)}


def fair(**keys: Any) -> dict[str, Any]:
    known = {"id": "fair", "date": "2020-10-20", "title": "A fair", "phrase": "a fair"}
    return {**known, "recipients": [], "topics": [], **keys}


def library(root: Path, *claims: dict[str, Any], text: str | None = None, **files: Any) -> Path:
    """Write a library whose one source prints every quote of its claims, unless `text` says what it prints.

    `files` are further files by their path below the library's folder, `__` for a slash.
    """
    entries = [{**CLAIM, **claim} for claim in claims or ({},)]
    quotes = dict.fromkeys(quote for entry in entries for quote in entry["quotes"])
    document = feed(*(f"{quote}." for quote in quotes)) if text is None else feed(text)
    write(root, "seeds/feed.txt", document)
    known = source()
    known["originals"][0]["sha256"] = pins(document.encode(), ITEM).sha256
    write(root, "facts/library.yaml", "name: small\nformat: 1\n")
    write(root, "facts/parties.yaml", PARTIES)
    write(root, "facts/sources/watch-2020.yaml", known)
    write(root, "facts/claims/watch-2020.yaml", {"source": "watch-2020", "claims": entries})
    for name, content in files.items():
        write(
            root, f"{name.replace('__', '/')}.{'md.j2' if name.startswith('templates') else 'yaml'}", content
        )
    return root


def opened(root: Path) -> Store:
    """Read a library as `facts verify` does; nothing may be wrong with it as far as loading goes."""
    store, findings = load(root)
    assert findings == [], findings
    texts = (template_source(root), template_texts(root), fact_texts(root))
    return Store(store, Originals(root), *texts)


def judged(
    rule: Callable[[Store], Iterable[Finding]], root: Path, *claims: dict[str, Any], **rest: Any
) -> list[Finding]:
    """Write a library, ask one rule, return what it finds."""
    return list(rule(opened(library(root, *claims, **rest))))


def rules(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]
