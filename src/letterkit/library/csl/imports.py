"""Reads CSL-JSON as Zotero writes it into sources without originals; what cannot be kept is said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from letterkit.archive import mask
from letterkit.archive.about.address import clean, key
from letterkit.archive.about.names import language_tag
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place
from letterkit.library.csl.dates import read_date
from letterkit.library.intake.ids import source_id
from letterkit.library.model import CslType, Source
from letterkit.library.store import Library

_TYPES = frozenset(get_args(CslType))
_KEPT = {
    "title-short": "title-short",
    "shortTitle": "title-short",
    "container-title": "container-title",
    "genre": "genre",
    "number": "number",
}
_READ = {
    "id",
    "type",
    "title",
    "author",
    "issued",
    "accessed",
    "publisher",
    "URL",
    "language",
    "note",
    "recipient",
    *_KEPT,
}
# Further variables that a citation may need, kept as they are.
_FURTHER = frozenset([
    "DOI", "ISBN", "ISSN", "archive", "authority", "chapter-number", "citation-key",
    "collection-number", "collection-title", "container-title-short", "edition", "event-place",
    "event-title", "issue", "jurisdiction", "medium", "number-of-pages", "page", "part-number",
    "publisher-place", "section", "source", "status", "version", "volume", "volume-title",
])  # fmt: skip
_NAME_PARTS = {"family", "given", "suffix", "dropping-particle", "non-dropping-particle"}
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)\b[^<>]*>")


@dataclass
class Imported:
    """The sources that a file brings, how many of its entries are known, and what was found."""

    sources: list[Source] = field(default_factory=list)
    known: list[tuple[str, str]] = field(default_factory=list)  # id in the library, and the entry's title
    findings: list[Finding] = field(default_factory=list)


def entries(data: bytes, name: str) -> list[Mapping[str, Any]]:
    """Return the entries of a file; raises LetterkitError when it is no CSL-JSON."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise LetterkitError(f"{name} is no JSON: {error}", "export from Zotero as CSL JSON") from None
    if isinstance(found, dict):
        found = found["items"] if isinstance(found.get("items"), list) else [found]
    if not isinstance(found, list) or not all(
        isinstance(each, dict) and ("type" in each or "title" in each) for each in found
    ):
        raise LetterkitError(
            f"{name} is no CSL-JSON: it holds no list of works with type and title",
            "export from Zotero as CSL JSON",
        )
    return found


def read(library: Library, data: bytes, name: str) -> Imported:
    """Return what the entries of a file bring to a library."""
    imported = Imported()
    sources = dict(library.sources)
    for number, entry in enumerate(entries(data, name), 1):
        place = Place(name)
        fields, findings = _fields(entry, number, place)
        imported.findings += findings
        if not fields:
            continue
        if same := _known(fields, sources.values()):
            imported.known.append((same, fields["title"]))
            continue
        by = fields.get("publisher") or _first_name(fields) or fields.get("container-title")
        new = source_id(by, fields.get("issued"), fields["title"], sources, sources.values())
        sources[new] = Source.model_validate({"id": new, **fields})
        imported.sources.append(sources[new])
    return imported


def _fields(entry: Mapping[str, Any], number: int, place: Place) -> tuple[dict[str, Any], list[Finding]]:
    title = _text(entry.get("title"))
    if not title:
        return {}, [
            Finding(
                "no-title",
                "warning",
                f"entry {number} has no title and was left out",
                place,
                "give it one in Zotero",
            )
        ]
    said: list[tuple[str, str]] = []
    fields = {
        "type": _type(entry, said),
        "title": title,
        **{ours: _text(entry.get(theirs)) for theirs, ours in _KEPT.items() if entry.get(theirs)},
        "publisher": _text(entry.get("publisher")),
        "author": list(_authors(entry.get("author"), said)),
        "issued": _date(entry, "issued", said),
        "accessed": _date(entry, "accessed", said),
        "URL": clean(_text(entry.get("URL"))),
        "kind": _text(entry.get("genre")).lower() or str(entry.get("type") or "document").replace("-", " "),
        "recipient": ", ".join(map(_called, _dicts(entry.get("recipient")))),
        "language": language_tag(_text(entry.get("language"))),
        "csl": _further(entry),
        "note": mask(_text(entry.get("note"))),
    }
    if fields["accessed"] and len(fields["accessed"]) < 10:
        fields["accessed"] = None
    said += _gaps(entry, fields)
    named = f"{title[:58].rstrip()} …" if len(title) > 60 else title
    findings = [Finding(rule, "warning", f"{message}: “{named}”", place) for rule, message in said]
    return {key_: value for key_, value in fields.items() if value}, findings


def _type(entry: Mapping[str, Any], said: list[tuple[str, str]]) -> str:
    given = str(entry.get("type") or "")
    if given in _TYPES:
        return given
    said.append(("unknown-type", f"'{given}' is no type of CSL; taken as a document"))
    return "document"


def _gaps(entry: Mapping[str, Any], fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not fields["publisher"]:
        yield "no-publisher", "it has no publisher"
    if not fields["issued"] and not entry.get("issued"):
        yield "no-date", "it has no date: without one no letter can cite it"
    if entry.get("URL") and not fields["URL"]:
        yield "no-address", "its URL is no web address and was left out"
    lost = sorted(
        key_ for key_, value in entry.items() if value and key_ not in _READ and key_ not in _FURTHER
    )
    if lost:
        yield "field-not-kept", f"not kept: {', '.join(lost)}"


def _date(entry: Mapping[str, Any], name: str, said: list[tuple[str, str]]) -> str | None:
    given = entry.get(name)
    if not given:
        return None
    read_as, problem = read_date(given)
    if problem:
        said.append((f"bad-{name}", f"its date ({name}) was left out: {problem}"))
    return read_as


def _authors(value: Any, said: list[tuple[str, str]]) -> Iterator[str | dict[str, str]]:
    for each in _dicts(value):
        parts = {part: _text(each[part]) for part in _NAME_PARTS if _text(each.get(part))}
        literal = _text(each.get("literal"))
        name = literal or " ".join(parts.values())
        if mask(name) != name:
            said.append(("contact-data", "an author's name holds contact data and was left out"))
        elif literal or set(parts) == {"given"}:
            yield literal or parts["given"]
        elif "family" in parts:
            yield parts if len(parts) > 1 else parts["family"]


def _first_name(fields: Mapping[str, Any]) -> str:
    first = next(iter(fields.get("author", ())), "")
    return first if isinstance(first, str) else str(first.get("family", ""))


def _called(name: Mapping[str, Any]) -> str:
    return _text(name.get("literal")) or f"{_text(name.get('given'))} {_text(name.get('family'))}".strip()


def _further(entry: Mapping[str, Any]) -> dict[str, str]:
    found = {name: _text(entry[name]) for name in sorted(_FURTHER & entry.keys()) if _text(entry.get(name))}
    own = re.sub(r".*/", "", _text(entry.get("id")))  # Zotero's carries the number of the user's account
    if own and re.fullmatch(r"[\w.:-]{1,80}", own):
        found.setdefault("citation-key", own)
    return {
        name: text for name, text in found.items() if mask(text) == text or name in {"DOI", "ISBN", "ISSN"}
    }


def _known(fields: Mapping[str, Any], sources: Any) -> str:
    """Return the id of the source that an entry is, by address, DOI, or title and date together."""
    address, doi = key(fields.get("URL")), fields.get("csl", {}).get("DOI", "").casefold()
    for source in sources:
        if address and address == key(source.url):
            return str(source.id)
        if doi and doi == source.csl.get("DOI", "").casefold():
            return str(source.id)
        same_title = fields["title"].casefold() == source.title.casefold()
        if same_title and (fields.get("issued") or "")[:10] == (source.issued or "")[:10]:
            return str(source.id)
    return ""


def _dicts(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    """Return a value as text on one line, without the tags that CSL allows in a title."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", _TAG.sub("", str(value))).split())
