"""Documents made to break what reads them: refused in one sentence, within seconds, nothing fetched."""

import subprocess
import sys

import pytest
from tests.archive.documents import bomb, corpus, deflated, docx, item, page, raw_pdf, rss, zipped
from tests.measured import letterkit

from letterkit.archive import read
from letterkit.archive.reading import guard
from letterkit.archive.reading.worker import MEMORY
from letterkit.errors import LetterkitError

BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 900]/Contents 4 0 "
    b"R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf_with(contents, form=b"<<>>"):
    return raw_pdf(CATALOG, PAGES, PAGE, contents, FONT, form)


# What would fill the memory, and what is seen to be a trap before it can.
DOCUMENTS = {
    "entity bomb in a feed": lambda: (
        b'<!DOCTYPE rss [<!ENTITY a0 "ha">' + BOMB.encode() + b"]>" + rss(item("&a8;"))
    ),
    "external file in a feed": lambda: (
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(item("&x;"))
    ),
    "external address in a feed": lambda: (
        b'<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]>' + rss(item())
    ),
    "feed of attributes": lambda: b"<rss><channel><item " + b'a="1" ' * 2_000_000 + b"/></channel></rss>",
    "page of paragraphs": lambda: page("<p>word</p>" * 2_000_000),
    "page of authors": lambda: page("<p>word</p>", '<meta name="author" content="A B">' * 900_000),
    "text of numbers": lambda: b"A report\n\n" + b"1 2 3 " * 1_300_000,
    "zip bomb": lambda: docx(" " * 60_000_000),
    "zip of twenty thousand parts": lambda: zipped({f"word/{n}.xml": "" for n in range(20_000)}),
    "pages that are their own parents": lambda: raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 100000>>"),
    "a thousand million pages": lambda: raw_pdf(
        CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", b"<<>>"
    ),
    "stream bomb": lambda: pdf_with(deflated(b"BT /F 1 Tf (x) Tj ET " * 1_000_000, times=20)),
    "bomb in a bomb": lambda: pdf_with(deflated(bomb(b"\0" * 1_000_000, 800), b"[/FlateDecode/FlateDecode]")),
    "form in itself": lambda: pdf_with(
        b"<</Length 5>>stream\n/X Do\nendstream",
        (
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
            b"/Length 11>>stream\n/X Do /X Do\nendstream"
        ),
    ),
    "page of a million letters": lambda: pdf_with(
        deflated(
            b"BT /F 1 Tf " + b"".join(b"1 0 0 1 %d %d Tm (word) Tj " % divmod(n, 800) for n in range(200_000))
        )
    ),
}
# What takes time alone, or is not read at all.
FURTHER = {
    "feed without end": lambda: b"<rss><channel><item><title>" + b"A <" * 500_000,
    "page without a bottom": lambda: page("<div>" * 200_000),
    "page of one word": lambda: page("word " * 8_000_000),
    "word without a bottom": lambda: docx("<w:sdt><w:sdtContent>" * 50_000),
    "too many megabytes": lambda: b"word " * 1_800_000,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_trap_is_refused_in_one_sentence_and_half_a_gigabyte(name, tmp_path):
    trap = tmp_path / "trap"
    trap.write_bytes(DOCUMENTS[name]())
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "library.yaml").write_text("name: mine\nformat: 1\n")
    done = letterkit(tmp_path, "--library", str(tmp_path), "sources", "add", str(trap))
    assert (done.code, done.out) == (1, "")
    said, hint = done.err.splitlines()
    assert said.startswith(f"error: {trap}: ")
    assert hint.startswith("  hint: ")
    assert done.megabytes < 500
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts", "trap", "used.json"]


@pytest.mark.parametrize("name", FURTHER)
def test_what_never_ends_is_ended(name, monkeypatch):
    monkeypatch.setattr(guard, "SECONDS", 1)
    with pytest.raises(LetterkitError) as refused:
        read(FURTHER[name]())
    assert "\n" not in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    "name",
    ["xmlbomb.xml", "cyclic.xml", "external.xml", "external_file.xml", "dtd_element.xml"],
)
def test_the_attacks_of_others_are_refused(name):
    with pytest.raises(LetterkitError):
        read(corpus("xml-attacks", "defusedxml", name).read_bytes())


@pytest.mark.parametrize("name", ["poc-shared-strings.xlsx", "duplicate-filename.xlsx"])
def test_office_files_that_are_traps_are_refused(name):
    with pytest.raises(LetterkitError):
        read(corpus("xml-attacks", "ooxml", name).read_bytes())


def test_a_feed_that_names_a_document_type_elsewhere_is_refused_too():
    with pytest.raises(LetterkitError, match="declares XML entities"):
        read(corpus("xml-attacks", "feeds", "doctype_contains_entity_decl.xml").read_bytes())


def test_the_process_that_reads_has_a_limit_on_its_memory():
    code = (
        "import letterkit.archive.reading.worker as w, sys; w._limit(5)\n"
        "try: bytearray(w.MEMORY)\nexcept MemoryError: sys.exit(7)"
    )
    assert MEMORY <= 500 * 1024 * 1024
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGPROF)",
            "the document cannot be read in reasonable time",
        ),
        (
            "import os; os.abort()",
            "the document breaks what reads it, or needs more memory than any report should",
        ),
        ('print(\'e ["memory", ""]\')', "the document needs more memory than any report should"),
        ('print(\'e ["it is broken", "mend it"]\')', "it is broken"),
    ],
)
def test_the_end_of_the_reading_process_is_told_in_words(monkeypatch, code, said):
    class Worker(subprocess.Popen):
        def __init__(self, _command, **pipes):
            super().__init__([sys.executable, "-c", code], **pipes)

    monkeypatch.setattr(guard.subprocess, "Popen", Worker)
    with pytest.raises(LetterkitError) as refused:
        guard.read_apart(b"x" * 1_000_000, "html")
    assert refused.value.message == said
