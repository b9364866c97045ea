"""Puts the lines of a report into paragraphs, over the end of columns and pages where a sentence goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from letterkit.archive.model import Block, Kind, Page
from letterkit.archive.pdf.hyphens import HYPHENS, Hyphens
from letterkit.archive.pdf.rows import Line

_BULLET = re.compile(r"[•‣◦▪●∙■□➢➤✓\uf0b7\uf0a7]\s*|[–—-]\s(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s|\(\w{1,3}\)\s")
_NOTE = re.compile(r"(\d{1,3}|[*†‡§]+)\.?\s*(?=\S)")
_CAPTION = re.compile(
    r"(?:figure|fig\.|photo|photograph|map|table|image|source|graphic|chart)\b", re.IGNORECASE
)
_CONTENTS = re.compile(
    r"(?:\.{4}|…{2}|(?: \.){4}|·{4})[\s.…·]*(?:\d{1,4}|[ivxlc]{1,7})?$"
)  # a line of the contents
_ENDS = (".", "!", "?", ":", ";", ".”", "?”", "!”", '."', '?"', ".)", ".’", ".'")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, each with its page."""

    kind: Kind
    lines: list[Line]
    pages: list[Page]


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """Return the size in which most of a report is printed."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def paragraphs(lines: Sequence[Line], page: Page, body: float, furniture: set[int]) -> list[Paragraph]:
    """Return the paragraphs of a page, last its furniture: those lines whose `id` is given."""
    text = [line for line in lines if id(line) not in furniture]
    edges = [Paragraph(Kind.BOILERPLATE, [line], [page]) for line in lines if id(line) in furniture]
    shapes = _shapes(text)
    found: list[Paragraph] = []
    for line in text:
        if found and not _begins(found[-1].lines[-1], line, shapes, body):
            found[-1].lines.append(line)
            found[-1].pages.append(page)
        else:
            found.append(Paragraph(Kind.PARAGRAPH, [line], [page]))
    all_bold = sum(len(line.text) for line in text if line.bold) > sum(len(line.text) for line in text) / 2
    for paragraph in found:
        paragraph.kind = _kind(paragraph, body, all_bold=all_bold)
    _mark_notes(found, body)
    return [*found, *edges]


@dataclass(slots=True)
class _Shape:
    """Where the lines of a column begin and end, and how far apart they usually stand."""

    x: float
    end: float
    step: float


def _shapes(lines: Sequence[Line]) -> dict[int, _Shape]:
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    shapes = {}
    for number, column in columns.items():
        between = ((above.y - below.y, below.size) for above, below in pairwise(column))
        steps = [step for step, size in between if 0.5 * size < step < 2.5 * size]
        shapes[number] = _Shape(
            min(line.x for line in column),
            max(line.end for line in column),
            min(median(steps), 1.6 * median(line.size for line in column)) if steps else 1.2 * column[0].size,
        )
    return shapes


def _begins(above: Line, line: Line, shapes: dict[int, _Shape], body: float) -> bool:
    """Tell whether a line begins a paragraph."""
    step = above.y - line.y
    if line.apart or above.apart or _CONTENTS.search(above.text) or _CONTENTS.search(line.text):
        return True
    if _differs(above, line):
        return step >= 0.1 * line.size
    if line.column != above.column:
        return not (line.size > 1.12 * body and 0 < step < 1.5 * line.size)
    shape = shapes[line.column]
    full = above.end > shape.end - max(0.12 * (shape.end - shape.x), 2 * line.size)
    mid_sentence = full and not above.text.endswith(_ENDS)  # the call of a note drives lines apart
    far = step > (1.75 if mid_sentence else 1.3) * shape.step or step < 0
    return far or _looks_begun(above, line, shape, full=full)


def _differs(above: Line, line: Line) -> bool:
    """Tell whether two lines are set in another print; recognised text is never quite of one size."""
    ratio = line.size / above.size
    if line.bold != above.bold or not 0.7 < ratio < 1.4:
        return True
    goes_on = line.text[:1].islower() and not above.text.endswith(_ENDS)
    return not goes_on and not 0.88 < ratio < 1.14


def _looks_begun(above: Line, line: Line, shape: _Shape, *, full: bool) -> bool:
    """Tell whether a line begins a paragraph by its first sign, its indent, or the short line above."""
    if _BULLET.match(line.text):
        return True
    if _NUMBERED.match(line.text) and (above.text.endswith(_ENDS) or not full):
        return True
    indent = 0.7 * line.size
    if line.x - above.x > indent and above.x - shape.x < indent and not _hangs(above.text):
        return True
    return not full and above.text.endswith(_ENDS) and not above.text.endswith((";", ":"))


def _hangs(text: str) -> bool:
    """Tell whether the lines after this one are set in, as after a bullet or a number."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text) or _NOTE.match(text))


def _kind(paragraph: Paragraph, body: float, *, all_bold: bool) -> Kind:
    first, text = paragraph.lines[0], " ".join(line.text for line in paragraph.lines)
    if _CONTENTS.search(first.text):
        return Kind.BOILERPLATE
    if _BULLET.match(first.text):
        return Kind.BULLET
    if first.size < 0.97 * body and _CAPTION.match(text) and len(text) < 400:
        return Kind.CAPTION
    large = first.size > 1.12 * body and len(text) <= 300
    bold = (
        first.bold
        and not all_bold
        and first.size > 0.95 * body
        and len(paragraph.lines) <= 3
        and len(text) <= 200
    )
    if (large or bold) and not text.endswith((".", ";", ",")) and re.search(r"\w{2}", text):
        return Kind.HEADING
    return Kind.PARAGRAPH


def _mark_notes(found: list[Paragraph], body: float) -> None:
    """Mark the notes at the foot of each column: small print, begun by a number, with no text below."""
    below: dict[int, bool] = {}
    for paragraph in reversed(found):
        first = paragraph.lines[0]
        small = first.size < 0.93 * body and paragraph.kind is not Kind.HEADING
        if not small:
            below[first.column] = True
        elif not below.get(first.column):
            paragraph.kind = Kind.NOTE if paragraph.kind is not Kind.CAPTION else paragraph.kind
    for column in {paragraph.lines[0].column for paragraph in found}:
        notes = [p for p in found if p.kind is Kind.NOTE and p.lines[0].column == column]
        for paragraph in notes:
            if _NOTE.match(paragraph.lines[0].text):
                break
            paragraph.kind = Kind.PARAGRAPH


def joined_over_pages(pages: Iterable[list[Paragraph]]) -> list[Paragraph]:
    """Return the paragraphs of all pages, those in one that go on in the next column or page."""
    found: list[Paragraph] = []
    last: Paragraph | None = None
    for page in pages:
        for paragraph in page:
            first_of_column = last is not None and paragraph.lines[0].column != last.lines[-1].column
            turned = last is not None and paragraph.pages[0] != last.pages[-1]
            if last is not None and (first_of_column or turned) and _goes_on(last, paragraph):
                last.lines += paragraph.lines
                last.pages += paragraph.pages
                continue
            found.append(paragraph)
            if paragraph.kind in {Kind.PARAGRAPH, Kind.BULLET, Kind.HEADING}:
                last = paragraph
    return found


def _goes_on(last: Paragraph, paragraph: Paragraph) -> bool:
    """Tell whether the sentence that a column breaks off goes on in a paragraph."""
    above, first = last.lines[-1], paragraph.lines[0]
    if last.kind is Kind.HEADING or paragraph.kind is not Kind.PARAGRAPH or above.apart or first.apart:
        return False
    if not 0.85 < first.size / above.size < 1.18 or above.text.endswith(_ENDS):
        return False
    return above.text.endswith(tuple(HYPHENS)) or first.text[:1].islower()


def blocks(found: Iterable[Paragraph], hyphens: Hyphens) -> Iterator[Block]:
    """Yield paragraphs as blocks with their pages; notes stand after the text of their page."""
    for paragraph in _notes_last(found):
        text = ""
        pages: list[tuple[int, Page]] = []
        for line, page in zip(paragraph.lines, paragraph.pages, strict=True):
            piece = (
                _BULLET.sub("", line.text, count=1)
                if not text and paragraph.kind is Kind.BULLET
                else line.text
            )
            text = hyphens.joined(text, piece) if text else piece
            if not pages or pages[-1][1] != page:
                pages.append((len(text) - len(piece) if pages else 0, page))
        text = text.replace("\x02", "-")
        if text.strip():
            yield Block(paragraph.kind, text, pages=tuple(pages))


def _notes_last(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    held: list[Paragraph] = []
    for paragraph in found:
        if held and paragraph.pages[0] != held[0].pages[0]:
            yield from held
            held = []
        if paragraph.kind is Kind.NOTE:
            held.append(paragraph)
        else:
            yield paragraph
    yield from held
