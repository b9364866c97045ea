"""What a library says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.library.model.record import Model

if TYPE_CHECKING:
    from letterkit.library.model.typed import Format


class Named(Model):
    """The heading of a library."""

    name: str
    format: Format
