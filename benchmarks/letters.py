"""One letter, as each peer wants it: the same words, and a note for each of its notes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from notes import Titles, cited

from letterkit.docx import record
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.store import Library

BRIEF = ("--to", "state-dept", "--topic", "cluster-munitions", "--date", "2020-10-21")
LETTERKIT = (sys.executable, "-m", "letterkit")
NAME, SALUTATION = "The Honorable Philip T. Reeker", "Dear Ambassador Reeker:"


def write(folder: Path, number: int) -> Titles:
    """Write letter.docx, the inputs of the peers and two lists, of so many and of five times as many.

    Returns what the notes of the letter cite.
    """
    formats = ("--format", "docx", "--format", "md")
    draft = [*LETTERKIT, "draft", *BRIEF, "--force", *formats, "--out", str(folder)]
    made = subprocess.run(draft, check=True, capture_output=True, text=True).stdout.split()
    docx = next(Path(each) for each in made if each.endswith(".docx")).rename(folder / "letter.docx")
    markdown = next(Path(each) for each in made if each.endswith(".md")).rename(folder / "ours.md")
    library, _ = load(starter())
    _pandoc(folder, markdown.read_text("utf-8"), record.read(docx.read_bytes()) or {}, library)
    _typst(folder, markdown.read_text("utf-8"))
    _template(docx, folder / "template.docx")
    _list(folder / "list.csv", number)
    _list(folder / "long.csv", 5 * number)
    return cited(docx, library)


def _pandoc(folder: Path, markdown: str, known: dict[str, Any], library: Library) -> None:
    """Write the body with citations in place of the notes, and the cited sources beside it."""
    sources: dict[int, dict[str, None]] = {}
    for use in known["claims"]:
        sources.setdefault(int(use["note"]), {})[f"@{library.claims[use['id']].source}"] = None
    text = re.sub(r"\n\[\^\d+\]: .*", "", markdown)
    text = re.sub(r"\[\^(\d+)\]", lambda call: f"[{'; '.join(sources[int(call[1])])}]", text)
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
