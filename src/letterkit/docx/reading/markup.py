"""The XML inside a package, parsed as a stranger's: no document type, no entities, no network, no flood."""

from __future__ import annotations

from typing import Final

from lxml import etree

from letterkit.docx.reading.foreign import damaged, hostile, oversized
from letterkit.docx.reading.names import transitional

MOST_SIGNS: Final = 1_500_000  # elements and attributes: some 300 MB once parsed

_DOCTYPE: Final = tuple(
    "<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


def signs(data: bytes) -> int:
    """Return roughly how many elements and attributes some XML has, without parsing it."""
    return data.count(b"<") - data.count(b"</") + data.count(b"=")


def parse(data: bytes, name: str) -> etree._Element:
    """Return the root element of a part; raises LetterkitError where it is damaged or not safe.

    The namespaces of strict files are those of all others when it is returned.
    """
    if any(sign in data for sign in _DOCTYPE):
        raise hostile(f"{name} declares a document type, which no DOCX has")
    if signs(data) > MOST_SIGNS:
        raise oversized(f"{name} has more than a million elements")
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise damaged(f"{name} is no well-formed XML ({reason})") from error
    if root.getroottree().docinfo.internalDTD is not None:  # said in an encoding that hid the sign
        raise hostile(f"{name} declares a document type, which no DOCX has")
    return transitional(root)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
