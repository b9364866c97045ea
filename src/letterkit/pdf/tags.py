"""What WeasyPrint leaves out of a PDF: tags of notes and calls, where pictures stand, the claim to be PDF/UA.

Works on the finished objects of the PDF, just before they are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# PDF/A lets a file carry only such metadata as it describes, so that of PDF/UA comes with its description.
PDF_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
POINTS_IN_PIXEL = 0.75
END_OF_METADATA = b"</rdf:RDF>"


def finish(_document: Any, pdf: Any) -> None:
    """Add what is missing; the signature is that of WeasyPrint's `finisher`."""
    metadata = _resolve(pdf, pdf.catalog["Metadata"])
    metadata.stream = [part.replace(END_OF_METADATA, PDF_UA + END_OF_METADATA) for part in metadata.stream]
    root = _resolve(pdf, _resolve(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
    for count, note in enumerate(_notes(pdf, root), 1):
        note["S"], note["ID"] = "/Note", f"(note-{count})"
        _label(pdf, note)
    for element in _below(pdf, root):
        parts = [part["S"] for part in _elements(pdf, element)]
        if element["S"] == "/NonStruct" and parts == ["/Link"]:  # the call of a note
            element["S"] = "/Reference"
        elif element["S"] == "/Figure":
            element["A"]["BBox"][:] = _on_paper(pdf, element)
        elif element["S"] == "/Span" and not element["K"]:  # of a span that ends where a line or page begins
            element["S"] = "/NonStruct"


def _notes(pdf: Any, root: Any) -> Iterator[Any]:
    """Yield the notes: the foot of a page is a nameless part of the document, and a note a span in it."""
    for foot in _elements(pdf, root):
        if foot["S"] == "/NonStruct":
            yield from (span for span in _elements(pdf, foot) if span["S"] == "/Span")


def _label(pdf: Any, note: Any) -> None:
    """Make the empty marker at the head of a note the label that holds its number."""
    marker, number, *_ = _elements(pdf, note)
    note["K"].remove(number.reference)
    marker["K"].append(number.reference)
    marker["S"], number["P"] = "/Lbl", marker.reference


def _on_paper(pdf: Any, figure: Any) -> Iterator[float]:
    """Yield the corners of a picture in points from the bottom; WeasyPrint: in pixels from the top."""
    _, _, _, height = _resolve(pdf, figure["Pg"])["MediaBox"]
    left, top, right, bottom = (pixels * POINTS_IN_PIXEL for pixels in figure["A"]["BBox"])
    yield from (left, height - bottom, right, height - top)


def _below(pdf: Any, element: Any) -> Iterator[Any]:
    for part in _elements(pdf, element):
        yield part
        yield from _below(pdf, part)


def _elements(pdf: Any, element: Any) -> Iterator[Any]:
    """Yield the elements directly under one; its other kids are text, by number, and links, by reference."""
    for kid in element["K"]:
        part = _resolve(pdf, kid) if isinstance(kid, bytes) else None
        if part is not None and part["Type"] == "/StructElem":
            yield part


def _resolve(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
