"""The members of the United States Congress, from the public congress-legislators files to recipients.

Reads what an inside address and a salutation need, and the terms and seats that decide it; telephone and fax
numbers, e-mail addresses, contact forms and accounts are never taken over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from letterkit.findings import Finding, Place, has_errors
from letterkit.library import edtf, yamlfile
from letterkit.library.contact import has_contact_data
from letterkit.library.explain import explain
from letterkit.library.model import Recipient
from letterkit.library.states import TERRITORIES, state_name
from letterkit.outreach import committees, postal
from letterkit.outreach.names import formal, one_line, slug, text

_TYPES = {"sen": "senate", "rep": "house"}
_SPEAKER = "Speaker of the House"
_SHORT = {"Senator": "sen", "Representative": "rep", "Delegate": "del", "Resident Commissioner": "rc"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What the files give: recipients in their order, and what there is to know; empty when there are errors."""

    recipients: tuple[Recipient, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass
class _Files:
    members: list[tuple[str, yamlfile.YamlFile]] = field(default_factory=list)
    committees: tuple[str, yamlfile.YamlFile] | None = None
    membership: tuple[str, yamlfile.YamlFile] | None = None
    findings: list[Finding] = field(default_factory=list)


def read(files: Sequence[tuple[str, str]], as_of: date) -> Imported:
    """Read files, each a name and a text, that show Congress as of a day; what a file holds shows by itself."""
    sorted_out = _sort_out(files)
    entries = [
        (entry, Place(name, parsed.line((number,))))
        for name, parsed in sorted_out.members
        for number, entry in enumerate(parsed.data)
    ]
    reader = _Reader(as_of, sorted_out.findings)
    known = {text(_part(entry, "id"), "bioguide") for entry, _ in entries if isinstance(entry, dict)}
    seated = committees.read(committees.Files(sorted_out.committees, sorted_out.membership), known)
    reader.findings += seated.findings
    members = [member for entry, place in entries for member in reader.member(entry, place, seated.seats)]
    offices = [office for data, place in seated.offices for office in reader.typed(data, place)]
    reader.tell_ids_apart([*members, *offices])
    if has_errors(reader.findings):
        return Imported(findings=tuple(reader.findings))
    return Imported((*sorted(members, key=_order), *offices), tuple(reader.findings))


def _sort_out(files: Sequence[tuple[str, str]]) -> _Files:
    """Tell members, committees, membership and district offices by what stands in them."""
    found = _Files()
    for name, content in files:
        parsed = yamlfile.read(content, name)
        found.findings += parsed.findings
        first = _first(parsed.data)
        if "terms" in first:
            found.members.append((name, parsed))
        elif "thomas_id" in first:
            found.committees = (name, parsed)
        elif "bioguide" in first and isinstance(parsed.data, dict):
            found.membership = (name, parsed)
        elif "offices" in first:
            found.findings.append(Finding("ignored", "info", "district offices are not used", Place(name)))
        elif not parsed.findings:
            message = "this is none of the congress-legislators files"
            hint = "give legislators-current.yaml, with --committees and --membership if you like"
            found.findings.append(Finding("not-congress", "error", message, Place(name, 1), hint))
    if not found.members and not has_errors(found.findings):
        hint = "give legislators-current.yaml"
        found.findings.append(Finding("not-congress", "error", "no file holds members", Place(), hint))
    return found


def _first(data: Any) -> Mapping[str, Any]:
    """Return the first entry of a file, whether it is a list or lists under keys."""
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list) and value), None)
    return data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}


def _part(entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = entry.get(key)
    return value if isinstance(value, dict) else {}


def _order(recipient: Recipient) -> tuple[object, ...]:
    term = recipient.holders[0].terms[-1]
    return (term.chamber != "senate", term.state, term.district or term.class_ or 0, recipient.id)
