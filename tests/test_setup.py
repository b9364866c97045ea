"""What a checkout and a wheel promise: pins with hashes, quiet scripts, a starter library on board."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import letterkit
from tests.tools import require_tool

ROOT = Path(__file__).parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
DATA = ["facts", "templates", "seeds"]


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command with a few variables of its own."""
    variables = os.environ | environment
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, check=False)


# --- Pins ---------------------------------------------------------------------------------------------------


def pins(lock: Path) -> dict[str, list[str]]:
    """Return each pinned name with the lines of its entry; a name may be pinned twice, for two Pythons."""
    entries: dict[str, list[str]] = {}
    name = ""
    for line in lock.read_text().splitlines():
        if match := re.match(r"([a-z0-9.-]+)==", line):
            name = match[1]
        if not line.startswith("#"):
            entries.setdefault(name, []).append(line)
    return entries


def normalized(requirement: str) -> str:
    """Return the name in a requirement as a lock writes it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_an_exact_version_and_a_hash(lock: Path):
    entries = pins(lock)
    assert "click" in entries
    for name, lines in entries.items():
        assert re.match(rf"{re.escape(name)}==[0-9][^ ]*( ;.*)? \\$", lines[0]), lines[0]
        assert any(line.startswith("    --hash=sha256:") for line in lines), name


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_names_an_address(lock: Path):
    assert re.findall(r"://|--index-url|--extra-index|--find-links|file:|/simple", lock.read_text()) == []


def test_the_locks_hold_what_the_project_asks_for():
    runtime, development = map(pins, LOCKS)
    asked = {normalized(each) for each in PROJECT["project"]["dependencies"]}
    groups = PROJECT["dependency-groups"]
    wanted = {normalized(each) for group in groups.values() for each in group if isinstance(each, str)}
    assert asked - runtime.keys() == set()
    assert (asked | wanted) - development.keys() == set()


def test_tests_run_on_the_versions_that_users_get():
    runtime, development = map(pins, LOCKS)
    versions = [[line for line in runtime[name] if "==" in line] for name in runtime]
    assert versions == [[line for line in development[name] if "==" in line] for name in runtime]


# --- Scripts ------------------------------------------------------------------------------------------------


def test_setup_says_nothing_when_all_is_ready():
    require_tool(ROOT / ".venv" / "letterkit-ready")
    run("bin/setup")
    done = run("bin/setup")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_setup_refuses_what_it_does_not_know():
    done = run("bin/setup", "--devel")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: bin/setup")


def test_the_command_runs_from_anywhere_through_a_link_and_keeps_its_output_clean(tmp_path: Path):
    require_tool(ROOT / ".venv" / "letterkit-ready")
    (tmp_path / "bin").mkdir()
    link = tmp_path / "bin" / "letterkit"
    link.symlink_to(ROOT / "bin" / "letterkit")
    done = run(link, "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert letterkit.__version__ in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_the_exit_code_of_the_command_is_passed_on():
    require_tool(ROOT / ".venv" / "letterkit-ready")
    assert run("bin/letterkit", "no-such-command").returncode == 2


# --- The wheel ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel the long way: out of the unpacked source distribution."""
    require_tool("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    assert build("sdist", ROOT, folder) == ""
    assert run("tar", "-xf", next(folder.glob("*.tar.gz")), cwd=folder).returncode == 0
    assert build("wheel", folder / f"letterkit-{letterkit.__version__}", folder) == ""
    return next(folder.glob("*.whl"))


def build(target: str, source: Path, folder: Path) -> str:
    """Build a distribution and return what went wrong."""
    done = run(
        sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder, cwd=source
    )
    return done.stderr if done.returncode else ""


@pytest.mark.parametrize("name", DATA)
def test_the_wheel_carries_the_starter_library(wheel: Path, name: str):
    there = {path.relative_to(ROOT) for path in (ROOT / name).rglob("*") if path.is_file()}
    with zipfile.ZipFile(wheel) as files:
        prefix = f"letterkit/_data/{name}/"
        packed = {
            Path(name) / each.removeprefix(prefix) for each in files.namelist() if each.startswith(prefix)
        }
    assert packed == there != set()


def test_the_wheel_holds_the_package_its_data_and_nothing_else(wheel: Path):
    with zipfile.ZipFile(wheel) as files:
        tops = {name.split("/")[0] for name in files.namelist()}
    assert tops == {"letterkit", f"letterkit-{letterkit.__version__}.dist-info"}


def test_the_wheel_runs_without_the_checkout(wheel: Path, tmp_path: Path):
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as files:
        files.extractall(site)
    place = run(
        sys.executable,
        "-c",
        "import letterkit; print(letterkit.__file__)",
        cwd=tmp_path,
        PYTHONPATH=str(site),
    )
    assert Path(place.stdout).is_relative_to(site)
    done = run(sys.executable, "-m", "letterkit", "topics", "list", cwd=tmp_path, PYTHONPATH=str(site))
    assert done.returncode == 0, done.stderr
    assert done.stdout != ""
