"""The letter as one HTML page: what each part is.  How it looks is the style sheet's business."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from html import escape
from itertools import count, zip_longest

from letterkit.letter.model import Heading, Letter, Line, ListBlock
from letterkit.pdf.inlines import Inlines, refuse_unprintable

LONGEST_CELL = 12  # lines; no page breaks inside what stands side by side
# A browser shows the page and nothing else: no script, no picture, no second file.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(letter: Letter, css: str) -> str:
    """Return a page that stands alone; its notes are a list at the end, linked both ways with their calls."""
    style = css.replace("</", "<\\/")  # the one thing that could end the style sheet early
    policy = f"{POLICY}; img-src data:" if letter.pictures else POLICY
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<style>\n{style}</style>\n"
    )
    return _document(letter, head, _body(letter, Inlines(letter, paged=False), Starts()))


def write_paged(letter: Letter, new_pages: Container[int] | None = None) -> str:
    """Return the page to be laid out on paper, well-formed XML: with a running head, without a style sheet.

    Footnotes stand beside their calls, in spans that the style sheet floats; endnotes are a list at the end.
    With `new_pages`, what may begin a page has the id start-N, and those N that are in it the class new-page.
    """
    inlines = Inlines(letter, paged=True)
    parts = "".join(f"<span>{inlines.words(part)}</span>" for part in letter.running)
    running = f'<div class="running">{inlines.pictures("running")}{parts}<span class="page"></span></div>\n'
    return _document(letter, "", running + _body(letter, inlines, Starts(new_pages)))


class Starts:
    """Numbers, on paper, the blocks that may begin a page: those of the body that no other leads in."""

    def __init__(self, new_pages: Container[int] | None = None) -> None:
        self._new_pages = new_pages
        self._numbers = count()

    def attributes(self, name: str = "", *, led_in: bool = False) -> str:
        """Return the class and id of the next block, with a space before each."""
        identity = ""
        if self._new_pages is not None and not led_in:
            number = next(self._numbers)
            identity = f' id="start-{number}"'
            name += " new-page" if number in self._new_pages else ""
        return (f' class="{name.strip()}"' if name else "") + identity


def _document(letter: Letter, head: str, body: str) -> str:
    for said in (letter.language, letter.title, letter.author):
        refuse_unprintable(said)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(letter.language)}">\n<head>\n<meta charset="utf-8"/>\n'
        f"<title>{escape(letter.title)}</title>\n"
        f'<meta name="author" content="{escape(letter.author)}"/>\n'
        '<meta name="generator" content="letterkit"/>\n'
        f"{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _body(letter: Letter, inlines: Inlines, starts: Starts) -> str:
    """Return the parts of the letter; they are written in reading order, since `inlines` counts calls."""
    main = _opening(letter, inlines) + "".join(_blocks(letter, inlines, starts)) + _ending(letter, inlines)
    uncalled = inlines.uncalled()
    main += f'<p class="uncalled">{uncalled}</p>\n' if uncalled else ""
    return f"{_letterhead(letter, inlines)}<main>\n{main}</main>\n{_endnotes(letter, inlines)}"


def _letterhead(letter: Letter, inlines: Inlines) -> str:
    pictures = inlines.pictures("letterhead")
    if not letter.letterhead and not pictures:
        return ""
    name, *contact = letter.letterhead or ((),)
    logo = f'<p class="logo">{pictures}</p>\n' if pictures else ""
    address = f'<address class="contact">{_lines(contact, inlines)}</address>\n' if contact else ""
    return f'<header class="letterhead">\n{logo}{_p("organization", name, inlines)}{address}</header>\n'


def _opening(letter: Letter, inlines: Inlines) -> str:
    subject = inlines.line(letter.subject)
    return (
        _p("date", letter.date, inlines)
        + _p("delivery", letter.delivery, inlines)
        + _side_by_side(letter.addressees, [_group("addressee", each, inlines) for each in letter.addressees])
        + (f'<h1 class="subject"><span class="re">Re: </span>{subject}</h1>\n' if subject else "")
        + _p("salutation", letter.salutation, inlines)
    )


def _ending(letter: Letter, inlines: Inlines) -> str:
    end = _p("closing", letter.close, inlines) + _signatures(letter, inlines)
    return (
        (f'<div class="end">\n{end}</div>\n' if end else "")
        + _group("enclosures", letter.enclosures, inlines)
        + _group("copies", letter.copies, inlines)
    )


def _blocks(letter: Letter, inlines: Inlines, starts: Starts) -> Iterator[str]:
    first = 2 if letter.subject else 1  # the subject is a heading as well; no level may be left out
    level = first - 1
    led_in = False
    for block, following in zip_longest(letter.body, letter.body[1:]):
        if isinstance(block, Heading):
            level = max(first, min(block.level, level + 1, 6))
            yield f"<h{level}{starts.attributes(led_in=led_in)}>{inlines.line(block.content)}</h{level}>\n"
            led_in = True
        elif isinstance(block, ListBlock):
            yield _list(block, inlines, starts, led_in=led_in)
            led_in = False
        elif block.content:
            leads = isinstance(following, ListBlock)
            attributes = starts.attributes("lead-in" if leads else "", led_in=led_in)
            yield f"<p{attributes}>{inlines.line(block.content)}</p>\n"
            led_in = leads


def _list(block: ListBlock, inlines: Inlines, starts: Starts, *, led_in: bool) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li{starts.attributes(led_in=led_in and not number)}>{inlines.line(item)}</li>\n"
        for number, item in enumerate(block.items)
    )
    return f"<{tag}>\n{items}</{tag}>\n"


def _endnotes(letter: Letter, inlines: Inlines) -> str:
    if inlines.floating or not letter.notes:
        return ""
    items = "".join(f'<li id="note-{note.number}">{inlines.note(note)}</li>\n' for note in letter.notes)
    opening = '<section class="endnotes" role="doc-endnotes" aria-label="Notes">'
    return f"{opening}\n<ol>\n{items}</ol>\n</section>\n"


def _signatures(letter: Letter, inlines: Inlines) -> str:
    """Return the signatures, each below its pictures; pictures of none stand alone."""
    written = []
    for number, group in enumerate(letter.signatures or ((),), 1):
        pictures = inlines.pictures("signature", number)
        autograph = f'<p class="autograph">{pictures}</p>\n' if pictures else ""
        written.append(autograph + _group("signature", group, inlines))
    return _side_by_side(letter.signatures, written)


def _side_by_side(groups: tuple[tuple[Line, ...], ...], written: list[str]) -> str:
    """Return groups of lines, two or more in cells beside each other unless one is too long for that."""
    if len(groups) < 2 or max(map(len, groups)) > LONGEST_CELL:
        return "".join(written)
    cells = "".join(f'<div class="cell">\n{group}</div>\n' for group in written)
    return f'<div class="cells">\n{cells}</div>\n'


def _group(name: str, group: Iterable[Line], inlines: Inlines) -> str:
    lines = _lines(group, inlines)
    return f'<p class="{name}">{lines}</p>\n' if lines else ""


def _lines(group: Iterable[Line], inlines: Inlines) -> str:
    return "<br/>\n".join(inlines.line(line) for line in group)


def _p(name: str, content: Line, inlines: Inlines) -> str:
    return f'<p class="{name}">{inlines.line(content)}</p>\n' if content else ""
