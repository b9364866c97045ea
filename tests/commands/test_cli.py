import io
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.library.stores import CLAIM, write

from letterkit import __version__
from letterkit.commands import cli as module
from letterkit.commands import common
from letterkit.commands.cli import COMMANDS, cli
from letterkit.errors import LetterkitError
from letterkit.library.disk.locate import starter


def test_help_teaches_by_example(run):
    done = run("--help")
    assert (done.code, done.err) == (0, "")
    assert re.search(r"\n +letterkit draft --to state-dept --topic cluster-munitions\n", done.out)
    assert "letterkit facts verify" in done.out
    for name, (_, text) in COMMANDS.items():
        assert re.search(rf"\n  {name} +{re.escape(text.split()[0])}", done.out)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_in_short_and_long(run, name):
    done = run(name, "-h")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: letterkit {name} ")
    assert run(name, "--help").out == done.out


def test_every_command_of_the_table_is_there_and_has_the_name_it_is_called_by():
    with click.Context(cli) as context:
        assert cli.list_commands(context) == list(COMMANDS)
        for name in COMMANDS:
            command = cli.get_command(context, name)
            assert isinstance(command, click.Command)
            assert command.name == name
            assert command.help
        assert cli.get_command(context, "nothing") is None


def test_the_examples_of_every_help_are_lines_that_the_command_line_can_read():
    """Every option that an example of the help names is an option of its command."""
    for name in ("draft",):
        with click.Context(cli) as context:
            command = cli.get_command(context, name)
        known = {option for parameter in command.params for option in parameter.opts}
        examples = re.findall(rf"^ *letterkit {name} (.+)$", command.help, re.MULTILINE)
        assert examples
        assert {word for example in examples for word in example.split() if word.startswith("--")} <= known


def test_the_version_is_printed(run):
    assert run("--version").out == f"letterkit, version {__version__}\n"


def test_a_command_that_is_not_there_is_met_with_the_nearest_one(run):
    done = run("drat")
    assert (done.code, done.out) == (2, "")
    assert "no such command 'drat': did you mean 'draft'?" in done.err
    done = run("zzz")
    assert (done.code, done.out) == (2, "")
    assert "commands: draft, " in done.err


def test_without_a_command_the_help_is_shown(run):
    done = run()
    assert done.code == 2
    assert "Usage: letterkit" in done.out + done.err


@pytest.mark.parametrize(
    "arguments", [("--nosuch",), ("draft", "--nosuch"), ("draft", "--too", "x"), ("draft", "stray")]
)
def test_wrong_usage_ends_with_exit_code_two_and_a_way_to_the_help(run, arguments):
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: letterkit")
    assert "-h" in done.err


class Ends(click.Command):
    """A command that ends in an error."""

    def __init__(self, error):
        super().__init__("draft")
        self.error = error

    def invoke(self, _):
        raise self.error


@pytest.fixture
def ending(monkeypatch):
    """Return a function that makes `letterkit draft` end in an error."""

    def make(error):
        monkeypatch.setattr(module._Commands, "get_command", lambda *_: Ends(error))

    return make


def test_what_the_user_can_mend_is_one_message_with_a_hint(run, ending):
    ending(LetterkitError("it is broken", "mend it"))
    assert run("draft") == type(run("--version"))(1, "", "error: it is broken\n  hint: mend it\n")
    ending(LetterkitError("it is broken"))
    assert run("draft").err == "error: it is broken\n"


def test_a_defect_is_no_traceback_either_but_asks_to_be_reported(run, ending):
    ending(ZeroDivisionError("by zero"))
    done = run("draft")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "error: letterkit failed: ZeroDivisionError: by zero\n"
        "  hint: this is a defect; run again with --debug and report what it shows\n"
    )


@pytest.mark.parametrize("error", [LetterkitError("it is broken"), ZeroDivisionError("by zero")])
def test_debug_shows_the_traceback(run, ending, error):
    ending(error)
    with pytest.raises(type(error)):
        run("--debug", "draft")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.exceptions.Abort()])
def test_an_interruption_ends_with_exit_code_130(run, ending, error):
    ending(error)
    done = run("draft")
    assert (done.code, done.out, done.err.strip()) == (130, "", "interrupted")


def test_a_reader_that_closes_the_pipe_is_no_error_to_speak_of(run, ending, monkeypatch):
    class Closed(io.StringIO):
        def fileno(self):
            return os.open(os.devnull, os.O_WRONLY)

    monkeypatch.setattr(sys, "stdout", Closed())
    ending(BrokenPipeError())
    done = run("draft")
    assert (done.code, done.err) == (1, "")


def test_a_pipe_that_is_closed_early_leaves_no_traceback():
    script = f"{sys.executable} -m letterkit facts list --json | head -n 1"
    done = subprocess.run(["sh", "-c", script], cwd=starter(), capture_output=True, text=True, check=False)
    assert done.stdout.startswith("[")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("given", "code"),
    [(["topics", "list"], 0), (["topics", "show", "nothing"], 1), (["draft"], 2), (["--version"], 0)],
)
def test_a_process_ends_with_the_code_of_its_command(given, code):
    done = subprocess.run([sys.executable, "-m", "letterkit", *given], capture_output=True, check=False)
    assert (done.returncode, bool(done.stdout), bool(done.stderr)) == (code, code == 0, code != 0)


def test_a_process_hands_over_all_that_it_printed(run):
    done = subprocess.run(
        [sys.executable, "-m", "letterkit", "facts", "list", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == run("facts", "list", "--json").out


def test_a_process_that_can_print_nothing_does_not_end_well():
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    for given in (["topics", "list"], ["facts", "list", "--json"], ["--help"]):
        with Path("/dev/full").open("w") as full:
            command = [sys.executable, "-m", "letterkit", *given]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode != 0
        assert "No space left on device" in done.stderr


AT_THE_END = """
import atexit, sys, threading, time, weakref
from letterkit.commands.cli import program

class Thing: pass
thing = Thing()
weakref.finalize(thing, print, "finalized")
atexit.register(print, "at exit")
if sys.argv.pop(1) == "thread":
    threading.Thread(target=lambda: (time.sleep(0.3), print("thread done"))).start()
program()
"""


@pytest.mark.parametrize("beside", ["nobody", "thread"])
def test_what_is_to_happen_at_the_end_of_a_process_happens(beside):
    command = [sys.executable, "-c", AT_THE_END, beside, "--version"]
    held_back = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=held_back)
    ends = {"at exit", "finalized"} | ({"thread done"} if beside == "thread" else set())
    assert set(done.stdout.splitlines()[1:]) == ends


def test_a_command_loads_no_other_command_and_no_writer():
    """Starting must be fast: the help of one command needs neither the others nor the heavy libraries."""
    code = "import sys; from letterkit.commands.cli import cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    heavy = {"weasyprint", "docx", "lxml", "jinja2", "pydantic", "yaml", "rich", "markdown_it"}
    assert not loaded & heavy
    assert not {f"letterkit.commands.{name}" for name, _ in COMMANDS.values()} & loaded


# What the commands share.


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2020-10-00", "'2020-10-00' is not in the calendar"),
        ("2020-02-30", "'2020-02-30' is not in the calendar"),
        ("2020-10", "'2020-10' is no day: write YYYY-MM-DD"),
        ("21.10.2020", "'21.10.2020' is no day: write YYYY-MM-DD"),
        ("today", "'today' is no day"),
        ("", "'' is no day"),
    ],
)
def test_a_day_that_is_none_is_wrong_usage(run, text, fault):
    done = run("draft", "--to", "x", "--topic", "y", "--date", text)
    assert (done.code, done.out) == (2, "")
    assert f"Invalid value for '--date': {fault}" in " ".join(done.err.split())


def completed(monkeypatch, folder, words, incomplete=""):
    """Return what the shell would offer behind some words."""
    from click.shell_completion import ShellComplete

    monkeypatch.chdir(folder)
    shell = ShellComplete(cli, {}, "letterkit", "_LETTERKIT_COMPLETE")
    return [item.value for item in shell.get_completions(words, incomplete)]


def test_the_shell_completes_the_ids_of_the_library(tmp_path, monkeypatch):
    claims = "source: s\nclaims:\n" + CLAIM.format(name="first-fact") + CLAIM.format(name="other-fact")
    write(tmp_path, {"claims/s.yaml": claims, "topics/mines.yaml": "id: mines\ntitle: Mines\n"})
    monkeypatch.delenv("LETTERKIT_LIBRARY", raising=False)
    assert completed(monkeypatch, tmp_path, ["draft", "--include"]) == ["first-fact", "other-fact"]
    assert completed(monkeypatch, tmp_path, ["draft", "--include"], "f") == ["first-fact"]
    assert completed(monkeypatch, tmp_path, ["draft", "--topic"]) == ["mines"]
    assert "state-dept" in completed(monkeypatch, tmp_path, ["draft", "--to"])


def test_the_shell_completes_from_the_library_that_is_named(tmp_path, monkeypatch):
    write(tmp_path / "lib", {"topics/mines.yaml": "id: mines\ntitle: Mines\n"})
    monkeypatch.delenv("LETTERKIT_LIBRARY", raising=False)
    named = ["--library", str(tmp_path / "lib"), "draft", "--topic"]
    assert completed(monkeypatch, tmp_path, named) == ["mines"]
    monkeypatch.setenv("LETTERKIT_LIBRARY", str(tmp_path / "lib"))
    assert completed(monkeypatch, tmp_path, ["draft", "--topic"]) == ["mines"]


def test_the_shell_is_offered_nothing_where_there_is_no_library(tmp_path, monkeypatch):
    monkeypatch.setenv("LETTERKIT_LIBRARY", str(tmp_path / "nowhere"))
    assert completed(monkeypatch, tmp_path, ["draft", "--topic"]) == []


def test_findings_go_to_stderr_and_json_to_stdout_as_it_is_written(capsys):
    common.echo_findings([])
    common.echo_json({"a": "Ó — שָׁלוֹם"})
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out == '{\n  "a": "Ó — שָׁלוֹם"\n}\n'
