import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import lxml.html
import pytest
from tests import tools
from tests.commands.stores import FILES, small

from letterkit.commands import draft as module
from letterkit.commands.cli import main
from letterkit.commands.draft import targets
from letterkit.commands.formats import WRITERS
from letterkit.library.disk.locate import starter

NAME = "2020-10-21-the-office-mines"


OWN = """\
{% if part == 'subject' %}Ours{% else %}
Hello {{ sections[1].claims }}

{% for ask in asks %}
- {{ ask.text }}
{% endfor %}
{% endif %}
"""


@pytest.fixture
def draft(tmp_path, monkeypatch, capsys):
    """Return a function that drafts in an empty folder beside a small library."""
    library = small(tmp_path / "library")
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.delenv("LETTERKIT_LIBRARY", raising=False)
    monkeypatch.chdir(desk)

    def call(
        *arguments, day="2020-10-21", to="the-office", topic="mines", named=library, form="md", before=()
    ):
        given = [
            "letterkit",
            *(["--library", str(named)] if named else []),
            *before,
            "draft",
            "--to",
            to,
            "--topic",
            topic,
        ]
        given += ["--date", day] if day else []
        given += ["--format", form] if form else []
        monkeypatch.setattr(sys, "argv", [*given, *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        assert "this is a defect" not in printed.err
        return int(stopped.value.code or 0), printed.out, printed.err

    return call


def files():
    """Return the names of the files in the desk folder and below."""
    return sorted(path.relative_to(Path.cwd()).as_posix() for path in Path.cwd().rglob("*") if path.is_file())


# What is written where.


def test_the_path_goes_to_stdout_and_the_findings_to_stderr(draft):
    code, out, err = draft()
    assert (code, out) == (0, f"{NAME}.md\n")
    assert "warning[placeholder]" in err
    assert files() == [f"{NAME}.md"]
    text = Path(f"{NAME}.md").read_text("utf-8")
    assert "Dear Dr. Lovelace:" in text
    assert "Mines were found in the valley." in text


def test_without_a_format_a_docx_is_written(draft):
    code, out, _ = draft(form=None)
    assert (code, out) == (0, f"{NAME}.docx\n")
    assert Path(f"{NAME}.docx").read_bytes().startswith(b"PK")


def test_several_formats_are_written_side_by_side_one_path_a_line(draft):
    code, out, _ = draft("--format", "html", "--format", "docx", "--format", "md")
    assert (code, out.splitlines()) == (0, [f"{NAME}.md", f"{NAME}.html", f"{NAME}.docx"])
    assert files() == sorted(out.splitlines())
    assert Path(f"{NAME}.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_letter_is_dated_today_where_no_date_is_given(draft, monkeypatch):
    monkeypatch.setattr(module, "today", lambda: date(2021, 2, 3))
    code, out, err = draft(day=None)
    assert (code, out) == (0, "2021-02-03-the-office-mines.md\n")
    assert "February 3, 2021" in Path(out.strip()).read_text("utf-8").replace("\u00a0", " ")
    assert "holder-unknown" in err


@pytest.mark.parametrize(
    ("out", "path"),
    [
        ("letters/", f"letters/{NAME}.md"),
        ("letters", f"letters/{NAME}.md"),
        ("a/b/c", f"a/b/c/{NAME}.md"),
        ("letter.md", "letter.md"),
        ("LETTER.MD", "LETTER.MD"),
        ("new/letter.md", "new/letter.md"),
        ("old.docx", f"old.docx/{NAME}.md"),
        ("new.docx/", f"new.docx/{NAME}.md"),
        (".", f"{NAME}.md"),
        ("", f"{NAME}.md"),
    ],
)
def test_out_is_a_folder_or_a_file(draft, out, path):
    Path("old.docx").mkdir()
    assert draft("--out", out)[:2] == (0, f"{path}\n")
    assert files() == [path]


def test_out_may_be_absolute(draft, tmp_path):
    assert draft("--out", tmp_path / "x.md")[1] == f"{tmp_path / 'x.md'}\n"
    assert (tmp_path / "x.md").is_file()


@pytest.mark.parametrize(
    ("out", "formats", "fault"),
    [
        ("letter.odt", (), "--out ends in .odt: a letter is one of docx, pdf, html, md"),
        ("letters.v2", (), "--out ends in .v2"),
        ("letter.docx", ("md",), "--out names a docx file, --format asks for md: name a folder"),
        ("letter.md", ("md", "docx"), "--out names a md file, --format asks for md, docx: name a folder"),
    ],
)
def test_an_out_that_does_not_go_with_the_formats_is_wrong_usage(draft, out, formats, fault):
    code, printed, err = draft(
        "--out", out, *(word for name in formats for word in ("--format", name)), form=None
    )
    assert (code, printed) == (2, "")
    assert fault in err
    assert files() == []


def test_the_suffix_of_out_is_a_format_like_any_other():
    day = date(2020, 10, 21)
    assert targets(day, "a", "b", (), "x.pdf") == [("pdf", Path("x.pdf"))]
    assert targets(day, "a", "b", ("pdf", "pdf"), "x.PDF") == [("pdf", Path("x.PDF"))]
    assert targets(day, "a", "b", ("md", "md", "pdf"), None) == [
        ("md", Path("2020-10-21-a-b.md")),
        ("pdf", Path("2020-10-21-a-b.pdf")),
    ]


def test_the_choices_of_format_come_from_the_table():
    (formats,) = (each for each in module.draft.params if each.name == "formats")
    assert isinstance(formats.type, click.Choice)
    assert list(formats.type.choices) == list(WRITERS) == ["docx", "pdf", "html", "md"]


# An existing file.


def test_an_existing_file_is_refused_and_kept_byte_for_byte(draft):
    Path(f"{NAME}.md").write_bytes(b"edited by hand\r\n")
    code, out, err = draft()
    assert (code, out) == (1, "")
    assert f"error: {NAME}.md exists already and may hold somebody's edits" in err
    assert "--force" in err
    assert Path(f"{NAME}.md").read_bytes() == b"edited by hand\r\n"
    assert files() == [f"{NAME}.md"]


def test_where_one_of_two_files_exists_neither_is_written(draft):
    Path(f"{NAME}.html").write_bytes(b"edited")
    code, out, _ = draft("--format", "html")
    assert (code, out) == (1, "")
    assert files() == [f"{NAME}.html"]
    assert Path(f"{NAME}.html").read_bytes() == b"edited"


def test_force_replaces_and_says_so(draft):
    Path(f"{NAME}.md").write_bytes(b"edited")
    code, out, err = draft("--force", "--format", "html")
    assert (code, out) == (0, f"{NAME}.md\n{NAME}.html\n")
    assert f"info[replaced] {NAME}.md was replaced" in err
    assert f"{NAME}.html was replaced" not in err
    assert b"edited" not in Path(f"{NAME}.md").read_bytes()


def test_an_error_while_a_second_file_is_made_leaves_the_first_unwritten(draft, monkeypatch):
    monkeypatch.setitem(WRITERS, "html", lambda *_: 1 / 0)
    monkeypatch.setattr(module, "WRITERS", WRITERS)
    with pytest.raises(AssertionError, match="defect"):
        draft("--format", "html")
    assert files() == []


@pytest.mark.parametrize(
    "out", ["x" * 300, f"{'x' * 300}.md", f"{'x/' * 3000}y.md", "taken/letter.md", "taken/more/letter.md"]
)
def test_a_place_that_cannot_be_written_is_refused_without_a_traceback(draft, out):
    Path("taken").write_text("a file")
    code, printed, err = draft("--out", out)
    assert (code, printed) == (1, "")
    assert err.splitlines()[-2].startswith("error: cannot write ")
    assert files() == ["taken"]


# What is asked for.


@pytest.mark.parametrize(
    ("arguments", "fault", "hint"),
    [
        ({"to": "the-ofice"}, "unknown recipient 'the-ofice'", "did you mean 'the-office'?"),
        ({"to": "zzz"}, "unknown recipient 'zzz'", ""),
        ({"topic": "mimes"}, "unknown topic 'mimes'", "did you mean 'mines'?"),
        ({"topic": "../mines"}, "unknown topic '../mines'", "did you mean 'mines'?"),
        ({"topic": ""}, "unknown topic ''", "known: mines"),
    ],
)
def test_an_unknown_name_is_met_with_the_nearest_one(draft, arguments, fault, hint):
    code, out, err = draft(**arguments)
    assert (code, out) == (1, "")
    assert err.startswith(f"error: {fault}\n  hint: {hint}")
    assert files() == []


@pytest.mark.parametrize(
    ("option", "value", "fault", "hint"),
    [
        ("--sender", "uss", "unknown sender 'uss'", "did you mean 'us'?"),
        ("--occasion", "meting", "unknown occasion 'meting'", "did you mean 'meeting'?"),
        ("--include", "mines-fuond", "unknown claim 'mines-fuond'", "did you mean 'mines-found'?"),
        ("--exclude", "zzz", "unknown claim 'zzz'", "known: mines-counted, mines-feared, mines-found"),
    ],
)
def test_an_unknown_choice_is_met_with_the_nearest_one(draft, option, value, fault, hint):
    code, out, err = draft(option, value)
    assert (code, out) == (1, "")
    assert err == f"error: {fault}\n  hint: {hint}\n"


@pytest.mark.parametrize("option", ["--to", "--topic"])
def test_recipient_and_topic_must_be_given(run, option):
    given = {"--to": "x", "--topic": "y"}
    given.pop(option)
    done = run("draft", *(word for pair in given.items() for word in pair))
    assert (done.code, done.out) == (2, "")
    assert f"Missing option '{option}'" in done.err


def test_a_format_that_is_not_there_is_wrong_usage(draft):
    code, out, err = draft("--format", "odt")
    assert (code, out) == (2, "")
    assert "'odt' is not one of 'docx', 'pdf', 'html', 'md'" in err


def test_a_date_before_the_first_source_is_refused_with_the_day_of_the_first(draft):
    code, out, err = draft(day="2020-10-04")
    assert (code, out) == (1, "")
    assert "error: nothing can be cited on 2020-10-04 about 'mines'" in err
    assert "2020-10-05" in err
    assert files() == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(draft, day):
    code, _, err = draft(day=day)
    assert (code == 0) == (day[0] == "9")
    assert err


def test_a_day_that_is_none_is_wrong_usage(draft):
    code, out, err = draft(day="2020-10-00")
    assert (code, out) == (2, "")
    assert "'2020-10-00' is not in the calendar" in err


def test_an_occasion_past_on_the_letters_date_is_refused(draft):
    code, _, err = draft("--occasion", "meeting", day="2020-10-24")
    assert code == 1
    assert "the occasion 'meeting' was on 2020-10-23, before the letter's date 2020-10-24" in err


def test_the_notes_may_be_endnotes(draft):
    assert draft("--notes", "endnotes", form="html")[0] == 0
    assert draft("--notes", "sidenotes")[0] == 2


# JSON.


def test_json_tells_what_was_chosen_and_left_out_and_nothing_goes_to_stderr(draft):
    code, out, err = draft("--json")
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert {"paths", "date", "recipient", "topic", "claims", "left_out", "words", "findings"} <= report.keys()
    assert report["paths"] == [f"{NAME}.md"]
    assert (report["date"], report["recipient"], report["topic"]) == ("2020-10-21", "the-office", "mines")
    assert report["claims"] == [
        {"id": "mines-found", "note": 1, "text": "Mines were found in the valley."},
        {"id": "mines-counted", "note": 2, "text": "In October 2020, 40 mines were counted."},
    ]
    assert report["left_out"] == [
        {"id": "mines-feared", "reason": "superseded by mines-counted, published on October 20, 2020"}
    ]
    assert isinstance(report["words"], int)
    assert report["words"] > 20
    for finding in report["findings"]:
        assert set(finding) == {"rule", "severity", "message", "location", "claim", "hint"}
        assert finding["severity"] in {"warning", "info"}
    assert files() == [f"{NAME}.md"]


def test_json_names_every_path_and_what_was_replaced(draft):
    draft()
    report = json.loads(draft("--json", "--force", "--format", "html")[1])
    assert report["paths"] == [f"{NAME}.md", f"{NAME}.html"]
    assert [each["message"] for each in report["findings"] if each["rule"] == "replaced"] == [
        f"{NAME}.md was replaced"
    ]


def test_a_refusal_prints_no_json(draft):
    code, out, err = draft("--json", day="2020-10-04")
    assert (code, out) == (1, "")
    assert err.startswith("error: ")


def test_include_and_exclude_are_told_in_json_and_what_the_date_forbids_is_warned_of(draft):
    report = json.loads(draft("--json", "--include", "mines-feared", "--exclude", "mines-found")[1])
    assert [each["id"] for each in report["claims"]] == ["mines-counted"]
    assert {"id": "mines-found", "reason": "excluded by --exclude"} in report["left_out"]
    (finding,) = (each for each in report["findings"] if each["rule"] == "not-included")
    assert (finding["claim"], finding["severity"]) == ("mines-feared", "warning")
    assert "superseded by mines-counted" in finding["message"]


# The library.


def test_a_broken_store_is_refused_with_all_its_errors_at_file_and_line(draft, tmp_path):
    broken = small(
        tmp_path / "broken",
        claims__report_one=FILES["claims/report-one.yaml"].replace(
            "certainty: verified", "certanty: verified"
        ),
        topics__mines="id: mines\ntitle: [",
        senders__us="id: us\nname: Watch\nname: Twice\n",
        sources__report_two=FILES["sources/report-two.yaml"].replace("2020-10-20", "2020-10-40"),
    )
    code, out, err = draft(named=broken)
    assert (code, out) == (1, "")
    assert "facts/claims/report-one.yaml:9: error[unknown-key] unknown key 'certanty'" in err
    assert "hint: did you mean 'certainty'?" in err
    assert re.search(r"facts/topics/mines.yaml:2: error\[yaml-syntax\]", err)
    assert "facts/senders/us.yaml:3: error[yaml-duplicate-key] 'name' stands twice" in err
    assert "facts/sources/report-two.yaml:5: error[bad-value] issued: '2020-10-40' is no day or time" in err
    assert f"error: the library at {broken} has " in err
    assert files() == []


def test_a_misspelt_claim_or_source_is_refused_at_its_line_before_anything_is_cited(draft, tmp_path):
    """A claim that `supersedes` means to replace would else be cited."""
    broken = small(
        tmp_path / "broken",
        claims__report_two=FILES["claims/report-two.yaml"].replace("[mines-feared]", "[mines-faered]"),
    )
    code, out, err = draft(named=broken)
    assert (code, out) == (1, "")
    assert "facts/claims/report-two.yaml:10: error[unknown-reference] unknown claim 'mines-faered'" in err
    assert "did you mean 'mines-feared'?" in err


def test_a_folder_that_is_no_library_is_refused(draft, tmp_path):
    for named in (tmp_path / "nowhere", tmp_path, "x" * 5000):
        code, out, err = draft(named=named)
        assert (code, out) == (1, "")
        assert "is no library: it has no facts/library.yaml" in err


def test_the_library_may_be_named_by_the_environment_and_the_option_comes_first(draft, tmp_path, monkeypatch):
    monkeypatch.setenv("LETTERKIT_LIBRARY", str(tmp_path / "library"))
    assert draft(named=None)[0] == 0
    monkeypatch.setenv("LETTERKIT_LIBRARY", str(tmp_path / "nowhere"))
    assert draft("--force")[0] == 0
    assert draft(named=None)[0] == 1


def test_the_library_is_the_nearest_folder_above(draft, tmp_path, monkeypatch):
    below = tmp_path / "library" / "letters"
    below.mkdir()
    monkeypatch.chdir(below)
    assert draft(named=None)[:2] == (0, f"{NAME}.md\n")


def test_from_an_empty_folder_the_starter_is_used(draft):
    code, out, _ = draft(named=None, to="state-dept", topic="cluster-munitions")
    assert (code, out) == (0, "2020-10-21-state-dept-cluster-munitions.md\n")


def test_offices_of_the_starter_may_be_written_to_and_its_claims_never_cited(draft):
    code, out, err = draft("--json", to="state-dept")
    assert (code, err) == (0, "")
    assert {each["id"] for each in json.loads(out)["claims"]} == {"mines-found", "mines-counted"}


def test_a_template_of_the_library_is_used_and_one_that_is_broken_is_named(draft, tmp_path):
    folder = tmp_path / "library" / "templates" / "letters"
    folder.mkdir(parents=True)
    own = folder / "letter.md.j2"
    own.write_text(OWN)
    assert draft()[0] == 0
    assert "Ours" in Path(f"{NAME}.md").read_text("utf-8")
    for text, fault in (
        ("{{ naem }}", "templates/letters/letter.md.j2:1: 'naem' is undefined"),
        ("{% include '/etc/passwd' %}", "there is no template '/etc/passwd'"),
        ("{{ ''.__class__ }}", "access to attribute '__class__'"),
    ):
        own.write_text(text)
        code, out, err = draft("--force")
        assert (code, out) == (1, "")
        assert fault in err
    own.write_bytes(b"\xff")
    assert "templates/letters/letter.md.j2 cannot be read" in draft("--force")[2]


@pytest.mark.parametrize(
    "trap", ["{{ 7*7 }}", "<b>x</b>", "[@x]", "&amp;", "*a*", "# h", "1. x", "[text](http://x)", "שָׁלוֹם"]
)
def test_a_fact_prints_as_its_characters_in_html(draft, tmp_path, trap):
    text = FILES["claims/report-one.yaml"].replace(
        "Mines were found in the valley.", json.dumps(f"Found: {trap}.")
    )
    assert draft(named=small(tmp_path / "trap", claims__report_one=text), form="html")[0] == 0
    page = re.sub("</?bdi>", "", Path(f"{NAME}.html").read_text("utf-8"))
    shown = trap.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"Found: {shown}." in page


TRAPS = ["{{ 7*7 }}", "<b>x</b>", "[@x]", "A&B;", "*a*", "שלום"]


def test_a_fact_prints_as_its_characters_in_all_four_formats(draft, tmp_path):
    text = FILES["claims/report-one.yaml"].replace(
        "Mines were found in the valley.", json.dumps(f"Found: {' and '.join(TRAPS)}.", ensure_ascii=False)
    )
    office = FILES["recipients/the-office.yaml"].replace("Department of Mines", "עולם & Co <i>")
    library = small(tmp_path / "trap", claims__report_one=text, recipients__the_office=office)
    every = [part for form in ("docx", "pdf", "html", "md") for part in ("--format", form)]
    assert draft(*every, named=library, form=None)[0] == 0
    shown = {
        "docx": _plain(f"{NAME}.docx", "docx"),
        "pdf": tools.pdf_text(Path(f"{NAME}.pdf")),
        "html": lxml.html.parse(f"{NAME}.html").getroot().text_content(),
        "md": _plain(f"{NAME}.md", "commonmark"),
    }
    for form, words in shown.items():
        for trap in (*TRAPS, "עולם", "Co <i>"):
            assert trap in " ".join(words.split()), (form, trap)


def _plain(path: str, form: str) -> str:
    """Return the words that pandoc reads in a file."""
    tools.require_tool("pandoc")
    asked = ["pandoc", f"--from={form}", "--to=plain", "--wrap=none", path]
    return subprocess.run(asked, capture_output=True, check=True, encoding="utf-8").stdout


# Errors.


def test_a_letter_with_errors_is_not_written(draft, tmp_path):
    conflict = FILES["topics/mines.yaml"].replace(
        "draws_on", "conflict: true\n        parties: [armenia]\n        draws_on"
    )
    library = small(
        tmp_path / "conflict", topics__mines=conflict, parties="parties: [{id: armenia, name: Armenia}]\n"
    )
    code, out, err = draft(named=library)
    assert (code, out) == (1, "")
    assert "error[one-sided]" in err
    assert "error: the letter has errors; nothing was written" in err
    assert files() == []


def test_debug_shows_the_traceback_of_a_refusal(draft):
    with pytest.raises(Exception, match="nothing can be cited"):
        draft(day="2020-10-04", before=("--debug",))


# As a program.


def program(*arguments, cwd, **environment):
    clean = {key: value for key, value in os.environ.items() if key != "LETTERKIT_LIBRARY"}
    return subprocess.run(
        [sys.executable, "-m", "letterkit", *arguments],
        cwd=cwd, env={**clean, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_program_drafts_from_an_empty_folder_and_two_runs_give_the_same_bytes(tmp_path):
    asked = (
        "draft",
        "--to",
        "state-dept",
        "--topic",
        "cluster-munitions",
        "--date",
        "2020-10-21",
        "--format",
        "docx",
        "--format",
        "md",
    )
    runs = []
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = program(*asked, cwd=folder, PYTHONHASHSEED=str(number), TZ=("UTC", "Asia/Tokyo")[number])
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines() == [
            f"2020-10-21-state-dept-cluster-munitions.{kind}" for kind in ("docx", "md")
        ]
        assert "Traceback" not in done.stderr
        runs.append([(folder / name).read_bytes() for name in done.stdout.split()])
    assert runs[0] == runs[1]


def test_json_is_utf_8_whatever_the_terminal_speaks(tmp_path):
    library = small(
        tmp_path / "lib", sources__report_one=FILES["sources/report-one.yaml"].replace("Watch", "Ə “Watch”")
    )
    done = subprocess.run(
        [sys.executable, "-m", "letterkit", "--library", library, "sources", "list", "--json"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert "Ə “Watch”" in done.stdout.decode("utf-8")


def test_the_program_ends_in_one_clean_message(tmp_path):
    done = program("draft", "--to", "state-dpt", "--topic", "cluster-munitions", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: unknown recipient 'state-dpt'\n  hint: did you mean 'state-dept'?\n"
    done = program("--debug", "draft", "--to", "state-dpt", "--topic", "cluster-munitions", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback (most recent call last)" in done.stderr


def test_the_program_finds_its_starter_wherever_it_is_started(tmp_path):
    assert starter().is_dir()
    assert program("draft", "-h", cwd=tmp_path).stdout.startswith("Usage: letterkit draft")
