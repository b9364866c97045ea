"""The documentation is executed: README commands run, and every key of the store is described."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from letterkit.commands.cli import COMMANDS
from letterkit.library import model
from letterkit.library.model.record import Model

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
STORE = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
SHELL = list(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
COMMAND_LINES = [
    line for block in SHELL for line in block.splitlines() if re.match(r"(bin/)?letterkit ", line)
]


def test_the_readme_shows_commands() -> None:
    assert len(COMMAND_LINES) >= 6


def test_every_command_line_of_the_readme_does_what_it_says(tmp_path: Path) -> None:
    for line in COMMAND_LINES:
        words = shlex.split(line)
        done = subprocess.run(
            [sys.executable, "-m", "letterkit", *words[1:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        assert done.stdout.strip(), line


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "letterkit", command, "--help"], capture_output=True, text=True, check=True
    )
    assert f"letterkit {command}" in done.stdout.split("Options:")[0].split("\n", 1)[1]


def _keys() -> set[tuple[str, str]]:
    models = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Model)]
    return {(kind.__name__, key.alias or name) for kind in models for name, key in kind.fields.items()}


@pytest.mark.parametrize(("kind", "key"), sorted(_keys()))
def test_every_key_of_the_store_is_described(kind: str, key: str) -> None:
    assert re.search(rf"`{re.escape(key)}`", STORE), f"docs/store.md says nothing of '{key}' of {kind}"
