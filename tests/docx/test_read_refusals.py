"""Files that are no letter, damaged or hostile: refused in one clear line, within seconds and little memory."""

import io
import os
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.docx.made import (
    SPACES,
    WORD,
    control,
    document,
    docx,
    gone,
    ins,
    note_call,
    notes,
    p,
    rels,
    run,
    types,
    zipped,
)
from tests.measured import letterkit

from letterkit.docx.read import read, read_views
from letterkit.errors import LetterkitError

ROOT = Path(__file__).parents[2]
ATTACKS = ROOT.parent / "shared" / "corpus" / "xml-attacks"
LAUGHS = "".join('<!ENTITY l{} "{}">'.format(n + 1, f"&l{n};" * 10) for n in range(9))
BOMB = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{LAUGHS}]>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1 << 20


def refused(data):
    """Return the message and the hint of a refusal."""
    with pytest.raises(LetterkitError) as raised:
        read(data)
    assert "\n" not in raised.value.message
    return raised.value.message, raised.value.hint


def members(**changes):
    """Return the members of a DOCX, some of them changed."""
    with zipfile.ZipFile(io.BytesIO(docx(p("a")))) as archive:
        return {name: archive.read(name) for name in archive.namelist()} | changes


def part(xml, name="word/document.xml"):
    return zipped(members(**{name: xml}))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is damaged: it is empty."),
        (b"%PDF-1.7 ...", "The file is a PDF."),
        (b"{\\rtf1\\ansi ...}", "The file is in Rich Text Format (.rtf)."),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html>", "The file is a web page."),
        (b'<?xml version="1.0"?><pkg:package/>', "The file is bare XML, not a DOCX."),
        (b"Dear Sir,", "The file is not a Word document (.docx)."),
        (OLD + "WordDocument".encode("utf-16-le"), "The file is an older Word document (.doc)."),
        (OLD + "Workbook".encode("utf-16-le"), "The file is an Excel workbook."),
        (OLD + b"?", "The file is an older Office file, not a DOCX."),
        (zipped({"a.txt": "x"}), "The file is a package of files, but not a Word document."),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "The file is an OpenDocument text (.odt), not a Word document.",
        ),
        (
            zipped(
                {
                    "[Content_Types].xml": types(
                        "xl/workbook.xml", WORD.replace("wordprocessing", "spreadsheet")
                    ),
                    "_rels/.rels": rels(("r1", "officeDocument", "xl/workbook.xml")),
                    "xl/workbook.xml": "<workbook/>",
                }
            ),
            "The file is an Excel workbook, not a Word document.",
        ),
    ],
)
def test_a_file_of_another_kind_is_named(data, message):
    assert refused(data)[0] == message
    assert refused(data)[1]


def test_an_encrypted_file_is_named_with_the_way_to_open_it():
    message, hint = refused(OLD + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert message == "The file is encrypted with a password."
    assert "Protect Document" in hint


@pytest.mark.parametrize("length", [30, 100, 500, -1, -30, -200])
def test_a_file_that_is_cut_short_is_damaged(length):
    assert refused(docx(p("a"))[:length])[0].startswith("The file is damaged: ")


def test_a_member_whose_bytes_were_changed_is_damaged():
    data = zipped({**members(), "word/document.xml": document(p("a" * 50))})
    place = data.index(b"word/document.xml") + 40
    assert refused(data[:place] + b"\xff\xff\xff" + data[place + 3 :])[0] == (
        "The file is damaged: word/document.xml cannot be unpacked."
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (part("<w:document"), "The file is damaged: word/document.xml is no well-formed XML"),
        (part(b""), "The file is damaged: word/document.xml is no well-formed XML"),
        (part(f"<w:document {SPACES}/>"), "The file is damaged: it has no body."),
        (part(f"<w:hdr {SPACES}/>"), "The file is a package of files, but not a Word document."),
        (
            zipped({"[Content_Types].xml": types("word/gone.xml")}),
            "The file is damaged: its main part is missing.",
        ),
    ],
)
def test_a_package_without_a_readable_text_is_refused(data, message):
    assert refused(data)[0].startswith(message)


@pytest.mark.parametrize(
    "name",
    [
        "word/document.xml",
        "word/styles.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "_rels/.rels",
    ],
)
@pytest.mark.parametrize(
    "encode",
    [str.encode, lambda text: text.encode("utf-16"), lambda text: b"\xef\xbb\xbf" + text.encode()],
    ids=["utf-8", "utf-16", "utf-8-sig"],
)  # fmt: skip
def test_a_document_type_is_refused_in_every_part_and_encoding(name, encode):
    xml = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x {SPACES}>&e;</x>'
    assert refused(part(encode(xml), name)) == (
        f"The file is not safe to read: {name} declares a document type, which no DOCX has.",
        "Use only files from people you trust; open and save this one in Word to get a clean copy.",
    )


def test_a_document_type_hidden_by_its_encoding_is_refused():
    xml = f'<?xml version="1.0" encoding="UTF-7"?>{BOMB}<x/>'.encode("utf-7").replace(
        b"<!DOCTYPE", b"+ADw-!DOCTYPE"
    )
    assert refused(part(xml))[0].startswith("The file is ")


@pytest.mark.parametrize(
    "names",
    [
        ("word/document.xml", "word/document.xml"),
        ("word/document.xml", "WORD/Document.xml"),
        ("word/document.xml", "word\\document.xml"),
        ("word/document.xml", "word/%64ocument.xml"),
    ],
)
def test_two_members_of_one_name_are_refused(names):
    data = zipped(
        [*members().items(), *((name, document(p("other"))) for name in names[1:] if name != names[0])]
    )
    if names[0] == names[1]:
        with pytest.warns(UserWarning, match="Duplicate name"):
            data = zipped([*members().items(), (names[1], document(p("other")))])
    assert refused(data)[0].startswith("The file is not safe to read: it holds two files named “")


@pytest.mark.parametrize("name", ["../../etc/passwd", "word/../../x", "C:/x", "//host/x", "word\\..\\x"])
def test_a_member_that_points_outside_is_refused(name):
    message = refused(zipped([*members().items(), (name, "x")]))[0]
    assert message == f"The file is not safe to read: it holds a file that points outside of it, “{name}”."


@pytest.mark.parametrize(
    "target", ["../../../../etc/passwd", "/../../etc/passwd", "file:///etc/passwd", "%2e%2e/%2e%2e/x"]
)
def test_a_relation_that_points_outside_leads_nowhere(target):
    data = docx(p("a"), related=[("s", "numbering", target.replace(":", "%3A"))])
    assert read(data)[0].body


def test_relations_that_point_in_circles_are_followed_once():
    own = rels(
        ("r1", "header", "document.xml"),
        ("r2", "footnotes", "document.xml"),
        ("r3", "styles", "document.xml"),
    )
    references = '<w:sectPr><w:headerReference w:type="default" r:id="r1"/></w:sectPr>'
    data = zipped(
        members(
            **{"word/_rels/document.xml.rels": own, "word/document.xml": document(p("a"), end=references)}
        )
    )
    assert read(data)[0].body


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_packed_in_a_way_that_word_does_not_use_is_refused(method):
    made = io.BytesIO(zipped(members()))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/x.xml", "<x/>", method)
    assert refused(made.getvalue())[0] == (
        "The file is not safe to read: “word/x.xml” is packed in a way that Word does not use."
    )


def test_a_package_with_a_password_is_refused():
    data = bytearray(zipped(members()))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    assert refused(bytes(data))[0] == "The file is encrypted with a password."


def test_elements_nested_too_deep_are_refused():
    deep = "<w:sdt><w:sdtContent>" * 400 + p("a") + "</w:sdtContent></w:sdt>" * 400
    assert refused(docx(deep))[0].startswith(
        "The file is damaged: word/document.xml is no well-formed XML (Excessive"
    )


def test_elements_nested_as_deep_as_xml_allows_are_read():
    deep = "<w:sdt><w:sdtContent>" * 120 + p("a") + "</w:sdtContent></w:sdt>" * 120
    assert read(docx(deep))[0].body


def inflated(size, pattern=b"\0"):
    """Return deflated bytes that unpack to a size, with their checksum, without ever holding them."""
    packer, check, packed = zlib.compressobj(9, zlib.DEFLATED, -15), 0, []
    block = pattern * (MEGABYTE // len(pattern))
    for _ in range(size // MEGABYTE):
        check = zlib.crc32(block, check)
        packed.append(packer.compress(block))
    return b"".join(packed) + packer.flush(), check


def bomb(size, name="word/document.xml", pattern=b"\0"):
    """Return a DOCX with a member that unpacks to a size."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in members().items():
            if other != name:
                archive.writestr(other, content)
        with archive.open(name, "w", force_zip64=True) as stream:
            for _ in range(size // MEGABYTE):
                stream.write(pattern * (MEGABYTE // len(pattern)))
    return made.getvalue()


def many(count):
    return zipped([*members().items(), *((f"word/media/{number}.png", b"") for number in range(count))])


X = run("x")
SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
OPENED = [f'<w:bookmarkStart w:id="{n}" w:name="_fact_a{n}"/>' for n in range(5000)]
CLOSED = [f'<w:bookmarkEnd w:id="{n}"/>' for n in range(5000)]
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="r1"/></w:sectPr>'
PNG = b"\x89PNG\r\n\x1a\n"


def _nested(tag):
    return control(tag, run("x")) if tag.endswith("z" * 30) else control(tag, run("x"), _nested(tag + "z"))


def around(number):
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number):
    return f'<w:commentRangeEnd w:id="{number}"/>'


def picture():
    return '<w:r><w:pict><v:shape style="width:9pt;height:9pt"><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r>'


def based(count):
    made = (
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(count)
    )
    return f"<w:styles {SPACES}>{''.join(made)}</w:styles>"


def nested_tables(depth):
    inner = nested_tables(depth - 1) if depth else ""
    return f"<w:tbl><w:tr><w:tc>{p('a') * 50}{inner}{p('b')}</w:tc></w:tr></w:tbl>"


def boxes(depth):
    inner = p("a") * 50 + (p(boxes(depth - 1)) if depth else "")
    return f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"


HOSTILE = {
    "a bomb of zeros": lambda: bomb(900 * MEGABYTE),
    "a bomb in a picture": lambda: bomb(300 * MEGABYTE, "word/media/x.png"),
    "a bomb just under the size": lambda: bomb(20 * MEGABYTE),
    "a flood of elements": lambda: bomb(23 * MEGABYTE, pattern=b"<w:p/><a b=''/>x"),
    "a flood of paragraphs": lambda: docx("<w:p/>" * 400_000),
    "a flood of attributes": lambda: docx("<w:p " + " ".join(f"a{n}=''" for n in range(900_000)) + "/>"),
    "a huge attribute": lambda: docx(f'<w:p w:rsidR="{os.urandom(9 * MEGABYTE).hex()}"/>'),
    "a huge text": lambda: docx(p(os.urandom(6 * MEGABYTE).hex())),
    "a flood of members": lambda: many(20_000),
    "billion laughs": lambda: part(f"{BOMB}<w:document {SPACES}><w:body>{p('&l9;')}</w:body></w:document>"),
    "billion laughs in an attribute": lambda: part(f'{BOMB}<w:document {SPACES} x="&l9;"/>'),
    "a flood of bookmarks": lambda: docx(p(*OPENED, X * 5000)),
    "a flood of overlapping bookmarks": lambda: docx(p(*OPENED, X * 5000, *CLOSED)),
    "a flood of one claim's controls": lambda: docx(p(*[control("fact:a", run("x"))] * 20_000)),
    "a flood of nested controls": lambda: docx(p(*[_nested(f"fact:a{n}") for n in range(200)])),
    "a flood of comments": lambda: docx(p(*[around(n) for n in range(5000)], X * 5000, *[end(n) for n in range(5000)])),
    "a flood of fields": lambda: docx(p(SIGN.format("begin") * 40_000 + SIGN.format("end") * 40_000)),
    "a flood of results": lambda: docx(
        p((SIGN.format("begin") + SIGN.format("separate") + X) * 20_000 + (X + SIGN.format("end")) * 20_000)
    ),
    "a flood of calls": lambda: docx(p(note_call(1) * 20_000), footnotes=notes(n1=p("long" * 100_000))),
    "a flood of pictures": lambda: docx(
        p(picture() * 5000), related=[("rId7", "image", "media/x.png")], **{"media/x__png": PNG + bytes(15 * MEGABYTE)}
    ),
    "a flood of based styles": lambda: docx(*(p("a", style=f"s{n}") for n in range(5000)), styles=based(60_000)),
    "a flood of headings": lambda: docx(p("Re: a", style="Heading1") * 15_000),
    "a flood of dates": lambda: docx(p("October 21, 2020") * 15_000, p("Dear Sir:", style="Salutation")),
    "a flood of sections": lambda: docx(p("a", properties=SECTION) * 10_000),
    "a flood of rows": lambda: docx("<w:tbl>" + f"<w:tr><w:tc>{p('a')}</w:tc></w:tr>" * 20_000 + "</w:tbl>"),
    "a flood of tables in tables": lambda: docx(nested_tables(50)),
    "a flood of boxes in boxes": lambda: docx(p(boxes(60))),
    "a flood of changes": lambda: docx(p((ins(run("a")) + gone("b")) * 20_000)),
    "a long label": lambda: docx(
        *[p("a", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')] * 5000,
        numbering=f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{"%1" * 500_000}"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    ),
}  # fmt: skip
REFUSED = {
    "a bomb of zeros", "a bomb in a picture", "a bomb just under the size", "a flood of elements", "a flood of paragraphs",
    "a huge attribute", "a huge text", "a flood of members", "billion laughs", "billion laughs in an attribute",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_one_line_within_seconds_and_500_megabytes(name, tmp_path):
    file = tmp_path / "letter.docx"
    data = HOSTILE[name]()
    file.write_bytes(data if name in REFUSED else unpacked(data))
    done = letterkit(tmp_path, "text", str(file))
    assert "Traceback" not in done.err
    if name in REFUSED:
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 2)
    else:
        assert done.code == 0
        assert done.out
    assert (done.seconds < 10, done.megabytes < 500) == (True, True), (done.seconds, done.megabytes)


def unpacked(data):
    """Return a package whose members are not packed, so that nothing shows of it from outside."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return made.getvalue()


def test_the_peak_of_a_program_is_not_that_of_the_tests_that_start_it(tmp_path):
    held = bytearray(700 * MEGABYTE)
    held[::4096] = b"x" * len(held[::4096])
    file = tmp_path / "letter.docx"
    file.write_bytes(docx(p("a")))
    assert letterkit(tmp_path, "text", str(file)).megabytes < 200
    assert len(held) == 700 * MEGABYTE


@pytest.mark.parametrize("folder", ["defusedxml", "ooxml", "feeds"])
def test_the_attacks_of_others_are_refused_or_harmless(folder):
    if not ATTACKS.is_dir():
        pytest.skip(f"{ATTACKS} is not here: files of other projects, which are not part of this one")
    for file in sorted((ATTACKS / folder).iterdir()):
        data = file.read_bytes()
        packed = data if data.startswith(b"PK") else part(data)
        assert refused(packed)[0].startswith("The file "), file.name


def test_both_views_of_a_damaged_file_are_refused_alike():
    with pytest.raises(LetterkitError, match="damaged"):
        read_views(docx(p("a"))[:200])
