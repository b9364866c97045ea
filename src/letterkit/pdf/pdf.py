"""The letter as a PDF that everybody can read, now and in decades: PDF/UA-1 and PDF/A-3a in one file."""

from __future__ import annotations

import datetime as dt
import importlib
import json
from typing import Any

from letterkit.letter.model import Letter
from letterkit.pdf import engine, html, notes, objects, page, pages, pictures, tags
from letterkit.pdf.fonts import RULES

VARIANT = "pdf/a-3a"  # tags.finish makes it PDF/UA-1 as well
SOURCES = "sources.csl.json"
OURS = ".new-page { break-before: page } img { image-rendering: crisp-edges }"  # PDF/A lets no viewer smooth


def write(letter: Letter, css: str, *, created: dt.date) -> bytes:
    """Return the PDF of one letter; who draws many keeps a Renderer instead.

    `created` is the day the file bears, as a rule that of the letter.  The same input gives the same bytes.
    Raise LetterkitError if Pango is missing, no font has a character, notes find no room on a page, or the
    style sheet is at fault.
    """
    return Renderer(css).write(letter, created=created)


class Renderer:
    """Draws letters in the look of one style sheet.

    Keeps the fonts and the parsed style sheet between letters, which saves a fifth of the time.  Never to be
    shared between threads, where Pango spoils its memory: a batch gives each process its own.
    """

    def __init__(self, css: str) -> None:
        self._weasyprint = engine.load()
        self._fetcher = engine.own_fonts_only()
        self._notes_added = True
        self._fonts = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
        with engine.no_complaint():
            self._looks = [self._look(RULES + OURS), self._look(css)]

    def write(self, letter: Letter, *, created: dt.date) -> bytes:
        """Return the PDF of a letter, as the function of this name does."""
        self._fetcher.pictures = {pictures.address(each): pictures.clean(each) for each in letter.pictures}
        with engine.no_complaint(), engine.clock_at(created):
            drawn = self._drawn(letter)
            drawn.metadata.created = created.isoformat()
            sources = self._sources(letter, created)
            pdf = drawn.write_pdf(attachments=sources, pdf_variant=VARIANT, finisher=_finish)
        return bytes(pdf)

    def _drawn(self, letter: Letter) -> Any:
        """Return the laid out letter, where need be after some rounds that tell what is to begin a page."""
        new_pages: set[int] | None = None
        while True:
            whole = page.read(html.write_paged(letter, new_pages), self._fetcher)
            with notes.kept_with_their_calls(added=self._notes_added):
                drawn = whole.render(stylesheets=self._looks, font_config=self._fonts, pdf_variant=VARIANT)
            if not notes.as_foretold(drawn.pages):  # a style sheet that sets them in another way
                self._notes_added = False
            elif letter.notes_kind == "endnotes" or not pages.strayed(drawn.pages):
                break
            elif new_pages is None:
                new_pages = set()
            else:
                start = pages.intruder(drawn.pages)
                if start is None or start in new_pages:
                    break
                new_pages.add(start)
        pages.refuse_hidden_notes(drawn.pages)
        pages.forget_starts(drawn.pages)
        return drawn

    def _look(self, css: str) -> Any:
        return self._weasyprint.CSS(string=css, url_fetcher=self._fetcher, font_config=self._fonts)

    def _sources(self, letter: Letter, created: dt.date) -> list[Any]:
        """Return, as the file to attach, what the letter's record says of the works it cites."""
        csl = letter.record.get("csl")
        if not csl:
            return []
        noon = dt.datetime.combine(created, dt.time(12), dt.UTC)
        attachment = self._weasyprint.Attachment(
            string=json.dumps(csl, ensure_ascii=False, indent=2, sort_keys=True) + "\n",
            url_fetcher=self._fetcher,
            name=SOURCES,
            description="The sources that this letter cites, as CSL-JSON",
            relationship="Supplement",
            created=noon,
            modified=noon,
        )
        return [attachment]


def _finish(document: Any, pdf: Any) -> None:
    """Complete the objects of a PDF just before they are written, as WeasyPrint lets its callers do."""
    tags.finish(document, pdf)
    objects.keep(pdf)
