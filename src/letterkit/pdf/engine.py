"""WeasyPrint: loaded when a PDF is drawn, kept from network and files, and never silent about a fault."""

from __future__ import annotations

import ctypes.util
import datetime as dt
import importlib
import io
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from types import MappingProxyType, ModuleType
from typing import Any
from urllib.parse import unquote

from letterkit.errors import LetterkitError
from letterkit.pdf.fonts import font_files

CLOCK = "SOURCE_DATE_EPOCH"
INSTALL_PANGO = (
    "Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "macOS: brew install pango; "
    "Windows: install MSYS2 (msys2.org), then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango; "
    "the formats docx, html and md need none of it"
)
INSTALL_FONTS = (
    "Debian, Ubuntu: sudo apt install fonts-noto-core (Chinese, Japanese, Korean: fonts-noto-cjk); "
    "elsewhere install the Noto font of that script (fonts.google.com/noto)"
)


def load() -> ModuleType:
    """Return WeasyPrint; raise LetterkitError where the libraries that it draws with are missing."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")  # of a machine without fonts: ours come with letterkit
        with suppress(OSError), _by_name_alone(), _without_font_tools():
            return importlib.import_module("weasyprint")
        try:
            return importlib.import_module("weasyprint")
        except OSError as error:  # from dlopen, after advice on stdout
            message = "drawing a PDF needs the text library Pango, which this machine lacks"
            raise LetterkitError(message, INSTALL_PANGO) from error


@contextmanager
def _without_font_tools() -> Iterator[None]:
    """Have the larger parts of fontTools loaded only when they are called, since they take half of the start.

    WeasyPrint calls one where HarfBuzz cannot make a font smaller, the other for a font of variable width.
    """
    kept = {name: sys.modules.get(name) for name in _PARTS}
    sys.modules.update({name: _later(name, functions) for name, functions in _PARTS.items()})
    package = importlib.import_module("fontTools")
    had = vars(package).get("subset")
    package.subset = sys.modules["fontTools.subset"]  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for name, module in kept.items():
            sys.modules.pop(name)
            sys.modules.update({name: module} if module else {})
        vars(package).pop("subset")
        vars(package).update({"subset": had} if had else {})


# The parts of fontTools that hardly any letter needs, and what WeasyPrint takes from each of them.
_PARTS = {
    "fontTools.subset": ("Options", "Subsetter"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


def _later(name: str, functions: tuple[str, ...]) -> ModuleType:
    """Return a module that stands in for one of these: what is called in it loads the real one."""

    def calling(function: str) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            return getattr(importlib.import_module(name), function)(*given, **more)

        return call

    stand_in = ModuleType(name)
    vars(stand_in).update({function: calling(function) for function in functions})
    return stand_in


@contextmanager
def _by_name_alone() -> Iterator[None]:
    """Let libraries be opened by their names alone, which is how Linux finds them.

    WeasyPrint tries the names of other systems first, and for each of them Python would start programs that
    search the machine: that takes longer than all the rest of WeasyPrint's start.
    """
    if not sys.platform.startswith("linux"):
        raise OSError("elsewhere they have to be searched for")
    search = ctypes.util.find_library
    ctypes.util.find_library = _nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _nowhere(name: str) -> str | None:  # noqa: ARG001 - the signature of what it stands in for
    return None


def own_fonts_only() -> Any:
    """Return what WeasyPrint fetches with: it stops the drawing at any address but those it gives.

    It gives our fonts, and a letter's `pictures`: the bytes of PNG files by address.
    """
    urls = importlib.import_module("weasyprint.urls")
    base: Any = urls.URLFetcher

    class OwnFontsOnly(base):  # type: ignore[misc] # a class of a module that has no types
        pictures: Mapping[str, bytes] = MappingProxyType({})

        def fetch(self, url: str, _headers: object = None) -> Any:
            if url in self.pictures:
                return urls.URLFetcherResponse(url, self.pictures[url], {"Content-Type": "image/png"})
            path = font_files().get(unquote(url))
            if path is None:
                raise urls.FatalURLFetchingError(url)  # any other exception would only be logged
            return super().fetch(path.as_uri())

    return OwnFontsOnly()


@contextmanager
def no_complaint() -> Iterator[None]:
    """Keep off the screen what WeasyPrint logs, and raise LetterkitError for whatever it complained of."""
    fatal = importlib.import_module("weasyprint.urls").FatalURLFetchingError
    logger, complaints = logging.getLogger("weasyprint"), _Complaints()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(complaints)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it leaves the file of its color profile open
            yield
    except fatal as error:
        message = f"the style sheet asks for {error}, but a letter is drawn without network and files"
        raise LetterkitError(message, "take the url(...) or @import out of letter.css") from error
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
    complaints.raise_any()


@contextmanager
def clock_at(day: dt.date) -> Iterator[None]:
    """Let fontTools, which dates each font that it changes, find this day: equal letters give equal bytes."""
    before = os.environ.get(CLOCK)
    os.environ[CLOCK] = str((day - dt.date(1970, 1, 1)) // dt.timedelta(seconds=1))
    try:
        yield
    finally:
        if before is None:
            del os.environ[CLOCK]
        else:
            os.environ[CLOCK] = before


class _Complaints(logging.Handler):
    """Remembers warnings and errors, each once, and apart from them the characters that no font has."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._missing: dict[str, str] = {}
        self._others: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        said = str(record.msg)
        if said.startswith(".notdef glyph"):
            character, code = record.args  # type: ignore[misc] # as that one call in WeasyPrint has them
            self._missing[str(character)] = f"U+{code:04X}"
        elif not said.startswith("Using fontTools instead"):  # a slower way to the same page
            self._others[record.getMessage()] = None

    def raise_any(self) -> None:
        if self._missing:
            listed = ", ".join(f"{character} ({code})" for character, code in self._missing.items())
            raise LetterkitError(f"no font on this machine can print {listed}", INSTALL_FONTS)
        if self._others:
            raise LetterkitError(f"WeasyPrint cannot draw this: {'; '.join(self._others)}", "mend letter.css")
