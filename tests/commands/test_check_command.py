"""`letterkit check` on a drafted letter, as it is and with one digit changed."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import pytest

from letterkit.library.disk.locate import starter

LETTER = Path(__file__).parent.parent / "checks" / "edits" / "letters" / "2021-02-01.docx"


def started(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "letterkit", "check", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def edited(folder: Path, old: str, new: str) -> Path:
    """Write the letter with some words of its page changed, and nothing else."""
    made = io.BytesIO()
    with zipfile.ZipFile(LETTER) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert data.count(old.encode()) == 1
                data = data.replace(old.encode(), new.encode())
            target.writestr(name, data)
    path = folder / "letter.docx"
    path.write_bytes(made.getvalue())
    return path


def test_an_unedited_letter_has_all_its_claims_intact(tmp_path):
    done = started(str(LETTER), "--json", cwd=tmp_path)
    result = json.loads(done.stdout)
    assert {claim["status"] for claim in result["claims"]} == {"intact"}
    assert [each["rule"] for each in result["findings"] if each["severity"] == "error"] == ["placeholder"]
    assert result["letter"] == {"date": "2021-02-01", "recipient": "state-dept", "topic": "cluster-munitions"}
    assert done.returncode == 1


def test_one_changed_digit_is_an_error_at_its_claim(tmp_path):
    path = edited(tmp_path, "72 civilians", "73 civilians")
    result = json.loads(started(str(path), "--json", cwd=tmp_path).stdout)
    changed = [claim for claim in result["claims"] if claim["status"] != "intact"]
    assert [(claim["id"], claim["status"]) for claim in changed] == [
        ("armenia-8-strikes-72-killed", "altered")
    ]
    errors = {each["rule"] for each in result["findings"] if each["severity"] == "error"}
    assert len(errors) == 2
    assert "placeholder" in errors


def test_what_was_and_what_is_now_are_printed(tmp_path):
    done = started(str(edited(tmp_path, "72 civilians", "73 civilians")), cwd=tmp_path)
    assert "altered: armenia-8-strikes-72-killed" in done.stdout
    assert "72 civilians" in done.stdout
    assert "73 civilians" in done.stdout


def test_a_folder_gives_a_list_with_the_file_of_each(tmp_path):
    (tmp_path / "sent").mkdir()
    (tmp_path / "a.docx").write_bytes(LETTER.read_bytes())
    (tmp_path / "sent" / "b.docx").write_bytes(LETTER.read_bytes())
    (tmp_path / "~$a.docx").write_bytes(b"what Word keeps of an open file")
    listed = json.loads(started(".", "--json", cwd=tmp_path).stdout)
    assert [each["file"] for each in listed] == ["a.docx", "sent/b.docx"]


def test_one_file_of_a_folder_that_cannot_be_read_does_not_hide_the_others(tmp_path):
    (tmp_path / "a.docx").write_bytes(LETTER.read_bytes())
    (tmp_path / "b.docx").write_text("no zip", encoding="utf-8")
    done = started(".", "--json", cwd=tmp_path)
    assert [each["file"] for each in json.loads(done.stdout)] == ["a.docx"]
    assert "b.docx: error[unreadable]" in done.stderr
    assert done.returncode == 1


@pytest.fixture
def own(tmp_path, run):
    """Return a function that runs `letterkit` on a copy of the starter library in `tmp_path`."""
    shutil.copytree(starter() / "facts", tmp_path / "own" / "facts")
    return partial(run, "--library", str(tmp_path / "own"))


def test_after_a_correction_a_folder_tells_which_letters_drafted_or_sent_are_touched(own, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    sent, drafted = folder / "sent.docx", folder / "drafted.docx"
    sent.write_bytes(LETTER.read_bytes())
    drafted.write_bytes(edited(tmp_path, "72 civilians", "73 civilians").read_bytes())
    (folder / "other.docx").write_bytes((LETTER.parent / "2020-10-21.docx").read_bytes())
    own("sent", "add", str(sent), "--on", "2021-02-02")
    before = changed_since(own, folder)
    assert before["sent.docx"][0] == "2021-02-02"

    claims = tmp_path / "own" / "facts" / "claims" / "amnesty-2021-01-14-unlawful-strikes.yaml"
    text = claims.read_text(encoding="utf-8")
    assert text.count("killed five people and injured 14") == 2
    corrected = text.replace("killed five people and injured 14", "killed six people and injured 14")
    claims.write_text(corrected, encoding="utf-8")

    after = changed_since(own, folder)
    assert {name: (sent, claims - before[name][1]) for name, (sent, claims) in after.items()} == {
        "sent.docx": ("2021-02-02", {"qarayusufli-5-killed"}),
        "drafted.docx": (None, {"qarayusufli-5-killed"}),
        "other.docx": (None, set()),
    }
    printed = own("check", str(folder)).out.rpartition("Touched by")[2]
    assert f"{sent} (sent on 2021-02-02):\n" in printed
    assert f"{drafted} (not recorded as sent):\n" in printed
    assert "the store has corrected qarayusufli-5-killed since: “5” became “6”" in printed


def changed_since(own, folder):
    """Return for each letter when it was sent and which of its claims have changed."""
    listed = own("check", str(folder), "--json").json
    return {Path(each["file"]).name: (each["sent"], set(each["changed_since"])) for each in listed}


def test_a_file_that_is_no_letter_ends_in_one_clear_line(tmp_path):
    (tmp_path / "x.docx").write_text("no zip", encoding="utf-8")
    done = started("x.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert "x.docx" in done.stderr
