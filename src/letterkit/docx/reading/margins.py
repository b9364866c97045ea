"""What stands above and below the text: the head of later pages, the letterhead that is a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.docx.reading.findings import finding, quoted
from letterkit.letter.model import Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.docx.reading.document import Document, Head
    from letterkit.findings import Finding
    from letterkit.letter.model import Line


def running(document: Document) -> tuple[str, ...]:
    """Return the head of every page but the first, without the page's number."""
    heads = [head for head in _headers(document) if head.kind == "default"]
    return (heads[0].running or heads[0].words) if heads else ()


def top(document: Document, letterhead: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines that the header of the first page adds to a letterhead.

    A header that all pages show is the letterhead only where the text begins without one.
    """
    present = {plain(line).strip() for line in letterhead}
    words = [
        text
        for head in _headers(document)
        if head.on_first and (head.kind == "first" or not letterhead)
        for text in head.words
    ]
    return tuple((Text(text),) for text in words if text.strip() not in present)


def margin_findings(document: Document) -> Iterator[Finding]:
    """Yield what stands in headers and footers and is neither letterhead nor running head."""
    carried = {
        *running(document),
        *(text for head in _headers(document) if head.on_first for text in head.words),
    }
    for head in document.heads:
        lost = [text for text in head.words if head.shown and (head.footer or text not in carried)]
        if lost and head.footer:
            hint = "put these words into the letterhead, or take the footer away"
            yield finding("footer", "error", f"the footer would be lost: {quoted(' '.join(lost))}", 0, hint)
        elif lost:
            message = f"these words of a header would be lost: {quoted(' '.join(lost))}"
            yield finding("header", "warning", message, 0, "put them into the text, or take them away")


def _headers(document: Document) -> list[Head]:
    return [head for head in document.heads if head.shown and not head.footer]
