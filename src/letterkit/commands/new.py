"""`letterkit new`: a library of one's own."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="Without the starter's claims, topics, and reports.")
def new(*, folder: Path, empty: bool) -> None:
    """Make a library of your own in DIR, which must not exist or be empty.

    It is a copy of the one that comes with letterkit: its claims, topics, offices, templates, and archived
    reports are yours to change. With --empty there are only folders, examples to copy, and schemas for your
    editor; letters are then drafted with letterkit's own templates and offices until you have others.

    \b
    Examples:
      letterkit new my-library
      letterkit new my-library --empty
      letterkit --library my-library facts verify
    """
    from letterkit.library.new.newlib import make

    number = make(_absolute(folder), empty=empty)
    click.echo(f"{number} files; README.md says how to begin", err=True)
    click.echo(folder)


def _absolute(folder: Path) -> Path:
    """Return the folder with `~` and `..` resolved, so that it has a name."""
    return Path(folder.expanduser().absolute().as_posix()).resolve()
