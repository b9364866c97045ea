"""The archived originals of a library: whether a quote stands in its source, whether one has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from letterkit.archive import Archive, Reason, Status, Verdict, Work, sha256, text_sha256
from letterkit.errors import LetterkitError
from letterkit.library.model import Original, Source
from letterkit.library.readings import remembered


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one original of a source; `key` is the path of the value in its file."""

    kind: Literal["missing", "changed", "unreadable", "item"]
    key: tuple[str | int, ...]
    message: str
    hint: str


class Originals:
    """The folder `seeds/` of a library; a source is read in the latest of its originals."""

    def __init__(self, root: Path) -> None:
        self._archive = Archive(root / "seeds", remembered)
        self._verdicts: dict[tuple[str, Original, str], Verdict] = {}

    def verdict(self, source: Source | None, quote: str) -> Verdict:
        """Say whether a quote stands in the latest original of a source; unchecked when there is none.

        Of a quote that only an earlier original has, the reason says so: it has been corrected away.
        """
        if source is None or not source.originals:
            return Verdict(Status.UNCHECKED, quote)
        key = (source.id, source.originals[-1], quote)
        if key not in self._verdicts:
            self._verdicts[key] = self._judged(source.originals, quote)
        return self._verdicts[key]

    def work(self, source: Source) -> Work | None:
        """Return what is read of a source, None when there is no original.

        Raises LetterkitError when the document cannot be read.
        """
        if not source.originals:
            return None
        original = source.originals[-1]
        return self._archive.work(original.document, original.item, original.kind)

    def text(self, source: Source) -> str:
        """Return the quotable text of a source, an empty one when there is none to read."""
        try:
            work = self.work(source)
        except LetterkitError:
            return ""
        return work.text if work else ""

    def faults(self, source: Source) -> Iterator[Fault]:
        """Yield where the originals are not what the source says they are."""
        for number, original in enumerate(source.originals):
            key = ("originals", number)
            try:
                yield from self._faults(original, key)
            except LetterkitError as error:
                yield Fault("unreadable", (*key, "document"), error.message, error.hint)

    def _judged(self, originals: tuple[Original, ...], quote: str) -> Verdict:
        latest = self._find(originals[-1], quote)
        if latest.reason is not Reason.ABSENT:
            return latest
        stood = (self._find(original, quote).status is Status.FOUND for original in originals[-2::-1])
        return replace(latest, reason=Reason.EARLIER) if any(stood) else latest

    def _find(self, original: Original, quote: str) -> Verdict:
        try:
            return self._archive.find(quote, original.document, original.item, original.kind)
        except LetterkitError:  # `faults` says what is wrong with the document
            return Verdict(Status.UNCHECKED, quote, original.item)

    def _faults(self, original: Original, key: tuple[str | int, ...]) -> Iterator[Fault]:
        document = self._archive.document(original.document)
        if document is None:
            message = f"the original seeds/{original.document} is not there"
            yield Fault("missing", (*key, "document"), message, "archive it again, or correct its name")
            return
        if sha256(document) != original.sha256:
            message = f"seeds/{original.document} is not the file that was archived: its sha256 differs"
            hint = "restore it from version control; originals are never edited"
            yield Fault("changed", (*key, "sha256"), message, hint)
        work = self._archive.work(original.document, original.item, original.kind)
        if work is None:
            message = f"seeds/{original.document} has no item '{original.item}'"
            yield Fault("item", (*key, "item"), message, "copy the item's link from the document")
        elif original.text_sha256 not in (None, text_sha256(work)):
            message = f"the text read from seeds/{original.document} is not the text that was read before"
            hint = f"read the quotes again, then set text_sha256: {text_sha256(work)}"
            yield Fault("changed", (*key, "text_sha256"), message, hint)
