"""Who sends a letter, and who signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from letterkit.library.model.record import Model, key

if TYPE_CHECKING:
    from letterkit.library.model.typed import Prose, Slug


class Signatory(Model):
    """Who signs; the organisation when it is not the sender.

    In a coalition `kind` says what is counted, `sort_as` overrules the alphabet, and `footnote` is printed
    below the list.
    """

    name: str
    title: str | None = None
    organisation: str | None = None
    kind: Literal["person", "organisation"] = "person"
    footnote: Prose | None = None
    sort_as: str | None = None
    note: str | None = None


class Sender(Model):
    """The sending organisation.  A text in square brackets is a placeholder that somebody must replace.

    `signatories` sign by hand and stand first, the `coalition` joins them in a list.
    """

    id: Slug
    name: Prose
    constituency: Prose
    stance: Prose | None = None
    salutation: Literal["title", "office"] = "title"
    address: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = key(min_length=1)
    coalition: tuple[Signatory, ...] = ()
    enclosures: tuple[Prose, ...] = ()
    copies: tuple[Prose, ...] = ()
    note: str | None = None
