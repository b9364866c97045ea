"""Many tasks on any executor of concurrent.futures: a few at a time, and none lost with a dead worker."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
Outcome = tuple[_Task, _Result | Exception]


class Inline(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[..., _Result], /, *args: object, **kwargs: object) -> Future[_Result]:
        """Do it and return what came of it; an interrupt passes through."""
        future: Future[_Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as problem:  # noqa: BLE001 # whatever it is, who asked for the result gets it
            future.set_exception(problem)
        return future


def processes(number: int) -> Callable[[], Executor]:
    """Return what opens an executor with that many processes of this machine.

    Where nothing else runs in this process, they begin as copies of it and have all that it has loaded.
    """
    if number == 1:
        return Inline
    from multiprocessing import get_context

    def opened() -> Executor:
        how = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
        return ProcessPoolExecutor(number, mp_context=get_context(how), initializer=_settle)

    return opened


def _settle() -> None:
    """Leave an interrupt to the process that gave the work, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def work(
    opened: Callable[[], Executor],
    function: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    window: int,
) -> Generator[Outcome[_Task, _Result]]:
    """Yield every task with its result or its exception, in the order in which they end.

    At most `window` tasks are under way.  Where a worker dies and takes the executor with it, those that were
    under way are done again, one by one in a new one: the one that kills its worker again gets the exception.
    """
    waiting, suspects = deque(tasks), deque[_Task]()
    while waiting or suspects:
        executor = opened()
        try:
            if suspects:
                lost = yield from _round(executor, function, suspects, 1)
                if lost:
                    yield lost[0], RuntimeError("the process that made this letter died, twice")
            else:
                suspects.extend((yield from _round(executor, function, waiting, window)))
        finally:
            _close(executor)


def _close(executor: Executor) -> None:
    if isinstance(executor, ProcessPoolExecutor):
        executor.shutdown(cancel_futures=True)
    else:
        executor.shutdown()


def _round(
    executor: Executor, function: Callable[[_Task], _Result], tasks: deque[_Task], window: int
) -> Generator[Outcome[_Task, _Result], None, list[_Task]]:
    """Yield outcomes until there are no more tasks; return those under way when the executor broke."""
    pending: dict[Future[_Result], _Task] = {}
    try:
        while tasks or pending:
            _fill(executor, function, tasks, pending, window)
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            broken = any(isinstance(_problem(future), BrokenProcessPool) for future in done)
            lost = []
            for future in wait(pending).done if broken else done:
                task, problem = pending.pop(future), _problem(future)
                if isinstance(problem, BrokenProcessPool):
                    lost.append(task)
                else:
                    yield task, problem or future.result()
            if broken:
                return lost
    finally:
        for future in pending:
            future.cancel()
    return []


def _fill(
    executor: Executor,
    function: Callable[[_Task], _Result],
    tasks: deque[_Task],
    pending: dict[Future[_Result], _Task],
    window: int,
) -> None:
    while tasks and len(pending) < window:
        task = tasks.popleft()
        try:
            future = executor.submit(function, task)
        except BrokenProcessPool as problem:
            future = Future()
            future.set_exception(problem)
        pending[future] = task


def _problem(future: Future[_Result]) -> Exception | None:
    try:
        future.result()
    except Exception as problem:  # noqa: BLE001 # of a task, or a cluster that went away
        return problem
    return None
