"""`letterkit check`: whether the citations of an edited letter still hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.checks.edited.check import Checked
    from letterkit.findings import Finding


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file, what was found in it, and the day when it went out, where the record of `sent` has it."""

    file: Path
    checked: Checked
    sent: str | None = None

    @property
    def findings(self) -> list[Finding]:
        """What was found, at its place in the file."""
        from letterkit.commands.text import in_file

        return [in_file(finding, self.file) for finding in self.checked.findings]

    def as_json(self) -> dict[str, Any]:
        """Return what is printed of a letter with --json."""
        return {**self.checked.as_json(), "findings": [finding.as_json() for finding in self.findings]}

    def as_one_of_many(self) -> dict[str, Any]:
        """Return what is printed of a letter of a folder with --json."""
        since = list(dict.fromkeys(finding.claim for finding in self.checked.since))
        return {**self.as_json(), "file": str(self.file), "sent": self.sent, "changed_since": since}


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="LETTER.docx|FOLDER")
@click.option(
    "--json", "as_json", is_flag=True, help="Print claims with their status, and findings, as JSON."
)
@click.option(
    "--annotate",
    "annotated",
    type=click.Path(path_type=Path),
    metavar="OUT.docx",
    help="Write the findings as Word comments into a copy.",
)
@click.option("--force", is_flag=True, help="Let --annotate replace an existing file.")
@click.pass_context
def check(ctx: click.Context, path: Path, as_json: bool, annotated: Path | None, force: bool) -> None:
    """Check an edited letter: whether each claim is still what its source carries and has its note.

    Every claim is intact, reworded, altered, removed or uncited. An error stops sending; a warning asks for a
    decision. For a folder every .docx in it is checked, and at the end stands which letters, drafted or sent,
    rest on claims that the library has corrected or superseded since. Exits 1 where there are errors.

    \b
    Examples:
      letterkit check letter.docx
      letterkit check letter.docx --annotate commented.docx
      letterkit check letters/ --json
    """
    from letterkit.commands.common import echo_json
    from letterkit.findings import has_errors

    if annotated is not None:
        from letterkit.commands.annotated import refuse_copy

        refuse_copy(path, annotated)
    letters, unread = _looked_at(ctx, path)
    if as_json:
        echo_json([each.as_one_of_many() for each in letters] if path.is_dir() else letters[0].as_json())
    else:
        _say(letters, in_folder=path.is_dir())
    if annotated is not None:
        from letterkit.commands.annotated import write_copy

        write_copy(path, letters[0].findings, annotated, force=force)
    if unread or any(has_errors(each.checked.findings) for each in letters):
        ctx.exit(1)


def _looked_at(ctx: click.Context, path: Path) -> tuple[list[_Looked], bool]:
    """Check the letter, or all of a folder; of a folder, say which files cannot be read and go on."""
    from letterkit.commands.common import echo_findings
    from letterkit.commands.edited import check_all, check_file
    from letterkit.errors import LetterkitError
    from letterkit.findings import Finding, Place

    if not path.is_dir():
        return [_Looked(path, check_file(ctx, path))], False
    sent = _sent(ctx)
    letters, unread = [], []
    for file, checked in check_all(ctx, docx_files(path)):
        if isinstance(checked, LetterkitError):
            unread.append(Finding("unreadable", "error", checked.message, Place(str(file)), checked.hint))
        else:
            letters.append(_Looked(file, checked, sent.get(_digest(file))))
    echo_findings(unread)
    return letters, bool(unread)


def docx_files(folder: Path) -> list[Path]:
    """Return the letters in a folder and below it, without what Word keeps of open files."""
    from letterkit.errors import LetterkitError

    named = (file for file in folder.rglob("*") if file.suffix.lower() == ".docx")
    files = sorted(file for file in named if file.is_file() and not file.name.startswith(("~$", ".")))
    if not files:
        raise LetterkitError(f"{folder} holds no .docx", "name a letter, or a folder that holds some")
    return files


def _digest(file: Path) -> str:
    import hashlib

    return hashlib.sha256(file.read_bytes()).hexdigest()


def _sent(ctx: click.Context) -> dict[str, str]:
    """Return the day when each file went out, by its digest."""
    from letterkit.commands.common import library_folder
    from letterkit.library import sent

    letters, _ = sent.load(library_folder(ctx))
    return {file.sha256: letter.sent.isoformat() for letter in letters for file in letter.files}


def _say(letters: Iterable[_Looked], *, in_folder: bool) -> None:
    """Print the report on each letter; of a folder, also which are touched by what changed in the library."""
    from letterkit.checks.edited.told import lines, touched

    for number, each in enumerate(letters):
        click.echo("\n".join([*([""] if number else []), *lines(str(each.file), each.checked)]))
    since = list(touched((str(each.file), each.sent, each.checked.since) for each in letters))
    if in_folder:
        click.echo("\nTouched by what the library has corrected or superseded since:" if since else "")
        click.echo("\n".join(f"  {line}" for line in since) or "No letter rests on a claim that has changed.")
