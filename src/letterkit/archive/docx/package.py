"""Opens a Word file as the zip of XML parts that it is, and no further than is safe.

Refused are packages with two parts of one name, with parts that unpack to more than a report can need, and
XML that declares a document type.  Nothing is unpacked to the disk, no relation leads out of the package.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from letterkit.errors import LetterkitError

_LARGEST_PART = 48 * 1024 * 1024
_MOST_PARTS = 4000
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
_AGAIN = "open it in Word and save it anew as .docx"


@dataclass(frozen=True)
class Package:
    """The parts of a Word file by name."""

    archive: ZipFile

    @classmethod
    def of(cls, document: bytes) -> Package:
        """Open a package; raises LetterkitError when it is none or a trap."""
        try:
            archive = ZipFile(BytesIO(document))
        except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise LetterkitError("the Word file is broken: it is no zip archive", _AGAIN) from error
        names = [part.filename.casefold() for part in archive.infolist()]
        if len(names) > _MOST_PARTS:
            raise LetterkitError(f"the Word file has {len(names):,} parts; no document has", _AGAIN)
        if len(set(names)) < len(names):
            raise LetterkitError("the Word file holds two parts of the same name", _AGAIN)
        return cls(archive)

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part, None when there is no such part."""
        try:
            part = self.archive.getinfo(name)
        except KeyError:
            return None
        return _parsed(name, self._bytes(name, part.flag_bits))

    def related(self, name: str) -> dict[str, list[str]]:
        """Return the parts that a part leads to by the last word of their kind; `""` is the package."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.setdefault(kind.rsplit("/", 1)[-1], []).append(path)
        return found

    def _bytes(self, name: str, flags: int) -> bytes:
        if flags & 1:
            raise LetterkitError(
                "the Word file is locked with a password", "unlock it, or ask for an open copy"
            )
        try:
            with self.archive.open(name) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except (BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
            raise LetterkitError(f"the Word file is broken: {name} cannot be unpacked", _AGAIN) from error
        except Exception as error:  # zlib.error and what other unpackers raise
            raise LetterkitError(f"the Word file is broken: {name} cannot be unpacked", _AGAIN) from error
        if len(data) > _LARGEST_PART:
            raise LetterkitError(
                f"{name} in the Word file unpacks to more than {_LARGEST_PART >> 20} MB", _AGAIN
            )
        return data


def _parsed(name: str, data: bytes) -> etree._Element:
    if (
        b"<!DOCTYPE" in data[:4096]
        or "<!DOCTYPE".encode("utf-16-le") in data[:8192]
        or "<!DOCTYPE".encode("utf-16-be") in data[:8192]
    ):
        raise LetterkitError(
            f"{name} in the Word file declares a document type, which Word never writes", _AGAIN
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise LetterkitError(f"the Word file is broken: {name} is no XML", _AGAIN) from error
