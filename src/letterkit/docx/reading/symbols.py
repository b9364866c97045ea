"""The characters of symbol fonts, which files of Word name by their place in the font."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.xml import w

if TYPE_CHECKING:
    from lxml import etree

UNKNOWN: Final = "\ufffd"
PRIVATE: Final = "\uf020-\uf0ff"  # where Word puts the characters of symbol fonts

_PAGE: Final = 0xF000
_SYMBOL: Final = dict(
    enumerate(
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        0x20,
    )
) | dict(
    enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑", 0xA0)
)  # fmt: skip
_WINGDINGS: Final = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x41: "✌", 0x46: "☞", 0x4A: "☺", 0x4C: "☹",
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


_SYMBOLIC: Final = (
    *_FONTS,
    "wingdings 2",
    "wingdings 3",
    "webdings",
    "marlett",
    "zapf dingbats",
    "opensymbol",
)


def symbolic(fonts: etree._Element | None) -> bool | None:
    """Tell whether the fonts of a run show other signs than its text has, None where it names none."""
    named = "" if fonts is None else fonts.get(w("ascii"), "") or fonts.get(w("hAnsi"), "")
    return named.lower() in _SYMBOLIC if named else None


def symbol(element: etree._Element) -> str:
    """Return the character of a `w:sym`, U+FFFD where its font is not known to us."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return UNKNOWN
    known = _FONTS.get(element.get(w("font"), "").lower())
    if known is not None:
        return known.get(code & 0xFF, UNKNOWN)
    printable = code < _PAGE and chr(code).isprintable()
    return chr(code) if printable else UNKNOWN
