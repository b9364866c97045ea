"""Measures letterkit beside its peers and prints the table of the README.

    python benchmarks/run.py [--only WORD ...] [--runs 15] [--work DIR]

Run it with the Python that letterkit is installed in, on a machine that does nothing else.  Peers are
installed on the first run into an environment below the working folder.  Every letter is checked to hold the
same notes.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import letters
import stores
from measure import Command, Row, pair, run, table
from peers import Peers

from letterkit.library.locate import starter

OURS = letters.LETTERKIT
DOCXTPL = """
from docxtpl import DocxTemplate
for number in range(100):
    letter = DocxTemplate("template.docx")
    letter.render({"name": f"Pat Tester{number}", "greeting": f"Dear Tester{number}:"})
    letter.save(f"docxtpl/{number}.docx")
"""
TYPST = "import typst; typst.compile('letter.typ', output='typst.pdf')"
FRESH = """
import runpy, sys, tempfile
sys.argv += ["--out", tempfile.mkdtemp(dir=".")]
runpy.run_module("letterkit", run_name="__main__")
"""
CHECKED = (0, 1)  # the letter has placeholders, which a check calls errors
EDIT = "\n# looked at again\n"


class Bench:
    """One working folder, with the letter as every peer wants it."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        folder.mkdir(parents=True, exist_ok=True)
        self.peers = Peers(folder / "peers")
        self.notes = letters.write(folder)
        (folder / "docxtpl").mkdir(exist_ok=True)
        (folder / "many").mkdir(exist_ok=True)
        for number in range(100):
            (folder / "many" / f"{number}.docx").write_bytes((folder / "letter.docx").read_bytes())
        self.batches = 0

    def measure(self, name: str, ours: Command, peer: Command, **more: object) -> Row:
        """Measure a pair in the working folder."""
        return pair(name, ours, peer, self.folder, **{"runs": self.runs, **more})  # type: ignore[arg-type]

    def same_notes(self, *names: str) -> None:
        """Stop unless each of these files has all notes of the letter."""
        for name in names:
            path = self.folder / name
            count = letters.notes_in_docx if path.suffix == ".docx" else letters.notes_in_pdf
            if count(path) != self.notes:
                sys.exit(f"{path} has {count(path)} notes instead of {self.notes}: not comparable")

    def draft(self, *more: str, library: Path | None = None) -> Command:
        """Return our command for a draft."""
        place = ("--library", str(library)) if library else ()
        return [*OURS, *place, "draft", *letters.BRIEF, "--force", *more]

    def pandoc(self) -> Command:
        """Return pandoc's command for the same letter."""
        cited = ["--citeproc", "--bibliography", "sources.json", "--csl", self.peers.style]
        return [self.peers.pandoc, "letter.md", *cited, "-o", "pandoc.docx"]

    def office(self, *files: str) -> Command:
        """Return LibreOffice's command that makes PDFs of files."""
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        return [
            self.peers.soffice or "",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            "office",
            *files,
        ]

    def batch(self, kind: str, names: str = "list.csv") -> Command:
        """Return our command for a batch into a new folder."""
        to = ["--to", names, *letters.BRIEF[2:], "--format", kind, "--allow", "placeholder"]
        return [sys.executable, "-c", FRESH, "batch", *to]


def starting(bench: Bench) -> Iterator[Row]:
    click = [sys.executable, "-c", "import click"]
    yield bench.measure("`--help` / `import click`", [*OURS, "--help"], click, limit="1.3")
    yield bench.measure("`--version` / `import click`", [*OURS, "--version"], click, limit="1.3")


def drafting(bench: Bench) -> Iterator[Row]:
    ours = bench.draft("--out", "ours.docx")
    yield bench.measure("`draft` to DOCX / pandoc with citeproc", ours, bench.pandoc(), limit="1.15")
    bench.same_notes("ours.docx", "pandoc.docx")
    own = bench.folder / "own"
    if not own.exists():
        run([*OURS, "new", own], bench.folder)
    edited = own / "facts" / "topics" / "cluster-munitions.yaml"

    def edit() -> None:
        edited.write_text(edited.read_text("utf-8") + EDIT, "utf-8")

    first = bench.draft("--out", "ours.docx", library=own)
    yield bench.measure("the same, first run after a change", first, bench.pandoc(), limit="3", before=edit)
    bench.same_notes("ours.docx")


def drawing(bench: Bench) -> Iterator[Row]:
    ours = bench.draft("--out", "ours.pdf")
    if bench.peers.soffice:
        name, runs = "`draft` to PDF / LibreOffice from DOCX", min(bench.runs, 15)
        yield bench.measure(name, ours, bench.office("letter.docx"), limit="1.1", runs=runs)
        bench.same_notes("ours.pdf", "office/letter.pdf")
    yield bench.measure("`draft` to PDF / typst", ours, [bench.peers.python, "-c", TYPST])
    bench.same_notes("ours.pdf", "typst.pdf")


def many(bench: Bench) -> Iterator[Row]:
    runs = max(3, bench.runs // 3)
    peer = [bench.peers.python, "-c", DOCXTPL]
    yield bench.measure(
        "100 DOCX in one `batch` / docxtpl", bench.batch("docx"), peer, limit="1.0", runs=runs
    )
    bench.same_notes("docxtpl/99.docx", *_made(bench, "docx"))
    if bench.peers.soffice:
        office = bench.office(*(f"many/{number}.docx" for number in range(100)))
        name = "100 PDF in one `batch` / LibreOffice"
        yield bench.measure(name, bench.batch("pdf"), office, limit="1.5", runs=max(3, bench.runs // 5))
        bench.same_notes("office/99.pdf", *_made(bench, "pdf"))
    name = "`batch` of 500 DOCX / of 100"
    yield bench.measure(name, bench.batch("docx", "long.csv"), bench.batch("docx"), runs=3)


def _made(bench: Bench, kind: str) -> list[str]:
    """Return the files of the newest batch."""
    newest = max(bench.folder.glob("tmp*"), key=lambda each: each.stat().st_mtime)
    return [str(each.relative_to(bench.folder)) for each in newest.glob(f"*.{kind}")]


def checking(bench: Bench) -> Iterator[Row]:
    peer = [sys.executable, "-c", "import docx"]
    yield bench.measure(
        "`check` / `import docx`", [*OURS, "check", "letter.docx"], peer, limit="2", codes=CHECKED
    )


def growing(bench: Bench) -> Iterator[Row]:
    small = starter()
    for size, limit in ((10_000, "1.5"), (100_000, "3")):
        store = bench.folder / f"store-{size}"
        if not store.exists():
            stores.write(store, size)
        name = f"{size:,} claims / the starter's"
        for words, most in (
            (("draft", *letters.BRIEF, "--force", "--out", "grown.docx"), limit),
            (("check", "letter.docx"), ""),
            (("facts", "show", "ganja-scud-21-killed"), ""),
            (("facts", "list", "--topic", "older-people"), ""),
        ):
            ours, peer = ([*OURS, "--library", str(each), *words] for each in (store, small))
            run(ours, bench.folder, CHECKED)  # makes the index
            time.sleep(4)  # and lets it settle
            label = f"`{' '.join(words[: 2 if words[0] == 'facts' else 1])}`, {name}"
            yield bench.measure(label, ours, peer, limit=most, codes=CHECKED, runs=max(5, bench.runs // 2))
    verify = [*OURS, "--library", str(bench.folder / "store-10000"), "facts", "verify"]
    nothing = [sys.executable, "-c", "pass"]
    yield bench.measure("`facts verify`, 10,000 claims (seconds)", verify, nothing, limit="30 s", runs=3)


PARTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "start": starting, "draft": drafting, "pdf": drawing, "check": checking, "batch": many, "scale": growing,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "letterkit-benchmarks")
    asked = parser.parse_args()
    os.environ["XDG_CACHE_HOME"] = str(asked.work.resolve() / "cache")
    os.environ.pop("LETTERKIT_LIBRARY", None)
    bench = Bench(asked.work.resolve(), asked.runs)
    rows: list[Row] = []
    for part in asked.only:
        for row in PARTS[part](bench):
            rows.append(row)
            print(f"{row.name}: {row.ratio:.2f}", file=sys.stderr, flush=True)
    print(table(rows))


if __name__ == "__main__":
    main()
