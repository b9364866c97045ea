"""What to say about a drafted letter before anybody edits it."""

from __future__ import annotations

from letterkit.drafting.composition import Draft
from letterkit.findings import Finding
from letterkit.library.load import Library


def check_draft(library: Library, draft: Draft) -> list[Finding]:
    return []
