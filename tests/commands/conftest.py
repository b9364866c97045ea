"""The command line, run in this process: exit code, what it prints, what it says on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from letterkit.commands.cli import main
from letterkit.library.disk.locate import starter


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs `letterkit` with arguments, on the starter unless --library is given."""

    def call(*arguments: str) -> Ran:
        monkeypatch.chdir(starter())
        monkeypatch.delenv("LETTERKIT_LIBRARY", raising=False)
        monkeypatch.setattr(sys, "argv", ["letterkit", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return Ran(int(stopped.value.code or 0), printed.out, printed.err)

    return call
