"""A Dask cluster as an executor; only here is distributed known, which the extra letterkit[cluster] brings.

The library travels to the workers, so that they need letterkit but no folder of this machine.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import distributed

from letterkit.errors import LetterkitError
from letterkit.library.disk import bundle
from letterkit.outreach import press
from letterkit.outreach.orders import Made, Order, Task

CONNECT = "10s"
_ADDRESS = re.compile(r"[a-z]+://[^\s/]+:[0-9]{1,5}")
_untyped: Any = distributed  # in part it has no types
RETRIES = 3  # for a letter whose worker died


class LibraryOnWorker(distributed.WorkerPlugin):
    """Puts a library on every worker of a cluster, those that join later included."""

    def __init__(self, digest: str, packed: bytes) -> None:
        self.name = f"letterkit-{digest}"
        self._digest = digest
        self._packed = packed
        self._folder: Path | None = None

    def setup(self, worker: Any) -> None:
        """Unpack the library where this process finds it, and a dead worker's files are cleared away."""
        self._folder = bundle.unpack(self._packed, worker.local_directory)
        press.FOLDERS[self._digest] = str(self._folder)

    def teardown(self, worker: object) -> None:  # noqa: ARG002
        """Remove it again."""
        if self._folder:
            press.FOLDERS.pop(self._digest, None)
            shutil.rmtree(self._folder, ignore_errors=True)


def make(order: Order, task: Task) -> Made:
    """Return the files of one letter; all of a worker are made in one thread, since Pango bears no second."""
    return _only_thread().submit(press.make, order, task).result()


_lock = threading.Lock()


def _only_thread() -> ThreadPoolExecutor:
    with _lock:
        return _thread()


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "letterkit")


@contextmanager
def connected(address: str, order: Order) -> Iterator[tuple[Executor, int]]:
    """Give the executor of a cluster and the number of its workers; raises LetterkitError without any."""
    hint = "give the address of its scheduler, such as tcp://127.0.0.1:8786"
    if not _ADDRESS.fullmatch(address):
        raise LetterkitError(f"'{address}' is no address of a Dask cluster", hint)
    try:
        client = _untyped.Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise LetterkitError(f"no Dask cluster answers at {address}", hint) from error
    with client:
        number = _same_everywhere(client)
        plugin = LibraryOnWorker(order.library, bundle.pack(Path(order.root)))
        client.register_plugin(plugin)
        try:
            yield client.get_executor(pure=False, retries=RETRIES), number
        finally:
            client.unregister_worker_plugin(plugin.name)


def _same_everywhere(client: Any) -> int:
    """Return the number of workers, all of them with this letterkit."""
    ours = version("letterkit")
    found = client.run(version, "letterkit", on_error="return")
    if not found:
        raise LetterkitError("the cluster has no workers", "start some: dask worker tcp://…")
    for worker, theirs in found.items():
        if theirs != ours:
            what = f"letterkit {theirs}" if isinstance(theirs, str) else "no letterkit"
            raise LetterkitError(f"the worker {worker} has {what}, not {ours}", "install the same everywhere")
    return len(found)
