"""The styles of a look: ids by the names that Word gives them in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.docx.xml import escape, w
from letterkit.errors import LetterkitError

if TYPE_CHECKING:
    from lxml import etree


class Styles:
    """The ids of a look's styles, by name; case does not count, since programs differ in it."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._styles = {
            name.get(w("val"), "").lower(): style
            for style in root.iterfind(w("style"))
            if (name := style.find(w("name"))) is not None
        }

    def __getitem__(self, name: str) -> str:
        """Return the id of a style, escaped; LetterkitError where the look has none of that name."""
        return escape(self._style(name).get(w("styleId"), ""))

    def dress(self, name: str, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph wears the style of that name."""
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return style is not None and style.get(w("val")) == self._style(name).get(w("styleId"))

    def number(self, name: str) -> str | None:
        """Return the id of the numbering that a list's style carries, if it carries one."""
        number = self._style(name).find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        return None if number is None else number.get(w("val"))

    def speak(self, language: str) -> None:
        """Set the language of all text, so that spelling and speech follow it."""
        for lang in self._root.iter(w("lang")):
            lang.set(w("val"), language)

    def _style(self, name: str) -> etree._Element:
        style = self._styles.get(name.lower())
        if style is None:
            raise LetterkitError(
                f"The look has no style “{name}”.",
                "Add a style of that name in Word, or begin again from templates/letters/letterhead.docx.",
            )
        return style
