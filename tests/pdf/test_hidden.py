"""Nothing that hides in an edited letter reaches its PDF, and a search of the PDF would see it if it did."""

import re

import pikepdf
import pytest
from tests.commands.letters import COLLEAGUE, DOCUMENT, deleted, drafted, edit, holds, letterkit
from tests.docx.made import zipped
from tests.docx.reading import members

GREETING = '<w:r><w:t xml:space="preserve">Dear Assistant Secretary:'
BY = f'w:author="{COLLEAGUE}" w:date="2021-02-01T10:00:00Z"'
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def secret(kind):
    """Return words that nobody outside may read, by where they hide."""
    return f"Unseen{''.join(word.title() for word in kind.split())}"


# What stands in the text, by kind: put before the salutation.
IN_TEXT = {
    "hidden text": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{secret('hidden text')}</w:t></w:r>",
    "note in hidden text": '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="77"/></w:r>',
    "bookmark": f'<w:bookmarkStart w:id="901" w:name="{secret("bookmark")}"/><w:bookmarkEnd w:id="901"/>',
    "control": f'<w:sdt><w:sdtPr><w:alias w:val="{secret("control")}"/><w:tag w:val="{secret("tag")}"/></w:sdtPr>'
    f"<w:sdtContent>{RUN.format('')}</w:sdtContent></w:sdt>",
    "field code": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText> DOCPROPERTY "{secret("field code")}" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + RUN.format("")
    + '<w:r><w:t xml:space="preserve">To you, </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "tooltip": f'<w:hyperlink w:anchor="x" w:tooltip="{secret("tooltip")}">{RUN.format("")}</w:hyperlink>',
    "address of a file": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
    f' HYPERLINK "file:///C:/Users/{secret("address of a file")}" </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN.format("and ")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "comment": '<w:commentRangeStart w:id="801"/><w:commentRangeEnd w:id="801"/>'
    '<w:r><w:commentReference w:id="801"/></w:r>',
    "revision": '<w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">with respect, </w:t></w:r>',
    "format change": '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">and hope. </w:t></w:r>',
}  # fmt: skip
# What stands in other parts: their name, after which sign, what is added.
ELSEWHERE = {
    "property": ("docProps/core.xml", "<dc:creator>", secret("property")),
    "custom property": ("docProps/custom.xml", "</Properties>", '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="999" name="n"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' + secret("custom property") + "</vt:lpwstr></property>"),
    "variable": ("word/settings.xml", "<w:compat>", f'<w:docVars><w:docVar w:name="x" w:val="{secret("variable")}"/></w:docVars><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>'),
    "record": ("customXml/item1.xml", "&quot;publisher&quot;:", f"&quot;note&quot;:&quot;{secret('record')}&quot;,"),
    "style": ("word/styles.xml", "</w:styles>", f'<w:style w:type="character" w:styleId="S"><w:name w:val="{secret("style")}"/></w:style>'),
    "uncalled note": ("word/footnotes.xml", "</w:footnotes>", f'<w:footnote w:id="76"><w:p>{RUN.format(secret("uncalled note"))}</w:p></w:footnote>'),
    "note in hidden text": ("word/footnotes.xml", "</w:footnotes>", f'<w:footnote w:id="77"><w:p>{RUN.format(secret("note in hidden text"))}</w:p></w:footnote>'),
}  # fmt: skip
# Parts of their own.
NEW = {
    "comment": ("word/comments.xml", f'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="801" {BY}><w:p>{RUN.format(secret("comment"))}</w:p></w:comment></w:comments>'),
    "custom xml": ("customXml/item2.xml", f"<staff>{secret('custom xml')}</staff>"),
    "program": ("docProps/app.xml", f"<Properties><Manager>{secret('program')}</Manager></Properties>"),
    "person": ("word/people.xml", f"<people>{secret('person')}</people>"),
    "picture not shown": ("word/media/image9.png", secret("picture not shown")),
    "template": ("word/_rels/settings.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External" Target="file:///C:/Users/{secret("template")}.dotx"/></Relationships>'),
}  # fmt: skip
KINDS = sorted({*IN_TEXT, *ELSEWHERE, *NEW, "tag"} - {"revision", "format change"})
RELATED = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'


def loaded(data):
    """Return a letter with something of every kind that hides."""
    parts = {name: content.decode() for name, content in members(data).items()}
    parts[DOCUMENT] = parts[DOCUMENT].replace(GREETING, "".join(IN_TEXT.values()) + GREETING)
    for name, sign, added in ELSEWHERE.values():
        assert sign in parts[name]
        before = sign.startswith(("</", "<w:compat", "&quot;"))
        parts[name] = parts[name].replace(sign, added + sign if before else sign + added)
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace("</Relationships>", f"{RELATED}</Relationships>")
    return zipped({**parts, **dict(NEW.values())})


@pytest.fixture(scope="module")
def letter(tmp_path_factory):
    path = tmp_path_factory.mktemp("hiding") / "letter.docx"
    path.write_bytes(loaded(drafted("2021-02-01")[0]))
    return path


def test_nothing_of_any_kind_reaches_the_pdf(letter, tmp_path):
    inside = b"".join(members(letter.read_bytes()).values()).decode()
    assert [kind for kind in KINDS if secret(kind) not in inside] == []
    made = tmp_path / "letter.pdf"
    letterkit("pdf", letter, "--out", made)
    assert [kind for kind in KINDS if holds(made, secret(kind))] == []
    assert not holds(made, COLLEAGUE, "00AB12CD", "C:/Users")
    assert holds(made, "To you, and with respect, and hope. Dear Assistant Secretary:")


def test_what_was_deleted_or_replaced_is_gone_and_what_is_not_settled_is_refused(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(drafted("2021-02-01")[0])
    edit(path, deleted, "Dear Assistant Secretary:", secret("deletion"))
    with pytest.raises(AssertionError, match=r"error\[tracked-changes\]"):
        letterkit("pdf", path)
    assert not path.with_suffix(".pdf").exists()
    text = members(path.read_bytes())[DOCUMENT].decode()
    settled = re.sub(r"<w:del .*?</w:del>", "", text)
    edit(path, lambda data: zipped({**members(data), DOCUMENT: settled}))
    letterkit("pdf", path)
    assert not holds(path.with_suffix(".pdf"), secret("deletion"), COLLEAGUE)


@pytest.mark.parametrize("where", ["title", "annotation", "attachment", "page"])
def test_a_search_of_a_pdf_would_see_what_hides(tmp_path, where):
    path = tmp_path / "letter.pdf"
    path.write_bytes(drafted("2021-02-01")[1])
    assert not holds(path, secret(where))
    hide = {
        "title": lambda file: file.docinfo.__setitem__("/Title", pikepdf.String(secret(where))),
        "annotation": lambda file: file.pages[0].Annots[0].__setitem__("/Contents", pikepdf.String(f"– {secret(where)}")),
        "attachment": lambda file: file.attachments.__setitem__("x.txt", f"So: {secret(where)}".encode()),
        "page": lambda file: file.pages[0].contents_add(f"% {secret(where)}".encode()),
    }  # fmt: skip
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        hide[where](file)
        file.save(path)
    assert holds(path, secret(where))
