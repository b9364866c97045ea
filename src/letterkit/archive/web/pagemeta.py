"""Reads what a web page says about itself: in its head, in JSON-LD, in the attributes of its elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from letterkit.archive.about.address import absolute, clean
from letterkit.archive.about.dates import moment

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)"
)
_ARTICLES = re.compile(r"Article|Report|BlogPosting|PressRelease|ScholarlyArticle|Statement", re.IGNORECASE)
_PUBLISHED = (
    *("citation_publication_date", "citation_online_date", "citation_date", "article:published_time"),
    *("og:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued"),
    *(
        "dcterms.created",
        "dc.date",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publish-date",
        "publishdate",
    ),
    *("publication_date", "cxenseparse:recs:publishtime", "date"),
)
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_SURELY_PUBLISHED = "time[datetime][pubdate], [itemprop=datePublished], time.published[datetime]"


@dataclass
class PageMeta:
    """The texts of a page about itself by their names in small letters, and its first JSON-LD of a work."""

    tree: LexborHTMLParser
    html: str
    metas: dict[str, list[str]] = field(default_factory=dict)
    ld: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: LexborHTMLParser, html: str) -> PageMeta:
        """Collect them from a parsed page."""
        found = cls(tree, html)
        for node in tree.css("meta"):
            attributes = node.attributes
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            content = " ".join((attributes.get("content") or "").split())
            if name and content:
                found.metas.setdefault(name.lower(), []).append(content)
        found.ld = next(_works(tree), {})
        return found

    def first(self, *names: str) -> str:
        """Return the first text among these names, in their order."""
        return next((self.metas[name][0] for name in names if name in self.metas), "")

    def site(self) -> str:
        """Return the name of the site."""
        return self.first("og:site_name", "application-name")

    def publisher(self) -> str:
        """Return who publishes the page, as far as it says so."""
        named = self.first(
            "citation_publisher", "citation_technical_report_institution", "dcterms.publisher", "dc.publisher"
        )
        return named or next(_names(self.ld.get("publisher")), "") or self.first("og:site_name")

    def title(self, headline: str) -> str:
        """Return the title, without the name of the site where that is put behind or before it."""
        given = (
            self.first("citation_title")
            or _text(self.ld.get("headline"))
            or self.first("og:title", "twitter:title")
        )
        node = self.tree.css_first("title")
        title = given or headline or (" ".join(node.text().split()) if node else "")
        for site in filter(None, (self.site(), self.publisher())):
            name = re.escape(site)
            title = re.sub(rf"\s+[-–—|•·»:]+\s+{name}$|^{name}\s+[-–—|•·»:]+\s+", "", title)
        return title

    def authors(self) -> list[str]:
        """Return what the page gives as its authors, whatever it is."""
        if "citation_author" in self.metas:
            return self.metas["citation_author"]
        names = ("author", "dcterms.creator", "dc.creator", "article:author")
        given = [text for name in names for text in self.metas.get(name, [])]
        return list(_names(self.ld.get("author"))) or given

    def published(self) -> list[tuple[str, datetime | date]]:
        """Return every day on which the page says it was published, the weightiest word first."""
        texts = [(name, self.first(name)) for name in _PUBLISHED]
        texts.insert(4, ("JSON-LD datePublished", _text(self.ld.get("datePublished"))))
        texts += [("time", text) for text in self._times(_SURELY_PUBLISHED)]
        times = self._times("article time[datetime], main time[datetime]")
        if len({text[:10] for text in times}) == 1:
            texts.append(("time", times[0]))
        read = ((name, moment(_dashed(text))) for name, text in texts if text)
        return [(name, when) for name, when in read if when is not None]

    def _times(self, selector: str) -> list[str]:
        found = (node.attributes for node in self.tree.css(selector))
        return [each.get("datetime") or each.get("content") or "" for each in found]

    def changed(self) -> datetime | date | None:
        """Return when the page says it was last changed."""
        return moment(_dashed(self.first(*_CHANGED) or _text(self.ld.get("dateModified"))))

    def language(self) -> str:
        """Return the language of the page."""
        root = self.tree.css_first("html")
        return (root.attributes.get("lang") if root else "") or self.first(
            "og:locale", "dc.language", "content-language"
        )

    def address(self) -> str | None:
        """Return the address of the page: the one it calls canonical, else the one it was saved from."""
        saved = _SAVED_FROM.search(self.html, 0, 4096)
        base = clean(saved[1].rstrip("->")) if saved else None
        canonical = self.tree.css_first("link[rel=canonical]")
        for text in (canonical.attributes.get("href") if canonical else None, self.first("og:url")):
            if found := absolute(text, base):
                return clean(found)
        return base


def _dashed(text: str) -> str:
    """Return a date of the form 2021/01/14 with dashes."""
    return re.sub(
        r"^(\d{4})/(\d\d?)/(\d\d?)$", lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}", text.strip()
    )


def _works(tree: LexborHTMLParser) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON-LD descriptions of works in a page."""
    for node in tree.css("script[type='application/ld+json']"):
        try:
            data = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _flat(data):
            if _ARTICLES.search(" ".join(_listed(each.get("@type")))):
                yield each


def _flat(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, dict):
        yield data
        data = data.get("@graph")
    yield from (each for each in data if isinstance(each, dict)) if isinstance(data, list) else ()


def _names(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        yield from (text for text in _listed(name) if text)


def _listed(value: Any) -> Iterable[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
