import os
import signal
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial

import pytest

from letterkit.outreach.work import Inline, processes, work


def double(number):
    if number == 13:
        raise ValueError("unlucky")
    return number * 2


def fatal(marker, number):
    """Kill the own process at 3, the first time or always."""
    if number == 3 and (marker is None or not marker.exists()):
        if marker:
            marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def outcomes(opened, function, tasks, window=3):
    return dict(work(opened, function, tasks, window))


@pytest.mark.parametrize("opened", [Inline, lambda: ThreadPoolExecutor(2)])
def test_every_task_has_an_outcome_and_a_fault_stops_no_other(opened):
    found = outcomes(opened, double, range(20))
    assert isinstance(found.pop(13), ValueError)
    assert found == {number: 2 * number for number in range(20) if number != 13}


def test_processes_do_the_same():
    assert outcomes(processes(2), double, range(5)) == {number: 2 * number for number in range(5)}
    assert processes(1) is Inline


def test_a_process_that_dies_loses_nothing(tmp_path):
    found = outcomes(processes(2), partial(fatal, tmp_path / "died"), range(8))
    assert found == {number: number for number in range(8)}


def test_a_task_that_kills_its_process_twice_is_given_up_and_the_others_are_done():
    found = outcomes(processes(2), partial(fatal, None), range(6))
    assert "died, twice" in str(found.pop(3))
    assert found == {number: number for number in range(6) if number != 3}


class Brittle(Inline):
    """Breaks when a task is given, once."""

    broken = False

    def submit(self, fn, /, *args, **kwargs):
        if not Brittle.broken and args == (2,):
            Brittle.broken = True
            raise BrokenProcessPool("gone")
        return super().submit(fn, *args, **kwargs)


def test_an_executor_that_breaks_while_work_is_handed_out_is_opened_again():
    assert outcomes(Brittle, double, range(4)) == {number: 2 * number for number in range(4)}


def test_no_more_tasks_than_the_window_are_under_way():
    running, most, lock = 0, 0, threading.Lock()

    def watched(number):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.01)
        with lock:
            running -= 1

    outcomes(lambda: ThreadPoolExecutor(8), watched, range(20), window=3)
    assert 1 < most <= 3


def test_who_stops_early_leaves_nothing_waiting():
    futures = []

    class Slow(ThreadPoolExecutor):
        def submit(self, fn, /, *args, **kwargs):
            future = super().submit(fn, *args, **kwargs)
            futures.append(future)
            return future

    with closing(work(lambda: Slow(1), lambda _: time.sleep(0.05), range(50), 10)) as found:
        next(found)
    assert all(future.done() for future in futures)
    assert sum(future.cancelled() for future in futures) >= 5


def test_an_interrupt_passes_through_a_task_of_this_process():
    def interrupted(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outcomes(Inline, interrupted, range(3))


def test_a_future_that_was_cancelled_elsewhere_is_an_outcome():
    class Gone(Inline):
        def submit(self, *_, **__):
            future = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    assert all(isinstance(problem, Exception) for problem in outcomes(Gone, double, range(2)).values())
