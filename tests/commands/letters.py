"""Letters drafted on a desk, and what colleagues do to them in Word."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pikepdf
from tests.docx.reading import changed
from tests.tools import pdf_text

from letterkit.library.disk.locate import starter

DOCUMENT = "word/document.xml"
COLLEAGUE = "Somebody Ofourstaff"
_BY = f'w:id="9001" w:author="{COLLEAGUE}" w:date="2021-02-01T10:00:00Z"'


@cache
def complete_library() -> Path:
    """Return the starter with a signatory, so that its letters have nothing left to fill in."""
    folder = Path(mkdtemp(prefix="letterkit-complete-"))
    shutil.copytree(starter() / "facts", folder / "facts")
    (folder / "seeds").symlink_to(starter() / "seeds")
    sender = folder / "facts" / "senders" / "amnesty-usa.yaml"
    text = sender.read_text("utf-8")
    for blank, words in (("[Name of signatory]", "Jordan Example"), ("[Title of signatory]", "Director")):
        assert blank in text
        text = text.replace(blank, words)
    sender.write_text(text, "utf-8")
    return folder


def retyped(data: bytes, old: str, new: str) -> bytes:
    """Return a letter in which somebody has typed other words, without tracking."""
    return changed(data, DOCUMENT, (old, new))


def inserted(data: bytes, before: str, words: str) -> bytes:
    """Return a letter with a tracked insertion before the run that begins with some words."""
    return _before(data, before, f"<w:ins {_BY}><w:r><w:t>{words}</w:t></w:r></w:ins>")


def deleted(data: bytes, before: str, words: str) -> bytes:
    """Return a letter with a tracked deletion of words before the run that begins with others."""
    return _before(data, before, f"<w:del {_BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>")


def hiding(data: bytes, before: str, words: str) -> bytes:
    """Return a letter with hidden words."""
    run = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>"
    return _before(data, before, run)


def with_a_block(data: bytes, before: str, block: str) -> bytes:
    """Return a letter with something else before the paragraph of a style."""
    opening = f'<w:p><w:pPr><w:pStyle w:val="{before}"/>'
    return changed(data, DOCUMENT, (opening, block + opening))


def _before(data: bytes, words: str, run: str) -> bytes:
    opening = f'<w:r><w:t xml:space="preserve">{words}'
    return changed(data, DOCUMENT, (opening, run + opening))


@cache
def drafted(day: str, *options: str) -> tuple[bytes, bytes]:
    """Return DOCX and PDF of the letter of a day, drafted from the library with a complete sender."""
    folder = Path(mkdtemp(prefix="letterkit-drafted-"))
    asked = ("draft", "--to", "state-dept", "--topic", "cluster-munitions", "--date", day, *options)
    letterkit(*asked, "--format", "docx", "--format", "pdf", "--out", f"{folder}/")
    [docx], [pdf] = folder.glob("*.docx"), folder.glob("*.pdf")
    return docx.read_bytes(), pdf.read_bytes()


def letterkit(*arguments: str | Path) -> str:
    """Return what a command that must succeed prints, in a process of its own."""
    command = [sys.executable, "-m", "letterkit", "--library", complete_library(), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def edit(path: Path, how: Callable[..., bytes], *arguments: Any) -> Path:
    """Let somebody do something to a file, and return it."""
    path.write_bytes(how(path.read_bytes(), *arguments))
    return path


def everything_in(path: Path) -> bytes:
    """Return all that a PDF holds, its streams unpacked, its strings decoded."""
    with pikepdf.open(path) as file:
        streams = [each.read_bytes() for each in file.objects if isinstance(each, pikepdf.Stream)]
        strings = [text.encode() for each in file.objects for text in _strings(each)]
    return b"\n".join([*streams, *strings, path.read_bytes()])


def _strings(each: Any) -> Iterator[str]:
    if isinstance(each, pikepdf.String):
        yield str(each)
    elif isinstance(each, pikepdf.Array):
        for part in each:
            yield from _strings(part)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        for key in list(each.keys()):
            if key not in {"/Parent", "/P", "/Pg"} and not getattr(each[key], "is_indirect", False):
                yield from _strings(each[key])


def holds(path: Path, *words: str) -> bool:
    """Say whether a PDF holds any of the words, as bytes or as it prints them."""
    folded = " ".join(pdf_text(path).split())
    data = everything_in(path)
    return any(word in folded or word.encode() in data or word.encode("utf-16-be") in data for word in words)
