"""What a file says about itself: title, author, language, the letter's own date, and the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from letterkit.docx import record
from letterkit.docx.parts import add_part, package
from letterkit.docx.xml import HEAD, escape
from letterkit.letter.model import plain

if TYPE_CHECKING:
    from docx.document import Document

    from letterkit.letter.model import Letter

_CORE_NAMES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM_NAMES: Final = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_CUSTOM_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM_XML_NAMES: Final = 'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
_RECORD_ITEM: Final = (
    "{83679FBD-2492-5D51-8210-792F0723F956}"  # the UUID (version 5) of the record's namespace
)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY: Final = re.compile(rf"({'|'.join(_MONTHS)})\s(\d{{1,2}}),\s(\d{{4}})")


def add_properties(document: Document, letter: Letter) -> None:
    """Add the document's properties: nothing of them comes from the look."""
    core = f"{HEAD}<cp:coreProperties {_CORE_NAMES}>{_core(letter)}</cp:coreProperties>"
    add_part(
        package(document), "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core.encode()
    )
    if letter.record:
        _add_record(document, letter)


def _core(letter: Letter) -> str:
    day = midnight(letter)
    values = (
        ("dc:title", "", letter.title),
        ("dc:creator", "", letter.author),
        ("dc:language", "", letter.language),
        ("cp:lastModifiedBy", "", letter.author),
        ("cp:revision", "", "1"),
        ("dcterms:created", ' xsi:type="dcterms:W3CDTF"', day),
        ("dcterms:modified", ' xsi:type="dcterms:W3CDTF"', day),
    )
    return "".join(f"<{name}{kind}>{escape(value)}</{name}>" for name, kind, value in values if value)


def midnight(letter: Letter) -> str:
    """Return midnight of the letter's date, or nothing where the date line holds none."""
    found = _DAY.search(plain(letter.date))
    if found is None:
        return ""
    month, day, year = found.groups()
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}T00:00:00Z"


def _add_record(document: Document, letter: Letter) -> None:
    item = add_part(
        document.part, "/customXml/item1.xml", CT.XML, RT.CUSTOM_XML, record.as_part(letter.record)
    )
    about = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{_RECORD_ITEM}" {_CUSTOM_XML_NAMES}><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{record.NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    add_part(
        item, "/customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, RT.CUSTOM_XML_PROPS, about.encode()
    )
    properties = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(record.as_properties(letter.record).items(), 2)
    )
    custom = f"{HEAD}<Properties {_CUSTOM_NAMES}>{properties}</Properties>"
    add_part(
        package(document),
        "/docProps/custom.xml",
        CT.OFC_CUSTOM_PROPERTIES,
        RT.CUSTOM_PROPERTIES,
        custom.encode(),
    )
