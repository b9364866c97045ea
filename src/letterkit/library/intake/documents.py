"""Takes documents into a library: which sources they add, which files that makes, what is to be said.

Nothing is written here; the files are returned, so that they are written together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from letterkit.archive import READERS, Work, sha256, text_sha256
from letterkit.archive.about.address import key
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place
from letterkit.library.intake.arrivals import Recognised, Register, first_of_each
from letterkit.library.intake.described import Given, described
from letterkit.library.intake.ids import slug, source_id, unique
from letterkit.library.intake.sourcefile import with_original, written
from letterkit.library.model import Original, Source
from letterkit.library.store import Library


@dataclass(frozen=True)
class Document:
    """A file that somebody archives: its name as given, its bytes, its kind, and what is read in it."""

    name: str
    data: bytes
    kind: str
    works: tuple[Work, ...]


@dataclass(frozen=True)
class Version:
    """Another original of a source that the library has; `works` are all works of its document."""

    source: Source
    original: Original
    work: Work
    works: tuple[Work, ...]

    @property
    def is_first(self) -> bool:
        """Whether the source had no original before."""
        return not self.source.originals


@dataclass
class Intake:
    """What documents bring: `files` to write, `added` sources, works `known` already, new `versions`."""

    files: dict[Path, bytes] = field(default_factory=dict)
    added: list[Source] = field(default_factory=list)
    known: list[tuple[Work, Recognised]] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    left_out: int = 0
    findings: list[Finding] = field(default_factory=list)


def take_in(library: Library, documents: Sequence[Document], given: Given, archived: Sequence[str]) -> Intake:
    """Return what documents bring to a library; `archived` are the names of the files in its seeds/.

    Raises LetterkitError when the options do not fit the documents.
    """
    desk = _Desk(library, given, set(archived))
    for document in documents:
        desk.take(document)
    return desk.intake


class _Desk:
    def __init__(self, library: Library, given: Given, archived: set[str]) -> None:
        self.library, self.given, self.archived = library, given, archived
        self.register = Register.of(library.sources.values())
        self.names = {o.sha256: o.document for s in library.sources.values() for o in s.originals}
        self.sources = dict(library.sources)
        self.intake = Intake()

    def take(self, document: Document) -> None:
        works, repeats = first_of_each(document.works)
        self._say_repeats(document, repeats)
        if self.given.source:
            works = [_for_source(works, self.sources[self.given.source], document.name)]
        elif len(works) > 1 and self.given.of_one_work:
            options = ", ".join(self.given.of_one_work)
            raise LetterkitError(
                f"{options} can be true of one work only; {document.name} holds {len(works)}", "leave it out"
            )
        digest = sha256(document.data)
        for work in works:
            if not work.text.strip():
                self._leave_out(work, document)
                continue
            found = self.register.recognise(work, digest, self.given.url)
            if self.given.source and found.state != "known":
                found = Recognised("version", self.given.source)
            self._take(work, found, document, digest)

    def _take(self, work: Work, found: Recognised, document: Document, digest: str) -> None:
        if found.state == "known":
            self.intake.known.append((work, found))
            return
        fields, findings = described(work, document.kind, self.given, document.name)
        if found.state == "version":
            self._add_version(work, self.sources[found.source], document, digest, fields)
            return
        self.intake.findings += findings
        if "title" not in fields:
            return
        name = source_id(
            fields.get("publisher"),
            fields.get("issued"),
            fields["title"],
            self.sources,
            self.sources.values(),
        )
        archived = self._archived_as(document, digest, name, fields)
        original = self._original(work, document, digest, archived)
        source = Source.model_validate({"id": name, **fields, "originals": [original]})
        self.intake.added.append(source)
        self.intake.files[self.library.root / "facts" / "sources" / f"{name}.yaml"] = written(source).encode()
        self.sources[name] = source
        self.register.enter(source)

    def _add_version(
        self, work: Work, source: Source, document: Document, digest: str, fields: dict[str, Any]
    ) -> None:
        archived = self._archived_as(document, digest, source.id, fields)
        original = self._original(work, document, digest, archived)
        place = self.library.place("sources", source.id)
        path = self.library.root / (place.file or f"facts/sources/{source.id}.yaml")
        if path not in self.intake.files and path.stem != source.id:
            raise LetterkitError(
                f"'{source.id}' stands in a list, {place.file}", "move it to a file of its own first"
            )
        text = self.intake.files.get(path) or path.read_bytes()
        self.intake.files[path] = with_original(text.decode("utf-8-sig"), original, str(place.file)).encode()
        self.intake.versions.append(Version(source, original, work, document.works))
        self.intake.findings += _differences(source, fields, document.name)
        self.sources[source.id] = source.model_copy(update={"originals": (*source.originals, original)})
        self.register.enter_original(source.id, original)

    def _original(self, work: Work, document: Document, digest: str, archived: str) -> Original:
        guid = work.about.guid if work.about.guid != work.item else None
        return Original(
            document=archived,
            sha256=digest,
            item=work.item,
            text_sha256=text_sha256(work),
            accessed=self.given.accessed,
            kind=document.kind,
            guid=guid,
        )

    def _archived_as(self, document: Document, digest: str, source: str, fields: dict[str, Any]) -> str:
        """Return the name of a document in seeds/; the same bytes are never kept twice."""
        if digest not in self.names:
            suffix = f".{READERS[document.kind].suffix}"
            is_feed = document.kind.endswith("feed") and len({work.item for work in document.works}) > 1
            name = unique(_feed_name(document, fields) if is_feed else source, self.archived, suffix)
            self.names[digest] = name
            self.archived.add(name)
            self.intake.files[self.library.root / "seeds" / name] = document.data
        return self.names[digest]

    def _leave_out(self, work: Work, document: Document) -> None:
        self.intake.left_out += 1
        remarks = "; ".join(work.about.remarks) or "it holds no text that can be quoted"
        message = f"left out, {remarks}: “{work.title or work.item}”"
        self.intake.findings.append(Finding("no-text", "warning", message, Place(document.name)))

    def _say_repeats(self, document: Document, repeats: Any) -> None:
        for item, differs in repeats.items():
            if differs:
                message = f"it holds {item} twice with different words; the first was taken"
                hint = "archive the page itself to see which is right"
                self.intake.findings.append(
                    Finding("item-repeated", "warning", message, Place(document.name), hint)
                )


def _for_source(works: list[Work], source: Source, name: str) -> Work:
    """Return the work of a document that is the original of a source."""
    if len(works) == 1:
        return works[0]
    wanted = key(source.url)
    same = [work for work in works if wanted and wanted in {key(work.link), key(work.item)}]
    same = same or [work for work in works if work.title == source.title]
    if len(same) == 1:
        return same[0]
    items = ", ".join(str(work.item) for work in works[:5])
    raise LetterkitError(
        f"{name} holds {len(works)} works, and none is known to be '{source.id}'", f"its items: {items} …"
    )


def _feed_name(document: Document, fields: dict[str, Any]) -> str:
    days = [work.issued.isoformat()[:10] for work in document.works if work.issued]
    about = document.works[0].about
    called = slug(str(fields.get("publisher") or about.container or ""))[:30].rstrip("-")
    return "-".join(filter(None, (called, "feed", max(days, default=""))))


def _differences(source: Source, fields: dict[str, Any], file: str) -> Iterator[Finding]:
    """Yield what a new version says differently about itself."""
    for key_, old in (("title", source.title), ("issued", source.issued), ("publisher", source.publisher)):
        new = fields.get(key_)
        if new and old and new != old and not (key_ == "issued" and str(new)[:10] == str(old)[:10]):
            message = f"its {key_} is now “{new}”; {source.id} keeps “{old}”"
            yield Finding("version-differs", "info", message, Place(file), "change it there if that is right")
