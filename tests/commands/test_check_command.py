"""`letterkit check` on a drafted letter, as it is and with one digit changed."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

LETTER = Path(__file__).parent.parent / "checks" / "edits" / "letters" / "2021-02-01.docx"


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
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
    done = run(str(LETTER), "--json", cwd=tmp_path)
    result = json.loads(done.stdout)
    assert {claim["status"] for claim in result["claims"]} == {"intact"}
    assert [each["rule"] for each in result["findings"] if each["severity"] == "error"] == ["placeholder"]
    assert result["letter"] == {"date": "2021-02-01", "recipient": "state-dept", "topic": "cluster-munitions"}
    assert done.returncode == 1


def test_one_changed_digit_is_an_error_at_its_claim(tmp_path):
    path = edited(tmp_path, "72 civilians", "73 civilians")
    result = json.loads(run(str(path), "--json", cwd=tmp_path).stdout)
    changed = [claim for claim in result["claims"] if claim["status"] != "intact"]
    assert [(claim["id"], claim["status"]) for claim in changed] == [
        ("armenia-8-strikes-72-killed", "altered")
    ]
    errors = {each["rule"] for each in result["findings"] if each["severity"] == "error"}
    assert len(errors) == 2
    assert "placeholder" in errors


def test_what_was_and_what_is_now_are_printed(tmp_path):
    done = run(str(edited(tmp_path, "72 civilians", "73 civilians")), cwd=tmp_path)
    assert "altered: armenia-8-strikes-72-killed" in done.stdout
    assert "72 civilians" in done.stdout
    assert "73 civilians" in done.stdout


def test_a_folder_gives_a_list_with_the_file_of_each(tmp_path):
    (tmp_path / "a.docx").write_bytes(LETTER.read_bytes())
    (tmp_path / "b.docx").write_bytes(LETTER.read_bytes())
    listed = json.loads(run(".", "--json", cwd=tmp_path).stdout)
    assert [Path(each["file"]).name for each in listed] == ["a.docx", "b.docx"]


def test_a_file_that_is_no_letter_ends_in_one_clear_line(tmp_path):
    (tmp_path / "x.docx").write_text("no zip", encoding="utf-8")
    done = run("x.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert "x.docx" in done.stderr
