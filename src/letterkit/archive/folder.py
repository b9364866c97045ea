"""Opens the archived originals of a library; reads each document once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from letterkit.archive.matching.match import find
from letterkit.archive.matching.verdict import Status, Verdict
from letterkit.archive.model import Work
from letterkit.errors import LetterkitError

Works = Mapping[str | None, Work]


def _works(document: bytes, kind: str | None) -> Works:
    from letterkit.archive.reading.readers import works

    return works(document, kind)


class Archive:
    """The folder `seeds/` of a library; `read` gives the works of a document, by default by reading it."""

    def __init__(self, folder: Path, read: Callable[[bytes, str | None], Works] = _works) -> None:
        self.folder = folder
        self._read_works = read
        self._documents: dict[str, bytes | None] = {}
        self._works: dict[tuple[str, str | None], Mapping[str | None, Work]] = {}

    def document(self, name: str) -> bytes | None:
        """Return the bytes of a document, None when it is not there.

        Raises LetterkitError when the name leads out of the folder or the file cannot be read.
        """
        if name not in self._documents:
            self._documents[name] = self._read(name)
        return self._documents[name]

    def works(self, name: str, kind: str | None = None) -> Mapping[str | None, Work]:
        """Return the works of a document by their item, none when it is not there."""
        if (name, kind) not in self._works:
            data = self.document(name)
            self._works[name, kind] = {} if data is None else self._read_works(data, kind)
        return self._works[name, kind]

    def work(self, name: str, item: str | None = None, kind: str | None = None) -> Work | None:
        """Return one work of a document, None when either is not there."""
        return self.works(name, kind).get(item)

    def find(self, quote: str, name: str | None, item: str | None = None, kind: str | None = None) -> Verdict:
        """Look for a quote in one work of a document; without a document it stays unchecked."""
        if name is None:
            return Verdict(Status.UNCHECKED, quote, item)
        return find(quote, tuple(self.works(name, kind).values()), item)

    def _read(self, name: str) -> bytes | None:
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise LetterkitError(f"'{name}' is outside the archive", "name a file of the folder seeds/")
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = error.strerror or "no reason given"
            raise LetterkitError(
                f"'{name}' cannot be read: {reason}", "is it a file you may read?"
            ) from error
