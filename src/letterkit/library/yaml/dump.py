"""Recipients as the YAML of one list file, as `load` reads it and a review can follow it line by line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from letterkit.library.model import Recipient, as_plain

MADE = "# Made by `letterkit recipients import`, which replaces this file"


class _Dumper(yaml.SafeDumper):
    """Writes lists inside their key's indentation, and every value out."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def recipients(entries: Iterable[Recipient], what: str, as_of: date) -> str:
    """Return a list file of recipients; `what` says in a comment what the list is, `as_of` its day."""
    plain = {
        "as_of": as_of.isoformat(),
        "recipients": [as_plain(entry.model_copy(update={"as_of": None})) for entry in entries],
    }
    text = yaml.dump(
        plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110
    )
    return f"{MADE}: {what}\n{text}"


def is_made(data: bytes) -> bool:
    """Say whether a file was written by an import, and not by hand."""
    return data.startswith(MADE.encode())
