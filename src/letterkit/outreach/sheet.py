"""A list of recipients as CSV: bytes to rows and back, whatever a spreadsheet did to them on the way.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it, and read without.
"""

from __future__ import annotations

import codecs
import csv
import difflib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from letterkit.findings import Finding, Place, did_you_mean

COLUMNS = (
    "id", "honorific", "full_name", "surname", "office", "organisation", "address", "salutation", "email",
    "claims",
)  # fmt: skip
# A list may also say what letters the recipient gets, where its id is not in the library.
FURTHER = ("audience",)
_RUNS = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # the last four are these signs in full width
_QUOTED = re.compile(r'[",;\t\r\n]')
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row that says something: its number as a spreadsheet counts, the line it begins on, its cells."""

    number: int
    place: Place
    cells: Mapping[str, str]


def write(rows: Iterable[Mapping[str, str]]) -> str:
    """Return rows as CSV under the heading of the template; a missing cell is empty."""
    return table([COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in rows)])


def table(lines: Iterable[Iterable[str]]) -> str:
    """Return lines of cells as CSV that no spreadsheet runs; cells that begin with apostrophes show which."""
    return "".join(",".join(map(_written, line)) + "\r\n" for line in lines)


def read(data: bytes, file: str) -> tuple[list[Row], list[Finding]]:
    """Return the rows of a CSV file, and what is wrong with it as a table."""
    findings: list[Finding] = []
    text = _decoded(data, file, findings)
    lines = list(_lines(text, file, findings))
    if not lines:
        if not findings:
            findings.append(_error("csv-empty", "the list is empty", Place(file, 1), _TEMPLATE))
        return [], findings
    (_, place, heading), *rest = lines
    names = [name.strip().casefold() for name in heading]
    findings += _headings(names, place)
    names = [_meant(name, names) for name in names]
    rows = [_row(number, place, names, line, findings) for number, place, line in rest if any(line)]
    if not rows and not findings:
        findings.append(_error("csv-empty", "the list holds no recipient", Place(file, 1), _TEMPLATE))
    return rows, findings


_TEMPLATE = "`letterkit recipients export --template` writes an example"


def _written(cell: str) -> str:
    """Return a cell that no spreadsheet runs, in quotes where it holds what divides cells."""
    safe = f"'{cell}" if _RUNS.match(cell) else cell
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe


def _plain(cell: str) -> str:
    cell = cell.strip(" \u00a0")
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


def _decoded(data: bytes, file: str, findings: list[Finding]) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = Place(file, data[: error.start].count(b"\n") + 1)
        message = "this is not UTF-8, and its letters cannot be told for certain"
        hint = "save the list as “CSV UTF-8”"
        findings.append(_error("csv-encoding", message, place, hint))
        return ""


def _lines(text: str, file: str, findings: list[Finding]) -> Iterator[tuple[int, Place, list[str]]]:
    """Yield number, place and cells of each row; whatever divides most of the first line divides them."""
    first = text.partition("\n")[0]
    divider = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True)
    number, line = 0, 1
    try:
        for cells in reader:
            number += 1
            yield number, Place(file, line), [_plain(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "look for a quotation mark that is not closed, or a file that is no CSV"
        place = Place(file, line)
        findings.append(_error("csv-syntax", f"row {number + 1} cannot be read: {error}", place, hint))


def _meant(name: str, names: Sequence[str]) -> str:
    """Return the column that a misspelt one stands for, so that its cells are looked at in the same run."""
    near = difflib.get_close_matches(name, [*COLUMNS, *FURTHER], n=1) if name else []
    return near[0] if near and near[0] not in names else name


def _headings(names: Sequence[str], place: Place) -> Iterator[Finding]:
    """Yield columns that are unknown, named twice, or missing."""
    known = (*COLUMNS, *FURTHER)
    for name, times in Counter(names).items():
        if name and name not in known:
            hint = did_you_mean(name, known) or f"columns: {', '.join(known)}"
            yield _error("unknown-column", f"row 1: unknown column '{name}'", place, hint)
        elif name and times > 1:
            yield _error("duplicate-column", f"row 1: the column '{name}' stands twice", place, "keep one")
    if "id" not in names:
        yield _error("missing-column", "row 1: the column 'id' is missing", place, _TEMPLATE)


def _row(
    number: int, place: Place, names: Sequence[str], line: Sequence[str], findings: list[Finding]
) -> Row:
    beyond = [cell for cell in line[len(names) :] if cell]
    if beyond:
        message = f"row {number}: '{beyond[0]}' stands beyond the last column"
        hint = "put a cell with a comma in quotation marks"
        findings.append(_error("extra-cell", message, place, hint))
    return Row(number, place, dict(zip(names, (*line, *[""] * len(names)), strict=False)))


def _error(rule: str, message: str, place: Place, hint: str) -> Finding:
    return Finding(rule, "error", message, place, hint)
