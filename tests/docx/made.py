"""DOCX files made by hand, as other programs save them: a body in WordprocessingML and what it needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from letterkit.docx.read import letter_of, read_document
from letterkit.docx.reading.document import Document, View
from letterkit.findings import Finding
from letterkit.letter.model import Letter

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
STYLES = {
    "Date": "Date", "InsideAddress": "Inside Address", "Salutation": "Salutation", "BodyText": "Body Text",
    "Closing": "Closing", "Signature": "Signature", "Heading1": "heading 1", "Heading2": "heading 2",
    "ListBullet": "List Bullet", "Placeholder": "Placeholder",
}  # fmt: skip


def run(text: str, properties: str = "") -> str:
    """A run of text, spaces and tabs kept."""
    text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; content that is no markup becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    layout = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{layout}{''.join(each if each[:1] == '<' else run(each) for each in content)}</w:p>"


def ins(*content: str) -> str:
    return f'<w:ins w:id="1" w:author="Ann" w:date="2026-01-02T03:04:05Z">{"".join(content)}</w:ins>'


def gone(text: str) -> str:
    """A tracked deletion of text."""
    return (
        '<w:del w:id="2" w:author="Bob" w:date="2026-01-02T03:04:05Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def control(tag: str, *content: str, properties: str = "") -> str:
    """A content control around something."""
    named = f'<w:tag w:val="{tag}"/>' if tag else ""
    return f"<w:sdt><w:sdtPr>{named}{properties}</w:sdtPr><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def bookmark(name: str, *content: str, number: int = 1) -> str:
    """A bookmark around something."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{"".join(content)}<w:bookmarkEnd w:id="{number}"/>'


def field(code: str, result: str) -> str:
    """A complex field with a result."""
    signs = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = signs
    return f'{begin}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{separate}{result}{end}'


def note_call(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str = "footnote", **content: str) -> str:
    """A notes part: paragraphs by the id of their note, as `n1=…`."""
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    made = (f'<w:{kind} w:id="{name[1:]}">{xml}</w:{kind}>' for name, xml in content.items())
    return f"<w:{kind}s {SPACES}>{separator}{''.join(made)}</w:{kind}s>"


def noted(*content: str, kind: str = "footnote") -> str:
    """A note's paragraph as Word writes it: its own number, then a space."""
    return p(f"<w:r><w:{kind}Ref/></w:r>", run(" "), *content)


def styles(extra: str = "", **names: str) -> str:
    """A styles part: names by id; without any, those of a letter."""
    made = (
        f'<w:style w:type="{"character" if key == "Placeholder" else "paragraph"}" w:styleId="{key}">'
        f'<w:name w:val="{name}"/></w:style>'
        for key, name in (names or STYLES).items()
    )
    return f"<w:styles {SPACES}>{''.join(made)}{extra}</w:styles>"


def document(*body: str, end: str = "") -> str:
    """A main part."""
    return f"<w:document {SPACES}><w:body>{''.join(body)}{end}</w:body></w:document>"


def rels(*relations: tuple[str, str, str], base: str = OFFICE) -> str:
    """A relations part: id, kind and target; a target with a colon is outside."""
    made = (
        f'<Relationship Id="{key}" Type="{base}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for key, kind, target in relations
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(made)}</Relationships>"
    )


def types(main: str = "word/document.xml", kind: str = MAIN) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )


def zipped(members: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return a package of these members, in this order."""
    made = io.BytesIO()
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return made.getvalue()


PARTS = {
    "styles": "styles.xml", "numbering": "numbering.xml", "settings": "settings.xml", "comments": "comments.xml",
    "footnotes": "footnotes.xml", "endnotes": "endnotes.xml",
}  # fmt: skip


def docx(
    *body: str, end: str = "", related: Iterable[tuple[str, str, str]] = (), **parts: str | bytes
) -> bytes:
    """Return a DOCX with this body; a part that Word knows is given by its name, others by their file's name."""
    named = {"styles": styles(), **parts}
    known = {name: content for name, content in named.items() if name in PARTS}
    other = {name.replace("__", "."): content for name, content in named.items() if name not in PARTS}
    own = [(f"p{name}", name, PARTS[name]) for name in known]
    return zipped(
        {
            "[Content_Types].xml": types(),
            "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": document(*body, end=end),
            "word/_rels/document.xml.rels": rels(*own, *related),
            **{f"word/{PARTS[name]}": content for name, content in known.items()},
            **{f"word/{name}": content for name, content in other.items()},
        }
    )


def shown(*body: str, view: View = "accepted", **parts: object) -> Document:
    """Return what a view of such a file shows."""
    return read_document(docx(*body, **parts), view)  # type: ignore[arg-type]


def texts(*body: str, view: View = "accepted", **parts: object) -> list[str]:
    """Return the text of each paragraph that a view shows."""
    return [block.text for block in shown(*body, view=view, **parts).blocks]


def read(*body: str, view: View = "accepted", **parts: object) -> tuple[Letter, list[Finding]]:
    """Return the letter in such a file, and the findings."""
    return letter_of(shown(*body, view=view, **parts))


def rules(findings: Iterable[Finding]) -> list[tuple[str, str, int | None]]:
    """Return rule, severity and paragraph of each finding."""
    return [(each.rule, each.severity, each.place.paragraph) for each in findings]
