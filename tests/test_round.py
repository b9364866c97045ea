"""The round that README shows, draft, edit, check, mend, PDF, prints what README says that it prints.

`python -m tests.test_round` writes what the program prints into README, to be read before it is committed.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.commands.letters import DOCUMENT
from tests.docx.reading import changed

README = Path(__file__).resolve().parent.parent / "README.md"
STEPS = re.findall(
    r"```console\n\$ letterkit ([^\n]*)\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL
)
# What is done to the letter before a command, as README tells it.
EDITS = {
    "check": (
        ("[Name of signatory]", "Jordan Example"),
        ("[Title of signatory]", "Director"),
        ("roundabout and killed 21 civilians", "roundabout, killing 21 civilians"),
        ("killed four civilians", "killed five civilians"),
    ),
    "pdf": (("killed five civilians", "killed four civilians"),),
}


def played(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Play the round in a folder; yield of each command its words, what it prints and its exit code."""
    for command, _ in STEPS:
        name, *rest = shlex.split(command)
        if name in EDITS:
            path = folder / rest[0]
            path.write_bytes(changed(path.read_bytes(), DOCUMENT, *EDITS[name]))
        done = subprocess.run(
            [sys.executable, "-m", "letterkit", name, *rest],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        yield command, done.stdout, done.returncode


def test_the_round_of_the_readme_prints_what_it_shows(tmp_path: Path) -> None:
    steps = list(played(tmp_path))
    assert [(command, printed) for command, printed, _ in steps] == STEPS, __doc__
    assert [code for _, _, code in steps] == [0, 1, 0]


def test_the_round_has_all_its_steps_and_tells_every_edit() -> None:
    assert [shlex.split(command)[0] for command, _ in STEPS] == ["draft", "check", "pdf"]
    told = " ".join(README.read_text(encoding="utf-8").split())
    assert all(old in told and new in told for old, new in EDITS["check"][2:])


def rewrite() -> None:
    """Write what the commands of the round print now into README."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for (command, shown), (_, printed, _) in zip(STEPS, played(Path(folder)), strict=True):
            text = text.replace(f"{command}\n{shown}```", f"{command}\n{printed}```")
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
