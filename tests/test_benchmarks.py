"""The benchmarks measure what they say, compare only what is the same, and make stores that obey every rule."""

import importlib.util
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from letterkit.checks.rules import check_store
from letterkit.checks.store import Store
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load, read
from letterkit.library.originals import Originals
from tests.tools import MISSING, require_tool

FOLDER = Path(__file__).parent.parent / "benchmarks"
BRIEF = ("--to", "state-dept", "--topic", "cluster-munitions", "--date", "2020-10-21")
CALL = rb'<w:footnoteReference [^>]*w:id="3"/>'
NOTE = rb'(?s)(<w:footnote [^>]*w:id="3".*?)Civilians must be protected(.*?</w:footnote>)'


def module(name: str):
    """Import a file of the benchmarks that imports none of the others."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    sys.modules[name] = found
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def stores():
    return module("stores")


@pytest.fixture(scope="module")
def notes():
    return module("notes")


def benchmark(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the benchmarks once through, without a warm-up."""
    command = [sys.executable, FOLDER / "run.py", "--runs", "1", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def letter(tmp_path_factory):
    """Return a letter with nine notes."""
    path = tmp_path_factory.mktemp("letter") / "letter.docx"
    command = [sys.executable, "-m", "letterkit", "draft", *BRIEF, "--out", path]
    subprocess.run(command, check=True, capture_output=True)
    return path


def changed(docx: Path, into: Path, part: str, pattern: bytes, by: bytes) -> Path:
    """Write a DOCX with one thing changed in one of its parts."""
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == f"word/{part}":
                data, times = re.subn(pattern, by, data)
                assert times == 1
            target.writestr(name, data)
    return into


def table(done: subprocess.CompletedProcess[str]) -> list[list[str]]:
    """Return the cells of each row; fails with what was said where there is no table."""
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("|")]
    assert lines[0] == "| what | letterkit | peer | ratio | limit | memory | runs |"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_start_check_and_scale_need_nothing_of_others_and_give_their_rows(tmp_path):
    work = tmp_path / "work"
    rows = table(benchmark("--only", "start", "check", "scale", "--sizes", "600", "--work", work))
    assert [row[0] for row in rows] == [
        "`--help` / `import click`",
        "`--version` / `import click`",
        "`check` / `import docx`",
        "`check`, 600 claims / the starter's",
        "`facts show`, 600 claims / the starter's",
        "`facts list`, 600 claims / the starter's",
        "`draft`, 600 claims / the starter's",
        "`facts verify`, 600 claims",
    ]
    *pairs, verify = rows
    assert all(re.fullmatch(r"\d+\.\d\d s", cell) for row in pairs for cell in row[1:3])
    assert all(re.fullmatch(r"\d+ / \d+ MB", row[5]) for row in pairs)
    assert (verify[2:5], verify[6]) == (["", "", "30 s"], "1")
    assert not (work / "peers").exists()


@pytest.fixture(scope="session")
def peers(pytestconfig):
    """Return the folder of the peers; they are installed into it, in a process of its own, unless they are there."""
    folder = pytestconfig.cache.mkdir("peers")
    code = "import sys, pathlib, peers; peers.Peers(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", code, folder / "environment"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{MISSING}: the peers cannot be installed: {done.stderr[-300:]}")
    return folder / "environment"


def test_every_letter_beside_its_peer_holds_the_same_notes_and_nothing_is_left_lying_about(tmp_path, peers):
    require_tool("soffice")
    only = ("--only", "draft", "pdf", "batch", "--letters", "2")
    done = benchmark(*only, "--work", tmp_path / "work", "--peers", peers)
    assert [row[0] for row in table(done)] == [
        "`draft` to DOCX / pandoc with citeproc",
        "the same, first run after a change",
        "`draft` to PDF / LibreOffice from DOCX",
        "`draft` to PDF / typst",
        "2 DOCX in one `batch` / docxtpl",
        "2 PDF in one `batch` / LibreOffice",
        "`batch` of 10 DOCX / of 2",
    ]
    assert sorted(path.name for path in (tmp_path / "work").iterdir()) == [
        "cache", "letter.docx", "letter.md", "letter.typ", "list.csv", "long.csv", "ours.md", "out", "own",
        "profile", "sources.json", "template.docx",
    ]  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "work" / "out").iterdir() if path.is_dir()) == [
        "docxtpl", "many", "office",
    ]  # fmt: skip


def test_a_peer_that_leaves_a_note_out_is_not_compared(tmp_path, letter):
    work, pandoc = tmp_path / "work", tmp_path / "peers" / "pypandoc" / "files" / "pandoc"
    pandoc.parent.mkdir(parents=True)
    shorter = changed(letter, tmp_path / "shorter.docx", "document.xml", CALL, b"")
    pandoc.write_text(f'#!/bin/sh\ncp "{shorter}" out/pandoc.docx\n')
    pandoc.chmod(0o755)
    (tmp_path / "peers" / "chicago-notes-bibliography.csl").write_text("")
    (tmp_path / "peers" / "ready").write_text("\n".join(module("peers").PACKAGES))
    done = benchmark("--only", "draft", "--work", work, "--peers", tmp_path / "peers")
    assert (done.returncode, done.stdout) == (1, "")
    last = done.stderr.splitlines()[-1]
    assert last == f"{work / 'out' / 'pandoc.docx'} has 8 notes instead of 9: not comparable"


@pytest.mark.parametrize(
    ("part", "pattern", "by", "said"),
    [
        ("document.xml", CALL, b"", "has 8 notes instead of 9"),
        ("document.xml", CALL, rb"\g<0>\g<0>", "has 10 notes instead of 9"),
        ("footnotes.xml", NOTE, rb"\1Nothing of the kind\2", "cites something else in note 3"),
        ("footnotes.xml", NOTE, rb"\g<0>", ""),
    ],
    ids=["left out", "twice", "another source", "as it was"],
)
def test_what_a_word_file_lacks_of_the_notes_is_named(notes, letter, tmp_path, part, pattern, by, said):
    titles = notes.cited(letter, load(starter())[0])
    assert len(titles) == 9
    assert notes.lacking(changed(letter, tmp_path / "other.docx", part, pattern, by), titles) == said


def test_what_a_pdf_lacks_of_the_notes_is_named(notes, letter, tmp_path):
    from pikepdf import Pdf

    titles = notes.cited(letter, load(starter())[0])
    whole, short = tmp_path / "whole.pdf", tmp_path / "short.pdf"
    command = [sys.executable, "-m", "letterkit", "draft", *BRIEF, "--format", "pdf", "--out", whole]
    subprocess.run(command, check=True, capture_output=True)
    assert notes.lacking(whole, titles) == ""
    with Pdf.open(whole) as pdf:
        del pdf.pages[1:]
        pdf.save(short)
    assert re.fullmatch(r"has \d notes instead of 9", notes.lacking(short, titles))
    assert notes.lacking(tmp_path / "none.pdf", titles) == "is not there"


def test_a_made_store_has_the_claims_asked_for_and_nothing_wrong_in_it(stores, tmp_path):
    root = stores.write(tmp_path / "store", 600, sources=12)
    library, findings = read(root)
    assert findings == []
    assert len(library.claims) == 600
    assert sum(name.startswith("made-up-report") for name in library.sources) == 12
    assert check_store(Store(library, Originals(root), template_source(root))) == []
    about = {claim.id for claim in library.about(["older-people"]) if claim.id.startswith("bench-")}
    assert stores.carriers(root, "older-people") == about != set()


def test_the_same_numbers_make_the_same_store(stores, tmp_path):
    one, other = (read(stores.write(tmp_path / name, 580, sources=4))[0] for name in ("a", "b"))
    assert (one.claims, one.sources) == (other.claims, other.sources)
