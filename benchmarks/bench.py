"""The working folder of a run: what is measured in it, and whether what comes out may be compared."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

import letters
import notes
from measure import Command, Row, alone, pair
from peers import Peers

OURS = letters.LETTERKIT
CHECKED = (0, 1)  # the letter has placeholders, which a check calls errors
FEW = 3  # runs of what has a limit in seconds, not a ratio
DOCXTPL = """
import sys
from docxtpl import DocxTemplate
for number in range(int(sys.argv[1])):
    letter = DocxTemplate("template.docx")
    letter.render({"name": f"Pat Tester{number}", "greeting": f"Dear Tester{number}:"})
    letter.save(f"out/docxtpl/{number}.docx")
"""
TYPST = "import typst; typst.compile('letter.typ', output='out/typst.pdf')"


class Bench:
    """A folder with the letter as every peer wants it; what comes out goes to out/, which begins empty.

    `number` is how many letters a batch makes; peers are installed when the first one is asked for.
    """

    def __init__(self, folder: Path, peers: Path, *, runs: int, number: int) -> None:
        self.folder = folder
        self.runs = runs
        self.number = number
        self._peers = peers
        self.out = folder / "out"
        self.clear("docxtpl", "office", "many")
        self.titles = letters.write(folder, number)
        for each in range(number):
            shutil.copy(folder / "letter.docx", self.out / "many" / f"{each}.docx")

    @cached_property
    def peers(self) -> Peers:
        """The programs of others."""
        return Peers(self._peers)

    def clear(self, *wanted: str) -> None:
        """Empty out/, but for these folders, which stand there empty."""
        shutil.rmtree(self.out, ignore_errors=True)
        for name in wanted:
            (self.out / name).mkdir(parents=True)

    def drop(self, *names: str) -> None:
        """Delete folders of out/, so that a batch makes its letters anew."""
        for name in names:
            shutil.rmtree(self.out / name, ignore_errors=True)

    def measure(self, name: str, ours: Command, peer: Command, **more: Any) -> Row:
        """Measure a pair in the working folder."""
        return pair(name, ours, peer, self.folder, runs=self.runs, **more)

    def alone(self, name: str, ours: Command, limit: str) -> tuple[Row, str]:
        """Measure what has a limit in seconds; return also what it printed."""
        said = self.out / "said.txt"
        row = alone(name, ours, self.folder, runs=min(FEW, self.runs), limit=limit, said=str(said))
        return row, said.read_text("utf-8")

    def same_notes(self, *names: str, titles: notes.Titles | None = None) -> None:
        """Stop unless each of these files of out/ has all notes of the letter, or those with these titles."""
        for name in names:
            lacks = notes.lacking(self.out / name, self.titles if titles is None else titles)
            if lacks:
                sys.exit(f"{self.out / name} {lacks}: not comparable")

    def same(self, what: str, found: object, wanted: object) -> None:
        """Stop unless an answer is the known one."""
        if found != wanted:
            sys.exit(f"{what}: {found!r} instead of {wanted!r}: not comparable")

    def said(self, library: Path | None, *words: str) -> Any:
        """Return what a command of ours answers as JSON."""
        command = [*self.ours(library), *words, "--json"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode not in CHECKED or not done.stdout:
            sys.exit(f"{' '.join(command)} failed\n{done.stderr}")
        return json.loads(done.stdout)

    def ours(self, library: Path | None = None) -> list[str]:
        """Return how our commands begin."""
        return [*OURS, *(("--library", str(library)) if library else ())]

    def draft(self, out: str, library: Path | None = None) -> Command:
        """Return our command for a draft."""
        return [*self.ours(library), "draft", *letters.BRIEF, "--force", "--out", f"out/{out}", *_format(out)]

    def pandoc(self) -> Command:
        """Return pandoc's command for the same letter."""
        cited = ["--citeproc", "--bibliography", "sources.json", "--csl", self.peers.style]
        return [self.peers.pandoc, "letter.md", *cited, "-o", "out/pandoc.docx"]

    def docxtpl(self) -> Command:
        """Return docxtpl's command for the letters of a batch."""
        return [self.peers.python, "-c", DOCXTPL, str(self.number)]

    def typst(self) -> Command:
        """Return typst's command for the same letter."""
        return [self.peers.python, "-c", TYPST]

    def office(self, *files: str) -> Command:
        """Return LibreOffice's command that makes PDFs of files."""
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        convert = ("--headless", "--convert-to", "pdf", "--outdir", "out/office")
        return [self.peers.soffice or "soffice", profile, *convert, *files]

    def batch(self, kind: str, out: str, names: str = "list.csv") -> Command:
        """Return our command for a batch into a new folder of out/."""
        to = ["--to", names, *letters.BRIEF[2:], "--format", kind, "--out", f"out/{out}"]
        return [*OURS, "batch", *to, "--allow", "placeholder"]

    def made(self, out: str, kind: str, number: int) -> list[str]:
        """Return the files of a batch; stops unless there are so many."""
        names = [str(path.relative_to(self.out)) for path in sorted((self.out / out).glob(f"*.{kind}"))]
        self.same(f"files in {self.out / out}", len(names), number)
        return names


def _format(out: str) -> list[str]:
    return ["--format", out.rpartition(".")[2]]
