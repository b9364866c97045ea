"""The programs and packages that judge our files, each behind one function.

A tool that is not there skips the test and says so; in continuous integration (CI=true) it fails instead.
test_tools.py shows of each judge that it accepts a good file and sees a bad one.
"""

import atexit
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

MISSING = "missing tool"  # how the reason of such a skip begins; conftest.py looks for it


def in_ci() -> bool:
    """Tell whether a missing tool is a failure here."""
    return os.environ.get("CI") in {"true", "1"}


def require_tool(name: str | Path) -> None:
    """Skip the test, or fail it in CI, unless the program, module or file is there."""
    found = Path(name).exists() if "/" in str(name) else shutil.which(name) or find_spec(str(name))
    if not found:
        give_up = pytest.fail if in_ci() else pytest.skip
        give_up(f"{MISSING}: {name} (bin/setup --dev installs it)")


# --- Word files ---------------------------------------------------------------------------------------------


def openxml_audit(path: Path) -> list[str]:
    """Return what openxml-audit finds wrong with a DOCX, for Office 2019 and for Microsoft 365."""
    require_tool("openxml_audit")
    with _their_warnings():
        from openxml_audit import FileFormat, OpenXmlValidator

        formats = (FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365)
        results = [OpenXmlValidator(file_format=each).validate(str(path)) for each in formats]
    found = [str(error) for result in results for error in result.errors]
    if not found and not all(result.is_valid for result in results):
        found = ["not valid, without a reason"]
    return list(dict.fromkeys(found))


def ooxml_integrity(path: Path) -> list[str]:
    """Return the errors and warnings of ooxml-integrity on a DOCX."""
    require_tool("ooxml_integrity")
    with _their_warnings():
        from ooxml_integrity import WARN, check

        return [str(finding) for finding in check(path) if finding.severity >= WARN]


def pandoc_markdown(docx: Path, track_changes: str = "accept") -> str:
    """Return a DOCX as pandoc reads it: notes as `[^1]`; track_changes is accept, reject or all."""
    options = ["--to=markdown", "--wrap=none", f"--track-changes={track_changes}"]
    return _output("pandoc", *options, docx)


def pandoc_docx(path: Path) -> Path:
    """Return the DOCX that pandoc makes of a file, beside it."""
    made = path.with_name(f"{path.stem}-pandoc.docx")
    _output("pandoc", path, "-o", made)
    return made


def libreoffice_pdf(docx: Path) -> Path:
    """Return the PDF that LibreOffice makes of a DOCX, in a folder of its own."""
    return libreoffice(docx, "pdf")


def libreoffice(path: Path, to: str) -> Path:
    """Return `path` as LibreOffice saves it in another format: pdf, docx, odt, doc ...

    The same bytes are converted once; every call gets a copy of its own.
    """
    folder = Path(tempfile.mkdtemp(dir=_scratch()))
    if not path.exists():  # LibreOffice itself ends with 0
        raise RuntimeError(f"LibreOffice made no {to} of {path}: there is no such file")
    ending = to.partition(":")[0]
    digest = hashlib.sha256(b"\0".join((path.suffix.encode(), to.encode(), path.read_bytes()))).hexdigest()
    kept = _scratch() / f"{digest}.{ending}"
    if not kept.exists():
        _converted(path, to, folder).replace(kept)
    return Path(shutil.copy(kept, folder / f"{path.stem}.{ending}"))


def _converted(path: Path, to: str, folder: Path) -> Path:
    profile = (_scratch() / "profile").as_uri()
    said = _output(
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        path,
    )
    converted = folder / f"{Path(path).stem}.{to.partition(':')[0]}"
    if not converted.exists():  # LibreOffice ends with 0 all the same
        raise RuntimeError(f"LibreOffice made no {to} of {path}: {said}")
    return converted


def libreoffice_edits(jobs: list[dict[str, object]]) -> None:
    """Let LibreOffice open, edit and save letters; see checks/edited/office.py for what a job is."""
    require_tool("soffice")
    driver = Path(__file__).parent / "checks" / "edited" / "office.py"
    command = [_python_of_libreoffice(), driver, _scratch() / "editing"]
    done = subprocess.run(
        command, input=json.dumps(jobs), capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    if done.returncode:
        raise RuntimeError(f"LibreOffice did not do the edits: {done.stderr.strip()}")


@cache
def _python_of_libreoffice() -> str:
    """Return a Python that has `uno`: the system's with python3-uno, or LibreOffice's own."""
    office = Path(shutil.which("soffice") or "soffice").resolve().parent
    for python in ("/usr/bin/python3", str(office / "python"), "python3"):
        if (
            shutil.which(python)
            and not subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return python
    require_tool("uno")
    raise AssertionError("uno is here, but not in the Python that runs the tests")


# --- PDF files ----------------------------------------------------------------------------------------------


def outloud(path: Path, *, least: str = "error") -> list[str]:
    """Return the accessibility errors that outloud finds in a PDF, with least="warning" the warnings too."""
    require_tool("outloud")
    wanted = {"error": {"error"}, "warning": {"error", "warning"}}[least]
    with _their_warnings():
        from outloud import check

        result = check(str(path))
    if result.error:
        return [f"unreadable: {result.error}"]
    crashed = [
        f"{run.rule}: the rule crashed: {run.reason}" for run in result.runs if run.status == "crashed"
    ]
    found = [finding for finding in result.findings if finding.severity in wanted]
    return [*crashed, *(f"{each.rule} (page {each.page}): {each.message}" for each in found)]


def pdf_text(path: Path, *options: str) -> str:
    """Return the text of a PDF in reading order; options go to pdftotext (say "-layout")."""
    return _output("pdftotext", "-enc", "UTF-8", *options, path, "-")


# --- Helpers ------------------------------------------------------------------------------------------------


def _output(program: str, *arguments: str | Path) -> str:
    require_tool(program)
    done = subprocess.run(
        [program, *arguments], capture_output=True, encoding="utf-8", check=False, timeout=180
    )
    if done.returncode:
        raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


@cache
def _scratch() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="letterkit-tools-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _their_warnings() -> warnings.catch_warnings:
    """Let other people's packages warn while they judge our files; our own code may not."""
    return warnings.catch_warnings(action="ignore")
