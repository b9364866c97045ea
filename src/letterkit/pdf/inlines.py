"""What stands in a line of the letter, as HTML: words, links, claims, calls of notes, and the notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from letterkit.errors import LetterkitError
from letterkit.letter.model import (
    Claim,
    Inline,
    Letter,
    Link,
    Note,
    NoteRef,
    Picture,
    Placeholder,
    Spot,
    Text,
)
from letterkit.pdf import pictures

JOINER = "\N{WORD JOINER}"  # forbids a line to end where it stands; prints nothing
COMPOUND = re.compile(r"(?<!\S)[^\s/]{1,40}(?!\S)")  # a word that may be one; longer words may break
HYPHEN = re.compile(r"(?<=\w)[-–](?=\w)")
BREAK_IN_ADDRESS = re.compile(r"(?<=[?!|}])")  # where a line might end, beside its hyphens and slashes
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
RIGHT_TO_LEFT_RUN = re.compile(f"[{RIGHT_TO_LEFT}]+(?:[\\s\\d.,:;()%'’-]+[{RIGHT_TO_LEFT}]+)*")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


def refuse_unprintable(text: str) -> None:
    """Raise LetterkitError for a character that no page can hold: quoted words are not silently changed."""
    if found := UNPRINTABLE.search(text):
        raise LetterkitError(
            f"the letter holds the unprintable character U+{ord(found[0]):04X} "
            f"after “{text[: found.start()][-40:]}”",
            "take it out of the claim, template or address that it comes from",
        )


class Inlines:
    """Writes the lines of one letter, in reading order: it remembers which notes were called already.

    `paged` is for paper: lines end where a typesetter would end them, and footnotes stand beside their calls,
    from where the style sheet lets them float to the foot of the page.
    """

    def __init__(self, letter: Letter, *, paged: bool) -> None:
        self.floating = paged and letter.notes_kind == "footnotes"
        self._letter = letter
        self._paged = paged
        self._notes = {note.number: note for note in letter.notes}
        self._called: set[int] = set()

    def line(self, content: Iterable[Inline]) -> str:
        """Return the markup of a line, of a letter or of a note."""
        return "".join(self._inline(part) for part in content)

    def note(self, note: Note) -> str:
        """Return the number, which leads back to the first call, and the words of a note."""
        number = f"{note.number}. "
        if note.number in self._called:
            number = f'<a href="#call-{note.number}" role="doc-backlink">{number}</a>'
        return f'<span class="number">{number}</span>{self.line(note.content)}'

    def uncalled(self) -> str:
        """Return the footnotes that nothing has called: no note is ever dropped."""
        left = [note for number, note in self._notes.items() if number not in self._called]
        return "".join(self._footnote(note) for note in left) if self.floating else ""

    def pictures(self, spot: Spot, number: int = 1) -> str:
        """Return the pictures of one spot, each as wide and high as the letter says."""
        return "".join(self._picture(picture) for picture in self._letter.pictures_at(spot, number))

    def _picture(self, picture: Picture) -> str:
        refuse_unprintable(picture.alternative)
        source = pictures.address(picture) if self._paged else pictures.embedded(picture)
        size = f"width: {picture.width:.2f}pt; height: {picture.height:.2f}pt"
        return f'<img src="{source}" alt="{escape(picture.alternative)}" style="{size}"/>'

    def words(self, text: str) -> str:
        """Return plain text as markup that prints it; raise LetterkitError if that cannot be."""
        refuse_unprintable(text)
        if self._paged:  # Caladea has no hyphen that forbids a break
            text = text.replace("\N{NON-BREAKING HYPHEN}", "-")
            text = COMPOUND.sub(lambda word: HYPHEN.sub(rf"\g<0>{JOINER}", word[0]), text)
        marked = RIGHT_TO_LEFT_RUN.sub(r"<bdi>\g<0></bdi>", escape(text, quote=False))
        return marked.replace("\n", "<br/>\n")

    def _inline(self, part: Inline) -> str:
        match part:
            case Text():
                return self._text(part)
            case Placeholder(text):
                return f'<mark class="placeholder">{self.words(text)}</mark>'
            case Link(url, children):
                return self._link(url, children)
            case NoteRef(number):
                return self._call(number)
            case Claim(identifier, children, use):
                again = f' data-use="{use}"' if use > 1 else ""
                return f'<span data-fact="{escape(identifier)}"{again}>{self.line(children)}</span>'

    def _text(self, text: Text) -> str:
        words = self.words(text.text)
        words = f"<em>{words}</em>" if text.italic else words
        return f"<strong>{words}</strong>" if text.bold else words

    def _link(self, url: str, children: tuple[Text, ...]) -> str:
        if not ADDRESS.match(url):  # in somebody's file a link may lead to a script
            return self.line(children)
        printed = "".join(child.text for child in children)
        refuse_unprintable(url + printed)
        if not ADDRESS.match(printed):
            return f'<a href="{escape(url)}">{self.line(children)}</a>'
        printed = BREAK_IN_ADDRESS.sub(JOINER, printed) if self._paged else printed
        return f'<a class="address" href="{escape(url)}">{escape(printed)}</a>'

    def _call(self, number: int) -> str:
        note, first = self._notes.get(number), number not in self._called
        self._called.add(number)
        printed = f"{JOINER}{number}" if self._paged else f"{number}"
        if note is not None:
            anchor = f' id="call-{number}"' if first else ""
            printed = f'<a{anchor} href="#note-{number}" role="doc-noteref">{printed}</a>'
        footnote = self._footnote(note) if note and first and self.floating else ""
        return f'<sup class="call">{printed}</sup>{footnote}'

    def _footnote(self, note: Note) -> str:
        return f'<span class="footnote" id="note-{note.number}">{self.note(note)}</span>'
