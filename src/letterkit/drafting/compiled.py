"""Compiled templates, in the user's cache folder: compiling one takes longer than rendering it.

What lies there is named by the text of the template and the code that compiles it, so that it is never of
another one.  It is believed where this user has written it and not a bit of it has changed, which is what
Python asks of the modules that it has compiled, and more.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from letterkit.library.disk.cache import code, folder, keep, kept, short

_MOST = 100  # files: the starter has some twenty templates


class Compiled(BytecodeCache):
    """Keeps what a template was compiled to; what cannot be kept or read is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, if it is there."""
        path = _path(bucket)
        data = kept(path, _compiler()) if path else None
        if data:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, and no more than a hundred of all."""
        path = _path(bucket)
        if path and keep(path, _compiler(), bucket.bytecode_to_string()):
            _tidy(path.parent)


def _path(bucket: Bucket) -> Path | None:
    """Return where the code of a template stands, None where there is no cache folder."""
    templates = folder("templates")
    return templates and templates / f"{short(f'{bucket.key} {bucket.checksum} {_compiler()}')}.code"


def _compiler() -> str:
    return f"{sys.implementation.cache_tag} {code('drafting')}"


def _tidy(templates: Path) -> None:
    with suppress(OSError):
        files = sorted(templates.iterdir(), key=lambda each: each.stat().st_mtime)
        for old in files[:-_MOST]:
            old.unlink(missing_ok=True)
