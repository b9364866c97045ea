"""A library as one value: the kinds of its entries, the entries themselves, and where each was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letterkit.findings import Place
from letterkit.library.lines import Lines
from letterkit.library.lines import Path as Within
from letterkit.library.links import Links, links_of
from letterkit.library.model import (
    Claim,
    Form,
    Occasion,
    Party,
    Recipient,
    Sender,
    Source,
    Topic,
    Uncited,
)

if TYPE_CHECKING:
    from letterkit.library.model.record import Model

# The kinds of the store: folder or file below facts/, and what stands in it.
KINDS: Mapping[str, type[Model]] = {
    "sources": Source,
    "claims": Claim,
    "topics": Topic,
    "recipients": Recipient,
    "senders": Sender,
    "occasions": Occasion,
    "parties": Party,
    "forms": Form,
}
# What the head of a list may say once for all its entries: of recipients, the day of the data they come from.
LIST_KEYS: Mapping[str, tuple[str, ...]] = {"recipients": ("as_of",)}
# What a library may lack and then takes from the starter: forms of address and offices, never claims.
FALLS_BACK = ("recipients", "forms")


@dataclass(frozen=True)
class Origin:
    """Where an entry of the store was read: its file and the lines of its keys."""

    file: str
    lines: Lines
    path: Within

    def place(self, *path: str | int) -> Place:
        """Return the place of a value inside the entry."""
        return Place(self.file, self.lines.line((*self.path, *path)))


@dataclass(frozen=True)
class Library:
    """Everything in a library's `facts/` folder; `digest` names its exact content.

    `files` gives the sha256 of each of the library's own files by its path in it;
    `borrowed` names the entries that come from the starter, `starter_digest` what it has of their kinds.
    Of a `sound` library it is known that nothing in it stops a letter.  A mapping may read an entry only when
    it is asked for.
    """

    root: Path
    name: str
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    senders: Mapping[str, Sender] = field(default_factory=dict)
    occasions: Mapping[str, Occasion] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    uncited: Mapping[str, tuple[Uncited, ...]] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    starter_digest: str = ""
    borrowed: frozenset[tuple[str, str]] = frozenset()
    sound: bool = False

    @property
    def whole_digest(self) -> str:
        """Return a digest of the library's own content and of what it takes from the starter."""
        if not self.starter_digest:
            return self.digest
        return sha256(f"{self.digest} {self.starter_digest}".encode()).hexdigest()

    @cached_property
    def links(self) -> Links:
        """What binds claims to topics and to each other."""
        brought: Links | None = getattr(self.claims, "links", None)
        return brought or links_of(self.claims.values(), self.sources)

    @cached_property
    def barred(self) -> dict[date, Mapping[str, str]]:
        """What `asof` has found out: by day the claims that a letter may not cite, with the reason."""
        return {}

    def about(self, topics: Iterable[str]) -> list[Claim]:
        """Return the claims that carry one of the topics, in the order of the store."""
        carriers = self.links.carriers
        found = {name for topic in topics for name in carriers.get(topic, ())}
        return [self.claims[name] for name in sorted(found, key=self.links.positions.__getitem__)]

    def resting_on(self, source: str) -> list[Claim]:
        """Return the claims of a source, in the order of the store."""
        return [self.claims[name] for name in self.links.resting.get(source, ())]

    def place(self, kind: str, name: str, *path: str | int) -> Place:
        """Return the place of an entry (`claims`, id) or of a value in it (`quotes`, 0)."""
        origin = self.origins.get((kind, name))
        return origin.place(*path) if origin else Place()

    def entries(self, kind: str) -> Mapping[str, Any]:
        """Return the entries of a kind (`claims`, `topics` …) by id."""
        entries: Mapping[str, Any] = getattr(self, kind)
        return entries
