"""Assemble the command line; each command lives in a file of its own and is loaded when it is called."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from importlib import import_module
from typing import NoReturn

import click

from letterkit import __version__
from letterkit.errors import LetterkitError

# Command name -> module and the line shown in the help.
COMMANDS = {
    "draft": ("draft", "Draft a letter: DOCX, PDF, HTML or Markdown."),
    "check": ("check", "Check an edited letter: do its citations still hold?"),
    "pdf": ("pdf", "Make the accessible PDF of an edited letter."),
    "batch": ("batch", "Draft a letter to each recipient of a group or a list; never sends."),
    "sent": ("sent", "Record and list what went out, with dates to follow up."),
    "text": ("text", "Print what a Word file says, as letterkit reads it."),
    "facts": ("facts", "List, show, verify, suggest and add claims."),
    "sources": ("sources", "List and show the archived sources."),
    "topics": ("listings", "List and show topics: plan, asks, audiences."),
    "recipients": ("recipients", "List, show, import and export offices and their holders."),
    "senders": ("listings", "List and show sending organisations."),
    "occasions": ("listings", "List and show dated events that letters hang on."),
    "new": ("new", "Make a library of your own."),
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"letterkit.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from letterkit.findings import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or f"commands: {', '.join(COMMANDS)}"
            raise click.UsageError(f"no such command '{args[0]}': {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--library",
    metavar="DIR",
    envvar="LETTERKIT_LIBRARY",
    help="The library's folder. Default: LETTERKIT_LIBRARY, else the nearest parent folder that is one, "
    "else the starter that comes with letterkit.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, prog_name="letterkit")
@click.pass_context
def cli(ctx: click.Context, library: str | None, debug: bool) -> None:
    """Draft advocacy letters whose every claim rests on an exact quote in an archived source.

    \b
    Look around:
      letterkit topics list
      letterkit recipients list
      letterkit facts list --topic cluster-munitions --as-of 2020-10-21

    \b
    Draft, read the findings, open the DOCX in Word:
      letterkit draft --to state-dept --topic cluster-munitions
      letterkit draft --to state-dept --topic cluster-munitions --date 2020-10-21 --format docx --format pdf

    \b
    Prove that every quote stands in its source:
      letterkit facts verify
    """
    ctx.obj = {"library": library, "debug": debug}


def program() -> NoReturn:
    """Run the command line as a process of its own, and end it without taking the interpreter apart.

    That would take a tenth of the time of a short command, for memory that the system takes back.  What
    is to happen at the end of a process still happens; where others are at work beside it, Python ends it.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and not _in_company():
            atexit._run_exitfuncs()  # noqa: SLF001 - as Python does it
            if _flushed():
                os._exit(end.code)
        raise
    sys.exit(0)


def _in_company() -> bool:
    """Say whether other threads or processes may have something left to do."""
    return threading.active_count() > 1 or "multiprocessing" in sys.modules


def _flushed() -> bool:
    """Say whether all that was printed has been handed over; else Python says what is wrong."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True


def main() -> None:
    """Run the command line; what the user can mend is one clean message, never a traceback."""
    gc.set_threshold(50_000, 20, 50)  # what a command loads is no rubbish, and looking for some takes time
    try:
        code = cli.main(prog_name="letterkit", standalone_mode=False) or 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except (Exception, KeyboardInterrupt) as error:
        if "--debug" in sys.argv and not isinstance(error, click.ClickException):
            raise
        code = _report(error)
    sys.exit(code)


def _report(error: BaseException) -> int:
    """Say what went wrong and return the exit code."""
    if isinstance(error, click.exceptions.Abort | KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, LetterkitError):
        _say(error.message, error.hint)
    else:
        hint = "this is a defect; run again with --debug and report what it shows"
        _say(f"letterkit failed: {type(error).__name__}: {error}", hint)
    return 1


def _say(message: str, hint: str) -> None:
    click.echo(f"error: {message}", err=True)
    if hint:
        click.echo(f"  hint: {hint}", err=True)
