"""The fonts that a PDF is set in: they come with letterkit, so that a letter looks alike on every machine.

Letters are set in Caladea, as wide as Cambria, so that Word breaks the lines alike.  It lacks ə, Greek and
Cyrillic, which Noto Serif has; what both lack (Armenian, Arabic ...) comes from the fonts of the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from letterkit.errors import LetterkitError


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: the family that style sheets call it, and the package that carries it."""

    family: str
    package: str
    file: str
    weight: str = "normal"
    style: str = "normal"

    @property
    def address(self) -> str:
        """The address by which a style sheet asks for the file."""
        return f"letterkit-font:{self.package}/{self.file}"

    @property
    def rule(self) -> str:
        """The rule that makes the file known to a style sheet."""
        return (
            f'@font-face {{ font-family: "{self.family}"; src: url("{self.address}"); '
            f"font-weight: {self.weight}; font-style: {self.style} }}\n"
        )

    def path(self) -> Path:
        """Return where the file lies; raise LetterkitError if its package is not installed whole."""
        spec = find_spec(self.package)
        folders = list(spec.submodule_search_locations or ()) if spec else []
        for path in (Path(folder, "files", self.file) for folder in folders):
            if path.is_file():
                return path
        name = self.package.replace("_", "-")
        raise LetterkitError(
            f"the font {self.file} of the Python package {name} is missing",
            f"install it again: pip install --force-reinstall {name}",
        )


# The names are our own, lest a Caladea of the machine be taken: 1.001, which Debian and Google Fonts have, is
# not as wide as Cambria (huertatipografica/Caladea#4); 1.002, which font-caladea carries, is.
FACES = (
    Face("Letterkit Caladea", "font_caladea", "Caladea-Regular.ttf"),
    Face("Letterkit Caladea", "font_caladea", "Caladea-Italic.ttf", style="italic"),
    Face("Letterkit Caladea", "font_caladea", "Caladea-Bold.ttf", weight="bold"),
    Face("Letterkit Caladea", "font_caladea", "Caladea-BoldItalic.ttf", weight="bold", style="italic"),
    Face("Letterkit Source Sans", "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    Face("Letterkit Source Sans", "font_source_sans_pro", "SourceSansPro-Bold.ttf", weight="bold"),
    Face("Letterkit Noto Serif", "fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf"),
    Face("Letterkit Noto Serif", "fontpkg_noto_serif", "NotoSerif-Italic[wdth,wght].ttf", style="italic"),
)

RULES = "".join(face.rule for face in FACES)


@cache
def font_files() -> dict[str, Path]:
    """Return the files that may be read while a letter is drawn, by the address in the style sheet."""
    return {face.address: face.path() for face in FACES}
