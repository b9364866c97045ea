"""Recognises the works of a document among the sources of a library: new, known, or another version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from letterkit.archive import Work, text_sha256
from letterkit.archive.about.address import clean, key
from letterkit.library.model import Original, Source


@dataclass(frozen=True)
class Recognised:
    """What a work is to the library; `source` is the id of its source, `why` says how that is known."""

    state: Literal["new", "known", "version"]
    source: str = ""
    why: str = ""


@dataclass
class Register:
    """The sources of a library by what tells two copies of a work for the same."""

    addresses: dict[str, str] = field(default_factory=dict)
    guids: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)  # of every original
    latest: dict[str, str] = field(default_factory=dict)  # text of the latest original by source
    pieces: dict[tuple[str, str | None], str] = field(default_factory=dict)  # by document and item

    @classmethod
    def of(cls, sources: Iterable[Source]) -> Register:
        """Enter every source with all its originals."""
        register = cls()
        for source in sources:
            register.enter(source)
        return register

    def enter(self, source: Source) -> None:
        """Enter a source; what is entered first keeps its place."""
        for address in filter(
            None, (key(source.url), *(key(original.item) for original in source.originals))
        ):
            self.addresses.setdefault(address, source.id)
        for original in source.originals:
            self.enter_original(source.id, original)

    def enter_original(self, source: str, original: Original) -> None:
        """Enter one more original of a source, the latest."""
        self.pieces.setdefault((original.sha256, original.item), source)
        if original.guid:
            self.guids.setdefault(original.guid, source)
        if original.text_sha256:
            self.texts.setdefault(original.text_sha256, source)
            self.latest[source] = original.text_sha256

    def recognise(self, work: Work, sha256: str, address: str | None = None) -> Recognised:
        """Say what a work of the document with this digest is; `address` is one that was given for it."""
        if known := self.pieces.get((sha256, work.item)):
            return Recognised("known", known, "this very file is archived already")
        text = text_sha256(work)
        same, how = self._same_work(work, address)
        if same:
            if self.texts.get(text) == same or self.latest.get(same) == text:
                return Recognised("known", same, f"its {how} and its text are archived already")
            return Recognised("version", same, f"its {how} is known, its text is another")
        if work.text and (known := self.texts.get(text)):
            return Recognised("known", known, "its text is archived already, from another address")
        return Recognised("new")

    def _same_work(self, work: Work, address: str | None) -> tuple[str, str]:
        for found in _addresses(work, address):
            if source := self.addresses.get(found):
                return source, "address"
        if work.about.guid and (source := self.guids.get(work.about.guid)):
            return source, "guid"
        return "", ""


def _addresses(work: Work, given: str | None) -> Iterator[str]:
    for address in (given, work.link, work.item):
        if clean(address) and (found := key(address)):
            yield found


def first_of_each(works: Iterable[Work]) -> tuple[list[Work], Mapping[str | None, bool]]:
    """Return works without repeats of an item, and for each repeated item whether its text differs."""
    found: dict[str | None, Work] = {}
    repeats: dict[str | None, bool] = {}
    for work in works:
        if work.item in found:
            repeats[work.item] = repeats.get(work.item, False) or work.text != found[work.item].text
        else:
            found[work.item] = work
    return list(found.values()), repeats
