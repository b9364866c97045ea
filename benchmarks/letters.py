"""One letter, as each peer wants it: the same words, and a note for each of its notes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from letterkit.docx import record
from letterkit.library.load import load
from letterkit.library.locate import starter

BRIEF = ("--to", "state-dept", "--topic", "cluster-munitions", "--date", "2020-10-21")
LETTERKIT = (sys.executable, "-m", "letterkit")
NAME, SALUTATION = "The Honorable Philip T. Reeker", "Dear Ambassador Reeker:"


def write(folder: Path) -> int:
    """Write letter.docx, the inputs of the peers and list.csv; return how many notes the letter has."""
    draft = [
        *LETTERKIT,
        "draft",
        *BRIEF,
        "--force",
        "--format",
        "docx",
        "--format",
        "md",
        "--out",
        str(folder),
    ]
    made = subprocess.run(draft, check=True, capture_output=True, text=True).stdout.split()
    docx = next(Path(each) for each in made if each.endswith(".docx")).rename(folder / "letter.docx")
    markdown = next(Path(each) for each in made if each.endswith(".md")).read_text("utf-8")
    known = record.read(docx.read_bytes()) or {}
    _pandoc(folder, markdown, known)
    _typst(folder, markdown)
    _template(docx, folder / "template.docx")
    _list(folder / "list.csv", 100)
    _list(folder / "long.csv", 500)
    return notes_in_docx(docx)


def _pandoc(folder: Path, markdown: str, known: dict[str, list[dict[str, str]]]) -> None:
    """Write the body with citations in place of the notes, and the cited sources beside it."""
    library, _ = load(starter())
    sources = {use["note"]: library.claims[use["id"]].source for use in known["claims"]}
    text = re.sub(r"\n\[\^\d+\]: .*", "", markdown)
    text = re.sub(r"\[\^(\d+)\]", lambda call: f"[@{sources[int(call[1])]}]", text)
    (folder / "letter.md").write_text(text, "utf-8")
    (folder / "sources.json").write_text(json.dumps(known["csl"]), "utf-8")


def _typst(folder: Path, markdown: str) -> None:
    notes = dict(re.findall(r"\n\[\^(\d+)\]: (.*)", markdown))
    text = re.sub(r"\n\[\^\d+\]: .*", "", markdown).replace("# Re:", "= Re:")
    text = _escaped(text.replace("\\[", "[").replace("\\]", "]"))
    text = re.sub(r"\[\^(\d+)\]", lambda call: f"#footnote[{_escaped(notes[call[1]])}]", text)
    (folder / "letter.typ").write_text('#set page("us-letter")\n' + text, "utf-8")


def _escaped(text: str) -> str:
    return re.sub(r"[@$#<>_*]", lambda sign: f"\\{sign[0]}", text)


def _template(letter: Path, path: Path) -> None:
    """Write the letter with fields for the addressee: what docxtpl fills in for each."""
    with zipfile.ZipFile(letter) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                text = data.decode()
                assert NAME in text, "the letter does not name its addressee as expected"
                assert SALUTATION in text, "the letter does not greet as expected"
                data = text.replace(NAME, "{{ name }}").replace(SALUTATION, "{{ greeting }}").encode()
            target.writestr(name, data)


def _list(path: Path, number: int) -> None:
    heads = "id,honorific,full_name,surname,office,organisation,address,salutation,audience"
    row = (
        "person-{0},The Honorable,Pat Tester{0},Tester{0},Acting Assistant Secretary,Department of Examples,"
        '"{0} Example Street|Sampletown, ST 00000",Dear Tester{0}:,us-state'
    )
    path.write_text("\n".join([heads, *(row.format(each) for each in range(number))]) + "\n", "utf-8")


def notes_in_docx(path: Path) -> int:
    """Return how many footnotes the text of a DOCX calls."""
    with zipfile.ZipFile(path) as package:
        return len(re.findall(rb"<w:footnoteReference\b", package.read("word/document.xml")))


def notes_in_pdf(path: Path) -> int:
    """Return the highest number that begins a line of a PDF together with the word of a publisher."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return max(map(int, re.findall(r"(?m)^\s*(\d+)\.?\s*Amnesty", text)), default=0)
