"""`letterkit recipients import|export`, on a small library."""

from __future__ import annotations

import csv
import io
import shutil

import pytest
from tests.library.stores import write
from tests.outreach.capitol import (
    COMMITTEES_FILE,
    MEMBERS_FILE,
    MEMBERSHIP_FILE,
    as_yaml,
    files,
    member,
    term,
)

from letterkit.commands import imports
from letterkit.library.disk import locate

LIST = "facts/recipients/us-congress.yaml"


@pytest.fixture
def place(tmp_path):
    """Return a folder with a library and the public files beside it."""
    write(tmp_path / "library", {})
    for name, text in files():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def letterkit(run, place):
    """Return a function that runs `letterkit recipients` on that library."""
    return lambda *words: run("--library", str(place / "library"), "recipients", *words)


def given(place, *more):
    further = ("--committees", place / COMMITTEES_FILE, "--membership", place / MEMBERSHIP_FILE)
    return [str(word) for word in ("import", place / MEMBERS_FILE, *further, "--as-of", "2026-07-01", *more)]


def test_congress_becomes_one_list_file_and_who_is_held_back_is_named(letterkit, place):
    done = letterkit(*given(place))
    assert done.code == 0
    assert done.out == f"{place / 'library' / LIST}\n"
    assert "warning[no-address] Ann Reyes-Lund" in done.err
    assert "12 recipients as of 2026-07-01: all new" in done.err
    text = (place / "library" / LIST).read_text(encoding="utf-8")
    assert "202-555" not in text
    listed = letterkit("list", "--json").json
    assert "sen-wa-o-cearbhaill" in [row["id"] for row in listed]
    shown = letterkit("show", "committee-ssfr", "--date", "2026-07-01", "--json").json
    assert shown["salutation"] == "Dear Chair Ó Cearbhaill and Ranking Member de la Cruz:"


def test_importing_again_replaces_the_file_and_says_what_changed(letterkit, place):
    letterkit(*given(place))
    again = letterkit(*given(place))
    assert "12 recipients as of 2026-07-01: nothing has changed" in again.err
    moved = member("R000001", "José", "Núñez", term("rep", "NY", 1, address="9 New Hall Washington DC 20515"))
    (place / MEMBERS_FILE).write_text(as_yaml([moved]), encoding="utf-8")
    changed = letterkit(*given(place, "--json")).json
    assert changed["recipients"][0] == "rep-ny-1-nunez"
    messages = [each["message"] for each in changed["findings"]]
    assert "no longer there: sen-wa-de-la-cruz, Senator Maria T. de la Cruz, Washington" in messages
    assert any(message.startswith("rep-ny-1-nunez: address ") for message in messages)
    assert letterkit("show", "sen-wa-de-la-cruz").code == 1


def test_the_import_says_in_json_who_is_held_back(letterkit, place):
    report = letterkit(*given(place, "--json")).json
    assert report["held_back"] == ["rep-vt-reyes-lund"]
    assert report["as_of"] == "2026-07-01"


def test_the_imported_library_keeps_the_rules_of_the_store(run, place):
    library = place / "library"
    shutil.copytree(locate.starter() / "facts", library / "facts", dirs_exist_ok=True)
    shutil.copytree(locate.starter() / "seeds", library / "seeds")
    run("--library", str(library), "recipients", *given(place))
    done = run("--library", str(library), "facts", "verify")
    assert (done.code, "us-congress" in done.err) == (0, False)


def test_a_day_to_come_and_committees_without_members_are_said(letterkit, place):
    done = letterkit(
        "import",
        str(place / MEMBERS_FILE),
        "--committees",
        str(place / COMMITTEES_FILE),
        "--as-of",
        "9999-01-02",
    )
    assert done.code == 0
    assert "warning[as-of] --as-of 9999-01-02 is still to come" in done.err
    assert "warning[membership-missing] who sits on the committees is unknown" in done.err


def test_a_list_written_by_hand_is_never_replaced(letterkit, place):
    path = place / "library" / LIST
    path.parent.mkdir(parents=True)
    path.write_text("recipients: []\n", encoding="utf-8")
    done = letterkit(*given(place))
    assert done.code == 1
    assert "was not made by an import" in done.err
    assert path.read_text(encoding="utf-8") == "recipients: []\n"


def test_an_id_that_the_library_has_already_is_named_and_nothing_is_written(letterkit, place):
    write(
        place / "library",
        {
            "recipients/rep-ny-1-nunez.yaml": "id: rep-ny-1-nunez\nname: N\naudience: us-congress\n"
            "form: us-senator\noffice: O\norganisation: O\ncalled: O\n"
        },
    )
    done = letterkit(*given(place))
    assert done.code == 1
    assert "facts/recipients/rep-ny-1-nunez.yaml:1: error[duplicate-id]" in done.err
    assert not (place / "library" / LIST).exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["missing.yaml"], "missing.yaml cannot be read: No such file or directory"),
        (["latin.yaml"], "latin.yaml is not UTF-8"),
        (["big.yaml"], "big.yaml has more than 16 MB"),
        (["library"], "cannot be read: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clean_line(letterkit, place, words, message):
    (place / "latin.yaml").write_bytes("- name: Luján\n".encode("latin-1"))
    (place / "big.yaml").write_bytes(b"#" * (imports.LARGEST + 1))
    done = letterkit("import", *(str(place / word) for word in words))
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert "Traceback" not in done.err


def test_a_list_and_public_data_do_not_go_together(letterkit, place):
    done = letterkit("import", str(place / "list.csv"), str(place / MEMBERS_FILE))
    assert done.code == 2
    assert "one list of your own at a time" in done.err


def test_the_library_of_an_installed_letterkit_is_read_only(letterkit, place, monkeypatch):
    monkeypatch.setattr(locate, "_PACKAGE", place)
    (place / "library").rename(place / "_data")
    (place / "library").symlink_to(place / "_data")
    done = letterkit(*given(place))
    assert done.code == 1
    assert "read-only" in done.err
    assert "letterkit new DIR" in done.err


def test_a_list_of_ones_own_becomes_a_list_file_of_its_name(letterkit, place):
    path = place / "Ministries 2026.csv"
    path.write_text(
        "id,honorific,full_name,surname,organisation,address,email\n"
        "clerk,Ms.,Ana Peña,Peña,United States Senate,1 Street|Washington,ana@example.org\n",
        encoding="utf-8",
    )
    done = letterkit("import", str(path), "--as-of", "2026-07-01")
    assert done.code == 0
    made = place / "library" / "facts" / "recipients" / "ministries-2026.yaml"
    assert done.out == f"{made}\n"
    assert "1 e-mail addresses stay in the list" in done.err
    assert "example.org" not in made.read_text(encoding="utf-8")
    shown = letterkit("show", "clerk", "--date", "2026-07-01", "--json")
    assert shown.err == ""
    assert shown.json["address_lines"] == ["Ms. Ana Peña", "United States Senate", "1 Street", "Washington"]
    assert shown.json["salutation"] == "Dear Ms. Peña:"
    assert "nothing has changed" in letterkit("import", str(path), "--as-of", "2026-07-20").err


def test_a_faulty_list_is_named_row_by_row_and_nothing_is_written(letterkit, place):
    path = place / "bad.csv"
    path.write_text("id,sirname\nclerk,Peña\nclerk,Peña\n", encoding="utf-8")
    done = letterkit("import", str(path))
    assert done.code == 1
    for told in (
        "row 1: unknown column 'sirname'",
        "row 2: 'full_name' is empty",
        "row 3: 'clerk' stands in row 2",
    ):
        assert told in done.err
    assert not (place / "library" / "facts" / "recipients").exists()


def test_groups_and_ids_are_exported_once_each_as_a_list(letterkit, place):
    letterkit(*given(place))
    words = ("--group", "senate", "--group", "state:WA", "committee-ssfr", "--date", "2026-07-01")
    done = letterkit("export", *words)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["id"] for row in rows] == ["sen-wa-o-cearbhaill", "sen-wa-de-la-cruz", "committee-ssfr"]
    assert rows[0] == {
        "id": "sen-wa-o-cearbhaill",
        "honorific": "The Honorable",
        "full_name": "Siobhán Ó Cearbhaill",
        "surname": "Ó Cearbhaill",
        "office": "",
        "organisation": "United States Senate",
        "address": "101 Example Senate Office Building|Washington, DC 20510",
        "salutation": "Dear Senator Ó Cearbhaill:",
        "email": "",
        "claims": "",
    }
    assert letterkit("export", "--group", "senat").code == 1


def test_without_names_the_whole_library_is_exported_and_who_is_out_of_office_is_named(letterkit, place):
    letterkit(*given(place))
    done = letterkit("export", "--date", "2027-02-01")
    assert done.code == 0
    ids = [row["id"] for row in csv.DictReader(io.StringIO(done.out))]
    assert "state-dept" in ids
    assert "rep-ny-1-nunez" not in ids
    assert "warning[not-in-office] José M. Núñez Jr. is not in the House" in done.err


def test_a_file_is_written_for_spreadsheets_and_never_over_another(letterkit, place):
    path = place / "list.csv"
    done = letterkit("export", "--template", "--out", str(path))
    assert done.out == f"{path}\n"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,honorific,full_name")
    assert letterkit("export", "--template", "--out", str(path)).code == 1
    assert letterkit("export", "--template", "--out", str(path), "--force").code == 0
    assert "example-row" in letterkit("import", str(path)).err
