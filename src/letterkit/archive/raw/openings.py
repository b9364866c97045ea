"""Recognises what kind of document opens so; the text given is decoded as well as it goes."""

from __future__ import annotations

import re

from letterkit.archive.raw.xmlguard import prolog

_FEEDS = {"rss", "feed", "RDF", "channel"}
_PAGES = frozenset(
    ["html", "head", "body", "article", "main", "section", "div", "p", "h1", "h2", "title", "meta"]
)
_PROLOG = re.compile(r"<!DOCTYPE[^<>\[]*\[.*?\]\s*>|<[!?][^<>]*>|\s|\ufeff", re.DOTALL | re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OTHERS = (
    ("\ufffd\ufffd\x11", "it is an old or a locked Office file: save it as .docx without a password"),
    ("{\\rtf", "it is RTF: save it as .docx"),
    ("MIME-Version:", "it is a web archive: save the page as HTML alone"),
    ("From: <Saved by", "it is a web archive: save the page as HTML alone"),
    ("{", "it is JSON: references from Zotero are taken by `letterkit sources import`"),
    ("[", "it is JSON: references from Zotero are taken by `letterkit sources import`"),
    ("<", "it is XML of another kind"),
)


def is_feed(opening: str) -> bool:
    """Tell whether it is an RSS or Atom feed."""
    return prolog(opening)[1] in _FEEDS


def is_page(opening: str) -> bool:
    """Tell whether it is a web page or a piece of one."""
    before, root = prolog(opening)
    return root.lower() in _PAGES and not _PROLOG.sub("", before)


def is_pdf(opening: str) -> bool:
    """Tell whether it is a PDF."""
    return "%PDF-" in opening[:1024]


def is_docx(opening: str) -> bool:
    """Tell whether it is a zip archive; one that is not Word's is refused in reading."""
    return opening.startswith("PK\x03\x04")


def is_text(opening: str) -> bool:
    """Tell whether it can be read as plain text."""
    marked_up = re.match(
        r"\s*(?:<[!?/a-zA-Z]|[{\[]\s*(?:[\"{\[]|\\rtf))|MIME-Version:|From: <Saved by", opening
    )
    return bool(opening.strip()) and not _CONTROL.search(opening) and marked_up is None


def what_else(opening: str) -> str:
    """Return what a document is that no reader knows, with what to do; nothing when that is unknown."""
    start = opening.lstrip("\ufeff \r\n\t")
    return next((says for mark, says in _OTHERS if start.startswith(mark)), "")
