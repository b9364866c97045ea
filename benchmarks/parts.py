"""The parts of the table: which commands are measured, beside what, and what must have come out of them."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import notes
import stores
from bench import CHECKED, OURS, Bench
from measure import Row, run

from letterkit.library.disk.locate import starter
from letterkit.library.load import load

EDIT = "\n# looked at again\n"
CLAIM, TOPIC = "ganja-scud-21-killed", "older-people"
LIMITS = {10_000: "1.5", 100_000: "3"}  # of a draft on a store of so many claims
SETTLES = 4  # seconds, after which an index trusts the looks of the files


def starting(bench: Bench) -> Iterator[Row]:
    click = [sys.executable, "-c", "import click"]
    yield bench.measure("`--help` / `import click`", [*OURS, "--help"], click, limit="1.3")
    yield bench.measure("`--version` / `import click`", [*OURS, "--version"], click, limit="1.3")


def drafting(bench: Bench) -> Iterator[Row]:
    name = "`draft` to DOCX / pandoc with citeproc"
    yield bench.measure(name, bench.draft("ours.docx"), bench.pandoc(), limit="1.15, 60 MB")
    bench.same_notes("ours.docx", "pandoc.docx")
    own = bench.folder / "own"
    if not own.exists():
        run([*OURS, "new", own], bench.folder)
    edited = own / "facts" / "topics" / "cluster-munitions.yaml"
    before = edited.read_text("utf-8").replace(EDIT, "")
    edits = 0

    def edit() -> None:
        nonlocal edits
        edits += 1
        edited.write_text(before + EDIT * edits, "utf-8")

    first = bench.draft("first.docx", library=own)
    yield bench.measure("the same, first run after a change", first, bench.pandoc(), limit="3", before=edit)
    bench.same_notes("first.docx", "pandoc.docx")


def drawing(bench: Bench) -> Iterator[Row]:
    ours = bench.draft("ours.pdf")
    if _office(bench):
        name = "`draft` to PDF / LibreOffice from DOCX"
        yield bench.measure(name, ours, bench.office("letter.docx"), limit="1.1")
        bench.same_notes("ours.pdf", "office/letter.pdf")
    yield bench.measure("`draft` to PDF / typst", ours, bench.typst())
    bench.same_notes("ours.pdf", "typst.pdf")


def many(bench: Bench) -> Iterator[Row]:
    number, few = bench.number, range(bench.number)

    def clear() -> None:
        bench.drop("batch", "longer")

    name = f"{number} DOCX in one `batch` / docxtpl"
    yield bench.measure(name, bench.batch("docx", "batch"), bench.docxtpl(), limit="1.0", before=clear)
    bench.same_notes(*(f"docxtpl/{each}.docx" for each in few), *bench.made("batch", "docx", number))
    if _office(bench):
        office = bench.office(*(f"out/many/{each}.docx" for each in few))
        name = f"{number} PDF in one `batch` / LibreOffice"
        yield bench.measure(name, bench.batch("pdf", "batch"), office, limit="1.5", before=clear)
        bench.same_notes(*(f"office/{each}.pdf" for each in few), *bench.made("batch", "pdf", number))
    longer = bench.batch("docx", "longer", "long.csv")
    name = f"`batch` of {5 * number} DOCX / of {number}"
    yield bench.measure(name, longer, bench.batch("docx", "batch"), before=clear, limit="memory 1.0")
    bench.same_notes(*bench.made("longer", "docx", 5 * number), *bench.made("batch", "docx", number))
    clear()


def _office(bench: Bench) -> bool:
    """Say whether LibreOffice is there."""
    if not bench.peers.soffice:
        print("LibreOffice is not there: what it is compared with is left out", file=sys.stderr)
    return bool(bench.peers.soffice)


def checking(bench: Bench) -> Iterator[Row]:
    peer = [sys.executable, "-c", "import docx"]
    ours = [*OURS, "check", "letter.docx"]
    yield bench.measure("`check` / `import docx`", ours, peer, limit="2", codes=CHECKED)
    _all_intact(bench, None)


def _all_intact(bench: Bench, library: Path | None) -> None:
    """Stop unless a check finds every claim of the letter, and each of them intact."""
    known, _ = load(starter())
    told = [each for each in bench.said(library, "check", "letter.docx")["claims"] if each["was"]]
    bench.same("claims that are not intact", [each["id"] for each in told if each["status"] != "intact"], [])
    bench.same("notes of the claims", len({each["note"] for each in told}), len(bench.titles))
    bench.same("claims of no library", {each["id"] for each in told} - known.claims.keys(), set())


def growing(bench: Bench, sizes: Sequence[int]) -> Iterator[Row]:
    for size in sizes:
        store = _store(bench, size)
        for words in (
            ("check", "letter.docx"),
            ("facts", "show", CLAIM),
            ("facts", "list", "--topic", TOPIC),
        ):
            ours, peer = ([*bench.ours(each), *words] for each in (store, starter()))
            label = f"`{' '.join(words[: 2 if words[0] == 'facts' else 1])}`, {_of(size)}"
            yield bench.measure(label, ours, peer, codes=CHECKED)
        ours, peer = (bench.draft(f"{each}.docx", library) for each, library in _both(store).items())
        yield bench.measure(f"`draft`, {_of(size)}", ours, peer, limit=LIMITS.get(size, ""))
        _same_answers(bench, store)
    store, name = bench.folder / f"store-{min(sizes)}", f"`facts verify`, {min(sizes):,} claims"
    row, said = bench.alone(name, [*bench.ours(store), "facts", "verify"], limit="30 s")
    yield row
    _verified(bench, store, said)


def _of(size: int) -> str:
    return f"{size:,} claims / the starter's"


def _both(store: Path) -> Mapping[str, Path]:
    return {"grown": store, "starter": starter()}


def _store(bench: Bench, size: int) -> Path:
    """Return a store of so many claims, with the index of it and of the starter settled."""
    store = bench.folder / f"store-{size}"
    if not store.exists():
        stores.write(store, size)
    both = [[*bench.ours(each), "facts", "show", CLAIM] for each in (store, starter())]
    for pause in (0, SETTLES):
        time.sleep(pause)
        for command in both:
            run(command, bench.folder)
    return store


def _same_answers(bench: Bench, store: Path) -> None:
    """Stop unless the commands say of a grown store what they must."""
    bench.same_notes("starter.docx")
    library, _ = load(store, starter())
    bench.same_notes("grown.docx", titles=notes.cited(bench.out / "grown.docx", library))
    _all_intact(bench, store)
    shown = [bench.said(each, "facts", "show", CLAIM)["quotes"] for each in (store, starter())]
    bench.same(f"quotes of {CLAIM}", shown[0], shown[1])
    listed, before = (
        _ids(bench.said(each, "facts", "list", "--topic", TOPIC)) for each in (store, starter())
    )
    made_up = stores.carriers(store, TOPIC)
    bench.same(f"claims about {TOPIC}", listed, before | made_up)


def _ids(claims: list[dict[str, Any]]) -> set[str]:
    return {claim["id"] for claim in claims}


def _verified(bench: Bench, store: Path, said: str) -> None:
    """Stop unless all quotes of a store, those of its claims and more, were looked up and found."""
    told = re.fullmatch(r"(\d+) quotes checked, (\d+) found\n", said)
    checked, found = map(int, told.groups()) if told else (0, -1)
    quotes = sum(len(claim.quotes) for claim in load(store, starter())[0].claims.values())
    bench.same(f"what verifying says ({said!r}): quotes not found", checked - found, 0)
    bench.same("quotes of claims that were not looked up", max(0, quotes - checked), 0)


PARTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "start": starting, "draft": drafting, "pdf": drawing, "check": checking, "batch": many,
}  # fmt: skip
