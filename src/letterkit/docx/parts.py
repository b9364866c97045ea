"""The package around a letter: opening a look and shedding its own text, adding parts, saving steadily."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter

from letterkit.docx.xml import DAMAGE, w
from letterkit.errors import LetterkitError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.package import OpcPackage
    from lxml import etree

_DRESS: Final = (RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.FONT_TABLE, RT.THEME)
# Settings that name the look's own notes, files and people, or that hide the running head.
_OWN_SETTINGS: Final = (
    "attachedTemplate",
    "docVars",
    "documentProtection",
    "endnotePr",
    "evenAndOddHeaders",
    "footnotePr",
    "mailMerge",
    "rsids",
)
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def open_look(data: bytes) -> Document:
    """Open a look; its styles, page, headers and pictures stay, its text, notes and properties go."""
    try:
        document = docx.Document(io.BytesIO(data))
    except DAMAGE as error:
        raise LetterkitError(
            "The look is no Word document.",
            "Save it in Word as .docx, neither as a template nor in an older format.",
        ) from error
    _shed_text(document.element.body)
    _shed_settings(document)
    _shed_relations(document)
    return document


def _shed_text(body: etree._Element) -> None:
    """Remove all but the page and the paragraphs with pictures, whose words go as well."""
    for child in body.findall("*"):
        if child.tag == w("p") and _has_picture(child):
            for run in child.findall("*"):
                if run.tag != w("pPr") and not _has_picture(run):
                    child.remove(run)
        elif child.tag != w("sectPr"):
            body.remove(child)


def _has_picture(element: etree._Element) -> bool:
    return next(element.iter(w("drawing"), w("pict")), None) is not None


def _shed_settings(document: Document) -> None:
    settings = document.settings.element
    for tag in _OWN_SETTINGS:
        for element in settings.findall(w(tag)):
            settings.remove(element)
    document.part.part_related_by(RT.SETTINGS).rels.clear()


def _shed_relations(document: Document) -> None:
    """Remove what the page no longer uses: notes, comments, links, properties with their names."""
    used = set(document.element.xpath("//@r:*"))
    inner, outer = document.part.rels, package(document).rels
    for key, relation in list(inner.items()):
        if relation.reltype not in _DRESS and key not in used:
            del inner[key]
    for key, relation in list(outer.items()):
        if relation.reltype != RT.OFFICE_DOCUMENT:
            del outer[key]


def package(document: Document) -> OpcPackage:
    """Return the package that a document lives in."""
    owner: OpcPackage = document.part.package
    return owner


class NewPart(Part):
    """A part whose relations may come before its bytes."""

    data: bytes = b""

    @property
    def blob(self) -> bytes:
        """The bytes that the package saves."""
        return self.data


def add_part(
    source: OpcPackage | Part, name: str, content_type: str, relation: str, data: bytes = b""
) -> NewPart:
    """Add a part to a package, related to by `source`; `data` may still be set afterwards."""
    added = NewPart(PackURI(name), content_type)
    added.data = data
    source.relate_to(added, relation)
    return added


def save(document: Document) -> bytes:
    """Return the bytes of a document: the same document gives the same bytes on every day."""
    files, steady = _Files(), io.BytesIO()
    whole = package(document)
    for part in whole.parts:
        part.before_marshal()  # type: ignore[no-untyped-call]
    files.take(whole)
    with zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in sorted(files.items(), key=lambda item: (item[0] != "[Content_Types].xml", item[0])):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # else the operating system would show
            target.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


class _Files(dict[str, bytes]):
    """The files of a package by name: what python-docx writes to in place of a zip file of its own."""

    def take(self, whole: OpcPackage) -> None:
        """Have every part written."""
        for write, what in (
            (PackageWriter._write_content_types_stream, whole.parts),  # noqa: SLF001 (it has no public way)
            (PackageWriter._write_pkg_rels, whole.rels),  # noqa: SLF001
            (PackageWriter._write_parts, whole.parts),  # noqa: SLF001
        ):
            write(self, what)  # type: ignore[arg-type] # the only method that it calls is `write`

    def write(self, address: PackURI, data: bytes) -> None:
        """Take a file, as the zip file of python-docx does."""
        self[address.membername] = data
