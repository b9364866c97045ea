"""The whole Congress, killed batches, a cluster, and letters side by side with docxtpl and LibreOffice.

    python benchmarks/outreach.py CORPUS [congress] [kills] [cluster] [peers]

CORPUS is a folder with the congress-legislators files.  Prints what it measured; exits 1 where a proof fails.
`peers` needs docxtpl in the Python that PEER_PYTHON names, and soffice.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

DAY, TOPIC = "2026-07-10", "cluster-munitions"
LETTERKIT = [sys.executable, "-m", "letterkit"]
KILLS, PEERS = 20, 50
PEER = """
import sys, json
from docxtpl import DocxTemplate
out, template = sys.argv[1:3]
for row in json.load(sys.stdin):
    letter = DocxTemplate(template)
    letter.render(row)
    letter.save(f"{out}/{row['id']}.docx")
"""


def library(folder: Path, corpus: Path) -> None:
    """Make a library with Congress in it and a sender that is filled in."""
    run("new", str(folder))
    files = [
        str(corpus / f"{name}-current.yaml") for name in ("legislators", "committees", "committee-membership")
    ]
    run("--library", str(folder), "recipients", "import", *files, "--as-of", "2026-07-01")
    for sender in (folder / "facts/senders").glob("*.yaml"):
        sender.write_text(re.sub(r"\[[^\]]+\]", "Jane Example", sender.read_text()))


def run(*arguments: str) -> str:
    """Run letterkit and return what it prints; fails with what it says where it does."""
    done = subprocess.run([*LETTERKIT, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"letterkit {' '.join(arguments)}\n{done.stderr}")
    return done.stdout


def batch(root: Path, to: str, out: Path, *more: str) -> list[str]:
    given = ["--to", to, "--topic", TOPIC, "--date", DAY, "--out", str(out), *more]
    return [*LETTERKIT, "--library", str(root), "batch", *given]


def quietly(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Cost(NamedTuple):
    """Seconds by the clock, seconds of computing, and the peak of the memory of all processes, in MiB."""

    seconds: float
    computing: float
    peak: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.computing:.1f} s of computing, {self.peak:.0f} MiB"


def measured(command: Sequence[str]) -> Cost:
    """Run a command to its end; what it costs is that of all processes it starts and waits for."""
    began, computed, peak = time.monotonic(), _computed(), 0.0
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, _family(process.pid))) / 1024)
            time.sleep(0.2)
        if process.returncode:
            said.seek(0)
            sys.exit(said.read().decode())
    return Cost(time.monotonic() - began, _computed() - computed, peak)


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _resident(pid: int) -> float:
    """Return what a process holds in KiB, of pages that several share its part."""
    try:
        found = re.search(r"^Pss: +(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return float(found[1]) if found else 0


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def everybody(root: Path) -> Path:
    """Write a list of both chambers, each with an e-mail address."""
    path = root / "congress.csv"
    groups = ("--group", "senate", "--group", "house", "--date", DAY)
    run("--library", str(root), "recipients", "export", *groups, "--out", str(path), "--force")
    rows = path.read_text(encoding="utf-8-sig").splitlines()[1:]
    ids = [row.partition(",")[0] for row in rows]
    path.write_text("id,email\n" + "".join(f"{name},{name}@example.org\n" for name in ids))
    return path


def congress(root: Path, work: Path) -> None:
    """Make DOCX, PDF and draft for every member."""
    out, to = work / "congress", everybody(root)
    cost = measured(batch(root, str(to), out, "--format", "docx", "--format", "pdf", "--email"))
    rows = json.loads((out / "index.json").read_bytes())["recipients"]
    made = [row for row in rows if row["status"] == "made" and len(row["files"]) == 3]
    print(f"congress: {len(made)} of {len(rows)} letters, three files each: {cost}")
    bodies = [tuple(row["sentences"]) for row in rows]
    twins = sum(bodies.count(body) > 1 for body in bodies)
    print(f"congress: {twins} letters have a body that another one has word for word")


def kills(root: Path, work: Path) -> None:
    """Kill a batch at random moments, start it again, and compare every byte."""
    to, chance = "committee:SSFR", random.Random(6)
    given = ("--format", "docx", "--format", "pdf", "--jobs", "2")
    seconds = measured(batch(root, to, work / "whole", *given)).seconds
    whole = contents(work / "whole")
    for number in range(KILLS):
        out = work / f"killed-{number}"
        process = quietly(batch(root, to, out, *given))
        time.sleep(chance.uniform(0.2, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = len(list(out.glob("*.docx"))) if out.is_dir() else 0
        subprocess.run(batch(root, to, out, *given, "--resume"), capture_output=True, check=True)
        same = contents(out) == whole
        found = "same" if same else "OTHER"
        print(f"kills: {number + 1}, {left} of {len(whole) // 2 - 1} letters when killed; then {found}")
        if not same:
            sys.exit(1)
        shutil.rmtree(out)


def cluster(root: Path, work: Path) -> None:
    """Compare a Dask run with a local one, and one that loses a worker in the middle."""
    import distributed

    given = ("--format", "docx", "--format", "pdf")
    measured(batch(root, "committee:HSFA", work / "here", *given))
    workers = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(processes=True, **workers) as dask:
        address = ("--cluster", dask.scheduler_address)
        cost = measured(batch(root, "committee:HSFA", work / "there", *given, *address))
        struck = quietly(batch(root, "committee:HSFA", work / "struck", *given, *address))
        while struck.poll() is None and len(list((work / "struck").glob("*.pdf"))) < 5:
            time.sleep(0.05)
        os.kill(next(iter(dask.workers.values())).process.process.pid, signal.SIGKILL)
        struck.wait()
    here = contents(work / "here")
    same = [contents(work / name) == here for name in ("there", "struck")]
    print(
        f"cluster: {len(here)} files, {cost.seconds:.0f} s; same: {same[0]}; with a worker killed: {same[1]}"
    )
    if not all(same):
        sys.exit(1)


def peers(root: Path, work: Path) -> None:
    """Make letters side by side with docxtpl filling a template and LibreOffice converting the result."""
    some = work / "some.csv"
    rows = everybody(root).read_text().splitlines(keepends=True)
    some.write_text("".join(rows[: PEERS + 1]))
    for kinds in (["docx"], ["docx", "pdf"]):
        out = work / f"own-{len(kinds)}"
        formats = [part for kind in kinds for part in ("--format", kind)]
        cost = measured(batch(root, str(some), out, *formats))
        print(f"peers: letterkit, {PEERS} letters as {'+'.join(kinds)}: {cost}")
    theirs = work / "theirs"
    theirs.mkdir()
    letters = json.loads((work / "own-1/index.json").read_bytes())["recipients"]
    template = _template(work / "own-1" / letters[0]["files"][0]["name"], letters[0], work / "template.docx")
    (work / "rows.json").write_text(json.dumps(letters))
    (work / "peer.py").write_text(PEER)
    python = os.environ.get("PEER_PYTHON", sys.executable)
    shell = f'"{python}" "{work}/peer.py" "{theirs}" "{template}" < "{work}/rows.json"'
    print(f"peers: docxtpl, {PEERS} letters as docx: {measured(['sh', '-c', shell])}")
    convert = f'soffice --headless --convert-to pdf --outdir "{theirs}" "{theirs}"/*.docx'
    print(f"peers: LibreOffice, the PDFs of these: {measured(['sh', '-c', convert])}")


def _template(letter: Path, row: dict[str, object], path: Path) -> Path:
    """Return one of our letters as a docxtpl template: the salutation filled in, all else as it stands."""
    import docx

    document = docx.Document(str(letter))
    for paragraph in document.paragraphs:
        if paragraph.text == row["salutation"]:
            paragraph.runs[0].text = "{{ salutation }}"
            for run in paragraph.runs[1:]:
                run.text = ""
    document.save(str(path))
    return path


PARTS: dict[str, Callable[[Path, Path], None]] = {
    "congress": congress, "kills": kills, "cluster": cluster, "peers": peers,
}  # fmt: skip


def main(corpus: str, *parts: str) -> None:
    """Make a library and do what was asked for, all of it without a name."""
    with tempfile.TemporaryDirectory(prefix="outreach-") as folder:
        work = Path(folder)
        library(work / "library", Path(corpus))
        for name in parts or PARTS:
            PARTS[name](work / "library", work)


if __name__ == "__main__":
    main(*sys.argv[1:])
