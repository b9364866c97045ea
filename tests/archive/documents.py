"""Small documents of every kind, made in the tests themselves."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)


def corpus(*parts: str) -> Path:
    """Return a file of the corpus of others' files, or skip the test where that is absent."""
    path = CORPUS.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"../shared/corpus is not here: {'/'.join(parts)}")
    return path


def rss(*items: str, channel: str = "<title>Example Watch</title><link>https://example.org/</link>") -> bytes:
    """Return an RSS feed as WordPress writes it."""
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {spaces}>'
    return f"{opening}<channel>{channel}{''.join(items)}</channel></rss>".encode()


def item(
    body: str = "<p>A flood destroyed the bridge.</p>",
    title: str = "A flood in Milltown",
    link: str = "https://example.org/news/flood/",
    date: str = "Tue, 20 Oct 2020 10:00:00 +0000",
    more: str = "",
) -> str:
    """Return an item with its full text, excerpt and footer."""
    footer = (
        f'<p>The post <a href="{link}">{title}</a> appeared first on <a '
        f'href="https://example.org">Example Watch</a>.</p>'
    )
    return (
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>{more}"
        f"<description><![CDATA[<p>A flood [&#8230;]</p>{footer}]]></description>"
        f"<content:encoded><![CDATA[{body}{footer}]]></content:encoded></item>"
    )


def page(body: str, head: str = "") -> bytes:
    """Return a web page."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    ).encode()


def docx(body: str, parts: dict[str, str] | None = None, relations: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return a Word document with this body; `relations` name kinds and parts of the document."""
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(relations)
    )
    office = f'<Relationship Id="d" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    properties = f'<Relationship Id="c" Type="{core}" Target="docProps/core.xml"/>'
    files = {
        "_rels/.rels": _RELATIONS.format(office + properties),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _RELATIONS.format(related),
        **(parts or {}),
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def p(text: str, properties: str = "") -> str:
    """Return a paragraph of Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def pdf(body: str, css: str = "", head: str = "") -> bytes:
    """Return a PDF of this HTML; justified, so that words are parted at line ends."""
    from weasyprint import HTML

    style = (
        f"@page {{ size: 300pt 400pt; margin: 30pt }} body {{ font: 10pt serif; text-align: justify }} {css}"
    )
    return HTML(
        string=f"<html lang='en'><head><style>{style}</style>{head}</head><body>{body}</body></html>"
    ).write_pdf()


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects, of which the first is the catalog."""
    out, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    )


def deflated(data: bytes, filters: bytes = b"/FlateDecode", times: int = 1) -> bytes:
    """Return a stream object of PDF that unpacks to the data, so many times over."""
    packed = bomb(data, times)
    return b"<</Length %d/Filter%s>>stream\n" % (len(packed), filters) + packed + b"\nendstream"


def bomb(data: bytes, times: int) -> bytes:
    """Return what unpacks to the data so many times over, without packing it more than once."""
    packer = zlib.compressobj(9, wbits=-15)
    once = packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(times):
        check = zlib.adler32(data, check)
    return b"\x78\xda" + once * times + packer.flush() + check.to_bytes(4, "big")
