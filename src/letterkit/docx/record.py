"""The letter's record inside its file: whole in a custom XML part, in short in custom properties.

LibreOffice loses the part on the way through ODT or DOC, and keeps the properties.  What the record
means is no business of this room.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any, Final

from letterkit.docx import xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

NAMESPACE: Final = "urn:letterkit:record:1"

_LONG: Final = ("csl", "review")
_PROPERTY: Final = "letterkit-"
_PROPERTY_LENGTH: Final = 255
_PROPERTIES: Final = "docProps/custom.xml"
_LARGEST: Final = 1 << 26  # bytes unpacked: what is larger is no record of ours


def as_part(record: Mapping[str, Any]) -> bytes:
    """Return the record as the bytes of a custom XML part: JSON inside one element."""
    return f'<record xmlns="{NAMESPACE}">{xml.escape(_json(record))}</record>'.encode()


def as_properties(record: Mapping[str, Any]) -> dict[str, str]:
    """Return the record without citations and review notes as names and values of custom properties."""
    short = {key: value for key, value in record.items() if key not in _LONG}
    packed = base64.b64encode(zlib.compress(_json(short).encode(), 9)).decode()
    starts = range(0, len(packed), _PROPERTY_LENGTH)
    return {
        f"{_PROPERTY}{number}": packed[start : start + _PROPERTY_LENGTH]
        for number, start in enumerate(starts, 1)
    }


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read(package: bytes) -> dict[str, Any] | None:
    """Return the record that a file carries: whole if it can be, else in short, else None."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            return next(_records(archive), None)
    except xml.DAMAGE:
        return None


def _records(archive: zipfile.ZipFile) -> Iterator[dict[str, Any]]:
    """Yield what can be read as a record, the best first."""
    names = sorted(archive.namelist())
    for name in names:
        if name.startswith("customXml/") and name.endswith(".xml"):
            yield from _attempt(_from_part, archive, name)
    if _PROPERTIES in names:
        yield from _attempt(_from_properties, archive, _PROPERTIES)


def _attempt(
    unpack: Callable[[etree._Element], str], archive: zipfile.ZipFile, name: str
) -> Iterator[dict[str, Any]]:
    try:
        with archive.open(name) as stream:
            record = json.loads(unpack(xml.parse(stream.read(_LARGEST))))
    except xml.DAMAGE:
        return
    if isinstance(record, dict):
        yield record


def _from_part(root: etree._Element) -> str:
    return (root.text or "") if root.tag == f"{{{NAMESPACE}}}record" else ""


def _from_properties(root: etree._Element) -> str:
    values = {element.get("name"): element.findtext("*", "") for element in root}
    names = (f"{_PROPERTY}{number}" for number in count(1))
    packed = "".join(values[name] for name in takewhile(values.__contains__, names))
    return zlib.decompressobj().decompress(base64.b64decode(packed, validate=True), _LARGEST).decode()
