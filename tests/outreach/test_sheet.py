"""CSV: what is written is read back as it was, and what is no table is named."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outreach.capitol import rules

from letterkit.outreach.sheet import COLUMNS, read, write

HEADING = ",".join(COLUMNS)


def test_the_heading_is_that_of_the_template():
    assert HEADING == "id,honorific,full_name,surname,office,organisation,address,salutation,email,claims"
    assert write([]) == f"{HEADING}\r\n"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "\uff1d1+1", '=HYPERLINK("x","y")']
)
def test_a_cell_that_a_spreadsheet_would_run_is_escaped_and_read_back_as_itself(cell):
    text = write([{"id": "x", "full_name": cell}])
    (raw,) = list(csv.DictReader(io.StringIO(text, newline="")))
    assert raw["full_name"] == f"'{cell}"
    rows, findings = read(text.encode(), "x.csv")
    assert (rows[0].cells["full_name"], findings) == (cell, [])


def test_an_apostrophe_of_a_name_stays():
    rows, _ = read(b"id,full_name\nx,'t Hooft\n", "x.csv")
    assert rows[0].cells["full_name"] == "'t Hooft"


printable = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]) | st.sampled_from(" '=+-@\",;|"),
    max_size=20,
)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(COLUMNS[1:]), printable.map(str.strip), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_written_is_read_back(entries):
    written = [{"id": f"r{number}", **entry} for number, entry in enumerate(entries)]
    rows, findings = read(write(written).encode("utf-8-sig"), "x.csv")
    assert findings == []
    assert [{key: cell for key, cell in row.cells.items() if cell} for row in rows] == [
        {key: cell for key, cell in entry.items() if cell} for entry in written
    ]


@pytest.mark.parametrize(
    "data",
    [
        "id;full_name;address\nx;Luján;1 Street|City\n".encode(),
        "id\tfull_name\taddress\nx\tLuján\t1 Street|City\n".encode("utf-16"),
        "\ufeffID, Full_Name ,address\r\nx,Luján,1 Street|City\r\n".encode(),
        'id,full_name,address,\nx,"Luján",1 Street|City,\n,,,\n'.encode(),
    ],
)
def test_what_spreadsheets_make_of_a_list_is_read_alike(data):
    rows, findings = read(data, "x.csv")
    assert findings == []
    (row,) = rows
    assert (row.number, row.place.line) == (2, 2)
    assert [row.cells[key] for key in ("id", "full_name", "address")] == ["x", "Luján", "1 Street|City"]


def test_rows_are_counted_as_a_spreadsheet_does_and_lines_as_an_editor_does():
    rows, _ = read(b'id,address\n\nx,"1 Street\nCity"\n\ny,2 Street\n', "x.csv")
    assert [(row.number, row.place.line, row.cells["id"]) for row in rows] == [(3, 3, "x"), (5, 6, "y")]


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        (b"", "csv-empty", "the list is empty"),
        (HEADING.encode(), "csv-empty", "the list holds no recipient"),
        ("id,full_name\nx,Luján\n".encode("latin-1"), "csv-encoding", "this is not UTF-8"),
        (b'id,full_name\nx,"never closed\n', "csv-syntax", "row 2 cannot be read"),
        (b"id,sirname\nx,y\n", "unknown-column", "row 1: unknown column 'sirname'"),
        (b"id,email,email\nx,y,z\n", "duplicate-column", "row 1: the column 'email' stands twice"),
        (b"full_name\ny\n", "missing-column", "row 1: the column 'id' is missing"),
        (b"id,office\nx,y,z\n", "extra-cell", "row 2: 'z' stands beyond the last column"),
        (
            b"id,office\nx," + b"y" * 200_000,
            "csv-syntax",
            "row 2 cannot be read: field larger than field limit",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0", "csv-encoding", "this is not UTF-8"),
    ],
)
def test_what_is_wrong_with_a_table_is_named(data, rule, message):
    _, findings = read(data, "x.csv")
    assert rule in rules(findings)
    assert any(finding.message.startswith(message) for finding in findings)
    assert all(
        finding.severity == "error" and finding.hint and finding.place.file == "x.csv" for finding in findings
    )


def test_a_misspelt_column_gets_the_nearest():
    _, findings = read(b"id,sirname,organization\nx,y,z\n", "x.csv")
    assert [finding.hint for finding in findings] == [
        "did you mean 'surname'?",
        "did you mean 'organisation'?",
    ]
