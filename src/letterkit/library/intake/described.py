"""Turns a work of the archive into a source: what it says of itself in CSL's terms, and what it leaves open.

Nothing is guessed.  What is missing is a finding with the option that supplies it; what a document prints and
does not declare, such as a date below its title, is shown there and not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from letterkit.archive import Work, mask
from letterkit.archive.about.address import clean
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place, Severity
from letterkit.library.edtf import parse

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What a document of a kind is in CSL's terms, and the word for it.
_TYPES = {
    "pdf": ("report", "report"),
    "docx": ("report", "report"),
    "feed": ("webpage", "web page"),
    "flat-feed": ("webpage", "web page"),
    "html": ("webpage", "web page"),
    "letter-page": ("webpage", "web page"),
    "text": ("document", "text"),
}

_HINTS = {
    "no-title": "give --title",
    "title-unsure": "correct it with --title",
    "no-publisher": "give --publisher",
    "no-date": "give --issued YYYY-MM-DD: without it no letter can cite the source",
    "date-unsure": "give --issued if that is not right",
    "no-address": "give --url, if it has one",
    "changed-later": "what you quote may not have stood there before",
}
_SEVERITIES: Mapping[str, Severity] = {"no-title": "error", "changed-later": "info"}


@dataclass(frozen=True)
class Given:
    """What the person who archives a document says about it; it goes before what the document says."""

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    issued: str | None = None
    accessed: date | None = None
    source: str | None = None  # the id of the source that the document is the original of

    @property
    def of_one_work(self) -> list[str]:
        """The options that can be true of one work only."""
        options = {"--url": self.url, "--title": self.title, "--issued": self.issued, "--for": self.source}
        return [name for name, value in options.items() if value]


def checked(given: Given) -> Given:
    """Return what was given, its address cleaned; raises LetterkitError for what no source may hold."""
    for name, value in (("--publisher", given.publisher), ("--title", given.title)):
        if value is not None and (mask(value) != value or not value.strip()):
            raise LetterkitError(f"{name} holds contact data, or nothing", "give the name alone")
    if given.url is not None and clean(given.url) is None:
        raise LetterkitError(f"'{given.url}' is no web address", "it begins with https:// or http://")
    if given.issued is not None and not _is_date(given.issued):
        raise LetterkitError(
            f"'{given.issued}' is no date", "write 2020-10-17, 2020-10 or 2020-10-17T09:30:00+00:00"
        )
    return replace(given, url=clean(given.url))


def _is_date(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text) if "T" in text else "/" not in text and parse(text))
    except ValueError:
        return False


def described(work: Work, kind: str, given: Given, file: str) -> tuple[dict[str, Any], list[Finding]]:
    """Return the fields of a source but its id, and what could not be known; findings name the `file`."""
    about = work.about
    type_, word = _TYPES.get(kind, ("document", "document"))
    fields: dict[str, Any] = {
        "type": "report" if about.kind == "Report" else type_,
        "title": given.title or work.title or about.likely_title,
        "publisher": given.publisher or about.publisher,
        "author": [name for name in about.authors if name != (given.publisher or about.publisher)],
        "issued": given.issued or _iso(work.issued),
        "dated": _iso(work.dated) if work.dated != work.issued else None,
        "URL": given.url or work.link,
        "kind": about.kind.lower() if about.kind else word,
        "genre": about.kind,
        "number": about.number,
        "language": about.language,
    }
    named = {key: _plain(value) for key, value in fields.items() if value}
    return named, list(_findings(work, named, given, file))


def _plain(value: Any) -> Any:
    """Return a text without the control characters that no letter can print."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return " ".join(_CONTROL.sub(" ", value).split()) if isinstance(value, str) else value


def _iso(moment: datetime | date | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.replace(microsecond=0).isoformat()
    return moment.isoformat() if moment else None


def _findings(work: Work, fields: dict[str, Any], given: Given, file: str) -> Iterator[Finding]:
    name = fields.get("title") or work.item or "the work"
    short = name if len(name) <= 60 else f"{name[:58].rstrip()} …"
    about = work.about
    said = [("reading", remark) for remark in about.remarks]
    if given.issued is None:
        said += [("date-unsure", doubt) for doubt in about.doubts]
    if "title" not in fields:
        said.append(("no-title", "it does not say what it is called"))
    elif not (given.title or work.title):
        said.append(("title-unsure", "the title was read from its largest or first words"))
    said += _missing(work, fields)
    if about.modified:
        said.append(("changed-later", f"it was changed on {_iso(about.modified)}, after it was published"))
    for rule, message in said:
        hint = _HINTS.get(rule, "")
        yield Finding(rule, _SEVERITIES.get(rule, "warning"), f"{message}: “{short}”", Place(file), hint)


def _missing(work: Work, fields: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what nobody has said, with what the document shows instead."""
    about = work.about
    if "publisher" not in fields:
        seen = f"; it calls itself “{about.container}”" if about.container else ""
        yield "no-publisher", f"it does not say who published it{seen}"
    if "issued" not in fields:
        seen = f"; it prints {', '.join(about.seen_dates)}" if about.seen_dates else ""
        yield "no-date", f"it does not say when it was published{seen}"
    if "URL" not in fields:
        yield "no-address", "its address is not known"
