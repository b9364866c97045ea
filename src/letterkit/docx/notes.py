"""Native footnotes or endnotes: the part that holds them, and the settings that number them from 1."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from letterkit.docx import xml
from letterkit.docx.inline import Inlines, Marks
from letterkit.docx.parts import add_part
from letterkit.errors import LetterkitError
from letterkit.letter.model import Letter, NoteRef, letter_lines, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

    from letterkit.docx.styles import Styles
    from letterkit.letter.model import Line, Note

_NAME: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_CONTENT_TYPE: Final = {"footnotes": CT.WML_FOOTNOTES, "endnotes": CT.WML_ENDNOTES}
_RELATION: Final = {"footnotes": RT.FOOTNOTES, "endnotes": RT.ENDNOTES}
# Left alone, Word and LibreOffice count endnotes i, ii, iii; one reads settings, the other the section.
_COUNT: Final = '<w:numFmt w:val="decimal"/>'
_SEPARATORS: Final = {-1: "separator", 0: "continuationSeparator"}
# Settings are a sequence; what says how notes are numbered stands before the first of these.
_LATER_SETTINGS: Final = ("compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol")


def refuse_unnumberable(letter: Letter) -> None:
    """Raise LetterkitError unless Word, which numbers by the calls, would number as the letter does."""
    calls = _calls(letter_lines(letter))
    notes = [note.number for note in letter.notes]
    if _calls(note.content for note in letter.notes):
        raise LetterkitError(
            "A note calls another note, which Word cannot do.", "Say it in the letter's text."
        )
    if not calls == notes == list(range(1, len(notes) + 1)):
        raise LetterkitError(
            f"Word cannot number these notes as the letter does: it calls {calls} and holds {notes}.",
            "Call each note once, and number notes from 1 in the order of their calls.",
        )


def _calls(content: Iterable[Line]) -> list[int]:
    return [part.number for part in walk(chain.from_iterable(content)) if isinstance(part, NoteRef)]


def call(letter: Letter, styles: Styles) -> str:
    """Return the run that calls a note, with `{}` for the note's number."""
    if not letter.notes:
        return ""
    name = _NAME[letter.notes_kind]
    style = styles[f"{name} reference"]
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:{name}Reference w:id="{{}}"/></w:r>'


def add_notes(document: Document, letter: Letter, styles: Styles, marks: Marks) -> None:
    """Add the letter's notes, if it has any, to the document."""
    if not letter.notes:
        return
    kind = letter.notes_kind
    part = add_part(document.part, f"/word/{kind}.xml", _CONTENT_TYPE[kind], _RELATION[kind])
    inlines = Inlines(part, styles, marks)
    separators = "".join(_separator(kind, number, sign) for number, sign in _SEPARATORS.items())
    notes = "".join(_note(kind, note, styles, inlines) for note in letter.notes)
    part.data = xml.part(f"w:{kind}", separators + notes)
    _count(document, kind)


def _separator(kind: str, number: int, sign: str) -> str:
    """Return the hairline above notes; its small type keeps Word from giving it a line of text's room."""
    name = _NAME[kind]
    return (
        f'<w:{name} w:type="{sign}" w:id="{number}"><w:p>'
        '<w:pPr><w:spacing w:before="80" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:{sign}/></w:r></w:p></w:{name}>'
    )


def _note(kind: str, note: Note, styles: Styles, inlines: Inlines) -> str:
    """Return a note; its number is Word's own, full size, and hangs before the text."""
    name = _NAME[kind]
    return (
        f'<w:{name} w:id="{note.number}"><w:p><w:pPr><w:pStyle w:val="{styles[f"{name} text"]}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{styles[f"{name} characters"]}"/></w:rPr>'
        f"<w:{name}Ref/></w:r><w:r><w:tab/></w:r>{inlines.write(note.content)}</w:p></w:{name}>"
    )


def _count(document: Document, kind: str) -> None:
    """Have Word number the notes 1, 2, 3 to the end, whatever the look did with its own."""
    name = _NAME[kind]
    separators = "".join(f'<w:{name} w:id="{number}"/>' for number in _SEPARATORS)
    settings, section = document.settings.element, document.element.body.get_or_add_sectPr()
    whole, local = xml.elements(
        f"<w:{name}Pr>{_COUNT}{separators}</w:{name}Pr><w:{name}Pr>{_COUNT}</w:{name}Pr>"
    )
    later = next((found for tag in _LATER_SETTINGS if (found := settings.find(xml.w(tag))) is not None), None)
    settings.insert(len(settings) if later is None else settings.index(later), whole)
    for own in section.findall(xml.w("footnotePr")) + section.findall(xml.w("endnotePr")):
        section.remove(own)
    heads = section.findall(xml.w("headerReference")) + section.findall(xml.w("footerReference"))
    section.insert(len(heads), local)
