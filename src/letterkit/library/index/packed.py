"""A file of blocks, each with its check sum; the last is the root, which tells where the others are.

A file is written whole and then put in its place, so that a reader sees the old one or the new one.
"""

from __future__ import annotations

import json
import os
import struct
import weakref
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from letterkit.library.disk.cache import is_foreign

Block = tuple[int, int, int]  # where it begins, how long it is, its check sum
_PLACE: Final = struct.Struct("<QLL")
_END: Final = struct.Struct("<QLL16s")
_DECODED: Final = json.JSONDecoder().raw_decode
_MAGIC: Final = b"letterkit index\n"


def parts(size: int) -> int:
    """Return in how many parts the names of a table of this size stand."""
    return 1 + size // 64


def part(name: str, number: int) -> int:
    """Return in which of so many parts a name stands."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) % number


class Damaged(Exception):  # noqa: N818
    """Something in the file is not what was written there."""


class Packed:
    """An open file of blocks."""

    def __init__(self, path: Path) -> None:
        """Open a file; raises Damaged for anything but a whole one that this user has written."""
        self.path = path
        self._number = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._number)
        about = os.fstat(self._number)
        if is_foreign(about):
            raise Damaged
        end = self._bytes(max(about.st_size - _END.size, 0), _END.size)
        offset, length, check, magic = _END.unpack(end)
        if magic != _MAGIC:
            raise Damaged
        self.root: dict[str, Any] = self.json((offset, length, check))

    def json(self, block: Block, seed: int = 0) -> Any:
        """Return what a block holds; raises Damaged when that is not what was written."""
        offset, length, check = block
        data = self._bytes(offset, length)
        if zlib.crc32(data, seed) != check:
            raise Damaged
        return _DECODED(data.decode())[0]

    def places(self, block: Block) -> bytes:
        """Return the places of the records of a table, for `record`."""
        offset, length, check = block
        data = self._bytes(offset, length)
        if zlib.crc32(data) != check:
            raise Damaged
        return data

    def record(self, places: bytes, number: int) -> Any:
        """Return what the record with that number holds."""
        return self.json(_PLACE.unpack_from(places, number * _PLACE.size), number)

    def _bytes(self, offset: int, length: int) -> bytes:
        try:
            data = os.pread(self._number, length, offset)
        except (OSError, OverflowError, MemoryError) as error:
            raise Damaged from error
        if len(data) != length:
            raise Damaged
        return data


class Packer:
    """Writes blocks into a new file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def json(self, value: Any, seed: int = 0) -> Block:
        """Add a block and return where it stands."""
        return self._add(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), seed)

    def records(self, values: Iterator[Any]) -> Block:
        """Add the records of a table and return the block of their places."""
        return self._add(b"".join(_PLACE.pack(*self.json(value, n)) for n, value in enumerate(values)))

    def end(self, root: Any) -> None:
        """Add the root, which ends the file."""
        self._stream.write(_END.pack(*self.json(root), _MAGIC))

    def _add(self, data: bytes, seed: int = 0) -> Block:
        self._stream.write(data)
        begin, self._at = self._at, self._at + len(data)
        return begin, len(data), zlib.crc32(data, seed)
