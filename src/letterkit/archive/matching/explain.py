"""Puts a verdict into words: what is wrong with a quote, and what to do."""

from __future__ import annotations

from letterkit.archive.matching.verdict import Difference, Nearest, Passage, Reason, Status, Verdict

_SHOWN = 6  # differences and places that a hint lists


def explain(verdict: Verdict) -> tuple[str, str]:
    """Return a message and a hint; both are empty for a quote that is found."""
    shown = _places(verdict.passages)
    match verdict.status:
        case Status.FOUND:
            return "", ""
        case Status.UNCHECKED:
            return "the quote is unchecked: there is no original", "archive the source and pin its sha256"
        case Status.AMBIGUOUS:
            return f"the quote stands at {len(verdict.passages)} places", f"quote more: {shown}"
        case Status.WRONG_ITEM:
            items = dict.fromkeys(str(passage.item) for passage in verdict.passages)
            return f"the quote stands in another item: {', '.join(items)}", f"cite that source: {shown}"
        case Status.NOT_FOUND:
            return _not_found(verdict, shown)


def _not_found(verdict: Verdict, shown: str) -> tuple[str, str]:
    kinds = ", ".join(dict.fromkeys(str(passage.kind) for passage in verdict.passages))
    says = {
        Reason.EMPTY: ("the quote is empty", "write the exact words of the source"),
        Reason.NO_ITEM: (
            f"the document has no item {verdict.item}",
            "copy the item's link from the document",
        ),
        Reason.MASKED: ("the quote holds a masked telephone number or e-mail address", "leave that out"),
        Reason.ACROSS_PARAGRAPHS: (
            "the quote goes over the border of a paragraph",
            f"make two quotes of it, the first up to the end of {shown}",
        ),
        Reason.INSIDE_WORD: (
            "the quote begins or ends inside a word or number",
            f"quote whole words, as printed: {shown}",
        ),
        Reason.NOT_QUOTABLE: (
            f"the quote stands only in a passage that is not quotable: {kinds}",
            f"quote the text itself, not {shown}",
        ),
        Reason.EARLIER: (
            "the quote stood in an earlier version of the source, not in the latest",
            _nearest(verdict.nearest),
        ),
        Reason.ABSENT: ("the quote does not stand in the source", _nearest(verdict.nearest)),
    }
    return says[verdict.reason or Reason.ABSENT]


def _nearest(nearest: Nearest | None) -> str:
    if nearest is None:
        return "nothing in the source is like it"
    page = f" ({nearest.passage.page})" if nearest.passage.page else ""
    changes = [_difference(difference) for difference in nearest.differences[:_SHOWN]]
    if len(nearest.differences) > _SHOWN:
        changes.append("…")
    return "; ".join([f"nearest passage: “{' '.join(nearest.passage.text.split())}”{page}", *changes])


def _difference(difference: Difference) -> str:
    if not difference.source:
        return f"the source lacks “{difference.quote}”"
    if not difference.quote:
        return f"the source also has “{difference.source}”"
    return f"the source has “{difference.source}”, the quote “{difference.quote}”"


def _places(passages: tuple[Passage, ...]) -> str:
    return "; ".join(map(_place, passages[:_SHOWN]))


def _place(passage: Passage) -> str:
    return f"“{passage.context}”" + (f" ({passage.page})" if passage.page else "")
