import re
import subprocess
import sys
from pathlib import Path

import pytest

from letterkit.library.load import load


def test_a_new_library_is_made_and_its_path_printed(run, tmp_path):
    done = run("new", str(tmp_path / "own"))
    assert (done.code, done.out) == (0, f"{tmp_path / 'own'}\n")
    assert "README.md says how to begin" in done.err
    assert len(load(tmp_path / "own")[0].claims) > 500
    assert run("--library", str(tmp_path / "own"), "facts", "verify").code == 0


def test_a_folder_that_is_not_empty_is_refused(run, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = run("new", str(tmp_path), "--empty")
    assert (done.code, done.out) == (1, "")
    assert "is not empty" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_new_needs_a_folder(run):
    assert run("new").code == 2


@pytest.mark.parametrize("empty", [(), ("--empty",)])
def test_the_first_commands_of_its_readme_work_as_they_stand(run, tmp_path, empty):
    run("new", str(tmp_path / "own"), *empty)
    readme = (tmp_path / "own" / "README.md").read_text("utf-8")
    match = re.search(r"## The first five commands\n\n```sh\n(.*?)```", readme, re.DOTALL)
    assert match
    assert len(match[1].strip().splitlines()) == 5
    program = f"{sys.executable} -m letterkit"
    script = re.sub(r"^letterkit\b", program, match[1], flags=re.MULTILINE)
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=tmp_path / "own", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "own").glob("*.docx"))


def test_an_empty_library_with_its_examples_proves_and_drafts(run, tmp_path):
    own = tmp_path / "own"
    run("new", str(own), "--empty")
    examples = own / "examples"
    report = str(examples / "report.txt")
    told = ("--issued", "2024-05-02", "--publisher", "Example Watch")
    added = run("--library", str(own), "sources", "add", report, *told)
    assert added.code == 0, added.err
    (claims,) = (examples / "claims").glob("*.yaml")
    for name in ("parties.yaml", "topics", "senders"):
        for path in [examples / name] if name.endswith(".yaml") else (examples / name).glob("*.yaml"):
            target = own / "facts" / path.relative_to(examples)
            if name != "topics":
                target.write_bytes(path.read_bytes())
    done = run("--library", str(own), "facts", "add", claims.stem, "--from", str(claims))
    assert done.code == 0, done.err
    (topic,) = (examples / "topics").glob("*.yaml")
    (own / "facts" / "topics" / topic.name).write_bytes(topic.read_bytes())
    verified = run("--library", str(own), "facts", "verify")
    assert (verified.code, verified.err) == (0, ""), verified.err
    letter = own / "letter.md"
    asked = ("--to", "state-dept", "--topic", "valley-mines", "--date", "2024-05-10", "--format", "md")
    drafted = run("--library", str(own), "draft", *asked, "--out", str(letter))
    assert drafted.code == 0, drafted.err
    text = letter.read_text("utf-8")
    assert "at least seven farmers" in text
    assert "Example Watch" in text


def test_the_other_examples_are_sound_too(run, tmp_path):
    own = tmp_path / "own"
    run("new", str(own), "--empty")
    for kind in ("recipients", "occasions"):
        for path in (own / "examples" / kind).glob("*.yaml"):
            (own / "facts" / kind / path.name).write_bytes(path.read_bytes())
    library, findings = load(own, Path(__file__).parents[2])
    assert findings == []
    assert library.recipients["mayor-of-hollin"].form in library.forms
    assert library.occasions
