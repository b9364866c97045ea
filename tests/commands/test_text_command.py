"""`letterkit text`: what it prints, what it says on stderr, what its JSON holds."""

import subprocess
import sys

import pytest
from tests.docx.letters import LOOK, two_pages
from tests.docx.made import control, docx, gone, ins, noted, notes, p, run
from tests.docx.made import note_call as call

from letterkit.docx.write import write

LETTER = docx(
    p("October 21, 2020", style="Date"),
    p("Mr. XBaku"),
    p("Dear Mr. X:", style="Salutation"),
    p(control("fact:a", run("killed "), gone("12"), ins(run("21"))), call(1), style="BodyText"),
    f"<w:tbl><w:tr><w:tc>{p('a cell')}</w:tc></w:tr></w:tbl>",
    p("Sincerely,", style="Closing"),
    p("A. B.", style="Signature"),
    footnotes=notes(n1=noted("The source.")),
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(LETTER)
    return path


def test_the_text_is_printed_in_order_and_what_is_odd_goes_to_stderr(run, file):
    done = run("text", str(file))
    assert (done.code, done.out) == (
        0,
        (
            "October 21, 2020\n\nMr. XBaku\n\nDear Mr. X:\n\nkilled 21[1]\n\na cell\n\nSincerely,\n\n"
            "A. B.\n\n[1] The source.\n"
        ),
    )
    assert done.err == (
        f"{file}, paragraph 5: error[table] a table cannot stand in a letter: “a cell”\n"
        "  hint: write it as sentences or as a list\n"
        f"{file}, paragraph 4: warning[tracked-changes] tracked changes (1 deletion, 1 insertion) by Ann, "
        "Bob; this is the text with all of them accepted\n"
        "  hint: accept or reject them in Word\n"
    )


def test_the_rejected_view_is_printed_where_asked_for(run, file):
    assert "killed 12[1]\n" in run("text", str(file), "--view", "rejected").out


def test_the_json_holds_parts_blocks_notes_comments_changes_and_claims(run, file):
    told = run("text", str(file), "--json").json
    assert (told["file"], told["view"]) == (str(file), "accepted")
    assert told["parts"]["date"] == "October 21, 2020"
    assert told["parts"]["addressees"] == [["Mr. XBaku"]]
    assert told["parts"]["body"] == ["killed 21[1]", "a cell"]
    assert told["blocks"][3] == {
        "paragraph": 4,
        "style": "body text",
        "where": "body",
        "level": 0,
        "label": "",
        "text": "killed 21[1]",
        "claims": ["a"],
        "notes": [1],
    }
    assert told["notes"] == [
        {"number": 1, "kind": "footnotes", "text": "The source.", "links": [], "paragraph": 4}
    ]
    assert told["claims"] == [
        {"id": "a", "use": 1, "text": "killed 21", "found_by": "control", "paragraph": 4}
    ]
    assert [(each["kind"], each["text"], each["paragraph"]) for each in told["changes"]] == [
        ("deletion", "12", 4),
        ("insertion", "21", 4),
    ]
    assert told["comments"] == []
    assert [(each["rule"], each["location"]) for each in told["findings"]] == [
        ("table", {"file": str(file), "paragraph": 5}),
        ("tracked-changes", {"file": str(file), "paragraph": 4}),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "error: there is no file {file}\n  hint: check its name and folder\n"),
        (
            b"%PDF-1.7",
            "error: {file}: The file is a PDF.\n  hint: Open it in Word, LibreOffice or Google Docs",
        ),
        (LETTER[:300], "error: {file}: The file is damaged: it is cut short or no package.\n"),
    ],
)
def test_a_file_that_cannot_be_read_ends_with_exit_code_1_and_one_clear_message(run, tmp_path, data, message):
    path = tmp_path / "other.docx"
    if data is not None:
        path.write_bytes(data)
    done = run("text", str(path))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(message.format(file=path))


def test_a_folder_is_no_letter(run, tmp_path):
    assert run("text", str(tmp_path)).err.startswith(f"error: {tmp_path} is no file")


def test_an_unknown_view_is_wrong_usage(run, file):
    assert run("text", str(file), "--view", "both").code == 2


def test_reading_a_letter_loads_neither_the_store_nor_what_writes(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(write(two_pages(), LOOK))
    program = (
        "import sys; sys.argv = ['letterkit', 'text', sys.argv[1]]\n"
        "from letterkit.commands.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'docx', 'rich', 'jinja2', 'yaml', 'weasyprint'} & sys.modules.keys()\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
    assert "Dear Ambassador Reeker:" in done.stdout
