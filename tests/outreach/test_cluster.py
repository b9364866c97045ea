"""A real scheduler and two workers as processes of their own, on this machine."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.commands.stores import FILES, small

from letterkit.commands.cli import main
from letterkit.errors import LetterkitError

cluster_module = pytest.importorskip("letterkit.outreach.cluster", exc_type=ImportError)
PEOPLE = 8
COMMON = (
    "--to",
    "list.csv",
    "--topic",
    "mines",
    "--date",
    "2020-10-21",
    "--format",
    "docx",
    "--format",
    "pdf",
)
QUIET = ("--no-dashboard", "--host", "127.0.0.1")


def dask(*arguments, log):
    command = [sys.executable, "-W", "ignore", "-m", "dask", *arguments]
    with log.open("wb") as stream:
        return subprocess.Popen(command, stdout=stream, stderr=stream)


@pytest.fixture
def cluster(tmp_path):
    """Give the address of a scheduler, and its workers: one with a single thread, one with two."""
    log = tmp_path / "scheduler.log"
    scheduler = dask("scheduler", *QUIET, "--port", "0", log=log)
    address = told(log, "Scheduler at:").split()[-1]
    workers = []
    for threads in ("1", "2"):
        folder = str(tmp_path / f"worker-{threads}")
        own = ("--nthreads", threads, "--no-nanny", "--local-directory", folder)
        workers.append(dask("worker", address, *QUIET, *own, log=tmp_path / f"worker-{threads}.log"))
    for threads in ("1", "2"):
        told(tmp_path / f"worker-{threads}.log", "Registered to")
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def told(log, words):
    """Return the line of a log that holds some words, as soon as it is there."""
    for _ in range(600):
        if log.exists():
            for row in log.read_text(errors="replace").splitlines():
                if words in row:
                    return row
        time.sleep(0.05)
    raise AssertionError(log.read_text(errors="replace"))


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Return a function that starts a batch of some letters, each as DOCX and PDF."""
    small(tmp_path / "library", senders__us=FILES["senders/us.yaml"].replace("[Name]", "Jane Example"))
    rows = (f"p{number},Person {number},Street {number}|City" for number in range(PEOPLE))
    text = "\n".join(f"{row},Department of Mines,us-state" for row in rows)
    (tmp_path / "list.csv").write_text(f"id,full_name,address,organisation,audience\n{text}\n")
    monkeypatch.chdir(tmp_path)

    def started(out, *more):
        command = [
            sys.executable,
            "-m",
            "letterkit",
            "--library",
            "library",
            "batch",
            *COMMON,
            "--out",
            out,
            *more,
        ]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return started


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def test_a_cluster_makes_the_same_bytes_even_when_a_worker_is_killed(cluster, start):
    address, workers = cluster
    here = start("here", "--jobs", "1")
    _, said = here.communicate()
    assert here.returncode == 0, said
    assert len(contents("here")) == 2 * PEOPLE + 2

    there = start("there", "--cluster", address)
    _, said = there.communicate()
    assert there.returncode == 0, said
    assert contents("there") == contents("here")

    struck = start("struck", "--cluster", address)
    while struck.poll() is None and not list(Path("struck").glob("*.pdf")):
        time.sleep(0.01)
    workers[0].kill()
    assert struck.poll() is None
    _, said = struck.communicate()
    assert struck.returncode == 0, said
    assert contents("struck") == contents("here")
    assert not list(Path("worker-2").rglob("letterkit-library-*"))


def test_where_no_cluster_answers_it_is_said_and_nothing_is_written(start, monkeypatch, capsys):
    monkeypatch.setattr(cluster_module, "CONNECT", "200ms")
    arguments = ("--library", "library", "batch", *COMMON, "--out", "out", "--cluster", "tcp://127.0.0.1:9")
    monkeypatch.setattr(sys, "argv", ["letterkit", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    assert "no Dask cluster answers at tcp://127.0.0.1:9" in capsys.readouterr().err
    assert not Path("out").exists()


class Client:
    def __init__(self, found):
        self.found = found

    def run(self, *_, **__):
        return self.found


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({}, "the cluster has no workers"),
        ({"tcp://a:1": "0.0.0"}, "the worker tcp://a:1 has letterkit 0.0.0, not "),
        ({"tcp://a:1": ModuleNotFoundError()}, "the worker tcp://a:1 has no letterkit"),
    ],
)
def test_workers_without_the_same_letterkit_are_refused(found, words):
    with pytest.raises(LetterkitError, match=words):
        cluster_module._same_everywhere(Client(found))
