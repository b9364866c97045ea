"""docs/new-report.md is played: its files are written, its commands print what it says that they print.

`python -m tests.test_new_report` writes what the commands print into the page, to be read before it is committed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "new-report.md"
CONSOLE = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
FILES = {"html": "valley/toll.html", "yaml": "valley/claims.yaml"}


def played(text: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Play the page in a folder; yield each block of commands as it stands there and as it should."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LETTERKIT": f"{sys.executable} -m letterkit"}
    inside = folder
    for block in CONSOLE.finditer(text):
        said = ""
        for command in re.findall(r"^\$ (.*)$", block[2], re.MULTILINE):
            said += f"$ {command}\n"
            if command.startswith("cd "):
                inside = folder / command.removeprefix("cd ")
                _write_files(text, folder)
                continue
            done = subprocess.run(
                ["sh", "-c", re.sub(r"^letterkit\b", "$LETTERKIT", command)],
                cwd=inside,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            said += done.stdout.replace(f"{folder}/valley/", "")
        yield block[2], said


def _write_files(text: str, folder: Path) -> None:
    (folder / "valley" / "letters").mkdir()
    for language, name in FILES.items():
        (file,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
        (folder / name).write_text(file, encoding="utf-8")


def test_the_page_about_a_new_report_shows_what_its_commands_print(tmp_path: Path) -> None:
    blocks = list(played(PAGE.read_text(encoding="utf-8"), tmp_path))
    assert [shown for shown, _ in blocks] == [said for _, said in blocks], __doc__


def test_the_page_shows_a_refusal_a_letter_to_correct_and_a_lost_quote() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for rule in ("quote-not-found", "figure-differs", "quote-lost"):
        assert f"[{rule}]" in text
    assert "letters/may.docx: odra-seven-farmers-killed (superseded by odra-nine-farmers-killed)" in text
    assert "to correct: letters/july.docx: odra-nine-farmers-killed" in text


def rewrite() -> None:
    """Write what the commands of the page print now into it."""
    text = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for shown, said in played(text, Path(folder).resolve()):
            text = text.replace(f"```console\n{shown}```", f"```console\n{said}```")
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
