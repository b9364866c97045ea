import hashlib
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.commands.stores import FILES, small

from letterkit.commands.cli import main
from letterkit.library.load import load
from letterkit.outreach.sent import letters, using

DAY = "2020-10-21"
SENDER = FILES["senders/us.yaml"].replace("[Name]", "Jane Example")
LIST = """\
id,full_name,surname,organisation,address,audience,email
ana,Ana Núñez,Núñez,Department of Mines,1 Street|City,us-state,ana@example.org
bo,Bo Li,Li,Department of Mines,1 Street|City,us-state,
"""
RECORD = Path("../library/sent/2020-10-21-mines.yaml")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Return a function that runs letterkit in an empty folder, beside a library."""
    small(tmp_path / "library", senders__us=SENDER)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "list.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.delenv("LETTERKIT_LIBRARY", raising=False)
    monkeypatch.chdir(desk)

    def call(*given):
        monkeypatch.setattr(sys, "argv", ["letterkit", "--library", "../library", *given])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return int(stopped.value.code or 0), printed.out, printed.err

    return call


@pytest.fixture
def out(run):
    """Return the folder of a finished batch of two letters, each as DOCX and Markdown."""
    asked = ("--topic", "mines", "--date", DAY, "--out", "out", "--format", "docx", "--format", "md")
    code, _, err = run("batch", "--to", "list.csv", *asked, "--jobs", "1")
    assert code == 0, err
    return Path("out")


def record():
    return letters(load(Path("../library"))[0])


def test_a_batch_is_marked_as_sent_with_files_claims_and_a_day_to_follow_up(run, out):
    code, said, err = run("sent", "add", "out", "--on", "2020-10-22", "--follow-up", "2020-11-05")
    assert (code, said, err) == (
        0,
        f"{Path('../library').resolve() / 'sent' / RECORD.name}\n",
        "",
    ) or said.endswith(f"sent/{RECORD.name}\n")
    found, findings = record()
    assert findings == ()
    assert [each.to for each in found] == ["ana", "bo"]
    ana = found[0]
    assert (ana.name, ana.topic, ana.date, ana.sent) == (
        "Ana Núñez",
        "mines",
        date(2020, 10, 21),
        date(2020, 10, 22),
    )
    assert ana.follow_up == date(2020, 11, 5)
    assert "mines-counted" in ana.claims
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.glob("*ana*")}
    assert {file.name: file.sha256 for file in ana.files} == digests
    assert "@" not in RECORD.read_text(encoding="utf-8")


def test_the_record_says_which_letters_used_a_claim(run, out):
    run("sent", "add", "out", "--on", "2020-10-22")
    library, _ = load(Path("../library"))
    assert [each.to for each in using(library, "mines-counted")] == ["ana", "bo"]
    assert using(library, "mines-feared") == ()


def test_used_by_knows_what_went_out_and_when_wherever_the_files_are(run, out):
    assert run("sent", "add", "out", "--on", "2020-10-22")[0] == 0
    code, said, err = run("facts", "used-by", "mines-counted", "out")
    assert (code, err) == (0, "")
    assert said == "".join(
        f"out/{DAY}-{name}-mines.docx: mines-counted, letter of {DAY}, sent 2020-10-22\n"
        for name in ("ana", "bo")
    )
    for path in out.glob("*-ana-*"):
        path.unlink()
    said = run("facts", "used-by", "mines-counted", "out")[1]
    assert said.splitlines()[1] == f"to ana: mines-counted, letter of {DAY}, sent 2020-10-22"
    for path in out.glob("*.docx"):
        path.unlink()
    rows = json.loads(run("facts", "used-by", "mines-counted", "out", "--json")[1])
    assert [(row["file"], row["recipient"], row["found_by"]) for row in rows] == [
        (None, "ana", "sent"),
        (None, "bo", "sent"),
    ]
    code, _, err = run("facts", "used-by", "mines-feared", "out")
    assert code == 1
    assert "out holds no .docx" in err


def test_one_letter_is_marked_alone_and_the_other_later(run, out):
    assert run("sent", "add", f"out/{DAY}-bo-mines.docx", "--on", "2020-10-22")[0] == 0
    assert run("sent", "add", f"out/{DAY}-ana-mines.docx", "--on", "2020-10-23")[0] == 0
    assert [(each.to, each.sent.day) for each in record()[0]] == [("bo", 22), ("ana", 23)]


def test_a_letter_that_is_marked_again_stays_once(run, out):
    run("sent", "add", "out", "--on", "2020-10-22")
    code, _, err = run("sent", "add", "out", "--on", "2020-10-22", "--follow-up", "2020-11-05")
    assert code == 0
    assert "info[sent-already] ana: on record already" in err
    found, _ = record()
    assert [each.follow_up for each in found] == [date(2020, 11, 5)] * 2
    before = RECORD.read_bytes()
    code, _, err = run("sent", "add", "out", "--on", "2020-10-25")
    assert code == 1
    assert "these files were marked as sent on 2020-10-22" in err
    assert RECORD.read_bytes() == before


def test_a_single_letter_is_known_by_its_docx_and_a_pdf_by_the_docx_beside_it(run):
    asked = ("--to", "the-office", "--topic", "mines", "--date", DAY, "--format", "docx", "--format", "md")
    assert run("draft", *asked)[0] == 0
    name = f"{DAY}-the-office-mines"
    code, _, err = run("sent", "add", f"{name}.md", f"{name}.docx", "--on", "2020-10-22")
    assert code == 0, err
    (only,) = record()[0]
    assert (only.to, only.name) == ("the-office", "Ada Lovelace")
    assert {file.name for file in only.files} == {f"{name}.md", f"{name}.docx"}
    assert set(only.claims) == {"mines-found", "mines-counted"}


def test_a_file_that_no_letter_is_known_by_is_refused_and_nothing_written(run, out):
    Path("strange.pdf").write_bytes(b"%PDF")
    Path("strange.docx").write_bytes(b"PK")
    Path("empty").mkdir()
    Path("lonely.pdf").write_bytes(b"%PDF")
    code, _, err = run("sent", "add", "out", "strange.pdf", "empty", "lonely.pdf", "gone.docx", "--on", DAY)
    assert code == 1
    assert "which letter lonely.pdf is, is unclear" in err
    assert "empty holds no finished letters of a batch" in err
    assert "gone.docx cannot be read" in err
    assert not RECORD.exists()


@pytest.mark.parametrize(
    "brief", [{}, {"to": "the-office", "topic": "mines", "date": "soon"}, {"to": 1}, "x"]
)
def test_a_letter_whose_record_does_not_tell_which_it_is_is_refused(run, brief):
    from letterkit.commands import formats
    from letterkit.docx.read import read

    assert run("draft", "--to", "the-office", "--topic", "mines", "--date", DAY)[0] == 0
    path = Path(f"{DAY}-the-office-mines.docx")
    letter = replace(read(path.read_bytes())[0], record={"brief": brief})
    path.write_bytes(formats.WRITERS["docx"](letter, Path("../library"), date(2020, 10, 21)))
    code, _, err = run("sent", "add", str(path), "--on", "2020-10-22")
    assert code == 1
    assert f"{path} does not say which letter it is: its record is lost" in err
    assert not RECORD.exists()


def test_an_edited_letter_is_recorded_as_it_is_now(run, out):
    from letterkit.commands import formats
    from letterkit.docx.read import read

    path = out / f"{DAY}-bo-mines.docx"
    letter, _ = read(path.read_bytes())
    path.write_bytes(formats.WRITERS["docx"](letter, Path("../library"), date(2020, 10, 21)) + b"")
    changed = path.read_bytes() + b"\0"
    path.write_bytes(changed)
    code, _, err = run("sent", "add", str(path), "--on", "2020-10-22")
    assert code == 0, err
    assert "was edited after the batch: recorded as it is now" in err
    assert record()[0][0].files[0].sha256 == hashlib.sha256(changed).hexdigest()


def test_a_follow_up_before_the_letter_is_sent_is_wrong_usage(run, out):
    assert run("sent", "add", "out", "--on", "2020-10-22", "--follow-up", "2020-10-21")[0] == 2


def test_the_list_shows_what_went_out_and_when_to_follow_up(run, out):
    assert run("sent", "list", "--json")[:2] == (0, "[]\n")
    run("sent", "add", "out", "--on", "2020-10-22", "--follow-up", "2020-11-05")
    code, said, err = run("sent", "list", "--ics", "follow.ics")
    assert (code, err) == (0, "")
    assert said.splitlines()[0].split() == ["2020-10-22", "ana", "Ana", "Núñez", DAY, "mines", "2020-11-05"]
    assert b"DTSTART;VALUE=DATE:20201105\r\n" in Path("follow.ics").read_bytes()
    rows = json.loads(run("sent", "list", "--json")[1])
    assert {"to", "name", "topic", "date", "sent", "follow_up", "claims", "files"} == set(rows[0])
    assert json.loads(run("sent", "list", "--topic", "water", "--json")[1]) == []
    code, _, err = run("sent", "list", "--ics", "follow.ics")
    assert code == 1
    assert "exists already" in err


def test_the_record_does_not_make_letters_out_of_date(run, out):
    before = load(Path("../library"))[0].digest
    run("sent", "add", "out", "--on", "2020-10-22")
    assert load(Path("../library"))[0].digest == before


def test_a_fault_in_the_record_is_named_with_its_line_and_stops_writing(run, out):
    RECORD.parent.mkdir()
    RECORD.write_text("letters:\n- to: ana\n  sent: soon\n")
    code, _, err = run("sent", "list")
    assert code == 1
    assert "sent/2020-10-21-mines.yaml:" in err
    code, _, err = run("sent", "add", "out", "--on", "2020-10-22")
    assert code == 1
    assert "the record cannot be read; nothing was written" in err
    RECORD.write_text("nothing: here\n")
    assert "'letters' is missing" in run("sent", "list")[2]


def test_an_e_mail_address_never_gets_into_the_record(run, out):
    path = out / f"{DAY}-bo-mines.docx"
    index = json.loads((out / "index.json").read_bytes())
    index["recipients"][1]["name"] = "bo@example.org"
    (out / "index.json").write_text(json.dumps(index))
    code, _, err = run("sent", "add", str(path), "--on", "2020-10-22")
    assert code == 1
    assert "would hold a telephone number or an e-mail address" in err
    assert not RECORD.exists()


def test_a_day_before_the_letters_own_and_one_to_come_are_recorded_with_a_warning(run, out):
    code, _, err = run("sent", "add", "out", "--on", "2020-10-20")
    assert code == 0
    assert err.count("before the letter's own date 2020-10-21") == 1
    assert "before" not in run("sent", "add", "out", "--on", "2020-10-20")[2]


def test_a_day_to_come_is_recorded_with_a_warning(run, out):
    assert (
        "marked as sent on 9999-01-02, which is still to come"
        in run("sent", "add", "out", "--on", "9999-01-02")[2]
    )


def test_a_misspelt_topic_and_an_empty_record_are_said(run, out):
    assert run("sent", "list") == (
        0, "", "nothing is on record: `letterkit sent add` marks letters as sent\n",
    )  # fmt: skip
    run("sent", "add", "out", "--on", "2020-10-22")
    code, said, err = run("sent", "list", "--topic", "mine")
    assert (code, said) == (0, "")
    assert "no letter about 'mine' is on record\n  hint: did you mean 'mines'?" in err
