"""The files inside a DOCX, within limits: nothing is unpacked that no letter would hold."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Final

from letterkit.docx.reading.foreign import damaged, hostile, oversized, refuse_unpacked
from letterkit.docx.xml import DAMAGE
from letterkit.errors import LetterkitError

BROKEN: Final = (*DAMAGE, struct.error, OSError, IndexError, OverflowError)

_MEGABYTE: Final = 1 << 20
_LARGEST_FILE: Final = 100 * _MEGABYTE
_MOST_MEMBERS: Final = 5000
_LARGEST_MEMBER: Final = 64 * _MEGABYTE
_LARGEST_XML: Final = 24 * _MEGABYTE
_LARGEST_TOTAL: Final = 512 * _MEGABYTE
_HIGHEST_RATIO: Final = 200  # XML shrinks to a tenth, rarely to a fiftieth
_RATIO_MATTERS: Final = 4 * _MEGABYTE
_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED: Final = 0x1


class Archive:
    """The members of a package by their names; LetterkitError where it is damaged or no letter's."""

    def __init__(self, data: bytes) -> None:
        refuse_unpacked(data)
        if len(data) > _LARGEST_FILE:
            raise oversized(f"it has {len(data) // _MEGABYTE} MB")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise damaged("it is cut short or no package") from error
        self._members = _members(self._file.infolist())

    @property
    def names(self) -> list[str]:
        """The names of all members, as they stand in the file."""
        return [member.filename for member in self._members.values()]

    def __contains__(self, name: str) -> bool:
        return key(name) in self._members

    def size(self, name: str) -> int:
        """Return how many bytes a member unpacks to, 0 where there is none of that name."""
        member = self._members.get(key(name))
        return 0 if member is None else member.file_size

    def read(self, name: str) -> bytes:
        """Return the bytes of a member; KeyError where there is none of that name."""
        try:
            return self._file.read(self._members[key(name)])  # stops at the size that `_refuse` has judged
        except BROKEN as error:
            if key(name) not in self._members:
                raise
            raise damaged(f"{name} cannot be unpacked") from error


def key(name: str) -> str:
    """Return what two names share that mean one part: case, slashes and escapes do not count."""
    return unescaped(name.replace("\\", "/")).lstrip("/").casefold()


def unescaped(name: str) -> str:
    """Return the name of a part without the escapes of an address."""
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name)


def _members(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > _MOST_MEMBERS:
        raise oversized(f"it holds {len(infos)} files")
    if sum(info.file_size for info in infos) > _LARGEST_TOTAL:
        raise oversized(f"it unpacks to more than {_LARGEST_TOTAL // _MEGABYTE} MB")
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.is_dir():
            continue
        _refuse(info)
        if key(info.filename) in members:
            raise hostile(f"it holds two files named “{info.filename[:80]}”")
        members[key(info.filename)] = info
    return members


def _refuse(info: zipfile.ZipInfo) -> None:
    """Raise LetterkitError for a member that no program that writes letters makes."""
    name = info.filename[:80]
    if info.flag_bits & _ENCRYPTED:
        raise LetterkitError("The file is encrypted with a password.", "Unpack it and use the DOCX inside.")
    if ".." in name.replace("\\", "/").split("/") or name.startswith(("//", "\\\\")) or ":" in name:
        raise hostile(f"it holds a file that points outside of it, “{name}”")
    if info.compress_type not in _PACKED:
        raise hostile(f"“{name}” is packed in a way that Word does not use")
    limit = _LARGEST_XML if name.lower().endswith((".xml", ".rels", ".vml")) else _LARGEST_MEMBER
    if info.file_size > limit:
        raise oversized(f"“{name}” unpacks to {info.file_size // _MEGABYTE} MB")
    if info.file_size > _RATIO_MATTERS and info.file_size > _HIGHEST_RATIO * info.compress_size:
        raise hostile(f"“{name}” unpacks to {info.file_size // max(1, info.compress_size)} times its size")
