"""A dated event that a letter hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.library.model.recipient import Shown
from letterkit.library.model.record import Model

if TYPE_CHECKING:
    from letterkit.library.model.typed import Day, Prose, Slug


class Guest(Model):
    """Somebody whom the addressee meets at an occasion; `of` is the state or body that the office serves."""

    name: str
    office: str
    of: str


class Occasion(Model):
    """A dated event that a letter hangs on; names of offices and occasions are no evidence."""

    id: Slug
    date: Day
    title: Prose
    phrase: Prose
    principal: str | None = None
    guests: tuple[Guest, ...] = ()
    recipients: tuple[Slug, ...]
    topics: tuple[Slug, ...]
    shown: Shown | None = None
