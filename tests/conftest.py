"""What holds for every test: no network, and no test left out in silence."""

import ipaddress
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.tools import MISSING, in_ci

NETWORK_EVENTS = {
    "socket.connect",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
}
AnyReport = pytest.TestReport | pytest.CollectReport
attempts: list[str] = []


class NetworkUsed(BaseException):
    """Raised where a test reaches for the network; no `except Exception` can hide it."""


def refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop, as an audit hook, every step towards another machine."""
    if event not in NETWORK_EVENTS:
        return
    address = arguments[0] if event.startswith("socket.get") else arguments[1]
    host = address[0] if isinstance(address, tuple) else address
    if not is_local(host):
        attempts.append(f"{event} {address!r}")
        raise NetworkUsed(attempts[-1])


def is_local(host: object) -> bool:
    """Tell whether a host, as the socket functions take it, is this machine; a path is a Unix socket."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if not name or not isinstance(name, str) or name.startswith(("/", "\0")) or name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


sys.addaudithook(refuse_network)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail a test that reached for the network, even where a thread or `except` hid it."""
    attempts.clear()
    yield
    assert attempts == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Turn a test skipped for want of a tool into a failure in continuous integration."""
    return fail_for_want_of_a_tool((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Do the same for a whole file that skips itself."""
    return fail_for_want_of_a_tool((yield))


def fail_for_want_of_a_tool(report: AnyReport) -> AnyReport:
    """Return the report, as a failure where it is a skip that CI does not allow."""
    if in_ci() and report.skipped and is_for_want_of_a_tool(reason_of(report)):
        report.longrepr = f"{reason_of(report)} (CI=true: every tool must be there)"
        report.outcome = "failed"
    return report


def is_for_want_of_a_tool(reason: str) -> bool:
    """Recognize the skips of require_tool and of pytest.importorskip."""
    return reason.startswith(MISSING) or "could not import" in reason


def reason_of(report: AnyReport) -> str:
    """Return why a test was skipped."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count the skipped tests and name each with its reason."""
    skipped = [each for each in terminalreporter.stats.get("skipped", []) if not hasattr(each, "wasxfail")]
    if skipped:
        terminalreporter.section(f"{len(skipped)} skipped")
        for report in skipped:
            terminalreporter.line(f"{report.nodeid}: {reason_of(report)}")
