import csv
import hashlib
import io
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.commands.stores import FILES, small

from letterkit.commands import batchfolder, batchrun
from letterkit.commands.cli import main
from letterkit.docx.read import read
from letterkit.letter.model import letter_lines, plain
from letterkit.outreach import press

DAY = "2020-10-21"
SENDER = FILES["senders/us.yaml"].replace("[Name]", "Jane Example")
PEOPLE = {
    "ana": {
        "full_name": "Ana Núñez",
        "surname": "Núñez",
        "email": "ana@example.org",
        "claims": "mines-counted",
    },
    "bo": {"full_name": "Bo Li", "surname": "Li"},
    "cy": {"full_name": "Cy O'Hara", "surname": "O'Hara", "email": "cy@example.org"},
    "di": {"full_name": "Di Ørsted III", "surname": "Ørsted"},
}
SAID = """
          - id: nunez-on-mines
            claim: In October 2020, Director Núñez said so.
            quotes: ["Director Núñez said so"]
            topics: [elsewhere]
            role: response
            parties: []
            certainty: reported
            attributed_to: Director Núñez
"""
PLACE = {"organisation": "Department of Mines", "audience": "us-state", "address": "1 Street|City 10000"}


def listed(folder, *rows, columns=None):
    """Write a list of recipients and return its name."""
    entries = [{"id": name, **PLACE, **cells} for name, cells in rows or PEOPLE.items()]
    names = columns or list(dict.fromkeys(column for entry in entries for column in entry))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    writer.writerows(entries)
    path = folder / "list.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    return str(path)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Return an empty folder, with a library beside it and a list in it."""
    small(tmp_path / "library", senders__us=SENDER)
    desk = tmp_path / "desk"
    desk.mkdir()
    listed(desk)
    monkeypatch.delenv("LETTERKIT_LIBRARY", raising=False)
    monkeypatch.chdir(desk)
    return desk


def arguments(*more, to="list.csv", out="out"):
    return [
        "--library",
        "../library",
        "batch",
        "--to",
        to,
        "--topic",
        "mines",
        "--date",
        DAY,
        *(["--out", out] if out else []),
        *more,
    ]


@pytest.fixture
def batch(desk, monkeypatch, capsys):
    """Return a function that runs `letterkit batch` in this process and gives code, stdout and stderr."""

    def call(*more, jobs=True, **where):
        given = arguments(*more, **where) + (["--jobs", "1"] if jobs else [])
        monkeypatch.setattr(sys, "argv", ["letterkit", *given])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return int(stopped.value.code or 0), printed.out, printed.err

    return call


def contents(folder):
    """Return every file of a folder with its bytes, hidden ones too."""
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def index(folder):
    return json.loads((Path(folder) / "index.json").read_bytes())


def rules(row):
    return [finding["rule"] for finding in row["findings"]]


def test_every_recipient_gets_a_letter_and_the_index_tells_of_all(batch, desk):
    code, out, err = batch("--format", "docx", "--format", "md")
    assert code == 0, err
    assert out.splitlines()[-2:] == ["out/index.json", "out/index.csv"]
    files = contents("out")
    assert set(files) == {
        "index.json",
        "index.csv",
        *(f"{DAY}-{name}-mines.{kind}" for name in PEOPLE for kind in ("docx", "md")),
    }
    assert set(out.splitlines()) == {f"out/{name}" for name in files}
    rows = index("out")["recipients"]
    assert [row["id"] for row in rows] == list(PEOPLE)
    for row in rows:
        assert row["status"] == "made"
        assert {each["name"]: each["sha256"] for each in row["files"]} == {
            name: hashlib.sha256(data).hexdigest() for name, data in files.items() if f"-{row['id']}-" in name
        }
        letter, _ = read(files[f"{DAY}-{row['id']}-mines.docx"])
        page = "\n".join(plain(each) for each in letter_lines(letter))
        assert PEOPLE[row["id"]]["full_name"] in page
        assert [claim["id"] for claim in letter.record["claims"]] == row["claims"]
        assert not any(other["full_name"] in page for name, other in PEOPLE.items() if name != row["id"])
    assert "mines-counted" in rows[0]["claims"]


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(batch, desk):
    listed(desk, ("ana", {"full_name": "=1+1", "surname": "@SUM", "email": "+x@example.org"}))
    assert batch()[0] == 0
    text = (desk / "out/index.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["name"] == "'=1+1"
    assert row["email"] == "'+x@example.org"
    assert row["sha256"] == index("out")["recipients"][0]["files"][0]["sha256"]
    letter, _ = read((desk / f"out/{DAY}-ana-mines.docx").read_bytes())
    assert plain(letter.addressees[0][0]) == "=1+1"


def test_a_dry_run_shows_names_salutations_and_addresses_and_writes_nothing(batch, desk):
    code, out, err = batch("--dry-run")
    assert code == 0, err
    assert not (desk / "out").exists()
    assert [line.split()[0] for line in out.splitlines()] == list(PEOPLE)
    assert batch("--dry-run", out=None)[1] == out
    assert "give --out DIR" in batch(out=None)[2]
    assert "Ana Núñez | Department of Mines | 1 Street | City 10000" in out
    assert err == "4 letters would be made; nothing was written\n"
    shown = json.loads(batch("--dry-run", "--json")[1])["recipients"]
    assert [row["email"] for row in shown] == ["ana@example.org", None, "cy@example.org", None]
    assert shown[1]["salutation"].startswith("Dear ")


def test_json_says_what_was_made_for_whom(batch):
    code, out, _ = batch("--json")
    told = json.loads(out)
    assert code == 0
    assert {"paths", "date", "topic", "made", "kept", "failed", "recipients", "findings"} <= set(told)
    assert (told["made"], told["kept"], told["failed"], told["date"]) == (4, 0, [], DAY)
    assert told["recipients"][0]["claims"]
    assert {"made_from", "sentences"}.isdisjoint(told["recipients"][0])
    assert [each["rule"] for each in told["findings"]] == ["alike"]


def test_all_faults_are_named_in_one_run_with_their_rows_before_anything_is_written(batch, desk):
    (desk.parent / "library/facts/senders/us.yaml").write_text(FILES["senders/us.yaml"])
    listed(
        desk,
        ("ana", {"full_name": "Ana", "salutation": "Dear {surnam}:", "claims": "mines-conted"}),
        ("ana", {"full_name": "Ana"}),
        ("bo", {"full_name": "Bo\x07", "emial": "x"}),
    )
    code, out, err = batch("--sender", "nobody")
    assert (code, out) == (1, "")
    assert not (desk / "out").exists()
    for words in (
        "row 1: unknown column 'emial'",
        "row 2: unknown placeholder '{surnam}'",
        "row 3: 'ana' stands in row 2",
    ):
        assert words in err
    assert "row 2: unknown claim 'mines-conted'" in err
    assert "'us' is not filled in: [Name]" in batch()[2]
    assert "U+0007" in err


def test_an_unknown_group_topic_sender_and_occasion_are_named_in_one_run_and_once_each(batch):
    code, _, err = batch("--sender", "nobody", "--occasion", "summit", "--topic", "minse", to="senat")
    assert code == 1
    for words in (
        "unknown group or recipient 'senat'",
        "unknown topic 'minse'",
        "unknown sender 'nobody'",
        "unknown occasion 'summit'",
        "nothing was written: 4 errors",
    ):
        assert err.count(words) == 1
    assert batch("--sender", "nobody")[2].count("unknown sender 'nobody'") == 1


def test_a_misspelt_rule_is_not_let_pass(batch, desk):
    for rule in ("placeholdr", "superseded"):
        code, _, err = batch("--allow", rule)
        assert code == 2
        assert f"'{rule}' is not one of 'placeholder', 'unsourced'" in err
    assert not (desk / "out").exists()


def test_what_the_addressee_has_said_stands_in_that_letter_alone_with_its_source(batch, desk):
    claims = FILES["claims/report-two.yaml"].rstrip() + SAID
    small(desk.parent / "library", senders__us=SENDER, claims__report_two=claims)
    listed(desk, ("ana", {**PEOPLE["ana"], "claims": "nunez-on-mines"}), ("bo", PEOPLE["bo"]))
    code, _, err = batch("--format", "md")
    assert code == 0, err
    ana, bo = ((desk / f"out/{DAY}-{name}-mines.md").read_text() for name in ("ana", "bo"))
    assert "\n\nWe have your own words in mind. In October 2020, Director Núñez said so.[^" in ana
    assert ana.index("said so") > ana.index("Mines were found")
    assert "own words" not in bo
    assert index("out")["recipients"][0]["claims"][-1] == "nunez-on-mines"


def test_an_audience_that_the_topic_has_no_letter_for_is_named_with_its_row(batch, desk):
    listed(desk, ("ana", {"full_name": "Ana"}), ("bo", {"full_name": "Bo", "audience": "company"}))
    code, _, err = batch()
    assert code == 1
    assert "list.csv:3: error[not-possible] row 3: topic 'mines' has no letter to the audience company" in err


def test_an_unknown_group_and_a_missing_list_are_refused(batch):
    assert "unknown group or recipient 'senat'" in batch(to="senat")[2]
    assert "no.csv cannot be read: No such file" in batch(to="no.csv")[2]


def test_one_recipient_by_id_is_a_batch_too(batch):
    code, _, err = batch("--allow", "placeholder", to="the-office")
    assert code == 0, err
    assert [row["id"] for row in index("out")["recipients"]] == ["the-office"]


def test_a_letter_with_a_gap_is_held_back_and_the_others_are_made(batch, desk):
    listed(desk, ("ana", PEOPLE["ana"]), ("the-office", dict.fromkeys(PLACE, "")), ("bo", PEOPLE["bo"]))
    code, out, err = batch("--json")
    assert code == 1
    assert "1 of 3 letters were not made: the-office" in err
    assert json.loads(out)["failed"] == ["the-office"]
    rows = index("out")["recipients"]
    assert [(row["status"], len(row["files"])) for row in rows] == [("made", 1), ("failed", 0), ("made", 1)]
    assert "placeholder" in rules(rows[1])
    assert len(contents("out")) == 4


def test_a_defect_in_one_letter_is_its_own_fault(batch, monkeypatch):
    made = press.Press.made

    def sometimes(self, task):
        if task.id == "bo":
            raise ZeroDivisionError("oops")
        return made(self, task)

    monkeypatch.setattr(press.Press, "made", sometimes)
    code, _, err = batch()
    assert code == 1
    assert "error[defect] bo: letterkit failed: ZeroDivisionError: oops" in err
    monkeypatch.undo()


def test_a_sender_with_placeholders_is_refused_unless_it_is_allowed(batch, desk):
    (desk.parent / "library/facts/senders/us.yaml").write_text(FILES["senders/us.yaml"])
    code, _, err = batch()
    assert code == 1
    assert "the sender 'us' is not filled in: [Name]" in err
    assert not (desk / "out").exists()
    assert batch("--dry-run")[0] == 0
    code, _, err = batch("--allow", "placeholder")
    assert code == 0
    assert "let pass by --allow placeholder" in err


def test_text_without_a_source_is_refused_unless_it_is_allowed_and_then_listed(batch, desk):
    listed(desk, ("ana", {"full_name": "Ana", "claims": "You promised us clearance."}))
    code, _, err = batch()
    assert code == 1
    assert "row 2: no claim carries “You promised us clearance.”" in err
    assert batch("--allow", "unsourced")[0] == 0
    assert index("out")["recipients"][0]["unsourced"] == ["You promised us clearance."]
    (row,) = csv.DictReader(io.StringIO((desk / "out/index.csv").read_text("utf-8-sig")))
    assert row["unsourced"] == "You promised us clearance."


def test_two_people_of_one_name_get_two_files(batch, desk):
    same = {"full_name": "Ana Núñez", "surname": "Núñez"}
    listed(desk, ("ana", same), ("ana-two", {**same, "address": "2 Street|City"}))
    assert batch()[0] == 0
    names = [row["files"][0]["name"] for row in index("out")["recipients"]]
    assert len(set(names)) == 2
    assert all(name.isascii() and name == name.lower() for name in names)


def test_an_id_of_any_length_gives_a_name_that_every_disk_takes(batch, desk):
    listed(desk, ("a" * 200, PEOPLE["ana"]), (f"{'a' * 200}b", PEOPLE["bo"]))
    code, _, err = batch()
    assert code == 0, err
    names = {row["files"][0]["name"] for row in index("out")["recipients"]}
    assert len(names) == 2
    assert all(len(name) < 200 for name in names)


def test_a_folder_that_cannot_be_is_refused(batch, desk):
    (desk / "out").write_text("a file")
    code, out, err = batch()
    assert (code, out) == (1, "")
    assert "cannot write to out" in err


def test_a_folder_that_refuses_writing_is_refused(batch, desk, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(batchfolder.os, "open", refused)
    code, _, err = batch()
    assert code == 1
    assert "cannot write to out: Permission denied" in err


def test_nothing_in_the_folder_is_replaced(batch, desk):
    (desk / "out").mkdir()
    edited = desk / f"out/{DAY}-bo-mines.docx"
    edited.write_text("mine")
    code, _, err = batch()
    assert code == 1
    assert f"out holds files of these names already: {DAY}-bo-mines.docx" in err
    edited.unlink()
    assert batch()[0] == 0
    code, _, err = batch()
    assert code == 1
    assert "there is a batch in out already" in err


def test_a_second_batch_does_not_write_into_a_folder_in_use(batch, desk):
    head = {"topic": "mines", "date": DAY}
    with batchfolder.journal(desk / "out", head, []):
        code, _, err = batch(out="out")
        assert code == 1
    assert "there is a batch in out already" in err


def test_an_interrupted_batch_says_how_to_go_on_and_resumes_to_the_same_bytes(batch, desk, monkeypatch):
    batch(out="whole")
    made, done = press.make, []

    def interrupted(order, task):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(task.id)
        return made(order, task)

    monkeypatch.setattr(batchrun.press, "make", interrupted)
    code, out, err = batch()
    assert (code, out) == (130, "")
    assert "2 of 4 letters are finished; the same command with --resume makes the rest" in err
    assert "index.json" not in contents("out")
    monkeypatch.setattr(batchrun.press, "make", made)
    code, out, err = batch("--resume", "--json")
    assert code == 0, err
    assert (json.loads(out)["kept"], json.loads(out)["made"]) == (2, 4)
    assert contents("out") == contents("whole")


def test_a_batch_with_failures_goes_on_when_they_are_mended(batch, desk):
    rows = [("ana", PEOPLE["ana"]), ("the-office", dict.fromkeys(PLACE, ""))]
    listed(desk, *rows)
    assert batch()[0] == 1
    listed(desk, rows[0], ("the-office", {**dict.fromkeys(PLACE, ""), "address": "3 Street|City"}))
    code, out, _ = batch("--resume")
    assert code == 0
    assert "the-office" in out
    assert f"out/{DAY}-ana-mines.docx" not in out
    batch(out="whole")
    assert contents("out") == contents("whole")


def test_resuming_keeps_an_edited_letter_and_makes_a_missing_one_anew(batch, desk):
    batch()
    (desk / f"out/{DAY}-ana-mines.docx").write_bytes(b"edited")
    (desk / f"out/{DAY}-bo-mines.docx").unlink()
    code, out, err = batch("--resume")
    assert code == 0
    assert f"out/{DAY}-bo-mines.docx" in out
    assert "is not as the batch wrote it; it is kept as it is" in err
    assert (desk / f"out/{DAY}-ana-mines.docx").read_bytes() == b"edited"


def test_resuming_refuses_what_would_mix_two_batches(batch, desk):
    batch()
    before = contents("out")
    listed(desk, ("ana", {**PEOPLE["ana"], "salutation": "Dear Ana:"}), ("bo", PEOPLE["bo"]))
    code, _, err = batch("--resume")
    assert code == 1
    assert "ana has other data now" in err
    assert "cy is not among the recipients any more" in err
    code, _, err = batch("--resume", "--format", "md")
    assert "the batch in out was begun with another formats" in err
    assert contents("out") == before


def test_resuming_what_never_began_is_a_beginning(batch):
    assert batch("--resume")[0] == 0


def test_a_torn_last_line_of_the_journal_costs_one_letter_its_line_alone(batch, desk):
    batch(out="whole")
    batch()
    lines = index("out")
    (desk / "out/index.json").unlink()
    (desk / "out/index.csv").unlink()
    rows = [{"batch": lines["batch"]}, *lines["recipients"]]
    text = "\n".join(json.dumps(row) for row in rows)
    (desk / "out" / batchfolder.JOURNAL).write_text(text[:-40])
    (desk / "out/.letterkit-abc.part").write_text("half")
    assert batch("--resume")[0] == 0
    assert contents("out") == contents("whole")


def test_a_journal_that_is_none_is_refused(batch, desk):
    (desk / "out").mkdir()
    (desk / "out" / batchfolder.JOURNAL).write_text("hello\n")
    code, _, err = batch("--resume")
    assert code == 1
    assert "is not as a batch wrote it" in err


def test_likeness_is_reported_and_stands_in_the_index(batch, desk):
    ana = {**PEOPLE["ana"], "claims": "You promised us clearance."}
    listed(desk, *({**PEOPLE, "ana": ana}.items()))
    _, _, err = batch("--allow", "unsourced")
    assert "warning[alike] 3 of 4 letters have a body that another one has word for word" in err
    rows = {row["id"]: row["alike"] for row in index("out")["recipients"]}
    assert rows["bo"]["share"] == 1
    assert rows["ana"]["share"] < 1


def test_drafts_are_made_with_the_pdf_and_a_missing_address_is_said(batch, desk):
    listed(desk, ("ana", PEOPLE["ana"]), ("bo", PEOPLE["bo"]))
    assert batch("--email")[0] == 0
    names = set(contents("out"))
    assert {f"{DAY}-ana-mines.eml", f"{DAY}-bo-mines.eml"} <= names
    assert f"{DAY}-ana-mines.pdf" not in names
    data = (desk / f"out/{DAY}-ana-mines.eml").read_bytes()
    assert b"\r\nTo: =?utf-8?b?" in data
    assert b"\r\nTo:" not in (desk / f"out/{DAY}-bo-mines.eml").read_bytes()
    rows = index("out")["recipients"]
    assert [row["email"] for row in rows] == ["ana@example.org", None]
    assert "no-email" in rules(rows[1])


def test_processes_make_the_same_bytes_as_one(batch):
    assert batch("--format", "docx", "--format", "pdf", out="one")[0] == 0
    assert batch("--format", "docx", "--format", "pdf", "--jobs", "2", out="two", jobs=False)[0] == 0
    assert contents("one") == contents("two")


def test_jobs_and_a_cluster_exclude_each_other(batch):
    assert batch("--cluster", "tcp://127.0.0.1:1")[0] == 2


def test_the_bar_moves_in_a_terminal_alone(batch, monkeypatch):
    code, _, err = batch()
    assert "━" not in err
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, _, err = batch(out="other")
    assert code == 0
    assert "letters" in err


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_moment_it_goes_on_to_the_same_files(batch, desk, seed):
    batch("--format", "docx", "--format", "md", out="whole")
    chance = random.Random(seed)
    given = arguments("--format", "docx", "--format", "md", "--jobs", "2")
    command = [sys.executable, "-m", "letterkit", *given]
    for attempt in range(3):
        more = ["--resume"] if attempt else []
        process = subprocess.Popen([*command, *more], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + chance.uniform(0.1, 1.8)
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = subprocess.run([*command, "--resume"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert contents("out") == contents("whole")


def test_the_help_has_examples(batch, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["letterkit", "batch", "--help"])
    with pytest.raises(SystemExit):
        main()
    assert "letterkit batch --to senate --topic cluster-munitions --dry-run" in capsys.readouterr().out
