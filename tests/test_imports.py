"""The rooms of the package and what each may do: one table, read against the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "letterkit"

BASE = {"errors", "findings"}
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "findings": {"errors"},
    "archive": BASE,
    "letter": BASE,
    "library": BASE | {"archive"},
    "drafting": BASE | {"library", "letter"},
    "docx": BASE | {"letter"},
    "pdf": BASE | {"letter"},
    "checks": BASE | {"archive", "letter", "library", "drafting", "docx", "pdf"},
    "research": BASE | {"archive", "library", "checks"},
    "outreach": BASE | {"library", "letter", "drafting", "docx", "pdf"},
    "report": BASE,
    "commands": BASE
    | {
        "__init__",
        "archive",
        "letter",
        "library",
        "drafting",
        "docx",
        "pdf",
        "checks",
        "research",
        "outreach",
        "report",
    },
    "__main__": {"commands"},
}
MAY_READ_THE_CLOCK = {"commands"}
MAY_OPEN_FILES = {"archive", "library", "commands"}
MAY_USE_A_CLUSTER = {"outreach", "commands"}

CLOCK = {
    "datetime": "datetime.now datetime.utcnow datetime.today date.today",
    "time": "time time_ns localtime gmtime ctime strftime",
    "email.utils": "formatdate localtime make_msgid",
}
CLOCK_FUNCTIONS = {f"{module}.{name}" for module, names in CLOCK.items() for name in names.split()}
FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes"}
FILE_FUNCTIONS = {"open", "io.open", "os.open", "codecs.open"}
NETWORK = {
    *(
        "socket",
        "socketserver",
        "ssl",
        "asyncio",
        "http.client",
        "http.server",
        "urllib.request",
        "xmlrpc",
        "webbrowser",
    ),
    *("ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "requests", "httpx", "aiohttp", "urllib3"),
}


def test_every_room_keeps_to_the_table():
    paths = sorted(PACKAGE.rglob("*.py"))
    assert PACKAGE / "__init__.py" in paths
    faults = []
    for path in paths:
        where = path.relative_to(PACKAGE)
        faults += [f"src/letterkit/{where}:{fault}" for fault in faults_in(path.read_text("utf-8"), where)]
    assert faults == []


def test_the_table_has_no_way_back():
    rooms = dict(MAY_IMPORT)
    while rooms:
        free = [room for room, imports in rooms.items() if not imports & rooms.keys()]
        assert free, f"these import each other in a circle: {sorted(rooms)}"
        for room in free:
            del rooms[room]


def test_the_rooms_within_a_room_never_import_each_other_in_a_circle():
    assert (
        inner_circles({path.relative_to(PACKAGE): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")})
        == set()
    )


def test_every_room_says_in_a_sentence_what_belongs_there():
    for folder in {path.parent for path in PACKAGE.rglob("*.py")} - {PACKAGE}:
        said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        assert said.partition("\n")[0].endswith("."), f"{folder} does not say what belongs there"


def test_a_circle_is_seen_even_where_no_two_modules_import_each_other():
    sources = {
        Path("archive/__init__.py"): "from letterkit.archive.web import page",
        Path("archive/pdf/read.py"): "from letterkit.archive.model import Work",
        Path("archive/pdf/words.py"): "",
        Path("archive/web/page.py"): "def f():\n    from letterkit.archive.pdf import words",
        Path("archive/text/plain.py"): "from letterkit.archive.web import page",
        Path("archive/model.py"): "from letterkit.archive.web.page import x",
    }
    assert inner_circles(sources) == {"archive/pdf", "archive/web"}
    assert inner_circles({**sources, Path("archive/model.py"): "from letterkit.archive import mask"}) == set()


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("letter/model.py", "from letterkit.library import model"),
        ("letter/model.py", "import letterkit.library.model as library"),
        ("letter/model.py", "from letterkit import library"),
        ("letter/model.py", "from ..library.model import Claim"),
        ("letter/model.py", "from .. import library"),
        ("letter/__init__.py", "from ..docx import write"),
        ("errors.py", "from .findings import Finding"),
        ("drafting/selection.py", "def f():\n    from letterkit.docx import write"),
        ("docx/write.py", "import importlib\nimportlib.import_module('letterkit.library')"),
        ("docx/write.py", "from letterkit import __version__"),
        ("docx/write.py", "import letterkit"),
        ("docx/write.py", "import"),
        ("helpers.py", "x = 1"),
        ("helpers/x.py", "x = 1"),
        ("drafting/selection.py", "from datetime import date\ndate.today()"),
        ("drafting/selection.py", "import datetime\nnow = datetime.datetime.now"),
        ("drafting/selection.py", "import datetime as dt\ndt.date.today()"),
        ("drafting/selection.py", "import time\ntime.time()"),
        ("drafting/selection.py", "from time import time as clock\nclock()"),
        ("outreach/email.py", "from email.utils import formatdate\nformatdate()"),
        ("pdf/pdf.py", "open('x')"),
        ("pdf/pdf.py", "import io\nio.open('x')"),
        ("pdf/pdf.py", "from pathlib import Path\nPath('x').read_bytes()"),
        ("pdf/pdf.py", "from pathlib import Path\nPath('x').open()"),
        ("pdf/pdf.py", "def f(css_path):\n    css_path.open()"),
        ("outreach/batch.py", "def f(p):\n    p.write_text('x')"),
        ("commands/draft.py", "import urllib.request"),
        ("commands/draft.py", "from urllib import request"),
        ("archive/feed.py", "import http.client"),
        ("archive/feed.py", "import requests"),
        ("docx/write.py", "import distributed"),
    ],
)
def test_a_breach_is_seen(where: str, source: str):
    assert list(faults_in(source, Path(where))) != []


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("commands/cli.py", "from letterkit import __version__"),
        (
            "commands/draft.py",
            "from datetime import date\nfrom letterkit.docx import write\ndate.today()\nopen('x')",
        ),
        ("checks/letter.py", "from letterkit.drafting import selection\nfrom ..findings import Finding"),
        (
            "docx/write.py",
            "import docx\nfrom docx.shared import Pt\nfrom . import parts\nfrom .parts import x",
        ),
        ("docx/read.py", "def f(package):\n    package.open('word/document.xml').read(100)"),
        ("letter/__init__.py", "from .model import Letter\nfrom letterkit.letter.markup import parse"),
        ("report.py", "def f(claim):\n    return claim.was, claim.now"),
        ("letter/model.py", "from datetime import date\nday = date(2021, 2, 1)"),
        ("archive/html.py", "from urllib.parse import urlsplit"),
        ("outreach/batch.py", "def f():\n    from distributed import Client"),
        ("__main__.py", "from letterkit.commands.cli import main"),
    ],
)
def test_what_is_allowed_passes(where: str, source: str):
    assert list(faults_in(source, Path(where))) == []


def faults_in(source: str, where: Path) -> Iterator[str]:
    """Yield `line: what is wrong` for a module, given by its text and its place in the package."""
    room = where.parts[0].removesuffix(".py")
    if room not in MAY_IMPORT:
        yield f"1: the room {room} is not in the table of tests/test_imports.py"
        return
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"{error.lineno}: {error.msg}"
        return
    imported = list(imports_of(tree, ["letterkit", *where.with_suffix("").parts]))
    for line, name in imported:
        yield from (f"{line}: {fault}" for fault in import_faults(room, name))
    names = {alias: name for node in ast.walk(tree) for alias, name in aliases_of(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield from (f"{node.lineno}: {fault}" for fault in use_faults(room, node, names))


def inner_circles(sources: dict[Path, str]) -> set[str]:
    """Return the rooms within rooms that need themselves through other parts of the room around them.

    A part of a room is a room within it, whole, or a module beside these; the modules of one part may need
    each other, and the face of a room (`__init__`) shows what is in it.  `sources` has the text of each module
    by its place in the package.
    """
    needs: dict[str, set[str]] = {}
    for where, source in sources.items():
        if len(where.parts) > 1 and where.parts[1] != "__init__.py":
            module = where.with_suffix("").parts
            names = (name.split(".") for _, name in imports_of(ast.parse(source), ["letterkit", *module]))
            others = {"/".join(name[1:3]) for name in names if name[:2] == ["letterkit", module[0]]}
            needs.setdefault("/".join(module[:2]), set()).update(others - {"/".join(module[:2])})
    rooms = {"/".join(where.parts[:2]) for where in sources if len(where.parts) > 2}
    return {room for room in rooms if room in reached(room, needs)}


def reached(start: str, needs: dict[str, set[str]]) -> set[str]:
    """Return what a part needs, and what that needs, and so on."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = needs.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def import_faults(room: str, name: str) -> Iterator[str]:
    """Yield what is wrong with a room's import of a dotted name."""
    package, _, rest = name.partition(".")
    if package == "letterkit":
        other = rest.partition(".")[0] if rest else "__init__"
        other = other if other in MAY_IMPORT else "__init__"  # a name defined by the package itself
        if other not in MAY_IMPORT[room] | {room}:
            yield f"{room} may not import {name}"
    if any(name == each or name.startswith(f"{each}.") for each in NETWORK):
        yield f"nothing here uses the network, but this imports {name}"
    if package in {"distributed", "dask"} and room not in MAY_USE_A_CLUSTER:
        yield f"{room} may not import {name}"


def use_faults(room: str, node: ast.Name | ast.Attribute, names: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with a name or attribute that a room uses."""
    name = dotted(node, names)
    is_method = isinstance(node, ast.Attribute)
    if name in CLOCK_FUNCTIONS and room not in MAY_READ_THE_CLOCK:
        yield f"{room} may not read the clock: {ast.unparse(node)}"
    opens = name in FILE_FUNCTIONS or (is_method and (node.attr in FILE_METHODS or opens_a_path(node)))
    if opens and room not in MAY_OPEN_FILES:
        yield f"{room} may not open files: {ast.unparse(node)}"


def opens_a_path(node: ast.Attribute) -> bool:
    """Tell `path.open` from the `open` of a zip file, as far as the words go."""
    receiver = ast.unparse(node.value).lower()
    return node.attr == "open" and (
        receiver.endswith(("path", "file")) or receiver.startswith(("path(", "pathlib."))
    )


def imports_of(tree: ast.AST, module: list[str]) -> Iterator[tuple[int, str]]:
    """Yield line and absolute name of everything imported, wherever it stands."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(names=names, level=0):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in names)
            case ast.ImportFrom(names=names, level=level):
                base = [*module[:-level], *([node.module] if node.module else [])]
                yield from ((node.lineno, ".".join([*base, alias.name])) for alias in names)
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
                yield node.lineno, name


def aliases_of(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the local name and the full name of each import in a node."""
    if isinstance(node, ast.Import):
        yield from ((alias.asname, alias.name) for alias in node.names if alias.asname)
    if isinstance(node, ast.ImportFrom) and not node.level:
        yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.AST, names: dict[str, str]) -> str:
    """Return `a.b.c` for such an expression, with the first name as imported, else nothing."""
    if isinstance(node, ast.Name):
        return names.get(node.id, node.id)
    if isinstance(node, ast.Attribute) and (base := dotted(node.value, names)):
        return f"{base}.{node.attr}"
    return ""
