import logging
import os
import subprocess
import sys

import pytest
from tests.pdf.letters import CSS, DAY, draw, renderer, short

from letterkit.errors import LetterkitError
from letterkit.letter.model import paragraph
from letterkit.pdf import engine, fonts
from letterkit.pdf.pdf import Renderer

DRAW = """
import datetime, sys
from letterkit.errors import LetterkitError
from letterkit.letter.model import Letter, paragraph
from letterkit.pdf import pdf
letter = Letter((), (), (), (), (), (paragraph(sys.argv[1]),), (), ())
try:
    drawn = pdf.write(letter, sys.argv[2], created=datetime.date(2020, 10, 21))
    sys.stdout.buffer.write(drawn)
except LetterkitError as error:
    print(error, file=sys.stderr)
"""
NO_LIBRARIES = """
import cffi
def refuse(ffi, name, *flags):
    raise OSError(f"cannot load library {name!r}")
cffi.FFI.dlopen = refuse
"""


def in_a_process(program: str, text: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Draw a letter of one paragraph in a process of its own."""
    command = [sys.executable, "-W", "error", "-c", program, text, CSS]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, check=False, timeout=60)


def test_a_machine_without_pango_is_told_what_to_install():
    done = in_a_process(NO_LIBRARIES + DRAW, "Words.")
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (0, b"")
    assert said.startswith("drawing a PDF needs the text library Pango, which this machine lacks\nhint: ")
    for advice in ("apt install libpango-1.0-0", "brew install pango", "pacman -S", "docx, html and md"):
        assert advice in said


def test_a_machine_without_fonts_draws_with_ours(tmp_path):
    nothing = tmp_path / "fonts.conf"
    nothing.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>")
    done = in_a_process(DRAW, "Words of Əliyev and Лавров.", FONTCONFIG_FILE=str(nothing))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF-1.7")
    done = in_a_process(DRAW, "Words of Սարգսյան.", FONTCONFIG_FILE=str(nothing))
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().startswith("no font on this machine can print Ս (U+054D), ա (U+0561)")


def test_equal_letters_give_equal_bytes_in_every_process():
    text = "Əliyev, Лавров, Սարգսյան, Caladea."  # whose fonts are changed as they are embedded
    once, again = (in_a_process(DRAW, text, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert (once.stderr, again.stderr) == (b"", b"")
    assert once.stdout == again.stdout
    assert once.stdout.startswith(b"%PDF-1.7")


def test_nothing_of_ours_imports_the_engine_before_a_letter_is_drawn():
    program = "import sys, letterkit.pdf.pdf; print('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"False\n"


@pytest.mark.parametrize(
    "rule",
    [
        "body { background: url(file:///etc/passwd) }",
        "@import 'https://example.org/look.css';",
        "@font-face { font-family: x; src: url('letterkit-font:font_caladea/../secret.ttf') }",
        "body { background: url(data:image/png;base64,AAAA) }",
    ],
)
def test_a_style_sheet_that_asks_for_anything_is_refused(rule):
    with pytest.raises(LetterkitError, match="without network and files") as caught:
        Renderer(rule).write(short(paragraph("Words.")), created=DAY)
    assert caught.value.hint == "take the url(...) or @import out of letter.css"


def test_a_fault_in_the_style_sheet_is_told_and_not_logged(caplog, capfd):
    with pytest.raises(LetterkitError, match=r"Ignored `colour: red ` at 2:5, unknown property"):
        Renderer("\np { colour: red }")
    assert (caplog.records, capfd.readouterr()) == ([], ("", ""))
    logger = logging.getLogger("weasyprint")
    assert logger.propagate
    assert not any(isinstance(each, engine._Complaints) for each in logger.handlers)


def test_a_character_that_no_font_has_is_told_and_not_drawn(tmp_path):
    with pytest.raises(LetterkitError, match=r"no font on this machine can print . \(U\+F1234\)\n") as caught:
        draw(short(paragraph("A private sign: \U000f1234\U000f1234")), tmp_path)
    assert "fonts-noto-core" in caught.value.hint


def test_the_clock_is_put_back(monkeypatch):
    monkeypatch.setenv(engine.CLOCK, "7")
    with engine.clock_at(DAY):
        assert os.environ[engine.CLOCK] == "1603238400"
    assert os.environ[engine.CLOCK] == "7"
    monkeypatch.delenv(engine.CLOCK)
    renderer().write(short(paragraph("Words.")), created=DAY)
    assert engine.CLOCK not in os.environ


def test_a_lost_font_package_is_named():
    for package in ("font-lost", "font-caladea"):
        face = fonts.Face("X", package.replace("-", "_"), "X.ttf")
        with pytest.raises(LetterkitError, match=rf"X\.ttf of the Python package {package} is missing"):
            face.path()


def test_every_font_is_there():
    assert {path.suffix for path in fonts.font_files().values()} == {".ttf"}


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere libraries have to be searched for"
)
def test_the_start_of_the_engine_starts_no_other_program():
    program = """
import sys
started = []
sys.addaudithook(lambda event, arguments: started.append(arguments) if event == "subprocess.Popen" else None)
from letterkit.pdf import engine
engine.load()
import ctypes.util
print(started, ctypes.util.find_library is engine._nowhere)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"[] False\n"
