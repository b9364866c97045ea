"""The guards of conftest.py do guard: each is shown a test that it must not let through."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run_pytest(folder: Path, source: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one test file under our conftest in a process of its own."""
    (folder / "conftest.py").write_text(
        "from tests.conftest import *\nfrom tests.conftest import _no_network\n"
    )
    (folder / "test_it.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir=."]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "CI": ""}
    return subprocess.run(
        [*command, "test_it.py"],
        cwd=folder,
        env=variables | environment,
        capture_output=True,
        text=True,
        check=False,
    )


REACHING_OUT = """
import socket, urllib.request
import pytest

@pytest.mark.parametrize("reach", [
    lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
    lambda: socket.getaddrinfo("example.org", 443),
    lambda: socket.gethostbyname("example.org"),
    lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53)),
    lambda: socket.socket(socket.AF_INET6).connect(("2001:db8::1", 80)),
    lambda: urllib.request.urlopen("https://example.org"),
])
def test_reach(reach):
    try:
        reach()
    except BaseException:
        pass
"""


def test_the_network_is_refused_even_when_the_refusal_is_swallowed(tmp_path: Path):
    done = run_pytest(tmp_path, REACHING_OUT)
    assert "= 6 passed, 6 errors in" in done.stdout


def test_loopback_and_unix_sockets_stay_open(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
    path = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(path)
        server.listen()
        client.connect(path)


SKIPPING = """
import pytest
from tests.tools import require_tool

def test_tool():
    require_tool("no-such-tool")

def test_module():
    pytest.importorskip("no_such_module")

def test_other():
    pytest.skip("for a reason of its own")
"""


def test_each_skip_is_counted_and_named(tmp_path: Path):
    done = run_pytest(tmp_path, SKIPPING)
    assert done.returncode == 0
    summary = done.stdout.partition("= 3 skipped =")[2]
    assert "test_it.py::test_tool: missing tool: no-such-tool" in summary
    assert "test_it.py::test_module: could not import 'no_such_module'" in summary
    assert "test_it.py::test_other: for a reason of its own" in summary


def test_in_ci_a_missing_tool_is_a_failure_and_another_skip_stays_one(tmp_path: Path):
    done = run_pytest(tmp_path, SKIPPING, CI="true")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "= 2 failed, 1 skipped in" in done.stdout


def test_in_ci_a_file_that_skips_itself_for_want_of_a_module_is_an_error(tmp_path: Path):
    done = run_pytest(tmp_path, "import pytest\n\npytest.importorskip('no_such_module')\n", CI="true")
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert "= 1 error in" in done.stdout
